"""A network's reading of prepared stories, for measuring while it trains; decoding is the program's own."""

from collections.abc import Sequence

import torch
from benchmarks.contents import Attribution
from torch import Tensor

from onrecord.core.spans import Span
from onrecord.reading.neural.decoding import Array, Weights, decode
from onrecord.reading.neural.labelled import Read
from onrecord.reading.neural.links import InWords
from training.batches import batch, lesson_batch
from training.examples import Prepared, examples
from training.lesson_measures import Reader, WordOutputs
from training.lessons import Passage
from training.model import Network


def weights_of(network: Network) -> Weights:
    """What decoding needs of the network beside its outputs."""
    links = network.links
    return Weights(network.chain.steps(), *(_array(each) for each in (links.distance, links.between, links.none)))


def read(network: Network, story: Prepared, *, context: int = 0, narrow: bool = True) -> list[Attribution]:
    """The attributions that the network finds in a story."""
    windows = tuple(examples(story, (), context=context))
    device = network.roles.weight.device
    with torch.inference_mode(), torch.autocast(device.type, dtype=torch.bfloat16, enabled=narrow):
        scores, vectors, *_ = network.by_word(batch(windows, device.type).frames)
    per_window = [
        (each.window, _array(its_scores)[: len(each.pieces)], _array(its_vectors)[: len(each.pieces)])
        for each, its_scores, its_vectors in zip(windows, scores, vectors, strict=True)
    ]
    return decoded(story, per_window, weights_of(network))


def network_outputs(network: Network, *, narrow: bool = True) -> Reader:
    """The network for measuring names and syntax; `narrow` computes in bf16."""
    device = network.roles.weight.device

    def outputs(windows: Sequence[Passage]) -> list[WordOutputs]:
        with torch.inference_mode(), torch.autocast(device.type, dtype=torch.bfloat16, enabled=narrow):
            found = network.by_word(lesson_batch(windows, device.type).frames)
        return [
            WordOutputs(*(_array(each[row])[: len(window.pieces)] for each in found[2:-1])) for row, window in enumerate(windows)
        ]

    return Reader(outputs, network.names_chain.steps(), network.syntax.weights())


def decoded(story: Prepared, read: Sequence[Read], weights: Weights) -> list[Attribution]:
    """The attributions in a story, given its windows as the network read them."""
    return [in_characters(story, each.words) for each in decode(read, story.borders, weights)]


def in_characters(story: Prepared, found: InWords) -> Attribution:
    """The attribution with its words as spans of the story's text."""

    def spans(words: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
        return tuple(Span(story.words[start][0], story.words[end - 1][1]) for start, end in words)

    return Attribution(spans(found.source), spans(found.cue), spans(found.content))


def _array(values: Tensor) -> Array:
    array: Array = values.detach().float().cpu().numpy()
    return array
