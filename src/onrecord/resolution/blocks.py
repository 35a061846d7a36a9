"""Blocks: the keys under which chains and statements that may be the same meet."""

from onrecord.core.evidence import UNKNOWN_DATE, Date
from onrecord.core.readings import Reading
from onrecord.resolution.company import company
from onrecord.resolution.printed_names import block_names, family_names, likened_to, names_by_chain
from onrecord.resolution.quoted_words import fingerprints, quoted_clauses, quoted_pieces


def keys(text: str, reading: Reading, published: Date = UNKNOWN_DATE) -> dict[str, tuple[str, ...]]:
    """The blocks that a document touches: key → ids of this reading's chains or statements in it, keys and ids in order.

    Keys are `person:<surname>`, `organization:<name>` and `organization:<acronym>`, `place:<name>`, all folded,
    `beside:`, `at:` and `around:` for persons of common names by who is named beside them, where, and in which weeks, if the day
    is known on which the document was published; `words:<fingerprint>` for statements with quoted words. A given name that
    stands alone is found by the surnames around it; who is only likened to somebody (`Norway's Varga`) by nothing.
    """
    names = names_by_chain(text, reading)
    found: dict[str, set[str]] = {}
    likened = likened_to(text, reading, names)
    for chain in reading.chains:
        for name in () if chain.id in likened else block_names(chain.type, names[chain.id]):
            found.setdefault(f"{chain.type}:{name}", set()).add(chain.id)
    for chain_id, surnames in family_names(reading, names).items():
        for name in surnames:
            found.setdefault(f"person:{name}", set()).add(chain_id)
    for chain_id, surroundings in company(reading, names, published).items():
        for key in surroundings:
            found.setdefault(key, set()).add(chain_id)
    for statement in reading.statements:
        for fingerprint in fingerprints(quoted_pieces(text, statement), quoted_clauses(text, statement)):
            found.setdefault(f"words:{fingerprint}", set()).add(statement.id)
    return {key: tuple(sorted(found[key])) for key in sorted(found)}
