"""Folders and archives: every document by its place, and whatever is wrong by its place too."""

import bz2
import gzip
import io
import json
import lzma
import os
import struct
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.sources import Options, collect
from sources.gathering import documents, faults, gather, names, notices, only, written

PIER = "Mayor Ida Lane said no on Tuesday."
SLIP = "Councilman Tom Bell said yes."


def zipped(members: dict[str, str | bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return packed.getvalue()


def tarred(members: list[tuple[str, str]]) -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        for name, content in members:
            info = tarfile.TarInfo(name)
            info.size = len(content.encode())
            archive.addfile(info, io.BytesIO(content.encode()))
    return packed.getvalue()


def test_a_name_is_the_same_whether_a_system_composes_its_letters_or_not(tmp_path: Path) -> None:
    composed, parted = "Sé.txt", "Se\N{COMBINING ACUTE ACCENT}.txt"
    written(tmp_path / "pile" / parted, PIER)
    assert names(gather(tmp_path / "pile"), tmp_path) == [f"pile/{composed}"]
    assert names(gather(tmp_path / "pile" / parted), tmp_path) == [f"pile/{composed}"]
    packed = written(tmp_path / "pile.zip", zipped({parted: PIER}))
    assert names(gather(packed), tmp_path) == [f"pile.zip#{composed}"]


def test_a_folder_is_read_through_and_named_from_where_it_was_typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(tmp_path / "pile" / "b.txt", PIER)
    written(tmp_path / "pile" / "a" / "story.txt", SLIP)
    written(tmp_path / "pile" / "README", "Stories of the pier.")
    written(tmp_path / "pile" / ".hidden.txt", "Not this.")
    written(tmp_path / "pile" / "~$story.docx", "\x05Ana")
    written(tmp_path / "pile" / ".git" / "x.txt", "Nor this.")
    monkeypatch.chdir(tmp_path)
    expected = ["pile/README", "pile/a/story.txt", "pile/b.txt"]
    for typed in ("pile", "./pile", "pile/", f"pile{os.sep}"):
        assert names(gather(typed), tmp_path) == expected
    assert names(gather("."), tmp_path) == expected
    assert names(gather("./pile/b.txt", "pile/a/../b.txt"), tmp_path) == ["pile/b.txt", "pile/a/../b.txt"]


def test_what_is_no_document_is_counted_once_and_what_may_be_one_is_named(tmp_path: Path) -> None:
    for name in ("one.jpg", "two.JPG", "style.css", "letter.doc", "list.xyz", "minutes.2023"):
        written(tmp_path / name, "The pier is old.")
    outcomes = gather(tmp_path)
    assert names(outcomes, tmp_path) == ["minutes.2023"]
    assert faults(outcomes, tmp_path) == [
        "letter.doc: files of the kind .doc are not read; skipped (save it as .docx)",
        "list.xyz: files of the kind .xyz are not read; skipped (save it as .txt if it is plain text)",
    ]
    assert notices(outcomes, tmp_path) == [f"{tmp_path.as_posix()}: 3 files that hold no text passed over (1 .css, 2 .jpg)"]


def test_an_address_is_a_fault_with_the_mend(tmp_path: Path) -> None:
    assert faults(gather("https://post.example/pier"), tmp_path) == [
        "https://post.example/pier: an address, not a file; save the page and add the file"
    ]


def test_a_folder_with_nothing_in_it_says_so(tmp_path: Path) -> None:
    assert notices(gather(tmp_path), tmp_path) == [f"{tmp_path.as_posix()}: nothing in it that is read"]


@pytest.mark.skipif(os.name == "nt", reason="making links needs a privilege on Windows")
def test_links_that_lead_back_or_nowhere_are_faults(tmp_path: Path) -> None:
    written(tmp_path / "in" / "a.txt", PIER)
    (tmp_path / "in" / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "in" / "lost.txt").symlink_to(tmp_path / "nowhere.txt")
    (tmp_path / "in" / "self.txt").symlink_to("self.txt")
    outcomes = gather(tmp_path)
    assert names(outcomes, tmp_path) == ["in/a.txt"]
    assert faults(outcomes, tmp_path) == [
        "in/loop: a link that leads back to a folder above it; skipped",
        "in/lost.txt: not a file that can be read, or a link that leads nowhere; skipped",
        "in/self.txt: not a file that can be read, or a link that leads nowhere; skipped",
    ]


@pytest.mark.skipif(os.name == "nt" or getattr(os, "geteuid", lambda: 0)() == 0, reason="needs permissions that hold")
def test_a_file_that_may_not_be_read_is_a_fault(tmp_path: Path) -> None:
    written(tmp_path / "secret.txt", PIER).chmod(0)
    assert faults(gather(tmp_path), tmp_path) == ["secret.txt: Permission denied; skipped"]


def test_the_members_of_a_zip_are_documents_and_rows_of_a_table_in_it_too(tmp_path: Path) -> None:
    written(
        tmp_path / "pile.zip",
        zipped(
            {
                "a/pier.txt": PIER,
                "rows.csv": f"id,text\n7,{SLIP}\n",
                "more.jsonl.gz": gzip.compress(json.dumps({"text": "Ana Ruiz said so."}).encode()),
                "inner.zip": zipped({"deep.txt": "Tom Bell said so.", "deeper.zip": zipped({"deepest.txt": "Nobody said so."})}),
                "pier.png": b"\x89PNG",
                "__MACOSX/._pier.txt": b"\0\0",
            }
        ),
    )
    outcomes = gather(tmp_path / "pile.zip")
    assert names(outcomes, tmp_path) == [
        "pile.zip#a/pier.txt",
        "pile.zip#rows.csv#7",
        "pile.zip#more.jsonl.gz#1",
        "pile.zip#inner.zip#deep.txt",
    ]
    assert faults(outcomes, tmp_path) == [
        "pile.zip#inner.zip#deeper.zip: an archive too deep in other archives; skipped (unpack it and add the folder)"
    ]
    assert notices(outcomes, tmp_path) == ["pile.zip: 1 file that holds no text passed over (1 .png)"]


def test_names_that_lead_outside_and_names_used_twice_are_faults(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        for name in ("../up.txt", "/root.txt", "C:/windows.txt", "a\\..\\..\\up.txt", "same.txt", "same.txt", "good.txt"):
            archive.writestr(name, f"{name} said so.")
    outcomes = gather(written(tmp_path / "pile.zip", packed.getvalue()))
    assert names(outcomes, tmp_path) == ["pile.zip#same.txt", "pile.zip#good.txt"]
    outside = "a name that leads out of the archive; skipped (pack it again without it)"
    assert faults(outcomes, tmp_path) == [
        f"pile.zip#../up.txt: {outside}",
        f"pile.zip#/root.txt: {outside}",
        f"pile.zip#C:/windows.txt: {outside}",
        f"pile.zip#a/../../up.txt: {outside}",
        "pile.zip#same.txt: a second member of this name; skipped (rename it)",
    ]


@pytest.mark.parametrize(
    ("suffix", "pack"),
    [("tar", bytes), ("tar.gz", gzip.compress), ("tgz", gzip.compress), ("tar.bz2", bz2.compress), ("tar.xz", lzma.compress)],
)
def test_a_tar_is_read_however_it_is_packed_and_one_cut_short_is_a_fault(
    tmp_path: Path, suffix: str, pack: Callable[[bytes], bytes]
) -> None:
    whole = pack(tarred([("a/pier.txt", PIER), ("../up.txt", "No."), ("slip.txt", SLIP)]))
    outcomes = gather(written(tmp_path / f"pile.{suffix}", whole))
    assert names(outcomes, tmp_path) == [f"pile.{suffix}#a/pier.txt", f"pile.{suffix}#slip.txt"]
    assert faults(outcomes, tmp_path) == [
        f"pile.{suffix}#../up.txt: a name that leads out of the archive; skipped (pack it again without it)"
    ]
    cut = gather(written(tmp_path / f"cut.{suffix}", whole[: len(whole) - 9 if suffix != "tar" else 3 * 1024]))
    assert [fault for fault in faults(cut, tmp_path) if fault.startswith(f"cut.{suffix}: ")]


@pytest.mark.parametrize(("suffix", "pack"), [("gz", gzip.compress), ("bz2", bz2.compress), ("xz", lzma.compress)])
def test_a_packed_file_keeps_its_name_and_one_cut_short_gives_no_half_document(
    tmp_path: Path, suffix: str, pack: Callable[[bytes], bytes]
) -> None:
    whole = pack((PIER + " " + os.urandom(3000).hex()).encode())
    written(tmp_path / "whole" / f"pier.txt.{suffix}", whole)
    found = only(tmp_path / "whole")
    assert found.document.text.startswith(PIER)
    assert found.appearance.name.endswith(f"whole/pier.txt.{suffix}")
    for end in (len(whole) // 2, len(whole) - 1):
        outcomes = gather(written(tmp_path / f"cut.txt.{suffix}", whole[:end]))
        assert names(outcomes, tmp_path) == []
        (fault,) = faults(outcomes, tmp_path)
        assert fault.startswith(f"cut.txt.{suffix}: broken or cut short (")


def test_rows_before_a_break_are_read(tmp_path: Path) -> None:
    rows = "".join(json.dumps({"id": at, "text": f"Story {at}: {os.urandom(500).hex()}"}) + "\n" for at in range(400))
    packed = gzip.compress(rows.encode())
    outcomes = gather(written(tmp_path / "rows.jsonl.gz", packed[: len(packed) // 2]))
    assert 100 < len(documents(outcomes)) < 300
    (fault,) = faults(outcomes, tmp_path)
    assert fault == (
        "rows.jsonl.gz: broken or cut short (Compressed file ended before the end-of-stream marker was reached); "
        "what stands before the break is read (get the file again)"
    )


@pytest.mark.parametrize("name", ["bomb.txt.gz", "bomb.jsonl.gz", "bomb.zip", "bomb.tar.gz"])
def test_a_bomb_is_a_fault_before_it_goes_off(tmp_path: Path, name: str) -> None:
    blank = b" " * (40 << 20)
    content = {
        "bomb.txt.gz": lambda: gzip.compress(blank),
        "bomb.jsonl.gz": lambda: gzip.compress(b"{" + blank),
        "bomb.zip": lambda: zipped({"big.txt": blank, "good.txt": PIER}),
        "bomb.tar.gz": lambda: gzip.compress(tarred([("big.txt", blank.decode()), ("good.txt", PIER)])),
    }[name]()
    outcomes = gather(written(tmp_path / name, content))
    assert any("unpacks to more than 200 times its size, as zip bombs do; skipped" in fault for fault in faults(outcomes, tmp_path))
    assert names(outcomes, tmp_path) == (["bomb.zip#good.txt"] if name == "bomb.zip" else [])


def test_a_zip_whose_headers_lie_about_sizes_is_not_believed(tmp_path: Path) -> None:
    honest = zipped({"big.txt": b" " * (40 << 20)})
    lying = honest.replace(struct.pack("<L", 40 << 20), struct.pack("<L", 1000))
    assert lying != honest
    outcomes = gather(written(tmp_path / "liar.zip", lying))
    assert names(outcomes, tmp_path) == []
    assert len(faults(outcomes, tmp_path)) == 1


def test_a_locked_member_is_a_fault_with_the_mend(tmp_path: Path) -> None:
    packed = bytearray(zipped({"secret.txt": PIER}))
    packed[6] |= 1
    packed[packed.index(b"PK\x01\x02") + 8] |= 1
    assert faults(gather(written(tmp_path / "locked.zip", bytes(packed))), tmp_path) == [
        "locked.zip#secret.txt: encrypted; skipped (unpack it with its password and add what is in it)"
    ]


def test_a_broken_zip_is_a_fault_and_so_is_one_broken_member(tmp_path: Path) -> None:
    whole = zipped({"pier.txt": PIER * 50, "slip.txt": SLIP})
    cut = gather(written(tmp_path / "cut.zip", whole[:-30]))
    assert faults(cut, tmp_path) == [
        "cut.zip: not a zip file that can be read, broken or cut short (File is not a zip file); skipped (get it again)"
    ]
    hurt = bytearray(whole)
    hurt[45] ^= 0xFF
    outcomes = gather(written(tmp_path / "hurt.zip", bytes(hurt)))
    assert names(outcomes, tmp_path) == ["hurt.zip#slip.txt"]
    (fault,) = faults(outcomes, tmp_path)
    assert fault.startswith("hurt.zip#pier.txt: broken or cut short (")


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.zip", zipped({})), ("b.tar", tarred([])), ("c.jsonl", b"\n"), ("d.csv", b"id,text\n"), ("e.txt.gz", b"")],
)
def test_what_holds_nothing_says_so(tmp_path: Path, name: str, content: bytes) -> None:
    (fault,) = faults(gather(written(tmp_path / name, content)), tmp_path)
    assert fault in (f"{name}: nothing in it that is read; skipped", f"{name}: empty; skipped")


def test_an_archive_is_read_member_by_member(tmp_path: Path) -> None:
    """The first document comes before the break at the end is seen."""
    packed = gzip.compress(tarred([(f"{at}.txt", f"Story {at} {os.urandom(2000).hex()}.") for at in range(200)]))
    path = written(tmp_path / "pile.tar.gz", packed[:-50_000])
    first = next(collect([str(path)], Options()))
    assert names([first], tmp_path) == ["pile.tar.gz#0.txt"]
