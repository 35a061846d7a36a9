"""When a document was published, when its times were, and when its statements were made."""

from dataclasses import replace
from itertools import permutations

from onrecord.core.dates import anchor, anchor_all
from onrecord.core.documents import Appearance, Document
from onrecord.core.evidence import UNKNOWN_DATE, Basis, Date, Evidence
from onrecord.core.readings import Direction, Reading, Statement, Time
from onrecord.core.resolved import AnchoredTime
from onrecord.core.spans import Span
from onrecord.resolution.dating import anchored, appearance_date, date_faults, published, said_date

STORY = Document.of("Mayor Ines Okafor said Wednesday that the Harbor Street bridge will open in May 2031.")


def dated(earliest: str | None, latest: str | None, basis: Basis, field: str) -> Date:
    return Date(earliest, latest, basis, (Evidence(earliest or latest or "", STORY.id, (), field),))


def appearance(name: str, *dates: Date) -> Appearance:
    return Appearance(f"id of {name}", STORY.id, name, "", "", "", "", dates, "", "")


def words(text: str) -> Span:
    start = STORY.text.index(text)
    return Span(start, start + len(text))


def time(text: str, value: str, unit: str = "", offset: int = 0, direction: Direction = "none") -> Time:
    return Time(f"time {text}", words(text), "DATE", value, unit, offset, direction, "", "", "", "rule")  # type: ignore[arg-type]


def statement(said: str) -> Statement:
    return Statement(
        id="s",
        type="indirect",
        mode="said",
        source=(words("Mayor Ines Okafor"),),
        cue=(words("said"),),
        content=(words("the Harbor Street bridge will open in May 2031"),),
        speaker=None,
        basis="unresolved",
        candidates=(),
        printed="Mayor Ines Okafor",
        via="",
        addressee="",
        within="",
        about=(),
        said=said,
        confidence=0.9,
    )


WEDNESDAY = time("Wednesday", "XXXX-WXX-3", direction="past")
MAY = time("May 2031", "2031-05")
JUNE = dated("2031-06-13", "2031-06-13", "given", "--published")
FRIDAY = dated("2031-03-14", "2031-03-14", "given", "--published")


def in_story(one: Time, when: Date) -> dict[str, AnchoredTime]:
    return {one.id: anchor(one, when)}


def test_an_appearance_has_the_date_its_caller_gave() -> None:
    page = dated("2031-03-13", "2031-03-13", "metadata", "meta article:published_time")
    assert appearance_date(appearance("bridge.html", page, FRIDAY)) == FRIDAY
    assert appearance_date(appearance("bridge.html")) == UNKNOWN_DATE


def test_a_document_was_published_when_it_first_certainly_appeared() -> None:
    monday = dated("2031-03-17", "2031-03-17", "metadata", "date")
    march = dated("2031-03-01", "2031-03-31", "metadata", "date")
    pile = [appearance("a", monday), appearance("b", FRIDAY), appearance("c"), appearance("d", march)]
    assert {published(order) for order in permutations(pile)} == {FRIDAY}
    assert published([appearance("c")]) == UNKNOWN_DATE
    assert published([]) == UNKNOWN_DATE


def test_candidates_without_a_common_day_are_told_with_both_places() -> None:
    page = dated("2031-03-12", "2031-03-12", "metadata", "meta article:published_time")
    faults = date_faults([appearance("bridge.html", page, FRIDAY)])
    assert [str(fault) for fault in faults] == [
        "bridge.html: dated 2031-03-12 by its own metadata (meta article:published_time “2031-03-12”), "
        "but 2031-03-14 given by the caller (--published “2031-03-14”); 2031-03-14 is used: "
        "if that is wrong, add it again with --published"
    ]


def test_candidates_that_may_both_be_right_are_no_fault() -> None:
    march = dated("2031-03-01", "2031-03-31", "metadata", "date")
    assert (
        date_faults([appearance("bridge.html", march, FRIDAY), appearance("b", dated("2031-03-15", None, "stated", "line"))]) == ()
    )


def test_times_are_anchored_in_their_order() -> None:
    reading = Reading(STORY.id, "rules/1", "en", times=(WEDNESDAY, MAY))
    assert [(one.value, one.anchor) for one in anchored(reading, FRIDAY)] == [("2031-03-12", "2031-03-14"), ("2031-05", "")]


def test_a_statement_was_made_when_its_telling_says() -> None:
    said = said_date(statement(WEDNESDAY.id), in_story(WEDNESDAY, FRIDAY), FRIDAY, STORY)
    assert (said.earliest, said.latest, said.basis) == ("2031-03-12", "2031-03-12", "relative")
    assert [one.words for one in said.evidence] == ["Wednesday", "2031-03-14"]


def test_a_date_printed_in_full_needs_no_date_of_the_document() -> None:
    said = said_date(statement(MAY.id), in_story(MAY, UNKNOWN_DATE), UNKNOWN_DATE, STORY)
    assert said == Date("2031-05-01", "2031-05-31", "stated", (Evidence("May 2031", STORY.id, (MAY.span,)),))


def test_nothing_is_said_after_it_was_published() -> None:
    late = said_date(statement(MAY.id), in_story(MAY, FRIDAY), FRIDAY, STORY)
    assert late == Date(None, "2031-03-14", "inferred", FRIDAY.evidence)
    in_may = dated("2031-05-10", "2031-05-10", "given", "--published")
    cut = said_date(statement(MAY.id), in_story(MAY, in_may), in_may, STORY)
    assert (cut.earliest, cut.latest, cut.basis) == ("2031-05-01", "2031-05-10", "stated")
    assert [one.words for one in cut.evidence] == ["May 2031", "2031-05-10"]


def test_without_an_expression_only_publication_bounds_it() -> None:
    assert said_date(statement(""), {}, FRIDAY, STORY) == Date(None, "2031-03-14", "inferred", FRIDAY.evidence)
    assert said_date(statement(""), {}, UNKNOWN_DATE, STORY) == UNKNOWN_DATE
    assert said_date(statement(WEDNESDAY.id), in_story(WEDNESDAY, UNKNOWN_DATE), UNKNOWN_DATE, STORY) == UNKNOWN_DATE


def test_a_telling_counted_from_another_time_rests_on_both() -> None:
    whole = time("May 2031", "2031-05-02")
    next_day = replace(time("Wednesday", "", "day", 1), reference=whole.id)
    times = {one.time.id: one for one in anchor_all((whole, next_day), JUNE)}
    said = said_date(statement(next_day.id), times, JUNE, STORY)
    assert (said.earliest, said.latest, said.basis) == ("2031-05-03", "2031-05-03", "relative")
    assert [one.words for one in said.evidence] == ["Wednesday", "May 2031"]


def test_a_vague_time_of_a_telling_rests_on_the_day_it_was_published() -> None:
    recently = time("Wednesday", "PAST_REF")
    said = said_date(statement(recently.id), in_story(recently, FRIDAY), FRIDAY, STORY)
    assert (said.earliest, said.latest, said.basis) == (None, "2031-03-14", "relative")
    now = time("Wednesday", "PRESENT_REF")
    assert said_date(statement(now.id), in_story(now, FRIDAY), FRIDAY, STORY).basis == "inferred"
