"""Plain text: what its head says becomes metadata, the rest is the document, and every encoding comes out as it was meant."""

from hashlib import sha256
from pathlib import Path

import pytest

from onrecord.core.documents import Document
from onrecord.core.spans import words_at
from onrecord.sources import Options
from sources.gathering import days, faults, gather, notices, only, written

STORY = "Mayor Ida Lane said no on Tuesday.\n\n“We will not sell the pier,” Lane said."


def test_a_text_without_a_head_is_the_document_and_says_nothing_else(tmp_path: Path) -> None:
    path = written(tmp_path / "lane.txt", STORY)
    found = only(path)
    assert found.document == Document.of(STORY)
    appearance = found.appearance
    assert (appearance.name, appearance.document) == (path.as_posix(), found.document.id)
    assert (appearance.title, appearance.publisher, appearance.url, appearance.author, appearance.repair) == ("", "", "", "", "")
    assert appearance.dates == ()
    assert appearance.raw_sha256 == sha256(STORY.encode()).hexdigest()


@pytest.mark.parametrize("prefix", [" date 2021-03-02 ", "date 2021-03-02 ", " date 2021-03-02\n\n"])
def test_a_date_line_is_taken_off_and_dates_the_text(tmp_path: Path, prefix: str) -> None:
    found = only(written(tmp_path / "lane.txt", prefix + STORY))
    assert found.document.text == STORY
    assert [days(date) for date in found.appearance.dates] == ["2021-03-02 metadata date line “2021-03-02”"]


def test_a_date_line_with_no_such_day_stays_in_the_text(tmp_path: Path) -> None:
    outcomes = gather(written(tmp_path / "lane.txt", f" date 2021-02-30 {STORY}"))
    assert notices(outcomes, tmp_path) == ["lane.txt: date line “2021-02-30”: no such day; left in the text"]
    assert [str(getattr(outcome, "document", "")) != "" for outcome in outcomes] == [False, True]


@pytest.mark.parametrize(
    "title",
    [
        "Lane refuses to sell the pier",
        "Will the pier be sold?",
        "‘Not for sale!’ says Lane",
        "Pier: Lane says no",
        "LANE: PIER STAYS",
    ],
)
def test_a_short_first_line_without_full_stop_above_prose_is_the_title(tmp_path: Path, title: str) -> None:
    found = only(written(tmp_path / "lane.txt", f"{title}\n\n\n{STORY}\n"))
    assert (found.appearance.title, found.document.text) == (title, STORY)


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        "“We will not sell,” Lane said of the pier, “not now, not ever.”\n\nThe council agreed.",
        "Lane refuses to sell\nThe mayor said no.",
        "Lane refuses to sell the pier\n\nRuiz\n\nBell",
        "Media contact:\n\nThe mayor said no on Tuesday.",
        "FOR IMMEDIATE RELEASE\n\nThe mayor said no on Tuesday.",
        "March 2, 2021\n\nThe mayor said no on Tuesday.",
        "- a first item\n\nThe mayor said no on Tuesday.",
        "LANE: We will not sell\n\nBELL: Why not?",
        "(Photo by Ana Ruiz)\n\nThe mayor said no on Tuesday.",
        "The mayor " + "went on and " * 20 + "left\n\nThe mayor said no on Tuesday.",
    ],
)
def test_a_first_line_that_may_be_the_story_itself_is_no_title(tmp_path: Path, text: str) -> None:
    found = only(written(tmp_path / "lane.txt", text))
    assert (found.appearance.title, found.document.text) == ("", text)


def test_labelled_lines_at_the_head_are_metadata(tmp_path: Path) -> None:
    head = "Title: Lane keeps the pier\nDate: March 2, 2021\nBy Ana Ruiz and Tom Bell\nPublisher: The Harbor Post\nURL: https://post.example/pier\n\n"
    found = only(written(tmp_path / "lane.txt", head + STORY))
    appearance = found.appearance
    assert found.document.text == STORY
    assert appearance.title == "Lane keeps the pier"
    assert appearance.author == "Ana Ruiz and Tom Bell"
    assert appearance.publisher == "The Harbor Post"
    assert appearance.url == "https://post.example/pier"
    assert [days(date) for date in appearance.dates] == ["2021-03-02 metadata Date: “March 2, 2021”"]


def test_a_byline_below_the_title_is_taken_and_a_sentence_that_begins_with_by_is_not(tmp_path: Path) -> None:
    found = only(written(tmp_path / "a.txt", f"Lane keeps the pier\n\nBy ANA RUIZ, Staff Writer\n\n{STORY}"))
    assert (found.appearance.title, found.appearance.author, found.document.text) == (
        "Lane keeps the pier",
        "ANA RUIZ, Staff Writer",
        STORY,
    )
    sentence = "By Friday the pier had been sold.\n\nThe mayor said no."
    assert only(written(tmp_path / "b.txt", sentence)).document.text == sentence


@pytest.mark.parametrize(
    ("text", "day", "words"),
    [
        ("Posted Oct. 19, 2022\n\nThe mayor said no.", "2022-10-19", "Posted Oct. 19, 2022"),
        ("FOR IMMEDIATE RELEASE: October 19, 2022\n\nThe mayor said no.", "2022-10-19", "FOR IMMEDIATE RELEASE: October 19, 2022"),
        ("MARLOW, Ohio (Oct. 19, 2022) — The mayor said no.", "2022-10-19", "Oct. 19, 2022"),
        ("MARLOW, Oct. 19, 2022 (Harbor Wire) - The mayor said no.", "2022-10-19", "Oct. 19, 2022"),
    ],
)
def test_a_day_printed_in_full_at_the_head_is_a_stated_candidate_that_stays_in_the_text(
    tmp_path: Path, text: str, day: str, words: str
) -> None:
    found = only(written(tmp_path / "lane.txt", text))
    (date,) = found.appearance.dates
    assert found.document.text == text
    assert (date.earliest, date.latest, date.basis) == (day, day, "stated")
    (evidence,) = date.evidence
    assert evidence.document == found.document.id
    assert words_at(text, *evidence.spans) == evidence.words == words


@pytest.mark.parametrize(
    "text",
    [
        "MEDIA ADVISORY\n\nWHEN:\nOctober 19, 2022\n\nThe mayor will speak.",
        "The mayor resigned on Friday, October 21, 2022 - a day too late.",
        "Updated Oct. 20, 2022\n\nThe mayor said no.",
        "One.\n\nTwo.\n\nThree.\n\nFour.\n\nOctober 19, 2022",
    ],
)
def test_a_day_that_the_story_tells_of_is_no_candidate(tmp_path: Path, text: str) -> None:
    assert only(written(tmp_path / "lane.txt", text)).appearance.dates == ()


def test_the_callers_day_comes_first_and_the_callers_publisher_wins(tmp_path: Path) -> None:
    path = written(tmp_path / "lane.txt", f" date 2021-03-02 Publisher: The Bugle\n\n{STORY}")
    appearance = only(path, options=Options(published="March 5, 2021", publisher="The Harbor Post")).appearance
    assert appearance.publisher == "The Harbor Post"
    assert [days(date) for date in appearance.dates] == [
        "2021-03-05 given --published “March 5, 2021”",
        "2021-03-02 metadata date line “2021-03-02”",
    ]


@pytest.mark.parametrize(
    ("raw", "repair"),
    [
        (STORY.encode("utf-8-sig"), ""),
        (STORY.encode("utf-16"), ""),
        (b"\xfe\xff" + STORY.encode("utf-16-be"), ""),
        (STORY.replace("\n", "\r\n").encode(), ""),
        (STORY.replace("\n", "\r").encode(), ""),
        (STORY.encode("cp1252"), "not UTF-8, read as Windows-1252"),
        (STORY.encode("utf-16-le"), "not UTF-8, read as UTF-16"),
        (STORY.encode("utf-16-be"), "not UTF-8, read as UTF-16"),
    ],
)
def test_every_encoding_comes_to_the_same_text_and_a_guessed_one_says_so(tmp_path: Path, raw: bytes, repair: str) -> None:
    *said, found = gather(written(tmp_path / "lane.txt", raw))
    assert getattr(found, "document", None) == Document.of(STORY)
    assert found.appearance.repair == repair  # type: ignore[union-attr]
    assert notices(list(said), tmp_path) == ([f"lane.txt: {repair}"] if repair else [])


def test_misread_letters_are_mended_only_where_the_encoding_was_guessed_and_quotation_marks_stay_curled(tmp_path: Path) -> None:
    raw = "Café “Ida” ".encode("cp1252") + "is José café now, she said.".encode()
    *_, found = gather(written(tmp_path / "mixed.txt", raw))
    assert found.document.text == "Café “Ida” is José café now, she said."  # type: ignore[union-attr]
    assert found.appearance.repair == "not UTF-8, read as Windows-1252, misread letters mended"  # type: ignore[union-attr]
    meant = "He typed Ã© by hand, she said."
    assert only(written(tmp_path / "meant.txt", meant)).document.text == meant


@pytest.mark.parametrize(
    ("raw", "text", "stray"),
    [
        (
            "“No,” Zoë Lane said.\n".encode() + "“Yes,” Bell said.".encode("cp1252"),
            "“No,” Zoë Lane said.\n“Yes,” Bell said.",
            "2 bytes",
        ),
        ("“No”".encode() + "“Yes” ‘if’ — she said.".encode("cp1252"), "“No”“Yes” ‘if’ — she said.", "5 bytes"),
        ("“No,” Lane said. “We".encode() + b"\x92 will not.", "“No,” Lane said. “We’ will not.", "1 byte"),
        ("“No,” Lane said. “".encode()[:-1], "“No,” Lane said. \N{REPLACEMENT CHARACTER}", "2 bytes"),
    ],
)
def test_a_text_in_two_encodings_is_read_in_both_and_one_bad_byte_costs_no_other(
    tmp_path: Path, raw: bytes, text: str, stray: str
) -> None:
    notice, found = gather(written(tmp_path / "pasted.txt", raw))
    assert str(notice).endswith(f"pasted.txt: not all UTF-8, {stray} read as Windows-1252")
    assert found.document.text == text  # type: ignore[union-attr]


def test_a_stray_zero_is_replaced_and_costs_nothing_else(tmp_path: Path) -> None:
    notice, found = gather(written(tmp_path / "lane.txt", f"{STORY} The p\0er stays."))
    assert str(notice).endswith("lane.txt: 1 zero byte replaced")
    assert found.document.text == f"{STORY} The p\N{REPLACEMENT CHARACTER}er stays."  # type: ignore[union-attr]


def test_what_is_no_text_is_one_fault_and_the_rest_goes_on(tmp_path: Path) -> None:
    written(tmp_path / "binary.txt", bytes(range(256)) * 8)
    written(tmp_path / "actually-a.txt", b"%PDF-1.4\n1 0 obj\n")
    written(tmp_path / "blank.txt", " \n\n ")
    written(tmp_path / "empty.txt", "")
    written(tmp_path / "long.txt", "The mayor said no. " * 270_000)
    written(tmp_path / "good.txt", STORY)
    outcomes = gather(tmp_path, tmp_path / "missing.txt")
    assert faults(outcomes, tmp_path) == [
        "actually-a.txt: not text but binary data; name the file for the kind it is, or save it as plain text in UTF-8",
        "binary.txt: not text but binary data; name the file for the kind it is, or save it as plain text in UTF-8",
        "blank.txt: empty; skipped",
        "empty.txt: empty; skipped",
        "long.txt: 5,129,999 characters, more than the 5,000,000 that are read; skipped (split it up)",
        "missing.txt: no such file or folder; skipped (see how it is spelled)",
    ]
    assert [found.document.text for found in outcomes if hasattr(found, "document")] == [STORY]


def test_options_that_make_no_sense_are_refused() -> None:
    with pytest.raises(ValueError, match="--published 03/04/2021: day and month could be swapped"):
        Options(published="03/04/2021")
    with pytest.raises(ValueError, match="--field txt: unknown; the fields are id, title"):
        Options(fields=(("txt", "story"),))


@pytest.mark.parametrize("between", ["", "March 3, 2021\n\n"])
def test_a_title_that_says_whose_the_quotation_below_it_is_stays_in_the_text(tmp_path: Path, between: str) -> None:
    title = "SEN. LANE ISSUES STATEMENT ON PIER"
    text = f"{title}\n\n{between}“We will not sell the pier. I said no.”"
    found = only(written(tmp_path / "lane.txt", text))

    assert found.appearance.title == title
    assert found.document.text == text


def test_a_title_about_a_statement_above_a_story_is_taken_off(tmp_path: Path) -> None:
    title = "Lane's statement on pier draws anger"
    found = only(written(tmp_path / "lane.txt", f"{title}\n\n{STORY}"))

    assert found.appearance.title == title
    assert found.document.text == STORY
