"""Names cut out of entities that are marked whole and nested."""

from training.gum_names import Entity, Token, entities, name_labels


def tokens(*rows: tuple[str, str, int, str]) -> list[Token]:
    return [Token(*row) for row in rows]


def test_entities_nest_and_one_word_may_open_and_close() -> None:
    brackets = ["(1-person-new-cf1-1-coref", "(2-place-new-cf2-1-sgl-Osterby)1)", "", "(3-object-new-cf3-1-sgl)"]

    assert list(entities(brackets)) == [Entity(1, 2, "place"), Entity(0, 2, "person"), Entity(3, 4, "object")]


def test_a_title_stands_outside_of_a_persons_name() -> None:
    """`Mayor Ada Quill of Osterby spoke`"""
    found = name_labels(
        tokens(
            ("Mayor", "PROPN", 4, "(1-person-new-cf1-1-coref"),
            ("Ada", "PROPN", 0, ""),
            ("Quill", "PROPN", 0, ""),
            ("of", "ADP", 4, ""),
            ("Osterby", "PROPN", 2, "(2-place-new-cf2-1-sgl)1)"),
            ("spoke", "VERB", -1, ""),
        )
    )

    assert found == ["O", "O", "O", "O", "B-LOC", "O"]  # here the title is the head, so nobody is named by it


def test_a_person_headed_by_her_own_name() -> None:
    """`former senator Ada Quill`"""
    found = name_labels(
        tokens(
            ("former", "ADJ", 2, "(1-person-new-cf1-3-coref"),
            ("Senator", "PROPN", 2, ""),
            ("Ada", "PROPN", -1, ""),
            ("Quill", "PROPN", 2, "1)"),
        )
    )

    assert found == ["O", "O", "B-PER", "I-PER"]


def test_an_organizations_name_goes_on_over_of_the() -> None:
    """`the Friends of the Harbour`"""
    found = name_labels(
        tokens(
            ("the", "DET", 1, "(1-organization-new-cf1-2-sgl"),
            ("Friends", "PROPN", -1, ""),
            ("of", "ADP", 4, ""),
            ("the", "DET", 4, ""),
            ("Harbour", "PROPN", 1, "1)"),
        )
    )

    assert found == ["O", "B-ORG", "I-ORG", "I-ORG", "I-ORG"]


def test_a_land_that_acts_is_still_a_place() -> None:
    """`Norland sued . Norland lies north`"""
    found = name_labels(
        tokens(
            ("Norland", "PROPN", 1, "(1-organization-new-cf1-1-coref)"),
            ("sued", "VERB", -1, ""),
            (".", "PUNCT", 1, ""),
            ("Norland", "PROPN", 4, "(1-place-giv-cf1-1-coref)"),
            ("lies", "VERB", -1, ""),
            ("north", "ADV", 4, ""),
        )
    )

    assert [label for label in found if label != "O"] == ["B-LOC", "B-LOC"]


def test_what_no_proper_noun_heads_is_no_name() -> None:
    assert name_labels(tokens(("her", "PRON", 1, "(1-person-new(2-person-giv)"), ("sister", "NOUN", -1, "1)"))) == ["O", "O"]
