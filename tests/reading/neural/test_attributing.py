"""What a network found, finished by the rules: marks, verbs, refusals, quotations that carry on, transcripts."""

import re

import pytest

from onrecord.core.spans import Span
from onrecord.reading.layout import layout
from onrecord.reading.neural.attributing import carried_attributions, verb_of
from onrecord.reading.neural.decoding import Decoded
from onrecord.reading.neural.links import InWords, Words
from onrecord.reading.neural.signs import Signs
from onrecord.reading.quotations import find_quotations

Told = tuple[str, str, str]
CERTAIN = Signs(True, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)


def read(text: str, *told: Told, people: tuple[str, ...] = ()) -> list[tuple[str, str, list[str], str]]:
    """Source, cue, contents and mode of each attribution, given those of the network as words of the text (pieces after `|`)."""
    page = layout(text)

    def words(words_of_piece: str) -> tuple[Words, ...]:
        pieces = [piece.strip() for piece in words_of_piece.split("|") if piece.strip()]
        starts = [text.index(piece) for piece in pieces]
        ends = [start + len(piece) for start, piece in zip(starts, pieces, strict=True)]
        return tuple(
            (next(at for at, word in enumerate(page.words) if word.end > start), sum(word.start < end for word in page.words))
            for start, end in zip(starts, ends, strict=True)
        )

    spans = [Span(*found.span()) for person in people for found in re.finditer(person, text)]
    decoded = [Decoded(InWords(words(source), words(cue), words(content)), CERTAIN) for source, cue, content in told]
    carried = carried_attributions(page, decoded, spans, find_quotations(page))
    return [
        (
            " ".join(text[slice(*span)] for span in each.attribution.source),
            " ".join(text[slice(*span)] for span in each.attribution.cue),
            [text[slice(*span)] for span in each.attribution.content],
            each.attribution.verb.mode,
        )
        for each in carried
    ]


def test_the_marks_around_what_was_found_come_back() -> None:
    assert read("“The pier is safe,” Mora said.", ("Mora", "said", "The pier is safe")) == [
        ("Mora", "said", ["“The pier is safe,”"], "said")
    ]


def test_a_quotation_that_was_found_in_part_is_told_whole() -> None:
    text = "Mora wrote that the pier “is safe, dry and open” again."

    assert read(text, ("Mora", "wrote", "the pier “is safe"))[0][2] == ["the pier “is safe, dry and open”"]


@pytest.mark.parametrize(
    ("found", "content"),
    [("(The pier is safe", "The pier is safe"), ("it holds)", "it holds"), ("The pier (the new one)", "The pier (the new one)")],
)
def test_a_bracket_is_content_with_its_other_half_alone(found: str, content: str) -> None:
    text = "(The pier is safe, Mora said.) Hale wrote that it holds). The pier (the new one) is what Mora saw."

    assert [told[2] for told in read(text, ("Mora", "saw", found)) if told[2]] == [[content]]


def test_a_mark_that_is_repeated_in_the_next_paragraph_is_no_content() -> None:
    text = "“The pier is safe,” Mora said. “It is dry.\n“It holds.”"

    assert read(text, ("Mora", "said", "The pier is safe | It is dry | It holds"))[0][2] == [
        "“The pier is safe,”",
        "“It is dry.",
        "It holds.”",
    ]


def test_another_attribution_within_a_quotation_stops_it() -> None:
    text = "“The pier is safe, Hale told me it holds,” Mora said."
    told = read(text, ("Mora", "said", "The pier is safe"), ("Hale", "told", "it holds"))

    assert [(source, content) for source, _, content, _ in told] == [("Hale", ["it holds,”"]), ("Mora", ["“The pier is safe"])]


def test_a_quotation_that_the_network_linked_is_not_carried_on_too() -> None:
    text = "“The pier is safe,” Mora said. “Walk on it.”"

    assert read(text, ("Mora", "said", "The pier is safe | Walk on it")) == [
        ("Mora", "said", ["“The pier is safe,”", "“Walk on it.”"], "said")
    ]


def test_a_paragraph_that_the_network_linked_is_told_once() -> None:
    text = "“The pier is safe,” Mora said.\n“Walk on it.”\n“It holds.”"

    assert read(text, ("Mora", "said", "The pier is safe | Walk on it")) == [
        ("Mora", "said", ["“The pier is safe,”", "“Walk on it.”"], "said"),
        ("", "", [], "said"),
        ("", "", ["“It holds.”"], "said"),
    ]


def test_a_quotation_that_it_left_goes_on_from_the_one_before() -> None:
    text = "“The pier is safe,” Mora said. “Walk on it.”"

    assert read(text, ("Mora", "said", "The pier is safe")) == [("Mora", "said", ["“The pier is safe,”", "“Walk on it.”"], "said")]


def test_a_refusal_is_kept_with_its_mode_whether_it_was_found_or_not() -> None:
    text = "Mora declined to comment."

    assert read(text) == read(text, ("Mora", "declined to", "comment")) == [("Mora", "declined to", ["comment"], "declined")]


def test_a_cue_without_content_is_dropped() -> None:
    assert read("Mora said so. The pier opens.", ("Mora", "said", "")) == []


def test_a_colon_takes_the_quotation_below_it() -> None:
    assert read("Mora said:\n“The pier is safe.”", ("Mora", "said:", "")) == [("Mora", "said:", ["“The pier is safe.”"], "said")]


def test_a_transcript_is_read_by_its_labels() -> None:
    text = "MORA: The pier is safe.\nHALE: It is shut, they said.\nMORA: It opens."
    told = read(text, ("they", "said", "It is shut"), people=("MORA", "HALE"))

    assert [(source, content) for source, _, content, _ in told] == [
        ("MORA", ["The pier is safe."]),
        ("HALE", ["It is shut, they said."]),
        ("MORA", ["It opens."]),
    ]


def test_quotations_above_signatures_are_the_signers() -> None:
    text = "“The pier is safe.” ― Jo Mora\n“It is shut.” ― Lin Hale\n“It opens.” ― Ann Reed"
    told = read(text, ("Lin Hale", "―", "The pier is safe.” ― Jo Mora\n“It is shut"))

    assert [(source, content) for source, _, content, _ in told] == [
        ("Jo Mora", ["“The pier is safe.”"]),
        ("Lin Hale", ["“It is shut.”"]),
        ("Ann Reed", ["“It opens.”"]),
    ]


def test_a_dash_before_another_cue_is_no_signature() -> None:
    text = "“The pier is safe.” — Mora said so."
    told = read(text, ("Mora", "said", "The pier is safe"))

    assert [each for each in told if each[2]] == [("Mora", "said", ["“The pier is safe.”"], "said")]


@pytest.mark.parametrize(
    ("cue", "mode"),
    [(["has", "written"], "wrote"), (["was", "quoted", "as", "saying"], "said"), (["made", "clear"], "said"), ([":"], "said")],
)
def test_a_cue_has_the_mode_of_its_verb(cue: list[str], mode: str) -> None:
    assert verb_of(cue).mode == mode
