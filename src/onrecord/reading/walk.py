"""The way through a text: who was mentioned where, and how prominently, up to the word that is looked at."""

from bisect import bisect_left
from dataclasses import dataclass, field

from onrecord.core.spans import Span, overlapping
from onrecord.knowledge.name_words import name_words, pronouns
from onrecord.knowledge.people import Gender
from onrecord.knowledge.reporting import phrase_words, reporting_verbs
from onrecord.reading.ages import ages
from onrecord.reading.captions import captions
from onrecord.reading.grouping import Group
from onrecord.reading.layout import Layout
from onrecord.reading.naming import lower

REACH = 4
"""Sentences within which a mention is remembered, its own counted."""

DECAY = (1.0, 0.65, 0.4, 0.25)
"""How much a mention counts, by the number of sentences that it stands back; further back it does not."""

EARLIER_PARAGRAPH = 0.6
"""How much less a mention in an earlier paragraph counts, unless the reference stands in the first sentence of its own."""

SPEAKS, SUBJECT, OWNS, OTHER = 3.0, 2.2, 1.2, 1.0


@dataclass(frozen=True, slots=True)
class Seen:
    """A mention on the way: the number of its sentence, its weight, its span, and whether it is a name."""

    sentence: int
    weight: float
    span: Span
    named: bool


Reported = tuple[str, int, int, list[Group]]
"""A pronoun's gender, how often persons had been mentioned outside of what is said and others passed by when it had reported, and
whom it means or may mean."""

NOBODY_REPORTED: Reported = ("", -1, -1, [])


@dataclass(slots=True)
class Walk:
    """Where each group was mentioned so far; groups by words of names and roles.

    `ages` are those in print beside each person, `by_age` the persons of an age; `named` are all names of the text in order;
    `speaker` is the key of the group that spoke last, 0 for none, `spoke` how many mentions of persons outside of what is said and
    how many strangers there were by then; `first` and `most` are the persons mentioned first and most often; `strangers` where
    people passed by without a name stand, and their genders; `nameless` the gender and place of the last pronoun that meant nobody
    named; `leads` where the words stand that lead on from a mention to a pronoun, by kind, once they were asked for.
    """

    layout: Layout
    quoted: tuple[Span, ...]
    named: tuple[tuple[Span, Group], ...]
    seen: dict[int, list[Seen]] = field(default_factory=dict)
    groups: dict[int, Group] = field(default_factory=dict)
    order: list[tuple[int, int]] = field(default_factory=list)
    by_word: dict[str, list[Group]] = field(default_factory=dict)
    ages: dict[int, frozenset[str]] = field(default_factory=dict)
    by_age: dict[str, list[Group]] = field(default_factory=dict)
    told: list[int] = field(default_factory=list)
    strangers: list[tuple[int, Gender]] = field(default_factory=list)
    nameless: tuple[str, int] = ("", 0)
    leads: dict[str, list[int]] = field(default_factory=dict)
    captions: tuple[Span, ...] = ()
    outside: int = 0
    reported: Reported = NOBODY_REPORTED
    speaker: int = 0
    spoke: tuple[int, int] = (-1, -1)
    first: int = 0
    most: int = 0

    def __post_init__(self) -> None:
        """Count the sentences that the text itself tells: whole sentences within a quotation, or captions, do not move it on."""
        self.captions = captions(self.layout)
        count = 0
        for sentence in self.layout.sentences:
            around = self.quotation(sentence.start)
            count += (around is None or around.end < sentence.end) and self.caption(sentence.start) is None
            self.told.append(count)

    def back(self, here: int, there: int) -> int:
        """How many told sentences one sentence stands after another."""
        return self.told[here] - self.told[there]

    def sentence(self, offset: int) -> int:
        """The number of the sentence at an offset."""
        return max(0, bisect_left(self.layout.sentences, (offset + 1, 0)) - 1)

    def quotation(self, offset: int) -> Span | None:
        """The quotation around an offset."""
        at = bisect_left(self.quoted, (offset + 1, 0)) - 1
        return self.quoted[at] if at >= 0 and self.quoted[at].end > offset else None

    def caption(self, offset: int) -> Span | None:
        """The caption of a picture around an offset."""
        return next(iter(overlapping(self.captions, Span(offset, offset + 1))), None)

    def mention(self, group: Group, span: Span, weight: float, *, named: bool = False) -> None:
        """Note that the group was mentioned."""
        if id(group) not in self.groups:
            self.groups[id(group)] = group
            for word in sorted(group.families | {word for form in group.forms for word in form.split()}):
                self.by_word.setdefault(word, []).append(group)
            self.ages[id(group)] = ages(self.layout.text, group.spans) if group.type == "person" else frozenset()
            for age in sorted(self.ages[id(group)]):
                self.by_age.setdefault(age, []).append(group)
        sentence = self.sentence(span.start)
        seen = self.seen.setdefault(id(group), [])
        seen.append(Seen(sentence, weight, span, named))
        if group.type == "person":
            self.first = self.first or id(group)
            self.most = id(group) if len(seen) > len(self.seen.get(self.most, ())) else self.most
        self.order.append((sentence, id(group)))
        person = group.type == "person"
        self.outside += person and self.quotation(span.start) is None and self.caption(span.start) is None
        if weight >= SPEAKS and self.quotation(span.start) is None:
            self.speaker = id(group)
            self.spoke = (self.outside, len(self.strangers))

    def ahead(self, offset: int) -> tuple[tuple[Span, Group], ...]:
        """The names that follow an offset in its sentence."""
        first = bisect_left(self.named, offset, key=lambda entry: entry[0].start)
        end = self.layout.sentence_at(offset).end
        last = bisect_left(self.named, end, key=lambda entry: entry[0].start)
        return self.named[first:last]

    def recent(self, here: int) -> list[int]:
        """The keys of the groups mentioned within reach of a sentence, the last one first."""
        found: dict[int, None] = {}
        for sentence, key in reversed(self.order):
            if self.back(here, sentence) >= REACH:
                break
            found[key] = None
        return list(found)

    def prominence(self, group: Group, at: int) -> float:
        """How prominent a group is for a reader at an offset: its best mention within reach, less the further back it stands."""
        best = 0.0
        here, inside = self.sentence(at), self.quotation(at)
        paragraph = self.layout.paragraph_at(at).start
        opens = self.layout.sentences[here].start == paragraph
        for seen in reversed(self.seen.get(id(group), [])):
            back = self.back(here, seen.sentence)
            if back >= REACH:
                break
            around = self.quotation(seen.span.start)
            if inside is not None and around != inside:
                continue
            weight = seen.weight * (0.3 if inside is None and around is not None else 1.0)
            if seen.span.start < paragraph and not opens:
                weight *= EARLIER_PARAGRAPH
            best = max(best, weight * DECAY[back])
        return best


def role_of(weight: float) -> str:
    """What a mention of a weight is in its sentence."""
    return "speaks" if weight >= SPEAKS else "subject" if weight >= SUBJECT else "owns" if weight >= OWNS else "other"


def weight_of(layout: Layout, at: int, span: Span) -> float:
    """How prominent the mention is whose words begin at an index: who speaks, the subject of a clause, an owner, anything else."""
    words = layout.words
    last = at
    while last < len(words) and words[last].start < span.end:
        last += 1
    first = _title_start(layout, at)
    before = lower(words[first - 1]) if first else ""
    after = lower(words[last]) if last < len(words) else ""
    adverb = after in phrase_words("adverb") and last + 1 < len(words)
    if adverb:
        after = lower(words[last + 1])
    inverted = before in ("said", "says", "added") and first > 1 and not words[first - 2].text[0].isalnum()
    by_phrase = before == "to" and first > 1 and lower(words[first - 2]) == "according"
    if after in ("said", "says", "told", "added") or (inverted and after not in phrase_words("verb")) or by_phrase:
        return SPEAKS
    if after in ("'s", "'") or lower(words[at]) in ("his", "her"):
        return OWNS
    if after in reporting_verbs() and before not in phrase_words("within"):
        return SPEAKS
    if before in phrase_words("within") or before in ("to", "by", "about", "against", "and", "than"):
        return OTHER
    if (
        (_opens(layout, at, span) and (after[:1].isalpha() or after in (",", "(")))
        or (adverb and after[:1].isalpha())
        or after in name_words("person_verb")
        or after in phrase_words("verb")
        or (after.endswith("ed") and len(after) > 4)
    ):
        return SUBJECT
    return SUBJECT if pronouns().get(lower(words[at]), ("", ""))[1] == "subject" else OTHER


def _title_start(layout: Layout, at: int) -> int:
    """The index of the first capitalised word of a title before a name: of `President` for `from President Lane`."""
    words = layout.words
    start = layout.sentence_at(words[at].start).start
    while at and words[at - 1].capitalized and words[at - 1].start > start and words[at].capitalized:
        at -= 1
    return at


def _opens(layout: Layout, at: int, span: Span) -> bool:
    """Whether the sentence begins with the mention, or with a title before it."""
    words = layout.words
    start = layout.sentence_at(span.start).start
    first = at
    while first and words[first - 1].start >= start:
        first -= 1
        if not words[first].capitalized and lower(words[first]) not in ("the", "of", "for"):
            return False
    return True
