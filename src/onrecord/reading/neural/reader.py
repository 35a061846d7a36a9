"""The `neural` reader: a network finds sources, cues, contents and what belongs together; rules do the rest, as in `rules`."""

import json
from collections.abc import Sequence
from pathlib import Path

from onrecord.core.documents import Document
from onrecord.core.readings import Reading
from onrecord.core.spans import Span
from onrecord.reading.attributions import Attribution
from onrecord.reading.continuations import Carried
from onrecord.reading.layout import Layout
from onrecord.reading.neural.attributing import carried_attributions
from onrecord.reading.neural.confidence import Calibration
from onrecord.reading.neural.decoding import Decoded, decode
from onrecord.reading.neural.pieces import word_pieces
from onrecord.reading.neural.session import TOKENIZER, Session, build
from onrecord.reading.neural.tokenizing import cut_by, tokenizer_in
from onrecord.reading.neural.windows import windows
from onrecord.reading.quotations import Quotation
from onrecord.reading.statements import read_with

NETWORK = Path(__file__).parent / "network"
"""The network that comes with the program."""

CONFIDENCE = "confidence.json"

LEAST = 0.37
"""What is not quoted and less likely right than this is not told: what is likely right by less than half of the best F1 lowers the
F1 of the whole (Lipton, Elkan and Narayanaswamy 2014), and here that F1 is about .75."""


class NeuralReader:
    """Reads with the network in a folder. Pure: the same text gives the same reading by one runtime on one class of processor."""

    version = "neural/2"

    def __init__(self, folder: Path = NETWORK) -> None:
        self._session = Session(folder)
        self._cut = cut_by(tokenizer_in(folder / TOKENIZER))
        self._calibration = Calibration.of(json.loads((folder / CONFIDENCE).read_text(encoding="utf-8")))
        self._build = build()

    def read(self, document: Document) -> Reading:
        """All that the document says; a text that is not English comes back with nothing but its language."""
        return read_with(
            self.attributions, document, self.version, sure=self._calibration.confidence, least=LEAST, build=self._build
        )

    def attributions(self, page: Layout, people: Sequence[Span], quotations: Sequence[Quotation]) -> Sequence[Carried]:
        """All attributions of a page, given the spans of the persons' names in it and its quotations."""
        return carried_attributions(page, self.find(page), people, quotations, self._doubted)

    def _doubted(self, attribution: Attribution) -> bool:
        return self._calibration.confidence(attribution) < LEAST

    def find(self, page: Layout) -> list[Decoded]:
        """The attributions that the network finds on a page, in words."""
        read = word_pieces(page, self._cut)
        if not read.words:
            return []
        borders = [border for _, _, border in read.features]
        cut = windows([len(pieces) for pieces in read.pieces], borders)
        return decode(self._session.read(read.pieces, read.features, cut), borders, self._session.weights)
