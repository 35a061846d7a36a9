from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.layout import layout
from onrecord.reading.quotations import find_quotations


def quoted(text: str) -> list[str]:
    return [text[slice(*quotation.span)] for quotation in find_quotations(layout(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“We won,” Lind said.", ["“We won,”"]),
        ('"We won," Lind said.', ['"We won,"']),
        ("''We won,'' Lind said.", ["''We won,''"]),
        ('“We won," Lind said. ”Again.“', ['“We won,"', "”Again.“"]),
        ('"They won, " said Lind.', ['"They won, "']),
        ("“He told me “no way” twice,” she said.", ["“He told me “no way” twice,”"]),
        ('The 6" pipe and the 8" pipe burst.', []),
        ("The ’90s were 'fun' for Lind's union.", []),
    ],
)
def test_marks_are_judged_by_shape_before_glyph(text: str, found: list[str]) -> None:
    assert quoted(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“We will not wait, Jo Lind said. “Not a day.”", ["“We will not wait,", "“Not a day.”"]),
        ("“We will not wait, said Jo Lind, the clerk.", ["“We will not wait,"]),
        ("“We will not wait. We said so in May.", ["“We will not wait. We said so in May."]),
        ("“We will not wait said Jo Lind.", ["“We will not wait"]),
        ("“They asked me, and Lind said nothing to them.”", ["“They asked me, and Lind said nothing to them.”"]),
    ],
)
def test_a_missing_closing_mark_is_where_the_attribution_begins(text: str, found: list[str]) -> None:
    assert quoted(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We will not wait,” Jo Lind said.", ["We will not wait,”"]),
        ("We waited a year. We will not wait more,” Jo Lind said.", ["We waited a year. We will not wait more,”"]),
        ("Lind spoke at noon and declined lunch. We ate,” she said.", ["Lind spoke at noon and declined lunch. We ate,”"]),
        ("Critics complained all morning. We ate,” she said.", ["We ate,”"]),
        ("Jo Lind told reporters: We ate.”", ["We ate.”"]),
        ("Jo Lind said it was a slow way of saying no.”", ["it was a slow way of saying no.”"]),
        ("“We ate,” Lind said. We drank,” she added.", ["“We ate,”", "We drank,”"]),
        ("According to Jo Lind, the pilings are rotten.”", ["the pilings are rotten.”"]),
        ("I said that I would pay,” Lind said.", ["I said that I would pay,”"]),
    ],
)
def test_a_missing_opening_mark_is_where_the_words_begin(text: str, found: list[str]) -> None:
    assert quoted(text) == found


PIECES = [*"ab .,?\n\"'“”«»`", "said ", "Lind ", "''", "``"]


@given(st.lists(st.sampled_from(PIECES), max_size=100).map("".join))
def test_quotations_lie_in_their_paragraph_and_never_overlap(text: str) -> None:
    page = layout(text)
    spans = [quotation.span for quotation in find_quotations(page)]

    assert all(before.end <= after.start for before, after in pairwise(spans))
    assert all(any(span.within(paragraph) for paragraph in page.paragraphs) for span in spans)
