"""Names of persons, organizations and places in a text, from shape, titles, lists, and the text's own full names."""

from bisect import bisect_left
from dataclasses import dataclass, replace

from onrecord.core.names import PARTICLES, SUFFIXES
from onrecord.core.readings import EntityType
from onrecord.core.spans import Span
from onrecord.knowledge.name_words import known_places, name_words
from onrecord.knowledge.people import (
    census_surnames,
    given_names,
    known_surnames,
    roles,
    surnames,
    weak_given_names,
    world_surnames,
)
from onrecord.knowledge.reporting import phrase_words, reporting_verbs
from onrecord.reading.bodies import Name, with_bodies
from onrecord.reading.expansions import expansion
from onrecord.reading.layout import Layout, Word
from onrecord.reading.naming import Piece, cut, folding, known_at, lower, overlong, person_like, role_at
from onrecord.reading.runs import Run, runs, span_of

LONGEST_DATELINE = 10
LONGEST_DESCRIPTION = 8
"""Words after a comma in which the role that describes a person is looked for."""
SHORTEST_INITIALS = 3
"""Names of fewer parts are not called by their initials: `AR` is more often something else."""


@dataclass(slots=True)
class _Seen:
    """What the text's sure names teach about the others: folded forms of whole names and their parts, words in lower case.

    `alone` are the capitalised words, one or two, that stand by themselves and may be surnames; `acting` the unknown words that
    act as people do, `placed` those that stand where places do.
    """

    persons: set[str]
    surnames: set[str]
    givens: set[str]
    initials: set[str]
    words: frozenset[str]
    others: dict[str, EntityType]
    alone: frozenset[str]
    acting: frozenset[str]
    placed: frozenset[str]


def find_names(layout: Layout) -> tuple[Name, ...]:
    """The names of the text in order of span; no two overlap, and none has `the`, a title or a possessive in it."""
    plain: list[Piece] = []
    headlines: list[Run] = []
    for run in runs(layout):
        if run.titled:
            headlines.append(run)
        else:
            plain.extend(cut(layout.words, run.first, run.last, run.opens))
    seen = _learn(layout, plain)
    for run in headlines:
        for piece in _in_headline(layout, run, seen):
            if piece.type == "person" and piece.last - piece.first == 2:
                _learn_person([folding(word.text) for word in layout.words[piece.first : piece.last]], seen)
    pieces = _settled(layout, plain, seen)
    for run in headlines:
        pieces.extend(_in_headline(layout, run, seen))
    pieces.sort(key=lambda piece: (piece.first, piece.last))
    held = [span_of(layout.words, piece.first, piece.last) for piece in pieces if piece.type in ("organization", "place")]
    return with_bodies(layout, _with_expansions(layout, [_name(layout, piece, held) for piece in pieces], pieces))


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


def _learn(layout: Layout, pieces: list[Piece]) -> _Seen:
    lowercase = frozenset(word.text for word in layout.words if word.text.islower())
    alone = frozenset(_form(layout, piece) for piece in pieces if _stands_alone(layout, piece))
    seen = _Seen(set(), set(), set(), set(), lowercase, {}, alone, _acting(layout, pieces), _placed(layout, pieces))
    for piece in pieces:
        forms = [folding(word.text) for word in layout.words[piece.first : piece.last] if word.text != ","]
        if piece.type == "person" and piece.sure:
            _learn_person(forms, seen)
        elif piece.type is not None and piece.sure:
            seen.others[" ".join(forms)] = piece.type
    return seen


def _acting(layout: Layout, pieces: list[Piece]) -> frozenset[str]:
    """The single unknown words that act as people do somewhere and never stand after an article or where a place does."""
    single = [piece for piece in pieces if piece.type is None and piece.last - piece.first == 1]
    placed = {_form(layout, piece) for piece in single if not _stands_alone(layout, piece)}
    acting = {_form(layout, piece) for piece in single if _does(layout.words, piece.last)}
    inside = {_form(layout, piece) for piece in single if not _begins(layout, piece.first)}
    return frozenset(form for form in acting - placed if not form.endswith(_COMMON_ENDS if form in inside else _WORD_ENDS))


_COMMON_ENDS = ("ers", "als", "ists", "ians", "ants", "ices")
_WORD_ENDS = ("s", "ing", "ion", "ment", "ness", "ity", "ly", "er", "al", "ed", "age", "nce", "body", "one", "ic", "dog", "le")
"""What unknown names do not end in; words that only open sentences are more often no names at all."""


def _placed(layout: Layout, pieces: list[Piece]) -> frozenset[str]:
    """The single words that stand somewhere where a place does (`in Chelsea`)."""
    words = layout.words
    single = [piece for piece in pieces if piece.type is None and piece.last - piece.first == 1 and piece.first]
    return frozenset(_form(layout, piece) for piece in single if lower(words[piece.first - 1]) in name_words("before_place"))


def _does(words: tuple[Word, ...], at: int) -> bool:
    after = lower(words[at]) if at < len(words) else ""
    regular = after.endswith("ed") and len(after) > 4
    return regular or after in reporting_verbs() or (after in name_words("person_verb") and after not in phrase_words("auxiliary"))


def _stands_alone(layout: Layout, piece: Piece) -> bool:
    """Whether the piece is one or two capitalised words of which nothing is known, after no article and no preposition of place."""
    before = lower(layout.words[piece.first - 1]) if piece.first else ""
    unknown = piece.type is None and piece.last - piece.first <= 2 and not layout.words[piece.first].text.isupper()
    return unknown and before not in ("the", "a", "an", "of") and before not in name_words("before_place")


def _learn_person(forms: list[str], seen: _Seen) -> None:
    seen.persons.add(" ".join(forms))
    if len(forms) >= SHORTEST_INITIALS:
        seen.initials.add("".join(form[0] for form in forms))
    if len(forms) > 1 and forms[-1] in SUFFIXES:
        forms = forms[:-1]
    seen.surnames.add(forms[-1])
    if len(forms) > 1:
        seen.givens.add(forms[0])
        start = len(forms) - 1
        while start > 1:
            start -= 1
            seen.surnames.add(" ".join(forms[start:]))


def _settled(layout: Layout, plain: list[Piece], seen: _Seen) -> list[Piece]:
    """The pieces with their types; what the context told of one name of several words holds wherever it stands."""
    first = [_settle(layout, piece, seen) for piece in plain]
    for piece in first:
        if piece is not None and piece.type is not None and piece.last - piece.first > 1:
            seen.others.setdefault(_form(layout, piece), piece.type)
            if piece.type == "person" and not piece.sure:
                _learn_person([folding(word.text) for word in layout.words[piece.first : piece.last] if word.text != ","], seen)
    again = [piece or _settle(layout, plain[at], seen) for at, piece in enumerate(first)]
    return [piece for piece in again if piece is not None]


def _form(layout: Layout, piece: Piece) -> str:
    return folding(" ".join(word.text for word in layout.words[piece.first : piece.last] if word.text != ","))


def _settle(layout: Layout, piece: Piece, seen: _Seen) -> Piece | None:
    """The piece with its type decided, or None where it names nothing that can be told."""
    if _in_dateline(layout, piece):
        return replace(piece, type="place") if piece.type != "person" else None
    if piece.type == "person":
        return _settle_person(layout, piece)
    if (titled := _after_role(layout, piece, seen)) is not None:
        return titled
    form = _form(layout, piece)
    if form in seen.persons or (form in seen.surnames and not _is_other(piece, layout)):
        return _with_particles(layout, replace(piece, type="person"), seen)
    if form in roles():
        return None
    if not piece.sure and form.replace(" ", "") in seen.initials and layout.words[piece.first].text.isupper():
        return replace(piece, type="person")
    kind = piece.type or _elsewhere(form, seen) or _by_context(layout, piece, form, seen)
    return None if kind is None else replace(piece, type=kind)


def _after_role(layout: Layout, piece: Piece, seen: _Seen) -> Piece | None:
    """`Candidate Trump`: a role in capitals that is seldom one, before a surname of the text."""
    found = role_at(layout.words, piece.first, piece.last)
    if found is None or found[1] != piece.last - 1 or folding(layout.words[found[1]].text) not in seen.surnames:
        return None
    return replace(piece, first=found[1], type="person", title=piece.first)


def _settle_person(layout: Layout, piece: Piece) -> Piece | None:
    if _is_street(layout, piece):
        return replace(piece, type="place")
    return piece if piece.title >= 0 or not _articled(layout, piece) or _both_known(layout, piece) else None


def _elsewhere(form: str, seen: _Seen) -> EntityType | None:
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


def _articled(layout: Layout, piece: Piece) -> bool:
    return piece.first > 0 and lower(layout.words[piece.first - 1]) in ("the", "a", "an")


def _both_known(layout: Layout, piece: Piece) -> bool:
    """Whether given name and surname are listed: less does not make a person after an article (`the Sharon Statement`)."""
    words = layout.words
    return folding(words[piece.first].text) in given_names() and folding(words[piece.last - 1].text) in known_surnames()


def _with_particles(layout: Layout, piece: Piece, seen: _Seen) -> Piece:
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


def _by_context(layout: Layout, piece: Piece, form: str, seen: _Seen) -> EntityType | None:
    """What the words around tell of a name that says nothing itself."""
    words = layout.words
    before = lower(words[piece.first - 1]) if piece.first else ""
    after = lower(words[piece.last]) if piece.last < len(words) else ""
    size = piece.last - piece.first
    if size == 1:
        return _single_by_context(layout, piece, form, seen)
    if any(known_at(words, at, piece.last) == ("place", piece.last) for at in range(piece.first + 1, piece.last)):
        return "place"
    if size <= 3 and (_aged(layout, piece.last) or after in reporting_verbs() or before in ("said", "says")):
        return "person"
    if size <= 4 and before not in ("the", "a", "an") and (_described(layout, piece.last) or _called_so(layout, piece, seen)):
        return "person"
    if before in name_words("before_place"):
        return "organization" if before == "at" else "place"
    named_so = before in roles() and roles()[before].kind in ("role", "title")
    return "person" if named_so or (size <= 4 and _half_known(layout, piece, before)) else None


def _described(layout: Layout, at: int) -> bool:
    """`, who runs`; `, a writer for X,`; `, the union's chief`: after the name, what only a person is."""
    words = layout.words
    if at + 2 >= len(words) or words[at].text != ",":
        return False
    if words[at + 1].text in ("who", "whose"):
        return True
    end = at + 1
    while end < min(at + LONGEST_DESCRIPTION, len(words)) and words[end].text[0].isalnum() and lower(words[end]) not in _BREAKING:
        found = role_at(words, end, len(words))
        if found is not None and found[0].kind in ("role", "title", "person") and words[end].text.islower():
            return True
        end += 1
    return False


_BREAKING = frozenset(("of", "for", "at", "in", "and", "who", "which", "that", "said", "was", "is", "with", "to", "from"))


def _called_so(layout: Layout, piece: Piece, seen: _Seen) -> bool:
    """Whether the last or last two of several unknown words stand by themselves elsewhere, as surnames do."""
    words = layout.words[piece.first : piece.last]
    plain = all(word.text[0].isalpha() and word.text[1:2].islower() for word in words)
    ends = {folding(" ".join(word.text for word in words[at:])) for at in range(max(1, len(words) - 2), len(words))}
    return plain and not ends.isdisjoint(seen.alone) and not any(lower(word) in _LISTED for word in words)


_LISTED = frozenset(("of", "for", "and", "on", "the"))


def _half_known(layout: Layout, piece: Piece, before: str) -> bool:
    """Whether the last of several words is a listed surname, or the first a given name, and nothing speaks against a person."""
    words = layout.words
    first, last = folding(words[piece.first].text), folding(words[piece.last - 1].text)
    if before in ("the", "a", "an") or first in name_words("closing") or words[piece.first].text.isupper():
        return False
    if last in known_surnames() or last in census_surnames():
        return last not in name_words("head") and first not in name_words("opening")
    given = first in given_names() and first not in weak_given_names()
    return given and last not in name_words("closing") and last not in name_words("thing")


def _single_by_context(layout: Layout, piece: Piece, form: str, seen: _Seen) -> EntityType | None:
    words = layout.words
    before = lower(words[piece.first - 1]) if piece.first else ""
    after = lower(words[piece.last]) if piece.last < len(words) else ""
    word = layout.words[piece.first]
    if before in name_words("before_place") and form not in given_names():
        return "place"
    if before == "of" and lower(words[piece.first - 2] if piece.first > 1 else word) in name_words("governed"):
        return "place"
    if (form in known_surnames() or form in census_surnames()) and _called_for(layout, piece, before, after):
        return "person"
    if form in seen.words or form in seen.placed or word.text.isupper() or before in ("the", "a", "an"):
        return None
    if (after in ("said", "says", "told", "added") or before in ("said", "says")) and (
        form in known_surnames() or form in given_names()
    ):
        return "person"
    if (
        (form in world_surnames() or surnames().get(form, 0) >= 3)
        and form not in weak_given_names()
        and not _opening(layout, piece.first)
    ):
        return "person"
    if (
        form in weak_given_names()
        or form in known_places()
        or not (form in given_names() or form in census_surnames() or form in seen.acting)
    ):
        return None
    return "person" if not _opening(layout, piece.first) or _acts(words, piece.last) else None


def _called_for(layout: Layout, piece: Piece, before: str, after: str) -> bool:
    """`the Lane campaign`; `LANE:` where somebody is given the word."""
    return (before == "the" and after in name_words("body_of_person")) or (after == ":" and _begins(layout, piece.first))


def _acts(words: tuple[Word, ...], at: int) -> bool:
    """Whether what follows a name is done by somebody or is theirs: a verb in the past or of a person, a possessive."""
    after = lower(words[at]) if at < len(words) else ""
    regular = after.endswith("ed") and len(after) > 4
    return regular or after in ("'s", "'") or after in name_words("person_verb") or after in phrase_words("verb")


def _opening(layout: Layout, at: int) -> bool:
    word = layout.words[at]
    return layout.sentence_at(word.start).start == word.start


def _begins(layout: Layout, at: int) -> bool:
    """Whether a sentence, a quotation or a clause begins with the word, so that its capital tells nothing."""
    return _opening(layout, at) or (at > 0 and layout.words[at - 1].text[0] in "\"“‘'`;:—–-(")


def _aged(layout: Layout, at: int) -> bool:
    """`, 61,`: a comma and an age after the name."""
    words = layout.words
    return (
        at + 2 < len(words)
        and words[at].text == ","
        and words[at + 1].text.isdigit()
        and words[at + 2].text in ",."
        and (len(words[at + 1].text) <= 2)
    )


def _in_headline(layout: Layout, run: Run, seen: _Seen) -> list[Piece]:
    """Names in a headline's capitals: those the text has elsewhere, those known, given names with a surname."""
    words = layout.words
    pieces: list[Piece] = []
    at = run.first
    while at < run.last:
        piece = _headline_piece(layout, at, run.last, seen)
        if piece is None:
            at += 1
        else:
            pieces.append(piece)
            at = piece.last
    return [piece for piece in pieces if piece.last <= len(words)]


def _headline_piece(layout: Layout, at: int, last: int, seen: _Seen) -> Piece | None:
    words = layout.words
    for end in range(min(last, at + 6), at, -1):
        form = folding(" ".join(word.text for word in words[at:end]))
        if form in seen.persons or form in seen.surnames:
            return Piece(at, end, "person", True)
        if form in seen.others and (end - at > 1 or seen.others[form] != "person"):
            return Piece(at, end, seen.others[form], True)
    found = known_at(words, at, last)
    if found is not None:
        return Piece(at, found[1], found[0], True)
    for size in (3, 2):
        end = at + size
        if end <= last and person_like(words, at, end) and folding(words[end - 1].text) in known_surnames():
            return None if overlong(words, at, end) else Piece(at, end, "person", True)
    return None


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
