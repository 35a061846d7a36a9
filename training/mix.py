"""Mix: the weights of runs that began one with another → a run with their mean.

    python -m training.mix --runs RUN OTHER --shares 0.7 0.3 --to FOLDER [--heads FITTED]

Networks on the same way of training lie in one basin, so that their mean is a network too, and often a better one (Wortsman et al.
2022, robust fine-tuning); of networks trained apart it is none. What only some have (heads for names and syntax) is their mean, or
that of the run in `--heads`, which learnt them anew on the encoder that a mean gave.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

import torch

from training.runs import CHECKPOINT, LATER, Weights, state_of


def main() -> None:
    """Write the run that the command line asks for; it can be exported and measured, not gone on with."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=Path, nargs="+", required=True, help="runs; recipe and heads are the first one's")
    parser.add_argument("--shares", type=float, nargs="+", required=True, help="how much of each")
    parser.add_argument("--heads", type=Path, help="the run whose heads for names, syntax and pronouns to take")
    parser.add_argument("--to", type=Path, required=True, help="the folder to write; made where there is none")
    asked = parser.parse_args()
    if len(asked.shares) != len(asked.runs):
        parser.error(f"{len(asked.runs)} runs have {len(asked.shares)} shares; give one for each")
    states = [state_of(run) for run in asked.runs]
    average = mean([state["average"] for state in states], asked.shares)
    if asked.heads:
        average |= {name: weight for name, weight in state_of(asked.heads)["average"].items() if name.startswith(LATER)}
    mixed = states[0] | {"average": average}
    asked.to.mkdir(parents=True, exist_ok=True)
    torch.save({name: mixed[name] for name in ("recipe", "size", "steps", "step", "average")}, asked.to / CHECKPOINT)


def mean(networks: Sequence[Weights], shares: Sequence[float]) -> Weights:
    """The weights of the first, each that is a number the mean over those that have it."""
    return {name: _mean(name, networks, shares) if weight.is_floating_point() else weight for name, weight in networks[0].items()}


def _mean(name: str, networks: Sequence[Weights], shares: Sequence[float]) -> torch.Tensor:
    there = [(network[name], share) for network, share in zip(networks, shares, strict=True) if name in network]
    return torch.stack([weight * share for weight, share in there]).sum(0) / sum(share for _, share in there)


if __name__ == "__main__":
    main()
