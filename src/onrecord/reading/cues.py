"""Cues: which words of a sentence report, and where their verb group begins."""

from collections.abc import Sequence

from onrecord.knowledge.reporting import ReportingVerb, phrase_words, reporting_verbs
from onrecord.reading.layout import Word
from onrecord.reading.noun_phrases import is_auxiliary, is_quoted, past_tense, phrase_before


def reporting_verb_at(words: Sequence[Word], index: int) -> ReportingVerb | None:
    """The reporting verb that the word is a form of; None where it is none, or a noun of the same form."""
    form = words[index].text if index else words[index].text.lower()
    verb = reporting_verbs().get(form)
    if verb is None:
        return _unlisted(words, index)
    return None if _is_noun(words, index, verb) or _names(words, index, verb) else verb


def _names(words: Sequence[Word], index: int, verb: ReportingVerb) -> bool:
    """Whether the verb only gives a thing its name: `a coalition called the Sunrise Movement`, `a bill dubbed Dry Feet`."""
    if verb.lemma not in phrase_words("naming") or index < 2 or index + 1 >= len(words):
        return False
    name = words[index + 1 : index + 3] if words[index + 1].text == "the" else words[index + 1 : index + 2]
    article = any(word.text.lower() in ("a", "an") for word in words[max(0, index - 4) : index])
    return article and name[-1].capitalized


def _unlisted(words: Sequence[Word], index: int) -> ReportingVerb | None:
    """A past tense that only its place shows to report: between its source and a quotation (`Lind thundered: “X”`)."""
    word = words[index]
    if not past_tense(word) or index == 0:
        return None
    if index + 2 < len(words) and words[index + 1].text == ":" and is_quoted(words[index + 2]):
        return ReportingVerb(word.text, "said", "q")
    first = phrase_before(words, index)
    closes = index + 1 == len(words) or words[index + 1].text == "."
    after_quotation = first is not None and first > 0 and is_quoted(words[first - 1])
    return ReportingVerb(word.text, "said", "q") if closes and after_quotation else None


def _is_noun(words: Sequence[Word], index: int, verb: ReportingVerb) -> bool:
    """Whether a form that is also a noun or an adjective is used as one (`the report`, `a claim`, `reported cases`)."""
    form = words[index].text
    if index == 0:
        return form == verb.lemma
    before = words[index - 1].text.lower()
    if before in phrase_words("determiner"):
        return not (before in phrase_words("pronoun_too") and form.endswith("ed"))
    if form == verb.lemma and verb.lemma not in phrase_words("own_past"):
        subject = before in phrase_words("before_base") or before in phrase_words("adverb") or before.endswith("s")
        return not subject
    if form == verb.lemma + "s" and set(verb.frames) != {"o"} and verb.lemma not in phrase_words("never_noun"):
        return not (words[index - 1].capitalized or before in phrase_words("subject") or before in phrase_words("adverb"))
    return False


def verb_group_start(words: Sequence[Word], index: int, floor: int) -> int | None:
    """The first word of the verb group that ends at `index`; None where it is passive, infinitive or denied."""
    first = index
    seen: set[str] = set()
    while first > floor:
        lowered = words[first - 1].text.lower()
        if not is_auxiliary(words[first - 1]) and lowered not in phrase_words("negation") | phrase_words("adverb"):
            break
        plain = lowered in phrase_words("adverb") and lowered not in phrase_words("negation")
        if plain and not _auxiliary_before(words, first - 1, floor):
            break
        if lowered in ("'s", "’s") and words[index].text.endswith("ed"):
            break
        seen.add(lowered)
        first -= 1
    if "to" in seen or seen & phrase_words("negation"):
        return None
    passive = seen & phrase_words("passive")
    return None if passive and not words[index].text.endswith("ing") else first


def _auxiliary_before(words: Sequence[Word], index: int, floor: int) -> bool:
    return index > floor and is_auxiliary(words[index - 1])


def before_adverbs(words: Sequence[Word], first: int, floor: int) -> int:
    """The first of the adverbs before `words[first]`, not below `floor + 1`."""
    while first > floor + 1 and words[first - 1].text.lower() in phrase_words("adverb"):
        first -= 1
    return first
