"""The quoted words of a statement, and their fingerprints: what two tellings of the same words have in common."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from onrecord.core.evidence import UNKNOWN_DATE, Date
from onrecord.core.ids import content_id
from onrecord.core.names import fold
from onrecord.core.readings import Statement
from onrecord.core.resolved import Telling

SHINGLE = 5
"""Words in one shingle."""

WINDOW = 4
"""Shingles of which one is kept: any run of SHINGLE + WINDOW - 1 = 8 words in common is then met (Schleimer et al. 2003)."""

SHORTEST = 3
"""Words that a quoted piece needs to be compared at all: shorter ones are terms, not tellings."""

_WORD = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*")
_QUOTED = re.compile(r"""(?:"|“|„|«|''|``)(.+?)(?:"|”|“|»|''|$)|(?<!\w)[‘'](.+?)(?:[’'](?!\w)|$)""", re.DOTALL)


def folded_words(text: str) -> tuple[str, ...]:
    """The words of a text in lower case without accents, apostrophes and punctuation."""
    return tuple(fold(found.group()) for found in _WORD.finditer(unicodedata.normalize("NFC", text)))


def quoted_pieces(text: str, statement: Statement) -> tuple[tuple[str, ...], ...]:
    """The folded words of each quoted piece of a statement, in order.

    All of a direct statement's content is quoted, whether or not a mark is missing; of a mixed one what stands between marks
    (an unclosed one runs to the end of its span); of an indirect one nothing.
    """
    if statement.type == "indirect":
        return ()
    spans = [text[start:end] for start, end in statement.content]
    pieces = spans if statement.type == "direct" else [piece for span in spans for piece in _between_marks(span)]
    return tuple(words for piece in pieces if (words := folded_words(piece)))


def _between_marks(words: str) -> Iterator[str]:
    for found in _QUOTED.finditer(words):
        yield found.group(1) or found.group(2)


def telling(text: str, document: str, statement: Statement, speaker: str, published: Date = UNKNOWN_DATE) -> Telling:
    """The statement as resolution compares it: `speaker` is the entity of its speaker, "" where nobody is known."""
    words = tuple(word for piece in quoted_pieces(text, statement) for word in piece)
    return Telling(statement.id, document, speaker, words, published)


def fingerprints(pieces: Sequence[tuple[str, ...]]) -> frozenset[str]:
    """What a statement's quoted pieces are found by: the winnowed shingles of all its words, and short pieces whole.

    Winnowing keeps the least hash of every WINDOW successive shingles (Schleimer, Wilkerson and Aiken 2003, Winnowing: local
    algorithms for document fingerprinting). Pieces are joined before, so that `"X," she said, "Y"` meets `"X Y," she said`.
    """
    words = [word for piece in pieces for word in piece]
    whole = [piece for piece in (*pieces, tuple(words)) if SHORTEST <= len(piece) < SHINGLE + WINDOW - 1]
    return frozenset([*(_hash(piece) for piece in whole), *_winnowed(words)])


def _winnowed(words: Sequence[str]) -> Iterator[str]:
    hashes = [_hash(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1)]
    for at in range(len(hashes) - WINDOW + 1):
        yield min(hashes[at : at + WINDOW])


def _hash(words: Sequence[str]) -> str:
    return content_id("words", *words)[:16]
