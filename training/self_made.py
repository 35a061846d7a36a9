"""Examples made of plain stories: a person's surname that is mentioned again becomes a pronoun (Kocijan et al. 2019, WikiCREM).

Whom the pronoun means is then known: the person whose name stood there. Only those are made that the rules are sure of (a known
gender, a plain place in the sentence) and that ask for a choice: somebody else of a gender that fits was named before.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import NamedTuple

from onrecord.core.spans import Span
from onrecord.knowledge.name_words import name_words
from onrecord.knowledge.people import Gender
from onrecord.knowledge.reporting import phrase_words, reporting_verbs
from onrecord.reading.grouping import grouped
from onrecord.reading.layout import Layout, Word
from onrecord.reading.names import find_names
from onrecord.reading.naming import lower
from onrecord.reading.neural.pieces import BORDERS, CutWords, WordPieces, shape, word_pieces
from onrecord.reading.neural.windows import windows
from onrecord.reading.titles import find_titles
from training.pronouns import Pronoun, Referring

MOST = 5
"""Pronouns made in one window."""
FEWEST = 2
"""A window with fewer is not worth its reading."""
SHARE = 0.85
"""Of the mentions that could become pronouns so many do."""
NEAR = 3
"""Sentences back in which the person must be named still."""

FORMS: Mapping[tuple[Gender, str], str] = {
    ("m", "subject"): "he", ("m", "object"): "him", ("m", "possessive"): "his",
    ("f", "subject"): "she", ("f", "object"): "her", ("f", "possessive"): "her",
}  # fmt: skip

_HONORIFICS = ("mr.", "ms.", "mrs.", "mr", "ms", "mrs")
_OF_SEVERAL = frozenset({"are", "were", "be", "been", "do", "have", "who", "whose", "that", "also"})
_BEFORE_SUBJECT = frozenset(
    {"that", "if", "when", "while", "because", "since", "although", "though", "whether", "after", "before", "until", "as"}
    | {"what", "how", "why", "where", "but", "says", "said", ","}
)
_BEFORE_OBJECT = frozenset(
    {"of", "for", "to", "with", "by", "from", "about", "against", "on", "at", "toward", "behind", "beside", "between", "like"}
    | {"told", "asked", "called", "accused", "praised", "criticized", "attacked", "beat", "defeated", "supported", "endorsed"}
    | {"urged", "blamed", "met", "saw", "defended", "backed", "joined", "helped", "see", "support", "defeat", "impeach", "trust"}
    | {"give", "gave", "confronted", "mocked", "challenged", "interviewed", "nominated", "appointed", "fired", "hired", "named"}
)
_AFTER_OBJECT = frozenset(
    {".", "?", "!", ";", "in", "on", "at", "to", "for", "from", "with", "by", "of", "during", "after", "before", "because", "when"}
    | {"as", "over", "into", "if", "while", "that", "about", "but", "since", "and", "or"}
)
_AFTER_POSSESSIVE = frozenset({"been", "not", "going", "a", "the", "an", "got", "just", "still", "already", "being"})


class People(NamedTuple):
    """The persons of a page by the rules: for each the spans of its names and its gender."""

    spans: list[list[Span]]
    genders: list[Gender]


@dataclass(frozen=True, slots=True)
class Mention:
    """The words `[first, end)` of a person's name, the person's number, and what pronoun can stand there; `case` may be none."""

    first: int
    end: int
    person: int
    case: str


def people(page: Layout) -> People:
    """The persons of a page."""
    names = find_names(page)
    groups = [group for group in grouped(page, names, find_titles(page, names))[0] if group.type == "person"]
    return People([group.spans for group in groups], [group.gender for group in groups])


def last_words(page: Layout, spans: Sequence[Span]) -> list[int]:
    """The number of each span's last word."""
    return [bisect_left(page.starts, span.end) - 1 for span in spans]


def self_made(name: str, origin: str, weight: float, page: Layout, cut: CutWords) -> Iterator[Referring]:
    """The windows of a page in which names were made pronouns, at least FEWEST a window."""
    read = word_pieces(page, cut)
    known = people(page)
    mentions = sorted(_mentions(page, known), key=lambda mention: mention.first)
    borders = [border for _, _, border in read.features]
    draw = Random(name)
    for start, _, end in windows([len(pieces) for pieces in read.pieces], borders):
        inside = [mention for mention in mentions if start <= mention.first and mention.end <= end]
        chosen = _chosen(page, inside, known.genders, draw)
        if len(chosen) >= FEWEST:
            yield _window(name, origin, weight, (start, end), read, inside, chosen, known.genders, cut)


def _mentions(page: Layout, known: People) -> Iterator[Mention]:
    for person, spans in enumerate(known.spans):
        for span in spans:
            first, end = bisect_left(page.starts, span.start), bisect_left(page.starts, span.end)
            alone = end - first == 1 and known.genders[person] != "u"
            honoured = alone and first > 0 and lower(page.words[first - 1]) in _HONORIFICS
            titled = alone and not honoured and first > 0 and page.words[first - 1].capitalized
            first -= honoured
            yield Mention(first, end, person, _case(page, first, end) if alone and not titled else "")


def _case(page: Layout, first: int, end: int) -> str:
    """The case of the pronoun that can stand for the words `[first, end)`; none where it is not plain to see."""
    words = page.words
    after = lower(words[end]) if end < len(words) else "."
    before = lower(words[first - 1]) if first else "."
    if _opens(page, first):
        before = ","
    if after in ("'s", "’s"):
        return "possessive" if before not in ("and", "or") and _owned(words, end + 1) else ""
    if before in _BEFORE_SUBJECT and _verb(words, end):
        return "subject"
    return "object" if before in _BEFORE_OBJECT and after in _AFTER_OBJECT else ""


def _opens(page: Layout, at: int) -> bool:
    return page.sentence_at(page.words[at].start).start == page.words[at].start


def _owned(words: Sequence[Word], at: int) -> bool:
    text = lower(words[at]) if at < len(words) else "."
    return text.isalpha() and text not in _AFTER_POSSESSIVE and not text.endswith("ing") and not words[at].capitalized


def _verb(words: Sequence[Word], at: int) -> bool:
    """Whether a verb of one person follows, after an adverb at most."""
    text = lower(words[at]) if at < len(words) else "."
    if text in phrase_words("adverb") or text == "also":
        text = lower(words[at + 1]) if at + 1 < len(words) else "."
    known = text in phrase_words("verb") or text in name_words("person_verb") or text in reporting_verbs()
    return (known or (text.endswith("ed") and len(text) > 4)) and text not in _OF_SEVERAL


def _chosen(page: Layout, inside: Sequence[Mention], genders: Sequence[Gender], draw: Random) -> list[Mention]:
    """The mentions of a window that become pronouns: the person stays named shortly before, and somebody else who fits is too."""
    chosen: list[Mention] = []
    for at, mention in enumerate(inside):
        gender = genders[mention.person]
        before = [each for each in inside[:at] if each not in chosen]
        mine = [each for each in before if each.person == mention.person and _sentences(page, each, mention) < NEAR]
        rivals = [each for each in before if each.person != mention.person and genders[each.person] in ("u", gender)]
        if mention.case and mine and rivals and len(chosen) < MOST and draw.random() < SHARE:
            chosen.append(mention)
    return chosen


def _sentences(page: Layout, one: Mention, other: Mention) -> int:
    first, last = (bisect_left(page.sentences, Span(page.words[each.first].start + 1, 0)) for each in (one, other))
    return last - first


def _window(
    name: str,
    origin: str,
    weight: float,
    bounds: tuple[int, int],
    read: WordPieces,
    inside: Sequence[Mention],
    chosen: Sequence[Mention],
    genders: Sequence[Gender],
    cut: CutWords,
) -> Referring:
    """The window with the chosen mentions as pronouns, the `'s` of those that own taken away."""
    pieces: list[tuple[int, ...]] = []
    features: list[tuple[int, int, int]] = []
    stands: dict[int, int] = {}
    made = {mention.first: mention for mention in chosen}
    at = bounds[0]
    while at < bounds[1]:
        stands[at] = len(pieces)
        mention = made.get(at)
        if mention is None:
            pieces.append(read.pieces[at])
            features.append(read.features[at])
            at += 1
            continue
        form = FORMS[genders[mention.person], mention.case]
        _, quoted, border = read.features[at]
        printed = form.capitalize() if border != BORDERS.index("inside") else form
        pieces.append(tuple(cut([form])[0]))
        features.append((shape(printed), quoted, border))
        at = mention.end + (mention.case == "possessive")
    ends = [at for at in sorted(stands) if read.features[at][2] != BORDERS.index("inside")]
    found = [_pronoun(mention, inside, made, stands, ends) for mention in chosen]
    return Referring(name, origin, weight, tuple(pieces), tuple(features), tuple(found))


def _pronoun(
    mention: Mention, inside: Sequence[Mention], made: Mapping[int, Mention], stands: Mapping[int, int], ends: Sequence[int]
) -> Pronoun:
    """The pronoun with the names up to the end of its sentence."""
    following = bisect_left(ends, mention.first + 1)
    end = ends[following] if following < len(ends) else mention.first + len(stands) + 1000
    near = [each for each in inside if each.first not in made and each.end <= end]
    right = tuple(position for position, each in enumerate(near) if each.person == mention.person)
    return Pronoun(stands[mention.first], tuple(stands[each.end - 1] for each in near), right)
