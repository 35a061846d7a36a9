"""Names that a headline in capitals ran together with the words before them: `Lane Urges Brask` is Brask."""

from functools import cache, lru_cache

from onrecord.core.names import fold
from onrecord.knowledge.name_words import name_words
from onrecord.knowledge.people import given_names
from onrecord.knowledge.reporting import reporting_verbs


@lru_cache(maxsize=1 << 16)
def person_alone(name: str) -> str:
    """A person's printed name without the words of a headline before it.

    These end with a reporting verb, or, where another word stands before it, with one that only a headline capitalises there.
    A given name is neither (`Will`, `May`). Two names with `and` between stay one that is nobody's.
    """
    words = name.split()
    after = [at + 1 for at, word in enumerate(words[:-1]) if _ran_on(fold(word), at)]
    return " ".join(words[after[-1] :]) if after else name


def _ran_on(word: str, at: int) -> bool:
    return word not in given_names() and (word in reporting_verbs() or (at > 0 and word in _headline_words()))


@cache
def _headline_words() -> frozenset[str]:
    return name_words("closing") | name_words("opening") - name_words("particle") - {"and", "or", "nor"}
