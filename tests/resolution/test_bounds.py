"""Between which days a document without a date came out, and dates that a text cannot have."""

from itertools import permutations

from onrecord.core.documents import Appearance, Document
from onrecord.core.evidence import UNKNOWN_DATE, Basis, Date, Evidence
from onrecord.core.readings import Direction, Reading, Time
from onrecord.core.spans import Span
from onrecord.resolution.bounds import contradictions, inferred
from onrecord.resolution.describing import describe

RELEASE = Document.of(
    "She won the seat in 2028 and resigned in March 2030. Vote them out come Nov. 5, 2031. A new bridge will open in 2034. "
    "In 2029 she said that the road will be built in 2029."
)


def told(words: str, value: str, direction: Direction) -> Time:
    start = RELEASE.text.index(words)
    return Time(words, Span(start, start + len(words)), "DATE", value, "", 0, direction, "", "", "", "rule")


BACK = (told("2028", "2028", "past"), told("March 2030", "2030-03", "past"))
FORTH = (told("Nov. 5, 2031", "2031-11-05", "future"), told("2034", "2034", "future"), told("2029", "2029", "future"))


def release(*times: Time) -> Reading:
    return Reading(RELEASE.id, "rules/1", "en", times=times)


def shown(found: Date) -> tuple[str | None, str | None, list[str]]:
    return found.earliest, found.latest, [evidence.words for evidence in found.evidence]


def dated(day: str, basis: Basis = "given") -> Date:
    return Date(day, day, basis, (Evidence(day, RELEASE.id, (), "--published"),))


def appearance(*dates: Date) -> Appearance:
    return Appearance("a", RELEASE.id, "release.txt", "", "", "", "", dates, "0", "")


REPEATED = Date("2030-06-04", "2030-06-04", "inferred", (Evidence("Tuesday", "another", (Span(3, 10),)),))


def test_a_document_came_out_between_what_it_looks_back_on_and_forward_to() -> None:
    found = inferred(release(*BACK, *FORTH), RELEASE)
    assert shown(found) == ("2030-03-01", "2031-11-05", ["March 2030", "Nov. 5, 2031"])
    assert found.basis == "inferred"
    assert all(evidence.document == RELEASE.id and evidence.spans for evidence in found.evidence)


def test_one_bound_is_enough_and_none_is_unknown() -> None:
    assert shown(inferred(release(*BACK), RELEASE)) == ("2030-03-01", None, ["March 2030"])
    assert shown(inferred(release(*FORTH[:2]), RELEASE)) == (None, "2031-11-05", ["Nov. 5, 2031"])
    assert inferred(release(told("2028", "2028", "none")), RELEASE) == UNKNOWN_DATE
    assert inferred(release(told("2028", "XXXX-WXX-3", "past")), RELEASE) == UNKNOWN_DATE


def test_a_promise_of_old_bounds_nothing() -> None:
    assert shown(inferred(release(*BACK, FORTH[2]), RELEASE)) == ("2030-03-01", None, ["March 2030"])


def test_words_that_another_dates_bound_what_repeats_them() -> None:
    assert shown(inferred(release(), RELEASE, REPEATED)) == ("2030-06-04", None, ["Tuesday"])
    assert shown(inferred(release(*BACK, *FORTH), RELEASE, REPEATED)) == ("2030-06-04", "2031-11-05", ["Tuesday", "Nov. 5, 2031"])
    later = told("2034", "2034", "past")
    assert shown(inferred(release(later), RELEASE, REPEATED)) == ("2034-01-01", None, ["2034"])


def test_the_order_of_times_is_nothing_to_the_bounds() -> None:
    assert {inferred(release(*times), RELEASE) for times in permutations((*BACK, *FORTH[:2]))} == {
        inferred(release(*BACK, *FORTH), RELEASE)
    }


def test_bounds_are_of_documents_that_bear_no_date() -> None:
    reading = release(*BACK, *FORTH)
    assert describe(RELEASE.text, reading, [appearance()], []).published == inferred(reading, RELEASE)
    assert describe(RELEASE.text, reading, [appearance(dated("2031-03-14"))], [], REPEATED).published == dated("2031-03-14")


def test_a_date_that_the_text_looks_beyond_is_a_fault() -> None:
    (fault,) = contradictions(release(*BACK), RELEASE, dated("2029-05-01"), [appearance()])
    assert str(fault) == (
        "release.txt: published 2029-05-01 but speaks of 2030-03 as past (“March 2030”); "
        "if the date is wrong, add it again with --published"
    )
    assert contradictions(release(*BACK), RELEASE, dated("2030-03-01"), [appearance()]) == ()
    assert contradictions(release(*BACK), RELEASE, UNKNOWN_DATE, [appearance()]) == ()
    assert contradictions(release(*BACK), RELEASE, dated("2029-05-01", "inferred"), [appearance()]) == ()
