"""HTML: the main text, and what the page itself says it is; no date that it does not state."""

import json
from pathlib import Path

import pytest

from sources.gathering import days, faults, gather, notices, only, written

BODY = """
<nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li><li><a href="/sports">Sports</a></li></ul></nav>
<article><h1>Lane keeps the pier</h1>
<p>Mayor Ida Lane told the council on Tuesday that the pier of Marlow would not be sold, whatever was offered for it.</p>
<p>“It is a gift to the city,” Lane said. “We’ll mend it ourselves.”</p>
<blockquote><p>“Then mend it,” said Councilman Tom Bell, who had brought the offer before his colleagues in March.</p></blockquote>
</article>
<footer><p>Copyright 2020 Harbor Post</p></footer>
"""
TEXT = (
    "Mayor Ida Lane told the council on Tuesday that the pier of Marlow would not be sold, whatever was offered for it.\n\n"
    "“It is a gift to the city,” Lane said. “We’ll mend it ourselves.”\n\n"
    "“Then mend it,” said Councilman Tom Bell, who had brought the offer before his colleagues in March."
)


def page(head: str = "", body: str = BODY) -> str:
    return f"<!doctype html><html><head><title>Lane keeps the pier | Harbor Post</title>{head}</head><body>{body}</body></html>"


def test_a_page_is_its_main_text_and_its_heading_the_title(tmp_path: Path) -> None:
    found = only(written(tmp_path / "pier.html", page()))
    assert found.document.text == TEXT
    assert (found.appearance.title, found.appearance.dates) == ("Lane keeps the pier", ())


def test_a_short_page_is_broken_at_its_paragraphs_and_not_at_a_bold_name(tmp_path: Path) -> None:
    brief = """<nav><a href="/">Home</a></nav><article><h1>Lane keeps the pier</h1><p>Mayor <b>Ida <i>Lane</i></b> said “no” on
        Tuesday.</p><!-- an advertisement --><p>She left at <a href="/once">once</a>.</p></article><aside>Most read</aside>"""
    found = only(written(tmp_path / "brief.html", page(body=brief)))
    assert found.document.text == "Mayor Ida Lane said “no” on Tuesday.\n\nShe left at once."


def test_what_a_page_says_of_itself_becomes_metadata_each_date_with_its_place(tmp_path: Path) -> None:
    article = {
        "@type": ["NewsArticle"],
        "headline": "Lane keeps the pier",
        "author": [{"@type": "Person", "name": "Ana Ruiz"}, {"name": "Tom Hale"}],
        "publisher": {"@type": "Organization", "name": "Harbor Post Company"},
        "datePublished": "2022-10-18T23:30:00-04:00",
        "dateModified": "2022-11-02",
    }
    head = f"""
    <meta property="og:site_name" content="The Harbor Post">
    <meta property="og:title" content="Lane keeps the pier">
    <meta property="article:published_time" content="2022-10-19T03:30:00Z">
    <meta property="article:modified_time" content="2022-11-02T03:30:00Z">
    <link rel="canonical" href="https://post.example/pier">
    <script type="application/ld+json">{json.dumps({"@graph": [{"@type": "WebSite", "name": "x"}, article]})}</script>
    """
    appearance = only(written(tmp_path / "pier.html", page(head))).appearance
    assert (appearance.title, appearance.author, appearance.publisher, appearance.url) == (
        "Lane keeps the pier",
        "Ana Ruiz, Tom Hale",
        "The Harbor Post",
        "https://post.example/pier",
    )
    assert [days(date) for date in appearance.dates] == [
        "2022-10-19 metadata meta article:published_time “2022-10-19T03:30:00Z”",
        "2022-10-18 metadata JSON-LD datePublished “2022-10-18T23:30:00-04:00”",
    ]


def test_a_printed_day_is_stated_with_its_span_and_never_taken_for_the_first_of_january(tmp_path: Path) -> None:
    body = BODY.replace("</h1>", "</h1><p>Posted Oct. 19, 2022</p>")
    found = only(written(tmp_path / "pier.html", page(body=body)))
    assert found.document.text == f"Posted Oct. 19, 2022\n\n{TEXT}"
    (date,) = found.appearance.dates
    assert (date.earliest, date.latest, date.basis) == ("2022-10-19", "2022-10-19", "stated")


def test_metadata_that_is_no_date_leaves_the_page_undated_by_it(tmp_path: Path) -> None:
    outcomes = gather(written(tmp_path / "pier.html", page('<meta name="date" content="03/04/2021">')))
    assert notices(outcomes, tmp_path) == [
        "pier.html: meta date “03/04/2021”: day and month could be swapped; left undated by it (write it as 2023-09-20)"
    ]


def test_the_encoding_that_a_page_names_is_believed_after_utf8(tmp_path: Path) -> None:
    raw = page(
        '<meta charset="iso-8859-2">',
        BODY.replace("Ruiz", "Růžička").replace("Tom Bell", "Tomáš Běl").replace("“", '"').replace("”", '"').replace("’", "'"),
    )
    *_, found = gather(written(tmp_path / "pier.html", raw.encode("iso-8859-2")))
    assert "Tomáš Běl" in found.document.text  # type: ignore[union-attr]
    assert found.appearance.repair == "not UTF-8, read as iso8859-2, as it says itself"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "body",
    [
        "<nav><a href='/'>Home</a> <a href='/news'>News</a></nav>",
        "",
        "<div>" + "<a href='/x'>Link to something</a> " * 60 + "</div>",
    ],
)
def test_a_page_of_navigation_is_a_fault(tmp_path: Path, body: str) -> None:
    (fault,) = faults(gather(written(tmp_path / "page.html", page(body=body))), tmp_path)
    assert fault.startswith("page.html: no main text found (")
    assert fault.endswith(" of navigation); skipped")


def test_a_fragment_without_a_page_around_it_is_read(tmp_path: Path) -> None:
    found = only(written(tmp_path / "fragment.html", "<p>Lane said no.</p><p>“Not now,” she said to all who had asked.</p>"))
    assert found.document.text == "Lane said no.\n\n“Not now,” she said to all who had asked."
