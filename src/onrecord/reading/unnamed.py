"""Chains of those whom the text never names: `I`, `you` and `we` of whoever writes, `a girl … she`, `the players … they`.

They are gathered when all names, and what refers to them, are known, from the words that are left. Such a chain has no name.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.core.readings import EntityType, MentionForm
from onrecord.core.spans import Span
from onrecord.knowledge.people import Gender
from onrecord.knowledge.persons import nouns
from onrecord.knowledge.reporting import phrase_words
from onrecord.reading.layout import Layout, Word
from onrecord.reading.naming import lower
from onrecord.reading.plain_nominals import DEFINITE, INDEFINITE, LONGEST, OWNERS, Nominal, nominal_at
from onrecord.reading.walk import SUBJECT, weight_of

LONGEST_BRACKETS = 40
"""Words between a name and what it is said to be that brackets may hold."""
REACH = 2
"""Sentences back to which a pronoun is taken to mean somebody unnamed."""
OWN_REACH = 6
"""Sentences back to which it is taken to mean whom the same pronoun meant."""

PERSONS = {
    "i": "I", "me": "I", "my": "I", "mine": "I", "myself": "I",
    "we": "we", "us": "we", "our": "we", "ours": "we", "ourselves": "we",
    "you": "you", "your": "you", "yours": "you", "yourself": "you",
}  # fmt: skip
GENDERED: dict[str, Gender] = {
    "he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f",
}  # fmt: skip
ANYBODY = frozenset(["someone", "somebody", "everyone", "everybody", "anyone", "anybody"])
PLURAL = frozenset(["they", "them", "their", "theirs", "themselves"])
PRONOUNS = PERSONS.keys() | GENDERED.keys() | ANYBODY | PLURAL | {"its", "'s"}
"""Words that may be pronouns here; `'s` is one in `let's`."""
COPULAS = frozenset(["is", "was", "are", "were", "am", "be", "became", "as", "'m", "'re", "remains", "becomes"])
AFTER_APPOSITION = frozenset(["who", "of", "at", "for", "in", "from"])


@dataclass(slots=True, eq=False)
class Unnamed:
    """Somebody while the mentions are gathered: what the noun says, the words before it so far, and the mentions found.

    `chain` is the id of a chain that the text names, of which further mentions are found, "" for one that it does not name.
    """

    type: EntityType
    mentions: list[tuple[Span, MentionForm]]
    chain: str = ""
    lemma: str = ""
    gender: Gender = "u"
    many: bool = False
    qualities: set[str] = field(default_factory=set)
    last: int = 0
    speaks: bool = False
    latest: Span = field(default_factory=lambda: Span(0, 0))
    weight: float = 0.0


Known = Mapping[Span, tuple[str, EntityType]]
"""The mentions of chains that the text names: span → the chain's id and type."""


def unnamed(layout: Layout, known: Known, apart: Sequence[Span], quoted: Sequence[Span]) -> tuple[Unnamed, ...]:
    """The chains of two mentions or more of those whom the text does not name, and what else `known` chains are mentioned by.

    `apart` are words that nothing is made of: names in no chain, references left open among several; `quoted` the quotations.
    """
    gathering = _Gathering(layout, known, _by_word(layout, [*known, *apart]), _by_word(layout, quoted))
    for number, sentence in enumerate(layout.sentences):
        first, last = bisect_left(layout.starts, sentence.start), bisect_left(layout.starts, sentence.end)
        gathering.sentence(number, first, last)
    found = [each for each in gathering.found if len(each.mentions) > (0 if each.chain else 1)]
    return tuple(sorted(found, key=lambda each: min(each.mentions)))


def _by_word(layout: Layout, spans: Iterable[Span]) -> dict[int, Span]:
    """Where each word of the spans begins → its span."""
    return {word.start: span for span in spans for word in layout.words_in(span)}


class _Gathering:
    def __init__(self, layout: Layout, known: Known, taken: Mapping[int, Span], quoted: Mapping[int, Span]) -> None:
        self.layout, self.known, self.taken, self.quoted = layout, known, taken, quoted
        self.nouns = nouns()
        self.found: list[Unnamed] = []
        self.near: list[Unnamed] = []
        self.called: dict[tuple[str, bool, Unnamed | str], list[Unnamed]] = {}
        self.named: dict[str, Unnamed] = {}
        self.ending: dict[int, Unnamed] = {}
        self.speaking: dict[tuple[str, Span | None], Unnamed] = {}

    def sentence(self, number: int, first: int, last: int) -> None:
        """Gather the mentions of a sentence, word by word."""
        words = self.layout.words
        texts = [lower(word) for word in words[first:last]]
        self.near = [each for each in self.near if number - each.last < OWN_REACH]
        heads = [*(first + at for at, text in enumerate(texts) if text in self.nouns), last + LONGEST]
        at = first
        while at < last:
            word, text = words[at], texts[at - first]
            taken = self.taken.get(word.start)
            if taken is None and text in PRONOUNS:
                self._pronouns(text, at, number)
            elif taken is not None and taken in self.known and taken.start == word.start:
                self._known(taken, at, number)
            near = heads[bisect_left(heads, at)] < at + LONGEST and (taken is None or text in OWNERS)
            if near and (nominal := nominal_at(self.layout, at, last)) is not None and not self._within_taken(nominal):
                self._nominal(nominal, number)
                at = nominal.last
                continue
            at += 1

    def _pronouns(self, text: str, at: int, number: int) -> None:
        span = self.layout.words[at].span
        if (spoken := self._spoken(text, at)) is not None:
            self._speaker(spoken, at)
        elif text in ANYBODY:
            self._mention(self._called(text), span, "pronoun", at, number)
        elif text == "its":
            if (body := self._body_before(number)) is not None:
                self._mention(body, span, "pronoun", at, number)
        elif text in GENDERED or text in PLURAL:
            self._pronoun(text, at, number)

    def _body_before(self, number: int) -> Unnamed | None:
        """The body that is the subject of the sentence so far, which alone `its` is taken to mean."""
        told = [each for each in self.near if each.type == "organization" and not each.many and each.weight >= SUBJECT]
        here = [each for each in told if each.last == number]
        return max(here, key=lambda each: (each.weight, each.latest), default=None)

    def _known(self, span: Span, at: int, number: int) -> None:
        chain, kind = self.known[span]
        who = self._whose(chain, kind)
        if kind == "organization":
            self._pass(who, span, at, number)
        self.ending[span.end] = who

    def _within_taken(self, nominal: Nominal) -> bool:
        return self.taken.get(self.layout.words[nominal.last - 1].start) is not None

    def _spoken(self, text: str, at: int) -> str | None:
        """`I`, `we` or `you`, if the word is one of its forms: `let's` is `we`."""
        if text == "'s" and at and lower(self.layout.words[at - 1]) == "let":
            return "we"
        return PERSONS.get(text)

    def _speaker(self, spoken: str, at: int) -> None:
        """Note a mention of who speaks or is spoken to: one outside of quotations, another in those of each paragraph."""
        words = self.layout.words
        joined = spoken == "you" and at + 1 < len(words) and lower(words[at + 1]) in ("guys", "all", "both")
        span = Span(words[at].start, words[at + joined].end)
        quoted = self.quoted.get(span.start)
        key = (spoken, quoted and self.layout.paragraph_at(span.start))
        who = self.speaking.get(key)
        if who is None:
            who = self.speaking[key] = self._new("person", many=spoken == "we")
            who.speaks = True
        who.mentions.append((span, "pronoun"))
        self.ending[span.end] = who

    def _new(self, kind: EntityType, *, many: bool = False) -> Unnamed:
        found = Unnamed(kind, [], many=many)
        self.found.append(found)
        return found

    def _called(self, text: str) -> Unnamed:
        """Somebody new, whom `they` may mean."""
        who = self._new("person", many=True)
        who.lemma = text
        return who

    def _pronoun(self, text: str, at: int, number: int) -> None:
        word = self.layout.words[at]
        gender = GENDERED.get(text, "u")
        many = text in PLURAL
        near = [each for each in self.near if self._may_mean(each, gender, many, number, word)]
        if near:
            who = max(near, key=lambda each: (each.weight - 1.2 * (number - each.last), each.latest))
        else:
            who = self._new("person", many=many)
            who.gender = gender
        self._mention(who, word.span, "pronoun", at, number)
        if who.gender == "u" and not many:
            who.gender = gender

    def _may_mean(self, each: Unnamed, gender: Gender, many: bool, number: int, word: Word) -> bool:
        if each.chain:
            return many and each.type == "organization" and number == each.last
        if not each.mentions or each.many != many or each.speaks:
            return False
        if each.gender not in ("u", gender) or (each.type == "organization" and not many):
            return False
        reach = REACH if each.lemma else OWN_REACH
        inside = self.quoted.get(word.start)
        there = self.quoted.get(each.latest.start)
        return number - each.last < reach and (inside == there or inside is not None)

    def _nominal(self, nominal: Nominal, number: int) -> None:
        words = self.layout.words
        span = Span(words[nominal.first].start, words[nominal.last - 1].end)
        who = self._described(nominal)
        if who is None and nominal.last < len(words) and words[nominal.last].capitalized:
            return
        if who is None and nominal.opening not in INDEFINITE:
            who = self._same(nominal)
        if who is None:
            who = self._new(nominal.noun.type, many=nominal.noun.many)
            who.lemma, who.gender = nominal.noun.lemma, nominal.noun.gender
            self.called.setdefault((who.lemma, who.many, self._owner(nominal)), []).append(who)
        if not who.chain:
            who.qualities |= nominal.qualities
        self._mention(who, span, "nominal", nominal.first, number)

    def _owner(self, nominal: Nominal) -> Unnamed | str:
        """Whose it is: `his` and `Lane's` are one where he is Lane; "" for nobody's."""
        if not nominal.owner:
            return ""
        words = self.layout.words
        at = nominal.first - (nominal.owner in ("'s", "'"))
        return self.ending.get(words[at].end) or lower(words[at])

    def _same(self, nominal: Nominal) -> Unnamed | None:
        """The one mentioned last that has the noun, where no word before it is new; of bare plurals, where all are the same."""
        wanted = (nominal.noun.lemma, nominal.noun.many, self._owner(nominal))
        met = reversed(self.called.get(wanted, []))
        if not nominal.opening:
            return next((each for each in met if nominal.qualities and nominal.qualities == each.qualities), None)
        return next((each for each in met if nominal.qualities <= each.qualities), None)

    def _described(self, nominal: Nominal) -> Unnamed | None:
        """Whom the nominal describes: `Lane is a teacher`, `Lane, the union's chief,`, `the philosopher Rosa Lane`.

        *The mayor* of `Lane is the mayor's wife` describes nobody.
        """
        words = self.layout.words
        first, last = nominal.first, nominal.last
        if (named := self._name_after(nominal)) is not None:
            return named
        if last < len(words) and lower(words[last]) in ("'s", "'"):
            return None
        at = first - 1
        while at > 0 and lower(words[at]) in phrase_words("adverb"):
            at -= 1
        if at > 0 and lower(words[at]) in COPULAS:
            return self._fitting(self.ending.get(words[_before_brackets(words, at - 1)].end), nominal)
        closed = last >= len(words) or not words[last].text[0].isalnum() or lower(words[last]) in AFTER_APPOSITION
        if first > 0 and words[first - 1].text == "," and closed and nominal.opening in ("a", "an", "the"):
            return self._fitting(self.ending.get(words[first - 2].end), nominal) if first > 1 else None
        return None

    def _name_after(self, nominal: Nominal) -> Unnamed | None:
        """Whose name follows: `the painter Rosa Lane`, `his daughter Rosa`, `his daughter, Rosa,`."""
        words = self.layout.words
        at = nominal.last + (nominal.last < len(words) and words[nominal.last].text == ",")
        span = self.taken.get(words[at].start) if at < len(words) else None
        if span is None or span not in self.known or span.start != words[at].start:
            return None
        chain, kind = self.known[span]
        if at > nominal.last and not self._closes(span):
            return None
        fits = kind == nominal.noun.type and not nominal.noun.many and nominal.opening in DEFINITE | OWNERS
        return self._whose(chain, kind) if fits else None

    def _closes(self, span: Span) -> bool:
        """Whether a mark that ends an apposition follows the name."""
        return self.layout.text[span.end : span.end + 1] in (",", ".", ";", ")", "")

    def _whose(self, chain: str, kind: EntityType) -> Unnamed:
        """The named chain, as far as it was met."""
        if chain not in self.named:
            self.named[chain] = self._new(kind)
            self.named[chain].chain = chain
        return self.named[chain]

    def _fitting(self, who: Unnamed | None, nominal: Nominal) -> Unnamed | None:
        if who is None or who.type != nominal.noun.type or (who.many != nominal.noun.many):
            return None
        return who if who.gender == "u" or nominal.noun.gender in ("u", who.gender) else None

    def _mention(self, who: Unnamed, span: Span, form: MentionForm, at: int, number: int) -> None:
        who.mentions.append((span, form))
        self._pass(who, span, at, number)

    def _pass(self, who: Unnamed, span: Span, at: int, number: int) -> None:
        if who not in self.near:
            self.near.append(who)
        weight = weight_of(self.layout, at, span)
        who.weight = max(weight, who.weight - 1.2) if who.last == number else weight
        who.last = number
        who.latest = span
        self.ending[span.end] = who


def _before_brackets(words: tuple[Word, ...], at: int) -> int:
    """The index of the word before the brackets and notes that end at an index: of `Lane` for the `]` of `Lane (born 1950) [2]`."""
    while words[at].text == "]" and at > 3 and words[at - 2].text == "[":
        at -= 3
    if words[at].text != ")":
        return at
    opened = next((back for back in range(at - 1, max(0, at - LONGEST_BRACKETS), -1) if words[back].text == "("), at + 1)
    return opened - 1
