"""A text that had to be repaired says so, when it is added and whenever it is listed."""

from contextlib import chdir
from pathlib import Path

from faces.console import typed


def test_a_text_in_another_encoding_says_how_it_was_read(tmp_path: Path) -> None:
    (tmp_path / "cafe.txt").write_bytes("The café is closed, said Mayor Ana Ribeiro-Óz of Ulmen on Tuesday.".encode("cp1252"))
    with chdir(tmp_path):
        code, added = typed("add", "cafe.txt")
        _, listed = typed("documents", "--why")

    assert code == 0
    assert "not UTF-8, read as Windows-1252" in added
    assert "read as Windows-1252" in listed
