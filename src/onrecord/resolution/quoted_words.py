"""The quoted words of a statement, and their fingerprints: what two tellings of the same words have in common."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from hashlib import blake2b

from onrecord.core.evidence import UNKNOWN_DATE, Date
from onrecord.core.names import fold
from onrecord.core.readings import Statement
from onrecord.core.resolved import Telling

SHINGLE = 5
"""Words in one shingle."""

WINDOW = 4
"""Shingles of which one is kept."""

SURELY_MET = SHINGLE + WINDOW - 1
"""Words of a run in common that always leave a fingerprint in common (Schleimer et al. 2003): 8."""

SHORTEST = 3
"""Words that a quoted piece needs to be compared at all: shorter ones are terms, not tellings."""

UNSAID = frozenset(["declined", "no_response"])
"""Modes of what nobody said: it is never another telling of what somebody did say."""

_CLAUSE_END = re.compile(r"[.,;:!?…—–]+|\s-+\s")
_WORD = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*")
_QUOTED = re.compile(r"""(?:"|“|„|«|''|``)(.+?)(?:"|”|“|»|''|$)|(?<!\w)[‘'](.+?)(?:[’'](?!\w)|$)""", re.DOTALL)


def folded_words(text: str) -> tuple[str, ...]:
    """The words of a text in lower case without accents, apostrophes and punctuation."""
    return tuple(fold(found.group()) for found in _WORD.finditer(unicodedata.normalize("NFC", text)))


def quoted_pieces(text: str, statement: Statement) -> tuple[tuple[str, ...], ...]:
    """The folded words of each quoted piece of a statement, in order.

    All of a direct statement's content is quoted, whether or not a mark is missing; of a mixed one what stands between marks
    (an unclosed one runs to the end of its span); of an indirect one nothing, and of one that tells what was not said.
    """
    return tuple(words for piece in _quoted_texts(text, statement) if (words := folded_words(piece)))


def quoted_clauses(text: str, statement: Statement) -> tuple[tuple[str, ...], ...]:
    """The folded words of each clause of a statement's quoted pieces, cut at their punctuation."""
    clauses = (clause for piece in _quoted_texts(text, statement) for clause in _CLAUSE_END.split(piece))
    return tuple(words for clause in clauses if (words := folded_words(clause)))


def _quoted_texts(text: str, statement: Statement) -> tuple[str, ...]:
    if statement.type == "indirect" or statement.mode in UNSAID:
        return ()
    spans = [text[start:end] for start, end in statement.content]
    return tuple(spans if statement.type == "direct" else (piece for span in spans for piece in _between_marks(span)))


def _between_marks(words: str) -> Iterator[str]:
    for found in _QUOTED.finditer(words):
        yield found.group(1) or found.group(2)


def telling(text: str, document: str, statement: Statement, speaker: str, published: Date = UNKNOWN_DATE) -> Telling:
    """The statement as resolution compares it: `speaker` is the entity of its speaker, "" where nobody is known."""
    words = tuple(word for piece in quoted_pieces(text, statement) for word in piece)
    return Telling(statement.id, document, speaker, words, published)


def fingerprints(pieces: Sequence[tuple[str, ...]], clauses: Sequence[tuple[str, ...]] = ()) -> frozenset[str]:
    """What a statement is found by: the winnowed shingles of its quoted words, and whole its short pieces and longer clauses.

    Winnowing keeps the least hash of every WINDOW successive shingles (Schleimer, Wilkerson and Aiken 2003, Winnowing: local
    algorithms for document fingerprinting). Pieces are joined before, so that `"X," she said, "Y"` meets `"X Y," she said`.
    A short piece meets the longer telling that it was cut from where it is one of its clauses.
    """
    words = [word for piece in pieces for word in piece]
    whole = [piece for piece in (*pieces, tuple(words)) if SHORTEST <= len(piece) < SURELY_MET]
    whole += [clause for clause in clauses if SHINGLE <= len(clause) < SURELY_MET]
    return frozenset([*(_hash(piece) for piece in whole), *_winnowed(words)])


def _winnowed(words: Sequence[str]) -> Iterator[str]:
    hashes = [_hash(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1)]
    for at in range(len(hashes) - WINDOW + 1):
        yield min(hashes[at : at + WINDOW])


def _hash(words: Sequence[str]) -> str:
    return blake2b(" ".join(words).encode("utf-8"), digest_size=8).hexdigest()
