"""Windows with pronouns: what each may mean, also where a window cuts it off, and names that were made pronouns."""

import gzip
import json
from pathlib import Path
from random import Random

from training.pronouns import Pronoun, Referring, read_referring, referring, referring_batches
from training.self_made import FORMS, MOST, self_made

from onrecord.reading.layout import layout
from onrecord.reading.neural.pieces import BORDERS, WordPieces, word_pieces
from onrecord.reading.neural.reader import NETWORK
from onrecord.reading.neural.session import TOKENIZER
from onrecord.reading.neural.tokenizing import cut_by, tokenizer_in
from onrecord.reading.neural.windows import ROOM

TOKENIZING = tokenizer_in(NETWORK / TOKENIZER)
CUT = cut_by(TOKENIZING)
INSIDE, _, PARAGRAPH = range(len(BORDERS))

STORY = """\
Mayor Jonah Abernathy met Councilman Peter Lindqvist at the ferry dock on Monday. Lindqvist's plan would close the dock.

Abernathy said that the plan was a gift to Lindqvist. When Abernathy asked for a vote, nobody wanted one.

“We will not wait for Lindqvist,” Mary Lund told reporters.
"""


def long_text(pieces: int) -> WordPieces:
    """Ten words of so many pieces each, in two paragraphs."""
    words = layout("Ada Quill saw Bo Reed .\nShe waved to him .").words
    borders = [PARAGRAPH, *[INSIDE] * 5, PARAGRAPH, *[INSIDE] * 4]
    return WordPieces(words, ((7,) * pieces,) * len(words), tuple((1, 0, border) for border in borders))


def test_in_one_window_all_is_kept() -> None:
    she = Pronoun(6, (1, 4), (0,))
    (only,) = referring("ferry", "gap", 1.0, long_text(1), [she])

    assert only.pronouns == (she,) and len(only.pieces) == 11


def test_whoever_is_named_in_another_window_is_not_chosen_from() -> None:
    she, nobody = Pronoun(6, (1, 4, 9), (0,)), Pronoun(6, (1, 4, 9), (3,))
    read = long_text(ROOM // 8)

    assert list(referring("ferry", "gap", 1.0, read, [she])) == []
    (second,) = referring("ferry", "gap", 1.0, read, [nobody])
    assert second.pronouns == (Pronoun(0, (3,), (1,)),)


def test_windows_are_read_as_they_were_written(tmp_path: Path) -> None:
    found = list(referring("ferry", "gap", 0.3, long_text(1), [Pronoun(6, (1, 4), (0, 2))]))
    lines = "".join(json.dumps(each.row()) + "\n" for each in found)
    (tmp_path / "held.jsonl.gz").write_bytes(gzip.compress(lines.encode("utf-8")))

    assert read_referring(tmp_path / "held.jsonl.gz") == found


def test_a_pass_reads_each_window_once_and_follows_from_its_draw() -> None:
    found = [Referring(str(at), "gap", 1.0, ((7,) * (at + 1),), ((1, 0, 0),), ()) for at in range(40)]
    once, again, other = (referring_batches(found, 60, Random(seed)) for seed in (1, 1, 2))

    assert once == again != other
    assert sorted(int(each.id) for batch in once for each in batch) == list(range(40))
    assert all(len(batch) == 1 or max(each.size + 2 for each in batch) * len(batch) <= 60 for batch in once)


def printed(window: Referring) -> list[str]:
    return [TOKENIZING.decode(list(pieces)) for pieces in window.pieces]


def test_surnames_become_pronouns_in_the_case_of_their_place() -> None:
    (window,) = self_made("ferry", "made", 0.5, layout(STORY), CUT)
    words = printed(window)
    told = {(words[each.at], tuple(sorted({words[each.mentions[at]] for at in each.right}))) for each in window.pronouns}

    assert 2 <= len(window.pronouns) <= MOST
    assert told <= {
        ("his", ("lindqvist",)),
        ("he", ("abernathy",)),
        ("him", ("lindqvist",)),
    }
    assert all(words[each.at] in FORMS.values() for each in window.pronouns)


def test_what_is_not_a_pronoun_stays_as_it_is_printed() -> None:
    page = layout(STORY)
    (window,) = self_made("ferry", "made", 0.5, page, CUT)
    before = [TOKENIZING.decode(list(pieces)) for pieces in word_pieces(page, CUT).pieces]
    pronouns = {each.at for each in window.pronouns}
    kept = [word for at, word in enumerate(printed(window)) if at not in pronouns]
    rest = iter(before)

    assert all(word in rest for word in kept)
    assert len(before) - len(kept) >= len(pronouns)


def test_a_person_who_is_alone_in_the_text_asks_for_no_choice() -> None:
    alone = "Mary Lund came on Monday. Lund said that the dock was shut. When Lund asked, nobody knew why."

    assert list(self_made("ferry", "made", 0.5, layout(alone), CUT)) == []
