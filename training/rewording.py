"""The syntax of a treebank's words carried over to the program's own words of the same text."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from onrecord.core.spans import Span
from onrecord.reading.neural.tags import RELATIONS, TAGS
from onrecord.reading.neural.trees import ROOT
from training.treebanks import Parse

_MARKS = (TAGS.index("PUNCT"), TAGS.index("SYM"))


def reworded(parse: Parse, words: Sequence[Span], own: Sequence[Span]) -> Parse:
    """The syntax of `own` words, given that of a treebank's `words`.

    A word that holds several of the treebank's (`well-known`) stands for the one that the others hang on; of several words that
    are one there (`...`) the first stands for it and the others hang beside it as marks, or on it as `goeswith`.
    """
    starts, ends = [word.start for word in words], [word.end for word in words]
    groups = [range(bisect_right(ends, word.start), bisect_left(starts, word.end)) for word in own]
    depths = _depths(parse.heads)
    top = [min(group, key=lambda word: (depths[word], word)) for group in groups]
    owner: dict[int, int] = {}
    for number, group in enumerate(groups):
        for word in group:
            owner.setdefault(word, number)

    def head_of(number: int) -> tuple[int, int]:
        word = top[number]
        head = parse.heads[word]
        if owner[word] == number:
            return (owner[head] if head != ROOT else ROOT), parse.relations[word]
        if parse.tags[word] in _MARKS and head != ROOT:
            return owner[head], RELATIONS.index("punct")
        return owner[word], RELATIONS.index("goeswith")

    hung = [head_of(number) for number in range(len(own))]
    return Parse(
        tuple(parse.tags[word] for word in top),
        tuple(head for head, _ in hung),
        tuple(relation for _, relation in hung),
        tuple(parse.lemmas[word] for word in top),
    )


def _depths(heads: Sequence[int]) -> list[int]:
    """How many words lie between each word and the root of its sentence."""
    depths: dict[int, int] = {ROOT: -1}
    for word in range(len(heads)):
        way = []
        at = word
        while at not in depths:
            way.append(at)
            at = heads[at]
        for each in reversed(way):
            depths[each] = depths[heads[each]] + 1
    return [depths[word] for word in range(len(heads))]
