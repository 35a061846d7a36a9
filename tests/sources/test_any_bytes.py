"""Whatever the bytes, nothing raises: there are documents that can be stored, or a fault that names the place."""

import gzip
import io
import tarfile
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.core.faults import Fault
from onrecord.sources import Found
from onrecord.sources.finishing import LONGEST_TEXT
from sources.gathering import gather, written
from sources.test_other_formats import PIER, lines, mail, pdf, word_file

ENDS = [
    ".txt",
    ".md",
    ".html",
    ".pdf",
    ".docx",
    ".eml",
    ".jsonl",
    ".csv",
    ".json",
    ".xml",
    ".zip",
    ".tar",
    ".tar.gz",
    ".txt.gz",
    ".txt.bz2",
    ".txt.xz",
]


def check(name: str, content: bytes) -> None:
    with TemporaryDirectory() as folder:
        outcomes = gather(written(Path(folder) / name, content))
    assert outcomes
    for outcome in outcomes:
        match outcome:
            case Found(document, appearance):
                assert document.text.strip()
                assert len(document.text) <= LONGEST_TEXT
                assert document.text.encode("utf-8").decode("utf-8") == document.text
                assert appearance.document == document.id
                assert appearance.name.encode("utf-8")
            case Fault(place, message):
                assert place.encode("utf-8")
                assert message


@settings(deadline=None)
@given(
    st.sampled_from(ENDS), st.binary(max_size=400) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass"))
)
def test_any_bytes(end: str, content: bytes) -> None:
    check(f"any{end}", content)


def _zip() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a.txt", PIER)
        archive.writestr("b/c.csv", f"text\n{PIER}\n", zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _tar() -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        for name in ("a.txt", "b/c.txt"):
            info = tarfile.TarInfo(name)
            info.size = len(PIER)
            archive.addfile(info, io.BytesIO(PIER.encode()))
    return packed.getvalue()


def _mail() -> bytes:
    message = mail()
    message.set_content(f"{PIER} – “no”\n")
    message.add_alternative(f"<p>{PIER}</p>", subtype="html")
    return message.as_bytes()


WHOLE = {
    "pier.zip": _zip(),
    "pier.tar": _tar(),
    "pier.tar.gz": gzip.compress(_tar()),
    "pier.pdf": pdf(lines((700, PIER), (680, "Bell agreed.")), info="/CreationDate (D:20210302)"),
    "pier.docx": word_file(lambda file: file.add_paragraph(PIER)),
    "pier.eml": _mail(),
    "pier.html": f'<html><head><meta name="date" content="2021-03-02"></head><body><p>{PIER}</p></body></html>'.encode(),
    "pier.md": f"---\ntitle: Pier\ndate: 2021-03-02\n---\n{PIER}".encode(),
    "pier.csv": f'id,text,date\n1,"{PIER}",2021-03-02\n'.encode(),
    "pier.jsonl": f'{{"id": 1, "text": "{PIER}"}}\n'.encode(),
}


@pytest.mark.parametrize("name", WHOLE)
@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_any_harm_to_a_good_file(name: str, data: st.DataObject) -> None:
    harmed = bytearray(WHOLE[name])
    for _ in range(data.draw(st.integers(0, 4))):
        harmed[data.draw(st.integers(0, len(harmed) - 1))] = data.draw(st.integers(0, 255))
    end = data.draw(st.integers(1, len(harmed)) | st.just(len(harmed)))
    check(name, bytes(harmed[:end]))
