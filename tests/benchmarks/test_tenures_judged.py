"""Tenures judged by a gazetteer's offices, with outcomes that can be told by hand."""

import pytest
from benchmarks.tenures_judged import judged_tenure

from onrecord.core.evidence import Date
from onrecord.core.items import TenureItem
from onrecord.knowledge.packs import KnownOffice, KnownPerson
from onrecord.resolution.known_people import Known, listed_in

OFFICES = (
    KnownOffice("representative", "House", "District 1", since="2021-01-03", until="2023-01-03"),
    KnownOffice("representative", "House", "District 4", since="2023-01-03", until="2025-01-03"),
    KnownOffice("senator", "Senate", since="2025-01-03", until="2031-01-03", incumbent=True),
)
KNOWN = Known((listed_in(KnownPerson("a:1", "Ilse Tennant", offices=OFFICES, listed="2029-06-01"), "assembly", "2029-06-01", ""),))


@pytest.mark.parametrize(
    ("role", "began", "ended", "expected"),
    [
        ("representative", (None, "2021-05-01"), ("2024-05-01", None), ("right", "")),
        ("representative", (None, "2021-05-01"), ("2022-05-01", "2026-05-01"), ("right", "")),
        ("representative", ("2021-01-01", "2021-12-31"), (None, "2026-05-01"), ("right", "")),
        ("representative", (None, "2025-01-20"), ("2025-01-20", None), ("right", "")),
        ("representative", (None, "2020-05-01"), ("2024-05-01", None), ("wrong", "held before it began")),
        ("representative", (None, "2021-05-01"), ("2026-05-01", None), ("wrong", "held after it was over")),
        ("representative", ("2022-01-01", "2022-12-31"), (None, None), ("wrong", "began later than it did")),
        ("representative", (None, None), (None, "2023-05-01"), ("wrong", "over before it was")),
        ("representative", (None, "2026-05-01"), (None, "2026-05-01"), ("right", "")),
        ("senator", (None, "2026-05-01"), ("2031-05-01", None), ("right", "")),
        ("senator", (None, "2026-05-01"), ("2028-05-01", None), ("right", "")),
        ("senator", (None, None), (None, "2028-05-01"), ("wrong", "over before it was")),
        ("governor", (None, "2026-05-01"), ("2026-05-01", None), ("wrong", "another office then")),
        ("governor", (None, "2019-05-01"), ("2019-05-01", None), ("not judged", "")),
        ("governor", (None, None), (None, "2026-05-01"), ("not judged", "")),
        ("baker", (None, "2026-05-01"), ("2026-05-01", None), ("not judged", "")),
    ],
)
def test_a_tenure_is_right_where_a_stint_fits_all_that_it_says(
    role: str, began: tuple[str | None, str | None], ended: tuple[str | None, str | None], expected: tuple[str, str]
) -> None:
    tenure = TenureItem("t", "p", role, None, "", Date(*began, "inferred"), Date(*ended, "inferred"), ())
    assert judged_tenure(tenure, KNOWN) == expected
