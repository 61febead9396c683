"""Characters that no record may hold are refused by every way in, and the place is told."""

import pytest

from lif.store.yaml_plain import read_plain
from lif.store.yaml_reader import read

ESCAPES = [
    r"\0", r"\a", r"\b", r"\e", r"\v", r"\f", r"\r", r"\N", r"\L", r"\P", r"\x07", r"\x1B", r"\x7f", r"\x85",
    r"\u001b", r"\u2028", r"\uFEFF", r"\uffff", r"\U0000009B",
]  # fmt: skip


@pytest.mark.parametrize("escape", ESCAPES)
@pytest.mark.parametrize(
    ("before", "after"), [("a: ", "\n"), ("a:\n  - ", "\n"), ("a: [x, ", "]\n"), ("a:\n  ", ": 1\n")]
)
def test_no_escape_brings_in_what_may_not_stand_there(before: str, after: str, escape: str) -> None:
    text = f'{before}"word {escape} word"{after}'
    assert read_plain(text) is None
    result = read(text.encode())
    assert result.value is None
    [problem] = result.problems
    assert problem.code == "Y102"
    assert "escape" in problem.message
    lines = text.split("\n")
    assert lines[problem.line - 1][problem.column - 1 :].startswith('"word ')


@pytest.mark.parametrize(
    ("escape", "character"),
    [(r"\n", "\n"), (r"\t", "\t"), (r"\"", '"'), (r"\\", "\\"), (r"\/", "/"), (r"\_", "\xa0"), (r"\u00e9", "é"),
     (r"\U0001F600", "😀"), (r"\u200f", "\u200f")],
)  # fmt: skip
def test_other_escapes_are_read(escape: str, character: str) -> None:
    assert read(f'a: "x{escape}y"\n'.encode()).value == {"a": f"x{character}y"}


def test_a_backslash_that_escapes_nothing_is_text() -> None:
    assert read(rb"a: 'x\e'").value == {"a": r"x\e"}
    assert read(rb"a: x\e").value == {"a": r"x\e"}
    assert read(rb'a: "x\\e"').value == {"a": r"x\e"}
