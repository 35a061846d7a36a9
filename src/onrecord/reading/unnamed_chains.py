"""The chains of a reading with those of whom the text never names, and `I` in a quotation with whoever says it."""

from collections.abc import Sequence

from onrecord.core.ids import item_id
from onrecord.core.readings import Chain, Mention, Statement
from onrecord.core.spans import Span
from onrecord.reading.chains import Chains
from onrecord.reading.enclosing import Enclosing
from onrecord.reading.first_person import FIRST_SINGULAR
from onrecord.reading.naming import lower
from onrecord.reading.unnamed import Unnamed, unnamed

Both = tuple[tuple[Mention, ...], tuple[Chain, ...]]


def with_unnamed(chains: Chains, statements: Sequence[Statement], quoted: Sequence[Span], document_id: str) -> Both:
    """All mentions and all chains, each in order of span; a chain that the text does not name has no name."""
    spoken = _first_persons(chains, statements, quoted)
    types = {chain.id: chain.type for chain in chains.chains}
    mentions = [*chains.mentions, *spoken]
    known = {mention.span: (mention.chain, types[mention.chain]) for mention in mentions}
    apart = [name.span for name in chains.names if name.span not in known]
    found = unnamed(chains.layout, known, [*apart, *chains.undecided], quoted)
    every = list(chains.chains)
    for each in found:
        if not each.chain:
            every.append(_chain(each, document_id))
        chain = each.chain or every[-1].id
        mentions.extend(Mention(chain, span, form) for span, form in each.mentions)
    return tuple(sorted(mentions, key=lambda mention: (mention.span, mention.chain))), tuple(sorted(every, key=_in_order))


def _in_order(chain: Chain) -> tuple[Span, str]:
    return chain.first, chain.id


def _chain(each: Unnamed, document_id: str) -> Chain:
    first = min(span for span, _ in each.mentions)
    return Chain(item_id("chain:unnamed " + each.type, document_id, first), each.type, "", first)


def _first_persons(chains: Chains, statements: Sequence[Statement], quoted: Sequence[Span]) -> list[Mention]:
    """`I`, `me`, `my` in what is told word for word, each a mention of the chain that says it: the shortest content around it."""
    types = {chain.id: chain.type for chain in chains.chains}
    found: list[Mention] = []
    told = [(piece, statement) for statement in statements if statement.type != "indirect" for piece in statement.content]
    contents = Enclosing([piece for piece, _ in told])
    direct = [piece for statement in statements if statement.type == "direct" for piece in statement.content]
    for span in dict.fromkeys([*quoted, *direct]):
        for word in chains.layout.words_in(span):
            if lower(word) not in FIRST_SINGULAR:
                continue
            holding = [
                (piece.end - piece.start, statement.id, statement.speaker)
                for piece, statement in map(told.__getitem__, contents.of(word.span))
            ]
            speaker = min(holding)[2] if holding else None
            if speaker is not None and types.get(speaker) == "person":
                found.append(Mention(speaker, word.span, "pronoun"))
    return list(dict.fromkeys(found))
