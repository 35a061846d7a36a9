"""Who is meant in small invented stories where a text tells two people apart by age, place, time in office, title or grammar."""

import pytest

from onrecord.core.spans import Span
from onrecord.reading.ages import ages
from onrecord.reading.antecedents import Candidate
from onrecord.reading.chains import build_chains
from onrecord.reading.grouping import Group
from onrecord.reading.layout import layout
from onrecord.reading.names import find_names
from onrecord.reading.places_beside import place_among, places_beside
from onrecord.reading.told_name import ToldName
from onrecord.reading.walk import Walk


def meant(text: str, words: str) -> str:
    """The name of the chain that the words mean where they stand last in the text, or ""."""
    page = layout(text)
    chains = build_chains(page, find_names(page), "d" * 32)
    start = text.rindex(words)
    chain = chains.at.get(Span(start, start + len(words)), "")
    return next((each.name for each in chains.chains if each.id == chain), "")


ARRESTS = "Gordon Tate, 61, and Simon Reyes (44) were arrested. 19-year-old Noah Pell got away. "


@pytest.mark.parametrize(
    ("nominal", "name"),
    [
        ("The 61-year-old", "Gordon Tate"),
        ("The 44-year-old", "Simon Reyes"),
        ("The 19-year-old", "Noah Pell"),
        ("The 70-year-old", ""),
    ],
)
def test_an_age_means_who_was_told_to_be_as_old(nominal: str, name: str) -> None:
    assert meant(ARRESTS + nominal + " was held on bail.", nominal) == name


def test_ages_stand_after_a_name_and_before_it() -> None:
    text = "Ida Quill, 61, met Jon Reed (44), 7-year-old Tim Lane and Ann Dane, 12 of whom left."

    spans = [Span(text.index(name), text.index(name) + len(name)) for name in ("Ida Quill", "Jon Reed", "Tim Lane", "Ann Dane")]

    assert [sorted(ages(text, [span])) for span in spans] == [["61"], ["44"], ["7"], []]


SENATORS = "Sen. Lou Hadley of Ohio and Sen. Gwen Ames, D-Vt., wrote the bill. "


@pytest.mark.parametrize(
    ("nominal", "name"),
    [
        ("The senator from Vermont", "Gwen Ames"),
        ("The Ohio senator", "Lou Hadley"),
        ("The Vermont senator", "Gwen Ames"),
        ("The senator from Oregon", ""),
    ],
)
def test_a_place_means_the_bearer_of_the_office_from_there(nominal: str, name: str) -> None:
    assert meant(SENATORS + nominal + " said it would pass.", nominal) == name


def test_places_beside_names_and_among_words() -> None:
    assert places_beside("Ida Quill of New York said", [Span(0, 9)]) == {"new york"}
    assert places_beside("Ida Quill (R-Tex.) said", [Span(0, 9)]) == {"texas"}
    assert places_beside("Ida Quill of Harbor Trust", [Span(0, 9)]) == frozenset()
    assert (place_among(["from", "new", "york"]), place_among(["senior"])) == ("new york", "")


MAYORS = "Then-Mayor Ellis Grant signed the deal in 2009. Mayor Tina Bowe wants out of it. "


@pytest.mark.parametrize(("nominal", "name"), [("The former mayor", "Ellis Grant"), ("The mayor", "Tina Bowe")])
def test_an_office_that_was_and_one_that_is_are_told_apart(nominal: str, name: str) -> None:
    assert meant(MAYORS + "It built the school. " + nominal + " said so.", nominal) == name
    assert meant(MAYORS + "Grant spoke first. " + nominal + " said so.", nominal) == name


def test_a_title_that_agrees_with_the_given_name_makes_its_gender_sure() -> None:
    story = "Paula Renner and Thomas Renner divorced. Ms. Renner asked for the house. Mr. Renner kept the boat, he told the judge."

    assert meant(story, "he") != "Paula Renner"


@pytest.mark.parametrize(("form", "name"), [("Ms. Ríos", "Gabriela Ríos Montes"), ("Mr. Ortega", "Tomás Ortega Vidal")])
def test_the_first_of_two_surnames_means_their_bearer(form: str, name: str) -> None:
    assert meant(f"Gabriela Ríos Montes met Tomás Ortega Vidal in Laredo. {form} said no.", form.split()[1]) == name


def test_a_middle_name_that_people_are_given_is_no_surname() -> None:
    assert meant("Laura Anne Pickering left. Ms. Anne stayed.", "Anne") != "Laura Anne Pickering"


def test_a_nickname_between_given_name_and_surname_is_of_the_name() -> None:
    text = "William “Bill” Tarrow coached. Bill Tarrow never yelled. Ed Nash said Bill was kind."
    page = layout(text)
    told = [ToldName(0, 1, "person", 0.9), ToldName(4, 5, "person", 0.9), ToldName(7, 9, "person", 0.9)]

    chains = build_chains(page, find_names(page, told=told), "d" * 32)

    assert [chain.name for chain in chains.chains if chain.type == "person"][:1] == ["William “Bill” Tarrow"]
    bill = chains.chains[0].id
    assert {text[slice(*mention.span)] for mention in chains.mentions if mention.chain == bill} >= {"Bill Tarrow"}


@pytest.mark.parametrize("verb", ["asked", "told"])
def test_who_acts_on_her_is_another(verb: str) -> None:
    story = f"Edith Lamb came to the desk. She said the deed was at home. Grace Hume {verb} her to bring it."

    assert meant(story, "her") != "Grace Hume"


def test_two_initials_and_a_given_name_are_two_people() -> None:
    story = "J.R. Colby runs the mill. Janet Colby, a nurse, hears it. J.R. Colby said so."

    assert meant(story, "J.R. Colby") == "J.R. Colby"


@pytest.mark.parametrize(
    ("before", "signs"),
    [
        ("“No,” Ida Quill said of Jon Holm. She said", ["saying, just spoke", "saying first, just spoke"]),
        ("“No,” Ida Quill said. Then she said", ["saying, just spoke"]),
        ("Ida Quill left. She said", []),
        ("“No,” Ida Quill said. She left and", []),
    ],
)
def test_who_spoke_just_before_is_a_sign_of_who_reports(before: str, signs: list[str]) -> None:
    page = layout(before + " the rain would stop.")
    found: list[str] = []

    def watching(_walk: Walk, _at: int, _gender: str, near: list[Candidate]) -> list[Group]:
        found.extend(sign for each in near for sign in each.features if "just spoke" in sign)
        return []

    build_chains(page, find_names(page), "d" * 32, watching)

    assert found == signs


DEBATE = "Mary Holbrook debated her opponent, Carl Voss, on Tuesday. Holbrook spoke first. "


def test_her_opponent_is_whom_the_text_named_so() -> None:
    assert meant(DEBATE + "Her opponent said no.", "Her opponent") == "Carl Voss"
    assert meant(DEBATE + "Holbrook said no. His opponent said yes.", "His opponent") != "Carl Voss"


def test_the_defendant_is_who_was_charged() -> None:
    story = "Warren Tibbs, 31, was charged with burning a barn. Judge Alan Crewe read it. "

    assert meant(story + "The defendant said he was sorry.", "The defendant") == "Warren Tibbs"
    assert meant(story + "Ida Quill was sentenced too. The defendant said no.", "The defendant") == ""


def test_the_company_is_the_one_body_whose_name_says_nothing_else() -> None:
    page = layout("Varley Foods will close its plant. The company said so.")
    names = find_names(page, told=[ToldName(0, 2, "organization")])
    chains = build_chains(page, names, "d" * 32)

    assert [page.text[slice(*mention.span)] for mention in chains.mentions] == ["Varley Foods", "The company"]
    assert meant("Shares of Varley Mutual Union fell. The company said so.", "The company") == ""
    assert meant("The Calder City Council met. The company said so.", "The company") == ""


def test_whom_only_a_quotation_names_is_not_who_acts_outside_it() -> None:
    story = "Tom Averill coached for years. “Greg Sand never told me,” Averill said. He will coach in Dunmore."

    assert meant(story, "He") == "Tom Averill"


def test_an_object_after_an_apposition_is_another() -> None:
    assert meant("Gerald Tate is missing. His brother, Wayne Tate, reported him missing.", "him") == "Gerald Tate"


def test_the_governor_is_not_the_lieutenant_governor() -> None:
    story = "Governor Clara Munro vetoed it. Her lieutenant governor, Duncan Reyes, had backed it. "

    assert meant(story + "The governor said no.", "The governor") == "Clara Munro"
    assert meant(story + "The lieutenant governor said no.", "The lieutenant governor") == "Duncan Reyes"


CAPTION = "FILE PHOTO: President Omar Reid speaks to the press aboard a ferry in Marl, June 29, 2031. REUTERS/Eric Thane"


def test_the_story_does_not_go_on_from_a_caption() -> None:
    text = (
        "Harbor chief Henry Doyle accused the council of lying on Monday.\n\n"
        f"{CAPTION}\n\n"
        "“They knew of the leak,” he told reporters."
    )

    assert meant(text, "he") == "Henry Doyle"


def test_who_reports_again_is_no_plainer_than_before() -> None:
    text = "Henry Doyle and Omar Reid met.\n\n“The boat leaked,” he told us.\n\n“Nobody mended it,” he said. Reid left, he said."
    page = layout(text)
    asked: list[int] = []

    def choosing(_: Walk, at: int, __: str, found: list[Candidate]) -> list[Group]:
        asked.append(at)
        return [each.group for each in found][: len(asked) % 2 + 1]

    chains = build_chains(page, find_names(page), "d" * 32, choosing)
    first, second, third = (at for at, word in enumerate(page.words) if word.text == "he")

    assert asked == [first, third]
    assert page.words[first].span not in chains.at
    assert page.words[second].span not in chains.at
    assert page.words[third].span in chains.at


@pytest.mark.parametrize("told", ["boldly waved a flag", "rejected the offer of a boat", "is on trial"])
def test_the_subject_behind_a_name_is_not_that_name(told: str) -> None:
    story = f"Mayor Henry Marl came on Monday. Near his wife, Ada Quill Marl, the mayor {told}. Ada Marl left. "

    assert meant(story + "Marl said no.", "Marl") == "Henry Marl"


@pytest.mark.parametrize("apposed", ["the captain of the port", "the lawyer accused of fraud", "the mayor who left"])
def test_what_stands_beside_a_name_between_commas_is_that_name(apposed: str) -> None:
    noun = apposed.split()[1]

    assert meant(f"Tom Hale met Vera Moss, {apposed}, on Monday. The {noun} said no.", f"The {noun}") == "Vera Moss"


def test_a_member_of_a_party_from_somewhere_is_somebody_and_no_body() -> None:
    page = layout("Elijah Lind, who leads the panel, spoke. The Maryland Democrat said he would wait.")
    start = page.text.index("Maryland")
    last = next(at for at, word in enumerate(page.words) if word.text == "Democrat") + 1

    names = find_names(page, told=[ToldName(0, 2, "person"), ToldName(last - 2, last, "organization")])

    assert [(page.text[slice(*name.span)], name.type) for name in names] == [("Elijah Lind", "person"), ("Maryland", "place")]
    assert names[1].span.start == start


BEFORE_JUNIOR = "Quill hired the crew. Quill said no. Nobody knows what Quill will do. Quill left. Then Edwin Quill Jr. came. "


@pytest.mark.parametrize(
    ("story", "name"),
    [(BEFORE_JUNIOR, "Quill"), ("QUILL SUES\n\nEdwin Quill Jr. sued the town on Monday. He lives in Ord. ", "Edwin Quill Jr.")],
)
def test_a_surname_long_told_before_a_junior_is_not_his(story: str, name: str) -> None:
    assert meant(story + "Quill waved.", "Quill") == name


@pytest.mark.parametrize(
    ("between", "name"),
    [("Lind's lawyer asked for more time. ", ""), ("Lind was not in court. ", "Tom Hale"), ("Tom Hale sat down. ", "Tom Hale")],
)
def test_a_role_is_not_his_who_had_it_before_somebody_else_was_told_of(between: str, name: str) -> None:
    assert meant(f"Tom Hale, a lawyer for the town, met Ana Lind on Monday. {between}The lawyer said no.", "The lawyer") == name


@pytest.mark.parametrize(
    ("story", "name"),
    [
        ("The Supreme Court met. The Ohio Supreme Court had upheld it. The Supreme Court said no.", "Supreme Court"),
        ("The Ohio Supreme Court met on Monday. The Supreme Court said no.", "Ohio Supreme Court"),
        ("The City Council met. The Calder City Council said yes. The City Council said no.", "Calder City Council"),
    ],
)
def test_a_body_known_by_its_name_alone_is_no_other_that_is_named_later(story: str, name: str) -> None:
    assert meant(story, name.removeprefix("Ohio ").removeprefix("Calder ")) == name


PRESIDENTS = "President Ida Quill wrote to Iranian President Omid Rahimi. "


@pytest.mark.parametrize(
    ("story", "nominal", "name"),
    [
        (PRESIDENTS + "Rahimi answered her. The US president said she would wait.", "The US president", "Ida Quill"),
        (PRESIDENTS + "Quill did not wait. The Iranian president said he would come.", "The Iranian president", "Omid Rahimi"),
        (PRESIDENTS + "Rahimi answered her. The president said more would follow.", "The president", "Ida Quill"),
        ("French President Luc Morel and Omid Rahimi met. The president said no.", "The president", "Luc Morel"),
    ],
)
def test_an_office_of_another_nation_is_another_persons(story: str, nominal: str, name: str) -> None:
    assert meant(story, nominal) == name


def test_an_office_is_not_of_whom_only_a_quotation_has_just_named() -> None:
    story = "President Ida Quill spoke first. “President Jon Reed sold those boats,” the president said."

    assert meant(story, "the president") == "Ida Quill"


def test_a_first_lady_is_the_president_s_wife_and_nobody_who_was_just_named() -> None:
    story = "President Jon Reed's wife, Clara Reed, met Ada Holm. Whether she knew Holm, the first lady would not say."

    assert meant(story, "the first lady") == "Clara Reed"
    assert meant("Ada Holm left on Monday. Beside Holm, the first lady would not say.", "the first lady") == ""


def test_a_president_of_the_text_is_no_states_democrat() -> None:
    story = "President Jon Reed opened the fair. Reed turned to the harbor. The Ohio Democrat said it was late."

    assert meant(story, "The Ohio Democrat") == ""


def test_who_leads_the_text_is_the_president_where_nobody_was_called_so() -> None:
    story = "Jon Brand opened the fair. Brand spoke at a mill. Brand thanked Adam Pell. The president said the roof was sound."

    assert meant(story, "The president") == "Jon Brand"
    assert meant(story.replace("Adam Pell.", "Adam Pell. Pell laughed."), "The president") == "Jon Brand"
    assert meant("Sen. Jon Brand spoke at a mill. Brand thanked nobody. The president said it was over.", "The president") == ""


def test_a_nominee_of_a_president_is_no_president() -> None:
    story = "Petra Holm, a nominee of President Ida Quill, spoke on Monday. The president said it was wrong."

    assert meant(story, "The president") == "Ida Quill"


@pytest.mark.parametrize(
    "kin",
    [
        "Mari Lund, Norlandish President Olaf Lund’s daughter, came.",
        "Olaf Lund, the Norlandish president, came. Mari Quill, an adviser to the party’s leader, came.",
    ],
)
def test_whoever_is_kin_or_aide_of_a_president_is_no_president(kin: str) -> None:
    assert (
        meant(f"The mayor met Ivar Moe, the president of Westria. {kin} The Norlandish president left.", "The Norlandish president")
        == "Olaf Lund"
    )


def test_a_body_right_before_which_is_who_says_it() -> None:
    story = "The council overruled the Harbor Trust, which warned that the pier was unsafe."

    assert meant(story, "which") == "Harbor Trust"
    assert meant(story.replace("which warned", "which closed"), "which") == ""


def test_who_adds_something_has_just_spoken() -> None:
    page = layout("“No,” Ida Quill said of Ada Holm. She added that the rain would stop.")
    found: list[str] = []

    def watching(_walk: Walk, _at: int, _gender: str, near: list[Candidate]) -> list[Group]:
        found.extend(sign for each in near for sign in each.features if sign.startswith("adding"))
        return []

    build_chains(page, find_names(page), "d" * 32, watching)
    assert found == ["adding, just spoke"]


def test_whose_name_follows_his_wife_and_a_comma_without_another_is_not_she() -> None:
    story = "Omar Tolliver came home on Monday. Walking behind his wife, Tolliver waved. Tolliver left."

    assert meant(story, "Tolliver") == "Omar Tolliver"


def test_his_wife_between_commas_is_she() -> None:
    assert meant("Jon Lind came with his wife, Ada Lind, on Monday. His wife smiled.", "His wife") == "Ada Lind"


def told_by_nobody(text: str) -> str:
    """Whom the last pronoun of a text means where neither rules' weights nor a network say anything."""
    page = layout(text)
    found = build_chains(page, find_names(page), "", lambda _, __, ___, ____: [])
    last = max((mention for mention in found.mentions if mention.form == "pronoun"), key=lambda mention: mention.span, default=None)
    return next((chain.name for chain in found.chains if last is not None and chain.id == last.chain), "")


MET = "Former mayor Jon Reed met Ada Quill. "


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (MET + "“The dam will hold,” Lou Hadley said. He said that he had walked on it.", "Lou Hadley"),
        (MET + "“The dam will hold,” Lou Hadley said.\n\n“It always has,” he said.", "Lou Hadley"),
        (MET + "“The dam will hold,” said Mayor Lou Hadley.\n\n“It always has,” he said.", "Lou Hadley"),
        (MET + "Mr. Lou Hadley told nobody. He said it was late.", "Lou Hadley"),
        (MET + "There were signs that Lou Hadley knew. He said it was late.", ""),
        (MET + "“The dam will hold,” Ada Quill said.\n\n“It always has,” he said.", ""),
        (MET + "“The dam will hold,” Lou Hadley told Jon Reed.\n\n“It always has,” he said.", ""),
        (MET + "“The dam will hold,” Lou Hadley told a neighbor.\n\n“It always has,” he said.", ""),
        (MET + "“The dam will hold,” Lou Hadley said. The town slept. He said it was late.", ""),
        (MET + "“The dam will hold,” Lou Hadley said. When the rain came, he said it was late.", ""),
    ],
)
def test_whoever_just_spoke_by_name_goes_on_where_nobody_came_between(text: str, name: str) -> None:
    assert told_by_nobody(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (MET + "Lou Hadley said he would row.", "Lou Hadley"),
        (MET + "Lou Hadley has also said that he would row.", "Lou Hadley"),
        (MET + "Lou Hadley, 61, said he would row.", "Lou Hadley"),
        (MET + "Lou Hadley, a friend of Jon Reed, said he would row.", ""),
        (MET + "Lou Hadley told Jon Reed that he would row.", ""),
        (MET + "Ada Quill said that he would row.", ""),
        (MET + "Lou Hadley left and he rowed.", ""),
        (MET + "Lou Hadley said he or she would row.", ""),
        (MET + "The song said he would row.", ""),
    ],
)
def test_whoever_reports_speaks_of_themselves_right_behind_the_verb(text: str, name: str) -> None:
    assert told_by_nobody(text) == name
