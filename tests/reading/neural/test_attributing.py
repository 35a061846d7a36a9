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


def read(text: str, *told: Told, people: tuple[str, ...] = (), doubted: bool = False) -> list[tuple[str, str, list[str], str]]:
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
    carried = carried_attributions(page, decoded, spans, find_quotations(page), lambda _: doubted)
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


def test_what_is_told_within_a_quotation_leaves_it_whole() -> None:
    text = "“The pier is safe, Hale told me it holds,” Mora said. “We know the pier. Walk on it.”"
    told = read(text, ("Mora", "said", "The pier is safe | Walk on it"), ("Hale", "told", "it holds"), ("We", "know", "the pier"))

    assert sorted((source, content) for source, _, content, _ in told) == [
        ("Hale", ["it holds,”"]),
        ("Mora", ["“The pier is safe, Hale told me it holds,”", "“We know the pier. Walk on it.”"]),
        ("We", ["the pier"]),
    ]


def test_of_two_attributions_that_share_a_quotation_neither_takes_the_whole() -> None:
    text = "“The pier is safe and it holds,” Mora said, and Hale wrote."
    told = read(text, ("Mora", "said", "The pier is safe"), ("Hale", "wrote", "it holds"))

    assert [(source, content) for source, _, content, _ in told] == [("Mora", ["“The pier is safe"]), ("Hale", ["it holds,”"])]


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


def test_a_title_in_a_sentence_of_its_own_is_not_what_the_next_paragraph_says() -> None:
    text = "“The Last Waltz,” a song of the bay, was sung.\n“Run it,” Mora said."

    assert read(text, ("Mora", "said", "The Last Waltz | Run it")) == [("Mora", "said", ["“Run it,”"], "said")]


def test_where_the_network_is_in_doubt_of_quoted_words_the_rules_are_asked() -> None:
    text = "“By then he will need a boat, Greta Mora said from the rail.\nShe waved."
    found = ("", "said from", "By then he will need a boat, Greta Mora")

    assert read(text, found)[0][0] == ""
    assert read(text, found, doubted=True) == [("Greta Mora", "said", ["“By then he will need a boat,"], "said")]


def test_where_the_rules_find_nothing_the_doubtful_stays() -> None:
    text = "The pier, “dry and open,” pleased nobody who saw it."

    assert read(text, ("nobody", "pleased", "dry and open"), doubted=True)[0][:2] == ("nobody", "pleased")


LOST_ITS_MARK = (
    "Mayor Quill opened the pier on Monday.\n\nHe has shown himself no friend of the ferrymen. "
    "The pier has proven a folly, and we shall pay for it,” said Anna Mora, head of the Ferry Guild."
)


def test_whoever_is_quoted_says_what_a_quotation_without_its_first_mark_says_of_others() -> None:
    told = read(LOST_ITS_MARK, ("The pier", "has proven", "a folly"), people=("Anna Mora", "Quill"))

    assert [(source, cue) for source, cue, *_ in told] == [("Anna Mora, head of the Ferry Guild", "said")]
    assert told[0][2] == ["He has shown himself no friend of the ferrymen. The pier has proven a folly, and we shall pay for it,”"]


def test_a_quotation_without_a_mark_stays_with_whom_the_network_gives_it_to() -> None:
    told = read(LOST_ITS_MARK, ("Anna Mora", "said", "we shall pay for it"), people=("Anna Mora", "Quill"))

    assert [(source, cue, content) for source, cue, content, _ in told] == [("Anna Mora", "said", ["we shall pay for it,”"])]


def test_a_participle_without_a_source_has_that_of_the_cue_before_it() -> None:
    text = "Mora said: “The pier is safe,” adding, “Walk on it.” Building it took years."
    told = read(text, ("Mora", "said", "The pier is safe"), ("", "adding", "Walk on it"))

    assert [(source, content) for source, _, content, _ in told] == [("Mora", ["“The pier is safe,”"]), ("Mora", ["“Walk on it.”"])]


def test_a_paragraph_below_a_colon_is_told_whole() -> None:
    text = "Mora wrote to the guild:\n\nThe pier is safe. It is dry.\n\nHale swam."

    whole = [("Mora", "wrote", ["The pier is safe. It is dry."], "wrote")]
    assert read(text, ("Mora", "wrote", "The pier is safe")) == whole
    assert read("Mora wrote:\n\nThe pier is safe. It is dry.\n\nHale swam.", ("Mora", "wrote:", ""))[0][2] == whole[0][2]


def test_whoever_stands_before_a_cue_that_no_source_was_found_for_is_its_source() -> None:
    text = "His daughter, Ida Mora, had a different view. “Dad, get in the truck.”"
    told = read(text, ("", "had a different view", "“Dad, get in the truck.”"))

    assert [each[:3] for each in told] == [("His daughter, Ida Mora,", "had a different view", ["“Dad, get in the truck.”"])]


def test_the_subject_of_a_passive_is_no_source() -> None:
    text = "The letter was mocked for “a hint of fish.”"

    assert [each[0] for each in read(text, ("", "was mocked for", "“a hint of fish.”"))] == [""]


def test_a_quotation_after_a_colon_is_told_where_nothing_says_whose_it_is() -> None:
    text = "She grew so upset that I had to change my answer: “Of course I believe in ghosts.” To which she said, “Good.”"
    told = read(text, ("she", "said", "“Good.”"))

    assert [each[::2] for each in told] == [("", ["“Of course I believe in ghosts.”"]), ("she", ["“Good.”"])]
