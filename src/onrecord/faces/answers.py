"""Answers of reading commands: the same items as lines for a person, as JSON or as comma-separated values."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from onrecord.faces.counting import counted
from onrecord.faces.exports.plain import Plain
from onrecord.faces.options import Question
from onrecord.faces.printing import Line, print_csv, print_json, print_lines, tell
from onrecord.faces.refusals import RefusedError
from onrecord.record.results import LeftOut
from onrecord.record.view import View


class Entry(Protocol):
    """One item of an answer."""

    def lines(self) -> Iterator[Line]:
        """The item's lines for a person, the last a citation."""

    def plain(self) -> Plain:
        """The item as a JSON object."""

    def row(self) -> tuple[object, ...]:
        """The item as a row of values."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a reading command found: a heading, its entries in order, the headings of their rows, and what it left out, or ""."""

    heading: str
    entries: Sequence[Entry]
    columns: tuple[str, ...]
    note: str = ""


def give(answer: Answer, question: Question, view: View) -> None:
    """Print the answer in the form that the question asks for, and what `--as-of` and `--known` left out of it."""
    if as_json(question):
        print_json([entry.plain() for entry in answer.entries])
    elif question.csv:
        print_csv(answer.columns, (entry.row() for entry in answer.entries))
    else:
        print_lines(_page(answer))
    if answer.note:
        _tell_beside(answer.note, question)
    tell_left_out(question, view)


def as_json(question: Question) -> bool:
    """Whether JSON is asked for; raises RefusedError where CSV is too."""
    if question.json and question.csv:
        raise RefusedError("--json and --csv: choose one of them")
    return question.json


def tell_left_out(question: Question, view: View) -> None:
    """Tell what an answer of a day does not rest on: after the answer, or on standard error beside JSON and CSV."""
    if not question.as_of and not question.known:
        return
    _tell_beside(left_out_note(view.left_out(), question), question)


def _tell_beside(note: str, question: Question) -> None:
    if question.json or question.csv:
        tell(note)
    else:
        print_lines([Line(""), Line(note, style="italic")])


def left_out_note(left_out: LeftOut, question: Question) -> str:
    """What an answer of a day leaves out, in a sentence."""
    clocks = (("as of", question.as_of), ("as known on", question.known))
    asked = ", ".join(f"{clock} {day}" for clock, day in clocks if day)
    reasons = (
        (left_out.later, "published later"),
        (left_out.undated, "not certainly published by then"),
        (left_out.came, "that came later"),
        (left_out.removed, "removed since"),
    )
    parts = [f"{counted(number, 'document')} {why}" for number, why in reasons if number]
    if not parts:
        return f"{asked.capitalize()}: nothing is left out."
    todays = "Dates, identities" if question.known else "Identities"
    return f"{asked.capitalize()}: left out {' and '.join(parts)}. {todays} and decisions are today's."


def _page(answer: Answer) -> Iterator[Line]:
    yield Line(answer.heading, style="bold")
    for entry in answer.entries:
        yield Line("")
        yield from entry.lines()
