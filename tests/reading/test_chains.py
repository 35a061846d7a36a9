"""Who is who within one invented story: names, pronouns and nominals brought together, titles, and whom a source means."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.core.spans import Span
from onrecord.reading.chains import Chains, build_chains
from onrecord.reading.layout import layout
from onrecord.reading.names import find_names
from onrecord.reading.speakers import resolve_source

STORY = """HARBOR CITY, Ohio (AP) — Calder Mayor Ana Ruiz, 61, said on Monday that she would run again.

Rosa Lane, a councilwoman, said Ruiz was wrong. The mayor said the council had waited. Her spokesman Tom Reed agreed.

A spokesman for the Harbor Trust said nothing. A spokesman for Ruiz said no. A Ruiz campaign aide said yes.

Ruiz's lawyer said maybe. Officials said it rained.

Peter Lane, the union chief, disagreed. "No," Lane said.

The councilwoman said she was sorry. The Calder City Council said it would vote. The city council said it again.

Janet R. Flint, executive director at Black Women for Harbor, said she agreed. Flint, who voted, said: "Yes."

Okafor and Reed said they left. The Ruiz Foundation said hello. The senator said nothing."""


def chains_of(text: str) -> Chains:
    page = layout(text)
    return build_chains(page, find_names(page), "d" * 32)


def as_lines(text: str) -> list[str]:
    """Each chain as a line: its name, then its mentions in order."""
    chains = chains_of(text)
    return [
        f"{chain.name}: " + " / ".join(text[slice(*mention.span)] for mention in chains.mentions if mention.chain == chain.id)
        for chain in chains.chains
    ]


def source(text: str, words: str, within: str = "") -> str:
    """Whom the words mean, where they stand first after `within`: a name, or why nobody."""
    chains = chains_of(text)
    names = {chain.id: chain.name for chain in chains.chains}
    start = text.index(words, text.index(within) if within else 0)
    found = resolve_source(chains, Span(start, start + len(words)))
    assert found.printed == words
    if found.candidates:
        return f"{found.basis}: " + ", ".join(sorted(names[chain] for chain in found.candidates))
    return names[found.chain] if found.chain else found.basis


@pytest.mark.parametrize(
    ("words", "within", "meant"),
    [
        ("Calder Mayor Ana Ruiz, 61,", "", "Ana Ruiz"),
        ("she", "that she would", "Ana Ruiz"),
        ("Rosa Lane, a councilwoman,", "", "Rosa Lane"),
        ("The mayor", "", "Ana Ruiz"),
        ("Her spokesman Tom Reed", "", "Tom Reed"),
        # who speaks for a body is the body; who speaks for a person is nobody that is named
        ("A spokesman for the Harbor Trust", "", "Harbor Trust"),
        ("A spokesman for Ruiz", "", "unnamed"),
        ("A Ruiz campaign aide", "", "unnamed"),
        ("Ruiz's lawyer", "", "unnamed"),
        ("Officials", "", "unnamed"),
        # of two persons of one surname, the one named in full last
        ("Lane", "Lane said.", "Peter Lane"),
        ("The councilwoman", "", "Rosa Lane"),
        ("she", "she was sorry", "Rosa Lane"),
        ("The Calder City Council", "", "Calder City Council"),
        ("The city council", "", "Calder City Council"),
        ("Janet R. Flint, executive director at Black Women for Harbor,", "", "Janet R. Flint"),
        ("she", "she agreed", "Janet R. Flint"),
        ("Flint, who voted,", "", "Janet R. Flint"),
        ("The Ruiz Foundation", "", "Ruiz Foundation"),
        ("The senator", "", "unresolved"),
    ],
)
def test_whom_a_source_means(words: str, within: str, meant: str) -> None:
    assert source(STORY, words, within) == meant


def test_a_source_that_is_not_there_is_nobody() -> None:
    found = resolve_source(chains_of(STORY), None)
    assert (found.chain, found.basis) == (None, "none")


def test_a_named_spokesman_is_the_speaker() -> None:
    chains = chains_of(STORY)
    start = STORY.index("Her spokesman Tom Reed")
    found = resolve_source(chains, Span(start, start + len("Her spokesman Tom Reed")))
    assert [chain.name for chain in chains.chains if chain.id == found.chain] == ["Tom Reed"]


def test_a_name_in_apposition_is_the_head() -> None:
    text = "Thomas Ost was there. Hours earlier the other Ost in the fight, Local 88 President Greta Ost, told them to go."
    assert source(text, "the other Ost in the fight, Local 88 President Greta Ost,") == "Greta Ost"


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("Reed's client, Greta Ost,", "Greta Ost"),
        ("One passenger, Greta Ost,", "Greta Ost"),
        ("One rancher, Greta Ost, 68,", "Greta Ost"),
        ("Reed's predecessor, Greta Ost, who left in May,", "Greta Ost"),
        ("Reed's clients, Greta Ost and Ana Ruiz,", "unnamed"),
        ("Reed's client, a friend of Greta Ost,", "unnamed"),
        ("Reed's client", "unnamed"),
    ],
)
def test_somebody_of_somebodys_is_whoever_is_named_in_apposition(words: str, meant: str) -> None:
    assert source(f"Tom Reed was there. {words} told them to go.", words) == meant


def test_two_sources_at_once_are_not_one() -> None:
    text = "Ana Ruiz met Tom Reed. Ruiz and Reed said they agreed."
    assert source(text, "Ruiz and Reed") == "ambiguous: Ana Ruiz, Tom Reed"


def test_forms_of_one_name_are_one_person() -> None:
    text = (
        "Councilman Kevin de Lima spoke. De Lima sat down. Kevin De Lima said he was glad.\n\n"
        "Later Kevin left. “I am going,” the councilman said."
    )
    assert as_lines(text) == ["Kevin de Lima: Kevin de Lima / De Lima / Kevin De Lima / he / Kevin / the councilman"]


def test_accents_are_folded_and_the_fullest_name_is_kept() -> None:
    text = "Nuria León Peña spoke. Leon Pena sat down. Peña said she was glad."
    assert as_lines(text)[0].startswith("Nuria León Peña: Nuria León Peña / Leon Pena / Peña")


def test_two_people_of_one_surname_stay_two() -> None:
    text = "Greta Ost runs the union. Thomas Ost is a councilman. Greta Ost said she was no relation. The councilman said nothing."
    assert as_lines(text) == ["Greta Ost: Greta Ost / Greta Ost / she", "Thomas Ost: Thomas Ost / The councilman"]


def test_an_honorific_tells_people_of_one_surname_apart() -> None:
    text = "Bill Vance spoke. Helen Vance listened. Mr. Vance left, and Mrs. Vance stayed."
    assert as_lines(text) == ["Bill Vance: Bill Vance / Vance", "Helen Vance: Helen Vance / Vance"]


def test_a_father_and_his_junior_are_two() -> None:
    text = "Karl Vance and Karl Vance Jr. met. Karl Vance Jr. left."
    assert as_lines(text) == ["Karl Vance: Karl Vance", "Karl Vance Jr.: Karl Vance Jr. / Karl Vance Jr."]


def test_a_pronoun_that_fits_two_equally_is_left_open() -> None:
    text = "The town saw Ana Ruiz and Rosa Lane. She said it was over."
    assert source(text, "She") == "ambiguous: Ana Ruiz, Rosa Lane"


def test_a_pronoun_in_a_quotation_is_not_whoever_speaks() -> None:
    text = "Carl Vance was angry. “He lied,” Vance said."
    assert as_lines(text) == ["Carl Vance: Carl Vance / Vance"]


def test_acronyms_and_short_forms_are_one_organization() -> None:
    text = "The Harbor Asset Development Effort (HADE) wrote to the Calder City Council. HADE said the council knew."
    assert as_lines(text) == [
        "Harbor Asset Development Effort: Harbor Asset Development Effort / HADE / HADE",
        "Calder City Council: Calder City Council / the council",
    ]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Calder City Council President Nora Vance spoke.", "president | Calder City Council | held"),
        ("It was then-City Council President Nora Vance who spoke.", "president | City Council | past"),
        ("Former Mayor Nora Vance spoke.", "mayor |  | past"),
        ("Sen. Nora Vance spoke.", "senator |  | held"),
        ("Calder Mayor Nora Vance spoke.", "mayor | Calder | held"),
        ("Nora Vance, executive director at the Harbor Trust, spoke.", "executive director | Harbor Trust | held"),
        ("Nora Vance, who is the mayor of Calder, spoke.", "mayor | Calder | held"),
        ("We met campaign manager Nora Vance.", "campaign manager |  | held"),
    ],
)
def test_titles_beside_a_name(text: str, title: str) -> None:
    chains = chains_of(text)
    names = {chain.id: chain.name for chain in chains.chains}
    found = [f"{t.role} | {names.get(t.organization, '')} | {'past' if t.former else 'held'}" for t in chains.titles]
    assert found == [title]
    assert names[chains.titles[0].person] == "Nora Vance"


PIECES = [
    "Ana Ruiz",
    "Tom Reed",
    "Ruiz",
    "the mayor",
    "she",
    "said",
    "who",
    ",",
    ".",
    "\n",
    "“",
    "”",
    "The Harbor Trust",
    "Mayor",
    "de Lima",
]


@pytest.mark.parametrize("behind", [", whose father was the mayor of Osterby", ", 61, whose wife is a senator"])
def test_what_somebodys_kin_are_is_no_title_of_theirs(behind: str) -> None:
    chains = chains_of(f"Tom Reed spoke first. “We’re late,” added Reed{behind}.")

    assert [chain.name for chain in chains.chains if chain.type == "person"] == ["Tom Reed"]
    assert chains.titles == ()


@given(st.lists(st.sampled_from(PIECES)))
def test_mentions_stand_in_order_in_chains_that_exist_and_names_never_overlap(pieces: list[str]) -> None:
    chains = chains_of(" ".join(pieces))
    ids = {chain.id for chain in chains.chains}
    assert len(ids) == len(chains.chains)
    assert {mention.chain for mention in chains.mentions} == ids
    assert list(chains.mentions) == sorted(chains.mentions, key=lambda mention: mention.span)
    for name, other in pairwise(mention for mention in chains.mentions if mention.form == "name"):
        assert name.span.end <= other.span.start
    assert len({mention.span for mention in chains.mentions}) == len(chains.mentions)
    assert {title.person for title in chains.titles} <= ids
    assert chains == chains_of(" ".join(pieces))


def test_a_given_name_that_is_a_particle_elsewhere_is_one_with_its_surname() -> None:
    (chain,) = as_lines("Ben Carlin spoke first. Carlin said that Ben Carlin had won.")
    assert chain.startswith("Ben Carlin")
