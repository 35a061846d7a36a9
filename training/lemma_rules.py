"""Rules of endings and exceptions to them, learnt from the lemmas of treebanks."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import takewhile
from typing import Any

from onrecord.reading.neural.lemmas import AS_PRINTED, LONGEST_ENDING, Lemmatizer, by_rule
from onrecord.reading.neural.tags import TAGS
from training.treebanks import Parsed

FEWEST = 3
"""Words of an ending that must change in one way before that becomes a rule."""

Rules = dict[str, tuple[int, str]]
Pairs = Mapping[str, str]


def learnt(documents: Iterable[Parsed]) -> dict[str, Any]:
    """The row of a `Lemmatizer` that gives the words of the documents the lemma they most often have there."""
    by_tag = _pairs(documents)
    rules = {tag: _rules(pairs) for tag, pairs in sorted(by_tag.items()) if tag not in AS_PRINTED}
    exceptions = {
        tag: {form: lemma for form, lemma in sorted(pairs.items()) if by_rule(form, rules.get(tag, {})) != lemma}
        for tag, pairs in sorted(by_tag.items())
    }
    return {"rules": rules, "exceptions": {tag: table for tag, table in exceptions.items() if table and tag not in AS_PRINTED}}


def _pairs(documents: Iterable[Parsed]) -> dict[str, Pairs]:
    """For each tag the lemma that each form in lower case most often has, the first in order of letters of equals."""
    seen: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for document in documents:
        for span, tag, lemma in zip(document.words, document.parse.tags, document.parse.lemmas, strict=True):
            seen[TAGS[tag]][document.text[slice(*span)].lower()][lemma] += 1
    return {
        tag: {form: min(told, key=lambda lemma: (-told[lemma], lemma)) for form, told in forms.items()}
        for tag, forms in seen.items()
    }


def _rules(pairs: Pairs) -> Rules:
    """For each ending, from the shortest on, how most of its words change, where shorter endings do not say so already."""
    rules: Rules = {}
    for length in range(LONGEST_ENDING + 1):
        changes: dict[str, Counter[tuple[int, str]]] = defaultdict(Counter)
        for form, lemma in pairs.items():
            if len(form) > length:
                changes[form[len(form) - length :]][_change(form, lemma)] += 1
        found = {ending: min(told, key=lambda change: (-told[change], change)) for ending, told in changes.items()}
        kept = {
            ending: change
            for ending, change in sorted(found.items())
            if changes[ending][change] >= FEWEST and change != _shorter(ending, rules)
        }
        rules |= kept
    return rules


def _shorter(ending: str, rules: Rules) -> tuple[int, str]:
    """What the rules say so far of words with this ending."""
    return next((rules[ending[at:]] for at in range(len(ending) + 1) if ending[at:] in rules), (0, ""))


def _change(form: str, lemma: str) -> tuple[int, str]:
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(form, lemma, strict=False)))
    return len(form) - same, lemma[same:]


def share_right(lemmatizer: Lemmatizer, documents: Iterable[Parsed]) -> float:
    """The share of words, in per cent, whose lemma is the treebank's, given the treebank's tags."""
    right = [
        lemmatizer.lemma(document.text[slice(*span)], TAGS[tag]) == lemma
        for document in documents
        for span, tag, lemma in zip(document.words, document.parse.tags, document.parse.lemmas, strict=True)
    ]
    return 100 * sum(right) / max(1, len(right))
