"""Who is speaking: the chain that the words of a source mean, or why nobody can be named."""

from dataclasses import dataclass

from onrecord.core.readings import SpeakerBasis
from onrecord.core.spans import Span
from onrecord.knowledge.name_words import name_words, pronouns
from onrecord.knowledge.people import roles
from onrecord.reading.attributions import Attribution
from onrecord.reading.chains import Chains
from onrecord.reading.layout import Word
from onrecord.reading.names import Name
from onrecord.reading.naming import lower


@dataclass(frozen=True, slots=True)
class Resolved:
    """Who a source is: a chain, or None and why; the chains among which it could not be decided; the words in print.

    `via` is the chain of who spoke for the speaker, "" where nobody did. A named spokesperson is the speaker of what they say.
    """

    chain: str | None
    basis: SpeakerBasis
    candidates: tuple[str, ...] = ()
    printed: str = ""
    via: str = ""


NOBODY = Resolved(None, "none")
UNKNOWN = Resolved(None, "unresolved")


def speaker_of(chains: Chains, attribution: Attribution) -> Resolved:
    """The speaker of an attribution; a quotation that stands alone has one that the text does not name."""
    if attribution.source:
        return resolve_source(chains, attribution.source[0])
    return UNKNOWN if attribution.pattern == "alone" else NOBODY


def resolve_source(chains: Chains, span: Span | None) -> Resolved:
    """Who is meant by the words at a span: the name at their head, else the chain of the pronoun or nominal, else why nobody.

    A name within a modifier (`a Lane campaign aide`, `Lane's lawyer`) is not the source.
    """
    if span is None:
        return NOBODY
    printed = chains.layout.text[slice(*span)]
    words = chains.layout.words_in(span)
    heads = _heads(chains, span, words)
    if heads:
        return _named(chains, heads, printed)
    if (spoken_for := _spoken_for(chains, span, words)) is not None:
        return Resolved(spoken_for, "resolved", (), printed)
    return _unnamed(chains, span, words, printed)


def _heads(chains: Chains, span: Span, words: tuple[Word, ...]) -> list[Name]:
    """The names at the head of the source: the first, and others joined to it by `and`; persons before others."""
    heads = [name for name in chains.names_in(span) if name.span.end <= span.end and _is_head(name, span, words)]
    persons = [name for name in heads if name.type == "person"]
    bodies = [name for name in heads if name.type == "organization"]
    chosen = persons or bodies or heads
    if not chosen:
        return []
    joined = [chosen[0]]
    for name in chosen[1:]:
        between = [lower(word) for word in words if joined[-1].span.end <= word.start < (name.title or name.span).start]
        if between in (["and"], [","], [",", "and"], ["&"]):
            joined.append(name)
    return joined


def _is_head(name: Name, span: Span, words: tuple[Word, ...]) -> bool:
    """Whether nothing in the source makes the name a part of something else."""
    after = next((word for word in words if word.start >= name.span.end), None)
    if after is not None and (lower(after) in ("'s", "'") or (after.start == name.span.end + 1 and _is_noun(after))):
        return False
    start = (name.title or name.span).start
    before = [lower(word) for word in words if word.start < start]
    if name.type == "person" and name.title is None and before and before[-1] in ("the", "other", "another", "a", "an"):
        return False
    if span.start >= start:
        return True
    if name.type == "person" and "," in before:
        # After a comma a person's name stands in apposition: `the chief of the local, Greta Ost`.
        before = before[len(before) - before[::-1].index(",") :]
    return not any(word in _MODIFYING for word in before) and not _owned(before, name)


_MODIFYING = frozenset(["of", "for", "with", "at", "in", "from", "by", "to", "on", "about", "close", "near", "who", "against"])


def _owned(before: list[str], name: Name) -> bool:
    """`a Lane aide Ruiz`… cannot be told from `Lane aide Tom Ruiz`, who is the head; only places and bodies are owned."""
    return name.type != "person" and bool(before) and before[-1] in ("a", "an", "one", "another", "several", "many", "some")


def _is_noun(word: Word) -> bool:
    text = lower(word)
    if not text[0].isalpha():
        return False
    return text not in name_words("person_verb") and text not in name_words("opening")


def _named(chains: Chains, heads: list[Name], printed: str) -> Resolved:
    found = tuple(dict.fromkeys(chain for head in heads if (chain := chains.at.get(head.span, ""))))
    if len(found) == 1 and len(heads) == 1:
        return Resolved(found[0], "resolved", (), printed)
    if len(found) > 1:
        return Resolved(None, "ambiguous", found, printed)
    candidates = chains.undecided.get(heads[0].span, ())
    return Resolved(None, "ambiguous" if candidates else "unresolved", candidates, printed)


def _spoken_for(chains: Chains, span: Span, words: tuple[Word, ...]) -> str | None:
    """The body for which somebody unnamed speaks (`a spokesman for the Harbor Trust`), not a person."""
    if not any(lower(word) in name_words("speaks_for") for word in words):
        return None
    bodies = [name for name in chains.names_in(span) if name.type == "organization" and name.span.end <= span.end]
    persons = [name for name in chains.names_in(span) if name.type == "person"]
    if len(bodies) != 1 or persons:
        return None
    return chains.at.get(bodies[0].span)


def _unnamed(chains: Chains, span: Span, words: tuple[Word, ...], printed: str) -> Resolved:
    """A pronoun or a nominal that is the whole source or its head; else somebody whom nothing names."""
    for mention in (span, *_shorter(words)):
        if mention in chains.at:
            return Resolved(chains.at[mention], "resolved", (), printed)
        if mention in chains.undecided:
            return Resolved(None, "ambiguous", chains.undecided[mention], printed)
    return Resolved(None, "unresolved" if _definite(words) else "unnamed", (), printed)


def _shorter(words: tuple[Word, ...]) -> list[Span]:
    """The spans that begin with the source and end before a comma, a preposition or `who` in it, and its lone pronoun."""
    if not words:
        return []
    found: list[Span] = []
    for at in range(len(words) - 1, 0, -1):
        if words[at].text == "," or lower(words[at]) in ("who", "himself", "herself", "also", "both"):
            found.append(Span(words[0].start, words[at - 1].end))
    if len(words) == 1 or words[1].text == ",":
        found.append(words[0].span)
    return found


def _definite(words: tuple[Word, ...]) -> bool:
    """Whether the source speaks as if it were known who is meant: a pronoun, or `the` with one person or body."""
    if not words:
        return False
    first = lower(words[0])
    if first in pronouns() or first in ("they", "it", "i", "we", "you"):
        return True
    last = [lower(word) for word in words if word.text[0].isalpha()]
    if first not in ("the", "this", "that") or len(last) < 2:
        return False
    plural = last[-1].endswith("s") and last[-1] not in roles()
    return not plural and last[-1] not in name_words("nameless") - set(roles())
