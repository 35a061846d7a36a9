"""Reading the data files: tab-separated, UTF-8, `#` before what explains them."""

from collections.abc import Iterator
from importlib.resources import files


def rows(name: str) -> Iterator[tuple[str, ...]]:
    """The rows of a table in this folder, as their fields; comments and empty lines are passed over."""
    for line in (files("onrecord.knowledge") / name).read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield tuple(field.strip() for field in line.split("\t"))
