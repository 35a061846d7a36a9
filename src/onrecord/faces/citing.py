"""Citations: the line under an item that lets a reader find the words for themselves."""

from dataclasses import dataclass

from onrecord.core.items import AppearanceItem, DocumentItem
from onrecord.core.spans import Span
from onrecord.faces.dates import in_order, shown
from onrecord.faces.exports.plain import Plain, plain_date
from onrecord.faces.opening import short
from onrecord.record.view import View


@dataclass(frozen=True, slots=True)
class Citation:
    """Where words stand: the document by its earliest appearance, its id as short as it can be told, spans in its text."""

    appearance: AppearanceItem
    document: DocumentItem
    short: str
    spans: tuple[Span, ...]
    others: int

    @property
    def title(self) -> str:
        """The title, or the name the document came in by where it has none."""
        return self.appearance.title or self.appearance.name

    @property
    def places(self) -> str:
        """The spans, as `[start–end]`."""
        return " ".join(f"[{start}–{end}]" for start, end in self.spans)

    @property
    def brief(self) -> str:
        """Who published it, or what it is called, with the day and the id: enough to know it by beside a whole citation."""
        return f"{self.appearance.publisher or self._called}, {shown(self.document.published)}, {self.short}"

    def __str__(self) -> str:
        told = [self.appearance.publisher, self._called, shown(self.document.published), self.short]
        others = f"(and {self.others} more appearance{'s' if self.others > 1 else ''})" if self.others else ""
        return " ".join(part for part in (", ".join(filter(None, told)), self.places, others) if part)

    @property
    def _called(self) -> str:
        return f"“{self.appearance.title}”" if self.appearance.title else self.appearance.name

    def plain(self) -> Plain:
        """The citation as a JSON object."""
        return {
            "publisher": self.appearance.publisher,
            "title": self.title,
            "published": plain_date(self.document.published),
            "document": self.document.id,
            "spans": [list(span) for span in self.spans],
        }


class Citer:
    """Cites documents of a view, each by the appearance that stands first in the order for people."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._cited: dict[str, Citation] = {}

    def cite(self, document: str, *spans: Span) -> Citation:
        """The citation of these spans of the document with that id."""
        if document not in self._cited:
            self._cited[document] = self._whole(document)
        whole = self._cited[document]
        return Citation(whole.appearance, whole.document, whole.short, spans, whole.others)

    def appearances(self, document: str) -> tuple[AppearanceItem, ...]:
        """The document's appearances in the order for people: it is cited by the first."""
        return tuple(sorted(self._view.appearances(document), key=lambda one: (in_order(one.published), one.id)))

    def _whole(self, document: str) -> Citation:
        first, *others = self.appearances(document)
        return Citation(first, self._view.document(document), short(self._view.document, document), (), len(others))
