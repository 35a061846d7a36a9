"""How often bounds hold, on stories small enough to count by hand."""

from pathlib import Path

from benchmarks.bounds import NAMES, counts, dated


def test_bounds_are_counted_and_those_that_exclude_the_day(tmp_path: Path) -> None:
    for name, text in {
        "between.txt": " date 2031-03-14 She won in 2030. The bridge will open in May 2032.\n",
        "wrong.txt": " date 2031-03-14 She resigned in 2033.\n",
        "none.txt": " date 2031-03-14 She resigned on Monday.\n",
        "undated.txt": "She resigned in 2030.\n",
    }.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    found = counts(dated([tmp_path.as_posix()]))
    assert [found[name] for name in NAMES] == [3, 2, 1, 1]
