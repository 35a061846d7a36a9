"""Teach: stories that nobody marked, as networks read them → numbers that training reads.

    python -m training.teach --stories FILE.jsonl.gz --teachers EXPORTED [EXPORTED ..] --to DATA/taught.jsonl.gz [...]

`--stories` has one JSON object a line with a `text` and an `ID`; `--teachers` are folders that `export` wrote. Each teacher reads
each story cut into windows at other places, and the scores of labels are averaged: several readings together are better than any
one of them, and a student can learn it (Bucila, Caruana and Niculescu-Mizil 2006; Hinton, Vinyals and Dean 2015). Links are the
first teacher's. Writes one story a line as `prepare` does, with the scores, after a line with the mean of the teachers' steps.
`--part` and `--parts` share the work: the stories at this position, and each so many after.
"""

import argparse
import gzip
import json
from base64 import b64encode
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

import numpy as np

from onrecord.reading.layout import layout
from onrecord.reading.neural.decoding import Array, decode
from onrecord.reading.neural.pieces import WordPieces, word_pieces
from onrecord.reading.neural.roles import Steps
from onrecord.reading.neural.session import TOKENIZER, Session
from onrecord.reading.neural.tokenizing import cut_by, tokenizer_in
from onrecord.reading.neural.windows import ROOM, Window, windows
from training.broken_marks import broken
from training.logs import log


def main() -> None:
    """Write the file that the command line asks for."""
    asked = _asked()
    teachers = Teachers(asked.teachers, asked.breaking)
    lines = (teachers.row(name, text) for name, text in islice(_stories(asked), asked.part, asked.most, asked.parts))
    asked.to.parent.mkdir(parents=True, exist_ok=True)
    with gzip.open(asked.to, "wt", encoding="utf-8") as out:
        out.write(json.dumps({"steps": teachers.steps._asdict()}) + "\n")
        for number, row in enumerate(lines, 1):
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
            if number % 100 == 0:
                log(asked.to.with_name("log.jsonl"), step="teach", file=asked.to.name, stories=number)


class Teachers:
    """Networks that read together."""

    def __init__(self, folders: Sequence[Path], breaking: float) -> None:
        self._breaking = breaking
        self._cut = cut_by(tokenizer_in(folders[0] / TOKENIZER))
        self._sessions = [Session(folder) for folder in folders]
        each = [session.weights.steps for session in self._sessions]
        self.steps = Steps.of(*(np.mean(tables, axis=0).tolist() for tables in zip(*each, strict=True)))
        self._weights = self._sessions[0].weights._replace(steps=self.steps)

    def row(self, name: str, text: str) -> dict[str, Any]:
        """A story as a line of the file: as `prepare` has it, with the teachers' attributions and scores [words, labels].

        Where its marks are broken, the teachers have read it whole.
        """
        page = layout(text)
        read = word_pieces(page, self._cut)
        scores, vectors = self._read(read)
        draw = Random(f"marks of {name}")
        if draw.random() < self._breaking:
            changed = broken(page, draw)
            starts = [word.start for word in read.words]
            read = word_pieces(layout(changed.text), self._cut)
            same = [max(0, bisect_right(starts, changed.whole(word.start)) - 1) for word in read.words]
            scores, vectors = scores[same], vectors[same]
        borders = [border for _, _, border in read.features]
        found = decode([(Window(0, len(borders), len(borders)), scores, vectors)], borders, self._weights)
        return {
            "id": name,
            "publisher": "",
            "text": "",
            "words": [(word.start, word.end) for word in read.words],
            "pieces": read.pieces,
            "features": read.features,
            "by_annotator": [[each.words._asdict() for each in found]],
            "names": None,
            "scores": b64encode(scores.astype("<f2").tobytes()).decode("ascii"),
        }

    def _read(self, read: WordPieces) -> tuple[Array, Array]:
        """The scores of labels that the teachers agree on, and the first teacher's vectors for links, a word each."""
        sizes = [len(each) for each in read.pieces]
        borders = [border for _, _, border in read.features]
        rooms = [ROOM * (number + 1) // len(self._sessions) for number in range(len(self._sessions))]
        found = [
            _joined(session.read(read.pieces, read.features, windows(sizes, borders, first=room)))
            for session, room in zip(self._sessions, reversed(rooms), strict=True)
        ]
        return np.mean([scores for scores, _ in found], axis=0, dtype=np.float32), found[0][1]


def _joined(read: Sequence[tuple[Window, Array, Array]]) -> tuple[Array, Array]:
    return np.concatenate([scores for _, scores, _ in read]), np.concatenate([vectors for *_, vectors in read])


def _stories(asked: argparse.Namespace) -> Iterator[tuple[str, str]]:
    """The stories of a length asked for, each text once, in an order drawn from the seed."""
    rows = map(json.loads, gzip.decompress(asked.stories.read_bytes()).decode("utf-8").split("\n")[:-1])
    texts = {row["text"]: str(row["ID"]) for row in rows if asked.shortest <= len(row.get("text") or "") <= asked.longest}
    drawn = sorted((name, text) for text, name in texts.items())
    Random(asked.seed).shuffle(drawn)
    return iter(drawn)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stories", type=Path, required=True, help="JSONL packed with gzip, a `text` and an `ID` a line")
    parser.add_argument("--teachers", type=Path, required=True, nargs="+", help="folders that export wrote")
    parser.add_argument("--to", type=Path, required=True, help="the file to write")
    parser.add_argument("--shortest", type=int, default=1200, help="characters of a story")
    parser.add_argument("--longest", type=int, default=9000, help="characters of a story")
    parser.add_argument("--most", type=int, help="stories at most")
    parser.add_argument("--part", type=int, default=0, help="from 0")
    parser.add_argument("--parts", type=int, default=1)
    parser.add_argument("--breaking", type=float, default=0.0, help="the share of stories to write with quotation marks lost")
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


if __name__ == "__main__":
    main()
