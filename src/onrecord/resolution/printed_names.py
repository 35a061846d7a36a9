"""The names that a document prints for its chains, and what they are found by."""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache

from onrecord.core.names import fold
from onrecord.core.readings import EntityType, Reading
from onrecord.knowledge.name_order import person_parts
from onrecord.knowledge.name_words import known_organizations, known_places
from onrecord.knowledge.people import given_names
from onrecord.resolution.acronyms import acronym_after, is_acronym, stands_for
from onrecord.resolution.headlines import person_alone

_WOMEN = frozenset({"mrs.", "mrs", "ms.", "ms", "miss", "madam"})
_LONGEST = 8

_POSSESSIVES = ("'s", "’s", "s'", "s’")

FAMILIES = 8
"""Surnames, of those named most in a story, among which a given name that stands alone is looked for."""

_LEGAL_FORMS = frozenset({"inc", "corp", "co", "llc", "ltd", "plc"})


def names_by_chain(text: str, reading: Reading) -> dict[str, tuple[str, ...]]:
    """Each chain's distinct printed names, most frequent first (ties: longest, then code points), with its full name.

    An acronym in brackets after an organization's name is one of its names, whatever the reading made of it.
    """
    counts: dict[str, Counter[str]] = {chain.id: Counter({_plain(chain.name): 0}) for chain in reading.chains}
    organizations = {chain.id for chain in reading.chains if chain.type == "organization"}
    for mention in reading.mentions:
        if mention.form == "name":
            counts[mention.chain][_plain(text[slice(*mention.span)])] += 1
            if mention.chain in organizations and (acronym := acronym_after(text, mention.span)):
                counts[mention.chain][acronym] += 1
    return {chain: _by_frequency(names) for chain, names in counts.items()}


def _plain(name: str) -> str:
    return " ".join(name.split())


def _by_frequency(counts: Counter[str]) -> tuple[str, ...]:
    return tuple(sorted((name for name in counts if name), key=lambda name: (-counts[name], -len(name), name)))


@lru_cache(maxsize=1 << 16)
def fullest(names: tuple[str, ...]) -> str:
    """The name with the most words, an acronym only where there is nothing else; "" where there is no name."""
    return min(names, key=lambda name: (is_acronym(name), -len(name.split()), -len(name), name), default="")


@lru_cache(maxsize=1 << 16)
def folded_organization(name: str) -> str:
    """An organization's name as it is compared: folded, without `the` before it or its legal form after it.

    One that is known by several names has its full one.
    """
    words = _without_article(name)
    while len(words) > 1 and words[-1] in _LEGAL_FORMS:
        words.pop()
    folded = " ".join(words)
    return known_organizations().get(folded, folded)


@lru_cache(maxsize=1 << 16)
def folded_place(name: str) -> str:
    """A place's name as it is compared: folded, without `the` before it; one that is known by several names has its full one."""
    folded = " ".join(_without_article(name))
    return known_places().get(folded, folded)


def _without_article(name: str) -> list[str]:
    words = fold(name).split()
    return words[1:] if len(words) > 1 and words[0] == "the" else words


def acronyms(names: Iterable[str]) -> tuple[str, ...]:
    """The acronyms among an organization's names that stand for its fullest one, folded, in order."""
    names = tuple(names)
    whole = fullest(names)
    return tuple(sorted({fold(name) for name in names if name != whole and is_acronym(name) and stands_for(name, whole)}))


def block_names(kind: EntityType, names: Iterable[str]) -> tuple[str, ...]:
    """What a chain with these printed names is found by, after its type in a block's key; in order."""
    names = tuple(names)
    if kind == "person":
        return tuple(sorted({surname for name in _whole_persons(names) for surname in surname_keys(name)}))
    if kind == "place":
        return tuple(filter(None, [folded_place(fullest(names))]))
    return tuple(sorted({folded_organization(fullest(names)), *acronyms(names)} - {""}))


def _whole_persons(names: tuple[str, ...]) -> tuple[str, ...]:
    """The names with a first name; where there is none, all of them."""
    return tuple(name for name in names if _has_first(name)) or names


def surname_keys(name: str) -> frozenset[str]:
    """The surname without particles (the last half of a hyphenated one), and particles and surname in one word if there are any.

    So `de Ávila` meets both `Ávila` and `DeAvila`.
    """
    parts = person_parts(person_alone(name))
    last = parts.last.split()[-1] if parts.last else ""
    joined = f"{parts.particles}{parts.last}".replace(" ", "") if parts.particles else ""
    return frozenset({last, joined} - {""})


def given_alone(names: Iterable[str]) -> str:
    """The folded given name of somebody who is printed by nothing else (`Ivy`), "" of all others."""
    folded = {fold(name) for name in names}
    name = folded.pop() if len(folded) == 1 else ""
    return name if name in given_names() else ""


def family_names(reading: Reading, names: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """For each person who is printed by a given name alone, the folded surnames that the story names most, in order."""
    alone = {chain.id: given for chain in reading.chains if chain.type == "person" and (given := given_alone(names[chain.id]))}
    if not alone:
        return {}
    times = Counter(mention.chain for mention in reading.mentions if mention.form == "name")
    told: Counter[str] = Counter()
    for chain in reading.chains:
        if chain.type == "person" and chain.id not in alone:
            told.update(dict.fromkeys(block_names("person", names[chain.id]), times[chain.id]))
    most = sorted(told, key=lambda surname: (-told[surname], surname))[:FAMILIES]
    return {chain: tuple(sorted(set(most) - {given})) for chain, given in alone.items()}


def women(text: str, reading: Reading, names: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The chains that a story names by a surname alone and always as a woman (`Mrs. Varga`), in order."""
    told: dict[str, bool] = {}
    for mention in reading.mentions:
        if mention.form == "name":
            before = text[max(0, mention.span.start - _LONGEST) : mention.span.start].split()
            woman = bool(before) and before[-1].lower() in _WOMEN
            told[mention.chain] = told.get(mention.chain, True) and woman
    return tuple(chain for chain, always in sorted(told.items()) if always and not any(map(_has_first, names[chain])))


def likened_to(text: str, reading: Reading, names: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """The chains that a story names by a surname alone and always as somebody's own: `Norway's Varga` may be but one like Varga."""
    bare = {chain.id for chain in reading.chains if chain.type == "person" and not any(map(_has_first, names[chain.id]))}
    plain = {
        mention.chain
        for mention in reading.mentions
        if mention.form == "name"
        and mention.chain in bare
        and not text[max(0, mention.span.start - 4) : mention.span.start].rstrip().endswith(_POSSESSIVES)
    }
    return frozenset(bare - plain)


def _has_first(name: str) -> bool:
    return bool(person_parts(person_alone(name)).first)
