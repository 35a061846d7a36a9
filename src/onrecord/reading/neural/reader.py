"""The `neural` reader: a network finds sources, cues, contents and what belongs together; rules do the rest, as in `rules`."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from onrecord.core.documents import Document
from onrecord.core.readings import EntityType, Reading
from onrecord.core.spans import Span
from onrecord.reading.antecedents import meant
from onrecord.reading.attributions import Attribution
from onrecord.reading.bodies import Name
from onrecord.reading.continuations import Carried
from onrecord.reading.layout import Layout
from onrecord.reading.names import find_names
from onrecord.reading.neural.attributing import carried_attributions
from onrecord.reading.neural.confidence import Calibration
from onrecord.reading.neural.decoding import Array, Decoded, decode_labelled
from onrecord.reading.neural.labelled import Labelled, Read, Scored, labelled
from onrecord.reading.neural.names import KINDS, names
from onrecord.reading.neural.pieces import WordPieces, word_pieces
from onrecord.reading.neural.referring import REFERRING_WIDTH, Balances, Referring
from onrecord.reading.neural.session import ANTECEDENTS, ATTRIBUTION, NAMES, TOKENIZER, Session, build
from onrecord.reading.neural.syntax import FURTHER, Further
from onrecord.reading.neural.tokenizing import cut_by, tokenizer_in
from onrecord.reading.neural.windows import CONTEXT, windows
from onrecord.reading.quotations import Quotation
from onrecord.reading.references import Choose
from onrecord.reading.statements import read_with
from onrecord.reading.told_name import ToldName

NETWORK = Path(__file__).parent / "network"
"""The network that comes with the program."""

CONFIDENCE = "confidence.json"

ANTECEDENTS_WIDTH = 2 * REFERRING_WIDTH + 1
"""Numbers of a word's vector for antecedents, as `Referring` takes it."""

LEAST = 0.37
"""What is not quoted and less likely right than this is not told: what is likely right by less than half of the best F1 lowers the
F1 of the whole (Lipton, Elkan and Narayanaswamy 2014), and here that F1 is about .75."""


TYPES: Mapping[str, EntityType] = {"person": "person", "organization": "organization", "place": "place"}
"""The network's kinds of names that are the program's types; the others (nationalities, events, works) are told apart and left."""


class Outputs(NamedTuple):
    """What a network gives for a page: the borders of its words, its labelled windows (None where it has no words), the scores of
    names' labels, and its words' vectors for antecedents; of what the network was not trained for, nothing.
    """

    borders: Sequence[int]
    labelled: Labelled | None
    names: Sequence[Scored]
    antecedents: Array | None


class NeuralReader:
    """Reads with the network in a folder. Pure: the same text gives the same reading by one runtime on one class of processor."""

    version = "neural/13"

    def __init__(self, folder: Path = NETWORK) -> None:
        self._session = Session(folder)
        self._cut = cut_by(tokenizer_in(folder / TOKENIZER))
        self._calibration = Calibration.of(json.loads((folder / CONFIDENCE).read_text(encoding="utf-8")))
        self._further = Further.read(folder) if (folder / FURTHER).exists() else None
        self._balances = Balances.read(folder)
        further = (*(NAMES if self._further else ()), *(ANTECEDENTS if self._balances else ()))
        self._wanted = (*ATTRIBUTION, *further)
        self._build = build()
        self._last: tuple[Layout, Outputs] | None = None

    def read(self, document: Document) -> Reading:
        """All that the document says; a text that is not English comes back with nothing but its language."""
        return read_with(
            self.attributions,
            document,
            self.version,
            names=self.names,
            choosing=self.choosing,
            sure=self._calibration.confidence,
            least=LEAST,
            build=self._build,
        )

    def names(self, page: Layout) -> tuple[Name, ...]:
        """The names of a page: the network's, with titles by rules; by rules alone where the network was not trained for names."""
        if self._further is None:
            return find_names(page)
        found = names(self._outputs(page).names, self._further.names)
        told = [ToldName(*words, TYPES.get(KINDS[kind]), sure) for kind, words, sure in found]
        return find_names(page, told=told)

    def choosing(self, page: Layout) -> Choose:
        """What picks whom the pronouns of a page mean: rules alone where the network was not trained for them."""
        return self.referring(page) or meant

    def referring(self, page: Layout) -> Referring | None:
        """What the network tells of whom the pronouns of a page mean, beside the rules; None where it was not trained for them."""
        return self._referring(self._outputs(page))

    def referring_of(self, read: WordPieces) -> Referring | None:
        """As `referring`, of words with other pieces than a page has: a page that is told otherwise."""
        return self._referring(self._read(read))

    def _referring(self, outputs: Outputs) -> Referring | None:
        if self._balances is None or outputs.antecedents is None:
            return None
        return Referring(outputs.antecedents, self._balances)

    def attributions(self, page: Layout, people: Sequence[Span], quotations: Sequence[Quotation]) -> Sequence[Carried]:
        """All attributions of a page, given the spans of the persons' names in it and its quotations."""
        return carried_attributions(page, self.find(page), people, quotations, self._doubted)

    def _doubted(self, attribution: Attribution) -> bool:
        return self._calibration.confidence(attribution) < LEAST

    def find(self, page: Layout) -> list[Decoded]:
        """The attributions that the network finds on a page, in words."""
        outputs = self._outputs(page)
        return decode_labelled(outputs.labelled, outputs.borders, self._session.weights) if outputs.labelled else []

    def _outputs(self, page: Layout) -> Outputs:
        """What the network gives for a page; that of the last page is kept, for names and attributions both need it."""
        if self._last is None or self._last[0] is not page:
            self._last = (page, self._read(word_pieces(page, self._cut)))
        return self._last[1]

    def _read(self, read: WordPieces) -> Outputs:
        """What is kept of the windows of a text, as they are read: of a long one all that the network gives is gigabytes."""
        borders = [border for _, _, border in read.features]
        names: list[Scored] = []
        wanted = bool(borders) and self._balances is not None
        antecedents = np.empty((len(borders), ANTECEDENTS_WIDTH), dtype=np.float32) if wanted else None
        found = self._windows(read, borders, names, antecedents)
        text = labelled(found, borders, self._session.weights.steps) if borders else None
        return Outputs(borders, text, names, antecedents)

    def _windows(self, read: WordPieces, borders: Sequence[int], names: list[Scored], antecedents: Array | None) -> Iterator[Read]:
        """The windows of a text one by one, with what attribution needs; `names` and `antecedents` are filled with theirs."""
        cut = windows([len(pieces) for pieces in read.pieces], borders, context=CONTEXT)
        found = self._session.outputs(read.pieces, read.features, cut, self._wanted)
        for window, outputs in zip(cut, found, strict=True):
            by_name = dict(zip(self._wanted, outputs, strict=True))
            if "names" in by_name:
                names.append((window, by_name["names"]))
            if antecedents is not None:
                antecedents[window.start : window.kept] = by_name["antecedents"][: window.kept - window.start]
            yield window, by_name["scores"], by_name["vectors"]
