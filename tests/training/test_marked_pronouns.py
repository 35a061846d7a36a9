"""Pronouns of which it is known whom they mean, from small invented texts marked as GAP, GUM and CoreNLP mark theirs."""

from benchmarks.gap import Snippet
from benchmarks.gum import Marked, Text
from training.marked_pronouns import gap_pronoun, gum_pronouns, silver_pronouns
from training.pronouns import Pronoun
from training.self_made import people

from onrecord.core.spans import Span
from onrecord.reading.layout import Layout, layout

STORY = "Ada Quill met Petra Lindqvist and Jonah Mora at the dock. She had missed the boat."


def at(words: str, text: str = STORY) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def told(page: Layout, pronoun: Pronoun) -> tuple[str, list[str], list[str]]:
    """The pronoun, what it may mean, and what it does."""
    may = [*(page.words[word].text for word in pronoun.mentions), "nobody"]
    return page.words[pronoun.at].text, may[:-1], [may[position] for position in pronoun.right]


def snippet(first: bool, second: bool) -> Snippet:
    return Snippet("dock-1", STORY, at("She"), ((at("Ada Quill"), first), (at("Petra Lindqvist"), second)))


def test_a_snippets_pronoun_means_one_of_its_names() -> None:
    page = layout(STORY)
    (only,) = gap_pronoun(snippet(False, True), page, people(page))

    assert told(page, only) == ("She", ["Quill", "Lindqvist", "Mora"], ["Lindqvist"])


def test_where_it_means_neither_it_means_somebody_else_or_nobody() -> None:
    page = layout(STORY)
    (only,) = gap_pronoun(snippet(False, False), page, people(page))

    assert told(page, only)[2] == ["Mora", "nobody"]


def marked(words: str, entity: str, head: str, kind: str = "person") -> Marked:
    return Marked(at(words), (at(head),), entity, kind, words[0].isupper())


def test_marked_pronouns_mean_their_entitys_mentions_up_to_their_sentences_end() -> None:
    page = layout(STORY)
    mentions = (
        marked("Ada Quill", "1", "Quill"),
        marked("Petra Lindqvist", "2", "Lindqvist"),
        marked("She", "1", "She"),
        marked("the boat", "3", "boat", "object"),
    )
    (only,) = gum_pronouns(Text("GUM_news_dock", STORY, mentions), page)

    assert told(page, only) == ("She", ["Quill", "Lindqvist"], ["Quill"])


def test_whoever_is_never_named_is_nobody() -> None:
    page = layout(STORY)
    (only,) = gum_pronouns(Text("GUM_news_dock", STORY, (marked("Ada Quill", "1", "Quill"), marked("She", "4", "She"))), page)

    assert told(page, only) == ("She", ["Quill"], ["nobody"])


def parsed(*chains: list[list[int]]) -> dict[str, object]:
    """A story as CoreNLP parses it: tokens with their offsets by sentence, and chains of sentence, first token and end."""
    page = layout(STORY)
    sentences = [[[word.text, word.start, word.end] for word in page.words_in(sentence)] for sentence in page.sentences]
    return {"id": "dock", "sentences": sentences, "coref": list(chains)}


def test_pronouns_in_a_chain_mean_the_person_in_it() -> None:
    page = layout(STORY)
    (only,) = silver_pronouns(parsed([[0, 3, 5], [1, 0, 1]]), page, people(page))

    assert told(page, only) == ("She", ["Quill", "Lindqvist", "Mora"], ["Lindqvist"])


def test_a_chain_of_nobody_named_or_of_two_teaches_nothing() -> None:
    page = layout(STORY)

    assert silver_pronouns(parsed([[0, 9, 11], [1, 0, 1]]), page, people(page)) == []
    assert silver_pronouns(parsed([[0, 0, 2], [0, 3, 5], [1, 0, 1]]), page, people(page)) == []
