"""The `neural` reader: a network finds sources, cues, contents and what belongs together; rules do the rest, as in `rules`."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from onrecord.core.documents import Document
from onrecord.core.readings import Reading
from onrecord.core.spans import Span
from onrecord.reading.continuations import Carried
from onrecord.reading.layout import Layout
from onrecord.reading.neural.attributing import carried_attributions
from onrecord.reading.neural.decoding import attributions, label_words
from onrecord.reading.neural.links import InWords
from onrecord.reading.neural.pieces import word_pieces
from onrecord.reading.neural.session import TOKENIZER, Session
from onrecord.reading.neural.tokenizing import cut_by
from onrecord.reading.neural.windows import windows
from onrecord.reading.quotations import Quotation
from onrecord.reading.statements import read_with


class NeuralReader:
    """Reads with the network in a folder. Pure: the same text gives the same reading on one class of processor."""

    version = "neural/1"

    def __init__(self, folder: Path) -> None:
        self._session = Session(folder)
        tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
        tokenizer.no_truncation()
        tokenizer.no_padding()
        self._cut = cut_by(tokenizer)

    def read(self, document: Document) -> Reading:
        """All that the document says; a text that is not English comes back with nothing but its language."""
        return read_with(self._carried, document, self.version)

    def _carried(self, page: Layout, people: Sequence[Span], quotations: Sequence[Quotation]) -> Sequence[Carried]:
        return carried_attributions(page, self.find(page), people, quotations)

    def find(self, page: Layout) -> list[InWords]:
        """The attributions that the network finds on a page, in words."""
        read = word_pieces(page, self._cut)
        if not read.words:
            return []
        borders = [border for _, _, border in read.features]
        cut = windows([len(pieces) for pieces in read.pieces], borders)
        found = self._session.read(read.pieces, read.features, cut)
        labels = label_words([(window, scores) for window, scores, _ in found], self._session.weights.steps)
        vectors = np.concatenate([vectors[window.kept - window.start :] for window, _, vectors in found])
        return attributions(labels, vectors, borders, self._session.weights)
