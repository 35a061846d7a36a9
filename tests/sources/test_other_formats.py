"""PDF, Word files, mail and Markdown: the words as they are meant to be read, and what the files say of themselves."""

from datetime import UTC, datetime
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml

from sources.gathering import days, documents, faults, gather, notices, only, written

PIER = "Mayor Ida Lane said no on Tuesday."
QUOTE = "“We will not sell the pier,” Lane said."


def pdf(*drawn: str, info: str = "", encrypted: bool = False) -> bytes:
    """A PDF of one page a string of drawing operators."""
    pages = range(len(drawn))
    kids = " ".join(f"{5 + 2 * at} 0 R" for at in pages)
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(drawn)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        f"<< {info} >>",
    ]
    for at, operators in enumerate(drawn):
        page = f"/Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {6 + 2 * at} 0 R"
        objects.append(f"<< {page} /Resources << /Font << /F1 3 0 R >> >> >>")
        objects.append(f"<< /Length {len(operators)} >>\nstream\n{operators}\nendstream")
    lock = (
        f"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{'41' * 32}> /U <{'42' * 32}> >> /ID [<00> <00>]" if encrypted else ""
    )
    made, places = "%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(made))
        made += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    trailer = f"trailer << /Size {size} /Root 1 0 R /Info 4 0 R {lock} >>"
    made += f"xref\n0 {size}\n0000000000 65535 f \n{table}{trailer}\nstartxref\n{len(made)}\n%%EOF"
    return made.encode("cp1252")


def lines(*printed: tuple[float, str], size: int = 12) -> str:
    """Text at 72 points from the left, each line at its height."""
    return "".join(f"BT /F1 {size} Tf 72 {height} Td ({words}) Tj ET\n" for height, words in printed)


def test_the_lines_of_a_pdf_are_joined_into_paragraphs_and_words_cut_at_their_ends_mended(tmp_path: Path) -> None:
    first = lines((730, "Lane keeps the pier"), size=20) + lines(
        (700, "Mayor Ida Lane told the council on Tuesday that the pier would not be sold to any-"),
        (686, "body, whatever the harbor board had been offered for it in the course of the year"),
        (672, "gone by. Nobody voted against her."),
        (658, "“It is a gift to the city,” Lane said. “We will mend it ourselves, all of us, in the"),
    )
    second = lines((730, "summer.”"), (700, "Bell said nothing."))
    found = only(written(tmp_path / "pier.pdf", pdf(first, second, info="/CreationDate (D:20210302101500Z)")))
    assert found.appearance.title == "Lane keeps the pier"
    assert found.document.text == (
        "Mayor Ida Lane told the council on Tuesday that the pier would not be sold to anybody, whatever the harbor board had been "
        "offered for it in the course of the year gone by. Nobody voted against her.\n\n"
        "“It is a gift to the city,” Lane said. “We will mend it ourselves, all of us, in the summer.”\n\n"
        "Bell said nothing."
    )
    assert [days(date) for date in found.appearance.dates] == ["2021-03-02 metadata PDF CreationDate “D:20210302101500Z”"]


def test_a_day_printed_in_a_pdf_stands_before_the_day_its_file_was_made(tmp_path: Path) -> None:
    drawn = lines((700, "March 1, 2021"), (660, PIER))
    found = only(
        written(tmp_path / "pier.pdf", pdf(drawn, info="/CreationDate (D:20210305) /Title (release.docx) /Author (Ana Ruiz)"))
    )
    assert (found.appearance.title, found.appearance.author) == ("", "Ana Ruiz")
    assert [(date.earliest, date.basis) for date in found.appearance.dates] == [("2021-03-01", "stated")]


def test_a_pdf_without_text_a_locked_one_and_a_broken_one_are_faults(tmp_path: Path) -> None:
    written(tmp_path / "broken.pdf", pdf(lines((700, PIER)))[:300])
    written(tmp_path / "locked.pdf", pdf(lines((700, PIER)), encrypted=True))
    written(tmp_path / "scanned.pdf", pdf("0 0 m 100 100 l S"))
    assert faults(gather(tmp_path), tmp_path) == [
        "broken.pdf: not a PDF that can be read, broken or cut short; skipped (get it again)",
        "locked.pdf: locked by a password; skipped (save it without one)",
        "scanned.pdf: no text layer, only pictures of pages; skipped (run text recognition over it first)",
    ]


def word_file(fill: Any) -> bytes:
    file = docx.Document()
    fill(file)
    saved = BytesIO()
    file.save(saved)
    return saved.getvalue()


def test_a_word_file_is_its_paragraphs_tables_and_insertions_without_deletions(tmp_path: Path) -> None:
    inserted = "<w:ins {0} w:id='1' w:author='x'><w:r><w:t>not </w:t></w:r></w:ins>"
    deleted = "<w:del {0} w:id='2' w:author='x'><w:r><w:delText>gladly </w:delText></w:r></w:del>"
    schema = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

    def fill(file: Any) -> None:
        file.add_paragraph("Lane keeps the pier")
        file.add_paragraph(PIER)
        changed = file.add_paragraph("“We will ")
        changed._p.append(parse_xml(inserted.format(schema)))
        changed._p.append(parse_xml(deleted.format(schema)))
        changed.add_run("sell,” Lane said.")
        table = file.add_table(1, 2)
        table.cell(0, 0).text, table.cell(0, 1).text = "Offers", "None so far."
        file.add_paragraph("Bell agreed.")
        file.core_properties.author = "Ana Ruiz"
        file.core_properties.created = datetime(2021, 3, 2, tzinfo=UTC)

    found = only(written(tmp_path / "pier.docx", word_file(fill)))
    assert found.document.text.split("\n\n") == [PIER, "“We will not sell,” Lane said.", "Offers", "None so far.", "Bell agreed."]
    assert (found.appearance.title, found.appearance.author) == ("Lane keeps the pier", "Ana Ruiz")
    assert [days(date) for date in found.appearance.dates] == ["2021-03-02 metadata docx created “2021-03-02”"]


def test_the_day_that_a_template_was_made_dates_no_word_file(tmp_path: Path) -> None:
    found = only(written(tmp_path / "pier.docx", word_file(lambda file: file.add_paragraph(PIER))))
    assert (found.appearance.author, found.appearance.dates) == ("", ())


def test_broken_and_empty_word_files_are_faults(tmp_path: Path) -> None:
    whole = word_file(lambda file: file.add_paragraph(PIER))
    written(tmp_path / "broken.docx", whole[: len(whole) // 2])
    written(tmp_path / "empty.docx", word_file(lambda _: None))
    written(tmp_path / "old.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    assert faults(gather(tmp_path), tmp_path) == [
        "broken.docx: not a Word file that can be read, broken or cut short; skipped (save it again)",
        "empty.docx: empty; skipped",
        "old.docx: locked by a password, or an old .doc; skipped (save it as .docx without a password)",
    ]


def mail(**fields: str) -> EmailMessage:
    message = EmailMessage()
    message["Subject"], message["From"] = "Lane keeps the pier – really", "Marlow Preß Office <press@marlow.example>"
    message["Date"] = "Tue, 02 Mar 2021 23:30:00 -0500"
    for name, value in fields.items():
        message[name] = value
    return message


def text_part(text: str) -> EmailMessage:
    """A part of a message that shows text in line."""
    part = EmailMessage()
    part.set_content(text)
    return part


def test_a_message_is_its_plain_text_with_sender_subject_and_date(tmp_path: Path) -> None:
    message = mail()
    message.set_content(f"{PIER}\n\n{QUOTE}\n")
    message.add_alternative(f"<p>{PIER}</p><p>Other words.</p>", subtype="html")
    message.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="pier.pdf")
    outcomes = gather(written(tmp_path / "pier.eml", message.as_bytes()))
    found = outcomes[-1]
    assert found.document.text == f"{PIER}\n\n{QUOTE}"  # type: ignore[union-attr]
    assert found.appearance.title == "Lane keeps the pier – really"  # type: ignore[union-attr]
    assert found.appearance.author == "Marlow Preß Office"  # type: ignore[union-attr]
    assert [days(date) for date in found.appearance.dates] == [  # type: ignore[union-attr]
        "2021-03-02 metadata Date “Tue, 02 Mar 2021 23:30:00 -0500”"
    ]
    assert notices(outcomes, tmp_path) == ["pier.eml: 1 attached file not read: pier.pdf (save it and add it)"]


def test_words_with_a_name_are_those_of_the_message_where_it_has_no_others(tmp_path: Path) -> None:
    message = mail()
    message.set_content(f"{PIER}\n")
    message.set_param("name", "body.txt")
    assert only(written(tmp_path / "pier.eml", message.as_bytes())).document.text == PIER


def test_lines_that_the_senders_program_broke_are_joined(tmp_path: Path) -> None:
    message = mail()
    message.set_content("Mayor Ida Lane said \nno on Tuesday.\n\nBell agreed.\n")
    message.set_param("format", "flowed")
    assert only(written(tmp_path / "pier.eml", message.as_bytes())).document.text == f"{PIER}\n\nBell agreed."


def test_a_message_in_html_alone_is_read_and_one_without_text_is_a_fault(tmp_path: Path) -> None:
    message = mail()
    message.set_content(f"<html><body><p>{PIER}</p><p>{QUOTE}</p></body></html>", subtype="html")
    assert only(written(tmp_path / "pier.eml", message.as_bytes())).document.text == f"{PIER}\n\n{QUOTE}"
    silent = mail()
    silent.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="pier.png")
    assert faults(gather(written(tmp_path / "silent.eml", silent.as_bytes())), tmp_path) == [
        "silent.eml: a message without text; skipped; 1 attached file not read: pier.png (save it and add it)"
    ]


def test_words_around_an_attached_file_are_one_text_and_a_message_within_a_message_is_told_of(tmp_path: Path) -> None:
    message = mail()
    message.set_content(f"{PIER}\n")
    message.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="pier.pdf")
    message.attach(text_part(f"{QUOTE}\n"))
    message.add_attachment("A speech of Mayor Ida Lane.", filename="speech.txt")
    inner = mail()
    inner.set_content("Words of another message.\n")
    message.add_attachment(inner)
    message.add_attachment(b"GIF89a", maintype="image", subtype="gif", cid="<seal@marlow.example>")
    outcomes = gather(written(tmp_path / "pier.eml", message.as_bytes()))
    assert [found.document.text for found in documents(outcomes)] == [f"{PIER}\n\n{QUOTE}"]
    assert notices(outcomes, tmp_path) == [
        "pier.eml: 3 attached files not read: pier.pdf, speech.txt, one of type message/rfc822 (save them and add them)"
    ]


MARKDOWN = f"{PIER}\n\n> {QUOTE}\n\n* *first* [offer](https://post.example/offer)"


@pytest.mark.parametrize("heading", ["", "# Lane keeps the pier\n\n", "\n# Lane keeps the pier #\n"])
def test_markdown_is_its_body_as_written_and_front_matter_is_metadata(tmp_path: Path, heading: str) -> None:
    matter = (
        "title: Lane keeps the pier\ndate: 2021-03-02\nauthors:\n  - Ana Ruiz\n  - Tom Hale\nsource: The Harbor Post\ndraft: no\n"
    )
    found = only(written(tmp_path / "pier.md", f"---\n{matter}---\n{heading}{MARKDOWN}\n"))
    appearance = found.appearance
    assert found.document.text == MARKDOWN
    assert (appearance.title, appearance.author, appearance.publisher) == (
        "Lane keeps the pier",
        "Ana Ruiz, Tom Hale",
        "The Harbor Post",
    )
    assert [days(date) for date in appearance.dates] == ["2021-03-02 metadata date “2021-03-02”"]


def test_markdown_without_front_matter_has_its_first_heading_as_title(tmp_path: Path) -> None:
    found = only(written(tmp_path / "pier.md", f"# Lane keeps the pier\n\n{MARKDOWN}"))
    assert (found.appearance.title, found.document.text) == ("Lane keeps the pier", MARKDOWN)


def test_front_matter_that_cannot_be_read_stays_in_the_text_and_says_so(tmp_path: Path) -> None:
    text = f"---\ntitle: [Lane\n---\n{MARKDOWN}"
    outcomes = gather(written(tmp_path / "pier.md", text))
    assert outcomes[-1].document.text == text  # type: ignore[union-attr]
    assert notices(outcomes, tmp_path) == [
        "pier.md: its front matter is not YAML; taken as text (mend it between the two lines ---)"
    ]


def test_soft_hyphens_within_words_are_dropped_but_from_rows_which_are_stored_as_they_stand(tmp_path: Path) -> None:
    hyphened = PIER.replace("Mayor", "May\u00ador")
    word = BytesIO()
    file = docx.Document()
    file.add_paragraph(hyphened)
    file.save(word)
    written(tmp_path / "a.txt", f"{hyphened}\n")
    written(tmp_path / "b.docx", word.getvalue())
    written(tmp_path / "c.html", f"<html><body><article><p>{hyphened}</p><p>{QUOTE}</p></article></body></html>")
    written(tmp_path / "d.jsonl", f'{{"text": "{hyphened}"}}\n')
    texts = [found.document.text for found in documents(gather(tmp_path))]
    assert texts == [PIER, PIER, f"{PIER}\n\n{QUOTE}", hyphened]
