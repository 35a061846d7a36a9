"""What the environment says, and what holds where it is silent."""

from pathlib import Path

from onrecord.settings import Settings, read


def test_the_environment_names_the_record_and_who_rules() -> None:
    environment = {"ONRECORD_RECORD": "/archive/ulmen.db", "ONRECORD_BY": "ruth", "USER": "desk3"}
    assert read(environment) == Settings(Path("/archive/ulmen.db"), "ruth")


def test_where_it_is_silent_the_record_is_here_and_the_systems_user_rules() -> None:
    assert read({"USER": "desk3", "ONRECORD_RECORD": ""}) == Settings(Path("onrecord.db"), "desk3")
    assert read({"USERNAME": "desk3"}) == Settings(Path("onrecord.db"), "desk3")
    assert read({}) == Settings(Path("onrecord.db"), "")
