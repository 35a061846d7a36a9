"""What a training run is asked for; kept with its checkpoints, so that going on is going on with the same."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Recipe:
    """The choices of a run.

    `rate` is the encoder's, `table_rate` that of single scores (of steps and distances), which must grow to some units; `warm_up`
    and `decay` are shares; `averaging` is how much of its running average each step keeps; `masking` the share of pieces of stories
    hidden from the network in training; `narrow` computes in bf16 where that loses nothing. `lessons` is how many pieces of texts
    that teach names and syntax each step reads beside its windows of stories; 0 trains attribution alone. The weights are those of
    losses; `silver_weight` is that of names a program found, and with a `role_weight` of 0 the stories teach nothing else.
    `taught` is how many windows each step reads of stories that teachers read (`teach`), at a weight of `taught_weight`;
    `breaking` the share of the stories that people marked which are read with quotation marks lost;
    `antecedents` how many pieces of windows with pronouns (`antecedents`), at a weight of `antecedent_weight`.
    """

    seed: int = 1
    epochs: float = 6.0
    batch: int = 8
    rate: float = 2e-4
    head_rate: float = 1e-3
    table_rate: float = 2e-2
    decay: float = 0.01
    warm_up: float = 0.08
    clip: float = 1.0
    averaging: float = 0.995
    masking: float = 0.1
    role_weight: float = 1.0
    link_weight: float = 0.1
    lessons: int = 0
    name_weight: float = 1.0
    silver_weight: float = 0.3
    syntax_weight: float = 0.3
    taught: int = 0
    taught_weight: float = 1.0
    breaking: float = 0.0
    antecedents: int = 0
    antecedent_weight: float = 1.0
    narrow: bool = True


def rate_at(step: int, steps: int, warm_up: float) -> float:
    """The share of the full learning rate at a step: up in a line over the warm-up, then down in a line to nothing."""
    rising = max(1, round(warm_up * steps))
    return (step + 1) / rising if step < rising else max(0.0, (steps - step) / max(1, steps - rising))
