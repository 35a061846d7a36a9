"""How well it is told who is meant: pronouns on GAP, chains on GUM, and the speakers of 25 PolNeAR stories read by hand.

python -m benchmarks.speakers --data FOLDER [--reader rules] [--gap development] [--gum train] [--errors N]
    [--exported FOLDER] [--set FILE] [--compare FILE]
"""

import argparse
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from benchmarks import gap, gum
from benchmarks.clusters import Shares, conll, together
from benchmarks.polnear import Story, stories
from benchmarks.scoring import Count
from benchmarks.speaker_set import (
    SET,
    Outcome,
    Speaker,
    agreement,
    by_content,
    by_overlap,
    outcomes,
    speakers,
    with_gold_contents,
)
from onrecord.core.documents import Document
from onrecord.core.readings import Reading
from onrecord.core.spans import words_at
from onrecord.reading import READERS, Reader
from onrecord.reading.neural.reader import NeuralReader


def main() -> None:
    """Measure what the command line asks for."""
    asked = _asked()
    if asked.compare:
        agreed, of = agreement(speakers(asked.set), speakers(asked.compare))
        print(f"{agreed} of {of} contents alike, {100 * agreed / of:.1f} %")
        return
    reader = NeuralReader(asked.exported) if asked.exported else READERS[asked.reader]()
    told = {story.id: story for story in stories(asked.data / "polnear", "dev")}
    print(f"reader {asked.reader}\n")
    print("\n".join(said_by(told, reader, speakers(asked.set), errors=asked.errors)))
    print("\n" + "\n".join(pronouns(asked.data / "gap", asked.gap, reader)))
    print("\n" + "\n".join(chains(asked.data / "gum", asked.gum, reader)))


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="the folder that holds gap, gum and polnear")
    parser.add_argument("--reader", default="rules", choices=sorted(READERS))
    parser.add_argument("--exported", type=Path, help="the folder of a network to read with instead of the program's own")
    parser.add_argument("--gap", default="validation", choices=["development", "validation"])
    parser.add_argument("--gum", default="dev", choices=["train", "dev"])
    parser.add_argument("--errors", type=int, default=0, help="print up to so many wrong speakers of each sort")
    parser.add_argument("--set", type=Path, default=SET, help="the set of speakers; the 25 stories where not given")
    parser.add_argument("--compare", type=Path, default=None, help="only say how far another pass over the set agrees with it")
    return parser.parse_args()


def said_by(told: dict[str, Story], reader: Reader, wanted: Sequence[Speaker], *, errors: int) -> Iterator[str]:
    """A table of the speakers that are right, as lines of Markdown, then the wrong ones asked for."""
    gold = outcomes(wanted, told, partial(with_gold_contents, reader=reader), by_content)
    own = outcomes(wanted, told, lambda story: reader.read(Document.of(story.text)), by_overlap)
    yield "| contents | coverage | right | named: right | named: none | named: wrong | not named: right |"
    yield "| --- | --- | --- | --- | --- | --- | --- |"
    yield f"| marked | {_row(gold)} |"
    yield f"| the reader's | {_row(own)} |"
    for name, each in (("marked", gold), ("the reader's", own)):
        wrong = [outcome for outcome in each if outcome.found and not outcome.right]
        yield from (f"{name}: {_shown(outcome, told)}" for outcome in wrong[:errors])


def _row(found: Sequence[Outcome]) -> str:
    seen = [outcome for outcome in found if outcome.found]
    named = [outcome for outcome in seen if outcome.speaker.nameable]
    others = [outcome for outcome in seen if not outcome.speaker.nameable]
    right = [outcome for outcome in named if outcome.right]
    none = [outcome for outcome in named if not outcome.said]
    cells = [
        _percent(len(seen), len(found)),
        _percent(sum(outcome.right for outcome in seen), len(seen)),
        _percent(len(right), len(named)),
        str(len(none)),
        str(len(named) - len(right) - len(none)),
        _percent(sum(outcome.right for outcome in others), len(others)),
    ]
    return " | ".join(cells)


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} % ({part} of {whole})" if whole else "—"


def _shown(outcome: Outcome, told: dict[str, Story]) -> str:
    speaker = outcome.speaker
    content = " ".join(words_at(told[speaker.story].text, *speaker.content).split())
    wanted = " or ".join(sorted(speaker.names)) or speaker.kind
    return f"{speaker.story} {speaker.content[0].start} | {content[:100]} | is {wanted} | said {outcome.said or '—'}"


def pronouns(folder: Path, part: str, reader: Reader) -> Iterator[str]:
    """A table of GAP's F1, overall and by gender, as lines of Markdown."""
    judged = [(snippet, gap.judged(snippet, _read(reader, snippet.text))) for snippet in gap.snippets(folder, part)]
    counts = gap.score(judged)
    yield f"| GAP {part} | P | R | F1 |"
    yield "| --- | --- | --- | --- |"
    for name, count in counts.items():
        yield f"| {name} | {_figures(count)} |"
    yield f"| feminine to masculine | | | {counts['feminine'].f1 / counts['masculine'].f1:.2f} |"


def _figures(count: Count) -> str:
    return f"{100 * count.precision:.1f} | {100 * count.recall:.1f} | {100 * count.f1:.1f}"


def chains(folder: Path, split: str, reader: Reader) -> Iterator[str]:
    """A table of the measures of coreference on GUM, as lines of Markdown."""
    read = [(document, _read(reader, document.text)) for document in gum.texts(folder, split)]
    yield f"| GUM {split} | documents | mentions | MUC | B³ | CEAF φ4 | CoNLL F1 |"
    yield "| --- | --- | --- | --- | --- | --- | --- |"
    for kinds, name in ((gum.TYPES, "people and organizations"), (gum.TYPES[:1], "people")):
        for named, which in ((False, ""), (True, " that the text names")):
            every = [(document, gum.score(document, reading, kinds, named=named)) for document, reading in read]
            yield _coreference_row(f"{name}{which}", [shares for _, shares in every])
            its_own = [shares for each, shares in every if each.genre in gum.OPEN_GENRES]
            yield _coreference_row(f"{name}{which}, open genres", its_own)


def _coreference_row(name: str, documents: Sequence[Shares]) -> str:
    total = together(documents)
    figures = " | ".join(f"{100 * total[measure].f1:.1f}" for measure in ("mentions", "muc", "b3", "ceafe"))
    return f"| {name} | {len(documents)} | {figures} | {100 * conll(total):.1f} |"


def _read(reader: Reader, text: str) -> Reading:
    return reader.read(Document.of(text))


if __name__ == "__main__":
    main()
