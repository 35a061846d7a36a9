"""Contents put where they belong: what a network that labels words and links pieces one by one cannot see.

A content ends with its paragraph; and of the contents of a cue that has one in its own sentence, those in another sentence are its
own only where they are quoted (of 53 that were not, people had marked 2 so: PolNeAR dev and a hundred stories of train). In another
paragraph they must stand alone, too: `“The Last Waltz,” a song, was sung` is not what the speaker of the next paragraph said, and
`Hale closed his folder. “Not today.”` is more likely Hale's.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from onrecord.core.spans import Span
from onrecord.reading.layout import Layout, Word
from onrecord.reading.neural.decoding import Decoded
from onrecord.reading.neural.links import Words
from onrecord.reading.noun_phrases import is_quoted, is_word
from onrecord.reading.quotations import Quotation, quotations_at
from onrecord.reading.units import Unit, stops

SENTENCE_STOPS = frozenset(".!?")
SENTENCE_ENDS = frozenset(".!?…\"'”’)]")
"""What may stand last in a paragraph that a content ends with; a colon introduces what follows, a word was cut from its line."""


def placed(page: Layout, found: Sequence[Decoded], quotations: Sequence[Quotation], units: Sequence[Unit]) -> list[Decoded]:
    """The attributions with each content in one paragraph and with a cue that it can belong to; other contents are dropped."""
    parted = [_with(each, [part for piece in each.words.content for part in _parts(page, piece, quotations)]) for each in found]
    homes = _Homes(page, parted, units)
    contents: list[list[Words]] = [[] for _ in parted]
    for number, each in enumerate(parted):
        for piece in each.words.content:
            quoted = _quoted(page, piece, quotations)
            cue = homes.cue_of(piece, number, quoted=quoted)
            if cue is not None or (quoted and homes.may_reach(piece, number)):
                contents[number if cue is None else cue].append(piece)
    return [_with(each, pieces) for each, pieces in zip(parted, contents, strict=True)]


class _Homes:
    """The units that cues and contents stand in."""

    def __init__(self, page: Layout, found: Sequence[Decoded], units: Sequence[Unit]) -> None:
        self._page = page
        self._units = units
        self._starts = [unit.span.start for unit in units]
        self._paragraphs = [unit.paragraph for unit in units]
        self._found = found
        self._cues = [self._unit(each.words.cue[0]) for each in found]
        self._cues_in: dict[int, list[int]] = {}
        for at, unit in enumerate(self._cues):
            self._cues_in.setdefault(unit, []).append(at)

    def cue_of(self, piece: Words, number: int, *, quoted: bool) -> int | None:
        """The cue that a content of the cue `number` belongs to: that one where it has no content nearer to it, else one in the
        content's own unit that has none or is alone in its paragraph with it; None where there is no such cue. What is not quoted
        is in the cue's paragraph, or after a colon."""
        here, there = self._unit(piece), self._cues[number]
        if here == there:
            return number
        may_reach = (quoted or self._leads_on(here, there)) and not self._told_apart(here, there)
        may_reach = may_reach and not self._begins_anew(piece, number)
        if may_reach and all(self._unit(other) != there for other in self._found[number].words.content):
            return number
        crosses = self._paragraphs[here] != self._paragraphs[there]
        return next((at for at in self._cues_in.get(here, ()) if crosses or not self._found[at].words.content), None)

    def may_reach(self, piece: Words, number: int) -> bool:
        """Whether a quoted content may be the cue's: in its paragraph, or in a unit that has no words but quoted ones."""
        unit, cue = self._unit(piece), self._cues[number]
        alone = not any(is_word(word) for word in self._units[unit].words if not is_quoted(word))
        near = (alone and not self._told_apart(unit, cue)) or self._paragraphs[unit] == self._paragraphs[cue]
        return near and not self._begins_anew(piece, number)

    def _begins_anew(self, piece: Words, number: int) -> bool:
        """Whether the cue's sentence, after the content's, opens with whoever says something else: `“X.” Lind then said that …`.

        A quotation with a full stop has said all before `Lind shrugged. “Y.”`; one with another mark may be what Lind shouted.
        """
        here, there = self._unit(piece), self._cues[number]
        cue, *_ = self._found[number].words.cue
        later = [self._unit(content) for content in self._found[number].words.content if content[0] > cue[0]]
        if here >= there or not later or is_quoted(self._units[there].words[0]):
            return False
        return there in later or self._stops(piece)

    def _stops(self, piece: Words) -> bool:
        """Whether a quotation ends with a full stop, which the network leaves out with the mark after it, or has."""
        first, last = self._page.words[piece[0]], self._page.words[piece[1] - 1]
        return any(stops(self._page.text[first.start : last.end + marks]) for marks in (0, 2))

    def _leads_on(self, here: int, there: int) -> bool:
        return self._paragraphs[here] == self._paragraphs[there] or self._units[there].words[-1].text == ":"

    def _told_apart(self, here: int, there: int) -> bool:
        """Whether two units are in different paragraphs with sentences of the paper's own between them, or before the first of them
        in its paragraph: who speaks there was told anew."""
        if self._paragraphs[here] == self._paragraphs[there]:
            return False
        opens = bisect_left(self._paragraphs, self._paragraphs[here])
        between = [*range(opens, here), *self._paragraphs_between(here, there)]
        return any(is_word(word) for unit in between for word in self._units[unit].words)

    def _paragraphs_between(self, here: int, there: int) -> range:
        first, last = sorted((self._paragraphs[here], self._paragraphs[there]))
        return range(bisect_right(self._paragraphs, first), bisect_left(self._paragraphs, last))

    def _unit(self, words: Words) -> int:
        return max(0, bisect_right(self._starts, self._page.words[words[0]].start) - 1)


def _parts(page: Layout, piece: Words, quotations: Sequence[Quotation]) -> list[Words]:
    """The piece cut where a paragraph ends in it, unless a colon or a quotation leads on to the next."""
    start, end = piece
    cuts = [at for at in range(start + 1, end) if _is_cut(page, at, quotations)]
    return list(zip([start, *cuts], [*cuts, end], strict=True))


def _is_cut(page: Layout, at: int, quotations: Sequence[Quotation]) -> bool:
    before, word = page.words[at - 1], page.words[at]
    between = page.text[before.end : word.start]
    if "\n" not in between:
        return _quotes_anew(before, word, quotations)
    open_ended = any(not each.closed for each in quotations_at(quotations, Span(before.start, before.start + 1)))
    begins = any(each.opened and each.span.start == word.start for each in quotations_at(quotations, word.span))
    blank = between.count("\n") > 1 and is_word(before) and word.capitalized
    return (before.text[-1] in SENTENCE_ENDS or blank or (begins and before.text != ":")) and not open_ended


def _quotes_anew(before: Word, word: Word, quotations: Sequence[Quotation]) -> bool:
    """Whether a quotation begins after the end of a sentence of the paper's own: `Lind said no. “Nonsense,” said Hale`."""
    begins = any(each.opened and each.span.start == word.start for each in quotations_at(quotations, word.span))
    return begins and before.text[-1] in SENTENCE_STOPS and not quotations_at(quotations, before.span)


def _quoted(page: Layout, piece: Words, quotations: Sequence[Quotation]) -> bool:
    """Whether most of the words stand in quotation marks."""
    start, end = Span(page.words[piece[0]].start, page.words[piece[1] - 1].end)
    marked = sum(min(end, each.span.end) - max(start, each.span.start) for each in quotations_at(quotations, Span(start, end)))
    return 2 * marked > end - start


def _with(found: Decoded, contents: Iterable[Words]) -> Decoded:
    return found._replace(words=found.words._replace(content=tuple(sorted(contents))))
