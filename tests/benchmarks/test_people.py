"""How the people of a pile come out, on invented ones: whole, split, with a stranger, and whom a name alone means in a story."""

from benchmarks.people import Named, Person, most_named, summary, whom
from benchmarks.polnear import Story

from onrecord.core.names import fold


def person(name: str, *alone: str) -> Person:
    return Person(name, frozenset({fold(name)}), frozenset(map(fold, alone)), (name,))


def story(name: str, text: str) -> Story:
    return Story(name, "courier", "2031-03-04", "", text, ())


LENA, DIRK = person("Lena Vandermeer", "Vandermeer"), person("Dirk Vandermeer")


def test_names_alone_mean_whom_the_table_says_unless_a_story_says_otherwise() -> None:
    full = {"lena vandermeer": "Lena Vandermeer", "dirk vandermeer": "Dirk Vandermeer"}
    alone = {"vandermeer": "Lena Vandermeer"}
    bare, both = Named("a", "e", ("Vandermeer",), 1), Named("a", "e", ("Vandermeer", "Dirk Vandermeer"), 1)
    assert whom(bare, full, alone, {}) == "Lena Vandermeer"
    assert whom(bare, full, alone, {"vandermeer": "Dirk Vandermeer"}) == "Dirk Vandermeer"
    assert whom(both, full, alone, {"vandermeer": ""}) == "Dirk Vandermeer"
    assert whom(Named("a", "e", ("Ada Vandermeer", "Vandermeer"), 1), full, alone, {}) == ""


def test_a_person_is_whole_split_or_has_a_stranger() -> None:
    told = [story("a", "Lena Vandermeer spoke."), story("b", "Lena Vandermeer left, Dirk Vandermeer stayed.")]
    one, other = Named("a", "1", ("Lena Vandermeer",), 9), Named("b", "1", ("Lena Vandermeer",), 9)
    bare, dirk = Named("c", "2", ("Vandermeer",), 1), Named("b", "3", ("Dirk Vandermeer",), 2)
    lena, goalkeeper = most_named([LENA, DIRK], {}, [one, other, bare, dirk], told)
    assert (lena.person, lena.stories, lena.split, lena.whole) == (LENA, 2, False, True)
    assert goalkeeper.whole
    far = Named("c", "2", ("Vandermeer",), 3)
    (split, _) = most_named([LENA, DIRK], {}, [one, other, far, dirk], told)
    assert split.split
    (_, strange) = most_named([LENA, DIRK], {}, [one, other, dirk, Named("d", "3", ("Vandermeer",), 1)], told)
    assert [chain.names for chain in strange.strangers] == [("Vandermeer",)]
    assert summary([split, strange]).startswith("0 of 2 are one entity with no stranger; 1 split, 1 with strangers")
