"""The tokenizer of the encoder, asked for the pieces of words that are cut already."""

from collections.abc import Sequence
from pathlib import Path

from tokenizers import Tokenizer

from onrecord.reading.neural.pieces import CutWords

KNOWN = 1 << 16
"""Words whose pieces are kept, some ten megabytes; when there are more, all are forgotten."""


def tokenizer_in(file: Path) -> Tokenizer:
    """The tokenizer in a file, which leaves nothing out and fills nothing up."""
    tokenizer = Tokenizer.from_file(str(file))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def cut_by(tokenizer: Tokenizer) -> CutWords:
    """The pieces of words by this tokenizer; a word that it makes nothing of has none. The pieces of a word are kept."""
    known: dict[str, tuple[int, ...]] = {}

    def cut(words: Sequence[str]) -> list[tuple[int, ...]]:
        if len(known) > KNOWN:
            known.clear()
        new = [word for word in dict.fromkeys(words) if word not in known]
        known.update(zip(new, _pieces(tokenizer, new), strict=True))
        return [known[word] for word in words]

    return cut


def _pieces(tokenizer: Tokenizer, words: Sequence[str]) -> list[tuple[int, ...]]:
    encoding = tokenizer.encode(list(words), is_pretokenized=True, add_special_tokens=False)
    pieces: list[list[int]] = [[] for _ in words]
    for piece, word in zip(encoding.ids, encoding.word_ids, strict=True):
        if word is not None:
            pieces[word].append(piece)
    return [tuple(each) for each in pieces]
