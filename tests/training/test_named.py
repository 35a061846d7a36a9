"""Sets with names: text as print has it, names by place whichever way they are labelled, and their words in windows."""

import gzip
import json
from collections.abc import Sequence
from pathlib import Path
from random import Random

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from training.lesson_measures import Reader, WordOutputs, name_counts
from training.lessons import OUTSIDE, Lesson, Passage, lesson_batches, passages
from training.named import Marked, NamedText, crossner, joined, silver, wikigold
from training.preparing import names_in_words

from onrecord.core.spans import Span
from onrecord.reading.layout import layout
from onrecord.reading.neural.names import KINDS, NAME_LABELS, Named
from onrecord.reading.neural.pieces import BORDERS
from onrecord.reading.neural.roles import Steps
from onrecord.reading.neural.trees import ARC_WIDTH, RELATION_WIDTH, ROOT, TreeWeights
from onrecord.reading.neural.windows import ROOM

INSIDE, SENTENCE, PARAGRAPH = range(len(BORDERS))


def told(text: NamedText) -> list[tuple[str, str]]:
    return [(text.text[slice(*span)], KINDS[kind]) for span, kind in text.names]


def lines(*words: tuple[str, str]) -> str:
    return "".join(f"{word} {label}\n" for word, label in words)


def test_types_of_politics_become_kinds_and_sentences_of_training_stand_together(tmp_path: Path) -> None:
    first = lines(
        ("Mora", "B-politician"), ("left", "O"), ("Calder", "B-politicalparty"), ("Union", "I-politicalparty"), (".", "O")
    )
    second = lines(("The", "O"), ("Oster", "B-country"), ("vote", "B-election"))
    (tmp_path / "train.txt").write_text(f"{first}\n{second}\n", encoding="utf-8")
    (tmp_path / "dev.txt").write_text(f"{first}\n{second}\n", encoding="utf-8")

    (together,) = crossner(tmp_path, "train")

    assert together.text == "Mora left Calder Union.\nThe Oster vote"
    assert told(together) == [("Mora", "person"), ("Calder Union", "organization"), ("Oster", "place"), ("vote", "other")]
    assert [text.text for text in crossner(tmp_path, "dev")] == ["Mora left Calder Union.", "The Oster vote"]


def test_names_of_which_only_insides_are_marked(tmp_path: Path) -> None:
    words = lines(("Edda", "I-PER"), ("Brandt", "I-PER"), ("saw", "O"), ("Oster", "I-LOC"), ("Harbor", "I-ORG"))
    (tmp_path / "wikigold.conll.txt").write_text(f"{words}\n-DOCSTART- O\n\n{words}\n", encoding="utf-8")

    one, other = wikigold(tmp_path)

    assert told(one) == told(other) == [("Edda Brandt", "person"), ("Oster", "place"), ("Harbor", "organization")]


def test_words_of_one_type_that_a_program_found_side_by_side_are_one_name(tmp_path: Path) -> None:
    tokens = [
        ["Edda", 0, 4, "NNP", "Edda", "PERSON"],
        ["Brandt", 5, 11, "NNP", "Brandt", "PERSON"],
        ["Friday", 12, 18, "NNP", "", "DATE"],
    ]
    row = json.dumps({"id": "pier", "sentences": [tokens]})
    (tmp_path / "corenlp_dev.jsonl.gz").write_bytes(gzip.compress(row.encode("utf-8")))

    assert [(tuple(span), KINDS[kind]) for span, kind in silver(tmp_path, "dev")["pier"]] == [((0, 11), "person")]


def test_marks_stand_as_print_has_them() -> None:
    words = ["She", "said", ":", '"', "It", "'s", "safe", "(", "now", ")", '"', ",", "and", "ran", "."]

    assert joined(words)[0] == 'She said: "It\'s safe (now)", and ran.'


@given(st.lists(st.sampled_from(["Mora", '"', "(", ")", ",", "'s", "$", "5", "“", "”"])))
def test_words_stand_where_they_are_said_to(words: list[str]) -> None:
    text, spans = joined(words)

    assert [text[slice(*span)] for span in spans] == words


def test_a_name_has_all_words_that_it_touches() -> None:
    page = layout("The Oster-based Union won")
    marked = [Marked(Span(4, 9), KINDS.index("place")), Marked(Span(16, 21), KINDS.index("organization"))]

    assert names_in_words(marked, page.words) == [(KINDS.index("place"), 1, 2), (KINDS.index("organization"), 2, 3)]


def lesson(words: int, *, pieces: int = 1, names: tuple[Named, ...] | None = None, heads: tuple[int, ...] = ()) -> Lesson:
    borders = [PARAGRAPH, *[SENTENCE if at % 4 == 0 else INSIDE for at in range(1, words)]]
    places = tuple((2 * at, 2 * at + 1) for at in range(words))
    marked = tuple((kind, places[start][0], places[end - 1][1]) for kind, (start, end), _ in names or ())
    features = tuple((1, 0, border) for border in borders)
    numbers = tuple(range(len(heads)))
    return Lesson("pier", "m " * words, places, ((7,) * pieces,) * words, features, names, numbers, heads, numbers, marked)


def test_what_lies_in_another_window_is_no_head_and_sentences_are_counted() -> None:
    first, second = passages(lesson(8, pieces=ROOM // 5, heads=(ROOT, 0, 5, 0, 5, ROOT, 5, 1)))

    assert (first.heads, second.heads) == ((ROOT, 0, OUTSIDE, 0), (1, ROOT, 1, OUTSIDE))
    assert (first.sentences, second.sentences) == ((1, 1, 1, 1), (1, 1, 1, 1))
    assert (first.names, second.names) == (None, None)


def test_a_pass_holds_every_text_once_in_batches_of_so_many_pieces() -> None:
    texts = [(lesson(size),) for size in (3, 30, 90, 200, 12, 45)]

    found = lesson_batches(texts, 260, Random(1))

    assert sorted(sum(len(passage.pieces) for passage in batch) for batch in found)[-1] <= 260
    assert sum(passage.size for batch in found for passage in batch) == 380
    assert found == lesson_batches(texts, 260, Random(1))


def test_a_name_is_right_with_its_kind_and_both_its_ends() -> None:
    size = len(NAME_LABELS)
    marked = lesson(6, names=(Named(0, (0, 2)), Named(1, (3, 5))))
    labels = ["B-person", "I-person", "O", "B-organization", "O", "B-place"]

    def outputs(windows: Sequence[Passage]) -> list[WordOutputs]:
        empty = np.zeros((6, 1), dtype=np.float32)
        scores = np.asarray([[float(name == label) for name in NAME_LABELS] for label in labels], dtype=np.float32)
        return [WordOutputs(scores, empty, empty, empty) for _ in windows]

    none = TreeWeights(*(np.zeros(width, dtype=np.float32) for width in (ARC_WIDTH + 1, 1, RELATION_WIDTH)))
    reader = Reader(outputs, Steps.of([[0.0] * size] * size, [0.0] * size, [0.0] * size), none)

    counts = name_counts(reader, [marked])

    assert counts["person"] == {"right": 1, "found": 1, "marked": 1}
    assert counts["organization"] == {"right": 0, "found": 1, "marked": 1}
    assert counts["place"] == {"right": 0, "found": 1, "marked": 0}
