"""Whom the words of a source mean, within one invented story: heads, bodies called by a name, nominals and pronouns."""

import pytest

from onrecord.core.documents import Document
from onrecord.core.spans import Span
from onrecord.knowledge.reporting import ReportingVerb
from onrecord.reading.attributions import Attribution
from onrecord.reading.chains import Chains, build_chains
from onrecord.reading.continuations import Carried
from onrecord.reading.layout import layout
from onrecord.reading.names import find_names
from onrecord.reading.speakers import resolve_source
from onrecord.reading.statements import read_with

STORY = """Ana Ruiz and Carl Vance met on Monday. Tom Reed, who runs the harbor office, was there with Sen. Rosa Lane (D-Ohio).

The Ruiz campaign said it would win. Harbor Union sent a letter. The Vance administration denied it."""


def chains_of(text: str) -> Chains:
    page = layout(text)
    return build_chains(page, find_names(page), "d" * 32)


def meant(story: str, source: str) -> str:
    """Whom a source means where it stands last: a name, or why nobody with the names it could be."""
    chains = chains_of(story)
    names = {chain.id: chain.name for chain in chains.chains}
    start = story.rindex(source)
    found = resolve_source(chains, Span(start, start + len(source)))
    if found.chain is not None:
        return names[found.chain]
    return " ".join([found.basis, *sorted(names[chain] for chain in found.candidates)])


@pytest.mark.parametrize(
    ("source", "who"),
    [
        ("former secretary of state Ana Ruiz", "Ana Ruiz"),
        ("Sen. Rosa Lane (D-Ohio)", "Rosa Lane"),
        ("Ruiz herself", "Ana Ruiz"),
        ("Vance boldly", "Carl Vance"),
        ("Vance this week", "Carl Vance"),
        ("Ruiz's", "Ana Ruiz"),
        ("a lawyer for the paper, Tom Reed,", "Tom Reed"),
        ("another critic, Tom Reed of Calder,", "Tom Reed"),
        ("The winner, 19-year-old student Tom Reed,", "Tom Reed"),
        ("the club’s captain, Calder midfielder Tom Reed,", "Tom Reed"),
        ("The suspect, 34-year-old Tom Reed", "Tom Reed"),
        ("Speaker of the parliament Tom Reed", "Tom Reed"),
        ("another panelist, Tom Reed,", "Tom Reed"),
        ("a third skater, Tom Reed", "Tom Reed"),
        ("Current Prime Minister of India Tom Reed", "Tom Reed"),
        ("One of the paper's authors, historian Tom Reed,", "Tom Reed"),
        ("Member of Parliament (MP) Tom Reed of the Harbor Party", "Tom Reed"),
        ("Export–Import Bank president Tom Reed", "Tom Reed"),
        ("The judge presiding over the case, Tom Reed,", "Tom Reed"),
        ("A lawyer representing the union, Tom Reed,", "Tom Reed"),
        ("the head of the Harbor Union Tom Reed", "Tom Reed"),
        ("Speaker of the House Tom Reed", "Tom Reed"),
        ("a customer, retiree Tom Reed,", "Tom Reed"),
        ("Reed -- author of a book about Ana Ruiz --", "Tom Reed"),
        # who only qualifies the source is not the source
        ("some miffed Ruiz supporters", "unnamed"),
        ("aides to Sen. Rosa Lane of Ohio", "unnamed"),
        ("friends of Ruiz", "unnamed"),
        ("one of Ruiz's aides", "unnamed"),
        ("people attending the rally, Tom Reed among them,", "unnamed"),
        ("friends of the union Tom Reed", "unnamed"),
        ("a colleague of the mayor Ana Ruiz", "unnamed"),
        ("civil rights groups like the Harbor Union", "unnamed"),
        ("many Democrats, including Ruiz's advisers,", "unnamed"),
        ("a Ruiz campaign aide", "unnamed"),
        ("Ruiz's memoir", "unnamed"),
        ("a neighbor, a friend of Tom Reed,", "unnamed"),
        ("a lawyer, unlike Tom Reed,", "unnamed"),
        ("a boy, son of Tom Reed,", "unnamed"),
        # several at once are not one
        ("Ruiz, Vance and Reed", "ambiguous Ana Ruiz Carl Vance Tom Reed"),
        ("Vance and his aides", "ambiguous Carl Vance"),
        ("dock manager Carl Vance and crane driver Tom Reed", "ambiguous Carl Vance Tom Reed"),
        ("the mayor and his aides", "unnamed"),
        # bodies called by a person's name
        ("the Ruiz campaign", "Ruiz campaign"),
        ("Ruiz's campaign", "Ruiz campaign"),
        ("the Vance administration", "Vance administration"),
    ],
)
def test_whom_the_head_of_a_source_means(source: str, who: str) -> None:
    assert meant(f"{STORY}\n\nLater {source} said so.", source) == who


@pytest.mark.parametrize(
    ("story", "source", "who"),
    [
        # called by what papers call somebody who was just named
        ("Carl Vance wants to run again. The billionaire said he was ready.", "The billionaire", "Carl Vance"),
        ("Rosa Lane spoke. The former first lady and senator said no.", "The former first lady and senator", "Rosa Lane"),
        ("Rosa Lane spoke. The 61-year-old said no.", "The 61-year-old", "Rosa Lane"),
        ("Mayor Ana Ruiz spoke. The mayor of Toledo said no.", "The mayor of Toledo", "Ana Ruiz"),
        # somebody new, or too many to choose from
        ("Carl Vance was there.\n\nThe judge said no.", "The judge", "unresolved"),
        ("Carl Vance met Tom Reed. The candidate said no.", "The candidate", "Carl Vance"),
        ("It was over Carl Vance and Tom Reed. The candidate said no.", "The candidate", "unresolved"),
        ("Carl Vance left office. The new mayor said no.", "The new mayor", "unresolved"),
        ("Republican Carl Vance spoke. The Democratic nominee said no.", "The Democratic nominee", "Carl Vance"),
        # relative pronouns reach over a description
        ("They met Tom Reed, a teacher, who said no.", "who", "Tom Reed"),
        ("They met Tom Reed (D-Ohio), who said no.", "who", "Tom Reed"),
        ("They met voters who said no.", "who", "unresolved"),
        # a body is `it` where it reports
        ("The Harbor Trust met on Monday. Later it announced a plan.", "it", "Harbor Trust"),
    ],
)
def test_whom_nominals_and_pronouns_mean(story: str, source: str, who: str) -> None:
    assert meant(story, source) == who


@pytest.mark.parametrize(
    ("story", "who"),
    [
        ("Carl Vance said Tom Reed would lose. “Yes,” he said.", "Carl Vance"),
        ("Ana Ruiz spoke. “I saw Rosa Lane there,” she said.", "Ana Ruiz"),
        ("Carl Vance spoke. Tom Reed was wrong, he said.", "Carl Vance"),
        ("Carl Vance spoke.\n\n“One. Two. Three. Four. Five. Six.”\n\n“Seven,” he said.", "Carl Vance"),
    ],
)
def test_a_name_in_what_is_said_does_not_say_it(story: str, who: str) -> None:
    assert meant(story, "she" if "she said" in story else "he") == who


def test_the_first_person_in_a_quotation_is_whoever_says_it() -> None:
    story = "“Rosa was there. I warned that nobody would pay,” Ana Ruiz told reporters."

    def span(words: str) -> Span:
        return Span(story.index(words), story.index(words) + len(words))

    def found(*_: object) -> list[Carried]:
        whole = span("“Rosa was there. I warned that nobody would pay,”")
        outer = Attribution((span("Ana Ruiz"),), (span("told"),), (whole,), SAYS, "alone")
        first = Span(story.index("I warned"), story.index("I warned") + 1)
        inner = Attribution((first,), (span("warned"),), (span("that nobody would pay"),), SAYS, "alone")
        return [Carried(outer), Carried(inner)]

    reading = read_with(found, Document.of(story), "test/1")
    names = {chain.id: chain.name for chain in reading.chains}
    spoken = {each.printed: names.get(each.speaker or "", each.basis) for each in reading.statements}
    assert spoken == {"Ana Ruiz": "Ana Ruiz", "I": "Ana Ruiz"}


SAYS = ReportingVerb("say", "said", "c")


def test_a_source_whose_surname_is_a_month() -> None:
    story = "Prime Minister Ida May met Tom Reed. The talks will go on, Prime Minister Ida May said Monday."

    assert meant(story, "Prime Minister Ida May") == "Ida May"
    assert meant("Tom Reed met Ida Lane. The talks will go on, Reed Monday said.", "Reed Monday") == "Tom Reed"
