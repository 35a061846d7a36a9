"""Small piles of invented stories, and what a record of them exports."""

from collections.abc import Sequence
from pathlib import Path

from onrecord import compile as trip
from onrecord.faces.exports import EXPORTERS
from onrecord.record.view import View
from onrecord.sources import Options

STORIES = {
    "bridge.txt": """ date 2031-03-04 Mayor Ottoline Brask said the Tarn Bridge will close in May.

“We cannot wait another winter,” said Mayor Ottoline Brask. “The bridge is tired.”

Council member Piet Vandermeer said that the detour would ruin the harbor shops.
""",
    "harbor.txt": """ date 2031-03-05 Shopkeepers in Port Ellery met on Tuesday.

“The detour will ruin us,” said Lena Okonjo, who owns a chandlery.

Vandermeer told her that the council had no money left. “We cannot wait another winter,” Brask had said on Monday.
""",
    "release.txt": """Statement of the Harbor Coalition

“Mayor Brask promised us a ferry and we have seen none,” said Lena Okonjo, chair of the Harbor Coalition.
""",
    "budget.txt": """ date 2030-11-20 PORT ELLERY — Council member Piet Vandermeer voted against the budget.

“I will not sign what I have not read,” Vandermeer said.
""",
    "namesake.txt": """ date 2031-04-01 Dirk Vandermeer, a goalkeeper, signed with Ellery United.

“I have never been to a council meeting,” said Dirk Vandermeer.
""",
    "later.txt": """ date 2032-01-15 Former Mayor Ottoline Brask opened the new Tarn Bridge on Thursday.

“It was worth the wait,” Brask said. Piet Vandermeer said he was wrong about the detour.
""",
}
"""Six stories of an invented town: two people of one surname, one quotation told twice, one undated release."""


def write(folder: Path, stories: dict[str, str]) -> list[str]:
    """Write stories to a folder; their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in stories.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    return [(folder / name).as_posix() for name in stories]


def add(record: Path, places: Sequence[str], published: str | None = None) -> trip.Outcome:
    """Add places to a record in this process."""
    return trip.add(record, places, Options(published=published), jobs=1)


def export(record: Path) -> bytes:
    """The whole record in the interchange format."""
    with View(record) as view:
        return b"".join(EXPORTERS["jsonl"](view.traverse()))
