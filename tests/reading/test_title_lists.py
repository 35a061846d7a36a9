"""Titles in the plural: each name of the list after `Sens.` bears the title, and holds the office that it tells."""

import pytest

from onrecord.core.documents import Document
from onrecord.core.readings import Reading
from onrecord.reading import READERS


def reading(text: str) -> Reading:
    return READERS["rules"]().read(Document.of(text))


def titles(text: str) -> list[str]:
    """Whose title is what, in order of name."""
    read = reading(text)
    names = {chain.id: chain.name for chain in read.chains}
    return sorted(f"{names[title.person]}: {'former ' if title.former else ''}{title.role}" for title in read.titles)


def offices(text: str) -> list[str]:
    """Who holds what, with the post or the place."""
    read = reading(text)
    names = {chain.id: chain.name for chain in read.chains}
    told = [
        f"{names[office.person]} {office.tells} {office.role} {office.post or names.get(office.organization, '')}"
        for office in read.offices
    ]
    return [each.strip() for each in told]


@pytest.mark.parametrize(
    ("text", "borne"),
    [
        ("The bill is by Sens. Ada Quill and Tom Lind, who wrote it.", ["Ada Quill: senator", "Tom Lind: senator"]),
        (
            "Reps. Ada Quill, Tom Lind and Rosa Holm voted against the harbor bill.",
            ["Ada Quill: representative", "Rosa Holm: representative", "Tom Lind: representative"],
        ),
        ("A pact was signed by Presidents Quill and Lind in spring.", ["Lind: president", "Quill: president"]),
        ("He met former Govs. Ada Quill and Tom Lind at the ferry.", ["Ada Quill: former governor", "Tom Lind: former governor"]),
        ("It was seen by attorneys general Ada Quill and Tom Lind.", ["Ada Quill: attorney general", "Tom Lind: attorney general"]),
        ("The tide took Sens. Quill, Lind and two others by surprise.", ["Lind: senator", "Quill: senator"]),
        ("Mayor Ada Quill and Tom Lind crossed the bridge on foot.", ["Ada Quill: mayor"]),
        ("The mayors, Ada Quill said, had crossed with Tom Lind.", []),
        ("They all came to see the Presidents Cup and Tom Lind.", []),
    ],
)
def test_each_name_of_a_list_bears_a_title_in_the_plural(text: str, borne: list[str]) -> None:
    assert titles(text) == borne


@pytest.mark.parametrize(
    ("text", "held"),
    [
        (
            "Sens. Ada Quill (D-Ohio) and Tom Lind (R-Maine) wrote the harbor bill.",
            ["Ada Quill holds senator Ohio", "Tom Lind holds senator Maine"],
        ),
        (
            "U.S. Sens. Ada Quill, D-Ohio, and Tom Lind, R-Maine, wrote the harbor bill.",
            ["Ada Quill holds senator Ohio", "Tom Lind holds senator Maine"],
        ),
        (
            "Govs. Ada Quill of Ohio and Tom Lind of Maine will meet at the ferry.",
            ["Ada Quill holds governor Ohio", "Tom Lind holds governor Maine"],
        ),
        (
            "Former Mayors Ada Quill and Tom Lind were seen at the ferry.",
            ["Ada Quill held mayor", "Tom Lind held mayor"],
        ),
        ("Sens. Ada Quill and Tom Lind met Rosa Holm at the ferry.", ["Ada Quill holds senator", "Tom Lind holds senator"]),
    ],
)
def test_each_name_of_a_list_holds_the_office(text: str, held: list[str]) -> None:
    assert offices(text) == held


def test_a_later_surname_is_whom_the_list_named() -> None:
    read = reading("Presidents Quill and Lind met at the old ferry. “It was late,” Lind said.")
    names = {chain.id: chain.name for chain in read.chains}
    assert [names.get(statement.speaker or "", "") for statement in read.statements] == ["Lind"]


def test_a_sentence_does_not_end_at_a_short_title_in_the_plural() -> None:
    read = reading("She had met Govs. Quill and Lind before. They left.")
    assert len(read.sentences) == 2
