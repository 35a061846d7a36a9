"""Which statements tell one utterance."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.core.resolved import Telling
from onrecord.resolution.quoted_words import fingerprints, folded_words, quoted_clauses, quoted_pieces, telling
from resolution.piles import on, said, together, told, utterances_of

WHOLE = "A ferry that runs twice a day is a museum piece. Run it hourly and people will come, and I will be on the first boat."
TRIMMED = "Run it hourly and people will come, and I will be on the first boat"


def run_of_eight() -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from("abcdefgh"), min_size=8, max_size=12)


def test_told_twice_and_trimmed_is_one_utterance() -> None:
    whole, trimmed = told("courier", WHOLE, published=on("2031-03-15")), told("signal", TRIMMED, published=on("2031-03-16"))
    assert together(whole, trimmed) == [[whole, trimmed]]
    assert first_of(whole, trimmed) == whole.statement


def test_spliced_around_its_cue_is_one_utterance() -> None:
    text = "“A ferry that runs twice a day,” De Ávila said, “is a museum piece.” Later she left."
    spliced = telling(text, "signal", said(text, "“A ferry that runs twice a day,”", "“is a museum piece.”"), "De Ávila")
    whole = told("courier", WHOLE, speaker="De Ávila")
    assert spliced.words == folded_words("a ferry that runs twice a day is a museum piece")
    assert together(whole, spliced) == [[whole, spliced]]


def test_the_same_words_of_another_speaker_are_another_utterance() -> None:
    one, other = told("courier", WHOLE, speaker="De Ávila"), told("signal", WHOLE, speaker="Pruett")
    assert together(one, other) == [[one], [other]]


def test_other_words_of_the_same_speaker_are_another_utterance() -> None:
    one = told("courier", WHOLE)
    other = told("signal", "I will vote against the levy in May because nobody has shown me what a piling costs these days.")
    assert together(one, other) == [[one], [other]]


def test_few_shared_words_in_two_long_tellings_are_not_one_utterance() -> None:
    one = told("courier", "What we need in this city is an hourly boat " + " ".join(f"word{at}" for at in range(30)))
    other = told("signal", "What we need in this city is an hourly boat " + " ".join(f"other{at}" for at in range(30)))
    assert together(one, other) == [[one], [other]]


def test_short_words_are_one_utterance_only_within_weeks() -> None:
    one, soon = (
        told("courier", "Run it hourly", published=on("2031-03-15")),
        told("signal", "run it hourly", published=on("2031-03-17")),
    )
    late, undated = told("herald", "Run it hourly!", published=on("2032-03-17")), told("letter", "Run it hourly")
    assert together(one, soon, late, undated) == [[one, soon], [late], [undated]]


def test_words_of_an_unknown_speaker_join_only_where_they_are_long_and_whole() -> None:
    whole, unnamed, part = told("courier", WHOLE), told("signal", TRIMMED, speaker=""), told("herald", "run it hourly", speaker="")
    assert together(whole, unnamed, part) == [[whole, unnamed], [part]]


def test_words_of_an_unknown_speaker_that_two_people_said_stay_alone() -> None:
    one, other = told("courier", WHOLE, speaker="De Ávila"), told("signal", WHOLE, speaker="Pruett")
    unnamed, again = told("herald", WHOLE, speaker=""), told("letter", WHOLE, speaker="")
    assert together(one, other, unnamed) == [[one], [other], [unnamed]]
    assert together(one, unnamed, again) == [[one, unnamed, again]]


def test_the_first_telling_is_named_only_where_it_is_certain() -> None:
    morning, evening = told("courier", WHOLE, published=on("2031-03-15")), told("signal", WHOLE, published=on("2031-03-15"))
    undated, later = told("letter", WHOLE), told("herald", WHOLE, published=on("2031-03-16"))
    assert first_of(morning, later) == morning.statement
    assert first_of(morning, evening) is None
    assert first_of(morning, undated) is None
    assert first_of(undated) == undated.statement


def first_of(*tellings: Telling) -> str | None:
    [utterance] = utterances_of(*tellings)
    return utterance.earliest


@given(st.lists(st.sampled_from("abcdefgh"), max_size=40), st.lists(st.sampled_from("abcdefgh"), max_size=40), run_of_eight())
def test_any_run_of_eight_words_in_common_meets(before: list[str], after: list[str], run: list[str]) -> None:
    one, other = (*before, *run, *after), (*after, *run, *before)
    assert fingerprints([one]) & fingerprints([other])


def test_a_short_piece_meets_the_clause_that_it_was_cut_from() -> None:
    courier = f"“{WHOLE}” De Ávila said."
    signal = "De Ávila said: “Run it hourly and people will come.”"
    found = [
        fingerprints(quoted_pieces(text, statement), quoted_clauses(text, statement))
        for text, statement in (
            (courier, said(courier, f"“{WHOLE}”")),
            (signal, said(signal, "“Run it hourly and people will come.”")),
        )
    ]
    assert found[0] & found[1]


def test_short_pieces_meet_whole() -> None:
    one, other = folded_words("the last boat home"), folded_words("The Last Boat Home,")
    long = folded_words("and nobody in this building wants to be the one who ties it up")
    assert fingerprints([one, long]) & fingerprints([other])
    assert not fingerprints([folded_words("boat home")])
