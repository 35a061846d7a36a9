"""Chains: the mentions of one entity within one document, by name, nominal and pronoun."""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.core.ids import item_id
from onrecord.core.readings import Chain, Mention, Title
from onrecord.core.spans import Span
from onrecord.reading.antecedents import meant
from onrecord.reading.bodies import Name
from onrecord.reading.grouping import Group, grouped
from onrecord.reading.layout import Layout
from onrecord.reading.references import Choose, Reference, references
from onrecord.reading.titles import FoundTitle, find_titles


@dataclass(frozen=True, slots=True)
class Chains:
    """The chains of a document with their mentions and titles, each in order of first span.

    `undecided` are the references that fit several chains equally, with these chains' ids; `genders` are known ones by chain.
    """

    layout: Layout
    names: tuple[Name, ...]
    mentions: tuple[Mention, ...]
    chains: tuple[Chain, ...]
    titles: tuple[Title, ...]
    undecided: Mapping[Span, tuple[str, ...]]
    at: Mapping[Span, str]
    """The span of every mention → its chain."""

    def names_in(self, span: Span) -> tuple[Name, ...]:
        """The names that begin in the span, in order."""
        first = bisect_left(self.names, span.start, key=lambda name: name.span.start)
        last = bisect_left(self.names, span.end, key=lambda name: name.span.start)
        return self.names[first:last]

    def titles_in(self, span: Span) -> tuple[Title, ...]:
        """The titles that begin in the span, in order."""
        first = bisect_left(self.titles, span.start, key=lambda title: title.span.start)
        last = bisect_left(self.titles, span.end, key=lambda title: title.span.start)
        return self.titles[first:last]

    def mentioned_in(self, span: Span) -> tuple[str, ...]:
        """The chains mentioned within the span, each once, in order of first mention there."""
        first = bisect_left(self.mentions, span.start, key=lambda mention: mention.span.start)
        last = bisect_left(self.mentions, span.end, key=lambda mention: mention.span.start)
        return tuple(dict.fromkeys(mention.chain for mention in self.mentions[first:last] if mention.span.within(span)))


def build_chains(layout: Layout, names: tuple[Name, ...], document_id: str, choose: Choose = meant) -> Chains:
    """The chains of a text: its names grouped, then pronouns and nominals resolved to the last group that fits.

    References that fit nobody, or several equally, are left out of the mentions. `choose` picks whom a pronoun means.
    """
    titles = find_titles(layout, names)
    groups, doubtful = grouped(layout, names, titles)
    resolved, open_references = references(layout, groups, titles, choose)
    ids = {id(group): _chain_id(group, document_id) for group in groups}
    undecided = {span: tuple(sorted(ids[id(group)] for group in fitting)) for span, fitting in (*doubtful, *open_references)}
    mentions = _mentions(groups, resolved, ids)
    chains = sorted(
        (Chain(ids[id(group)], group.type, group.name(layout.text), group.spans[0]) for group in groups),
        key=lambda chain: chain.first,
    )
    return Chains(
        layout,
        names,
        mentions,
        tuple(chains),
        _titles(titles, groups, ids),
        undecided,
        {mention.span: mention.chain for mention in mentions},
    )


def _chain_id(group: Group, document_id: str) -> str:
    return item_id("chain:" + group.type, document_id, group.spans[0])


def _mentions(groups: list[Group], resolved: list[Reference], ids: dict[int, str]) -> tuple[Mention, ...]:
    found = [Mention(ids[id(group)], span, "name") for group in groups for span in group.spans]
    found.extend(Mention(ids[id(reference.group)], reference.span, reference.form) for reference in resolved)
    return tuple(sorted(found, key=lambda mention: mention.span))


def _titles(titles: tuple[FoundTitle, ...], groups: list[Group], ids: dict[int, str]) -> tuple[Title, ...]:
    owner = {span: ids[id(group)] for group in groups for span in group.spans}
    found = [
        Title(
            owner[title.person],
            title.span,
            title.role,
            owner.get(title.organization, "") if title.organization else "",
            title.former,
        )
        for title in titles
        if title.person in owner and title.role
    ]
    return tuple(sorted(found, key=lambda title: (title.span, title.person)))
