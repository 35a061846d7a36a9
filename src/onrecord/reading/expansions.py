"""Organizations printed with their acronym: `Strategic Harbor Action Reform Project (SHARP)`."""

from onrecord.core.spans import Span
from onrecord.reading.layout import Layout, Word

LONGEST_EXPANSION = 10


def expansion(layout: Layout, acronym: Span, at: int) -> Span | None:
    """The words before the parenthesis around an acronym that spell it; `at` is the index of the acronym's word."""
    words = layout.words
    if at < 2 or at + 1 >= len(words) or words[at - 1].text != "(" or words[at + 1].text != ")":
        return None
    letters = layout.text[slice(*acronym)].replace(".", "").lower()
    paragraph = layout.paragraph_at(acronym.start)
    for start in range(at - 3, max(-1, at - 2 - LONGEST_EXPANSION), -1):
        if start < 0 or words[start].start < paragraph.start or not words[start].text[0].isalpha() or words[start + 1].text == ",":
            return None
        if words[start].capitalized and spells(letters, words[start : at - 1]):
            return Span(words[start].start, words[at - 2].end)
    return None


def spells(letters: str, words: tuple[Word, ...]) -> bool:
    """Whether folded letters come, in order, from the words: from every capitalised one its first letter, from any one more."""
    if not words:
        return not letters
    word, rest = words[0], words[1:]
    text = word.text.lower()
    if not letters.startswith(text[0]):
        return not word.capitalized and spells(letters, rest)
    if not word.capitalized and spells(letters, rest):
        return True
    return any(spells(letters[used:], rest) for used in _used(letters, text))


def _used(letters: str, text: str) -> list[int]:
    """How many of the letters a word can give: its first, then any others in order."""
    counts = [1]
    at = 1
    for letter in text[1:]:
        if at < len(letters) and letter == letters[at]:
            at += 1
            counts.append(at)
    return counts
