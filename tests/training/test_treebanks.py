"""Treebanks: text, words, sentences and syntax from CoNLL-U; and what becomes of it in the program's own words."""

from collections.abc import Sequence

from training.lemma_rules import learnt, share_right
from training.preparing import parsed_row
from training.rewording import reworded
from training.treebanks import Parsed, parsed

from onrecord.core.spans import Span
from onrecord.reading.layout import layout
from onrecord.reading.neural.lemmas import Lemmatizer
from onrecord.reading.neural.tags import RELATIONS, TAGS
from onrecord.reading.neural.trees import ROOT

LINES = """
# newdoc id = pier
# newpar
# sent_id = pier-1
# text = Mora can't wait...
1	Mora	Mora	PROPN	NNP	_	4	nsubj	_	_
2-3	can't	_	_	_	_	_	_	_	_
2	ca	can	AUX	MD	_	4	aux	_	_
3	n't	not	PART	RB	_	4	advmod	_	_
4	wait	wait	VERB	VB	_	0	root	_	SpaceAfter=No
4.1	ferry	ferry	NOUN	NN	_	_	_	4:obj	_
5	...	...	PUNCT	,	_	4	punct	_	_

# sent_id = pier-2
# text = The well-known pier opened.
1	The	the	DET	DT	_	5	det	_	_
2	well	well	ADV	RB	_	4	advmod	_	SpaceAfter=No
3	-	-	PUNCT	HYPH	_	4	punct	_	SpaceAfter=No
4	known	known	ADJ	JJ	_	5	amod	_	_
5	pier	pier	NOUN	NN	_	6	nsubj	_	_
6	opened	open	VERB	VBD	_	0	root	_	SpaceAfter=No
7	.	.	PUNCT	.	_	6	punct	_	_

# newpar
# sent_id = pier-3
# text = Good
1	Good	good	ADJ	JJ	_	0	root	_	_
"""


def document() -> Parsed:
    (found,) = parsed(LINES.split("\n"))
    return found


def test_a_new_paragraph_is_a_new_line_and_words_stand_where_they_were_printed() -> None:
    pier = document()

    assert pier.id == "pier"
    assert pier.text == "Mora can't wait... The well-known pier opened.\nGood"
    assert [pier.text[slice(*span)] for span in pier.sentences] == ["Mora can't wait...", "The well-known pier opened.", "Good"]
    assert [pier.text[slice(*span)] for span in pier.words[:6]] == ["Mora", "ca", "n't", "wait", "...", "The"]
    assert pier.parse.heads == (3, 3, 3, ROOT, 3, 9, 8, 8, 9, 10, ROOT, 10, ROOT)


def test_a_word_of_several_hangs_as_the_one_the_others_hang_on_and_marks_of_one_hang_side_by_side() -> None:
    pier = document()
    own = [Span(word.start, word.end) for word in layout(pier.text).words]

    parse = reworded(pier.parse, pier.words, own)

    told = [
        (pier.text[slice(*word)], TAGS[tag], "" if head == ROOT else pier.text[slice(*own[head])], RELATIONS[relation])
        for word, tag, head, relation in zip(own, parse.tags, parse.heads, parse.relations, strict=True)
    ]
    assert told == [
        ("Mora", "PROPN", "wait", "nsubj"),
        ("ca", "AUX", "wait", "aux"),
        ("n't", "PART", "wait", "advmod"),
        ("wait", "VERB", "", "root"),
        (".", "PUNCT", "wait", "punct"),
        (".", "PUNCT", "wait", "punct"),
        (".", "PUNCT", "wait", "punct"),
        ("The", "DET", "pier", "det"),
        ("well-known", "ADJ", "pier", "amod"),
        ("pier", "NOUN", "opened", "nsubj"),
        ("opened", "VERB", "", "root"),
        (".", "PUNCT", "opened", "punct"),
        ("Good", "ADJ", "", "root"),
    ]


def test_a_row_has_the_treebanks_words_or_the_programs_own() -> None:
    def cut(words: Sequence[str]) -> list[list[int]]:
        return [[7]] * len(words)

    theirs, ours = (parsed_row(document(), cut, own=own) for own in (False, True))

    assert (len(theirs["words"]), len(ours["words"])) == (13, 13)
    assert [border for _, _, border in theirs["features"]] == [2, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 2]
    assert theirs["names"] is None


def test_lemmas_are_learnt_as_endings_and_exceptions() -> None:
    lines = ["# newdoc id = verbs"]
    forms = [("waited", "wait"), ("opened", "open"), ("rained", "rain"), ("asked", "ask"), ("said", "say")]
    forms += [(form, form) for form in ("go", "run", "see", "tell", "keep")]
    lines += [f"{at}\t{form}\t{lemma}\tVERB\t_\t_\t0\troot\t_\t_" for at, (form, lemma) in enumerate(forms, start=1)]
    documents = parsed(lines)

    row = learnt(documents)

    assert row["rules"]["VERB"] == {"d": (2, "")}
    assert row["exceptions"] == {"VERB": {"said": "say"}}
    assert Lemmatizer.of(row).lemma("Landed", "VERB") == "land"
    assert share_right(Lemmatizer.of(row), documents) == 100
