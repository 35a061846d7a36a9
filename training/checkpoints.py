"""Checkpoints: everything that a run needs to go on exactly where it was."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

import torch

from training.encoder import Size
from training.model import Network
from training.settings import Recipe

NAME = "checkpoint.pt"


def save(
    folder: Path, *, recipe: Recipe, size: Size, network: Network, optimizer: torch.optim.Optimizer, step: int, steps: int
) -> None:
    """Write the checkpoint of a run; one that is cut short leaves the one before."""
    state = {
        "recipe": asdict(recipe),
        "size": asdict(size),
        "network": network.state_dict(),
        "optimizer": optimizer.state_dict(),
        "random": torch.get_rng_state(),
        "step": step,
        "steps": steps,
    }
    torch.save(state, folder / f"{NAME}.part")
    (folder / f"{NAME}.part").replace(folder / NAME)


def load(folder: Path) -> dict[str, Any] | None:
    """The checkpoint in a run's folder; None where there is none yet."""
    path = folder / NAME
    state: dict[str, Any] | None = torch.load(path, weights_only=True, map_location="cpu") if path.exists() else None
    return state


def trained(folder: Path) -> Network:
    """The network of a run as its checkpoint has it, ready to read with. Raises FileNotFoundError where there is none."""
    state = load(folder)
    if state is None:
        raise FileNotFoundError(f"{folder / NAME}: no checkpoint; train first")
    network = Network(Size(**state["size"]))
    network.load_state_dict(state["network"])
    return network.eval()
