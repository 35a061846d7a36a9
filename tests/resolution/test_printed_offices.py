"""Titles in print that name an office and nothing else, and the parties and states behind names."""

import pytest

from onrecord.core.spans import Span
from onrecord.resolution.printed_offices import named_office, tag_after


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Sen.", ("senator", "", "")),
        ("former Ohio Sen.", ("senator", "", "ohio")),
        ("N.J. Gov.", ("governor", "", "new jersey")),
        ("U.S. Senator", ("senator", "federal", "")),
        ("state Rep.", ("representative", "state", "")),
        ("then-Gov.", ("governor", "", "")),
        ("Republican South Carolina Sen.", ("senator", "", "south carolina")),
        ("senator from the state of Ohio", ("senator", "", "ohio")),
        ("Senate Majority Leader", ("majority leader", "", "")),
        ("speaker of the House", ("speaker", "", "")),
        ("president of the United States", ("president", "federal", "")),
        ("president of the Kestrel Club", ("president", "", "kestrel club")),
        ("Ulmen Mayor", ("mayor", "", "ulmen")),
        ("House Rep.", ("representative", "", "")),
        ("senator from Ohio and former baker", ("senator", "", "ohio")),
        ("Senate President", ("president", "", "senate")),
        ("then-City Council President", ("council president", "", "")),
        ("Osterby City Council President", ("council president", "", "osterby city")),
        ("district attorney of Ulmen", ("district attorney", "", "ulmen")),
        ("Lt. Gov.", ("lieutenant governor", "", "")),
    ],
)
def test_what_office_a_title_names(words: str, expected: tuple[str, str, str]) -> None:
    found = named_office(words)
    assert found is not None
    assert (found.title.title, found.level, found.of) == expected


@pytest.mark.parametrize(
    "words", ["", "Senate candidate", "mayor and baker", "senator-elect", "governor hopeful", "Dr.", "harbourmaster"]
)
def test_what_names_no_office(words: str) -> None:
    assert named_office(words) is None


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        (" (R-Texas) said", ("republican", "texas")),
        (", D-Calif., said", ("democratic", "california")),
        (" (D-N.Y.)", ("democratic", "new york")),
        (" (R., Fla.)", ("republican", "florida")),
        (", Democrat of New York, said", ("democratic", "new york")),
        (" (R-South Carolina)", ("republican", "south carolina")),
        (" (I–Vt.)", ("independent", "vermont")),
        (", D-Ohio. Texas waits", ("democratic", "ohio")),
        (" (D-Ulmen)", None),
        (" said Democrats from Ohio", None),
        ("", None),
    ],
)
def test_the_party_and_state_behind_a_name(behind: str, expected: tuple[str, str] | None) -> None:
    name = "Ilse Tennant"
    assert tag_after(name + behind, Span(0, len(name))) == expected
