"""The network at run time: a folder with its graph and what is learnt beside it, run by onnxruntime on one thread.

The same window gives the same numbers on one class of processor: windows are read one at a time, so that the scales of dynamic
int8 quantization never depend on what else is read.
"""

import json
import platform
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnxruntime

from onrecord.reading.neural.decoding import Array, Weights
from onrecord.reading.neural.framing import NONE, PADDING, Framed, framed
from onrecord.reading.neural.windows import Window

GRAPH = "network.onnx"
WEIGHTS = "weights.json"
TOKENIZER = "tokenizer.json"

ATTRIBUTION = ("scores", "vectors")
"""The outputs of the graph that attribution needs: scores of labels and vectors for links."""

NAMES = ("names",)
SYNTAX = ("tags", "arcs", "relations")
"""The further outputs: scores of names' labels; scores of tags and vectors for arcs and relations."""

STEP = 32
"""Windows are padded to a multiple of so many pieces: few shapes, and little computed for nothing."""


class Session:
    """A network loaded from a folder that `training.export` wrote. Raises FileNotFoundError where a file of it is missing."""

    def __init__(self, folder: Path) -> None:
        self.weights = Weights.of(json.loads((folder / WEIGHTS).read_text(encoding="utf-8")))
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self._options = onnxruntime.RunOptions()
        self._options.only_execute_path_to_fetches = True
        graph = (folder / GRAPH).read_bytes()
        self._session = onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])

    def read(
        self, pieces: Sequence[Sequence[int]], features: Sequence[tuple[int, int, int]], windows: Sequence[Window]
    ) -> list[tuple[Window, Array, Array]]:
        """For each window the scores of labels and the vectors for links, a word each, given a text's pieces and features."""
        read = self.outputs(pieces, features, windows, ATTRIBUTION)
        return [(window, scores, vectors) for window, (scores, vectors) in zip(windows, read, strict=True)]

    def outputs(
        self,
        pieces: Sequence[Sequence[int]],
        features: Sequence[tuple[int, int, int]],
        windows: Sequence[Window],
        wanted: Sequence[str],
    ) -> list[tuple[Array, ...]]:
        """For each window the wanted outputs of the graph, by name, a word each; what is not wanted is not computed."""
        return [self._run(framed(pieces[start:end], features[start:end]), wanted) for start, _, end in windows]

    def _run(self, window: Framed, wanted: Sequence[str]) -> tuple[Array, ...]:
        length = -(-len(window.pieces) // STEP) * STEP
        pieces = np.full((1, length), PADDING, dtype=np.int64)
        features = np.zeros((1, length, len(NONE)), dtype=np.int64)
        pieces[0, : len(window.pieces)] = window.pieces
        features[0, : len(window.pieces)] = window.features
        found = self._session.run(list(wanted), {"pieces": pieces, "features": features}, self._options)
        return tuple(each[0][window.firsts] for each in found)


def build() -> str:
    """The runtime and the class of processor that a network's numbers depend on: `onnxruntime 1.31.1, x86_64 X86_V3 X86_V4`."""
    found: list[str] = np.show_config(mode="dicts")["SIMD Extensions"]["found"]
    return f"onnxruntime {onnxruntime.__version__}, {' '.join([platform.machine(), *found])}"
