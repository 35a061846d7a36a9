"""Words as the network gets them: pieces, case, quotation marks and borders, and the frame around a window."""

from collections.abc import Sequence

from onrecord.reading.layout import layout
from onrecord.reading.neural.framing import FIRST, LAST, framed
from onrecord.reading.neural.pieces import BORDERS, MOST_PIECES, QUOTED, SHAPES, UNKNOWN_PIECE, shape, word_pieces


def letters(words: Sequence[str]) -> list[list[int]]:
    """A piece for each letter; marks have none."""
    return [[1000 + ord(letter) for letter in word if letter.isalpha()] for word in words]


def test_case_is_told_by_class() -> None:
    words = ["the", "Lind", "U.S.", "McNair", "UNICEF", "I", "4th", "“", "e-mail", "won’t", "Étienne"]

    assert [SHAPES[shape(word)] for word in words] == [
        "lower",
        "capitalized",
        "upper",
        "mixed",
        "upper",
        "capitalized",
        "digits",
        "mark",
        "lower",
        "lower",
        "capitalized",
    ]


def test_each_word_knows_its_quotation_and_what_begins_with_it() -> None:
    read = word_pieces(layout("Lind spoke. “Walk on it,” she said.\n“It holds"), letters)
    told = [
        (word.text, QUOTED[quoted], BORDERS[border]) for word, (_, quoted, border) in zip(read.words, read.features, strict=True)
    ]

    assert told == [
        ("Lind", "outside", "paragraph"),
        ("spoke", "outside", "inside"),
        (".", "outside", "inside"),
        ("“", "opening", "sentence"),
        ("Walk", "inside", "inside"),
        ("on", "inside", "inside"),
        ("it", "inside", "inside"),
        (",", "inside", "inside"),
        ("”", "closing", "inside"),
        ("she", "outside", "inside"),
        ("said", "outside", "inside"),
        (".", "outside", "inside"),
        ("“", "opening", "paragraph"),
        ("It", "half open", "inside"),
        ("holds", "half open", "inside"),
    ]


def test_every_word_has_a_piece_and_none_has_too_many() -> None:
    read = word_pieces(layout("Aye, " + "a" * 100), letters)

    assert [len(pieces) for pieces in read.pieces] == [3, 1, MOST_PIECES]
    assert read.pieces[1] == (UNKNOWN_PIECE,)


def test_a_window_stands_in_its_frame() -> None:
    frame = framed([(7, 8), (9,)], [(2, 1, 2), (1, 2, 0)])

    assert frame.pieces == [FIRST, 7, 8, 9, LAST]
    assert frame.features == [(0, 0, 0), (2, 1, 2), (2, 1, 0), (1, 2, 0), (0, 0, 0)]
    assert frame.firsts == [1, 3]
