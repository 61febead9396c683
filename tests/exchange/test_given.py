"""What is given with `--from`: YAML and JSON, and what is wrong with it said at its place."""

import sys
from pathlib import Path

import pytest

from lif.exchange.given import read_given
from lif.store.errors import Refusal, WrongUse


@pytest.mark.parametrize(
    "text",
    [
        "regime: wt2015\nanswers:\n  a: yes\n",
        "{regime: wt2015, answers: {a: yes}}",
        '{"regime": "wt2015", "answers": {"a": "yes"}}',
        '{\n\t"regime": "wt2015",\n\t"answers": {"a": "yes"}\n}\n',
    ],
)
def test_every_way_to_write_the_same(tmp_path: Path, text: str) -> None:
    (tmp_path / "given").write_text(text, encoding="utf-8", newline="\n")
    assert read_given(str(tmp_path / "given")) == {"regime": "wt2015", "answers": {"a": "yes"}}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('{"title": "Child A", "title": "Child B"}', ":1:22:"),
        ('{"title": "Child A"', ":1:1:"),
        ("title: one\ntitle: two\n", ":2:1:"),
        ("[" * 100_000, ":1:"),
        ('{"a":' * 100_000, ":1:"),
    ],
)
def test_what_is_wrong_is_said_at_its_place(tmp_path: Path, text: str, place: str) -> None:
    (tmp_path / "given.yaml").write_text(text, encoding="utf-8", newline="\n")
    with pytest.raises(Refusal) as refused:
        read_given(str(tmp_path / "given.yaml"))
    assert f"given.yaml{place}" in str(refused.value)
    for line in str(refused.value).splitlines()[1:]:
        said = line.split(": ", 1)[1]
        assert said[0].isupper() and said.endswith("."), said
    assert "Child" not in str(refused.value)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(WrongUse, match="could not be read"):
        read_given(str(tmp_path / "none.yaml"))


@pytest.mark.skipif(sys.platform == "win32", reason="needs a device of POSIX")
def test_what_has_no_end_is_not_read_to_its_end() -> None:
    with pytest.raises(Refusal, match="more than 2 MiB"):
        read_given("/dev/zero")
