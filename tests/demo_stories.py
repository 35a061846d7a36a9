"""The demo stories as `onrecord add` takes them in."""

from functools import cache
from pathlib import Path

import onrecord.demo
from onrecord.sources import Found, Options, collect

STORIES = Path(onrecord.demo.__file__).parent / "stories"


@cache
def demo_texts() -> dict[str, str]:
    """The text of each demo story by its file's name, or `file#id` in a container."""
    found = [outcome for outcome in collect([str(STORIES)], Options()) if isinstance(outcome, Found)]
    return {each.appearance.name.rpartition(f"{STORIES.name}/")[2]: each.document.text for each in found}
