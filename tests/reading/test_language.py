"""English is told from other languages, and from what is no running text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.language import language


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The council voted on Tuesday to keep the ferry, and the mayor said that he was glad of it.", "en"),
        ("El concejo votó el martes a favor de la propuesta y la alcaldesa dijo que estaba contenta con el resultado.", "es"),
        ("Le conseil a voté mardi pour la proposition, et la maire a dit qu'elle était contente du résultat.", "fr"),
        ("Der Rat hat am Dienstag für den Vorschlag gestimmt, und die Bürgermeisterin sagte, dass sie zufrieden ist.", "de"),
        ("O conselho votou na terça-feira a favor da proposta, e a prefeita disse que não está satisfeita com o resultado.", "pt"),
        ("Il consiglio ha votato martedì per la proposta e la sindaca ha detto che è contenta della decisione.", "it"),
        ("De raad heeft dinsdag voor het voorstel gestemd en de burgemeester zei dat zij blij is met de uitslag.", "nl"),
        ("Mayor to resign", "en"),
        ("Ferry vote delayed by council", "en"),
        ("Ana Ruiz Calder Harbor Trust", "und"),
        ("12 400 7", "und"),
        ("", "und"),
    ],
)
def test_the_language_of_a_text(text: str, code: str) -> None:
    assert language(text) == code


@given(st.text())
def test_any_text_has_a_code(text: str) -> None:
    assert 2 <= len(language(text)) <= 3
