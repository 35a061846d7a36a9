"""What nobody said: `Quill did not say`, `could have said`, `has yet to say`; `if Quill says`. Its mode is `no_response`."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from onrecord.core.spans import Span
from onrecord.knowledge.reporting import phrase_words, reporting_verbs
from onrecord.reading.attributions import Attribution, by_units
from onrecord.reading.layout import Word
from onrecord.reading.refusals import refused_at
from onrecord.reading.units import Unit

_MODES = ("said", "told", "wrote", "tweeted")


def with_unsaid(told: Sequence[Attribution], units: Sequence[Unit]) -> list[Attribution]:
    """The attributions, those of what was not said, or refused, in a mode that says so; in order of the units of their cues."""
    return [_moded(each, unit.words) for unit, its_own in zip(units, by_units(units, told), strict=True) for each in its_own]


def _moded(attribution: Attribution, words: Sequence[Word]) -> Attribution:
    if attribution.verb.mode not in _MODES:
        return attribution
    cue = [at for span in attribution.cue for at in _indices(words, span)]
    refusal = next((found for at in cue if (found := refused_at(words, at)) is not None), None)
    if refusal is not None:
        return replace(attribution, verb=replace(attribution.verb, mode=refusal.mode))
    unsaid = cue and (_is_unsaid(attribution, [words[at].text.lower() for at in cue]) or _is_supposed(attribution, words))
    return replace(attribution, verb=replace(attribution.verb, mode="no_response")) if unsaid else attribution


def _indices(words: Sequence[Word], span: Span) -> range:
    return range(*(bisect_left(words, offset, key=lambda word: word.start) for offset in span))


def _is_unsaid(attribution: Attribution, cue: Sequence[str]) -> bool:
    """Whether the cue itself tells so; `did not deny` is another thing, and `would say` often tells of what was said."""
    if any(one in phrase_words("short_of") and _says(cue[at + 1 :]) for at, one in enumerate(cue)):
        return True
    if "have" in cue and not phrase_words("supposing").isdisjoint(cue[: cue.index("have")]):
        return True
    plain = attribution.verb.lemma in phrase_words("disclosing")
    return plain and not (phrase_words("negation") | phrase_words("perhaps")).isdisjoint(cue)


def _says(following: Sequence[str]) -> bool:
    """Whether `to say`, `of saying` follows."""
    return len(following) > 1 and following[0] in ("to", "of") and not reporting_verbs().keys().isdisjoint(following[1:])


def _is_supposed(attribution: Attribution, words: Sequence[Word]) -> bool:
    """Whether the source tells so, or what stands before it: `neither Quill nor Hale said`, `if Quill says`, `Had Quill said`."""
    if not attribution.source or attribution.source[0].start > attribution.cue[0].start:
        return False
    first = bisect_left(words, attribution.source[0].start, key=lambda word: word.start)
    if first < len(words) and words[first].text.lower() in phrase_words("nobody"):
        return attribution.verb.lemma in phrase_words("disclosing")
    before = words[first - 1].text if 0 < first <= len(words) else ""
    return before.lower() in ("if", "unless") or before == "Had"
