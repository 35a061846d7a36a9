"""From texts with marks to rows of numbers: what the sets of names and syntax have in common with the stories."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from onrecord.core.spans import Span
from onrecord.reading.layout import Layout, Word, layout
from onrecord.reading.neural.pieces import CutWords, word_pieces
from training.named import Marked, NamedText
from training.rewording import reworded
from training.treebanks import Parse, Parsed


def parsed_row(document: Parsed, cut: CutWords, *, own: bool) -> dict[str, Any]:
    """A document of a treebank as a row, in its own words or, with `own`, in the program's; its sentences are the treebank's."""
    page = _with_sentences(document.text, document.sentences)
    if own:
        parse = reworded(document.parse, document.words, [word.span for word in page.words])
        return _row(document.id, page, cut, _parsed_names(document, page), parse)
    words = tuple(Word(*span, document.text[slice(*span)]) for span in document.words)
    page = replace(page, words=words, starts=tuple(word.start for word in words))
    return _row(document.id, page, cut, _parsed_names(document, page), document.parse)


def _parsed_names(document: Parsed, page: Layout) -> list[tuple[int, int, int]] | None:
    return None if document.names is None else names_in_words(document.names, page.words)


def named_row(text: NamedText, cut: CutWords) -> dict[str, Any]:
    """A text with names as a row, in the program's own words."""
    page = _with_sentences(text.text, text.sentences)
    marked = [(kind, span.start, span.end) for span, kind in text.names]
    return _row(text.id, page, cut, names_in_words(text.names, page.words), None) | {"marked": marked}


def names_in_words(names: Sequence[Marked], words: Sequence[Word]) -> list[tuple[int, int, int]]:
    """For each name its kind and the words `[start, end)` that it touches."""
    starts, ends = [word.start for word in words], [word.end for word in words]
    found = ((kind, bisect_right(ends, span.start), bisect_left(starts, span.end)) for span, kind in names)
    return [(kind, start, end) for kind, start, end in found if start < end]


def _with_sentences(text: str, sentences: tuple[Span, ...]) -> Layout:
    return replace(layout(text), sentences=sentences)


def _row(
    name: str, page: Layout, cut: CutWords, names: Sequence[tuple[int, int, int]] | None, parse: Parse | None
) -> dict[str, Any]:
    read = word_pieces(page, cut)
    return {
        "id": name,
        "text": page.text,
        "words": [(word.start, word.end) for word in read.words],
        "pieces": read.pieces,
        "features": read.features,
        "names": names,
        "tags": parse.tags if parse else (),
        "heads": parse.heads if parse else (),
        "relations": parse.relations if parse else (),
        "marked": (),
    }
