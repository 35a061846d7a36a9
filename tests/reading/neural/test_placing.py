"""Contents put where they belong: by paragraphs, by the sentences of cues, by signature lines."""

from onrecord.reading.layout import layout
from onrecord.reading.neural.decoding import Decoded
from onrecord.reading.neural.links import InWords, Words
from onrecord.reading.neural.placing import placed
from onrecord.reading.neural.signs import Signs
from onrecord.reading.quotations import find_quotations
from onrecord.reading.units import find_units

CERTAIN = Signs(False, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)


def contents(text: str, *told: tuple[str, tuple[str, ...]]) -> list[list[str]]:
    """The contents of each cue once they are placed, given those that the network linked to it."""
    page = layout(text)

    def words(piece: str) -> Words:
        start = text.index(piece)
        end = start + len(piece)
        return sum(word.end <= start for word in page.words), sum(word.start < end for word in page.words)

    found = [Decoded(InWords((), (words(cue),), tuple(map(words, pieces))), CERTAIN) for cue, pieces in told]
    quotations = find_quotations(page)
    after = placed(page, found, quotations, find_units(page, quotations))
    return [[text[page.words[a].start : page.words[b - 1].end] for a, b in each.words.content] for each in after]


def test_a_content_ends_with_its_paragraph() -> None:
    text = "Mora said the pier is shut.\n\nThe mill is open."

    assert contents(text, ("said", ("the pier is shut.\n\nThe mill is open",))) == [["the pier is shut."]]


def test_a_line_broken_in_a_sentence_is_no_paragraph() -> None:
    assert contents("Mora said the pier\nis shut.", ("said", ("the pier\nis shut",))) == [["the pier\nis shut"]]


def test_a_colon_leads_on_to_the_next_paragraph() -> None:
    text = "Mora wrote the following:\n\n“The pier is shut.”"

    assert contents(text, ("wrote", ("the following:\n\n“The pier is shut.”",))) == [["the following:\n\n“The pier is shut.”"]]


def test_a_quotation_left_open_leads_on_to_the_next_paragraph() -> None:
    text = "Mora said, “The pier is shut.\n\n“It is wet.”"

    assert contents(text, ("said", ("The pier is shut.\n\n“It is wet",))) == [["The pier is shut.\n\n“It is wet"]]


def test_a_quotation_in_a_paragraph_with_another_cue_is_that_ones() -> None:
    text = "Mora said the pier is shut.\n\n“It is wet,” Hale wrote. “Very wet.”"
    told = contents(text, ("said", ("the pier is shut", "“It is wet,”")), ("wrote", ("“Very wet.”",)))

    assert told == [["the pier is shut"], ["“It is wet,”", "“Very wet.”"]]


def test_another_sentence_is_no_content_where_it_is_not_quoted() -> None:
    text = "Mora said the pier is shut. The mill is open."

    assert contents(text, ("said", ("the pier is shut", "The mill is open"))) == [["the pier is shut"]]


def test_another_sentence_goes_to_its_own_cue_where_that_has_none() -> None:
    text = "Mora said the pier is shut. Hale thought the mill was open."

    assert contents(text, ("said", ("the pier is shut", "the mill was open")), ("thought", ())) == [
        ["the pier is shut"],
        ["the mill was open"],
    ]


def test_a_quotation_in_another_sentence_stays() -> None:
    text = "“The pier is shut,” Mora said. “The mill is open.”"

    assert contents(text, ("said", ("“The pier is shut,”", "“The mill is open.”"))) == [
        ["“The pier is shut,”", "“The mill is open.”"]
    ]


def test_another_sentence_stays_where_the_cue_has_nothing_nearer() -> None:
    text = "The pier is shut. That is what Mora said."

    assert contents(text, ("said", ("The pier is shut",))) == [["The pier is shut"]]


def test_a_quotation_after_a_sentence_of_its_paragraph_is_not_the_next_paragraphs() -> None:
    text = "Mora closed the file. “Not today.”\n\nHale smiled. “Give him time.”"

    assert contents(text, ("smiled", ("“Not today.”", "“Give him time.”"))) == [["“Give him time.”"]]


def test_a_quotation_beyond_a_paragraph_of_the_papers_own_is_not_the_cues() -> None:
    text = "“The pier is shut.”\n\nIt rained all day.\n\n“The mill is open,” Mora said."

    assert contents(text, ("said", ("“The pier is shut.”", "“The mill is open,”"))) == [["“The mill is open,”"]]


def test_what_is_not_quoted_is_not_of_a_cue_in_another_paragraph() -> None:
    text = "Bees count, study suggests\n\nResearchers have found that bees rehearse numbers."

    assert contents(text, ("suggests", ("Researchers have found that bees rehearse numbers",))) == [[]]


def test_a_quotation_after_a_sentence_of_the_papers_own_is_its_own_cues() -> None:
    text = "Asked about it, Mora said it was so. “Nonsense,” said Hale."
    told = contents(text, ("Mora said", ("it was so. “Nonsense,”",)), ("said Hale", ()))

    assert told == [["it was so."], ["“Nonsense,”"]]


def test_a_quotation_is_not_of_whoever_says_something_else_in_the_next_sentence() -> None:
    text = "The vote hurt. “I scrubbed that hall for years.” Hale called the speech “a soap opera.”"

    assert contents(text, ("called", ("“I scrubbed that hall for years.”", "the speech “a soap opera.”"))) == [
        ["the speech “a soap opera.”"]
    ]


def test_a_quotation_with_a_full_stop_is_not_of_whoever_speaks_next() -> None:
    text = "“I went too far,” Mora said. “It was cruel.” Hale accepted. “We are good.”"

    assert contents(text, ("accepted", ("“It was cruel.”", "“We are good.”"))) == [["“We are good.”"]]


def test_what_is_shouted_is_of_whoever_shouted_it() -> None:
    text = "“It is a big year!” Hale's niece, Delegate Ana “Birdie” Roe, shouted. “Watch us.”"

    assert contents(text, ("shouted", ("“It is a big year!”", "“Watch us.”"))) == [["“It is a big year!”", "“Watch us.”"]]
