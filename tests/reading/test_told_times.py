"""Which time of a sentence a telling has."""

import pytest

from onrecord.core.spans import Span
from onrecord.reading.layout import layout
from onrecord.reading.times import attach, find_times


def spans_of(text: str, *words: str) -> tuple[Span, ...]:
    return tuple(Span(text.index(one), text.index(one) + len(one)) for one in words if one)


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "told"),
    [
        (
            "Okafor announced Wednesday that the bridge will open Friday.",
            "Okafor",
            "announced",
            "the bridge will open Friday",
            "Wednesday",
        ),
        ("“We will open Friday,” Okafor said on Monday.", "Okafor", "said", "We will open Friday,", "Monday"),
        ("Okafor told reporters last week the bridge is safe.", "Okafor", "told", "the bridge is safe", "last week"),
        ("In a statement Tuesday, Okafor said the bridge is safe.", "Okafor", "said", "the bridge is safe", "Tuesday"),
        ("On Monday night Okafor said the bridge is safe.", "Okafor", "said", "the bridge is safe", "Monday night"),
        ("“It is safe,” Okafor told a crowd in the park on Sunday.", "Okafor", "told", "It is safe,", "Sunday"),
        ("Okafor said in an interview last week that she won in 2018.", "Okafor", "said", "she won in 2018", "last week"),
        ("In a Tuesday statement, Okafor said it is safe.", "Okafor", "said", "it is safe", "Tuesday"),
        ("Okafor said in a Tuesday statement that it is safe.", "Okafor", "said", "it is safe", "Tuesday"),
        ("It was torn down – last month, Okafor said it is safe.", "Okafor", "said", "it is safe", "last month"),
        ("Earlier on Tuesday, Okafor said it is safe.", "Okafor", "said", "it is safe", "Tuesday"),
        ("On several Sunday talk shows, Okafor said it is safe.", "Okafor", "said", "it is safe", ""),
        ("Okafor said that she resigned Monday.", "Okafor", "said", "she resigned Monday", ""),
        ("“It is safe,” said Okafor, elected in 2018.", "Okafor", "said", "It is safe,", ""),
        ("“It is safe,” said Okafor, who was elected in 2018.", "Okafor", "said", "It is safe,", ""),
        ("“It is safe,” Okafor said before Friday's vote.", "Okafor", "said", "It is safe,", ""),
        ("After three years, Okafor said the bridge is safe.", "Okafor", "said", "the bridge is safe", ""),
        ("It opened Monday. Okafor said the bridge is safe.", "Okafor", "said", "the bridge is safe", ""),
        ("When it opened Monday, Okafor said the bridge is safe.", "Okafor", "said", "the bridge is safe", ""),
    ],
)
def test_a_telling_has_the_time_beside_its_cue(text: str, source: str, cue: str, content: str, told: str) -> None:
    laid_out = layout(text)
    times = find_times(laid_out, "d")
    found = attach(laid_out, times, spans_of(text, cue), spans_of(text, source), spans_of(text, content))
    assert [text[slice(*one.span)] for one in times if one.id == found] == ([told] if told else [])
