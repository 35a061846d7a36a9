"""Names folded and split for comparison."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.core.names import PersonName, fold, split_person


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("Marisol De Ávila", "marisol de avila"),
        ("Renzo Dell’Orto", "renzo dellorto"),
        ("Tennant-Rao", "tennant rao"),
        ("J. R. Łukasz, Jr.", "j r lukasz jr"),
        ("  Ilse\u00a0van der Molen ", "ilse van der molen"),
    ],
)
def test_fold(printed: str, folded: str) -> None:
    assert fold(printed) == folded


@pytest.mark.parametrize(
    ("printed", "first", "middle", "particles", "last", "suffix"),
    [
        ("Marisol de Ávila", "marisol", "", "de", "avila", ""),
        ("De Ávila", "", "", "de", "avila", ""),
        ("van der Molen", "", "", "van der", "molen", ""),
        ("Ilse Van Der Molen", "ilse", "", "van der", "molen", ""),
        ("Harlan Pruett, Jr.", "harlan", "", "", "pruett", "jr"),
        ("Harlan P. Pruett III", "harlan", "p", "", "pruett", "iii"),
        ("Pia Tennant-Rao", "pia", "", "", "tennant rao", ""),
        ("Tennant-Rao", "", "", "", "tennant rao", ""),
        ("J.K. Lindqvist", "j", "k", "", "lindqvist", ""),
        ("Wendell “Dell” Achterberg", "wendell", "", "", "achterberg", ""),
        ("Wendell (Dell) Achterberg", "wendell", "", "", "achterberg", ""),
        ("Omar al-Rashid", "omar", "", "al", "rashid", ""),
        ("Al Pruett", "al", "", "", "pruett", ""),
        ("al-Rashid", "", "", "al", "rashid", ""),
        ("Achterberg", "", "", "", "achterberg", ""),
        ("Jr.", "", "", "", "jr", ""),
        ("Greta E. Pruett", "greta", "e", "", "pruett", ""),
        ("Rui Costa e Silva", "rui", "costa", "e", "silva", ""),
        ("", "", "", "", "", ""),
    ],
)
def test_split(printed: str, first: str, middle: str, particles: str, last: str, suffix: str) -> None:
    assert split_person(printed) == PersonName(first, middle, particles, last, suffix)


@given(st.text())
def test_folding_twice_folds_no_further(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@given(st.text())
def test_a_name_keeps_its_surname_whatever_its_case(name: str) -> None:
    assert bool(split_person(name).last) == bool(fold(name).strip()) or "(" in name or any(mark in name for mark in "\"'“‘")
