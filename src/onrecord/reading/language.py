"""The language of a text, told by its function words."""

import re
from collections import Counter

from onrecord.knowledge.languages import languages_of

UNDETERMINED = "und"
LOOKED_AT = 20_000
"""Characters looked at from the start: some 3,000 words, more than enough to tell."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def language(text: str) -> str:
    """The language that most function words of the text speak for, as an ISO 639-1 code, or `und`.

    A longer text must have some: names alone, or a language that is not listed, stay undetermined.
    """
    words = _WORD.findall(text[:LOOKED_AT].lower())
    known = languages_of()
    votes: Counter[str] = Counter()
    for word in words:
        for code in known.get(word.replace("’", "'"), ()):
            votes[code] += 1
    if not votes:
        return UNDETERMINED
    most = max(votes.values())
    best = [code for code, count in votes.items() if count == most]
    # Five words in a hundred: running English has forty, a list of names or a table still a few.
    if most < len(words) * 0.05:
        return UNDETERMINED
    if len(best) > 1:
        return "en" if "en" in best else UNDETERMINED
    return best[0]
