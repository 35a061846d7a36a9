"""Words by which languages are told."""

from functools import cache

from onrecord.knowledge.tables import rows


@cache
def languages_of() -> dict[str, tuple[str, ...]]:
    """Function word in lower case → the languages (ISO 639-1) that it speaks for."""
    found: dict[str, tuple[str, ...]] = {}
    for code, words in rows("languages.tsv"):
        for word in dict.fromkeys(words.split()):
            found[word] = (*found.get(word, ()), code)
    return found
