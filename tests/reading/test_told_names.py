"""Names that a network found, joined with those that the rules find."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.core.readings import EntityType
from onrecord.reading.layout import Layout, layout
from onrecord.reading.names import find_names
from onrecord.reading.told_name import ToldName


def told(page: Layout, words: str, kind: EntityType | None) -> ToldName:
    """The words of a name, each after the one before, as a network would tell them."""
    texts = [word.text for word in page.words]
    size = len(words.split())
    first = next(at for at in range(len(texts)) if texts[at : at + size] == words.split())
    return ToldName(first, first + size, kind)


def names(story: str, *each: tuple[str, EntityType | None]) -> list[tuple[str, str]]:
    page = layout(story)
    found = find_names(page, told=[told(page, words, kind) for words, kind in each])
    return [(story[slice(*name.span)], name.type) for name in found]


def test_a_person_whom_no_list_knows() -> None:
    assert names("The tide came early, Xylo Brambin warned.", ("Xylo Brambin", "person")) == [("Xylo Brambin", "person")]


def test_a_title_and_the_name_after_it_stay_together() -> None:
    page = layout("Sen. Ada Quill voted for the ferry.")
    (name,) = find_names(page, told=[told(page, "Quill", "person")])

    assert page.text[slice(*name.span)] == "Ada Quill" and name.title is not None


def test_an_article_and_a_possessive_are_no_part_of_a_name() -> None:
    assert names("They sued the Tallow Works's owner.", ("the Tallow Works 's", "organization")) == [
        ("Tallow Works", "organization")
    ]


def test_a_person_of_the_text_is_not_made_a_body() -> None:
    story = "Ada Quill spoke in Osterby. The Quill campaign agreed."

    assert names(story, ("Ada Quill", "person"), ("Quill campaign", "organization"))[0] == ("Ada Quill", "person")


def test_what_looks_like_a_full_name_is_no_person_where_none_of_that_surname_was_told() -> None:
    story = "Ada Quill dug up coins of Roman Osterby."

    assert names(story, ("Ada Quill", "person"), ("Roman Osterby", "place")) == [
        ("Ada Quill", "person"),
        ("Roman Osterby", "place"),
    ]


def test_an_unlikely_name_is_left_out_unless_the_rules_know_it() -> None:
    page = layout("The QBX moved a moon called Zorvex, Ada Quill said.")
    unsure = [told(page, words, "person")._replace(sure=0.5) for words in ("QBX", "Zorvex", "Ada Quill")]

    assert [(page.text[slice(*name.span)], name.type) for name in find_names(page, told=unsure)] == [
        ("QBX", "organization"),
        ("Ada Quill", "person"),
    ]


def test_what_names_neither_person_nor_body_nor_place_is_left_out() -> None:
    assert names("The Norlandish voted.", ("Norlandish", None)) == []


def test_what_a_headline_runs_on_to_is_no_part_of_a_person() -> None:
    story = (
        "FULL VIDEO: Mayor Quill Speech at the Ferry Guild\n\n"
        "Ada Quill gave a speech on Monday, as House Jon Lind had. The Quills came."
    )

    found = names(story, ("Quill Speech", "person"), ("Ada Quill", "person"), ("House Jon Lind", "person"), ("Quills", "person"))

    assert [name for name, kind in found if kind == "person"] == ["Quill", "Ada Quill", "Jon Lind"]


def test_a_body_called_by_a_person_of_the_text_stays_one() -> None:
    story = "Ada Quill spoke on Monday. The Quill campaign said she would win."

    assert names(story, ("Ada Quill", "person"), ("The Quill", "person")) == [
        ("Ada Quill", "person"),
        ("Quill campaign", "organization"),
    ]


def test_half_a_nickname_is_left_to_the_rules() -> None:
    assert ('Tolly" Grane', "person") not in names('Robert "Tolly" Grane rowed over.', ('Tolly " Grane', "person"))


STORY = "Sen. Ada Quill met Xylo Brambin of the Tallow Works in Osterby on Friday. “No,” Quill said of the Norland Ferry Board."


TYPES: list[EntityType | None] = ["person", "organization", "place", None]
ROWS = st.lists(st.tuples(st.integers(0, 25), st.integers(1, 14), st.sampled_from(TYPES)), max_size=6)


@given(ROWS)
def test_whatever_is_told_names_stay_apart_and_in_the_text(rows: list[tuple[int, int, EntityType | None]]) -> None:
    page = layout(STORY)
    end = 0
    given_names = []
    for first, size, kind in sorted(rows, key=lambda row: row[0]):
        if first >= end and first + size <= len(page.words):
            end = first + size
            given_names.append(ToldName(first, end, kind))

    spans = [name.span for name in find_names(page, told=given_names)]

    assert spans == sorted(spans) and all(one.end <= other.start for one, other in pairwise(spans))
    assert all(0 <= span.start < span.end <= len(STORY) for span in spans)


def test_a_speaker_in_a_transcript_is_the_person_of_the_text_whom_nobody_told() -> None:
    story = "Ada Quill spoke on Monday.\n\nQUILL: We will sail.\n\nMORA: We will not."

    assert ("QUILL", "person") in names(story, ("Ada Quill", "person"))


def test_a_word_that_is_a_person_elsewhere_is_that_person() -> None:
    story = "Xylo Brambin opened the ferry. Mara turned to Brambin."
    page = layout(story)
    last = len(page.words) - 2
    found = find_names(page, told=[told(page, "Xylo Brambin", "person"), ToldName(last, last + 1, "place")])

    assert [(story[slice(*name.span)], name.type) for name in found][-1] == ("Brambin", "person")


def test_a_person_whom_a_network_passed_over_is_found_by_the_same_word() -> None:
    story = "Xylo Brambin called Mara at noon. In the evening Mara and her crew came."

    assert names(story, ("Xylo Brambin", "person"), ("Mara", "person")) == [
        ("Xylo Brambin", "person"),
        ("Mara", "person"),
        ("Mara", "person"),
    ]


def test_a_known_place_stays_one_where_a_place_stands() -> None:
    story = "Ada Dallas spoke of the ferry. Dallas left. She had lived in Dallas."
    page = layout(story)
    texts = [word.text for word in page.words]
    last = len(texts) - 2
    each = [told(page, "Ada Dallas", "person"), ToldName(texts.index("left") - 1, texts.index("left"), "person")]
    found = find_names(page, told=[*each, ToldName(last, last + 1, "place")])

    assert [name.type for name in found] == ["person", "person", "place"]


def test_two_persons_told_as_one_are_two() -> None:
    assert names("Then Xylo & Mara spoke.", ("Xylo & Mara", "person")) == [("Xylo", "person"), ("Mara", "person")]


def test_the_end_of_a_title_is_no_part_of_a_name() -> None:
    story = "Former secretary of State Quill spoke. Ada Quill had opposed the ferry."

    assert names(story, ("State Quill", "person"), ("Ada Quill", "person")) == [("Quill", "person"), ("Ada Quill", "person")]


def test_a_title_of_several_words_after_then_is_one() -> None:
    page = layout("The letter came from then-Secretary of State Ada Quill, and Quill had signed it.")
    first, second = find_names(page)

    assert first.title is not None and page.text[slice(*first.title)] == "then-Secretary of State"
    assert [page.text[slice(*name.span)] for name in (first, second)] == ["Ada Quill", "Quill"]


def test_what_is_called_after_a_person_is_not_that_person() -> None:
    story = "Ada Quill left. A Quill-related dispute and a Quill-backed bill went on, and Lee Min-ji watched."
    told_as = (("Ada Quill", "person"), ("Quill-related", "person"), ("Quill-backed", "person"), ("Lee Min-ji", "person"))

    assert names(story, *((words, "person") for words, _ in told_as)) == [told_as[0], told_as[-1]]


@pytest.mark.parametrize(
    ("text", "told", "names"),
    [
        ("And Parliament said no.", ("And Parliament", "organization"), ["Parliament"]),
        ("Three Harbor Democrats asked a judge.", ("Three Harbor Democrats", "organization"), ["Harbor Democrats"]),
        ("Quill-backed Marl lost on Monday.", ("Quill-backed Marl", "person"), []),
        ("Fifteen-year-old Robert Lind won.", ("Fifteen-year-old Robert Lind", "person"), ["Robert Lind"]),
    ],
)
def test_words_before_a_name_are_not_of_it(text: str, told: tuple[str, EntityType], names: list[str]) -> None:
    page = layout(text)
    words = [word.text for word in page.words]
    size = len(layout(told[0]).words)

    found = find_names(page, told=[ToldName(0, size, told[1])])

    assert words[:size] == [word.text for word in layout(told[0]).words]
    assert [text[slice(*name.span)] for name in found] == names


def test_a_name_ends_with_its_paragraph() -> None:
    story = "“We told him so,” Quill said, meaning Brambin\n\nQuill left for Osterby."

    assert names(story, ("Brambin Quill", "person")) == [("Quill", "person"), ("Brambin", "person"), ("Quill", "person")]


@pytest.mark.parametrize("surname", ["Waters", "Deans", "Dukes"])
def test_a_surname_that_looks_like_a_title_of_several_is_a_name(surname: str) -> None:
    story = f"Tess {surname} keeps bees on the island. “They sleep,” {surname} said."
    page = layout(story)
    last = max(at for at, word in enumerate(page.words) if word.text == surname)

    found = find_names(page, told=[ToldName(0, 2, "person"), ToldName(last, last + 1, "person")])

    assert [story[slice(*name.span)] for name in found] == [f"Tess {surname}", surname]


def test_a_station_is_no_person() -> None:
    assert names("Asked by KQRL, she wept.", ("KQRL", "person")) == [("KQRL", "organization")]
    assert names("A sailor called KQRLA wept.", ("KQRLA", "person")) == [("KQRLA", "person")]
    assert names("KATE: The tide came early.", ("KATE", "person")) == [("KATE", "person")]


@pytest.mark.parametrize(
    ("text", "told_as", "found"),
    [
        ("The Acme Works makes boats. Acme said no.", ("Acme", "person"), ("Acme", "organization")),
        ("They met in Tallowby. Tallowby said it would appeal.", ("Tallowby", "person"), ("Tallowby", "place")),
        ("The boats were late, Riyadh said.", ("Riyadh", "person"), ("Riyadh", "place")),
        ("The Acme Works is old, and Mr. Acme said no.", ("Acme", "person"), ("Acme", "person")),
        ("Jon Acme owns the Acme Works in full. Acme said no.", ("Acme", "person"), ("Acme", "person")),
    ],
)
def test_a_word_that_no_list_of_names_has_is_what_the_text_has_it_for(
    text: str, told_as: tuple[str, EntityType], found: tuple[str, str]
) -> None:
    page = layout(text)
    elsewhere: list[tuple[str, EntityType]] = [("Acme Works", "organization"), ("Jon Acme", "person"), ("Tallowby", "place")]
    others = [told(page, words, kind) for words, kind in elsewhere if words in text]
    last = max(at for at, word in enumerate(page.words) if word.text == told_as[0])
    names = find_names(page, told=[*others, ToldName(last, last + 1, told_as[1])])

    assert found in [(text[slice(*name.span)], name.type) for name in names if name.span.start == page.words[last].start]


@pytest.mark.parametrize(
    ("text", "told_as"),
    [
        ("The union’s president Signe Lund said no.", ("Signe Lund", None)),
        ("Union president Signe Lund said no.", ("Signe Lund", "organization")),
        ("A neighbor, Signe Lund, saw it.", ("Signe Lund", "place")),
        ("Police arrested Signe Brambin, 24, on Monday.", ("Signe Brambin", "place")),
        ("Republican Signe Lund won.", ("Republican Signe Lund", "organization")),
        ("It was found by the scientist Signe Lund.", ("Signe Lund", None)),
        ("Lawyers for Signe Lund declined.", ("Lawyers for Signe Lund", "organization")),
    ],
)
def test_a_given_name_and_a_surname_are_a_persons(text: str, told_as: tuple[str, EntityType | None]) -> None:
    page = layout(text)
    found = [(text[slice(*name.span)], name.type) for name in find_names(page, told=[told(page, *told_as)])]

    assert [name for name, kind in found if kind == "person"] == [next(n for n in ("Signe Lund", "Signe Brambin") if n in text)]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("He came with his mother Lilian.", "Lilian"),
        ("Joseph E. Lundquist won.", "Joseph E. Lundquist"),
        ("They met at Joseph E. Lundquist high school.", ""),
        ("They met at the club Lilian.", ""),
        ("It was of the Joseph E. Lundquist era.", ""),
    ],
)
def test_a_given_name_behind_kin_or_with_an_initial_stays_where_nobody_told_it(text: str, person: str) -> None:
    assert [name for name, kind in names(text) if kind == "person"] == ([person] if person else [])


def test_a_word_hardly_told_to_be_a_body_is_the_person_whom_the_rules_and_lists_tell() -> None:
    page = layout("Ida Lund and her father rowed. Waddell married his wife in May.")
    unsure = [told(page, "Ida Lund", "person"), told(page, "Waddell", "organization")._replace(sure=0.6)]

    assert ("Waddell", "person") in [(page.text[slice(*name.span)], name.type) for name in find_names(page, told=unsure)]


@pytest.mark.parametrize(
    ("text", "body", "kind"),
    [
        ("Osterby Energy’s report came late.", "Osterby Energy", "person"),
        ("Marl School District said no.", "Marl School District", "place"),
        ("The Marl Unified School District said no.", "Marl Unified School District", "organization"),
    ],
)
def test_a_name_that_ends_as_bodies_do_is_a_bodys(text: str, body: str, kind: EntityType) -> None:
    assert names(text, (body, kind)) == [(body, "organization")]


@pytest.mark.parametrize("role", ["spokeswoman", "police chief"])
def test_a_body_or_place_of_the_text_is_found_again_before_a_role(role: str) -> None:
    page = layout(f"They met in Tallowby on Monday. Tallowby {role} Ida Lund said no.")
    found = [(page.text[slice(*name.span)], name.type) for name in find_names(page, told=[told(page, "Tallowby", "place")])]

    assert found.count(("Tallowby", "place")) == 2


@pytest.mark.parametrize(
    ("words", "kind"), [("Savannah Park", "place"), ("Judge Justice", "organization"), ("The Warren Court", "organization")]
)
def test_a_noun_of_places_or_bodies_is_no_surname_against_a_network(words: str, kind: EntityType) -> None:
    bare = words.removeprefix("The ")

    assert names(f"They praised {words} on Monday.", (bare, kind)) == [(bare, kind)]


def test_a_word_told_once_to_be_a_body_is_the_same_where_nobody_told_it() -> None:
    text = "QuayGov asked people in May. People trust QuayGov. QuayGov said so."
    page = layout(text)
    found = [(text[slice(*name.span)], name.type) for name in find_names(page, told=[told(page, "QuayGov", "organization")])]

    assert set(found) <= {("QuayGov", "organization")}


def test_a_country_before_an_office_in_capitals_is_no_body() -> None:
    text = "The U.S. Senate met. U.S. Secretary of State Ida Lund left."
    page = layout(text)
    told_as = [told(page, "U.S. Senate", "organization"), told(page, "Ida Lund", "person")]

    assert ("U.S.", "organization") not in [(text[slice(*name.span)], name.type) for name in find_names(page, told=told_as)]
