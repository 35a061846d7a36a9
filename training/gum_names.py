"""Names in GUM: of its entities, which are marked whole and nested, those that a proper noun heads, cut to their names."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

KINDS_OF = {"person": "PER", "organization": "ORG", "place": "LOC"}
"""GUM's types of entities → types of names; a name of any other type is MISC."""

NEVER = ("time", "quantity")
"""Types of entities that are no names, whatever heads them."""

TITLES = frozenset(
    {
        "mr.",
        "mr",
        "mrs.",
        "mrs",
        "ms.",
        "ms",
        "dr.",
        "dr",
        "prof.",
        "professor",
        "sir",
        "lord",
        "lady",
        "president",
        "senator",
        "sen.",
    }
    | {"rep.", "governor", "gov.", "king", "queen", "prince", "princess", "pope", "captain", "capt.", "colonel", "col.", "general"}
    | {"gen.", "judge", "justice", "minister", "chancellor", "mayor", "saint", "st.", "rev.", "father", "sister", "brother"}
)
"""Words before a person's name that the other sets leave out of it."""

JOINING = ("of", "for", "on", "and", "the", "&", "-")
"""What may stand between two words of a name."""

_BRACKET = re.compile(r"\(([^()]+)(\))?|([^()]+)\)")


class Token(NamedTuple):
    """A word with its tag, the position of its head in the document (or -1), and what GUM opens and closes at it."""

    form: str
    tag: str
    head: int
    brackets: str


class Entity(NamedTuple):
    """The words `[start, end)` that GUM marks, and as what."""

    start: int
    end: int
    type: str


def name_labels(tokens: Sequence[Token]) -> list[str]:
    """For each word of a document its label, `B-PER` and so on; of names that overlap the longest holds.

    What is a place anywhere in the document is one everywhere: GUM has `organization` where a country acts, others not.
    """
    names = sorted(_names(tokens), key=lambda name: (name.start - name.end, name.start))
    places = {_printed(tokens, name) for name in names if name.type == "LOC"}
    labels = ["O"] * len(tokens)
    for name in names:
        start, end, kind = name
        if all(label == "O" for label in labels[start:end]):
            kind = "LOC" if kind == "ORG" and _printed(tokens, name) in places else kind
            labels[start:end] = [f"B-{kind}", *[f"I-{kind}"] * (end - start - 1)]
    return labels


def _printed(tokens: Sequence[Token], name: Entity) -> tuple[str, ...]:
    return tuple(token.form for token in tokens[name.start : name.end])


def _names(tokens: Sequence[Token]) -> Iterator[Entity]:
    for entity in entities([token.brackets for token in tokens]):
        inside = range(entity.start, entity.end)
        head = next((at for at in inside if tokens[at].head not in inside), entity.start)
        if tokens[head].tag != "PROPN" or entity.type in NEVER or tokens[head].form.lower() in TITLES:
            continue
        yield Entity(_start(tokens, entity, head), _end(tokens, entity, head), KINDS_OF.get(entity.type, "MISC"))


def _start(tokens: Sequence[Token], entity: Entity, head: int) -> int:
    """Where the run of capitals that the head stands in begins, after any title; a person's has proper nouns alone."""
    wanted = ("PROPN",) if entity.type == "person" else ("PROPN", "ADJ", "NOUN")
    start = head
    while start > entity.start and tokens[start - 1].tag in wanted and tokens[start - 1].form[0].isupper():
        start -= 1
    while entity.type == "person" and start < head and tokens[start].form.lower() in TITLES:
        start += 1
    return start


def _end(tokens: Sequence[Token], entity: Entity, head: int) -> int:
    """Where the name ends: with its last proper noun, which may follow on `of the` and the like."""
    end = at = head + 1
    while at < entity.end:
        if tokens[at].tag == "PROPN":
            end = at + 1
        elif tokens[at].form not in JOINING or entity.type == "person":
            break
        at += 1
    return end


def entities(brackets: Sequence[str]) -> Iterator[Entity]:
    """The entities that a document's brackets mark (`(1-person-.. 1)`), in order of their ends."""
    opened: list[tuple[str, int, str]] = []
    for at, marks in enumerate(brackets):
        for found in _BRACKET.finditer(marks):
            opens, alone, closes = found.groups()
            if opens:
                number, kind = opens.split("-")[:2]
                if alone:
                    yield Entity(at, at + 1, kind)
                else:
                    opened.append((number, at, kind))
            else:
                its_own = next((each for each in reversed(opened) if each[0] == closes.split("-")[0]), None)
                if its_own:
                    opened.remove(its_own)
                    yield Entity(its_own[1], at + 1, its_own[2])
