"""Small piles of stories for the tests of resolution: chains, statements and rulings, and what they come to."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from onrecord.core.decisions import Decision, Ruling, Target, decision_id
from onrecord.core.documents import Document
from onrecord.core.evidence import UNKNOWN_DATE, Date
from onrecord.core.ids import content_id, item_id
from onrecord.core.readings import Chain, EntityType, Mention, Reading, SpeakerBasis, Statement, StatementType, Title
from onrecord.core.resolved import Block, Clusters, Link, PlacedRuling, Profile, Telling, Utterance
from onrecord.core.spans import Span
from onrecord.resolution import cluster_chains, cluster_statements, resolve
from onrecord.resolution.printed_names import block_names
from onrecord.resolution.quoted_words import fingerprints, folded_words

# Chains, as they are known once their documents are read


def chain(story: str, *names: str, titles: Sequence[str] = (), kind: EntityType = "person") -> Profile:
    """A chain of a story, by the names that the story prints."""
    return Profile(content_id("chain", story, *names), content_id("document", story), kind, names, tuple(titles))


def rule(ruling: Ruling, *chains: Profile, at: str = "2031-01-01", by: str = "ada", follows: str = "") -> PlacedRuling:
    """A person's ruling on chains, placed where they stand."""
    about = tuple(Target("chain", one.chain, one.document, (Span(0, 1),), one.names[0]) for one in chains)
    made = Decision(decision_id(about, ruling, "", "", by, at, "w"), about, ruling, "", "", by, at, "w", follows)
    return PlacedRuling(made, tuple(one.chain for one in chains))


def undo(ruling: PlacedRuling, at: str = "2031-06-01") -> PlacedRuling:
    """The undoing of a ruling."""
    about = (Target("decision", ruling.decision.id, "", (), ""),)
    id_ = decision_id(about, "undo", "", "", "ada", at, "w")
    return PlacedRuling(Decision(id_, about, "undo", "", "", "ada", at, "w", ruling.decision.id), (ruling.decision.id,))


def links_of(profiles: Iterable[Profile], rulings: Sequence[PlacedRuling] = ()) -> tuple[Link, ...]:
    """The links inside all blocks that the chains touch."""
    blocks: dict[str, list[Profile]] = defaultdict(list)
    for profile in profiles:
        for name in block_names(profile.type, profile.names):
            blocks[f"{profile.type}:{name}"].append(profile)
    decisions = [ruling.decision for ruling in rulings]
    found = {link.id: link for key, members in blocks.items() for link in resolve(Block(key, tuple(members)), decisions)}
    return tuple(found.values())


def clusters_of(profiles: Sequence[Profile], rulings: Sequence[PlacedRuling] = ()) -> Clusters:
    """What the chains come to."""
    return cluster_chains(profiles, links_of(profiles, rulings), rulings)


def groups(profiles: Sequence[Profile], *rulings: PlacedRuling) -> list[list[Profile]]:
    """The chains that are one, in the order they were named in."""
    order = {profile.chain: profile for profile in profiles}
    entities = clusters_of(profiles, rulings).entities
    found = [[order[one] for one in order if one in entity.chains] for entity in entities]
    return sorted(found, key=lambda group: list(order).index(group[0].chain))


def reasons(one: Profile, other: Profile) -> tuple[str, ...]:
    """Why two chains are taken to be one; empty where they are not linked."""
    return next((link.reasons for link in links_of([one, other])), ())


# Statements


def told(name: str, words: str, speaker: str = "entity of Varga", published: Date = UNKNOWN_DATE) -> Telling:
    """A telling of words in a speaker's mouth."""
    return Telling(content_id("statement", name), content_id("document", name), speaker, folded_words(words), published)


def utterances_of(*tellings: Telling) -> tuple[Utterance, ...]:
    """What the tellings come to."""
    blocks: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        for fingerprint in fingerprints([telling.words]):
            blocks[f"words:{fingerprint}"].append(telling)
    found = {link.id: link for key, members in blocks.items() for link in resolve(Block(key, (), tuple(members)), ())}
    return cluster_statements(tellings, tuple(found.values())).utterances


def together(*tellings: Telling) -> list[list[Telling]]:
    """The tellings of one utterance, in the order they were named in."""
    found = [[one for one in tellings if one.statement in each.statements] for each in utterances_of(*tellings)]
    return sorted(found, key=lambda group: tellings.index(group[0]))


def on(day: str) -> Date:
    """A day that a document was published on."""
    return Date(day, day, "given")


# Texts and their readings


def spans_of(text: str, words: str) -> tuple[Span, ...]:
    """Where the words stand in the text, each time."""
    starts = [at for at in range(len(text)) if text.startswith(words, at)]
    return tuple(Span(at, at + len(words)) for at in starts)


def read(text: str, *chains: Chain, statements: Sequence[Statement] = (), titles: Sequence[Title] = ()) -> Reading:
    """A reading of the text: chains made by `named`, each mentioned wherever its name stands."""
    mentions = [Mention(one.id, span, "name") for one in chains for span in spans_of(text, one.name)]
    ordered = tuple(sorted(mentions, key=lambda mention: mention.span))
    sentences = (Span(0, len(text)),)
    return Reading(Document.of(text).id, "hand/1", "en", sentences, ordered, chains, tuple(titles), (), tuple(statements))


def named(text: str, name: str, kind: EntityType = "person") -> Chain:
    """The chain that is first mentioned by this name in the text."""
    first = spans_of(text, name)[0]
    return Chain(item_id(kind, Document.of(text).id, first), kind, name, first)


def said(text: str, *pieces: str, speaker: str | None = None, kind: StatementType = "direct") -> Statement:
    """A statement of these pieces of the text."""
    content = tuple(spans_of(text, piece)[0] for piece in pieces)
    id_ = item_id("statement", Document.of(text).id, *content)
    basis: SpeakerBasis = "resolved" if speaker else "unresolved"
    return Statement(id_, kind, "said", (), (), content, speaker, basis, (), "", "", "", "", (), "", 0.9)
