"""Posts in print: the seat that an office is for. `14th District`, `District 14` and `CD 14` are one; `D-Ohio` is Ohio's."""

import re

from onrecord.core.names import fold
from onrecord.core.spans import Span
from onrecord.knowledge.name_words import known_places
from onrecord.knowledge.offices import office_forms, office_words

_ORDINALS = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth"
_KIND = r"(?P<kind>district|ward|precinct|seat|position|division)"
_MIDDLE = r"(?:congressional|council|council's|assembly|senate|senatorial|supervisorial|legislative|judicial|city council)"
_DISTRICT = re.compile(
    rf"""\b(?:(?P<ordinal>\d{{1,3}})(?:st|nd|rd|th)|(?P<spelled>{_ORDINALS}))\s(?:{_MIDDLE}\s)*{_KIND}\b
       | \b(?P<kind_before>district|ward|precinct|seat|position|division)\s(?:no\.\s|\#)?(?P<number>\d{{1,3}})\b
       | \b(?:CD|HD|SD|LD|AD)[\s-]?(?P<short>\d{{1,3}})\b""",
    re.VERBOSE | re.IGNORECASE,
)
_PARTY_AND_PLACE = re.compile(
    r"""\s?[(,]\s?(?:D|R|I|DFL|Dem|Rep|Democrat|Republican|Independent)\.?\s?(?:[-–—]|,\s)\s?
        (?P<place>[A-Z][\w.’'\ ]{1,24}?)\s?(?=[),;.]|$)""",
    re.VERBOSE,
)
_PLACE_ALONE = re.compile(r"\s\((?P<place>[A-Z][a-z]+\.?(?:\s[A-Z][a-z]+\.?)?)\)")
LONGEST = 48
"""Characters after a name in which its party and place may stand."""


def district_in(text: str, span: Span) -> str:
    """The first numbered seat in a stretch of the text, as `District 14`, or ""."""
    found = _DISTRICT.search(text, *span)
    return _numbered(found) if found else ""


def district_at(text: str, start: int, end: int) -> Span | None:
    """Where a numbered seat stands that begins at an offset, or None."""
    found = _DISTRICT.match(text, start, end)
    return Span(*found.span()) if found else None


def _numbered(found: re.Match[str]) -> str:
    kind = (found["kind"] or found["kind_before"] or "district").capitalize()
    spelled = str(_ORDINALS.split("|").index(found["spelled"].lower()) + 1) if found["spelled"] else ""
    return f"{kind} {int(found['ordinal'] or found['number'] or found['short'] or spelled)}"


def place_after(text: str, name: Span) -> str:
    """The place in the party's mark after a name (`(R-Ohio)`, `, D-Osterby,`, `(Tex.)`), in full, or ""."""
    end = min(len(text), name.end + LONGEST)
    marked = _PARTY_AND_PLACE.match(text, name.end, end)
    alone = None if marked else _PLACE_ALONE.match(text, name.end, end)
    found = marked or alone
    if found is None:
        return ""
    place = " ".join(found["place"].split())
    postal = office_forms("postal").get(place.lower(), "") if marked and place.isupper() else ""
    return postal or full_place(place) or (place if marked else "")


def full_place(printed: str) -> str:
    """The place's full name where it is known by this one (`Vt.` → `Vermont`), or "" ; none that says only which nation's."""
    known = known_places().get(fold(printed), "")
    return "" if known in office_words("nation") else known.title().replace(" Of ", " of ")
