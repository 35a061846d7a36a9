"""Feeds: a document an entry, by the entry's id, with the day that it states."""

from pathlib import Path

import pytest

from sources.gathering import days, documents, faults, gather, names, notices, written

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Harbor Post</title><link>https://post.example</link>
<item><title>Lane keeps the pier &amp;amp; the slip</title><link>https://post.example/1</link>
<guid isPermaLink="false">post-1</guid>
<pubDate>Mon, 04 Mar 2024 12:00:00 GMT</pubDate><dc:creator>Ana Ruiz</dc:creator><description>The pier stays.</description>
<content:encoded><![CDATA[<p>Mayor <b>Ida Lane</b> said <em>no</em>&nbsp;on Tuesday.<br>“Never,” she said.</p>
<script>track()</script><ul><li>Bell said yes.</li></ul>]]></content:encoded></item>
<item><title>Bell is sorry</title><link>https://post.example/2</link>
<description>&lt;p&gt;Councilman Tom Bell said he was sorry&amp;hellip;&lt;/p&gt;</description></item>
<item><title>Photos of the pier</title><link>https://post.example/3</link></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>City of Marlow</title>
<entry><id>tag:marlow.example,2024:7</id><title>A statement</title><link rel="self" href="https://marlow.example/7.atom"/>
<link href="https://marlow.example/7"/><published>2024-03-05T10:00:00Z</published><updated>2024-04-01T10:00:00Z</updated>
<author><name>The mayor&#8217;s office</name></author>
<content type="html">&lt;p&gt;Lane said the pier was paid for.&lt;/p&gt;</content></entry>
<entry><id>tag:marlow.example,2024:8</id><title>Another</title><updated>2024-04-02T10:00:00Z</updated>
<content>Lane said 3 &lt; 4.</content></entry>
<entry><id>tag:marlow.example,2024:9</id><title>A third</title>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Bell said <i>no</i>.</p><p>He left.</p></div></content></entry>
</feed>"""


def test_an_entry_of_rss_is_a_document_and_a_summary_says_that_it_is_one(tmp_path: Path) -> None:
    outcomes = gather(written(tmp_path / "post.xml", RSS))
    whole, summary = documents(outcomes)
    assert names(outcomes, tmp_path) == ["post.xml#post-1", "post.xml#https://post.example/2"]
    assert whole.document.text == "Mayor Ida Lane said no on Tuesday.\n\n“Never,” she said.\n\nBell said yes."
    assert summary.document.text == "Councilman Tom Bell said he was sorry…"
    told = whole.appearance
    assert (told.title, told.publisher, told.author) == ("Lane keeps the pier & the slip", "Harbor Post", "Ana Ruiz")
    assert (told.url, summary.appearance.url) == ("https://post.example/1", "")
    assert [days(date) for date in told.dates] == ["2024-03-04 metadata pubDate “Mon, 04 Mar 2024 12:00:00 GMT”"]
    assert notices(outcomes, tmp_path) == [
        "post.xml: 1 entry only as a summary (save the pages and add them, to have the whole text)",
        "post.xml: 1 entry without a text passed over (save the pages and add them)",
    ]


def test_an_entry_of_atom_has_the_day_it_was_published_never_that_of_a_change(tmp_path: Path) -> None:
    outcomes = gather(written(tmp_path / "city.atom", ATOM))
    assert [found.document.text for found in documents(outcomes)] == [
        "Lane said the pier was paid for.",
        "Lane said 3 < 4.",
        "Bell said no.\n\nHe left.",
    ]
    assert [[days(date) for date in found.appearance.dates] for found in documents(outcomes)] == [
        ["2024-03-05 metadata published “2024-03-05T10:00:00Z”"],
        [],
        [],
    ]
    assert {found.appearance.publisher for found in documents(outcomes)} == {"City of Marlow"}
    assert documents(outcomes)[0].appearance.url == "https://marlow.example/7"
    assert documents(outcomes)[0].appearance.author == "The mayor’s office"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_a_feed_is_read_in_the_encoding_that_it_is_in(tmp_path: Path, encoding: str) -> None:
    feed = RSS.replace("UTF-8", encoding).replace("\n", "\r\n").encode(encoding)
    (whole, _) = documents(gather(written(tmp_path / "post.rss", feed)))
    assert "“Never,” she said." in whole.document.text


def test_xml_that_is_no_feed_is_a_fault_with_its_mend(tmp_path: Path) -> None:
    written(tmp_path / "a.xml", "<sitemap><url>x</url></sitemap>")
    written(tmp_path / "b.rss", RSS[:600])
    said = faults(gather(tmp_path), tmp_path)
    assert said[0] == "a.xml: XML, but no feed (RSS or Atom); skipped (save its text as .txt or .html)"
    assert said[1].startswith("b.rss: not XML that can be read, broken or cut short (")
    assert said[1].endswith("); skipped (get it again)")
