"""Posts of social networks as web pages print them whole: `The pier is shut. — Jo Lind (@jolind) May 4, 2031`."""

import re

from onrecord.core.spans import Span, trimmed
from onrecord.knowledge.reporting import ReportingVerb
from onrecord.reading.attributions import Attribution
from onrecord.reading.layout import Layout

POSTED = ReportingVerb("—", "tweeted", "q")

_NAME = r"(?P<name>[^\s—–(@][^—–(@\n]{0,60}?)\s*\((?P<handle>@\w{1,15})\)"
_DAY = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)\s\d{1,2},\s\d{4}"
)
_BELOW = re.compile(rf"(?<!\S)(?P<mark>[—–]|--|-)\s?{_NAME}\s*(?:{_DAY}|\d{{1,2}}\s\w+\s\d{{4}})\s*\Z")
_EARLIER = re.compile(rf"[—–-]\s?{_NAME}\s*{_DAY}")
_ABOVE = re.compile(rf"{_NAME}\s+(?=[^\sa-z,.;:)])(?P<post>.+?)(?:\s+{_DAY})?\s*\Z", re.DOTALL)
_ADDRESSES = re.compile(r"(?:\s*(?:https?://\S+|pic\.twitter\.com/\S+|pic\.x\.com/\S+|t\.co/\S+))+\s*\Z")


def embedded_posts(layout: Layout) -> dict[int, Attribution]:
    """Paragraph number → the post that it is, the name of whoever posted it above or below; the addresses after it are left out.

    A signature in a paragraph of its own takes the paragraph before it, under both numbers.
    """
    posts: dict[int, Attribution] = {}
    for number, paragraph in enumerate(layout.paragraphs):
        if "(@" not in layout.text[slice(*paragraph)]:
            continue
        below = _BELOW.search(layout.text, *paragraph)
        start = _past_earlier(layout, paragraph, below.start("mark")) if below else paragraph.start
        if below and layout.text[start : below.start("mark")].strip():
            posts[number] = _post(layout, below, Span(start, below.start("mark")))
        elif below and number and number - 1 not in posts:
            posts |= dict.fromkeys((number - 1, number), _post(layout, below, layout.paragraphs[number - 1]))
        elif above := _ABOVE.match(layout.text, *paragraph):
            posts[number] = _post(layout, above, Span(*above.span("post")))
    return {number: post for number, post in posts.items() if post.content[0].start < post.content[0].end}


def _past_earlier(layout: Layout, paragraph: Span, mark: int) -> int:
    """Where the last post of a paragraph begins that has run several together."""
    return max((found.end() for found in _EARLIER.finditer(layout.text, paragraph.start, mark)), default=paragraph.start)


def _post(layout: Layout, signed: re.Match[str], post: Span) -> Attribution:
    addresses = _ADDRESSES.search(layout.text, *post)
    words = trimmed(layout.text, Span(post.start, addresses.start() if addresses else post.end))
    mark = "mark" if "mark" in signed.re.groupindex else "handle"
    return Attribution((Span(*signed.span("name")),), (Span(*signed.span(mark)),), (words,), POSTED, "posted")
