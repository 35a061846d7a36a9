"""`onrecord said`: what somebody said, or what was said about somebody."""

from collections.abc import Sequence
from typing import Annotated

from cyclopts import Parameter

from onrecord.core.items import EntityItem, StatementItem
from onrecord.faces.answers import Answer, as_json, give
from onrecord.faces.counting import counted, told
from onrecord.faces.opening import answering, days, one_entity
from onrecord.faces.options import ASKED_PLAINLY, Question
from onrecord.faces.refusals import DONE, RefusedError
from onrecord.faces.statements import HEADINGS, Shower


def said(
    *words: Annotated[str, Parameter(name="NAME", help="Who said it: a name, loosely written, or an id.")],
    about: Annotated[str, Parameter(metavar="NAME", help="Whom or what it mentions: a name, or an id.")] = "",
    at_least: Annotated[
        float, Parameter(metavar="P", help="Only what the machine gives this confidence (0 to 1), and what people ruled.")
    ] = 0.0,
    every: Annotated[bool, Parameter(name="--all", negative="", help="List every telling of the same words by itself.")] = False,
    why: Annotated[
        bool, Parameter(negative="", help="Show all that tell the same, their words where they differ, and why they are one.")
    ] = False,
    question: Question = ASKED_PLAINLY,
) -> int:
    """List what somebody said, or what was said about somebody, in order of date."""
    name = " ".join(words)
    _must_be_whole(words, about, at_least)
    as_json(question)
    since, until = days(question)
    with answering(question) as view:
        speaker = one_entity(view, name) if name else None
        topic = one_entity(view, about) if about else None
        found = view.statements(
            speaker=speaker.id if speaker else None, about=topic.id if topic else None, since=since, until=until
        )
        kept = [statement for statement in found if _sure_enough(statement, at_least)]
        shower = Shower(view, why=why)
        listed = kept if every or question.json or question.csv else shower.tellings.first(kept)
        less_sure = len(found) - len(kept)
        note = f"At least {at_least:.2f}: left out {counted(less_sure, 'statement')} of less confidence." if at_least else ""
        entries = [shower.show(statement) for statement in listed]
        give(Answer(_heading(kept, speaker, topic), entries, HEADINGS, note), question, view)
    return DONE


def _must_be_whole(words: Sequence[str], about: str, at_least: float) -> None:
    """Raise RefusedError where nobody is named, or what is asked cannot be."""
    if "about" in words and not about:
        at = words.index("about")
        command = " ".join(("onrecord said", *words[:at], "--about", *(words[at + 1 :] or ("NAME",))))
        raise RefusedError(f"about is an option; write: {command}")
    if not any(words) and not about:
        raise RefusedError("who said it? Write: onrecord said NAME, onrecord said NAME --about NAME, or onrecord said --about NAME")
    if not 0 <= at_least <= 1:
        raise RefusedError(f"--at-least {at_least}: confidence goes from 0 to 1; write, for example, --at-least 0.9")


def _sure_enough(statement: StatementItem, at_least: float) -> bool:
    """Whether the machine is as sure of it as is asked; a person who ruled on it is."""
    return statement.review != "machine" or statement.confidence >= at_least


def _heading(statements: Sequence[StatementItem], speaker: EntityItem | None, topic: EntityItem | None) -> str:
    """How much of what is listed: `2 statements by Ana Ribeiro`, `1 utterance in 2 statements by Ana Ribeiro`."""
    by = f" by {speaker.name}" if speaker else ""
    about = f" about {topic.name}" if topic else ""
    return f"{told(statements)}{by}{about}"
