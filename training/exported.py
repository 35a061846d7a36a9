"""An exported network, read with as the program reads."""

from collections.abc import Sequence
from pathlib import Path

from benchmarks.contents import Attribution

from onrecord.reading.neural.session import NAMES, SYNTAX, Session
from onrecord.reading.neural.syntax import Further
from onrecord.reading.neural.windows import Window, windows
from training.examples import Prepared
from training.lesson_measures import Reader, WordOutputs
from training.lessons import Passage
from training.reading import decoded


class Exported:
    """The network in a folder that `export` wrote."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._session = Session(folder)

    def read(self, story: Prepared, *, context: int = 0) -> list[Attribution]:
        """The attributions that the network finds in a story."""
        cut = windows([len(pieces) for pieces in story.pieces], story.borders, context=context)
        return decoded(story, self._session.read(story.pieces, story.features, cut), self._session.weights)

    def lesson_reader(self) -> Reader:
        """The network for measuring names and syntax. Raises FileNotFoundError where it was trained for attribution alone."""
        further = Further.read(self._folder)
        return Reader(self._outputs, further.names, further.trees)

    def _outputs(self, windows: Sequence[Passage]) -> list[WordOutputs]:
        return [self._of(each) for each in windows]

    def _of(self, passage: Passage) -> WordOutputs:
        size = len(passage.pieces)
        (found,) = self._session.outputs(passage.pieces, passage.features, [Window(0, size, size)], (*NAMES, *SYNTAX))
        return WordOutputs(*found)
