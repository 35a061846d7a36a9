"""Which known person somebody in the record is: by full name, and by what stands in print beside it on a document's day.

A name alone says nothing, however rare: it takes an office, or a party and state, printed at a time when the known person had
them. Where two known people fit the same print equally well, neither is taken.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.core.evidence import PackRow
from onrecord.core.names import fold
from onrecord.knowledge.name_shares import given_share, surname_share
from onrecord.knowledge.pack_titles import alone_in_packs, place_named, state_named
from onrecord.knowledge.packs import KnownOffice, KnownPerson
from onrecord.resolution.holding import BORDER, held_throughout, only_after, over_before
from onrecord.resolution.person_forms import Agreement, Form, agreement, form_of
from onrecord.resolution.persons import CEILINGS, PEOPLE_IN_NEWS, SAME_MIDDLE, SAME_TITLE
from onrecord.resolution.printed_offices import PrintedOffice, PrintedTag

SAME_STATE = 1 / 50
"""The share of people in public office who are of a given state."""

SAME_PARTY = 1 / 2
"""The share of people in public office who are of a given party."""

EXPECTED = 0.1
"""How many others of the name, the office and the state may be expected in the news, at most: as for a name that is called rare."""

OUTWEIGHING = 3
"""How many times as many documents must agree with a known person as disagree: less may be two people taken for one."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A person in a pack, with the row that they are."""

    person: KnownPerson
    row: PackRow


@dataclass(frozen=True, slots=True)
class Known:
    """One known person: the rows of one or more packs that share an id."""

    rows: tuple[Listed, ...]

    @property
    def name(self) -> str:
        """The full name in the first pack."""
        return self.rows[0].person.name

    def offices(self) -> tuple[tuple[KnownOffice, Listed], ...]:
        """All offices, each with the row that has it, in order of their first days, as far as these are known."""
        found = [(office, listed) for listed in self.rows for office in listed.person.offices]
        return tuple(sorted(found, key=lambda one: (one[0].since or one[0].until or "", one[0].until or "9999")))


@dataclass(frozen=True, slots=True)
class Candidate:
    """A known person of the name: how sure it is that they are meant, what speaks for it, and why they are not taken, or "".

    `printed` are the offices in print that agree.
    """

    known: Known
    score: float
    reasons: tuple[str, ...]
    printed: tuple[PrintedOffice, ...]
    refused: str


def listed_in(person: KnownPerson, pack: str, snapshot: str, sha256: str) -> Listed:
    """A person of the pack of that name, day and hash, with the row that they are."""
    return Listed(person, PackRow(pack, snapshot, sha256, person.line, person.id))


def candidates(
    name: str, offices: Sequence[PrintedOffice], tags: Sequence[PrintedTag], listed: Sequence[Listed]
) -> tuple[Candidate, ...]:
    """The known people of a full printed name, the best first; those who are taken have `refused` empty.

    `offices` and `tags` are all that stands in print beside the names of one person of the record. More than one is taken only
    where no print agrees with both: then they may be rows of one person in two packs that share no id.
    """
    form = form_of(name)
    found = [_weighed(known, common, form, offices, tags) for known in joined(listed) if (common := _fit(form, known))]
    ranked = sorted(found, key=lambda one: (-one.strength, -one.candidate.score, one.candidate.known.rows[0].row.id))
    return tuple(_settled(one, ranked) for one in ranked)


def joined(listed: Sequence[Listed]) -> tuple[Known, ...]:
    """The rows as people: those that share an id (`bioguide`) are one."""
    groups: dict[tuple[str, str], list[Listed]] = {}
    for one in sorted(listed, key=lambda one: (one.row.pack, one.row.line)):
        mine = _ids(one)
        group = [other for same in _distinct(groups[id_] for id_ in mine if id_ in groups) for other in same] + [one]
        groups |= dict.fromkeys([id_ for other in group for id_ in _ids(other)], group)
    known = [Known(tuple(sorted(group, key=lambda one: (one.row.pack, one.row.line)))) for group in _distinct(groups.values())]
    return tuple(sorted(known, key=lambda one: (one.rows[0].row.pack, one.rows[0].row.line)))


def _distinct(groups: Iterable[list[Listed]]) -> Iterable[list[Listed]]:
    return {id(group): group for group in groups}.values()


def _ids(listed: Listed) -> tuple[tuple[str, str], ...]:
    return ("", listed.person.id), *listed.person.ids.items()


def _fit(form: Form, known: Known) -> Agreement | None:
    """How a printed full name agrees with the best of a known person's names, or None where it does not.

    A first name has to be printed, the whole surname too; a middle name that is printed has to be that of the list, if it has one,
    and a `Jr.` that of the list.
    """
    forms = {form_of(name) for listed in known.rows for name in (listed.person.name, *listed.person.names)}
    if form.middle and any(one.middle for one in forms):
        forms = {one for one in forms if one.middle}
    both = [(one, agreement(form, one)) for one in sorted(forms) if form.suffix in ("", one.suffix)]
    found = [common for one, common in both if common and common.whole_surname and _named(common, form, one)]
    return min(found, key=lambda common: (list(CEILINGS).index(common.first), not common.middle), default=None)


def _named(common: Agreement, one: Form, other: Form) -> bool:
    """Whether the first names are the same or one is short for the other; initials only where both go by the same ones."""
    if common.first in ("same", "nickname"):
        return len(one.first) > 1
    return common.first == "initial" and (one.first, one.middle) == (other.first, other.middle) and bool(one.middle)


@dataclass(frozen=True, slots=True)
class _Weighed:
    """A candidate before others are looked at; `strength` is how many kinds of things agree.

    These are an office, one that was held then, a state, a party.
    """

    candidate: Candidate
    strength: int


def _weighed(known: Known, common: Agreement, form: Form, offices: Sequence[PrintedOffice], tags: Sequence[PrintedTag]) -> _Weighed:
    agreeing = tuple(one for one in offices if agrees(one, known))
    against = {one.document for one in offices if contradicts(one, known)} | {
        one.document for one in tags if _other_state(one, known)
    }
    tagged = [one for one in tags if _tagged(one, known)]
    states = {one.document for one in agreeing if one.office.of} | {one.document for one in tagged}
    others = _expected_others(form, common) * (SAME_TITLE if agreeing else 1) * (SAME_STATE if states else 1)
    others *= SAME_PARTY if tagged else 1
    documents = {one.document for one in agreeing} | {one.document for one in tagged}
    refused = ""
    if not documents:
        refused = "nothing but the name agrees"
    elif len(documents) < OUTWEIGHING * len(against):
        refused = f"print disagrees in {len(against)} of {len(documents | against)} documents"
    elif others > EXPECTED:
        refused = "a common name"
    score = round(CEILINGS[common.first][bool(agreeing)] / (1 + others), 4)
    reasons = tuple(_reasons(common, agreeing, states, tagged))
    then = any(_held_then(one, known) for one in agreeing)
    return _Weighed(Candidate(known, score, reasons, agreeing, refused), bool(agreeing) + then + bool(states) + bool(tagged))


def _expected_others(form: Form, common: Agreement) -> float:
    given = form.first if len(form.first) > 1 else ""
    return PEOPLE_IN_NEWS * surname_share(form.spelled) * given_share(given) * (SAME_MIDDLE if common.middle else 1)


def _reasons(common: Agreement, agreeing: Sequence[PrintedOffice], states: set[str], tagged: Sequence[PrintedTag]) -> Iterator[str]:
    named = {"same": "same first name and surname", "nickname": "a nickname of the same first name, same surname"}
    yield named.get(common.first, "same initials and surname")
    for title in sorted({one.office.title.title for one in agreeing}):
        documents = {one.document for one in agreeing if one.office.title.title == title}
        yield f"{title} in print in {_documents(documents)}, as in the pack"
    if states:
        yield f"the same state or town in print in {_documents(states)}"
    if tagged:
        yield f"the same party in print in {_documents({one.document for one in tagged})}"


def _documents(documents: set[str]) -> str:
    return f"{len(documents)} document{'s' if len(documents) > 1 else ''}"


def _settled(one: _Weighed, ranked: Sequence[_Weighed]) -> Candidate:
    """The candidate, refused where another who is not refused fits the same print as well."""
    mine = set(one.candidate.printed)
    rivals = [
        other.candidate.known.name
        for other in ranked
        if other is not one
        and not other.candidate.refused
        and other.strength >= one.strength
        and mine & set(other.candidate.printed)
    ]
    candidate = one.candidate
    if candidate.refused or not rivals:
        return candidate
    why = f"{rivals[0]} fits as well" if rivals[0] != candidate.known.name else "another person of the name fits as well"
    return Candidate(candidate.known, candidate.score, candidate.reasons, candidate.printed, why)


def means(printed: PrintedOffice, office: KnownOffice) -> bool:
    """Whether a printed office may be that known one, whenever it was held: by title, level, and state, town or body."""
    named = printed.office
    if office.role not in named.title.roles:
        return False
    federal = office.organization.startswith("United States")
    if (named.level == "federal" and not federal) or (named.level == "state" and federal):
        return False
    return named.of in ("", place_named(office.place), place_named(office.organization)) or _begins(office, named.of)


def _begins(office: KnownOffice, of: str) -> bool:
    """Whether a body's name begins with what stands before its member's title: `Osterby City` of the Osterby City Council."""
    return not state_named(of) and fold(office.organization).startswith(f"{of} ")


def agrees(printed: PrintedOffice, known: Known) -> bool:
    """Whether the known person had the printed office on the document's day; or before it, where that is said or is the custom."""
    before = (printed.former or printed.office.title.kept) and any(
        means(printed, office) and over_before(office, printed.published, listed.row.snapshot) for office, listed in known.offices()
    )
    return before or _held_then(printed, known)


def _held_then(printed: PrintedOffice, known: Known) -> bool:
    """Whether an office that is printed as held was held on the document's day."""
    return not printed.former and any(
        means(printed, office) and held_throughout(office, printed.published, listed.person.listed)
        for office, listed in known.offices()
    )


def contradicts(printed: PrintedOffice, known: Known) -> bool:
    """Whether the printed office cannot be one of the known person's: they never had it by then and certainly held another.

    Or they have such an office of another state alone. Only of offices of which nobody holds two at a time.
    """
    if printed.former or not printed.office.title.alone:
        return False
    such = [office for office, _ in known.offices() if office.role in printed.office.title.roles]
    if any(not only_after(office, printed.published, border=BORDER) for office in such):
        states = {state_named(office.place) for office in such}
        return state_named(printed.office.of) not in ("", *states)
    return bool(held_instead(printed, known))


def held_instead(printed: PrintedOffice, known: Known) -> tuple[tuple[KnownOffice, Listed], ...]:
    """The offices that the known person certainly held on the document's day, of those of which nobody holds two."""
    return tuple(
        (office, listed)
        for office, listed in known.offices()
        if office.role in alone_in_packs() and held_throughout(office, printed.published, listed.person.listed)
    )


def _tagged(tag: PrintedTag, known: Known) -> bool:
    """Whether the known person had an office of that state and party on the document's day or before."""
    return any(
        state_named(office.place) == tag.place
        and tag.party in fold(office.party)
        and (
            held_throughout(office, tag.published, listed.person.listed) or over_before(office, tag.published, listed.row.snapshot)
        )
        for office, listed in known.offices()
    )


def _other_state(tag: PrintedTag, known: Known) -> bool:
    """Whether the known person certainly held an office on that day, and none of it of that state."""
    held = [office for office, listed in known.offices() if held_throughout(office, tag.published, listed.person.listed)]
    states = {state_named(office.place) for office in held} - {""}
    return bool(states) and tag.place not in states
