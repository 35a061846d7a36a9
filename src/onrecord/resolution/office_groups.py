"""Which of a person's office mentions are of one office: by role, organization and post, the vague with the one they fit."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.core.resolved import OfficeTold
from onrecord.knowledge.name_words import known_places
from onrecord.knowledge.offices import office_forms, office_words

_Seat = tuple[str, str, str]
"""What an office is of: an organization's id, a place, a district; "" where it is not named."""


@dataclass(frozen=True, slots=True)
class Office:
    """One office of a person: its role, organization and post as most documents have them, and its mentions by id."""

    role: str
    organization: str
    post: str
    mentions: tuple[OfficeTold, ...]


def offices_of(told: Sequence[OfficeTold]) -> tuple[Office, ...]:
    """A person's offices, in order of role, organization and post, whatever the order of the mentions.

    A mention that names no organization or no post is of the one office of that role that it fits; where it fits several, of the
    one that its document names; else it is left out, since it does not tell of which it is.
    """
    roles = _whole_roles({one.role for one in told})
    by_role: dict[str, list[OfficeTold]] = {}
    for one in told:
        by_role.setdefault(roles[one.role], []).append(one)
    found = [_office(role, group) for role in by_role for group in _by_seat(by_role[role])]
    return tuple(sorted(found, key=lambda office: (office.role, office.organization, office.post, office.mentions[0].mention)))


def _whole_roles(roles: set[str]) -> dict[str, str]:
    """Each role → the one longer role that it is short for (`secretary` of a `secretary of state`), or itself."""
    longer = {role: [other for other in roles if _short_for(role, other)] for role in roles}
    return {role: longer[role][0] if len(longer[role]) == 1 else role for role in roles}


def _short_for(role: str, other: str) -> bool:
    words, longer = role.split(), other.split()
    if len(words) >= len(longer):
        return False
    ends, begins = longer[-len(words) :] == words, longer[: len(words)] == words
    rest = longer[: -len(words)] if ends else longer[len(words) :]
    return (ends or begins) and rest[0] not in office_words("second_to") | {"state", "pro"}


@dataclass(slots=True)
class _Group:
    """Mentions of one seat while they are gathered."""

    seat: _Seat
    mentions: list[OfficeTold] = field(default_factory=list)
    documents: set[str] = field(default_factory=set)

    def take(self, one: OfficeTold) -> None:
        """Add a mention."""
        self.mentions.append(one)
        self.documents.add(one.document)


def _by_seat(told: Sequence[OfficeTold]) -> Iterator[list[OfficeTold]]:
    """The mentions of one role by what they are of, the most exact first to be placed."""
    bodies = _whole_bodies(_names(told))
    seats = {one.mention: _seat(one, bodies) for one in told}
    groups: list[_Group] = []
    for one in sorted(told, key=lambda one: (-sum(map(bool, seats[one.mention])), seats[one.mention], one.mention)):
        seat = seats[one.mention]
        fitting = [group for group in groups if _agree(seat, group.seat)]
        here = [group for group in fitting if one.document in group.documents]
        if not fitting:
            groups.append(_Group(seat))
            groups[-1].take(one)
        elif len(fitting) == 1 or len(here) == 1:
            group = fitting[0] if len(fitting) == 1 else here[0]
            group.take(one)
            group.seat = _joined(seat, group.seat)
    yield from (group.mentions for group in groups)


def _seat(one: OfficeTold, bodies: Mapping[str, str]) -> _Seat:
    parts = [part for part in one.post.split(", ") if part]
    place = next((part for part in parts if not _numbered(part)), "")
    return bodies.get(one.organization, ""), place, next((part for part in parts if _numbered(part)), "")


def _numbered(post: str) -> bool:
    return any(character.isdigit() for character in post)


def _agree(one: _Seat, other: _Seat) -> bool:
    return all(not a or not b or a == b for a, b in zip(one, other, strict=True))


def _joined(one: _Seat, other: _Seat) -> _Seat:
    return (one[0] or other[0], one[1] or other[1], one[2] or other[2])


def _names(told: Sequence[OfficeTold]) -> dict[str, str]:
    """Each organization → the longest name that it is compared by."""
    names = sorted((len(one.body), one.body, one.organization) for one in told if one.organization)
    return {organization: body for _, body, organization in names}


def _whole_bodies(names: Mapping[str, str]) -> dict[str, str]:
    """Organization → the one that stands for it: `City Council` for the one `Osterby City Council` that there is."""
    return {organization: _whole_body(names[organization], names) for organization in names}


def _whole_body(name: str, names: Mapping[str, str]) -> str:
    longer = {other for other in names.values() if _part_of(name, other)}
    longest = {one for one in longer if not any(_part_of(one, other) for other in longer)}
    whole = longest if len(longest) == 1 else {name}
    return min(organization for organization, other in names.items() if other in whole)


def _part_of(short: str, long: str) -> bool:
    """Whether a body's name is the end of a longer one, or its beginning where the rest says what kind of body it is."""
    words, others = short.split(), long.split()
    if not words or len(words) >= len(others):
        return False
    ends, begins = others[-len(words) :] == words, others[: len(words)] == words
    if len(words) > 1 and short not in known_places() and (ends or begins):
        return True
    kinds = office_words("plain") | office_forms("body").keys()
    return (ends and words[-1] in office_forms("body")) or (begins and all(word in kinds for word in others[len(words) :]))


def _office(role: str, told: Sequence[OfficeTold]) -> Office:
    bodies = _names(told)
    printed = Counter(organization for organization, _ in {(one.organization, one.document) for one in told})
    organization = min(bodies, key=lambda each: (-len(bodies[each].split()), -printed[each], each), default="")
    return Office(role, organization, _whole_post(told), tuple(sorted(told, key=lambda one: one.mention)))


def _whole_post(told: Sequence[OfficeTold]) -> str:
    """The place and the district that most documents have."""
    parts = Counter(part for part, _ in {(part, one.document) for one in told for part in one.post.split(", ") if part})
    kinds = ([part for part in parts if not _numbered(part)], [part for part in parts if _numbered(part)])
    return ", ".join(min(kind, key=lambda part: (-parts[part], part)) for kind in kinds if kind)
