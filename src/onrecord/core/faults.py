"""Faults: what is wrong in the input, as values. A fault in the program raises instead."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """Something wrong in the input: the place (`stories.jsonl#17`, a path, a decision's id) and what to do about it.

    `message` says what is wrong and the mend, without repeating the place.
    """

    place: str
    message: str

    def __str__(self) -> str:
        return f"{self.place}: {self.message}"
