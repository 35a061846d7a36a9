"""Quoted content: how much of it is found exactly, and how much at all."""

from benchmarks.contents import Attribution
from training.measuring import quoted

from onrecord.core.spans import Span

TEXT = "“The pier is safe,” Mora said. Hale said it “holds well.” Experts hope to reopen."


def content(words: str) -> Attribution:
    start = TEXT.index(words)
    return Attribution((), (), (Span(start, start + len(words)),))


def test_marks_at_the_edges_do_not_matter_and_unquoted_content_does_not_count() -> None:
    gold = [content("“The pier is safe,”"), content("it “holds well.”"), content("to reopen")]

    assert quoted(TEXT, gold, gold) == [(True, True), (True, True)]
    assert quoted(TEXT, gold, [content("The pier is safe"), content("“holds")]) == [(True, True), (False, True)]
    assert quoted(TEXT, gold, []) == [(False, False), (False, False)]
