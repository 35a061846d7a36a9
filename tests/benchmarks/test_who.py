"""What the benchmarks of who is meant count, on invented texts."""

from pathlib import Path

import pytest
from benchmarks.clusters import conll
from benchmarks.contents import Attribution
from benchmarks.polnear import Story
from benchmarks.speaker_set import agreement, by_content, by_overlap, outcomes, speakers, with_gold_contents

from benchmarks import gap, gum
from onrecord.core.documents import Document
from onrecord.core.spans import Span
from onrecord.reading.rules import RulesReader

READER = RulesReader()

SNIPPET = "Ana Ruiz met Rosa Lane. Ruiz said that she was glad."


def snippet(pronoun: str, right: str) -> gap.Snippet:
    start = SNIPPET.index(pronoun)
    names = tuple((Span(SNIPPET.index(name), SNIPPET.index(name) + len(name)), name == right) for name in ("Ana Ruiz", "Rosa Lane"))
    return gap.Snippet("one", SNIPPET, Span(start, start + len(pronoun)), names)


def test_a_pronoun_is_judged_by_its_chain() -> None:
    one = snippet("she", "Ana Ruiz")
    said = gap.judged(one, READER.read(Document.of(SNIPPET)))
    assert (one.gender, said) == ("feminine", (True, False))
    counts = gap.score([(one, said), (snippet("she", "Rosa Lane"), said)])
    assert (counts["overall"].precision, counts["overall"].recall) == (0.5, 0.5)
    assert counts["masculine"].gold == 0


CONLLU = """\
# newdoc id = GUM_news_boat
# newpar
1	President	President	PROPN	NNP	_	3	nsubj	_	Entity=(1-person-new
2	Ruiz	Ruiz	PROPN	NNP	_	1	flat	_	Entity=1)
3	left	leave	VERB	VBD	_	0	root	_	SpaceAfter=No
4	.	.	PUNCT	.	_	3	punct	_	_

# newpar_block = p
1-2	Ruiz's	_	_	_	_	_	_	_	_
1	Ruiz	Ruiz	PROPN	NNP	_	3	nmod:poss	_	Entity=(2-object-new(1-person-giv
2	's	's	PART	POS	_	1	case	_	Entity=1)
3	boat	boat	NOUN	NN	_	4	nsubj	_	Entity=2)
4	sank	sink	VERB	VBD	_	0	root	_	SpaceAfter=No
5	.	.	PUNCT	.	_	4	punct	_	_

1	She	She	X	X	_	2	dep	_	Entity=(1-person-giv)
2	said	said	X	X	_	0	dep	_	_
3	that	that	X	X	_	2	dep	_	_
4	the	the	X	X	_	2	dep	_	_
5	boat	boat	X	X	_	2	dep	_	_
6	was	was	X	X	_	2	dep	_	_
7	old	old	X	X	_	2	dep	_	_
8	and	and	X	X	_	2	dep	_	_
9	that	that	X	X	_	2	dep	_	_
10	it	it	X	X	_	2	dep	_	_
11	was	was	X	X	_	2	dep	_	_
12	slow	slow	X	X	_	2	dep	_	SpaceAfter=No
13	.	.	PUNCT	.	_	2	punct	_	_
"""


def test_a_marked_text_is_put_together_with_its_mentions() -> None:
    document = gum.parsed("GUM_news_boat", CONLLU)
    assert document.text == "President Ruiz left. Ruiz's boat sank. She said that the boat was old and that it was slow."
    marked = [(document.text[slice(*mention.span)], mention.entity, mention.type) for mention in document.mentions]
    assert marked == [
        ("President Ruiz", "1", "person"),
        ("Ruiz's", "1", "person"),
        ("Ruiz's boat", "2", "object"),
        ("She", "1", "person"),
    ]
    assert conll(gum.score(document, READER.read(Document.of(document.text)))) == 1.0


STORY = "Mayor Jo Lind said that she would not run. “It is over,” Lind said. Officials said it rained."
ATTRIBUTIONS = (
    ("Mayor Jo Lind", "said", "that she would not run"),
    ("Lind", "said", "“It is over,”"),
    ("Officials", "said", "it rained"),
)


def span(words: str, after: int = 0) -> Span:
    start = STORY.index(words, after)
    return Span(start, start + len(words))


@pytest.fixture
def story() -> Story:
    gold = []
    for source, cue, content in ATTRIBUTIONS:
        told = span(content)
        gold.append(Attribution((span(source, told.start if source == "Lind" else 0),), (span(cue),), (told,)))
    return Story("lind", "courier", "2024-01-01", "", STORY, tuple(gold))


@pytest.fixture
def marked(tmp_path: Path) -> Path:
    rows = [
        f"lind\t{start}-{end}\t{kind}\t{names}"
        for (start, end), kind, names in (
            (span("that she would not run"), "named", "Jo Lind|Joan Lind"),
            (span("“It is over,”"), "named", "Omar Reyes"),
            (span("it rained"), "unnamed", ""),
        )
    ]
    path = tmp_path / "set.tsv"
    path.write_text("# a set\n" + "\n".join(rows) + "\n", encoding="utf-8")
    return path


def test_speakers_are_right_by_name_or_where_nobody_is_named(story: Story, marked: Path) -> None:
    wanted = speakers(marked)
    gold = outcomes(wanted, {"lind": story}, lambda each: with_gold_contents(each, READER), by_content)
    assert [(outcome.said, outcome.right) for outcome in gold] == [("Jo Lind", True), ("Jo Lind", False), ("", True)]
    own = outcomes(wanted, {"lind": story}, lambda each: READER.read(Document.of(each.text)), by_overlap)
    assert [(outcome.found, outcome.right) for outcome in own] == [(True, True), (True, False), (True, True)]


def test_two_passes_agree_where_they_share_a_name(marked: Path) -> None:
    first = speakers(marked)
    marked.write_text(marked.read_text(encoding="utf-8").replace("Omar Reyes", "Jo Lind"), encoding="utf-8")
    assert agreement(first, speakers(marked)) == (2, 3)
