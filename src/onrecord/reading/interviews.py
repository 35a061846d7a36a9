"""Interviews whose labels name nobody: `Q:` and `A:`, and initials (`AQ:` for Anna Quill); whom they stand for, where told."""

import re
from collections.abc import Sequence

from onrecord.core.spans import Span
from onrecord.knowledge.reporting import ReportingVerb
from onrecord.reading.attributions import Attribution
from onrecord.reading.layout import Layout

LABELLED = ReportingVerb(":", "said", "q")

FEWEST_ANSWERS = 2
"""Questions and answers, each, that make a text an interview; a lone `A.` is an article or an initial."""

_LABEL = re.compile(r"[\s*]*(?P<label>Q|A|Question|Answer|QUESTION|ANSWER)\s*\**(?P<mark>[:.])[\s*]*(?=[\w“\"'‘$(])")


def interview_turns(layout: Layout, people: Sequence[Span]) -> dict[int, Attribution]:
    """Paragraph number → the question or the answer that it is; empty where the text is no such interview.

    Who answers is the one person that the text names before the first question; where it names several, nobody.
    """
    found = {number: hit for number, span in enumerate(layout.paragraphs) if (hit := _LABEL.match(layout.text, *span))}
    asked = [number for number, hit in found.items() if hit["label"][0] == "Q"]
    if min(len(asked), len(found) - len(asked)) < FEWEST_ANSWERS:
        return {}
    who = _only_person(layout, people, layout.paragraphs[asked[0]].start)
    return {number: _turn(layout, number, hit, () if number in asked else who) for number, hit in found.items()}


def _turn(layout: Layout, number: int, hit: re.Match[str], who: tuple[Span, ...]) -> Attribution:
    content = Span(hit.end(), layout.paragraphs[number].end)
    return Attribution((*who, Span(*hit.span("label"))), (Span(*hit.span("mark")),), (content,), LABELLED, "label")


def _only_person(layout: Layout, people: Sequence[Span], end: int) -> tuple[Span, ...]:
    """The longest name of the only person named before an offset; nothing where there is none, or more than one."""
    named = [span for span in people if span.end <= end]
    surnames = {layout.text[slice(*span)].split()[-1].lower() for span in named}
    return (max(named, key=lambda span: (span.end - span.start, -span.start)),) if len(surnames) == 1 else ()


def by_initials(layout: Layout, people: Sequence[Span]) -> dict[str, Span]:
    """Initials in capitals → the name of the only person of the text who has them."""
    named: dict[str, dict[str, Span]] = {}
    for span in people:
        name = layout.text[slice(*span)]
        words = [word for word in name.split() if word[0].isupper()]
        if len(words) > 1:
            named.setdefault("".join(word[0] for word in words), {}).setdefault(name.lower(), span)
    return {initials: next(iter(spans.values())) for initials, spans in named.items() if len(spans) == 1}
