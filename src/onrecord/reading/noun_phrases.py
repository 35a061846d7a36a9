"""Noun phrases beside a verb, found without a parser: who may be the source of a report, and where their description ends.

Indices count words; a phrase is `[first, last)`. A quotation stands among the words as one word of its own, `QUOTED`.
"""

from collections.abc import Sequence

from onrecord.core.names import PARTICLES
from onrecord.knowledge.reporting import phrase_words, reporting_verbs
from onrecord.reading.layout import Word

QUOTED = "“…”"
"""The text of a word that stands for a whole quotation."""

QUOTED_ON = "“… …”"
"""The same for a quotation that begins in lower case, so that it goes on with what stands before it."""

LONGEST_PHRASE = 16
"""Words between two commas that a source may have: 99 % of the sources in annotated news are shorter."""

LONGEST_DESCRIPTION = 32
"""Words that a source with its appositions may have."""

_INNER_PUNCTUATION = frozenset("'’-–&/.")
_CONTINUES = frozenset({"of", "for", "from", "at"})


def is_quoted(word: Word) -> bool:
    """Whether the word stands for a quotation."""
    return word.text in (QUOTED, QUOTED_ON)


def is_word(word: Word) -> bool:
    """Whether it is a word or a number and no mark of punctuation."""
    return word.text[0].isalnum() or (word.text[0] in "'’" and len(word.text) > 1)


def before_verb_group(words: Sequence[Word], index: int) -> int:
    """The first word of the auxiliaries and adverbs before the verb at `words[index]`."""
    while index > 1 and (is_auxiliary(words[index - 1]) or words[index - 1].text.lower() in phrase_words("adverb")):
        index -= 1
    return index


def is_auxiliary(word: Word) -> bool:
    """Whether the word helps a verb: `may`, not `May`, who is somebody in front of a verb."""
    return word.text.lower() in phrase_words("auxiliary") and word.text != "May"


def _is_verb(word: Word) -> bool:
    return word.text.lower() in phrase_words("verb") and word.text != "May"


def phrase_before(words: Sequence[Word], stop: int, floor: int = 0) -> int | None:
    """The first word of the noun phrase that ends right before `words[stop]`, or None; it does not reach below `floor`."""
    if stop <= floor:
        return None
    if words[stop - 1].text == ",":
        return _described_before(words, stop - 1, floor)
    return _bare_before(words, stop, floor)


def _bare_before(words: Sequence[Word], stop: int, floor: int) -> int | None:
    last = words[stop - 1]
    if last.text.lower() in phrase_words("subject"):
        return stop - 1
    first = stop
    while first > floor and stop - first < LONGEST_PHRASE and _fits(words, first - 1, stop):
        first -= 1
    return _opening(words, first, stop)


def _fits(words: Sequence[Word], index: int, stop: int) -> bool:
    word = words[index]
    lowered = word.text.lower()
    if lowered in ("and", "&"):
        return index + 1 < stop and _opens_phrase(words[index + 1]) and index > 0 and _ends_name(words[index - 1])
    if lowered in phrase_words("subject") and not (word.capitalized and index + 1 < stop and words[index + 1].capitalized):
        return False
    if not is_word(word):
        return word.text in _INNER_PUNCTUATION
    return lowered not in phrase_words("clause") and not _is_verb(word) and not _reports(words, index)


def _reports(words: Sequence[Word], index: int) -> bool:
    """Whether the word is a reporting verb in a form that is no noun, as far as its shape tells."""
    word = words[index]
    verb = reporting_verbs().get(word.text)
    return verb is not None and word.text != verb.lemma and word.text not in (verb.lemma + "s", verb.lemma + "ing")


def _ends_name(word: Word) -> bool:
    return word.capitalized or is_word(word)


def _opens_phrase(word: Word) -> bool:
    lowered = word.text.lower()
    return word.capitalized or lowered in phrase_words("opening") or lowered in PARTICLES - {"e", "y"} or word.text[0].isdigit()


def _opening(words: Sequence[Word], first: int, stop: int) -> int | None:
    """Where in the stretch the phrase itself opens: past a setting (`In a speech Monday`) that the stretch begins with."""
    while first < stop and not is_word(words[first]):
        first += 1
    if first == stop or not any(word.text[0].isalpha() for word in words[first:stop]):
        return None
    if words[first].text.lower() in phrase_words("adverb") and first + 1 < stop:
        return _opening(words, first + 1, stop)
    if words[first].text.lower() not in phrase_words("setting"):
        return first if _opens_phrase(words[first]) or words[stop - 1].text[-1:] == "s" else None
    for at in range(first + 1, stop):
        before, word = words[at - 1], words[at]
        held = before.text.lower() in phrase_words("within") or before.text.lower() in phrase_words("opening")
        follows_name = before.capitalized and before.text.lower() not in phrase_words("setting") and at - 1 > first
        starts = word.capitalized or word.text.lower() in phrase_words("opening")
        if starts and not held and not follows_name and word.text.lower() not in phrase_words("setting"):
            return at
    return None


def _described_before(words: Sequence[Word], comma: int, floor: int) -> int | None:
    """A phrase with a description between commas: `Jo Lind, 61, the clerk of Kettle Bay,` before its verb."""
    at = comma
    while (
        at > floor and comma - at < LONGEST_DESCRIPTION and words[at - 1].text not in (QUOTED, QUOTED_ON, ";", ":", "—", "--", ".")
    ):
        at -= 1
    commas = [index for index in range(at, comma) if words[index].text == ","]
    for position in range(len(commas) - 1, -1, -1):
        begin = commas[position - 1] + 1 if position else at
        first = _bare_before(words, commas[position], begin)
        if first is not None and _could_be_described(words, first) and _describes(words, commas[position] + 1):
            return first
    return None


def is_participle(word: Word) -> bool:
    """Whether the word looks like a present participle (`speaking`), and not like `everything` or `spring`."""
    lowered = word.text.lower()
    return lowered.endswith("ing") and len(lowered) > 6 and not lowered.endswith("thing")


def past_tense(word: Word) -> bool:
    """Whether the word looks like a regular past tense (`thundered`)."""
    return word.text.islower() and word.text.endswith("ed") and len(word.text) > 4


def _could_be_described(words: Sequence[Word], first: int) -> bool:
    opens = words[first]
    lowered = opens.text.lower()
    if lowered in phrase_words("setting") or is_participle(opens):
        return False
    return lowered in phrase_words("opening") or opens.capitalized or lowered in PARTICLES


def _describes(words: Sequence[Word], start: int) -> bool:
    """Whether a description opens here: `who …`, `whose …`, an age, a role, `the clerk of …`."""
    lowered = words[start].text.lower()
    if lowered in ("who", "whose", "which", "himself", "herself", "now", "then"):
        return True
    return (
        lowered not in phrase_words("subject") and lowered not in phrase_words("clause") and lowered not in phrase_words("setting")
    )


def phrase_after(words: Sequence[Word], start: int) -> int | None:
    """One past the last word of the noun phrase that begins at `words[start]`, with its appositions; None if none begins."""
    if start >= len(words):
        return None
    first = words[start]
    lowered = first.text.lower()
    if lowered in phrase_words("subject") and not (first.capitalized and lowered in ("i", "who")):
        return start + 1
    if not is_word(first) or not _opens_phrase(first) or lowered in phrase_words("setting"):
        return None
    if lowered in phrase_words("clause") or (lowered in phrase_words("adverb") and lowered not in ("both", "all", "each")):
        return None
    end = _bare_after(words, start)
    while end < len(words) and words[end].text == "," and end - start < LONGEST_DESCRIPTION:
        further = _apposition_after(words, end + 1)
        if further is None:
            break
        end = further
    return end


def _bare_after(words: Sequence[Word], start: int) -> int:
    end = start + 1
    while end < len(words) and end - start < LONGEST_PHRASE and _goes_on(words, end):
        end += 1
    while end > start + 1 and (not is_word(words[end - 1]) or words[end - 1].text.lower() in phrase_words("within")):
        end -= 1
    return end


def _goes_on(words: Sequence[Word], index: int) -> bool:
    word = words[index]
    lowered = word.text.lower()
    following = words[index + 1] if index + 1 < len(words) else None
    if lowered in ("and", "&"):
        return following is not None and following.capitalized and words[index - 1].capitalized
    if lowered in _CONTINUES:
        return following is not None and _opens_phrase(following) and following.text.lower() not in ("a", "an")
    if not is_word(word):
        return word.text in _INNER_PUNCTUATION and following is not None and is_word(following) and word.text != "."
    if lowered in phrase_words("setting") or lowered in phrase_words("subject") or lowered in phrase_words("clause"):
        return False
    if (lowered in phrase_words("adverb") and not _determined(words, index)) or _is_verb(words[index]):
        return False
    if _reports(words, index):
        return False
    opened = words[index - 1].text.lower() in phrase_words("opening")
    cardinal = word.text[0].isdigit()
    if not word.capitalized and words[index - 1].capitalized and not opened and not cardinal and not _name_resumes(words, index):
        return False
    return not (lowered in phrase_words("opening") and words[index - 1].text.lower() not in _CONTINUES)


def _determined(words: Sequence[Word], index: int) -> bool:
    return words[index - 1].text.lower() in ("the", "a", "an", "his", "her", "their", "its")


def _name_resumes(words: Sequence[Word], index: int) -> bool:
    """Whether capitalized words go on within three words (`Ohio governor Jo Lind`), so that lower case is no end of the name."""
    for word in words[index + 1 : index + 4]:
        if not is_word(word) or word.text.lower() in phrase_words("setting") or word.text.lower() in phrase_words("clause"):
            return False
        if word.capitalized:
            return True
    return False


def _apposition_after(words: Sequence[Word], start: int) -> int | None:
    """The end of an apposition that begins after a comma, or None where something else does."""
    if start >= len(words):
        return None
    first = words[start]
    lowered = first.text.lower()
    if first.text.isdigit() and (start + 1 == len(words) or words[start + 1].text in (",", ".")):
        return start + 1
    if not is_word(first) or lowered in phrase_words("subject") or lowered in phrase_words("setting"):
        return None
    if lowered in phrase_words("clause") or lowered in phrase_words("adverb") or lowered in reporting_verbs():
        return None
    if lowered.endswith("ing") or not (_opens_phrase(first) or _is_role(words, start)):
        return None
    end = _bare_after(words, start)
    if (
        end < len(words)
        and words[end].text not in (",", ".", ";", QUOTED, QUOTED_ON)
        and words[end].text.lower() not in _APPOSITION_MAY_RUN_ON
    ):
        return None if words[end].text.lower() in phrase_words("verb") else end
    while end < len(words) and words[end].text.lower() in _APPOSITION_MAY_RUN_ON and end - start < LONGEST_PHRASE:
        end = _bare_after(words, end)
    return end


_APPOSITION_MAY_RUN_ON = frozenset({"in", "on", "with", "and"})


def _is_role(words: Sequence[Word], index: int) -> bool:
    return index + 1 < len(words) and words[index + 1].text.lower() in ("of", "for", "at")
