"""Whom a loosely written name means."""

from onrecord.core.items import EntityItem
from onrecord.faces.opening import fitting, short
from onrecord.record.errors import AmbiguousError


def person(number: int, name: str, *aliases: str) -> EntityItem:
    identity = f"{number:032x}"
    return EntityItem(identity, "person", name, aliases, (identity, f"{number + 100:032x}"), "machine")


OYELARAN = person(1, "Bisi Oyélaran", "Oyélaran")
OTHER = person(2, "Dayo Oyelaran", "Oyelaran")
SURNAME_ALONE = person(3, "Oyelaran")
VAN_LOON = person(4, "Mies van Loon", "van Loon")
EVERYBODY = (OYELARAN, OTHER, SURNAME_ALONE, VAN_LOON)


def meant(name: str) -> list[str]:
    return [entity.name for entity in fitting(name, EVERYBODY)]


def test_accents_case_and_particles_make_no_difference() -> None:
    assert meant("bisi oyelaran") == ["Bisi Oyélaran"]
    assert meant("LOON") == meant("Van Loon") == meant("mies loon") == ["Mies van Loon"]


def test_a_surname_means_all_who_have_it_even_where_it_is_somebodys_whole_name() -> None:
    assert meant("Oyelaran") == ["Bisi Oyélaran", "Dayo Oyelaran", "Oyelaran"]


def test_a_name_in_full_means_only_who_is_called_just_that() -> None:
    longer = person(5, "Dayo Oyelaran Reis")
    assert fitting("Dayo Oyelaran", (*EVERYBODY, longer)) == (OTHER,)


def test_part_of_an_organizations_name_means_it_where_it_is_nobodys() -> None:
    fund = EntityItem("9" * 32, "organization", "Oyelaran Harbour Fund", (), ("9" * 32,), "machine")
    assert fitting("oyelaran", (OTHER, fund)) == (OTHER,)
    assert fitting("harbour fund", (OTHER, fund)) == (fund,)
    assert fitting("oyelaran harbour fund", (OTHER, fund)) == (fund,)


def test_what_is_only_near_is_not_meant() -> None:
    assert meant("Bisi Oyelarin") == meant("Oyelaran Bisi") == meant("Loo") == []


def test_an_id_or_a_chains_id_means_its_entity() -> None:
    assert meant(OTHER.id) == meant(OTHER.chains[1]) == meant(OTHER.id[:32]) == ["Dayo Oyelaran"]


def test_an_id_is_shown_as_short_as_it_can_be_told() -> None:
    ids = ["ab" * 16, "ab" * 5 + "cd" * 11]

    def seek(beginning: str) -> str:
        found = [one for one in ids if one.startswith(beginning)]
        if len(found) > 1:
            raise AmbiguousError(beginning, tuple(found))
        return found[0]

    assert [short(seek, one) for one in ids] == ["ababababa" + "ba", "ababababab" + "c"]
