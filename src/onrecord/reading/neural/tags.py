"""Universal parts of speech and relations between words (Universal Dependencies 2, with the subtypes used in English)."""

from collections.abc import Sequence

from onrecord.reading.neural.decoding import Array

TAGS = (
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM",
    "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X",
)  # fmt: skip

RELATIONS = (
    "acl", "acl:relcl", "advcl", "advcl:relcl", "advmod", "amod", "appos", "aux", "aux:pass", "case", "cc", "cc:preconj", "ccomp",
    "compound", "compound:prt", "conj", "cop", "csubj", "csubj:outer", "csubj:pass", "dep", "det", "det:predet", "discourse",
    "dislocated", "expl", "fixed", "flat", "goeswith", "iobj", "list", "mark", "nmod", "nmod:desc", "nmod:poss", "nmod:unmarked",
    "nsubj", "nsubj:outer", "nsubj:pass", "nummod", "obj", "obl", "obl:agent", "obl:unmarked", "orphan", "parataxis", "punct",
    "reparandum", "root", "vocative", "xcomp",
)  # fmt: skip


def tags(scores: Array) -> list[int]:
    """For each word the position in TAGS of its part of speech, from the scores [words, tags]; the first of equals."""
    return [int(each) for each in scores.argmax(axis=1)]


def named(positions: Sequence[int]) -> list[str]:
    """The tags at these positions, as they are written."""
    return [TAGS[position] for position in positions]
