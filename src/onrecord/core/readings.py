"""Readings: all that one text says, read by itself.

A reading is a pure function of the text and the reader's version. Its times are unanchored: nothing here knows when the
document was published, so that a document can be dated later without being read again.
"""

from dataclasses import dataclass
from typing import Literal

from onrecord.core.spans import Span

EntityType = Literal["person", "organization", "place"]
MentionForm = Literal["name", "nominal", "pronoun"]
StatementType = Literal["direct", "indirect", "mixed"]
StatementMode = Literal["said", "wrote", "told", "tweeted", "thought", "declined", "no_response"]
SpeakerBasis = Literal["resolved", "ambiguous", "unnamed", "none", "unresolved"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
Direction = Literal["past", "future", "near", "none"]
Tells = Literal["holds", "held", "died", "served", "elected", "began", "ended", "will_begin", "will_end", "names"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that refers to an entity; `chain` is the id of its chain. Mentions of a reading stand in order of span."""

    chain: str
    span: Span
    form: MentionForm


@dataclass(frozen=True, slots=True)
class Chain:
    """The mentions of one entity within one document.

    `id` is the hash of document, type and the span of the first mention by name (of the first, where there is none), so that a
    pronoun told otherwise changes no id. `name` is the fullest form printed, without titles; "" where the text never names whom it
    means (`a girl … she`; `I`, outside of quotations, of whoever writes). Such a chain never speaks, and means nothing beyond its
    document.
    """

    id: str
    type: EntityType
    name: str
    first: Span


@dataclass(frozen=True, slots=True)
class Title:
    """A role in print beside a person's name: `Los Angeles City Councilmember`, `former mayor`, `Executive Director at X`.

    `span` is the whole title; `role` its words folded to lower case without the organization's; `organization` the chain
    named in it or ""; `former` whether the print says that it is past (`then-`, `former`, `ex-`, `the late`).
    """

    person: str
    span: Span
    role: str
    organization: str
    former: bool


@dataclass(frozen=True, slots=True)
class OfficeMention:
    """Words of one text that give a person an office, or take it: a title, an apposition, a verb with its role.

    `spans` are the words, in order; `role` the form that roles are compared in (`council member`), never ""; `organization` the
    chain of the body or place it is of, or ""; `post` the seat (`District 14`, `Ohio`), or "". `tells` is what they say as of the
    document's day: `holds`; `held` (is past: `former mayor`, `was mayor`); `died` (so did its holder); `served` (was held at some
    time, nothing is said of now); `elected`, `began`, `ended` (it did, by then); `will_begin`, `will_end`; `names` (only which
    post it is: `representing District 14`). `since`, `until` and `during` are ids of times, or "": from when, till when, at what
    time or how long. `courtesy` tells of a bare title before a surname, or of somebody quoted or named in passing, which people
    also give to those who held it once.
    """

    id: str
    person: str
    spans: tuple[Span, ...]
    role: str
    organization: str
    post: str
    tells: Tells
    since: str = ""
    until: str = ""
    during: str = ""
    courtesy: bool = False


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression, unanchored.

    Absolute expressions have a whole TIMEX3 `value` (`2021-10`) and no `unit`. Relative ones have `unit` and `offset` counted
    from the anchor (`last week`: unit `week`, offset -1; `today`: `day`, 0), or an open value (`XXXX-WXX-3` a Wednesday,
    `XXXX-10` an October, `XXXX-10-19`) to be filled from the anchor in `direction`: `past` the last such day up to and with
    the anchor, `future` the first from the anchor on, `near` whichever is closer (with offset -1 what is
    to come only where it is half as far), `none` leave open; with offset -1 or 1 one wholly before or after the anchor (`last
    Friday`). A value beside a unit is the part of it that is meant (`Wednesday of
    last week`: `XXXX-WXX-3`, unit `week`, offset -1; `last night`: `TNI`, unit `day`, offset -1), and a direction beside
    offset 0 the part gone by or still to come (`earlier this week`: `past`), beside another all up to the anchor or from it on
    (`the past year`: `past`). A duration with a direction ends or begins at
    the anchor (`the past three months`). An absolute date has in `direction` whether the text looks back on it or forward
    to it. Ranges of days or years are one time, `2030-10-03/2030-10-05`; feasts of the year are open values too
    (`XXXX-11-22+4` the Thursday from the 22nd on, `XXXX-EA-2` two days before Easter), and so is
    the week of a day (`XXXX-05-05W`). `rule` names the rule that found it.
    `reference` is the id of the time of the same text that this one is counted from in place of the document's day (`two days
    later`), or "". `mod` is TIMEX3's (`EARLY_`→`START`, `MID`, `END`, `APPROX`, `BEFORE`, `AFTER`, …) or "".
    """

    id: str
    span: Span
    type: TimeType
    value: str
    unit: Literal["", "day", "week", "weekend", "month", "quarter", "year", "decade", "century"]
    offset: int
    direction: Direction
    mod: str
    quant: str
    freq: str
    rule: str
    reference: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """One telling, in one document, of something somebody said, wrote or thought.

    `source`, `cue` and `content` are spans in text order; content is never empty, the others may be. `speaker` is a chain or None,
    and then `basis` says why and `printed` what the text says instead (`a spokesman`). `candidates` are the chains among which
    it could not be decided. `via` is the chain of who spoke for the speaker, `addressee` of whom it was told to, "" where none.
    `within` is the id of the statement this one is told in, or "". `about` are the chains that the content mentions. `said` is the
    id of the time attached to the telling (`said Wednesday`), or "". `confidence` is the probability that content and speaker
    are right.
    """

    id: str
    type: StatementType
    mode: StatementMode
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    speaker: str | None
    basis: SpeakerBasis
    candidates: tuple[str, ...]
    printed: str
    via: str
    addressee: str
    within: str
    about: tuple[str, ...]
    said: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one text says. Every tuple is in order of first span.

    `reader` is the reader's name and version (`rules/1`). `language` is an ISO 639-1 code or `und`; a text that is not English
    has a reading with nothing but its language. `build` names what else the reading depends on (the runtime of a network and the
    class of processor), "" where nothing else.
    """

    document: str
    reader: str
    language: str
    sentences: tuple[Span, ...] = ()
    mentions: tuple[Mention, ...] = ()
    chains: tuple[Chain, ...] = ()
    titles: tuple[Title, ...] = ()
    times: tuple[Time, ...] = ()
    statements: tuple[Statement, ...] = ()
    build: str = ""
    offices: tuple[OfficeMention, ...] = ()
