"""What the program knows of time expressions: their words, the rules of how they are printed, and the clues to their tense."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from typing import Any, Literal

Side = Literal["past", "future", "none"]
_SIDES: dict[str, Side] = {"past": "past", "future": "future", "none": "none"}


@dataclass(frozen=True, slots=True)
class TimeWords:
    """The words of times_words.toml, folded to lower case without a final full stop, each with what it stands for."""

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    seasons: Mapping[str, str]
    parts: Mapping[str, str]
    units: Mapping[str, str]
    """Singular and plural → the singular."""
    letters: Mapping[str, str]
    """Singular → TIMEX3 letters, with T before those of units shorter than a day."""
    which: Mapping[str, int]
    days: Mapping[str, int]
    fuzz: Mapping[str, tuple[str, Side]]
    edges: Mapping[str, str]
    amounts: Mapping[str, tuple[str, str]]
    numbers: Mapping[str, int]
    vague_numbers: tuple[str, ...]
    ordinals: Mapping[str, int]
    decades: Mapping[str, int]
    adverbs: Mapping[str, str]
    references: Mapping[str, str]
    alone: Mapping[str, str]
    story: Mapping[str, int]
    leading: Mapping[str, int]
    articles: frozenset[str]
    nearness: Mapping[str, str]
    kinds: Mapping[str, tuple[str, ...]]
    halves: Mapping[str, str]
    hours: Mapping[str, str]
    holidays: Mapping[str, str]
    years: Mapping[str, int]
    """Years as they are read aloud."""
    macros: Mapping[str, str]
    """Name → regular expression, for the `{name}`s of rules."""


@dataclass(frozen=True, slots=True)
class TimeRule:
    """One way that times are printed, as times_rules.toml has it; `pattern` has its macros filled in."""

    name: str
    make: str
    needs: frozenset[str]
    also: frozenset[str]
    pattern: re.Pattern[str]

    def groups(self, found: re.Match[str]) -> dict[str, str]:
        """What each group of a match holds, by its macro's name; groups that matched nothing are left out."""
        held = ((name.partition("__")[0], words) for name, words in found.groupdict().items() if words)
        return dict(sorted(held))


@dataclass(frozen=True, slots=True)
class TenseWords:
    """The clues of times_tense.toml, in lower case."""

    since: frozenset[str]
    due: frozenset[str]
    open: frozenset[str]
    future: frozenset[str]
    likely: frozenset[str]
    unsure: frozenset[str]
    aiming: frozenset[str]
    governing: frozenset[str]
    past: frozenset[str]
    past_marks: frozenset[str]
    not_past: frozenset[str]
    bound: frozenset[str]
    soonest: frozenset[str]
    copulas: frozenset[str]
    at: frozenset[str]
    was: frozenset[str]
    no_verbs: frozenset[str]
    nearing: frozenset[str]
    meant: frozenset[str]
    starting: frozenset[str]
    present: frozenset[str]
    auxiliaries: frozenset[str]
    then: frozenset[str]
    being: frozenset[str]
    arranging: frozenset[str]
    beyond: frozenset[str]
    effect: frozenset[str]
    told: frozenset[str]
    ahead: frozenset[str]
    passed_over: frozenset[str]
    barring: frozenset[str]


@dataclass(frozen=True, slots=True)
class TellingWords:
    """The words of times_telling.toml, in lower case."""

    barring: frozenset[str]
    other_time: frozenset[str]
    next_word: frozenset[str]
    nouns: frozenset[str]
    clause_starts: frozenset[str]


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(resources.files("onrecord.knowledge").joinpath(f"times_{name}.toml").read_text(encoding="utf-8"))


@cache
def time_words() -> TimeWords:
    """The words that time expressions are made of, and the macros made from them."""
    table = _table("words")
    units = table["units"]
    singular = {unit: unit for unit in units} | {f"{unit}s": unit for unit in units if unit != "century"} | table["plurals"]
    return TimeWords(
        months=_folded(table["months"] | table["short_months"]),
        weekdays=_folded(table["weekdays"] | table["short_weekdays"]),
        seasons=table["seasons"],
        parts=table["parts"],
        units=singular,
        letters=units,
        which=table["which"],
        days=table["days"],
        fuzz={word: (mod, _SIDES[side]) for word, (mod, side) in table["fuzz"].items()},
        edges=table["edges"],
        amounts={word: (of_duration, ago) for word, (of_duration, ago) in table["amounts"].items()},
        numbers=_all_numbers(table),
        vague_numbers=tuple(table["vague_numbers"]["forms"]),
        ordinals=table["ordinals"],
        decades=table["decades"],
        adverbs=table["adverbs"],
        references=table["references"],
        alone=table["alone"],
        story=table["story"],
        leading=table["leading"],
        articles=frozenset(table["articles"]["forms"]),
        nearness=table["nearness"],
        kinds={kind: tuple(forms) for kind, forms in table["kinds"].items()},
        halves=table["halves"],
        hours=table["hours"],
        holidays={form.lower(): day for form, day in table["holidays"].items()},
        years=_years_aloud(table),
        macros=_macros(table, singular),
    )


@cache
def time_rules() -> tuple[TimeRule, ...]:
    """The rules of how times are printed, in the order of their file, compiled."""
    macros = time_words().macros
    return tuple(
        TimeRule(
            rule["name"],
            rule["make"],
            frozenset(rule["needs"]),
            frozenset(rule.get("also", ())),
            _compiled(rule["pattern"], macros),
        )
        for rule in _table("rules")["rule"]
    )


@cache
def tense_words() -> TenseWords:
    """The words that tell past from future beside a time."""
    table = _table("tense")
    prepositions = table["prepositions"]
    lists = (prepositions["past"], prepositions["due"], prepositions["open"], *(table[name]["forms"] for name in _TENSES))
    whole = (table["whole"][name] for name in ("told", "ahead", "passed_over", "barring"))
    return TenseWords(*(frozenset(forms) for forms in (*lists, *whole)))


@cache
def tense_words_of_periods() -> TenseWords:
    """The words that tell past from future beside longer times than days, of which what is done or meant now tells nothing."""
    return replace(tense_words(), being=frozenset(), meant=frozenset())


@cache
def tense_words_afar() -> TenseWords:
    """The words that tell past from future from far off, where what was agreed or asked tells nothing."""
    return replace(tense_words(), aiming=frozenset(), meant=frozenset())


@cache
def telling_words() -> TellingWords:
    """The words that keep a time from belonging to a telling."""
    table = _table("telling")
    return TellingWords(*(frozenset(table[name]) for name in TellingWords.__dataclass_fields__))


_TENSES = (
    "future",
    "likely",
    "unsure",
    "aiming",
    "governing",
    "past",
    "past_marks",
    "not_past",
    "bound",
    "soonest",
    "copulas",
    "at",
    "was",
    "no_verbs",
    "nearing",
    "meant",
    "starting",
    "present",
    "auxiliaries",
    "then",
    "being",
    "arranging",
    "beyond",
    "effect",
)


def _folded(forms: Mapping[str, int]) -> dict[str, int]:
    return {form.lower().rstrip("."): value for form, value in forms.items()}


def _all_numbers(table: dict[str, Any]) -> dict[str, int]:
    small, tens = table["numbers"], table["tens"]
    joined = {f"{ten}{mark}{one}": tens[ten] + small[one] for ten in tens for one in small if small[one] < 10 for mark in "- "}
    whole = {**small, **tens, **joined}
    powers = {f"{count} {power}": whole.get(count, 1) * size for power, size in table["powers"].items() for count in ("a", *whole)}
    return {**whole, **powers, **table["pairs"]}


def _number_words(table: dict[str, Any]) -> str:
    """The pattern of numbers in words, as `_all_numbers` has them."""
    small, tens = table["numbers"], table["tens"]
    ones = _any(word for word in small if small[word] < 10)
    powers = _any(table["powers"])
    return rf"{_any(table['pairs'])}|(?:(?:{_any(tens)})(?:[- ](?:{ones}))?|{_any(small)})(?:\s(?:{powers}))?|an?\s(?:{powers})"


def _years_aloud(table: dict[str, Any]) -> dict[str, int]:
    """Years in words: `nineteen ninety-six`, `nineteen oh five`, `two thousand`, `two thousand and nine`, `twenty nineteen`."""
    small, tens = table["numbers"], table["tens"]
    pairs = {**{word: count for word, count in small.items() if count > 9}, **tens}
    pairs |= {f"{ten}{mark}{one}": tens[ten] + small[one] for ten in tens for one in small if small[one] < 10 for mark in "- "}
    pairs |= {f"oh {one}": count for one, count in small.items() if count < 10}
    aloud = {f"{first} {rest}": start + pairs[rest] for first, start in table["spelled_centuries"].items() for rest in pairs}
    joined = {f"two thousand {one}": 2000 + small[one] for one in small}
    return {**aloud, **joined, "two thousand": 2000}


def _years_aloud_pattern(table: dict[str, Any]) -> str:
    """The pattern of years as `_years_aloud` has them."""
    small, tens = table["numbers"], table["tens"]
    ones, teens = _any(word for word in small if small[word] < 10), _any(word for word in small if small[word] > 9)
    rest = rf"(?:{_any(tens)})(?:[- ](?:{ones}))?|{teens}|oh\s(?:{ones})"
    return rf"(?:{_any(table['spelled_centuries'])})\s(?:{rest})|two thousand(?:(?:\sand)?\s(?:{ones}|{teens}))?"


def _compiled(pattern: str, macros: Mapping[str, str]) -> re.Pattern[str]:
    """The pattern with its macros filled in; a group that comes again is numbered `name__2`, as names must differ."""
    filled = re.sub(r"\{([a-z_]+)\}", lambda found: macros[found[1]], pattern)
    seen: Counter[str] = Counter()

    def numbered(found: re.Match[str]) -> str:
        seen[found[1]] += 1
        return found[0] if seen[found[1]] == 1 else f"(?P<{found[1]}__{seen[found[1]]}>"

    return re.compile(re.sub(r"\(\?P<(\w+)>", numbered, filled))


def _any(forms: Iterable[str]) -> str:
    """One of the forms, longest first; a final full stop may be missing, blanks may be any one white space."""
    ordered = sorted(forms, key=lambda form: (-len(form), form))
    return "|".join(re.sub(r"\\\.$", r"\\.?", re.escape(form)).replace(r"\ ", r"\s") for form in ordered)


def _capital(forms: Iterable[str]) -> str:
    """One of the forms as printed, or all in capitals."""
    forms = list(forms)
    return _any(forms + [form.upper() for form in forms])


def _macros(table: dict[str, Any], units: Mapping[str, str]) -> dict[str, str]:
    months, short_months, doubtful = list(table["months"]), list(table["short_months"]), table["doubtful_months"]["forms"]
    weekdays, short_weekdays = list(table["weekdays"]), list(table["short_weekdays"])
    whole = rf"\d{{1,3}}(?:,\d{{3}}){{0,2}}(?!\d)|{_number_words(table)}"
    count = rf"\d{{1,3}} \d/\d|\d{{1,3}}\.\d(?!\d)|{whole}|{_any(table['vague_numbers']['forms'])}"
    loose = {
        "fuzz": _any(table["fuzz"]),
        "edge": _any(table["edges"]),
        "which": _any(table["which"]),
        "season": _any(table["seasons"]),
        "part": _any(table["parts"]),
        "ordinal_day": _any(word for word, count in table["ordinals"].items() if count <= 31).replace(r"\-", "[- ]"),
        "named_day": _any(table["days"]),
        "amount": _any(table["amounts"]),
        "ordinal": _any(table["ordinals"]),
        "decade": _any(table["decades"]),
        "reference": _any(table["references"]),
        "alone": _any(table["alone"]),
        "half": _any(table["halves"]),
        "hour_name": _any(table["hours"]),
        "year_aloud": _years_aloud_pattern(table),
        "count": count,
        "number": f"{count}|half an?|an?",
        "units": _any(form for form in units if form != "second"),
        "period": _any(form for form in units.values() if not table["units"][form].startswith("T") and form != "day"),
    }
    strict = {
        "adverb": _any(table["adverbs"]),
        "month": _capital(months),
        "month_or_short": _capital(months + short_months),
        "clear_month": _capital(month for month in months if month not in doubtful),
        "doubtful_month": _capital(doubtful),
        "weekday": _capital(weekdays),
        "weekday_or_short": _capital(weekdays + short_weekdays),
        "holiday": _any(table["holidays"]),
        "weekday_plural": _any(f"{weekday}s" for weekday in weekdays),
    }
    month = rf"(?:{_capital(months + short_months)})"
    return {
        **{name: rf"(?P<{name}>(?i:{forms}))" for name, forms in loose.items()},
        **{name: rf"(?P<{_GROUPS.get(name, name)}>{forms})" for name, forms in strict.items()},
        "month_word": month,
        "line": rf"(?m:^)(?=[\w’' -]{{1,{_LINE}}}(?m:$))",
        "day": r"(?P<day>(?:3[01]|[12]\d|0?[1-9]))(?:st|nd|rd|th)?(?![\w%]|[-–]\d|[.,:/]\d)",
        "day_first": r"(?P<day>(?:3[01]|[12]\d|0?[1-9]))(?:st|nd|rd|th)?",
        "year": r"(?P<year>(?:1[5-9]|20)\d\d)(?![\w%]|[-–]\d|[.,:/]\d| ?(?:BC|B\.C))",
        "no_year": r"(?!,? \d{4}(?!\d|,\d)| \d{3}(?!\d|,\d)|,? (?:A\.?D\.? )?\d{1,4} ?(?:BC|B\.C|AD|A\.D|CE))",
        "year_number": r"(?P<year>(?:1[89]\d|20[0-4])\d)(?![\w%]|[-–]\d|[.,:/]\d)",
        "clock": r"(?P<hour>1[0-2]|0?[1-9])(?:[:.](?P<minute>[0-5]\d))? ?(?P<half_day>[ap])\.?m\b\.?",
        "zone": _zone(table["zones"]["forms"]),
        "to_count": rf"(?: (?:to|or) (?P<to_count>(?i:{whole})))?",
        "counted_nouns": rf"(?i:{_any(table['counted_nouns']['forms'])})",
    }


def _zone(names: Iterable[str]) -> str:
    """A time zone after a time of the clock, in brackets or not, or that time as Greenwich has it."""
    by_name = rf"(?i:(?:{_any(names)})(?:\sstandard|\sdaylight)?\stime)"
    return rf"(?:\s?\(?(?:[ECMP][SD]?T|GMT|UTC|{by_name})\b\)?|\s\(\d{{4}}\sGMT\))?"


_LINE = 30
"""How long a line may be that holds nothing but a time."""

_GROUPS = {
    "month_or_short": "month",
    "clear_month": "month",
    "doubtful_month": "month",
    "weekday_or_short": "weekday",
    "weekday_plural": "weekday",
}
"""Macros whose group has the name of what it holds."""
