"""Office mentions: all that a text says of who holds, held or will hold which office."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.core.ids import item_id
from onrecord.core.readings import OfficeMention, Time
from onrecord.core.spans import Span
from onrecord.knowledge.offices import office_words
from onrecord.reading.chains import Chains
from onrecord.reading.layout import Layout
from onrecord.reading.office_drafts import Draft, Page
from onrecord.reading.office_titles import title_drafts
from onrecord.reading.office_verbs import verb_drafts


def find_offices(
    layout: Layout, chains: Chains, times: Sequence[Time], quoted: Sequence[Span], document: str
) -> tuple[OfficeMention, ...]:
    """The office mentions of a text, in order of span; what one leaves out the others of its person fill in, where they agree."""
    page = Page(layout, chains, times, quoted)
    drafts = [*title_drafts(page), *verb_drafts(page)]
    by_person: dict[str, list[Draft]] = {}
    for draft in drafts:
        by_person.setdefault(draft.person, []).append(draft)
    whole = (one for own in by_person.values() for one in _filled_in(own))
    found = {mention.id: mention for mention in (_mention(draft, document) for draft in whole)}
    return tuple(sorted(found.values(), key=lambda mention: (mention.spans, mention.role)))


def _mention(draft: Draft, document: str) -> OfficeMention:
    return OfficeMention(
        item_id("office", document, *draft.spans),
        draft.person,
        draft.spans,
        draft.role,
        draft.organization,
        draft.post,
        draft.tells,
        draft.since,
        draft.until,
        draft.during,
        draft.courtesy,
    )


def _filled_in(drafts: list[Draft]) -> Iterator[Draft]:
    """A person's drafts with roles, organizations and posts filled in; what has no role then is left out."""
    named = [_more_exact(draft, drafts) for draft in drafts if draft.role]
    found = [_more_exact(draft, drafts) if draft.role else _with_role(draft, named) for draft in drafts]
    whole = [draft for draft in found if draft is not None]
    yield from (_completed(draft, whole) for draft in whole)


def _more_exact(draft: Draft, drafts: list[Draft]) -> Draft:
    """`Sen.` as `state senator` where the text calls the same person that."""
    longer = {other.role for other in drafts if other.role == f"state {draft.role}"}
    return replace(draft, role=longer.pop()) if longer else draft


def _with_role(draft: Draft, named: list[Draft]) -> Draft | None:
    """A draft without a role as of the one office that the text gives the person; of a district, the one that has such."""
    if draft.post:
        named = [other for other in named if other.family in office_words("districted")]
    offices = {(other.role, other.organization): other for other in named if other.tells in ("holds", "served", "will_end")}
    if len({role for role, _ in offices}) != 1:
        return None
    first = next(iter(offices.values()))
    return replace(draft, role=first.role, family=first.family)


def _completed(draft: Draft, drafts: list[Draft]) -> Draft:
    """With the one organization and the one post that the text names for the same role of the person."""
    same = [other for other in drafts if other.role == draft.role]
    organizations = {other.organization for other in same if other.organization}
    posts = {other.post for other in same if other.post}
    organization = draft.organization or (organizations.pop() if len(organizations) == 1 else "")
    return replace(draft, organization=organization, post=draft.post or (posts.pop() if len(posts) == 1 else ""))
