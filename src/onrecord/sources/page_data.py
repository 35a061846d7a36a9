"""What a page says about itself: <meta>, JSON-LD, <link rel=canonical>, marked <time>; nothing inferred from its looks."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from onrecord.knowledge.sources import source_table
from onrecord.sources.finishing import Mark
from onrecord.sources.rows import said

_TABLE = source_table("pages")
_META: dict[str, list[str]] = _TABLE["meta"]
_ARTICLES = frozenset(_TABLE["json_ld"]["articles"])


@dataclass(frozen=True, slots=True)
class PageData:
    """A page's metadata, "" where absent; `titles` are all forms of its title, which its text may repeat."""

    title: str
    titles: frozenset[str]
    author: str
    publisher: str
    url: str
    dates: tuple[Mark, ...]


def page_data(tree: Any) -> PageData:
    """The metadata of a parsed page (an lxml element)."""
    metas, article = _metas(tree), _article(tree)
    headings = [_words(heading) for heading in tree.iter("h1")]
    titles = [
        *_stated(metas, "title"),
        said(article.get("headline")),
        *(headings if len(headings) == 1 else ()),
        *(_words(title) for title in tree.iterfind(".//head/title")),
    ]
    authors = list(dict.fromkeys(name for name in _stated(metas, "author") if "://" not in name))
    links = [str(link.get("href")) for link in tree.iterfind(".//link[@rel='canonical'][@href]")]
    urls = [*links, *_stated(metas, "url"), said(article.get("url")), said(article.get("mainEntityOfPage"))]
    return PageData(
        title=_first(titles),
        titles=frozenset(_one_line(title) for title in (*titles, *headings)),
        author=said(article.get("author")) or ", ".join(authors),
        publisher=_first([*_stated(metas, "publisher"), said(article.get("publisher"))]),
        url=_first([url for url in urls if url.startswith(("http://", "https://"))]),
        dates=tuple(_dates(tree, metas, article)),
    )


def _metas(tree: Any) -> list[tuple[str, str, str]]:
    """Name in lower case, name as printed, and content of each <meta>, in the page's order."""
    metas = []
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        content = meta.get("content")
        if name and content and content.strip():
            metas.append((name.strip().lower(), name.strip(), content.strip()))
    return metas


def _stated(metas: list[tuple[str, str, str]], field: str) -> list[str]:
    """The contents of a field's metas, in the order of its names."""
    return [content for wanted in _META[field] for name, _, content in metas if name == wanted]


def _dates(tree: Any, metas: list[tuple[str, str, str]], article: dict[str, Any]) -> Iterator[Mark]:
    for wanted in _META["date"]:
        yield from (Mark(content, f"meta {printed}") for name, printed, content in metas if name == wanted)
    if published := said(article.get("datePublished")):
        yield Mark(published, "JSON-LD datePublished")
    for time in tree.iter("time"):
        marked = "datepublished" in (time.get("itemprop") or "").lower() or time.get("pubdate") is not None
        if marked and (words := time.get("datetime") or _words(time)):
            yield Mark(words, "time datePublished")


def _article(tree: Any) -> dict[str, Any]:
    """The JSON-LD node that is about the page's own text, preferring one with a headline; empty if there is none."""
    nodes = [node for script in tree.iter("script") if "ld+json" in (script.get("type") or "") for node in _nodes(script.text)]
    articles = [node for node in nodes if any(kind in _ARTICLES for kind in _types(node))]
    return next((node for node in articles if node.get("headline")), articles[0] if articles else {})


def _nodes(script: str | None) -> Iterator[dict[str, Any]]:
    try:
        data = json.loads(script or "", strict=False)
    except (ValueError, RecursionError):
        return
    for node in data if isinstance(data, list) else [data]:
        if isinstance(node, dict):
            yield node
            graph = node.get("@graph")
            yield from (inner for inner in graph if isinstance(inner, dict)) if isinstance(graph, list) else ()


def _types(node: dict[str, Any]) -> list[str]:
    kind = node.get("@type")
    return [str(name).lower().rpartition("/")[2] for name in (kind if isinstance(kind, list) else [kind])]


def _words(element: Any) -> str:
    return _one_line("".join(element.itertext()))


def _one_line(words: str) -> str:
    return " ".join(words.split())


def _first(values: list[str]) -> str:
    return next((value for value in values if value.strip()), "")
