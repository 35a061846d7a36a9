"""Who holds, held and will hold which office, as one text tells it."""

import pytest

from onrecord.core.documents import Document
from onrecord.core.readings import Reading
from onrecord.core.spans import words_at
from onrecord.reading.rules import RulesReader

READER = RulesReader()


def told(text: str) -> list[str]:
    """The office mentions of a text: `Ada Quill holds mayor of Osterby (District 3) since 2019`."""
    document = Document.of(text)
    reading = READER.read(document)
    names = {chain.id: chain.name for chain in reading.chains}
    return [_line(document.text, reading, names, number) for number in range(len(reading.offices))]


def _line(text: str, reading: Reading, names: dict[str, str], number: int) -> str:
    office = reading.offices[number]
    times = {time.id: words_at(text, time.span) for time in reading.times}
    of = f" of {names[office.organization]}" if office.organization else ""
    post = f" ({office.post})" if office.post else ""
    bounds = (("since", office.since), ("until", office.until), ("during", office.during))
    when = "".join(f" {name} {times[time]}" for name, time in bounds if time)
    return f"{names[office.person]} {office.tells} {office.role}{of}{post}{when}"


BESIDE_NAMES = {
    "Acting Superintendent Ada Quill of the Ohio schools closed two of them.": ["Ada Quill holds superintendent of Ohio (schools)"],
    "Ada Quill, superintendent of the Ohio public schools, closed two of them.": [
        "Ada Quill holds superintendent of Ohio (public schools)"
    ],
    "Superintendent Ada Quill of Ohio closed two schools.": [],
    "Mayor Ada Quill said no.": ["Ada Quill holds mayor"],
    "Former Mayor Ben Hale said no.": ["Ben Hale held mayor"],
    "The then-Mayor Ben Hale said no.": ["Ben Hale held mayor"],
    "The late Mayor Tom Reed was a friend of hers.": ["Tom Reed died mayor"],
    "Mayor-elect Ada Quill said no.": ["Ada Quill will_begin mayor"],
    "Outgoing Mayor Ada Quill said no.": ["Ada Quill holds mayor"],
    "Rep. Jo Hale (D-Ohio) said no.": ["Jo Hale holds representative (Ohio)"],
    "Sen. Jo Hale, R-TX, said no.": ["Jo Hale holds senator (Texas)"],
    "Ohio Gov. Ada Quill said no.": ["Ada Quill holds governor of Ohio"],
    "Osterby City Council President Jo Hale said no.": ["Jo Hale holds president of Osterby City Council"],
    "Ada Quill, mayor of Osterby since 2019, said no.": ["Ada Quill holds mayor of Osterby since 2019"],
    "Ada Quill, then mayor of Osterby, said no.": ["Ada Quill held mayor of Osterby"],
    "Dana Flint, Executive Director at Hill Street Clinic, said no.": ["Dana Flint holds executive director of Hill Street Clinic"],
    "Dana Flint, co-founder and executive director of Hill Street Clinic, said no.": [
        "Dana Flint holds co-founder of Hill Street Clinic",
        "Dana Flint holds executive director of Hill Street Clinic",
    ],
    "Dana Flint, a professor at Osterby College and former deputy mayor of Osterby, said no.": [
        "Dana Flint holds professor of Osterby College",
        "Dana Flint held deputy mayor of Osterby",
    ],
    "Dana Flint, a member of the Osterby City Council, said no.": ["Dana Flint holds council member of Osterby City Council"],
    "Dana Flint, District 14 resident, said no.": ["Dana Flint holds resident (District 14)"],
    "The resignation of Mayor Ben Hale came late.": ["Ben Hale ended mayor"],
    "Osterby Council President, Jo Hale, said no.": ["Jo Hale holds president of Osterby Council"],
    "They asked the Osterby College president, Jo Hale has said.": [],
    "Jo Hale, the 41st governor of Ohio, said no.": ["Jo Hale served governor of Ohio"],
    "No boat has sunk since Mayor Tom Reed opened the canal.": ["Tom Reed served mayor"],
    "The tape led to the resignation of Mayor Ben Hale.": ["Ben Hale ended mayor"],
    "Critics called for the resignation of Mayor Ben Hale.": ["Ben Hale holds mayor"],
    "Ada Quill seeks the ouster of Mayor Ben Hale.": ["Ben Hale holds mayor"],
    "Health Minister Ada Quill said no.": ["Ada Quill holds health minister"],
    "Minister of Health Ada Quill said no.": ["Ada Quill holds health minister"],
    "Ada Quill, the minister for health, said no.": ["Ada Quill holds health minister"],
    "Ada Quill, secretary of energy, said no.": ["Ada Quill holds energy secretary"],
    "Ada Quill, the third president to be impeached by the Norland House, said no.": [],
    "Premier Ada Quill said no.": ["Ada Quill holds premier"],
    "Chief Minister Ada Quill said no.": ["Ada Quill holds chief minister"],
    "Osterby Ferry Board chair Ada Quill said no.": ["Ada Quill holds chair of Osterby Ferry Board"],
    "Tallow Works Corp. president Ada Quill said no.": ["Ada Quill holds president of Tallow Works Corp"],
    "Ada Quill, the Tallow Works Corp. president, said no.": ["Ada Quill holds president of Tallow Works Corp"],
    "Ada Quill, Tallow Works Corp.’s president, said no.": ["Ada Quill holds president of Tallow Works Corp"],
    "The Osterby Ferry Board’s chair, Ada Quill, said no.": ["Ada Quill holds chair of Osterby Ferry Board"],
}


@pytest.mark.parametrize("text", BESIDE_NAMES)
def test_titles_and_appositions_tell_an_office(text: str) -> None:
    assert told(text) == BESIDE_NAMES[text]


BY_VERBS = {
    "Ada Quill was elected mayor of Osterby in 2020.": ["Ada Quill elected mayor of Osterby since 2020"],
    "Ada Quill became governor in 2019.": ["Ada Quill began governor since 2019"],
    "Ada Quill has been mayor since January 2021.": ["Ada Quill holds mayor since January 2021"],
    "Ada Quill was mayor of Osterby from 2010 to 2014.": ["Ada Quill held mayor of Osterby since 2010 until 2014"],
    "Ada Quill, who served three years as mayor of Osterby, said no.": ["Ada Quill held mayor of Osterby during three years"],
    "Ada Quill served eight years as mayor, from 2008 to 2016, and left.": [
        "Ada Quill held mayor since 2008 until 2016 during eight years"
    ],
    "Ben Hale is the Labour Party leader. Ada Quill became leader of the Conservative Party and prime minister last week.": [
        "Ben Hale holds leader of Labour Party",
        "Ada Quill began leader of Conservative Party since last week",
        "Ada Quill began prime minister since last week",
    ],
    "Ada Quill, elected sheriff in 2016, resigned as sheriff last week.": [
        "Ada Quill elected sheriff since 2016",
        "Ada Quill ended sheriff until last week",
    ],
    "Mayor Ada Quill will leave at the end of the year.": [
        "Ada Quill holds mayor",
        "Ada Quill will_end mayor until the end of the year",
    ],
    "Ben Hale, who chairs the ferry committee, said no.": ["Ben Hale holds chair (ferry committee)"],
    "Councilman Ben Hale represents the 14th District.": [
        "Ben Hale holds council member (District 14)",
        "Ben Hale holds council member (District 14)",
    ],
    "Councilman Ben Hale is running again, hoping to go on representing CD 14.": [
        "Ben Hale holds council member (District 14)",
        "Ben Hale names council member (District 14)",
    ],
    "Dana Okoro has served on the school board since 2015.": ["Dana Okoro holds board member (school board) since 2015"],
    "The council appointed Ada Quill chair of the Ferry Board in March 2021.": [
        "Ada Quill began chair of Ferry Board since March 2021"
    ],
    "Last week Ada Quill stepped down as mayor.": ["Ada Quill ended mayor until Last week"],
    "Ada Quill will be sworn in as mayor in January.": ["Ada Quill will_begin mayor since January"],
    "Ada Quill, who heads the Osterby Ferry Board, said no.": ["Ada Quill holds head of Osterby Ferry Board"],
    "Ada Quill headed the Osterby Ferry Board in 2010.": ["Ada Quill held head of Osterby Ferry Board during 2010"],
    "Ada Quill has led the Osterby Ferry Board since 2019.": ["Ada Quill holds head of Osterby Ferry Board since 2019"],
    "Ada Quill leads the Osterby Ferry Board in every poll.": [],
    "Ada Quill succeeded Ben Hale as mayor of Osterby in 2010.": ["Ada Quill began mayor of Osterby since 2010"],
    "Ada Quill will replace Ben Hale as chair of the Ferry Board in May.": ["Ada Quill will_begin chair of Ferry Board since May"],
    "Ada Quill succeeded Ben Hale on Monday.": [],
    "Ada Quill won a seat on the Osterby City Council in 2010.": [
        "Ada Quill elected council member of Osterby City Council since 2010"
    ],
    "Ada Quill won re-election as mayor of Osterby in 2010.": ["Ada Quill elected mayor of Osterby since 2010"],
    "Ada Quill won the vote in 2010.": [],
    "Hale Motors named Ada Quill president in 2010.": ["Ada Quill began president of Hale Motors since 2010"],
    "The Osterby Ferry Board has appointed Ada Quill as its president.": ["Ada Quill began president of Osterby Ferry Board"],
    "Hale Motors President Ben Hale stepped down.": [
        "Ben Hale holds president of Hale Motors",
        "Ben Hale ended president of Hale Motors",
    ],
    "Ada Quill was mayor of Osterby from 2001 to 2005 and again from 2012 to 2016.": [
        "Ada Quill held mayor of Osterby since 2001 until 2005",
        "Ada Quill held mayor of Osterby since 2012 until 2016",
    ],
}


@pytest.mark.parametrize("text", BY_VERBS)
def test_verbs_tell_an_office(text: str) -> None:
    assert sorted(told(text)) == sorted(BY_VERBS[text])


NONE = [
    "Ada Quill is running for mayor.",
    "Ada Quill, the Democratic nominee for governor, said no.",
    "Ada Quill, a candidate for mayor, said no.",
    "If Ada Quill becomes mayor, the ferry will run.",
    "Ada Quill would have been elected mayor.",
    "Ada Quill was not appointed sheriff.",
    "Ada Quill, the mayor's wife, said no.",
    "Ada Quill, a friend of the mayor, said no.",
    "Ada Quill, president of the company, said no.",
    "After two hours with Ada Quill, the prime minister looked ashen.",
    "What would a President Quill do? Ada Quill did not say.",
    "Ada Quill later named the head of the dockers union her deputy.",
    "“If I were mayor, I was elected sheriff,” said Ada Quill.",
]


@pytest.mark.parametrize("text", NONE)
def test_what_is_none_tells_no_office(text: str) -> None:
    assert told(text) == []


def test_refusing_to_resign_ends_nothing() -> None:
    assert told("Sheriff Ben Hale refused to resign. Hale said he will not step down.") == ["Ben Hale holds sheriff"]


def test_a_text_fills_in_what_a_mention_leaves_out() -> None:
    text = "Osterby City Councilman Ben Hale said no.\n\nHale left the Osterby City Council in 2019."
    assert told(text) == [
        "Ben Hale holds council member of Osterby",
        "Ben Hale ended council member of Osterby City Council until 2019",
    ]


@pytest.mark.parametrize(
    ("text", "courtesy"),
    [
        ("Mayor Ada Quill opened the bridge.", False),
        ("Mayor Quill opened the bridge.", True),
        ("The tape recorded a call to Mayor Ada Quill.", True),
    ],
)
def test_a_bare_title_or_one_in_passing_is_one_of_courtesy(text: str, courtesy: bool) -> None:
    assert [office.courtesy for office in READER.read(Document.of(text)).offices] == [courtesy]
