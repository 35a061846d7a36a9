"""Who is whom across documents: the same name, a fuller one, a nickname, a title, and two people of one name."""

from onrecord.core.resolved import Entity
from resolution.piles import chain, clusters_of, groups, links_of, reasons


def only(entities: tuple[Entity, ...]) -> Entity:
    assert len(entities) == 1
    return entities[0]


def test_particles_accents_and_case_do_not_make_another_person() -> None:
    pile = [
        chain("courier", "Ines de Vargá", "De Varga", titles=["city councilmember"]),
        chain("signal", "Ines De Varga", titles=["councilwoman"]),
        chain("herald", "INES DE VARGA"),
        chain("letter", "Ines DeVarga"),
    ]
    entity = only(clusters_of(pile).entities)
    assert entity.name == "Ines de Vargá"
    assert entity.aliases == ("De Varga", "INES DE VARGA", "Ines De Varga", "Ines DeVarga")
    assert entity.id == min(one.chain for one in pile)


def test_a_surname_that_stands_first_is_one_that_stands_last() -> None:
    first, last = chain("courier", "Park Ji-hoon", "Park"), chain("signal", "Ji-hoon Park")
    other = chain("herald", "Park Min-jun")
    assert groups([first, last, other]) == [[first, last], [other]]


def test_the_name_shown_is_the_full_one_of_most_documents() -> None:
    pile = [
        chain("courier", "Okafor", "Ines Okafor"),
        chain("signal", "Ines Okafor", "Okafor"),
        chain("herald", "Ines M. Okafor", "Okafor"),
    ]
    assert only(clusters_of(pile).entities).name == "Ines Okafor"


def test_two_people_of_one_surname_stay_two() -> None:
    thomas, greta = chain("courier", "Thomas Brandvold"), chain("signal", "Greta Brandvold")
    assert groups([thomas, greta]) == [[thomas], [greta]]
    assert reasons(thomas, greta) == ()


def test_a_surname_alone_goes_to_whoever_has_its_title() -> None:
    mayor = chain("courier", "Thomas Brandvold", titles=["mayor"])
    harbormaster = chain("signal", "Greta Brandvold", titles=["harbormaster"])
    bare = chain("herald", "Brandvold", titles=["mayor"])
    assert groups([mayor, harbormaster, bare]) == [[mayor, bare], [harbormaster]]
    assert reasons(mayor, bare) == ("same surname", "both mayor", "rare name and title")


def test_a_surname_alone_that_fits_two_people_stays_alone() -> None:
    thomas = chain("courier", "Thomas Brandvold", titles=["councilman"])
    greta = chain("signal", "Greta Brandvold", titles=["councilwoman"])
    one, other = (chain(story, "Brandvold", titles=["council member"]) for story in ("herald", "letter"))
    assert groups([thomas, greta, one, other]) == [[thomas], [greta], [one], [other]]


def test_a_slip_of_the_pen_is_no_rival() -> None:
    mayor = [chain(f"courier {day}", "Thomas Brandvold", titles=["mayor"]) for day in range(40)]
    slip, bare = chain("signal", "Greta Brandvold", titles=["mayor"]), chain("herald", "Brandvold", titles=["mayor"])
    assert groups([*mayor[:10], slip, bare]) == [mayor[:10], [slip], [bare]]
    assert groups([*mayor, slip, bare]) == [[*mayor, bare], [slip]]


def test_a_vague_name_does_not_bring_two_people_together() -> None:
    one, other = chain("courier", "John Smith", titles=["mayor"]), chain("signal", "John Smith", titles=["coach"])
    initial = chain("herald", "J. Smith", titles=["mayor", "coach"])
    assert [initial] in groups([one, other, initial])


def test_a_surname_alone_without_a_title_stays_alone() -> None:
    pile = [chain("courier", "Thomas Brandvold", titles=["mayor"]), chain("herald", "Brandvold"), chain("letter", "Brandvold")]
    assert groups(pile) == [[one] for one in pile]


def test_a_rare_surname_alone_goes_to_whom_everybody_knows_by_it() -> None:
    known = [chain(f"courier {day}", "Thomas Brandvold") for day in range(10)]
    bare, other = chain("herald", "Brandvold"), chain("letter", "Greta Brandvold")
    assert groups([*known, bare, other]) == [[*known, bare], [other]]
    (why,) = [link.reasons for link in links_of([*known, bare]) if bare.chain in (link.a, link.b)]
    assert why == ("same surname", "rare surname", "nobody else of it is named a tenth as often")


def test_a_surname_alone_stays_alone_where_two_are_known_by_it_or_few_documents_name_anybody() -> None:
    known = [chain(f"courier {day}", "Thomas Brandvold") for day in range(10)]
    others = [chain(f"post {day}", "Greta Brandvold") for day in range(2)]
    bare = chain("herald", "Brandvold")
    assert groups([*known, *others, bare]) == [known, others, [bare]]
    assert groups([*known[:4], bare]) == [known[:4], [bare]]


def test_a_common_surname_alone_stays_alone_however_well_known_somebody_is() -> None:
    known = [chain(f"courier {day}", "Thomasina Smith") for day in range(10)]
    bare = chain("herald", "Smith")
    assert groups([*known, bare]) == [known, [bare]]


def test_a_woman_of_the_surname_is_no_man_whom_everybody_knows_by_it() -> None:
    known = [chain(f"courier {day}", "Thomas Brandvold") for day in range(10)]
    greta = [chain(f"post {day}", "Greta Achterberg") for day in range(10)]
    wife, chair = chain("herald", "Brandvold", titles=["mrs."]), chain("letter", "Achterberg", titles=["mrs."])
    assert groups([*known, wife, *greta, chair]) == [known, [wife], [*greta, chair]]


def test_a_surname_alone_with_another_title_is_not_whom_everybody_knows() -> None:
    known = [chain(f"courier {day}", "Thomas Brandvold", titles=["mayor"]) for day in range(10)]
    judge = chain("herald", "Brandvold", titles=["judge"])
    assert groups([*known, judge]) == [known, [judge]]


def test_a_surname_alone_beside_its_bearer_by_another_name_goes_to_nobody() -> None:
    mayor = [chain(f"courier {day}", "Thomas Brandvold", titles=["mayor"]) for day in range(10)]
    nickname, bare = chain("herald", "Thomas Brandvold"), chain("herald", "Brandvold", titles=["mayor"])
    wife = chain("letter", "Greta Brandvold", titles=["mayor"])
    assert groups([*mayor, nickname, bare, wife]) == [[*mayor, nickname], [bare], [wife]]


def test_a_junior_may_lack_the_suffix_where_a_title_is_in_common() -> None:
    junior = chain("courier", "Harlan T. Pruett Jr.", titles=["vice mayor"])
    plain, titled = chain("signal", "Harlan Pruett"), chain("herald", "Harlan Pruett", titles=["vice mayor"])
    assert groups([junior, titled]) == [[junior, titled]]
    assert groups([junior, plain]) == [[junior], [plain]]
    assert "jr in one alone" in reasons(junior, titled)


def test_a_father_and_a_son_whom_a_story_tells_apart_are_two_whatever_their_titles() -> None:
    father, son = chain("courier", "Harlan Pruett", titles=["broker"]), chain("courier", "Harlan Pruett Jr.")
    again = chain("signal", "Harlan Pruett", titles=["broker"])
    heir = chain("herald", "Harlan Pruett Jr.", titles=["broker"])
    assert groups([father, son, again, heir]) == [[father, again], [son, heir]]


def test_kin_is_no_title_in_common() -> None:
    wife, widow = chain("courier", "Anna Smith", titles=["his relative"]), chain("signal", "Smith", titles=["relative"])
    assert groups([wife, widow]) == [[wife], [widow]]


def test_two_initials_may_be_printed_as_one_word() -> None:
    pile = [chain("courier", "Walter HK Achterberg"), chain("signal", "Walter H.K. Achterberg")]
    assert groups(pile) == [pile]


def test_a_first_name_alone_joins_nobody_of_that_surname() -> None:
    pile = [chain("courier", "Thomas", titles=["volunteer"]), chain("signal", "Thomas", titles=["volunteer"])]
    assert groups(pile) == [[one] for one in pile]


def test_a_nickname_may_be_the_given_name_and_no_other_nickname() -> None:
    william, bill = chain("courier", "William Achterberg"), chain("signal", "Bill Achterberg")
    robert, rob = chain("herald", "Robert Achterberg"), chain("letter", "Rob Achterberg")
    assert groups([william, bill, robert, rob]) == [[william, bill], [robert, rob]]
    assert "bill and william may be one first name" in reasons(william, bill)


def test_a_nickname_of_two_given_names_in_the_pile_stays_alone() -> None:
    pile = [chain("courier", "Alexander Lindqvist"), chain("signal", "Alexandra Lindqvist"), chain("herald", "Alex Lindqvist")]
    assert groups(pile) == [[one] for one in pile]


def test_an_initial_may_be_the_first_name() -> None:
    whole, initial = (
        chain("courier", "Wendell Achterberg", titles=["captain"]),
        chain("signal", "W. Achterberg", titles=["captain"]),
    )
    assert groups([whole, initial]) == [[whole, initial]]


def test_middle_names_tell_people_apart_and_their_lack_does_not() -> None:
    walker, herbert = chain("courier", "George Walker Pruett"), chain("signal", "George H. Pruett")
    initial, plain = chain("herald", "George W. Pruett"), chain("letter", "George Pruett")
    assert groups([walker, initial, plain]) == [[walker, initial, plain]]
    assert groups([walker, herbert, initial, plain]) == [[walker, initial], [herbert], [plain]]


def test_junior_is_neither_senior_nor_the_one_without_a_suffix() -> None:
    pile = [
        chain("courier", "Harlan Pruett Jr."),
        chain("signal", "Harlan Pruett Sr."),
        chain("herald", "Harlan Pruett", titles=["mayor"]),
    ]
    again = chain("letter", "Harlan Pruett, Jr.", titles=["mayor"])
    assert groups([*pile, again]) == [[pile[0], again], [pile[1]], [pile[2]]]


def test_a_very_common_name_takes_a_title_in_common() -> None:
    mayor, again = (chain(story, "John Smith", titles=["mayor"]) for story in ("courier", "signal"))
    coach, nobody, somebody = chain("herald", "John Smith", titles=["coach"]), *(chain(s, "John Smith") for s in ("letter", "post"))
    assert groups([mayor, again, coach, nobody, somebody]) == [[mayor, again], [coach], [nobody], [somebody]]
    assert reasons(mayor, again) == ("same first name and surname", "both mayor")


def test_a_rare_name_joins_by_itself() -> None:
    one, other = chain("courier", "Noor Halloran-Béchard"), chain("signal", "Noor Halloran-Bechard")
    assert groups([one, other]) == [[one, other]]
    assert reasons(one, other) == ("same first name and surname", "rare name")


def test_half_a_hyphenated_surname_takes_a_title_in_common() -> None:
    whole = chain("courier", "Colette Ferrand-Quist", titles=["judge"])
    half, titled = chain("signal", "Colette Quist"), chain("herald", "Colette Quist", titles=["magistrate"])
    assert groups([whole, half]) == [[whole], [half]]
    assert groups([whole, titled]) == [[whole, titled]]


def test_a_double_surname_may_lack_its_hyphen() -> None:
    pile = [chain("courier", "Colette Ferrand-Quist"), chain("signal", "Colette Ferrand Quist")]
    assert groups(pile) == [pile]


def test_two_people_of_one_document_are_not_joined_through_a_third() -> None:
    father, son = chain("courier", "Harlan Pruett", "Harlan"), chain("courier", "H. Pruett")
    elsewhere = chain("signal", "Harlan Pruett")
    assert groups([father, son, elsewhere]) == [[father, elsewhere], [son]]


def test_a_deputy_is_not_the_chief() -> None:
    chief, deputy = chain("courier", "Anna Smith", titles=["director"]), chain("signal", "John Smith", titles=["deputy director"])
    bare = chain("herald", "Lindqvist", titles=["assistant coach"]), chain("letter", "Tessa Lindqvist", titles=["coach"])
    assert groups([chief, deputy, *bare]) == [[chief], [deputy], [bare[0]], [bare[1]]]


def test_a_headline_in_capitals_makes_nobody_of_a_verb_and_a_name() -> None:
    mayor = [chain(f"courier {day}", "Thomas Brandvold", titles=["mayor"]) for day in range(3)]
    headline = chain("signal", "Brandvold", "Pruett Urges Brandvold", titles=["mayor"])
    bare = chain("herald", "Brandvold", titles=["mayor"])
    assert groups([*mayor, headline, bare]) == [[*mayor, headline, bare]]
    assert clusters_of([headline, bare]).entities[0].name == "Brandvold"


def test_a_name_that_is_not_rare_with_other_titles_stays_apart() -> None:
    mayor, again = chain("courier", "Tom Reed", titles=["mayor"]), chain("signal", "Tom Reed", titles=["mayor"])
    student, untitled = chain("herald", "Tom Reed", titles=["student"]), chain("letter", "Greta Brandvold")
    assert groups([mayor, again, student, untitled]) == [[mayor, again], [student], [untitled]]


def test_a_rare_name_is_one_persons_under_other_titles() -> None:
    pile = [chain("courier", "Greta Brandvold", titles=["mayor"]), chain("signal", "Greta Brandvold", titles=["governor"])]
    assert groups(pile) == [pile]


def test_who_is_called_by_two_initials_is_not_whoever_begins_with_the_first() -> None:
    chief, nurse = chain("courier", "J.R. Brandvold"), chain("signal", "Janet Brandvold")
    again = chain("herald", "Jonas R. Brandvold")
    assert groups([chief, nurse]) == [[chief], [nurse]]
    assert groups([chief, again]) == [[chief, again]]
