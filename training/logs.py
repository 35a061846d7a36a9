"""The log of a run: one JSON object a line, on the screen too."""

import json
from pathlib import Path


def log(path: Path, **figures: object) -> None:
    """Add a line with the figures to the log; numbers are kept to four decimals."""
    line = json.dumps({name: round(value, 4) if isinstance(value, float) else value for name, value in figures.items()})
    with path.open("a", encoding="utf-8", newline="\n") as lines:
        lines.write(line + "\n")
    print(line, flush=True)
