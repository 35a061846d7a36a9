"""Attributions as all readers give them, from the words that a network found; rules finish what it does not decide.

The rules of the first reader keep transcripts, refusals, and quotations that stand alone or carry on; the network has the rest.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.core.spans import Span, joined, overlapping, overlapping_at
from onrecord.knowledge.reporting import ReportingVerb, reporting_verbs
from onrecord.reading.attributions import Attribution, Doubted, attributions_in, by_units
from onrecord.reading.clauses import addressee_after
from onrecord.reading.continuations import Carried, carry_on, once, signature_at
from onrecord.reading.dialogue import turns_taken, without_turns
from onrecord.reading.issued import issued_statements, with_issued
from onrecord.reading.labels import paragraphs_told
from onrecord.reading.layout import Layout, Word
from onrecord.reading.neural.confidence import row
from onrecord.reading.neural.decoding import Decoded
from onrecord.reading.neural.finishing import (
    whole_blocks,
    with_contents_before,
    with_introduced,
    with_shared_sources,
    with_subjects,
)
from onrecord.reading.neural.hearsay import with_hearsay
from onrecord.reading.neural.links import InWords, Words
from onrecord.reading.neural.mending import mended
from onrecord.reading.neural.nesting import Told, taken_from
from onrecord.reading.neural.not_said import said_alone
from onrecord.reading.neural.placing import placed
from onrecord.reading.neural.quoted_whole import overlap, with_quoted_whole
from onrecord.reading.noun_phrases import LONGEST_PHRASE, is_quoted
from onrecord.reading.quotations import Quotation, quotations_at
from onrecord.reading.refusals import refusals_in
from onrecord.reading.turned_round import turned_round
from onrecord.reading.units import Unit, find_units
from onrecord.reading.unsaid import with_unsaid

PATTERN = "network"


def carried_attributions(
    page: Layout,
    found: Sequence[Decoded],
    people: Sequence[Span],
    quotations: Sequence[Quotation],
    doubted: Doubted = lambda _: False,
) -> tuple[Carried, ...]:
    """All attributions of a text before anybody is resolved, in order of the units that their cues stand in.

    `found` is what the network found, `people` are the spans of persons' names. A cue without content is kept only where it is a
    colon, which the next quotation may follow.
    """
    units = find_units(page, quotations)
    turns = paragraphs_told(page, people)
    said = said_alone(page, _attributions(page, placed(page, found, quotations, units), quotations), quotations)
    said = turned_round(with_subjects(with_contents_before(said, units), units, quotations), units)
    said = with_unsaid(said, units)
    told = _beside_signatures(said, units)
    told = _with_rules([each for each in told if each.content or _introduces(page.text, each)], units, quotations, doubted)
    told = with_quoted_whole(told, units, quotations)
    told = with_hearsay(told, units, quotations)
    told = with_shared_sources(whole_blocks(with_introduced(told, units, people), units, quotations), units)
    taken_turns = {} if turns else turns_taken(page, units, told, quotations)
    told = without_turns(told, units, taken_turns)
    told = with_issued(page, told, [] if turns else issued_statements(page, people, told), doubted)
    by_unit = [_in_unit(unit, its_own, turns) for unit, its_own in zip(units, by_units(units, told), strict=True)]
    return once(carry_on(units, by_unit, quotations, taken_turns), by_unit)


def _with_rules(
    told: Sequence[Attribution], units: Sequence[Unit], quotations: Sequence[Quotation], doubted: Doubted
) -> list[Attribution]:
    """The attributions, those of quoted words that are in doubt replaced by what the rules find of the same words, if anything."""
    doubtful = {at for at, each in enumerate(told) if _quoted(each, quotations) and doubted(each)}
    kept = dict.fromkeys(each for at, each in enumerate(told) if at not in doubtful)
    firm = joined(sorted(span for each in kept for span in (*each.cue, *each.content)))
    unit_spans = [unit.span for unit in units]
    for each in (told[at] for at in sorted(doubtful)):
        near = sorted({at for span in (*each.cue, *each.content) for at in overlapping_at(unit_spans, span)})
        ruled = [one for at in near for one in attributions_in(units[at]) if overlap(one.content, each.content)]
        free = [one for one in ruled if _quoted(one, quotations) and not _any_in(firm, (*one.cue, *one.content))]
        kept.update(dict.fromkeys(free or [each]))
    return list(kept)


def _any_in(apart: Sequence[Span], spans: Iterable[Span]) -> bool:
    return any(overlapping(apart, span) for span in spans)


def _quoted(attribution: Attribution, quotations: Sequence[Quotation]) -> bool:
    return any(quotations_at(quotations, content) for content in attribution.content)


def _attributions(page: Layout, found: Sequence[Decoded], quotations: Sequence[Quotation]) -> list[Attribution]:
    told = [Told(*(tuple(_span(page.words, words) for words in role) for role in each.words)) for each in found]
    taken = taken_from(told, quotations)
    return [_attribution(page, each, quotations, its_own) for each, its_own in zip(found, taken, strict=True)]


def _attribution(page: Layout, found: Decoded, quotations: Sequence[Quotation], taken: Sequence[Span]) -> Attribution:
    source, cue, _ = found.words
    contents = _contents(page, found.words, quotations, taken)
    quoted = any(quotations_at(quotations, content) for content in contents)
    return Attribution(
        tuple(_span(page.words, words) for words in source),
        tuple(_span(page.words, words) for words in cue),
        contents,
        verb_of([word.text for start, end in cue for word in page.words[start:end]]),
        PATTERN,
        _addressee(page, found.words),
        row(found.signs, quoted=quoted, contents=len(contents)),
    )


def _contents(page: Layout, found: InWords, quotations: Sequence[Quotation], taken: Sequence[Span]) -> tuple[Span, ...]:
    """The contents with their marks, but without the mark that a quotation repeats where it goes on in the next paragraph."""
    cues = [_span(page.words, words) for words in found.cue]
    contents: list[Span] = []
    for words in found.content:
        bare = _span(page.words, words)
        whole = mended(page.text, bare, quotations, taken, cues)
        if contents and whole.overlaps(contents[-1]):
            contents[-1] = Span(contents[-1].start, max(whole.end, contents[-1].end))
            continue
        goes_on = bool(contents) and not page.text[contents[-1].end : whole.start].strip()
        contents.append(Span(bare.start, whole.end) if goes_on else whole)
    return tuple(contents)


def _addressee(page: Layout, found: InWords) -> tuple[Span, ...]:
    """Whom it was told to: the phrase after a verb that names it (`told reporters`), up to what was said."""
    for start, end in found.cue:
        for at in range(start, end):
            verb = reporting_verbs().get(page.words[at].text.lower())
            if verb is not None and "p" in verb.frames:
                others = [piece for piece in (*found.source, *found.content) if piece[0] > at]
                stop = min((piece[0] for piece in others), default=at + 1 + LONGEST_PHRASE)
                following = page.words[at:stop]
                part = addressee_after(following, 1)[1]
                return () if part is None else (_span(following, part),)
    return ()


def verb_of(cue: Sequence[str]) -> ReportingVerb:
    """The verb of a cue: the first word in it that reports, else the cue itself as one that says."""
    known = (reporting_verbs().get(word.lower()) for word in cue)
    return next((verb for verb in known if verb is not None), ReportingVerb(" ".join(cue).lower(), "said", ""))


def _introduces(text: str, attribution: Attribution) -> bool:
    return any(":" in text[span.end - 1 : span.end + 1] for span in attribution.cue)


def _beside_signatures(told: Sequence[Attribution], units: Sequence[Unit]) -> list[Attribution]:
    """The attributions without what a signature below a quotation says better: `“…” — Jo Lind`, where nothing else stands."""
    signed = {number: signature for number in range(len(units)) if (signature := signature_at(units, number)) is not None}
    cues = sorted(span for each in told for span in each.cue)
    alone = {number: dash for number, (dash, name) in signed.items() if all(cue.overlaps(dash) for cue in overlapping(cues, name))}
    dashes = list(alone.values())
    quoted = [word.span for number in alone for word in units[number].words if is_quoted(word)]
    return [
        replace(each, content=tuple(span for span in each.content if not overlapping(quoted, span)))
        for each in told
        if not _any_in(dashes, each.cue)
    ]


def _in_unit(unit: Unit, told: Sequence[Attribution], turns: dict[int, Attribution]) -> list[Attribution]:
    """The attributions of a unit; a refusal lends its mode to what was found with its cue, or stands for itself."""
    turn = turns.get(unit.paragraph)
    if turn is not None:
        return [turn] if unit.span.start <= turn.cue[0].start < unit.span.end else []
    refused = refusals_in(unit)
    lent = [next((replace(each, verb=other.verb) for other in refused if _share_cue(each, other)), each) for each in told]
    alone = [other for other in refused if not any(_share_cue(each, other) for each in told)]
    return sorted([*lent, *alone], key=lambda attribution: attribution.cue)


def _share_cue(one: Attribution, other: Attribution) -> bool:
    return any(span.overlaps(its_own) for span in one.cue for its_own in other.cue)


def _span(words: Sequence[Word], stretch: Words) -> Span:
    start, end = stretch
    return Span(words[start].start, words[end - 1].end)
