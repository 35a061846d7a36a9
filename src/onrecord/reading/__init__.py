"""Floor 2: Document → Reading. READERS is where a new reader is plugged in."""

from collections.abc import Callable
from importlib import import_module
from typing import Protocol

from onrecord.core.documents import Document
from onrecord.core.readings import Reading
from onrecord.reading.rules import RulesReader


class Reader(Protocol):
    """Reads one document by itself. `version` names the reader and its version (`rules/1`); readings are kept under it."""

    version: str

    def read(self, document: Document) -> Reading:
        """All that the document says, as a pure function of its text and of `version`."""


def _neural() -> Reader:
    """The neural reader, its runtime imported only here: commands that read nothing must not wait for it to load."""
    reader: Reader = import_module("onrecord.reading.neural.reader").NeuralReader()
    return reader


READERS: dict[str, Callable[[], Reader]] = {"neural": _neural, "rules": RulesReader}
"""Name → what makes the reader; making one may load a model, so it is done once a process."""

DEFAULT_READER = "neural"
