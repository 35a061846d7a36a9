"""Invented sentences with each word of the program's own lists: who is told as the speaker.

    python -m benchmarks.listed [--reader rules]

`surnames`: somebody with a title, then the surname by itself, of legislators (the 1,800 that most bear). `titles`: each before a
name. `given names`: each before a surname that tells nothing. `full names`: given names and surnames drawn from the lists, each
pair introduced in nine ways. `persons`: somebody's client, passenger, … with a name behind it in commas. `verbs`: each past tense
that reports, behind and before a quotation, before `that`, and with a colon. All is invented, and the same few words around each,
so this finds what a list leaves out or forbids, and is no share of what stories hold.
"""

import argparse
from collections.abc import Iterator
from random import Random

from onrecord.core.documents import Document
from onrecord.core.readings import Reading, Statement
from onrecord.core.spans import words_at
from onrecord.knowledge.people import given_names, known_surnames, roles, surnames
from onrecord.knowledge.persons import nouns
from onrecord.knowledge.reporting import reporting_verbs
from onrecord.reading import READERS

SURNAMES = 1800
PAIRS = 200
INTRODUCED = (
    "{} said it was late.",
    "{}, 68, said it was late.",
    "{}, a baker, said it was late.",
    "A neighbor, {}, said it was late.",
    "The mayor’s mother, {}, said it was late.",
    "Republican {} said it was late.",
    "Osterby police chief {} said it was late.",
    "Marl Teachers Union president {} said it was late.",
    "A statement from {} said it was late.",
)
SMALL = frozenset(["of", "for", "the", "and"])
SHOWN = 40
PAST = frozenset(["said", "told", "wrote", "spoke", "thought", "felt"])

Case = tuple[str, str, tuple[str, ...], str]
"""What is tried, a text, how the statements begin that must be told, and whose they are."""


def main() -> None:
    """Print how many of each list are told rightly, and the first of the others."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reader", choices=sorted(READERS), default="neural")
    reader = READERS[parser.parse_args().reader]()
    print(f"reader {reader.version}\n\n| list | tried | right | not right |\n| --- | --- | --- | --- |")
    for name, cases in (
        ("surnames", lone()),
        ("titles", titled()),
        ("given names", given()),
        ("full names", full()),
        ("persons", apposed()),
        ("verbs", told()),
    ):
        tried = list(cases)
        wrong = [what for what, text, contents, who in tried if not _right(text, reader.read(Document.of(text)), contents, who)]
        more = ", …" if len(wrong) > SHOWN else ""
        print(f"| {name} | {len(tried):,} | {len(tried) - len(wrong):,} | {', '.join(wrong[:SHOWN])}{more} |", flush=True)


def lone() -> Iterator[Case]:
    """Surnames by themselves: `Price said`."""
    often = sorted(surnames(), key=lambda name: (-surnames()[name], name))[:SURNAMES]
    for surname in often:
        name = _capitalized(surname)
        text = (
            f"Mayor Ida {name} of Osterby met farmers on the hill and heard them out. The farmers asked {name} to wait.\n\n"
            f"“Nobody rows for nothing,” {name} said. The council later told {name} that the toll would stay."
        )
        yield name, text, ("“Nobody",), f"Ida {name}"


def titled() -> Iterator[Case]:
    """Titles and roles before a name."""
    for form, role in sorted(roles().items()):
        if role.kind != "honorific":
            first = f"The ferry will sail in June, {_capitalized(form)} Ida Hadley said Monday."
            yield form, f"{first}\n\n“Nobody rows for nothing,” Hadley said.", ("The ferry", "“Nobody"), "Ida Hadley"


def given() -> Iterator[Case]:
    """Given names before a surname."""
    for given_name in sorted(given_names()):
        name = _capitalized(given_name)
        text = f"{name} Hadley, who runs the ferry, met farmers on Monday.\n\n“Nobody rows for nothing,” Hadley said."
        yield name, text, ("“Nobody",), f"{name} Hadley"


def full() -> Iterator[Case]:
    """Given names and surnames of the lists, drawn with one seed, where the text has named nobody."""
    draw = Random(1)
    given_list, surname_list = sorted(given_names()), sorted(known_surnames())
    for _ in range(PAIRS):
        name = f"{_capitalized(draw.choice(given_list))} {_capitalized(draw.choice(surname_list))}"
        for frame in INTRODUCED:
            yield frame.format(name), f"Farmers met on the hill on Monday.\n\n{frame.format(name)}", ("it was late",), name


def apposed() -> Iterator[Case]:
    """Nouns of one person, with the name behind them: `Vale’s client, Marta Okafor, said`."""
    for form, noun in sorted(nouns().items()):
        if noun.type == "person" and not noun.many and form == noun.lemma:
            text = f"Jon Vale runs the ferry.\n\nVale’s {form}, Marta Okafor, said it was late."
            yield form, text, ("it was late",), "Marta Okafor"


def told() -> Iterator[Case]:
    """Verbs that report, in the past."""
    story = "Mayor Ida Quill spoke to farmers on the hill in Osterby.\n\n"
    for form, verb in sorted(reporting_verbs().items()):
        if not form.endswith("ed") and form not in PAST:
            continue
        said = "“The toll will rise,”"
        reports = (f"{said} Quill {form}.", f"{said} {form} Quill.", f"Quill {form}: “The toll will rise.”")
        for report in reports if "q" in verb.frames else ():
            yield form, story + report, ("“The toll",), "Ida Quill"
        if "c" in verb.frames:
            yield form, f"{story}Quill {form} that the toll would rise.", ("that the toll",), "Ida Quill"


def _capitalized(form: str) -> str:
    return " ".join(word if word in SMALL else "-".join(part.capitalize() for part in word.split("-")) for word in form.split())


def _right(text: str, reading: Reading, contents: tuple[str, ...], who: str) -> bool:
    """Whether statements that begin so are all told, and as somebody's of that name."""
    named = {chain.id: chain.name for chain in reading.chains}
    theirs = [each for each in reading.statements if named.get(each.speaker or "") == who]
    return all(any(_begins(text, each, content) for each in theirs) for content in contents)


def _begins(text: str, statement: Statement, content: str) -> bool:
    return bool(statement.content) and words_at(text, *statement.content).startswith(content)


if __name__ == "__main__":
    main()
