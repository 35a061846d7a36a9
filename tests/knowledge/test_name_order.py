"""The order of a person's name, by its form."""

import pytest

from onrecord.knowledge.name_order import person_parts


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("Park Ji-hoon", "ji hoon", "park"),
        ("Ji-hoon Park", "ji hoon", "park"),
        ("Park Ji Hoon", "ji hoon", "park"),
        ("Kim Leigh Ann", "kim", "ann"),
        ("Lee Ann Strand", "lee", "strand"),
        ("Kim A. Ho", "kim", "ho"),
        ("Nguyen Thi Mai", "thi mai", "nguyen"),
        ("Park Jones-Reyes", "park", "jones reyes"),
        ("Park Anders", "park", "anders"),
        ("Thi Mai", "thi", "mai"),
        ("Park", "", "park"),
        ("", "", ""),
    ],
)
def test_the_parts_of_a_name_in_either_order(name: str, first: str, last: str) -> None:
    parts = person_parts(name)

    assert (parts.first, parts.last) == (first, last)
