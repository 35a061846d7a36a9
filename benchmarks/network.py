"""How fast the network reads on one thread, what of that could not be faster, and where the time of a whole reading goes.

    python -m benchmarks.network --polnear FOLDER [--exported FOLDER] [--repeats 30]

Seconds are those of the processor, and of several runs the least, so that others at work on the machine disturb little; on a core
that shares its units with a busy one they are still longer. The limit is the same products of int8 matrices on their own, each the
onnxruntime `MatMulInteger` of its shape. Needs `onnx` beside the program (`training/requirements.txt` has it).
"""

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import Any

import numpy as np
import onnxruntime
from onnx import TensorProto, helper, numpy_helper

from benchmarks.polnear import stories
from onrecord.core.documents import Document
from onrecord.reading.chains import build_chains
from onrecord.reading.layout import layout
from onrecord.reading.names import find_names
from onrecord.reading.neural.decoding import decode
from onrecord.reading.neural.pieces import BORDERS, QUOTED, SHAPES, word_pieces
from onrecord.reading.neural.reader import NETWORK, NeuralReader
from onrecord.reading.neural.session import GRAPH, TOKENIZER, Session, opened, options
from onrecord.reading.neural.tokenizing import cut_by, tokenizer_in
from onrecord.reading.neural.windows import WINDOW, windows
from onrecord.reading.quotations import find_quotations
from onrecord.reading.times import find_times

LENGTHS = (32, 64, 128, 192, 256)
PRODUCTS = ("DynamicQuantizeMatMul", "MatMulIntegerToFloat")
ZERO_POINT = 128
WIDEST = 100


def main() -> None:
    """Print what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--polnear", type=Path, required=True, help="the folder with text_dev and attributions_dev")
    parser.add_argument("--exported", type=Path, default=NETWORK, help="the folder of a network; the program's own if left out")
    parser.add_argument("--repeats", type=int, default=30, help="how often each is run")
    asked = parser.parse_args()
    graph = asked.exported / GRAPH
    session = opened(graph, options())
    fed = {length: some_window(length) for length in LENGTHS}
    alone = {length: least(partial(session.run, None, fed[length]), asked.repeats) for length in LENGTHS}
    print("\n".join(table("pieces in a window | ms", ((length, f"{1000 * took:.1f}") for length, took in alone.items()))), "\n")
    nodes = profile(graph, asked.repeats)
    kinds = Counter[str]()
    for node in nodes:
        kinds[node["kind"]] += node["took"]
    shares = (
        (kind, len([1 for node in nodes if node["kind"] == kind]), f"{took / kinds.total():.1%}")
        for kind, took in kinds.most_common(12)
    )
    print("\n".join(table("operation | times | share", shares)), "\n")
    limit = sum(product(*shape, asked.repeats) * many for shape, many in Counter(shapes(nodes)).items())
    print(f"pieces a second, windows of {WINDOW}: {WINDOW / alone[WINDOW]:.0f}")
    print(f"limit, the int8 products alone: {WINDOW / limit:.0f}, {1000 * limit:.1f} ms a window")
    print(f"times as long as the limit: {alone[WINDOW] / limit:.1f}\n")
    texts = [story.text for story in stories(asked.polnear, "dev")]
    print("\n".join(table("step of a whole reading | ms a story", steps(asked.exported, texts))))


def least(run: Callable[[], Any], repeats: int) -> float:
    """The least seconds of the processor that a run took."""
    found = []
    for _ in range(repeats):
        began = process_time()
        run()
        found.append(process_time() - began)
    return min(found)


def some_window(length: int) -> dict[str, Any]:
    """A window of any pieces, as a graph takes it."""
    draw = np.random.default_rng(0)
    kinds = [draw.integers(len(names), size=(1, length)) for names in (SHAPES, QUOTED, BORDERS)]
    return {"pieces": draw.integers(1000, 30000, (1, length)), "features": np.stack(kinds, axis=-1)}


def profile(graph: Path, repeats: int) -> list[dict[str, Any]]:
    """Each node of the graph that runs: its kind, the least seconds it took, and the shapes it had, on a full window."""
    with TemporaryDirectory(prefix="onrecord-") as folder:
        profiled = options()
        profiled.enable_profiling = True
        profiled.profile_file_prefix = str(Path(folder) / "profile")
        session = opened(graph, profiled)
        for _ in range(repeats):
            session.run(None, some_window(WINDOW))
        events = json.loads(Path(session.end_profiling()).read_text(encoding="utf-8"))
    nodes: dict[str, dict[str, Any]] = {}
    for event in events:
        if event.get("cat") == "Node" and event["name"].endswith("_kernel_time"):
            told, took = event["args"], event["dur"] / 1e6
            node = nodes.setdefault(event["name"], {"kind": told["op_name"], "took": took, "told": told})
            node["took"] = min(node["took"], took)
    return list(nodes.values())


def shapes(nodes: Iterable[dict[str, Any]]) -> Iterable[tuple[int, int, int]]:
    """Rows, depth and columns of each product of int8 matrices."""
    for node in nodes:
        if node["kind"] in PRODUCTS:
            (*_, rows, depth), (*_, columns) = (
                next(iter(node["told"][side][0].values())) for side in ("input_type_shape", "output_type_shape")
            )
            yield rows, depth, columns


def product(rows: int, depth: int, columns: int, repeats: int) -> float:
    """The least seconds that one `MatMulInteger` of these shapes takes, unsigned by signed."""
    draw = np.random.default_rng(0)
    weights = draw.integers(-WIDEST, WIDEST, (depth, columns)).astype(np.int8)
    graph = helper.make_graph(
        [helper.make_node("MatMulInteger", ["rows", "weights", "zero"], ["products"])],
        "product",
        [helper.make_tensor_value_info("rows", TensorProto.UINT8, [rows, depth])],
        [helper.make_tensor_value_info("products", TensorProto.INT32, [rows, columns])],
        [numpy_helper.from_array(weights, "weights"), numpy_helper.from_array(np.uint8(ZERO_POINT), "zero")],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
    session = onnxruntime.InferenceSession(model.SerializeToString(), options(), providers=["CPUExecutionProvider"])
    fed = {"rows": draw.integers(0, 255, (rows, depth)).astype(np.uint8)}
    return least(lambda: session.run(None, fed), 3 * repeats)


def steps(exported: Path, texts: Iterable[str]) -> list[tuple[str, str]]:
    """What each step of reading the texts took of the processor, in ms a story."""
    reader, session, cut = NeuralReader(exported), Session(exported), cut_by(tokenizer_in(exported / TOKENIZER))
    took: dict[str, float] = defaultdict(float)
    documents = [Document.of(text) for text in texts]
    reader.read(documents[0])

    def timed(step: str, run: Callable[..., Any], *given: Any) -> Any:
        began = process_time()
        done = run(*given)
        took[step] += process_time() - began
        return done

    for document in documents:
        timed("all", reader.read, document)
        page = timed("layout", layout, document.text)
        names = timed("names", find_names, page)
        timed("chains", build_chains, page, names, document.id)
        timed("times", find_times, page, document.id)
        timed("quotations", find_quotations, page)
        read = timed("pieces and features", word_pieces, page, cut)
        borders = [border for _, _, border in read.features]
        cut_up = windows([len(pieces) for pieces in read.pieces], borders)
        found = timed("network", session.read, read.pieces, read.features, cut_up)
        timed("labels and links", decode, found, borders, session.weights)
    rest = took["all"] - sum(took[step] for step in took if step != "all")
    rows = [
        *((step, spent) for step, spent in sorted(took.items(), key=lambda row: -row[1]) if step != "all"),
        ("speakers, statements, the rest", rest),
        ("all", took["all"]),
    ]
    return [(step, f"{1000 * spent / len(documents):.1f}") for step, spent in rows]


def table(heading: str, rows: Iterable[tuple[object, ...]]) -> list[str]:
    """The rows as a table."""
    lines = [f"| {heading} |", "| --- " * (heading.count("|") + 1) + "|"]
    return [*lines, *("| " + " | ".join(map(str, row)) + " |" for row in rows)]


if __name__ == "__main__":
    main()
