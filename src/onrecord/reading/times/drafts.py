"""What a rule makes of the words it matched, before the text around them is asked for a direction."""

from dataclasses import dataclass
from typing import Literal

from onrecord.core.readings import Direction, TimeType
from onrecord.core.spans import Span

Unit = Literal["", "day", "week", "weekend", "month", "quarter", "year", "decade", "century"]


@dataclass(frozen=True, slots=True)
class Draft:
    """A time as `core.readings.Time` has it, without its place; `ask` where the words around it tell the direction, `ask ahead`
    where it is of what is to come unless they tell another (`this Sunday`).

    `future` is the draft that holds instead where those words speak of what is to come (`in two years`: a duration, but
    `will open in two years`). With `story`, unit and offset are counted from a time that the story told before (`two days
    later`), and the value is the part of it that is meant, else what is left open; `counted_from` is then where that time
    stands. `ago` marks those counted in units before, `figures` those that are of a company's figures;
    `day_first` is the value of a day in digits if its day stands before its month, where it could.
    """

    type: TimeType
    value: str = ""
    unit: Unit = ""
    offset: int = 0
    direction: Direction | Literal["ask", "ask ahead"] = "none"
    mod: str = ""
    quant: str = ""
    freq: str = ""
    future: "Draft | None" = None
    story: bool = False
    ago: bool = False
    counted_from: Span | None = None
    day_first: str = ""
    figures: Literal["", "period", "year", "year before"] = ""


@dataclass(frozen=True, slots=True)
class Told:
    """A draft at its place, with the rule that made it."""

    span: Span
    rule: str
    draft: Draft
