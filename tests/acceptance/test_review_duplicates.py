"""No review duplicates another: a second case of the same is named when it is opened, and by `lif validate`."""

from pathlib import Path

import pytest

from tests.conftest import RunLif
from tests.support import replace_text, write_file

FIRST = "CR-2017-002"
REVIEW = """\
schema_version: 1
id: {id}
type: undecided
title: {title}
subjects:
  - code: Child X
  - code: {code}
{more}
log:
  - date: 2017-03-01
    by: police
    entry: referred
    source: partner-agency
"""


def put(root: Path, review_id: str, more: str, code: str = "Child A") -> Path:
    text = REVIEW.format(id=review_id, title=f"Case of {code}", code=code, more=more)
    if review_id != FIRST:
        text = text.replace("  - code: Child X\n", "", 1)
    return write_file(root, f"records/reviews/2017/{review_id}.yaml", text)


def found(run_lif: RunLif, root: Path) -> str:
    done = run_lif("validate", cwd=root)
    assert "error" not in done.stderr, done.stdout
    return done.stdout


@pytest.mark.parametrize(
    ("first", "second", "code"),
    [
        ("incident: 2016-11", "incident: 2016-11-30", "child  a"),
        ("period: {start: 2015, end: 2016-06}", "incident: 2016-06-30", "Child A"),
        ("period: {start: 2015}", "aware: 2017-02", "Child A"),
        ("incident: 2016-10\naware: 2016-12", "incident: 2016-11", "Child X"),
    ],
)
def test_the_same_subject_in_the_same_time(
    first: str, second: str, code: str, tiny_board: Path, run_lif: RunLif
) -> None:
    put(tiny_board, FIRST, first)
    put(tiny_board, "CR-2017-003", second, code)
    said = found(run_lif, tiny_board)
    assert said.count("D446") == 1
    assert "CR-2017-003 and CR-2017-002 are about the same subject" in said
    assert "lif review supersede CR-2017-002 --review CR-2017-003" in said


@pytest.mark.parametrize(
    ("first", "second", "code"),
    [
        ("incident: 2016-11", "incident: 2016-12", "Child A"),
        ("incident: 2016-11", "incident: 2016-11", "Child B"),
        ("period: {start: 2015, end: 2016-06}", "incident: 2016-07", "Child A"),
    ],
)
def test_another_subject_or_another_time(
    first: str, second: str, code: str, tiny_board: Path, run_lif: RunLif
) -> None:
    put(tiny_board, FIRST, first)
    put(tiny_board, "CR-2017-003", second, code)
    assert "D446" not in found(run_lif, tiny_board)


def test_led_elsewhere_superseded_or_explained(tiny_board: Path, run_lif: RunLif) -> None:
    first = put(tiny_board, FIRST, "incident: 2016-11\nother_boards:\n  - {board: wenlow, lead: true}")
    second = put(tiny_board, "CR-2017-003", "incident: 2016-11")
    assert "(CR-2017-002 is led by wenlow)" in found(run_lif, tiny_board)

    text = first.read_text(encoding="utf-8")
    ended = "  - {date: 2017-04-01, by: police, entry: superseded, review: CR-2017-003, reason: Wider.}\n"
    write_file(tiny_board, f"records/reviews/2017/{FIRST}.yaml", text + ended)
    assert "D446" not in found(run_lif, tiny_board)
    write_file(tiny_board, f"records/reviews/2017/{FIRST}.yaml", text)

    note = run_lif("review", "note", "CR-2017-003", f"Beside {FIRST}: a twin of the same name.", "--by", "police",
                   cwd=tiny_board)  # fmt: skip
    assert note.returncode == 0, note.stderr
    assert "D446" not in found(run_lif, tiny_board)
    replace_text(second, f"Beside {FIRST}:", "Beside another:")
    assert "D446" in found(run_lif, tiny_board)


def test_opening_a_second_case_warns_and_goes_on(tiny_board: Path, run_lif: RunLif) -> None:
    put(tiny_board, FIRST, "incident: 2016-11")
    done = run_lif(
        "review", "new", "--type", "undecided", "--title", "Child A", "--subject", "Child A:5-9", "--incident",
        "2016-11", "--referred", "2017-05-01", "--source", "partner-agency", cwd=tiny_board,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "CR-2017-003 was opened" in done.stdout
    assert "CR-2017-003 and CR-2017-002 are about the same subject" in done.stderr
    assert "lif review note CR-2017-003" in done.stderr
