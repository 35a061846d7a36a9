"""The environment, read once, when the program starts; only faces import this."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

DEFAULT_RECORD = "onrecord.db"


@dataclass(frozen=True, slots=True)
class Settings:
    """What the environment says: the record to work on, and who rules ("" where the system does not tell)."""

    record: Path
    by: str


def read(environment: Mapping[str, str]) -> Settings:
    """The settings in an environment: `ONRECORD_RECORD`, and `ONRECORD_BY` or else the name of the system's user."""
    user = ("ONRECORD_BY", "LOGNAME", "USER", "USERNAME")
    by = next((environment[name] for name in user if environment.get(name)), "")
    return Settings(Path(environment.get("ONRECORD_RECORD") or DEFAULT_RECORD), by)


SETTINGS = read(os.environ)
"""The settings of this process."""
