"""An exported network, read with as the program reads."""

from pathlib import Path

from benchmarks.contents import Attribution

from onrecord.reading.neural.session import Session
from onrecord.reading.neural.windows import windows
from training.examples import Prepared
from training.reading import decoded


class Exported:
    """The network in a folder that `export` wrote."""

    def __init__(self, folder: Path) -> None:
        self._session = Session(folder)

    def read(self, story: Prepared, *, context: int = 0) -> list[Attribution]:
        """The attributions that the network finds in a story."""
        cut = windows([len(pieces) for pieces in story.pieces], story.borders, context=context)
        return decoded(story, self._session.read(story.pieces, story.features, cut), self._session.weights)
