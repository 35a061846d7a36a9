"""The head of a plain text: a date line, labelled lines and a title, which become metadata; the rest is the document.

Nothing is taken for metadata that could be the story's own first sentence: a title is a short first line without a final full
stop, followed by a blank line and, somewhere after it, by prose. `SEN. LIND ISSUES STATEMENT`
above a quotation stays in the text too.
"""

import re
from dataclasses import dataclass, replace

from onrecord.knowledge.sources import source_table
from onrecord.sources.days import parse_days
from onrecord.sources.finishing import Draft, Mark

LONGEST_TITLE = 170
"""Characters of the longest first line taken for a title: of 6,252 headlines of political news (2018–19) the longest had 169."""
LONGEST_BYLINE = 100
_MOST_LABELS = 12
"""Labelled lines that a head has at most."""

_TABLE = source_table("fields")
_LABELS: dict[str, str] = {label: field for field, labels in _TABLE["head"].items() for label in labels}
_JOINING = frozenset(_TABLE["byline"]["joining"])
_UNTITLED: tuple[str, ...] = tuple(_TABLE["untitled"]["beginnings"])

_DATE_LINE = re.compile(r"\s?date[ ](?P<date>\d{4}-\d\d-\d\d)(?=\s|\Z)\s*", re.ASCII)
_LABELLED = re.compile(r"(?P<label>[A-Za-z]+)\s*:\s*(?P<value>\S.*)")
_BY = re.compile(r"[Bb][Yy]\s+(?P<value>\S.*)")
_CLOSING = re.escape("\"'”’»)]")
_FULL_STOP = re.compile(rf"[.,;:…—–-][{_CLOSING}]*\Z|[!?][{_CLOSING}]+\Z")
_SENTENCE_END = re.compile(rf"[.!?…][{_CLOSING}]*\s*\Z")
_ISSUED = re.compile(r"\b(?:statements?|remarks|comments?|reacts?|reaction|responds?|response)\b", re.IGNORECASE)
_SPEAKER = re.compile(r"[A-Z][A-Z .,'’-]*:\s")


def behead(text: str) -> Draft:
    """The text without its head and outer white space, and what the head said."""
    head = _dated(Draft(text))
    head = _labelled(head, after_title=False)
    if not head.title:
        head = _titled(head)
        if head.title:
            head = _labelled(head, after_title=True)
    return replace(head, text=head.text.strip())


def _dated(head: Draft) -> Draft:
    found = _DATE_LINE.match(head.text)
    if not found:
        return head
    if isinstance(why := parse_days(found["date"]), str):
        return replace(head, notices=(f"date line “{found['date']}”: {why}; left in the text",))
    return replace(head, text=head.text[found.end() :], dates=(Mark(found["date"], "date line"),))


@dataclass(frozen=True, slots=True)
class _Line:
    """The first line that is not blank, and the text after it."""

    words: str
    rest: str


def _first_line(text: str) -> _Line:
    words, _, rest = text.lstrip().partition("\n")
    return _Line(words.strip(), rest)


def _labelled(head: Draft, *, after_title: bool) -> Draft:
    """Take labelled lines off, as long as there are any and text remains; below a title only bylines and dates count as such."""
    for _ in range(_MOST_LABELS):
        line = _first_line(head.text)
        said = _label(line.words)
        if said is None or not line.rest.strip() or (after_title and said[0] not in ("author", "date")):
            return head
        field, label, value = said
        head = replace(head, text=line.rest)
        head = replace(head, dates=(*head.dates, Mark(value, label))) if field == "date" else _noted(head, field, value)
    return head
    return head


def _noted(head: Draft, field: str, value: str) -> Draft:
    """The head with one more field; of a field said twice, both values."""
    match field:
        case "title":
            return replace(head, title=_both(head.title, value))
        case "publisher":
            return replace(head, publisher=_both(head.publisher, value))
        case "url":
            return replace(head, url=_both(head.url, value))
        case _:
            return replace(head, author=_both(head.author, value))


def _both(before: str, value: str) -> str:
    return f"{before}, {value}" if before else value


def _label(line: str) -> tuple[str, str, str] | None:
    """What a line is a label for: the field, the label as printed, the value; None for any other line."""
    if found := _LABELLED.fullmatch(line):
        field = _LABELS.get(found["label"].lower())
        return (field, f"{found['label']}:", found["value"]) if field else None
    found = _BY.fullmatch(line)
    return ("author", "By", found["value"]) if found and _names(found["value"]) else None


def _names(words: str) -> bool:
    """Whether the words after `By` are names: short, capitalized, without a full stop at the end."""
    parts = re.findall(r"[\w'’.-]+", words)
    return (
        len(words) <= LONGEST_BYLINE
        and not words.endswith(".")
        and not re.search(r"[\"“”!?:;\d]", words)
        and any(part[0].isupper() for part in parts)
        and all(part[0].isupper() or part in _JOINING for part in parts)
    )


def _titled(head: Draft) -> Draft:
    line = _first_line(head.text)
    below = line.rest.partition("\n")[0]
    if below.strip() or not line.rest.strip() or not _may_be_title(line) or not reads_as_prose(line.rest):
        return head
    return replace(head, title=line.words, text=head.text if _says_whose(line) else line.rest)


def _says_whose(line: _Line) -> bool:
    """Whether a title says whose the words below it are, which open with a quotation: it stays in the text as evidence."""
    first = next((words for words in line.rest.splitlines() if words.strip() and isinstance(parse_days(words.strip()), str)), "")
    return _ISSUED.search(line.words) is not None and first.lstrip().startswith(('"', "“"))


def _may_be_title(line: _Line) -> bool:
    words = line.words
    return (
        " " in words
        and len(words) <= LONGEST_TITLE
        and not words.endswith(")")
        and words[0] not in "-*•·–—|#>("
        and not _FULL_STOP.search(words)
        and not words.lower().startswith(_UNTITLED)
        and isinstance(parse_days(words), str)
        and not (_SPEAKER.match(words) and any(_SPEAKER.match(other) for other in line.rest.splitlines()))
    )


def reads_as_prose(text: str) -> bool:
    """Whether some line reads as prose: at least three words and the end of a sentence."""
    return any(ends_a_sentence(line) and len(line.split(maxsplit=3)) >= 3 for line in text.splitlines())


def ends_a_sentence(words: str) -> bool:
    """Whether words end as sentences do, closing marks aside."""
    return bool(_SENTENCE_END.search(words[-20:]))
