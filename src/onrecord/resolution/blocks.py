"""Blocks: the keys under which chains and statements that may be the same meet."""

from onrecord.core.readings import Reading
from onrecord.resolution.printed_names import block_names, names_by_chain
from onrecord.resolution.quoted_words import fingerprints, quoted_clauses, quoted_pieces


def keys(text: str, reading: Reading) -> dict[str, tuple[str, ...]]:
    """The blocks that a document touches: key → ids of this reading's chains or statements in it, keys and ids in order.

    Keys are `person:<surname>`, `organization:<name>` and `organization:<acronym>`, `place:<name>`, all folded, and
    `words:<fingerprint>` for statements with quoted words.
    """
    names = names_by_chain(text, reading)
    found: dict[str, set[str]] = {}
    for chain in reading.chains:
        for name in block_names(chain.type, names[chain.id]):
            found.setdefault(f"{chain.type}:{name}", set()).add(chain.id)
    for statement in reading.statements:
        for fingerprint in fingerprints(quoted_pieces(text, statement), quoted_clauses(text, statement)):
            found.setdefault(f"words:{fingerprint}", set()).add(statement.id)
    return {key: tuple(sorted(found[key])) for key in sorted(found)}
