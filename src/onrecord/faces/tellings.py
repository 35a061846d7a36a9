"""Tellings: the statements that tell one utterance, in the order in which they were published."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.core.evidence import Date
from onrecord.core.items import LinkItem, StatementItem
from onrecord.core.spans import PIECES_JOINED_BY
from onrecord.faces.citing import Citation, Citer
from onrecord.faces.counting import counted
from onrecord.faces.dates import in_order
from onrecord.faces.exports.plain import Plain, plain
from onrecord.faces.opening import short
from onrecord.faces.printing import Line
from onrecord.record.view import View

QUOTATION_MARKS = "\"'“”‘’„«»`″"

MOST_NAMED = 3
"""How many that tell the same are named, and how many of them quoted: an agency's story stands in hundreds of papers."""

_WORD = re.compile(r"\w+(?:['’]\w+)*")


@dataclass(frozen=True, slots=True)
class Telling:
    """One of several statements that tell one utterance, where it stands and, where it is asked why, its short id and its links."""

    statement: StatementItem
    short: str
    citation: Citation
    links: tuple[LinkItem, ...]

    def why(self, shown: StatementItem, short_ids: Mapping[str, str]) -> Iterator[Line]:
        """Where it stands, its words where they are not those shown, and the best of the links that make it one with the others."""
        yield Line(f"{self.short} · {self.citation}", 4, "dim")
        if _spoken(self.statement) != _spoken(shown):
            yield Line(printed_words(self.statement), 6)
        others = list(short_ids)
        judged = [
            (-link.score, others.index(link.b if link.a == self.statement.id else link.a), link.reasons) for link in self.links
        ]
        for score, other, reasons in sorted(judged)[:1]:
            yield Line(f"{-score:.2f} with {short_ids[others[other]]}: {'; '.join(reasons)}", 6, "dim")

    def plain(self) -> Plain:
        """The telling as a JSON object: its citation, with the statement's id."""
        told = self.citation.plain() | {"statement": self.statement.id}
        return told | {"links": [plain(link) for link in self.links]} if self.links else told


def beneath(shown: StatementItem, tellings: Sequence[Telling]) -> Iterator[Line]:
    """What is said beneath a statement of the others that tell the same: where they stand, and what other words they have."""
    others = [telling for telling in tellings if telling.statement.id != shown.id]
    here = [telling.citation.places for telling in others if telling.statement.document == shown.document]
    elsewhere = list(dict.fromkeys(telling.citation.brief for telling in others if telling.statement.document != shown.document))
    if here:
        yield Line(f"also told in the same document {' '.join(here)}", 2, "dim")
    if elsewhere:
        named = [*elsewhere[:MOST_NAMED], *([f"and {len(elsewhere) - MOST_NAMED} more"] if len(elsewhere) > MOST_NAMED else [])]
        yield Line(f"also told in {counted(len(elsewhere), 'more document')}: {'; '.join(named)}", 2, "dim")
    otherwise = _in_other_words(shown, others)
    for telling in otherwise[:MOST_NAMED]:
        yield Line(f"in other words in {telling.citation}:", 2, "dim")
        yield Line(printed_words(telling.statement), 4)
    if len(otherwise) > MOST_NAMED:
        yield Line(f"and {len(otherwise) - MOST_NAMED} more in other words; see them with --why", 2, "dim")


def beneath_with_why(shown: StatementItem, tellings: Sequence[Telling]) -> Iterator[Line]:
    """The same, of each of the others all that there is, and why it is taken to tell the same."""
    if tellings:
        yield Line(f"also told in {counted(len(tellings) - 1, 'more statement')}:", 2, "dim")
    short_ids = {telling.statement.id: telling.short for telling in tellings}
    for telling in tellings:
        if telling.statement.id != shown.id:
            yield from telling.why(shown, short_ids)


def _in_other_words(shown: StatementItem, others: Sequence[Telling]) -> list[Telling]:
    """Those whose words do not all stand, in a row, in what is shown or in one of those before: nothing that was said is hidden."""
    met = [_in_a_row(shown)]
    found: list[Telling] = []
    for telling in others:
        words = _in_a_row(telling.statement)
        if not any(words in before for before in met):
            met.append(words)
            found.append(telling)
    return found


class Tellings:
    """Finds in a view which statements tell the same."""

    def __init__(self, view: View, citer: Citer, *, why: bool = False) -> None:
        self._view = view
        self._citer = citer
        self._why = why
        self._retold = {utterance.id: utterance.statements for utterance in view.utterances() if len(utterance.statements) > 1}
        self._found: dict[str, tuple[Telling, ...]] = {}
        self._published: dict[str, Date] = {}

    def of(self, item: StatementItem) -> tuple[Telling, ...]:
        """All that tell the same utterance, this one among them, in people's order of publication; none where it is alone."""
        if item.utterance not in self._found:
            told = self._retold.get(item.utterance, ())
            tellings = (self._telling(self._view.statement(statement)) for statement in told)
            by_publication = sorted(tellings, key=lambda one: _order(one.citation.document.published, one.statement))
            self._found[item.utterance] = tuple(by_publication)
        return self._found[item.utterance]

    def _telling(self, item: StatementItem) -> Telling:
        told = self._retold[item.utterance]
        links = (link for link in self._view.links(item.id) if link.a in told and link.b in told) if self._why else ()
        short_id = short(self._view.statement, item.id) if self._why else ""
        return Telling(item, short_id, self._citer.cite(item.document, *item.content), tuple(links))

    def first(self, statements: Sequence[StatementItem]) -> tuple[StatementItem, ...]:
        """Of the statements one an utterance, that which was published first among them; they stay in their order."""
        asked: dict[str, list[StatementItem]] = {}
        for statement in statements:
            asked.setdefault(statement.utterance, []).append(statement)
        first = {self._first(among).id for among in asked.values()}
        return tuple(statement for statement in statements if statement.id in first)

    def _first(self, among: Sequence[StatementItem]) -> StatementItem:
        return among[0] if len(among) == 1 else min(among, key=lambda item: _order(self._when(item.document), item))

    def _when(self, document: str) -> Date:
        if document not in self._published:
            self._published[document] = self._view.document(document).published
        return self._published[document]


def _order(published: Date, item: StatementItem) -> tuple[object, ...]:
    """The key of the order for people of publication, those of one day by document and place."""
    return (in_order(published), item.document, item.content)


def _spoken(item: StatementItem) -> list[str]:
    """The words, case, punctuation and marks aside."""
    return _WORD.findall(item.words.casefold().replace("’", "'"))


def _in_a_row(item: StatementItem) -> str:
    return f" {' '.join(_spoken(item))} "


def printed_words(item: StatementItem) -> str:
    """The words as printed; a direct statement's without the quotation marks around its pieces."""
    if item.type != "direct":
        return item.words
    return PIECES_JOINED_BY.join(without_marks(piece) for piece in item.words.split(PIECES_JOINED_BY))


def without_marks(words: str) -> str:
    """The words without quotation marks and white space at either end."""
    return words.strip().strip(QUOTATION_MARKS).strip() or words
