"""Ulmen, an invented town: its stories, and what commands tell of them."""

import json
import re

from faces.console import typed

STORIES = {
    "bote-1.txt": (
        "Title: The lighthouse is to move\nDate: April 2, 2003\n\n"
        "Ulmen will move its lighthouse, Mayor Ana Ribeiro-Óz said on Tuesday.\n\n"
        "“It has moved twice before,” Ribeiro-Óz said. “It knows the way.”\n\n"
        "Dora Kestrel, the harbourmaster, said that nobody had asked the gulls.\n"
    ),
    "bote-2.txt": (
        "Title: The lighthouse stays\nDate: May 9, 2004\n\n"
        "“I was wrong about the lighthouse,” Mayor Ana Ribeiro-Oz told the council.\n\n"
        "“Ana Ribeiro-Óz has never been wrong before,” said Felix Kestrel, a baker.\n"
    ),
    "flyer.txt": "Save the lighthouse\n\n“A lighthouse is not luggage,” said Dora Kestrel, harbourmaster of Ulmen.\n",
}


def told(*arguments: str) -> list[list[str]]:
    """What a command that does its work prints, in the parts that stand between empty lines.

    Ids and the machine's confidence are replaced by `#`, and long lines made whole again.
    """
    code, page = typed(*arguments)
    assert code == 0, page
    whole = re.sub(r"\n {2}(?=\[)", " ", re.sub(r"\b[0-9a-f]{8}\b|(?<=machine )0\.\d\d", "#", page))
    return [block.splitlines() for block in whole.rstrip("\n").split("\n\n")]


def id_of(words: str) -> str:
    """The id of the statement with these words."""
    found = json.loads(typed("search", *words.split(), "--json")[1])
    return str(next(one["statement"]["id"] for one in found if one["statement"]))
