"""Who speaks each quotation of the demo stories, as a careful reader would write it down."""

from dataclasses import dataclass

DE_AVILA = "Marisol de Ávila"
PRUETT = "Harlan Pruett"
G_BRANDVOLD = "Greta Brandvold"
T_BRANDVOLD = "Thomas Brandvold"
ACHTERBERG = "Wendell Achterberg"
LINDQVIST = "Tessa Lindqvist"
VAN_DER_MOLEN = "Ilse van der Molen"
FERRAND = "Colette Ferrand-Quist"
HALLORAN = "Noor Halloran-Béchard"
DELL_ORTO = "Renzo Dell'Orto"
TENNANT = "Pia Tennant-Rao"


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation in a demo story.

    `story` is the file, or `file#id` in a container; `words` the quoted words as printed, without the marks around them, found
    exactly once in the story; a quotation in several pieces is several quotations. `speaker` is the full name that the record
    should show, or None where the words are somebody's whom the story does not name, or nobody's (a song, a slogan, a term).
    """

    story: str
    words: str
    speaker: str | None


_SLIP = "courier-2023-03-15-larch-street-slip.txt"
_HEARING = "signal-2023-03-16-ferry-hearing.html"
_DELAYED = "courier-2023-10-04-vote-delayed.md"
_RELEASE = "keep-kettle-connected-release.txt"
_GAVEL = "courier-2024-01-09-council-president.txt"
_LEVY = "signal-2024.jsonl#levy"
_DEBATE = "signal-2024.jsonl#debate"
_ELECTION = "courier-2024-11-06-election.html"
_FIRST_BOAT = "signal-2025-03-17-first-hourly-boat.txt"

QUOTATIONS = (
    Quotation(_SLIP, "Nobody in this building wants to be the one who ties up the last boat,", PRUETT),
    Quotation(_SLIP, "But I cannot ask a widow on Gull Point to pay for a ferry she has never ridden.", PRUETT),
    Quotation(
        _SLIP,
        "A ferry that runs twice a day is a museum piece. Run it hourly and people will come, and I will be on the first boat,",
        DE_AVILA,
    ),
    Quotation(_SLIP, "What he calls a loss is a road. Nobody asks Larch Street to turn a profit.", DE_AVILA),
    Quotation(_SLIP, "keeps its promises to developers by the hour and to islanders by the decade.", DE_AVILA),
    Quotation(_SLIP, "We were promised a working waterfront,", G_BRANDVOLD),
    Quotation(_SLIP, "We are getting condominiums with a view of where we used to work.", G_BRANDVOLD),
    Quotation(_HEARING, "The Last Boat Home,", None),
    Quotation(_HEARING, "Run it hourly and people will come,", DE_AVILA),
    Quotation(_HEARING, "They ask me when the boat goes back,", ACHTERBERG),
    Quotation(_HEARING, "When I tell them, they stop asking.", ACHTERBERG),
    Quotation(_HEARING, "I have read the consultant’s report twice,", T_BRANDVOLD),
    Quotation(_HEARING, "and I still do not know what a piling costs.", T_BRANDVOLD),
    Quotation(_HEARING, "My father tied up the first diesel boat at Larch Street in 1958,", G_BRANDVOLD),
    Quotation(_HEARING, "He used to say a slip is like a tooth. You do not miss it until you have to chew.", G_BRANDVOLD),
    Quotation(
        _HEARING,
        "So go ahead and pull it. Just don’t come to my members in ten years and ask what it would cost to put one back.",
        G_BRANDVOLD,
    ),
    Quotation(_HEARING, "transition assistance,", None),
    Quotation(_DELAYED, "I will not vote on arithmetic I can do better on a napkin,", T_BRANDVOLD),
    Quotation(_DELAYED, "sleep on that slip", G_BRANDVOLD),
    Quotation(_DELAYED, "They keep asking me whether we are family,", G_BRANDVOLD),
    Quotation(_DELAYED, "I say that I never met a Brandvold who could count, so maybe.", G_BRANDVOLD),
    Quotation(_DELAYED, "a slow way of saying no.", DE_AVILA),
    Quotation(_DELAYED, "It is October,", DE_AVILA),
    Quotation(_DELAYED, "By spring the ice will have decided for us.", DE_AVILA),
    Quotation(_DELAYED, "Every year since 1987 I have been told to plan no further than Labor Day,", VAN_DER_MOLEN),
    Quotation(_DELAYED, "So I plan no further than Labor Day.", VAN_DER_MOLEN),
    Quotation(
        _DELAYED,
        "respects the council's wish to be careful, and hopes that it will one day have finished being careful.",
        LINDQVIST,
    ),
    Quotation(
        _RELEASE, "An island with a ferry on Saturdays is an island where you can get married but not see a dentist,", HALLORAN
    ),
    Quotation(_RELEASE, "We thank the Mayor for the weddings.", HALLORAN),
    Quotation(
        _RELEASE,
        "There are 63 children on the island who go to school across the water. The Mayor's offer gets them there for the weekend,",
        ACHTERBERG,
    ),
    Quotation(
        _RELEASE,
        "Our members did not drive those pilings to see them hold up a wine bar. "
        "We will be on the picket line for as long as there is a slip to stand on,",
        G_BRANDVOLD,
    ),
    Quotation(
        _RELEASE,
        "Marisol De Avila is the one person at City Hall who answers her telephone. The rest of them should try it",
        DELL_ORTO,
    ),
    Quotation(_RELEASE, "I am in the eighth grade, and I have missed 19 days of school because of fog or money,", TENNANT),
    Quotation(_RELEASE, "Only the fog is nobody's fault.", TENNANT),
    Quotation(_GAVEL, "I was told that a councilwoman from the island would never hold this gavel,", DE_AVILA),
    Quotation(_GAVEL, "It turns out that it floats.", DE_AVILA),
    Quotation(_GAVEL, "when the numbers are honest,", T_BRANDVOLD),
    Quotation(
        _GAVEL,
        "I look forward to disagreeing with Council President de Ávila in person and no longer through the newspaper,",
        PRUETT,
    ),
    Quotation(_GAVEL, "Ask me when the ice is out,", DE_AVILA),
    Quotation(_GAVEL, "I do one job at a time. This week's is to find out what a piling costs.", DE_AVILA),
    Quotation(_GAVEL, "Four to three is a landslide in this town,", G_BRANDVOLD),
    Quotation(_LEVY, "It is less than a tank of gas, and you get an island,", DE_AVILA),
    Quotation(_LEVY, "I have ordered a second freezer. That is how sure I am.", ACHTERBERG),
    Quotation(_LEVY, "never stop at $38.", FERRAND),
    Quotation(_LEVY, "I have lived here for 50 years and I have yet to meet a temporary tax.", FERRAND),
    Quotation(_LEVY, "the pilings alone will eat the first three years.", T_BRANDVOLD),
    Quotation(_LEVY, "We knocked on the mayor’s, too,", G_BRANDVOLD),
    Quotation(_LEVY, "He was very polite about it.", G_BRANDVOLD),
    Quotation(_LEVY, "HOURLY", None),
    Quotation(_DEBATE, "You wanted to sell it,", DE_AVILA),
    Quotation(_DEBATE, "You had a price.", DE_AVILA),
    Quotation(_DEBATE, "a duty to the whole city, the dry parts included.", PRUETT),
    Quotation(_DEBATE, "The council president has never met a bill she could not name after a child,", PRUETT),
    Quotation(_DEBATE, "I can wait,", PRUETT),
    Quotation(_DEBATE, "I have read them too.", PRUETT),
    Quotation(_DEBATE, "Everything under water does,", PRUETT),
    Quotation(_DEBATE, "She returns a call, and she reads a contract before she signs the photograph of it,", G_BRANDVOLD),
    Quotation(_DEBATE, "I intend to work with whoever wins,", T_BRANDVOLD),
    Quotation(_DEBATE, "and to count for them.", T_BRANDVOLD),
    Quotation(_DEBATE, "The Ferry Question,", None),
    Quotation(_ELECTION, "Last year the mayor told us that nobody rides this boat,", DE_AVILA),
    Quotation(_ELECTION, "Tonight I counted 400 of you, and you had to stand.", DE_AVILA),
    Quotation(
        _ELECTION,
        "I said that I would not promise what I could not pay for, and I have been thanked for my honesty in the usual way,",
        PRUETT,
    ),
    Quotation(_ELECTION, "buy a small boat and keep it to myself.", PRUETT),
    Quotation(_ELECTION, "I have bought him a calendar,", G_BRANDVOLD),
    Quotation(_ELECTION, "has a mandate, and a mandate is not a budget.", T_BRANDVOLD),
    Quotation(_ELECTION, "The company wishes the mayor-elect well,", None),
    Quotation(_FIRST_BOAT, "Run it hourly and people will come, and I will be on the first boat,", DE_AVILA),
    Quotation(_FIRST_BOAT, "I would like it noted that I paid my fare,", DE_AVILA),
    Quotation(_FIRST_BOAT, "I was wrong about the riders,", PRUETT),
    Quotation(_FIRST_BOAT, "I was right about the pilings.", PRUETT),
    Quotation(_FIRST_BOAT, "Somebody will have to explain that number to me slowly,", T_BRANDVOLD),
    Quotation(_FIRST_BOAT, "By then he will need a reservation,", G_BRANDVOLD),
    Quotation(_FIRST_BOAT, "Thirty-eight years,", VAN_DER_MOLEN),
    Quotation(_FIRST_BOAT, "This is the first spring that anybody has asked me for a timetable.", VAN_DER_MOLEN),
    Quotation(_FIRST_BOAT, "historic.", None),
    Quotation(_FIRST_BOAT, "It is a boat,", ACHTERBERG),
    Quotation(_FIRST_BOAT, "It goes there and it comes back. That was all we asked.", ACHTERBERG),
)
