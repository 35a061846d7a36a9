"""What sources know: names of months, of fields in rows, of metadata in pages, and kinds of file."""

import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def source_table(name: str) -> dict[str, Any]:
    """The table `sources_NAME.toml` of this package, as its header describes it; callers do not change it."""
    return tomllib.loads(resources.files("onrecord.knowledge").joinpath(f"sources_{name}.toml").read_text(encoding="utf-8"))
