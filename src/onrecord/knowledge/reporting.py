"""Reporting verbs and the other words that tie a source to what it said."""

from dataclasses import dataclass
from functools import cache

from onrecord.core.readings import StatementMode
from onrecord.knowledge.tables import rows

MODES: dict[str, StatementMode] = {"said": "said", "wrote": "wrote", "told": "told", "tweeted": "tweeted", "thought": "thought"}


@dataclass(frozen=True, slots=True)
class ReportingVerb:
    """A verb that reports; `frames` are the letters explained at the head of `reporting_verbs.tsv`."""

    lemma: str
    mode: StatementMode
    frames: str


@cache
def reporting_verbs() -> dict[str, ReportingVerb]:
    """Every finite or participle form in lower case → its verb (`said`, `says`, `saying`)."""
    forms: dict[str, ReportingVerb] = {}
    for lemma, past, participle, mode, frames in rows("reporting_verbs.tsv"):
        verb = ReportingVerb(lemma, MODES[mode], frames)
        regular = _with_ed(lemma)
        for form in (lemma, _with_s(lemma), _with_ing(lemma), *({regular} if past == "-" else (past, participle))):
            forms.setdefault(form, verb)
    return forms


def _with_s(lemma: str) -> str:
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s")


def _with_ed(lemma: str) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ied"
    return lemma + (lemma[-1] if _doubles(lemma) else "") + "ed"


def _with_ing(lemma: str) -> str:
    stem = lemma[:-1] if lemma.endswith("e") and not lemma.endswith("ee") else lemma
    return stem + (lemma[-1] if _doubles(lemma) else "") + "ing"


def _doubles(lemma: str) -> bool:
    return lemma in {"quip", "slam", "admit", "dub", "begin", "brag", "chat", "regret"}


@cache
def phrase_words(name: str) -> frozenset[str]:
    """A closed class of `phrases.tsv`, in lower case."""
    return next(frozenset(words) for label, *words in rows("phrases.tsv") if label == name)


@dataclass(frozen=True, slots=True)
class Refusal:
    """A pattern for somebody saying nothing: alternatives word by word ("" among them where a word may be left out)."""

    mode: StatementMode
    cue: tuple[frozenset[str], ...]
    content: tuple[frozenset[str], ...]


@cache
def refusals() -> tuple[Refusal, ...]:
    """The patterns of `refusals.tsv`."""
    return tuple(_refusal(mode, pattern) for mode, pattern in rows("refusals.tsv"))


def _refusal(mode: str, pattern: str) -> Refusal:
    cue, content = (tuple(_alternatives(word) for word in half.split()) for half in pattern.split("|"))
    return Refusal("declined" if mode == "declined" else "no_response", cue, content)


def _alternatives(word: str) -> frozenset[str]:
    return frozenset(word.removesuffix("?").split("/")) | (frozenset({""}) if word.endswith("?") else frozenset())
