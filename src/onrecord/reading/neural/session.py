"""The network at run time: a folder with its graph and what is learnt beside it, run by onnxruntime on one thread.

The same window gives the same numbers on one class of processor: windows are read one at a time and at their own length, so that
the scales of dynamic int8 quantization never depend on what else is read, and nothing is computed for padding.
"""

import json
import platform
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime

from onrecord.reading.neural.decoding import Array, Weights
from onrecord.reading.neural.framing import Framed, framed
from onrecord.reading.neural.windows import Window

GRAPH = "network.onnx"
WEIGHTS = "weights.json"
TOKENIZER = "tokenizer.json"

ATTRIBUTION = ("scores", "vectors")
"""The outputs of the graph that attribution needs: scores of labels and vectors for links."""

NAMES = ("names",)
SYNTAX = ("tags", "arcs", "relations")
ANTECEDENTS = ("antecedents",)
"""The further outputs: scores of names' labels; scores of tags and vectors for arcs and relations; vectors for antecedents."""

SLOW = ("SkipLayerNormFusion",)
"""Fusions that onnxruntime is told to leave: adding and normalising as one took 750 µs a window, one after the other 140."""


def options() -> Any:
    """How the program runs a graph: on one thread that does not spin while it waits."""
    chosen = onnxruntime.SessionOptions()
    chosen.intra_op_num_threads = 1
    chosen.inter_op_num_threads = 1
    chosen.enable_mem_pattern = False  # plans of memory are kept for each shape, and windows have hundreds
    chosen.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return chosen


def opened(graph: Path, chosen: Any) -> Any:
    """A session of onnxruntime with the graph in a file."""
    providers = ["CPUExecutionProvider"]
    return onnxruntime.InferenceSession(graph.read_bytes(), chosen, providers=providers, disabled_optimizers=SLOW)


class Session:
    """A network loaded from a folder that `training.export` wrote. Raises FileNotFoundError where a file of it is missing."""

    def __init__(self, folder: Path) -> None:
        self.weights = Weights.of(json.loads((folder / WEIGHTS).read_text(encoding="utf-8")))
        self._session = opened(folder / GRAPH, options())
        self._asked = onnxruntime.RunOptions()
        self._asked.only_execute_path_to_fetches = True

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
    ) -> Iterator[tuple[Array, ...]]:
        """For each window the wanted outputs of the graph, by name, a word each, as they are asked for; others are not computed."""
        return (self._run(framed(pieces[start:end], features[start:end]), wanted) for start, _, end in windows)

    def _run(self, window: Framed, wanted: Sequence[str]) -> tuple[Array, ...]:
        pieces = np.asarray([window.pieces], dtype=np.int64)
        features = np.asarray([window.features], dtype=np.int64)
        found = self._session.run(list(wanted), {"pieces": pieces, "features": features}, self._asked)
        return tuple(each[0][window.firsts] for each in found)


def build() -> str:
    """The runtime and the class of processor that a network's numbers depend on: `onnxruntime 1.31.1, x86_64 X86_V3 X86_V4`."""
    found: list[str] = np.show_config(mode="dicts").get("SIMD Extensions", {}).get("found", [])
    return f"onnxruntime {onnxruntime.__version__}, {' '.join([platform.machine(), *found])}"
