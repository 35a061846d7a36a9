"""How many pronouns a network resolves rightly by itself, among the mentions of its window."""

from collections import Counter
from collections.abc import Sequence

import torch

from training.batches import referring_batch
from training.model import Network
from training.pronouns import Referring

AT_ONCE = 16
"""Windows read at once."""
MOST = 300
"""Windows of a set that are measured: it holds thousands that no person marked."""


def antecedents_measured(network: Network, held: Sequence[Referring]) -> dict[str, float]:
    """The share of pronouns whose best choice is a right one, by set, in per cent."""
    right: Counter[str] = Counter()
    every: Counter[str] = Counter()
    for origin in sorted({window.origin for window in held}):
        its_own = sorted([window for window in held if window.origin == origin][:MOST], key=lambda window: window.size)
        for at in range(0, len(its_own), AT_ONCE):
            chosen = _chosen(network, its_own[at : at + AT_ONCE])
            right[origin] += sum(chosen)
            every[origin] += len(chosen)
    return {f"antecedents {origin}": round(100 * right[origin] / every[origin], 2) for origin in sorted(every)}


def _chosen(network: Network, windows: Sequence[Referring]) -> list[bool]:
    """For each pronoun of the windows whether the best choice is right."""
    device = network.roles.weight.device
    read = referring_batch(windows, device.type)
    with torch.inference_mode(), torch.autocast(device.type, dtype=torch.bfloat16):
        vectors = network.by_word(read.frames).antecedents
    best = network.antecedents.scores(vectors, read).argmax(dim=1)
    return [bool(each) for each in read.right[torch.arange(len(best), device=device), best].tolist()]
