"""What stands in print beside the names of a record's people: offices, and parties and states."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from onrecord.core.spans import Span
from onrecord.record.view import View
from onrecord.resolution.printed_offices import PrintedOffice, PrintedTag, named_office, tag_after


@dataclass(frozen=True, slots=True)
class Printed:
    """The offices printed beside somebody's names, and the parties and states behind them, in order of document and span."""

    offices: tuple[PrintedOffice, ...]
    tags: tuple[PrintedTag, ...]


def printed_of(view: View, entities: Collection[str]) -> dict[str, Printed]:
    """What is printed of each of these entities. Every document is looked at where they are several, its own where it is one."""
    alone = next(iter(entities)) if len(entities) == 1 else None
    documents = {document.id: document.published for document in view.documents()} if entities else {}
    offices: dict[str, list[PrintedOffice]] = defaultdict(list)
    tags: dict[str, list[PrintedTag]] = defaultdict(list)
    for title in view.titles(alone) if entities else ():
        if title.person in entities and (office := named_office(title.words)) is not None:
            span, published = Span(title.start, title.end), documents[title.document]
            offices[title.person].append(PrintedOffice(title.document, published, span, title.words, office, title.former))
    document, text = "", ""
    for mention in view.mentions(alone) if entities else ():
        if mention.form == "name" and mention.entity in entities:
            if mention.document != document:
                document, text = mention.document, view.text(mention.document)
            if tag := tag_after(text, Span(mention.start, mention.end)):
                tags[mention.entity].append(PrintedTag(document, documents[document], *tag))
    return {entity: Printed(tuple(offices[entity]), tuple(tags[entity])) for entity in entities}
