"""Lemmas: the form of a word that a dictionary lists, by rules of endings and the words that go against them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

LONGEST_ENDING = 5

AS_PRINTED = ("PROPN", "X")
"""Parts of speech whose lemma keeps its capitals."""


@dataclass(frozen=True, slots=True)
class Lemmatizer:
    """Rules: `tag` → ending → how many letters to drop and what to add; exceptions: `tag` → form in lower case → lemma."""

    rules: Mapping[str, Mapping[str, tuple[int, str]]]
    exceptions: Mapping[str, Mapping[str, str]]

    @classmethod
    def of(cls, row: dict[str, Any]) -> "Lemmatizer":
        """The lemmatizer in a row of plain tables."""
        rules = {tag: {ending: (drop, add) for ending, (drop, add) in table.items()} for tag, table in row["rules"].items()}
        return cls(rules, row["exceptions"])

    def lemma(self, word: str, tag: str) -> str:
        """The lemma of a word of this part of speech (a name in TAGS): the exception, else by the longest ending with a rule."""
        form = word if tag in AS_PRINTED else word.lower()
        known = self.exceptions.get(tag, {}).get(word.lower())
        return known if known is not None else by_rule(form, self.rules.get(tag, {}))


def by_rule(form: str, rules: Mapping[str, tuple[int, str]]) -> str:
    """The form with its ending changed by the rule for the longest ending that has one; no rule changes a whole word away."""
    for length in range(min(LONGEST_ENDING, len(form)), -1, -1):
        rule = rules.get(form[len(form) - length :].lower())
        if rule is not None and rule[0] < len(form):
            drop, add = rule
            return form[: len(form) - drop] + add
    return form
