"""Small stories in, what their people said out."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.core.documents import Document
from onrecord.core.readings import Statement
from onrecord.core.spans import words_at
from onrecord.knowledge.tables import rows
from onrecord.reading import READERS
from onrecord.reading.rules import RulesReader


def told(text: str) -> list[tuple[str | None, str, str]]:
    """Speaker (or why none), mode and words of each statement of a story."""
    reading = READERS["rules"]().read(Document.of(text))
    names = {chain.id: chain.name for chain in reading.chains}
    return [(names[s.speaker] if s.speaker else f"({s.basis})", s.mode, words_at(text, *s.content)) for s in reading.statements]


def statements(text: str) -> tuple[Statement, ...]:
    return READERS["rules"]().read(Document.of(text)).statements


def test_all_orders_of_a_direct_quotation() -> None:
    story = (
        "Mayor Jo Lind opened the fair on Sunday in Kettle Bay.\n\n"
        "“The rain can wait,” said Lind.\n\n"
        "Clerk Omar Petrosyan said: “It did not.”\n\n"
        "“We sold nothing,” Petrosyan said, “and we ran out of it.”\n\n"
        "According to Lind, “the ducks enjoyed themselves.”"
    )
    assert told(story) == [
        ("Jo Lind", "said", "“The rain can wait,”"),
        ("Omar Petrosyan", "said", "“It did not.”"),
        ("Omar Petrosyan", "said", "“We sold nothing,” … “and we ran out of it.”"),
        ("Jo Lind", "said", "“the ducks enjoyed themselves.”"),
    ]


def test_indirect_and_mixed_statements() -> None:
    story = (
        "Mayor Jo Lind said that she would not run again. Her deputy, Omar Petrosyan, said he was “shocked by the news.”\n\n"
        "Petrosyan wrote that the office would stay open. The fair will be dry, Lind told reporters."
    )
    assert told(story) == [
        ("Jo Lind", "said", "that she would not run again"),
        ("Omar Petrosyan", "said", "he was “shocked by the news.”"),
        ("Omar Petrosyan", "wrote", "that the office would stay open"),
        ("Jo Lind", "told", "The fair will be dry"),
    ]
    assert [statement.type for statement in statements(story)] == ["indirect", "mixed", "indirect", "indirect"]


def test_a_quotation_over_paragraphs_is_one_statement() -> None:
    story = (
        "“We have three boats,” said Mayor Jo Lind. “One of them floats.\n\n"
        "“The second one has a hole in it.\n\n"
        "“The third one is the hole.”\n\n"
        "The council adjourned."
    )
    [(speaker, _, words)] = told(story)

    assert speaker == "Jo Lind"
    assert words.count("…") == 3
    assert words.endswith("“The third one is the hole.”")


def test_a_bare_quotation_carries_on_the_last_speaker() -> None:
    story = "“It is late,” said Mayor Jo Lind.\n\n“It was late an hour ago.”\n\nNobody laughed.\n\n“Go home at once, all of you.”"

    assert told(story) == [
        ("Jo Lind", "said", "“It is late,”"),
        ("Jo Lind", "said", "“It was late an hour ago.”"),
        ("(unresolved)", "said", "“Go home at once, all of you.”"),
    ]


def test_titles_and_scare_quotes_are_nobodys_statement() -> None:
    assert told("The “fair” opened with “The Drowned Bell,” the song of the year, and a “free” lunch in Kettle Bay.") == []


def test_silence_is_on_the_record() -> None:
    story = "Mayor Jo Lind declined to comment on the boat. Clerk Omar Petrosyan did not respond to a message."

    assert told(story) == [
        ("Jo Lind", "declined", "comment on the boat"),
        ("Omar Petrosyan", "no_response", "respond to a message"),
    ]


def test_unnamed_sources_stay_unnamed() -> None:
    story = "Mayor Jo Lind was away. Officials said the boat was lost. A campaign aide for Lind said it would be found."

    assert [speaker for speaker, _, _ in told(story)] == ["(unnamed)", "(unnamed)"]


def test_a_transcript_gives_each_turn_to_its_label() -> None:
    story = (
        "Mayor Jo Lind spoke to Omar Petrosyan of the Signal.\n\n"
        "PETROSYAN: Where is the boat?\n\n"
        "LIND: I think it is on its way.\n\n"
        "PETROSYAN: On its way where?\n\n"
        "LIND: Down."
    )
    assert told(story) == [
        ("Omar Petrosyan", "said", "Where is the boat?"),
        ("Jo Lind", "said", "I think it is on its way."),
        ("Omar Petrosyan", "said", "On its way where?"),
        ("Jo Lind", "said", "Down."),
    ]


def test_a_transcript_in_a_quotation_has_turns_too_and_so_has_one_it_names_in_capitals_alone() -> None:
    story = (
        "Mayor Jo Lind spoke on the radio.\n\n"
        '"SELLWICK: Where is the boat?\n\n'
        '"LIND: I think it is on its way.\n\n'
        '"SELLWICK: On its way where?\n\n'
        '"LIND: Down.\n\n'
        '"LIND: Or up."'
    )
    assert [content for _, _, content in told(story)] == [
        "Where is the boat?",
        "I think it is on its way.",
        "On its way where?",
        "Down.",
        'Or up."',
    ]


@pytest.mark.parametrize("label", ["((Jo Lind)) ", "[Jo Lind] ", "[Jo Lind]: ", "(Lind) "])
def test_labels_of_a_transcript_may_stand_in_brackets(label: str) -> None:
    story = (
        "Jo Lind spoke to Omar Petrosyan of the Signal.\n\n"
        "PETROSYAN: Where is the boat?\n\n"
        f"{label}I think it is on its way.\n\n"
        "PETROSYAN: On its way where?\n\n"
        f"{label}Down."
    )
    assert [(speaker, content) for speaker, _, content in told(story)] == [
        ("Omar Petrosyan", "Where is the boat?"),
        ("Jo Lind", "I think it is on its way."),
        ("Omar Petrosyan", "On its way where?"),
        ("Jo Lind", "Down."),
    ]


def test_a_name_put_into_a_sentence_is_no_label() -> None:
    line = "[Lind] is late, and the boat is not.\n\n"
    assert told(f"Jo Lind is the mayor.\n\n{line}{line}{line}{line}") == []


def test_a_turn_goes_on_until_somebody_else_is_labelled_but_not_into_the_story() -> None:
    story = (
        "Jo Lind spoke to Omar Petrosyan of the Signal.\n\n"
        "PETROSYAN: Where is the boat?\n\n"
        "LIND: I think it is on its way.\n\n"
        "It left the slip at noon.\n\n"
        "(She laughs.)\n\n"
        "PETROSYAN: On its way where?\n\n"
        "LIND: Down.\n\n"
        "The boat was found on Friday."
    )
    assert [content for _, _, content in told(story)] == [
        "Where is the boat?",
        "I think it is on its way. … It left the slip at noon.",
        "On its way where?",
        "Down.",
    ]


def test_a_signature_names_the_speaker() -> None:
    assert told("Mayor Jo Lind has a motto on her door.\n\n“A dry boat is a happy boat.”\n\n― Jo Lind") == [
        ("Jo Lind", "said", "“A dry boat is a happy boat.”")
    ]


@pytest.mark.parametrize("credit", ["With assistance by Ana Ruiz, and Bo Trent", "By Ana Ruiz", "Reporting by Ana Ruiz"])
def test_a_line_that_credits_reporters_is_no_signature(credit: str) -> None:
    story = f"“Boats are dear,” Mayor Jo Lind said. “A dry boat is a happy boat.”\n\n— {credit}"

    assert told(story) == [("Jo Lind", "said", "“Boats are dear,” … “A dry boat is a happy boat.”")]


def test_a_statement_told_within_another_says_so() -> None:
    story = "Clerk Omar Petrosyan said Mayor Jo Lind told him that she would sue the harbor."
    outer, inner = statements(story)

    assert told(story)[0] == ("Omar Petrosyan", "said", "Mayor Jo Lind told him that she would sue the harbor")
    assert told(story)[1] == ("Jo Lind", "told", "that she would sue the harbor")
    assert inner.within == outer.id


def test_two_reports_in_one_sentence_end_where_the_other_begins() -> None:
    story = "Mayor Jo Lind said the boat was safe, but Clerk Omar Petrosyan said it leaked."

    assert told(story) == [("Jo Lind", "said", "the boat was safe"), ("Omar Petrosyan", "said", "it leaked")]


def test_an_object_ends_where_the_participle_begins() -> None:
    assert told("Mayor Jo Lind touted the boat saying it floats on most days.") == [
        ("Jo Lind", "said", "the boat"),
        ("Jo Lind", "said", "it floats on most days"),
    ]


def test_a_verb_that_gives_a_thing_its_name_reports_nothing() -> None:
    assert told("The fair was saved by a coalition called the Kettle Bay Friends.") == []


def test_a_verb_that_is_not_listed_reports_beside_a_quotation() -> None:
    assert told("“Enough!” Mayor Jo Lind thundered. Clerk Omar Petrosyan opined: “Too much.”") == [
        ("Jo Lind", "said", "“Enough!”"),
        ("Omar Petrosyan", "said", "“Too much.”"),
    ]


def test_a_second_verb_has_the_source_of_the_first() -> None:
    assert told("Mayor Jo Lind said that the boat was safe and warned that the harbor was not.") == [
        ("Jo Lind", "said", "that the boat was safe"),
        ("Jo Lind", "said", "that the harbor was not"),
    ]


def test_another_language_is_not_read() -> None:
    reading = READERS["rules"]().read(
        Document.of("La alcaldesa dijo que no iba a renunciar y que el barco era de todos los vecinos.")
    )

    assert (reading.language, reading.statements, reading.sentences) == ("es", (), ())


PIECES = [
    *("said ", "told ", "Mayor Jo Lind ", "Omar Petrosyan ", "she ", "the clerk ", "that ", "according to ", "saying ", "who "),
    *("“", "”", '"', "''", ",", ". ", "? ", ": ", "\n\n", "\n", "— ", "(", ") ", "; ", "LIND: ", "1,204 ", "$", "’s ", "'", " "),
    *("We will not wait ", "on Monday ", "in a statement ", "declined to comment ", "did not respond ", "called ", "and ", "but "),
    *("A ", "é", "🚲"),
]


@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join) | st.text(max_size=80))
@settings(deadline=None, max_examples=300)
def test_any_text_can_be_read(text: str) -> None:
    reading = RulesReader().read(Document.of(text))
    chains = {chain.id for chain in reading.chains}
    spans = [span for s in reading.statements for span in (*s.source, *s.cue, *s.content)]
    spans += [mention.span for mention in reading.mentions] + [time.span for time in reading.times]

    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(statement.content for statement in reading.statements)
    assert len({statement.id for statement in reading.statements}) == len(reading.statements)
    assert {mention.chain for mention in reading.mentions} <= chains
    assert all({*s.about, *s.candidates, *filter(None, (s.speaker, s.via, s.addressee))} <= chains for s in reading.statements)
    assert all((statement.speaker is not None) == (statement.basis == "resolved") for statement in reading.statements)
    assert RulesReader().read(Document.of(text)) == reading


def test_every_pattern_has_a_measured_confidence() -> None:
    measured = {pattern: float(probability) for pattern, probability in rows("rule_confidence.tsv")}

    assert all(0 < probability < 1 for probability in measured.values())
    assert {statement.confidence for statement in statements("“Go,” Mayor Jo Lind said.")} == {measured["plain-before"]}
