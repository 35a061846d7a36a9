"""The kinds of error, each on an invented sentence: what people marked, what a reader told, and the kinds that follow."""

import re
from collections.abc import Sequence

import pytest
from benchmarks.contents import Attribution
from benchmarks.errors import TABLE, examples, kinds, rows, table
from benchmarks.kinds import Error, errors_of
from benchmarks.polnear import Story

from onrecord.core.spans import Span

HEAD = "The ferry is shut and the harbor of Osterby, which lives from it and from little else, is quiet this week and the next.\n\n"


def at(text: str, words: str) -> tuple[Span, ...]:
    """Where these words stand after the head; several pieces are set apart by `|`."""
    places = [text.index(piece, len(HEAD)) for piece in words.split("|") if piece]
    return tuple(Span(start, start + len(piece)) for start, piece in zip(places, filter(None, words.split("|")), strict=True))


def errors(sentence: str, marked: Sequence[tuple[str, str, str]], told: Sequence[tuple[str, str, str]]) -> list[str]:
    """The kinds of error where people marked and a reader told these sources, cues and contents."""
    text = HEAD + sentence
    gold, guess = (
        tuple(Attribution(at(text, source), at(text, cue), at(text, content)) for source, cue, content in them)
        for them in (marked, told)
    )
    return [error.kind for error in errors_of(Story("osterby", "ferry", "2026-01-05", "", text, gold), guess)]


def test_what_agrees_is_no_error() -> None:
    assert errors("Quill said it sank.", [("Quill", "said", "it sank")], [("Quill", "said", "it sank.")]) == []


@pytest.mark.parametrize(
    ("sentence", "marked", "told", "kind"),
    [
        ("Quill, a pilot, said it sank.", ("Quill", "said", "it sank"), ("Quill, a pilot", "said", "it sank"), "source.tail-added"),
        ("Quill, a pilot, said it sank.", ("Quill, a pilot", "said", "it sank"), ("Quill", "said", "it sank"), "source.tail-lost"),
        ("Old Quill said it sank.", ("Quill", "said", "it sank"), ("Old Quill", "said", "it sank"), "source.start-added"),
        ("Quill said it sank.", ("Quill", "said", "it sank"), ("", "said", "it sank"), "source.left-out"),
        ("Quill said it sank.", ("", "said", "it sank"), ("Quill", "said", "it sank"), "source.invented"),
        ("Quill and Hale said it sank.", ("Quill", "said", "it sank"), ("Hale", "said", "it sank"), "source.another"),
        ("Quill, who said it sank.", ("who", "said", "it sank"), ("Quill", "said", "it sank"), "source.pronoun-or-name"),
        (
            "Quill said on Monday it sank.",
            ("Quill", "said", "it sank"),
            ("Quill", "said on Monday", "it sank"),
            "cue.setting-added",
        ),
        ("Quill said Monday it sank.", ("Quill", "said Monday", "it sank"), ("Quill", "said", "it sank"), "cue.setting-lost"),
        ("Quill spoke of it sinking.", ("Quill", "spoke of", "it sinking"), ("Quill", "spoke", "it sinking"), "cue.particle-lost"),
        ("Quill told Hale it sank.", ("Quill", "told Hale", "it sank"), ("Quill", "told", "it sank"), "cue.object-lost"),
        ("Quill had said it sank.", ("Quill", "had said", "it sank"), ("Quill", "said", "it sank"), "cue.start-lost"),
        ("Quill rose to say it sank.", ("Quill", "rose", "it sank"), ("Quill", "say", "it sank"), "cue.another"),
        ("Quill said that it sank.", ("Quill", "said", "that it sank"), ("Quill", "said", "it sank"), "content.that-lost"),
        ("But it sank, Quill said.", ("Quill", "said", "it sank"), ("Quill", "said", "But it sank"), "content.link-added"),
        ("Quill spoke of its end.", ("Quill", "spoke", "its end"), ("Quill", "spoke", "of its end"), "content.particle-added"),
        (
            "Today it did sink, Quill said.",
            ("Quill", "said", "Today it did sink"),
            ("Quill", "said", "it did sink"),
            "content.opening-setting-lost",
        ),
        ("Quill told Hale to row on.", ("Quill", "told", "to row on"), ("Quill", "told", "Hale to row on"), "content.object-added"),
        (
            "Quill said it sank in the storm on Monday.",
            ("Quill", "said", "it sank in the storm"),
            ("Quill", "said", "it sank in the storm on Monday"),
            "content.closing-setting-added",
        ),
        (
            "Quill said the boat is old, which is odd.",
            ("Quill", "said", "the boat is old, which is odd"),
            ("Quill", "said", "the boat is old"),
            "content.relative-lost",
        ),
        (
            "Quill said the boat is old, though he lied.",
            ("Quill", "said", "the boat is old"),
            ("Quill", "said", "the boat is old, though he lied"),
            "content.closing-clause-added",
        ),
        (
            "The boat, Quill said, is very old.",
            ("Quill", "said", "The boat|is very old"),
            ("Quill", "said", "is very old"),
            "content.piece-left-out",
        ),
        (
            "It is very old, Quill said. Hale left.",
            ("Quill", "said", "It is very old"),
            ("Quill", "said", "It is very old|Hale left"),
            "content.piece-added",
        ),
        (
            "Quill said the boat - a gift - is old.",
            ("Quill", "said", "the boat|is old"),
            ("Quill", "said", "the boat - a gift - is old"),
            "content.aside-kept",
        ),
        (
            "Quill said the boat - a gift - is old.",
            ("Quill", "said", "the boat - a gift - is old"),
            ("Quill", "said", "the boat|is old"),
            "content.split",
        ),
        (
            "Quill praised the clerk for all of her work.",
            ("Quill", "praised", "the clerk"),
            ("Quill", "praised", "the clerk for all of her work"),
            "strayed.much-too-long",
        ),
        ("It sank, Quill said, it did.", ("Quill", "said", "It sank"), ("Quill", "said", "it did"), "strayed.another-content"),
    ],
)
def test_what_was_found_but_not_exactly(sentence: str, marked: tuple[str, str, str], told: tuple[str, str, str], kind: str) -> None:
    assert errors(sentence, [marked], [told]) == [kind]


@pytest.mark.parametrize(
    ("sentence", "told", "how"),
    [
        ("Quill said the boat did sink.", ("Quill", "said", "the boat did sink"), "reporting-verb"),
        ("Quill bristled at the idea of a toll.", ("Quill", "bristled at", "the idea of a toll"), "other-verb"),
        ("Quill bristled at it.", ("Quill", "bristled at", "it"), "short-content"),
        ("The boat is likely to sink.", ("", "is likely", "The boat|to sink"), "no-source"),
        ("In Quill's view of the boat it was old.", ("Quill", "'s view of", "the boat it was old"), "noun-or-phrase"),
        ("Quill left to shouts of “row on.”", ("Quill", "shouts of", "“row on.”"), "partly-quoted"),
    ],
)
def test_what_one_side_alone_has(sentence: str, told: tuple[str, str, str], how: str) -> None:
    assert errors(sentence, [told], []) == [f"missed.{how}"]
    assert errors(sentence, [], [told]) == [f"invented.{how}"]


def test_what_stands_within_another_is_told_apart() -> None:
    sentence = "Quill said it sank as the crew feared it would."
    outer, inner = ("Quill", "said", "it sank as the crew feared it would"), ("the crew", "feared", "it would")

    assert errors(sentence, [outer, inner], [outer]) == ["missed.within-another"]
    assert errors(sentence, [outer], [outer, inner]) == ["invented.within-another"]


def test_every_kind_is_described_and_none_twice() -> None:
    described = kinds()
    keys = [line.split("\t")[0] for line in TABLE.read_text(encoding="utf-8").splitlines() if "\t" in line]

    assert len(described) == len(keys)
    assert all(each.name and each.sentence and each.need for each in described.values())
    assert all(re.fullmatch(r"(source|cue|content|missed|invented|strayed)\.[a-z-]+", key) for key in described)


def test_the_table_has_counts_shares_and_places() -> None:
    found = [
        Error("cue.another", "b", Span(1, 5)),
        Error("cue.another", "a", Span(7, 9)),
        Error("missed.no-source", "a", Span(0, 2)),
    ]

    assert list(table(found)) == [
        "3 errors",
        "\nattribution: 1 (33.3 %)",
        "  missed.no-source                     1 33.3 %  a [0, 2)",
        "\nsource: 0 (0.0 %)",
        "\ncue: 2 (66.7 %)",
        "  cue.another                          2 66.7 %  a [7, 9), b [1, 5)",
        "\ncontent: 0 (0.0 %)",
    ]


def test_the_worst_are_rows_of_markdown() -> None:
    found = [
        Error("cue.another", "a", Span(7, 9)),
        Error("cue.another", "a", Span(1, 2)),
        Error("missed.no-source", "a", Span(0, 2)),
    ]
    first, last = list(rows(found, kinds(), worst=1))[2:]

    assert first.startswith("| 1 | another word is told as the cue (`cue.another`) | 2 | 66.7 % | `a [7, 9)`<br>`a [1, 2)` | ")
    assert last == "| | 1 other kinds | 1 | 33.3 % | | | |"
    assert examples(found, "missed.no-source") == ["a [0, 2)"]
