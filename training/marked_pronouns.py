"""Pronouns of which it is known whom they mean: as people marked them in GAP and GUM, and as CoreNLP resolved them."""

from bisect import bisect_left
from collections.abc import Mapping
from typing import Any

from tools.antecedents import chains_of, covers

from benchmarks import gap, gum
from onrecord.knowledge.name_words import pronouns
from onrecord.reading.layout import Layout
from training.pronouns import Pronoun
from training.self_made import People, last_words

OF_MANY = ("they", "them", "their", "theirs", "themselves")
"""Pronouns of several that GUM has of one person too."""

SPEAKING = ("i", "me", "my", "mine", "myself", "we", "us", "our", "you", "your", "who", "whom", "whose", "that", "which")
"""Further pronouns, which name nobody."""


def gap_pronoun(snippet: gap.Snippet, page: Layout, known: People) -> list[Pronoun]:
    """The snippet's pronoun: the mentions of the name that it means, or, where it means neither, all others' or nobody's."""
    of_names = [[each for each in known.spans if any(map(name.overlaps, each))] for name, _ in snippet.names]
    mine = [
        [name, *(span for its_own in each for span in its_own)] for (name, _), each in zip(snippet.names, of_names, strict=True)
    ]
    others = [span for its_own in known.spans if not any(its_own in each for each in of_names) for span in its_own]
    words = [sorted(set(last_words(page, spans))) for spans in (*mine, others)]
    at = bisect_left(page.starts, snippet.pronoun.start)
    if at >= len(page.words) or page.words[at].span != snippet.pronoun or set(words[0]) & set(words[1]):
        return []
    mentions = [word for its_own in words for word in its_own]
    true = [number for number, (_, meant) in enumerate(snippet.names) if meant]
    right = [mentions.index(word) for number in (true or [2]) for word in words[number]]
    return [Pronoun(at, tuple(mentions), tuple(right if true else [*right, len(mentions)]))]


def gum_pronouns(document: gum.Text, page: Layout) -> list[Pronoun]:
    """The pronouns that mean people; who is not mentioned but by pronouns is nobody."""
    marked = [mention for mention in document.mentions if mention.type == "person"]
    wanted = {*pronouns(), *OF_MANY} - set(SPEAKING)
    named = [each for each in marked if document.text[slice(*each.span)].lower() not in (*pronouns(), *OF_MANY, *SPEAKING)]
    words = last_words(page, [each.heads[-1] for each in named])
    found = []
    for mention in marked:
        at = bisect_left(page.starts, mention.span.start)
        if at < len(page.words) and page.words[at].span == mention.span and page.words[at].text.lower() in wanted:
            near = [n for n in range(len(named)) if words[n] < _sentence_end(page, at) and words[n] != at]
            right = [position for position, n in enumerate(near) if named[n].entity == mention.entity]
            found.append(Pronoun(at, tuple(words[n] for n in near), tuple(right) or (len(near),)))
    return found


def _sentence_end(page: Layout, at: int) -> int:
    """The number of the word after the sentence of a word."""
    return bisect_left(page.starts, page.sentence_at(page.words[at].start).end)


def silver_pronouns(row: Mapping[str, Any], page: Layout, known: People) -> list[Pronoun]:
    """The pronouns in CoreNLP's chains of one person that the rules found too."""
    found = []
    named = [(word, number) for number, spans in enumerate(known.spans) for word in last_words(page, spans)]
    for chain in chains_of(row):
        owners = [number for number, spans in enumerate(known.spans) if any(covers(span, chain) for span in spans)]
        if len(owners) != 1:
            continue
        for span in chain:
            at = bisect_left(page.starts, span.start)
            if at < len(page.words) and page.words[at].span == span and page.words[at].text.lower() in pronouns():
                near = [(word, number) for word, number in named if word < _sentence_end(page, at)]
                right = [position for position, (_, number) in enumerate(near) if number == owners[0]]
                if right and pronouns()[page.words[at].text.lower()][1] != "relative":
                    found.append(Pronoun(at, tuple(word for word, _ in near), tuple(right)))
    return sorted(found)
