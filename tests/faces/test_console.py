"""The harness of the pages: that it sees a page that is not true."""

import pytest

from faces.console import Ran, Step, steps_of

PAGE = """# A page

```console
$ onrecord documents
2 documents

published  title
$ echo $?
0
```

```console
$ pip install onrecord
```
"""


def test_the_steps_of_a_page_are_its_commands_with_their_outputs_and_lines() -> None:
    assert [(step.command, step.expected, step.line) for step in steps_of(PAGE)] == [
        ("onrecord documents", "2 documents\n\npublished  title\n", 4),
        ("echo $?", "0\n", 8),
    ]
    for step in steps_of(PAGE):
        assert PAGE[step.start :].startswith(step.expected)


@pytest.mark.parametrize(
    ("expected", "printed", "true"),
    [
        ("9 added\n", "9 added\n", True),
        ("9 added\n", "8 added\n", False),
        ("9 added\n", "9 added\n1 fault\n", False),
        ("9 added\n1 fault\n", "9 added\n", False),
        ("... added\n", "9 added\n", True),
        ("first\n...\nlast\n", "first\none\ntwo\nlast\n", True),
        ("first\n...\nlast\n", "first\nlast\n", True),
        ("first\n...\nlast\n", "first\none\n", False),
        ("", "", True),
        ("", "a surprise\n", False),
        ("a.c\n", "abc\n", False),
    ],
)
def test_an_output_is_what_the_page_says_but_for_what_it_leaves_open(expected: str, printed: str, true: bool) -> None:
    assert Ran(Step("onrecord add", expected, 1, 0), printed).as_expected is true
