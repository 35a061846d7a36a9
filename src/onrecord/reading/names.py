"""Names of persons, organizations and places in a text, from shape, titles, lists, and the text's own full names."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import replace

from onrecord.core.names import PARTICLES, SUFFIXES
from onrecord.core.readings import EntityType
from onrecord.core.spans import Span
from onrecord.knowledge.name_words import name_words
from onrecord.knowledge.people import given_names, known_surnames, roles, singular_titles
from onrecord.knowledge.reporting import phrase_words
from onrecord.reading.bodies import Name, with_bodies
from onrecord.reading.expansions import expansion
from onrecord.reading.headline_names import in_headline
from onrecord.reading.layout import Layout, Word
from onrecord.reading.lone_names import LEAST, Lone, likelihood, lone
from onrecord.reading.name_contexts import by_context
from onrecord.reading.name_lessons import Seen, form_of, forms_of, learn, learn_person
from onrecord.reading.naming import Piece, cut, end_of_role, folding, lower, role_at
from onrecord.reading.runs import Run, runs, span_of
from onrecord.reading.storms import without_storms
from onrecord.reading.title_lists import is_plural, listed, names_party
from onrecord.reading.told_name import ToldName
from onrecord.reading.told_names import joined
from onrecord.reading.whole_names import pieces_whole, told_whole, whole_names
from onrecord.reading.words_as_names import with_lone_surnames

LONGEST_DATELINE = 10
LONGEST_LIST = 12
"""Pieces among which the names of a list are looked for."""

Judge = Callable[[Layout, Piece, Seen, Lone], Piece | None]


def find_names(layout: Layout, judge: Judge | None = None, told: Sequence[ToldName] | None = None) -> tuple[Name, ...]:
    """The names of the text in order of span; no two overlap, and none has `the`, a title or a possessive in it.

    `judge` says of a piece that nothing told whether it is a person's name; left out, by how likely it is one. `told` are the
    names that a network found, which go before what the rules find; left out, the rules find all.
    """
    judge = judge or lone_person
    plain: list[Piece] = []
    headlines: list[Run] = []
    for run in runs(layout):
        if run.titled:
            headlines.append(run)
        else:
            title = end_of_role(layout.words, run.first, run.last)
            plain.extend(cut(layout.words, run.first + title, run.last, run.opens and not title))
    whole = whole_names(layout)
    plain = pieces_whole(_with_listed(layout, plain), whole)
    seen = learn(layout, plain)
    for run in headlines:
        for piece in in_headline(layout, run, seen):
            if piece.type == "person" and piece.last - piece.first == 2:
                learn_person([folding(word.text) for word in layout.words[piece.first : piece.last]], seen)
    pieces = _settled(layout, plain, seen, judge)
    for run in headlines:
        pieces.extend(in_headline(layout, run, seen))
    if told is not None:
        told = list(told_whole(layout, told, whole, pieces))
        pieces = joined(layout, pieces, told, seen.persons | seen.surnames, seen.words)
    pieces = [_without_lead(layout, piece) for piece in pieces if not _is_joined(layout.words, piece)]
    pieces = with_lone_surnames(layout, without_storms(layout, _without_titles_alone(layout, pieces)))
    pieces.sort(key=lambda piece: (piece.first, piece.last))
    held = [span_of(layout.words, piece.first, piece.last) for piece in pieces if piece.type in ("organization", "place")]
    return with_bodies(layout, _with_expansions(layout, [_name(layout, piece, held) for piece in pieces], pieces))


def _is_joined(words: Sequence[Word], piece: Piece) -> bool:
    """Whether a name begins, or a person's ends, with what tells of something by a name: `Quill-backed Marl`, `Quill-related`."""
    ends = {piece.first, piece.last - 1} if piece.type == "person" else {piece.first} - {piece.last - 1}
    tails = (words[at].text.rpartition("-") for at in ends)
    return any(hyphen and tail in name_words("joined_to") for _, hyphen, tail in tails)


def _without_lead(layout: Layout, piece: Piece) -> Piece:
    """A name without what stands before it: a body's at a sentence's start (`And Parliament`) or behind a number (`Three Harbor
    Democrats`), a person's behind an age."""
    word = layout.words[piece.first]
    if piece.last - piece.first < 2 or piece.type == "place":
        return piece
    if piece.type == "person":
        return replace(piece, first=piece.first + 1) if word.text.endswith("-year-old") else piece
    opens = layout.sentence_at(word.start).start == word.start
    leads = lower(word) in name_words("counting") or (opens and lower(word) in phrase_words("clause") | {"now", "then"})
    return replace(piece, first=piece.first + 1) if leads else piece


def _without_titles_alone(layout: Layout, pieces: list[Piece]) -> list[Piece]:
    """The pieces without titles of several that stand for a name: `the Senators` are those named before, unless the text has a team
    (`Marl Senators`) or a person (`Ida Deans`) so named."""
    named = {lower(layout.words[piece.last - 1]) for piece in pieces if piece.last - piece.first > 1}
    titles = singular_titles().keys() - named
    return [piece for piece in pieces if piece.last - piece.first > 1 or lower(layout.words[piece.first]) not in titles]


def _with_listed(layout: Layout, plain: list[Piece]) -> list[Piece]:
    """The pieces, those in a list after a title in the plural made persons: `Lind` in `Presidents Quill and Lind`."""
    made: dict[int, Piece] = {}
    for at, piece in enumerate(plain):
        if piece.title < 0 or not is_plural(layout.words[piece.title : piece.first]):
            continue
        follow = [other for other in plain[at + 1 : at + LONGEST_LIST] if _may_be_listed(layout.words[other.first], other)]
        spans = [span_of(layout.words, other.first, other.last) for other in (piece, *follow)]
        others = follow[: listed(layout.text, spans) - 1]
        made |= {other.first: replace(other, type="person", sure=True) for other in others if other.title < 0}
    return [made.get(piece.first, piece) for piece in plain] if made else plain


def _may_be_listed(word: Word, piece: Piece) -> bool:
    return piece.type in (None, "person") and not names_party(word)


def _with_expansions(layout: Layout, names: list[Name], pieces: list[Piece]) -> tuple[Name, ...]:
    """The names, with the words that an acronym in parentheses stands for as a name of an organization."""
    spelled = [
        span
        for name, piece in zip(names, pieces, strict=True)
        if name.type == "organization" and (span := expansion(layout, name.span, piece.first)) is not None
    ]
    kept = [name for name in names if not _covered(name.span, spelled)]
    return tuple(sorted([*kept, *(Name(span, "organization") for span in spelled)], key=lambda name: name.span))


def _covered(span: Span, spans: list[Span]) -> bool:
    """Whether a span overlaps one of several that are in order and apart."""
    at = bisect_left(spans, Span(span.end, 0))
    return at > 0 and spans[at - 1].overlaps(span)


def _settled(layout: Layout, plain: list[Piece], seen: Seen, judge: Judge) -> list[Piece]:
    """The pieces with their types; what the context told of one name of several words holds wherever it stands."""
    first = [_settle(layout, piece, seen) for piece in plain]
    for piece in first:
        if piece is not None and piece.type is not None and piece.last - piece.first > 1:
            seen.others.setdefault(form_of(layout, piece), piece.type)
            if piece.type == "person" and not piece.sure:
                learn_person(forms_of(layout, piece), seen)
    again = [
        _settle(layout, plain[at], seen) if piece is None or _may_be_shouted(layout, piece, seen) else piece
        for at, piece in enumerate(first)
    ]
    told = lone(layout, plain, again)
    settled = [piece or judge(layout, plain[at], seen, told) for at, piece in enumerate(again)]
    return [piece for piece in settled if piece is not None]


def _may_be_shouted(layout: Layout, piece: Piece, seen: Seen) -> bool:
    """Whether letters taken for an organization's are a surname of the text in capitals (`LIND:`)."""
    return piece.type == "organization" and not piece.sure and form_of(layout, piece) in seen.surnames


def lone_person(layout: Layout, piece: Piece, seen: Seen, told: Lone) -> Piece | None:
    """The piece as a person's name where that is likely enough, else None."""
    if piece.type is not None or likelihood(layout, piece, seen, told) < LEAST:
        return None
    return replace(piece, type="person")


def _settle(layout: Layout, piece: Piece, seen: Seen) -> Piece | None:
    """The piece with its type decided, or None where it names nothing that can be told."""
    if _in_dateline(layout, piece):
        return replace(piece, type="place") if piece.type != "person" else None
    if _is_firm(layout, piece):
        return replace(piece, type="organization")
    if piece.type == "person":
        return _settle_person(layout, piece)
    if (titled := _after_role(layout, piece, seen)) is not None:
        return titled
    form = form_of(layout, piece)
    if form in seen.persons or (form in seen.surnames and not _is_other(piece, layout)):
        return _with_particles(layout, replace(piece, type="person"), seen)
    if form in roles():
        return None
    if not piece.sure and form.replace(" ", "") in seen.initials and layout.words[piece.first].text.isupper():
        return replace(piece, type="person")
    kind = piece.type or _elsewhere(form, seen) or by_context(layout, piece, form, seen)
    return None if kind is None else replace(piece, type=kind)


def _after_role(layout: Layout, piece: Piece, seen: Seen) -> Piece | None:
    """`Candidate Trump`: a role in capitals that is seldom one, before a surname of the text."""
    found = role_at(layout.words, piece.first, piece.last)
    if found is None or found[1] != piece.last - 1 or folding(layout.words[found[1]].text) not in seen.surnames:
        return None
    return replace(piece, first=found[1], type="person", title=piece.first)


def _settle_person(layout: Layout, piece: Piece) -> Piece | None:
    if _is_street(layout, piece):
        return replace(piece, type="place")
    piece = _without_honours(layout, piece)
    return piece if piece.title >= 0 or not _articled(layout, piece) or _both_known(layout, piece) else None


def _without_honours(layout: Layout, piece: Piece) -> Piece:
    """The name without the letters after it that say what somebody is (`Rosa Lane OBE`)."""
    words = layout.words
    last = piece.last
    while last - piece.first > 2 and words[last - 1].text.isupper() and 2 <= len(words[last - 1].text) <= 4:
        last -= 1
    stays = last == piece.last or all(word.text.isupper() for word in words[piece.first : last]) or lower(words[last]) in SUFFIXES
    return piece if stays else replace(piece, last=last)


def _elsewhere(form: str, seen: Seen) -> EntityType | None:
    """What the same words are where the text is sure of them; a given name alone is the person's."""
    return seen.others.get(form) or ("person" if form in seen.givens else None)


def _in_dateline(layout: Layout, piece: Piece) -> bool:
    """Whether a paragraph begins with the piece in capitals and a dash follows: `HARBOR CITY, Ohio (AP) — `."""
    words = layout.words
    if layout.paragraph_at(words[piece.first].start).start != words[piece.first].start:
        return False
    if not all(word.text.isupper() for word in words[piece.first : piece.last]):
        return False
    following = [word.text for word in words[piece.last : piece.last + LONGEST_DATELINE]]
    dashes = [at for at, text in enumerate(following) if text in ("—", "–", "--", "-", "―")]
    return bool(dashes) and not any(text.islower() and text != "and" for text in following[: dashes[0]])


def _is_street(layout: Layout, piece: Piece) -> bool:
    """Whether what looks like a person's name is where something stands: `on Vance Lane`."""
    before = lower(layout.words[piece.first - 1]) if piece.first and piece.title < 0 else ""
    sited = piece.last - piece.first > 1 and lower(layout.words[piece.last - 1]) in name_words("site")
    return sited and (before == "on" or before in name_words("before_place"))


def _is_firm(layout: Layout, piece: Piece) -> bool:
    """Whether two names with `&` between are a firm's (`Quill & Holm`), not two given names' (`Ida & Jon`)."""
    words = layout.words[piece.first : piece.last]
    return piece.title < 0 and len(words) == 3 and words[1].text == "&" and folding(words[2].text) not in given_names()


def _articled(layout: Layout, piece: Piece) -> bool:
    return piece.first > 0 and lower(layout.words[piece.first - 1]) in ("the", "a", "an")


def _both_known(layout: Layout, piece: Piece) -> bool:
    """Whether given name and surname are listed: less does not make a person after an article (`the Sharon Statement`)."""
    words = layout.words
    return folding(words[piece.first].text) in given_names() and folding(words[piece.last - 1].text) in known_surnames()


def _with_particles(layout: Layout, piece: Piece, seen: Seen) -> Piece:
    """`Ávila` after a lower-case `de` is `de Ávila` where the text has a full name with it."""
    words = layout.words
    start = piece.first
    while start and words[start - 1].text in PARTICLES and words[start - 1].end + 1 == words[start].start:
        start -= 1
    form = folding(" ".join(word.text for word in words[start : piece.last]))
    return replace(piece, first=start) if form in seen.surnames else piece


def _is_other(piece: Piece, layout: Layout) -> bool:
    """A surname that is a known place as well is the place after `in`, and where it stands with its state."""
    if piece.type != "place":
        return False
    before = lower(layout.words[piece.first - 1]) if piece.first else ""
    return before in name_words("before_place")


def _name(layout: Layout, piece: Piece, held: list[Span]) -> Name:
    assert piece.type is not None
    span = span_of(layout.words, piece.first, piece.last)
    if piece.title < 0:
        return Name(span, piece.type)
    title = Span(_title_start(layout, piece.title), layout.words[piece.first - 1].end)
    at = bisect_left(held, Span(title.end, 0)) - 1
    return Name(span, piece.type, title, held[at] if at >= 0 and held[at].within(title) else None)


def _title_start(layout: Layout, at: int) -> int:
    """Where the title begins, with a lower-case `former` or `then` before it."""
    before = layout.words[at - 1] if at else None
    if (
        before is not None
        and before.text.lower() in name_words("former")
        and before.start >= layout.sentence_at(layout.words[at].start).start
    ):
        return before.start
    return layout.words[at].start
