"""What a view answers: names written loosely, beginnings of ids, words of any kind, and counts that agree with what is listed."""

from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord import compile as trip
from onrecord.core.items import KINDS, RecordItem
from onrecord.core.spans import words_at
from onrecord.record.errors import AmbiguousError, NotFoundError
from onrecord.record.view import View
from onrecord.sources import Options

STORIES = {
    "council.txt": """ date 2031-03-04 Councilmember Inés de Alvar spoke to the Harbor Board on Tuesday.

“We will dredge the harbor,” said Councilmember Inés de Alvar. “It is the city's harbor.”

Tomas Alvar, a diver, said that the silt was deep. De Alvar said in October 2030 the plan was ready.
""",
    "diver.txt": """“I have dived here since 2001,” said Tomas Alvar. “Inés de Alvar never asked me.”
""",
}


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> Iterator[View]:
    folder = tmp_path_factory.mktemp("view")
    for name, text in STORIES.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    trip.add(folder / "onrecord.db", [(folder / name).as_posix() for name in STORIES], Options(), reader="rules", jobs=1)
    with View(folder / "onrecord.db") as opened:
        yield opened


def names(view: View, sought: str) -> list[str]:
    return [entity.name for entity in view.find_entities(sought)]


def test_names_are_found_however_they_are_written(view: View) -> None:
    assert names(view, "inés de alvar")[0] == "Inés de Alvar"
    assert names(view, "Ines De Alvar")[0] == "Inés de Alvar"
    assert set(names(view, "Alvar")) == {"Inés de Alvar", "Tomas Alvar"}
    assert names(view, "tomas alvra") == ["Tomas Alvar"]
    assert names(view, "Board") == ["Harbor Board"]
    assert names(view, "nobody at all") == []


def test_ids_are_found_by_their_beginning(view: View) -> None:
    (ines,) = view.find_entities("Inés de Alvar")
    assert view.entity(ines.id[:8]) == ines
    assert all(view.entity(chain) == ines for chain in ines.chains)
    assert view.find_entities(ines.id[:8])[0] == ines
    statement = view.statements(speaker=ines.id)[0]
    assert view.statement(statement.id[:10]) == statement
    with pytest.raises(NotFoundError):
        view.statement("ffffffffffff")
    with pytest.raises(NotFoundError):
        view.document("")


def test_more_than_one_is_listed_not_guessed(view: View) -> None:
    begins = Counter(entity.id[0] for entity in view.entities())
    assert begins
    with pytest.raises(NotFoundError):
        view.entity(begins.most_common(1)[0][0])
    error = AmbiguousError("ab", ("ab1", "ab2"))
    assert (error.candidates, str(error)) == (("ab1", "ab2"), "ab: more than one fits: ab1, ab2")


def test_all_words_are_those_of_the_text(view: View) -> None:
    texts = {document.id: view.text(document.id) for document in view.documents()}
    for statement in view.statements():
        assert statement.words == words_at(texts[statement.document], *statement.content)
    for mention in view.mentions():
        assert mention.words == texts[mention.document][mention.start : mention.end]
    for passage in (passage for entity in view.entities() for passage in view.passages(entity.id)):
        assert passage.words == texts[passage.document][passage.start : passage.end]


def test_counts_are_those_of_what_follows_in_the_order_of_kinds(view: View) -> None:
    items = list(view.traverse())
    record = items[0]
    assert isinstance(record, RecordItem)
    order = list(KINDS.values())
    assert [order.index(type(item)) for item in items] == sorted(order.index(type(item)) for item in items)
    seen = Counter(type(item) for item in items[1:])
    without_packs = [kind for kind in KINDS if kind not in ("record", "pack", "known_person", "known_office", "conflict")]
    assert record.counts == {kind: seen[KINDS[kind]] for kind in without_packs}
    for made in order[1:]:
        ids = [item.id for item in items if isinstance(item, made) and hasattr(item, "id")]
        assert ids == sorted(ids)


def test_statements_are_found_by_speaker_by_whom_they_are_about_and_by_day(view: View) -> None:
    (tomas,), (ines,) = view.find_entities("Tomas Alvar"), view.find_entities("Inés de Alvar")
    assert [statement.words for statement in view.statements(speaker=tomas.id, about=ines.id)] == [
        "“I have dived here since 2001,” … “Inés de Alvar never asked me.”"
    ]
    dated = view.statements(since="2031-01-01")
    assert dated and all(statement.said.latest and statement.said.latest >= "2031-01-01" for statement in dated)
    assert view.statements()[-1].said.latest is None
    assert view.statements(until="2031-03-03") == ()
    assert view.statements(until="2031-03-04") == dated


def test_passages_stand_in_order_of_the_day_they_speak_of(view: View) -> None:
    (ines,) = view.find_entities("Inés de Alvar")
    days = [passage.when.latest or "9999" for passage in view.passages(ines.id)]
    assert len(days) > 2
    assert days == sorted(days)
    assert days[0].startswith("2030-10")


@given(words=st.text(max_size=30) | st.sampled_from(['"', "harbor AND", "NEAR(", "text:", "*", "^harbor", "a-b", "'", "\0x"]))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_any_input_can_be_searched_for(view: View, words: str) -> None:
    assert len(view.search(words)) <= 50
    assert isinstance(view.find_entities(words), tuple)


def test_words_are_found_in_statements_and_texts(view: View) -> None:
    hits = view.search("dredge harbor")
    assert [bool(hit.statement) for hit in hits] == [True, False]
    assert "[dredge]" in hits[0].snippet
    assert view.search("INES")[0].document
    assert view.search("submarine") == ()
