"""Who is speaking: the chain that the words of a source mean, or why nobody can be named."""

from dataclasses import dataclass, replace

from onrecord.core.names import fold
from onrecord.core.readings import SpeakerBasis
from onrecord.core.spans import Span
from onrecord.knowledge.name_order import person_parts
from onrecord.knowledge.name_words import name_words, pronouns
from onrecord.knowledge.people import roles
from onrecord.reading.attributions import Attribution
from onrecord.reading.chains import Chains
from onrecord.reading.heads import Head, head_of
from onrecord.reading.layout import Word
from onrecord.reading.naming import lower


@dataclass(frozen=True, slots=True)
class Resolved:
    """Who a source is: a chain, or None and why; the chains among which it could not be decided; the words in print.

    A named spokesperson is the speaker of what they say.
    """

    chain: str | None
    basis: SpeakerBasis
    candidates: tuple[str, ...] = ()
    printed: str = ""


LONGEST_ADDRESS = 8
"""Words between a writing and whom it is from: `A letter to the Osterby City Council from`."""

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
    head = head_of(chains, span) if span is not None else None
    if span is None or head is None:
        return NOBODY
    printed = chains.layout.text[slice(*span)]
    if head.names:
        return _named(chains, head, printed)
    words = chains.layout.words_in(span)
    if (sender := _sender(words, head)) is not None:
        return replace(resolve_source(chains, sender), printed=printed)
    if (spoken_for := _spoken_for(chains, span, words) or _of_owner(chains, head)) is not None:
        return Resolved(spoken_for, "resolved", (), printed)
    return _unnamed(chains, span, head, printed)


def _named(chains: Chains, head: Head, printed: str) -> Resolved:
    found = tuple(dict.fromkeys(chain for name in head.names if (chain := chains.at.get(name.span, ""))))
    if len(found) == 1 and len(head.names) == 1 and not head.others:
        return Resolved(found[0], "resolved", (), printed)
    if found:
        return Resolved(None, "ambiguous", found, printed)
    candidates = chains.undecided.get(head.names[0].span, ())
    return Resolved(None, "ambiguous" if candidates else "unresolved", candidates, printed)


def _sender(words: tuple[Word, ...], head: Head) -> Span | None:
    """Where a writing at the head of a source says whom it is from: `A letter to the council from Ida Lind`."""
    if not head.words or lower(head.words[-1]) not in name_words("writing"):
        return None
    behind = [word for word in words if word.start >= head.words[-1].end]
    at = next((at for at, word in enumerate(behind[:LONGEST_ADDRESS]) if lower(word) in ("from", "by")), None)
    if at is None or at + 1 >= len(behind) or (at and lower(behind[0]) != "to"):
        return None
    end = next((index for index in range(at + 2, len(behind)) if lower(behind[index]) == "to"), len(behind))
    return Span(behind[at + 1].start, behind[end - 1].end)


def _spoken_for(chains: Chains, span: Span, words: tuple[Word, ...]) -> str | None:
    """The body for which somebody unnamed speaks (`a spokesman for the Harbor Trust`), not a person."""
    if not any(lower(word) in name_words("speaks_for") for word in words):
        return None
    bodies = [name for name in chains.names_in(span) if name.type == "organization" and name.span.end <= span.end]
    persons = [name for name in chains.names_in(span) if name.type == "person"]
    if len(bodies) != 1 or persons:
        return None
    return chains.at.get(bodies[0].span)


def _of_owner(chains: Chains, head: Head) -> str | None:
    """The campaign or administration of somebody named or meant before it: `Lane's campaign`, `his campaign`."""
    words = head.words
    if len(words) < 2 or lower(words[-1]) not in name_words("body_of_person"):
        return None
    owner = words[-3] if len(words) > 2 and lower(words[-2]) in ("'s", "'") else words[-2]
    chain = next((mention.chain for mention in chains.mentions if mention.span.end == owner.end), "")
    name = next((each.name for each in chains.chains if each.id == chain and each.type == "person"), "")
    wanted = f"{person_parts(name).last} {lower(words[-1])}"
    return next((each.id for each in chains.chains if each.type == "organization" and fold(each.name).endswith(wanted)), None)


def _unnamed(chains: Chains, span: Span, head: Head, printed: str) -> Resolved:
    """A pronoun or a nominal that is the whole source or its head; else somebody whom nothing names."""
    words = head.words
    if head.others:
        return Resolved(None, "unnamed", (), printed)
    for mention in (span, head.span, *_shorter(words)):
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
