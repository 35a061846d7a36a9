"""Names in a text, and bodies called by one: `the Lane campaign`, `the Ruiz administration`, `Calder police`."""

from bisect import bisect_left
from dataclasses import dataclass

from onrecord.core.readings import EntityType
from onrecord.core.spans import Span
from onrecord.knowledge.name_words import name_words
from onrecord.knowledge.reporting import phrase_words, reporting_verbs
from onrecord.reading.layout import Layout, Word
from onrecord.reading.naming import lower


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the text: its span without titles and `the`, its type, the title before it and the body or place named in that.

    `title` covers what the role is of (`Calder City Council President`); `affiliation` lies within it.
    """

    span: Span
    type: EntityType
    title: Span | None = None
    affiliation: Span | None = None


def with_bodies(layout: Layout, names: tuple[Name, ...]) -> tuple[Name, ...]:
    """The names, one that calls a body (`Lane` in `the Lane campaign said`) made the body's with the noun in it."""
    return tuple(_body(layout, name) or name for name in names)


def _body(layout: Layout, name: Name) -> Name | None:
    at = bisect_left(layout.starts, name.span.end)
    words = layout.words
    if name.title is not None or at >= len(words) or words[at].start != name.span.end + 1 or words[at].capitalized:
        return None
    kind = {"person": "body_of_person", "place": "body_of_place"}.get(name.type)
    if kind is None or lower(words[at]) not in name_words(kind) or not phrase_ends(words, at + 1):
        return None
    return Name(Span(name.span.start, words[at].end), "organization")


def phrase_ends(words: tuple[Word, ...], at: int) -> bool:
    """Whether a noun phrase ends before the word: punctuation, a verb, a function word; not a name, a noun or `of`."""
    if at >= len(words):
        return True
    text = lower(words[at])
    if text in ("of", "for", "at") or words[at].capitalized:
        return False
    if not text[0].isalpha():
        return text not in (",", "(") or not (at + 1 < len(words) and words[at + 1].capitalized)
    return (
        text in name_words("opening")
        or text in name_words("person_verb")
        or text in reporting_verbs()
        or text in phrase_words("verb")
        or text in phrase_words("adverb")
        or (text.endswith("ed") and len(text) > 4)
    )
