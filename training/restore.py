"""Restore: an exported network → a run that training can go on from.

    python -m training.restore --exported FOLDER --to RUN

What int8 rounded stays rounded. For whoever has the network that ships and not the runs that made it.
"""

import argparse
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper

from onrecord.reading.neural.session import GRAPH, WEIGHTS
from onrecord.reading.neural.syntax import FURTHER
from training.encoder import Size
from training.model import Network
from training.runs import CHECKPOINT
from training.settings import Recipe

Floats = NDArray[np.float32]
Parts = Mapping[str, NDArray[Any]]

QUANTIZED = "_quantized"
NETWORK = "network."


def main() -> None:
    """Write the run that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--exported", type=Path, required=True, help="a folder that export wrote, as `int8`")
    parser.add_argument("--to", type=Path, required=True, help="the folder of the run; made where there is none")
    asked = parser.parse_args()
    weights = restored(asked.exported)
    asked.to.mkdir(parents=True, exist_ok=True)
    recipe = Recipe(lessons=512, antecedents=2048)
    state = {"recipe": asdict(recipe), "size": asdict(Size()), "steps": 0, "step": 0, "average": weights}
    torch.save(state, asked.to / CHECKPOINT)


def restored(folder: Path) -> dict[str, torch.Tensor]:
    """The weights of the network in a folder. Raises KeyError where the graph lacks some that the network has, or has others."""
    found = {**dict(_in_graph(onnx.load(folder / GRAPH))), **dict(_beside(folder))}
    expected = Network(Size()).state_dict()
    wrong = sorted(found.keys() ^ expected.keys())
    if wrong:
        raise KeyError(f"{folder / GRAPH}: not a network of this form: {', '.join(wrong)}")
    return {name: torch.tensor(found[name], dtype=weight.dtype).reshape(weight.shape) for name, weight in expected.items()}


def _in_graph(graph: onnx.ModelProto) -> Iterator[tuple[str, Floats]]:
    """Biases, norms and tables by name; the weights of products by the place of the node that uses them."""
    parts = {part.name: numpy_helper.to_array(part) for part in graph.graph.initializer}
    for name, part in parts.items():
        if name.startswith(NETWORK) and name.endswith(QUANTIZED):
            yield name[len(NETWORK) : -len(QUANTIZED)], _whole(parts, name)
        elif name.startswith(NETWORK) and not name.endswith(("_scale", "_zero_point")):
            yield name[len(NETWORK) :], part
    for node in graph.graph.node:
        weight = next((name for name in node.input if name.endswith(QUANTIZED) and name in parts), None)
        if node.op_type == "MatMulInteger" and weight is not None:
            yield _module(node.name) + ".weight", _whole(parts, weight).T


def _whole(parts: Parts, name: str) -> Floats:
    """A weight as numbers again; the scales are those of columns, or one of all."""
    begin = name.removesuffix(QUANTIZED)
    rounded: Floats = (parts[name].astype(np.float32) - parts[f"{begin}_zero_point"].astype(np.float32)) * parts[f"{begin}_scale"]
    return rounded


def _module(node: str) -> str:
    """The module that a node of the graph is of: `/network/links/vectors/vectors.0/MatMul_quant` is of `links.vectors.0`."""
    path = node.removeprefix("/network/").rpartition("/")[0].replace("/", ".")
    return re.sub(r"_\d+$", "", path).replace("vectors.vectors", "vectors")


def _beside(folder: Path) -> Iterator[tuple[str, Any]]:
    """What is kept outside of the graph."""
    weights = json.loads((folder / WEIGHTS).read_text(encoding="utf-8"))
    further = json.loads((folder / FURTHER).read_text(encoding="utf-8"))
    for chain, steps in (("chain", weights["steps"]), ("names_chain", further["names"])):
        yield from ((f"{chain}.{table}", steps[table]) for table in ("between", "begin", "end"))
    yield from ((f"links.{table}", weights[table]) for table in ("distance", "between", "none"))
    trees = further["trees"]
    relations = np.asarray(trees["relations"])
    yield from (("syntax.root", trees["root"]), ("syntax.relation_root", trees["relation_root"]))
    yield from (("syntax.relations.weight", relations[:, :-1]), ("syntax.relations.bias", relations[:, -1]))


if __name__ == "__main__":
    main()
