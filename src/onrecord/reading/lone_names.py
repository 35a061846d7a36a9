"""Capitalised words that neither lists nor clear contexts tell: how likely they name a person, by a linear model.

Each feature of such a piece has a weight (`lone_names.tsv`); a logistic function of their sum is the likelihood.
"""

from dataclasses import dataclass
from functools import cache
from math import exp

from onrecord.knowledge.name_words import known_places, name_words, pronouns
from onrecord.knowledge.people import census_surnames, given_names, roles, surnames, weak_given_names, world_surnames
from onrecord.knowledge.reporting import phrase_words, reporting_verbs
from onrecord.knowledge.tables import rows
from onrecord.reading.layout import Layout, Word
from onrecord.reading.name_lessons import Seen, begins, form_of, opens
from onrecord.reading.naming import Piece, folding, lower

LEAST = 0.6
"""A piece is taken for a person's name that is at least this likely one."""
LONGEST = 3
NEAR = 25
"""Words after the piece among which a pronoun of a person is looked for."""

Features = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lone:
    """What the text tells of all pieces of a form together: how many there are, and after what they stand somewhere."""

    counts: dict[str, int]
    persons: frozenset[str]
    articled: frozenset[str]
    owning: frozenset[str]


@cache
def _weights() -> dict[str, float]:
    return {feature: float(weight) for feature, weight in rows("lone_names.tsv")}


def lone(layout: Layout, pieces: list[Piece], settled: list[Piece | None]) -> Lone:
    """What the text tells of the pieces' forms, given what became of each so far."""
    counts: dict[str, int] = {}
    articled: set[str] = set()
    owning: set[str] = set()
    for piece in pieces:
        form = form_of(layout, piece)
        counts[form] = counts.get(form, 0) + 1
        if piece.first and lower(layout.words[piece.first - 1]) in ("the", "a", "an"):
            articled.add(form)
        if piece.last < len(layout.words) and lower(layout.words[piece.last]) in ("'s", "'"):
            owning.add(form)
    persons = frozenset(form_of(layout, piece) for piece in settled if piece is not None and piece.type == "person")
    return Lone(counts, persons, frozenset(articled), frozenset(owning))


def likelihood(layout: Layout, piece: Piece, seen: Seen, told: Lone) -> float:
    """How likely the piece names a person, 0 to 1; 0 for those too long to judge."""
    words = [lower(word) for word in layout.words[piece.first : piece.last]]
    if len(words) > LONGEST or (len(words) > 1 and any(word in name_words("site") or word in name_words("head") for word in words)):
        return 0.0
    weights = _weights()
    return 1 / (1 + exp(-sum(weights.get(feature, 0.0) for feature in features(layout, piece, seen, told))))


def features(layout: Layout, piece: Piece, seen: Seen, told: Lone) -> Features:
    """What tells for and against a person."""
    words = layout.words
    form = form_of(layout, piece)
    size = f"size {piece.last - piece.first}"
    place = "opens" if opens(layout, piece.first) else "begins" if begins(layout, piece.first) else "inside"
    before = _class(words[piece.first - 1]) if piece.first and place == "inside" else place
    after = _class(words[piece.last]) if piece.last < len(words) else "end"
    found = [
        "always",
        size,
        f"before {before}",
        f"after {after}",
        f"{place} after {after}",
        f"count {min(told.counts.get(form, 0), 3)}",
        *_listed(form.split()),
        *_looks(words[piece.first : piece.last]),
    ]
    if form in told.persons:
        found.append("person elsewhere")
    if form in told.articled:
        found.append("after article somewhere")
    if form in told.owning:
        found.append("owns somewhere")
    if form in seen.words:
        found.append(f"small somewhere {place}")
    if form in seen.acting:
        found.append("acts somewhere")
    if form in seen.placed:
        found.append("placed somewhere")
    if (near := _near(words, piece.last)) is not None:
        found.append(f"pronoun {near}")
    return tuple(found)


def _class(word: Word) -> str:
    """What sort of word stands beside the piece."""
    text = lower(word)
    if not text[0].isalnum():
        return text if text in (",", ".", "(", ")", "'s", "'", "-", "``", "''") else "mark"
    if word.capitalized:
        return "capital"
    for label in ("before_place", "person_verb"):
        if text in name_words(label):
            return label
    if text in reporting_verbs():
        return "reports"
    if text in ("the", "a", "an", "and", "or", "of", "to", "by", "with", "for", "as", "on", "that", "when", "while", "than", "but"):
        return text
    if text in pronouns() or text in roles():
        return "role or pronoun"
    if text.endswith("ed") and len(text) > 4:
        return "past"
    return "verb" if text in phrase_words("verb") else "word"


def _listed(forms: list[str]) -> list[str]:
    """In which lists its first and last words are."""
    found: list[str] = []
    for place, form in (("first", forms[0]), ("last", forms[-1])) if len(forms) > 1 else (("only", forms[0]),):
        lists = {
            "given": form in given_names() and form not in weak_given_names(),
            "weak given": form in weak_given_names(),
            "world surname": form in world_surnames(),
            "surname": form in surnames(),
            "census surname": form in census_surnames(),
            "place": form in known_places(),
            "thing": form in name_words("thing") or form in name_words("closing"),
            "head": form in name_words("head") or form in name_words("site"),
            "kind": form in name_words("kind"),
            "opening": form in name_words("opening"),
            "role": form in roles(),
        }
        known = [f"{place} {name}" for name, held in lists.items() if held]
        found.extend(known or [f"{place} unknown"])
    return found


def _looks(words: tuple[Word, ...]) -> list[str]:
    """What its letters tell."""
    last = words[-1].text
    found = [f"ends {folding(last)[-2:]}", f"long {min(len(last) // 3, 4)}"]
    if all(word.text.isupper() for word in words):
        found.append("all capitals")
    if any(letter.isdigit() for letter in last):
        found.append("digits")
    if "-" in last:
        found.append("hyphen")
    if any(letter.isupper() for letter in last[1:]) and not last.isupper():
        found.append("capital within")
    return found


def _near(words: tuple[Word, ...], last: int) -> str | None:
    """The gender of the first pronoun of a person soon after the piece."""
    for word in words[last : last + NEAR]:
        gender, case = pronouns().get(lower(word), ("u", "relative"))
        if case != "relative":
            return gender
    return None
