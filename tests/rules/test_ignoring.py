"""A finding with a reason to stand is let stand; nothing else is, and a comment without effect is found."""

from pathlib import Path

import pytest

from lif.rules import ignoring
from lif.rules.catalogue import codes
from lif.rules.check import check
from lif.rules.ignoring import can_be_ignored
from lif.rules.validation import validate
from lif.store.load import load
from tests.support import path_of, replace_text

PERIOD = "incident: 2016-11\nperiod:\n  start: 2016-01\n  end: 2015-06"
REASON = "because the agency gave these dates"


def found(root: Path) -> list[tuple[str, int]]:
    """Code and line of everything wrong with a Board, which both ways of looking at it agree on."""
    findings = validate(root).findings
    assert findings == check(load(root))
    return [(finding.code, finding.line) for finding in findings]


@pytest.fixture
def review(tiny_board: Path) -> Path:
    """A review with a period that ends before it starts, in line 9."""
    path = path_of(tiny_board, "review", "CR-2017-001")
    replace_text(path, "incident: 2016-11", PERIOD)
    assert found(tiny_board) == [("D402", 9)]
    return path


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("end: 2015-06", f"end: 2015-06  # lif: ignore D402 {REASON}"),
        ("end: 2015-06", f"end: 2015-06  # lif: ignore d402 {REASON}"),
        ("  end: 2015-06", f"  # lif: ignore D402 {REASON}\n  end: 2015-06"),
        ("  end: 2015-06", f"# lif: ignore D402 {REASON}\n  # Asked again in May.\n\n  end: 2015-06"),
    ],
)
def test_on_its_line_or_above_it(review: Path, tiny_board: Path, old: str, new: str) -> None:
    replace_text(review, old, new)
    assert found(tiny_board) == []


def test_only_that_code_and_only_there(review: Path, tiny_board: Path) -> None:
    replace_text(review, "start: 2016-01", f"start: 2016-01  # lif: ignore D402 {REASON}")
    assert found(tiny_board) == [("I604", 8), ("D402", 9)]
    replace_text(review, "end: 2015-06", f"end: 2015-06  # lif: ignore D404 {REASON}")
    assert found(tiny_board) == [("I604", 8), ("D402", 9), ("I604", 9)]


def test_two_codes_of_which_one_is_in_vain(review: Path, tiny_board: Path) -> None:
    replace_text(review, "end: 2015-06", f"end: 2015-06  # lif: ignore D404, D402 {REASON}")
    assert found(tiny_board) == [("I604", 9)]


def test_without_a_reason_nothing_is_ignored(review: Path, tiny_board: Path) -> None:
    replace_text(review, "end: 2015-06", "end: 2015-06  # lif: ignore D402 the agency gave these dates")
    assert found(tiny_board) == [("D402", 9), ("I601", 9)]


@pytest.mark.parametrize("named", ["D499", "D4", "dates"])
def test_a_code_that_is_none(review: Path, tiny_board: Path, named: str) -> None:
    replace_text(review, "end: 2015-06", f"end: 2015-06  # lif: ignore {named} {REASON}")
    assert found(tiny_board) == [("D402", 9), ("I602", 9)]
    message = check(load(tiny_board))[1].message
    assert "dates" not in message, "what is no code may be narrative"


def test_across_records_too(tiny_board: Path) -> None:
    report = path_of(tiny_board, "report", "AR-2017-001")
    second = report.with_name("AR-2017-002.yaml")
    second.write_bytes(report.read_bytes().replace(b"AR-2017-001", b"AR-2017-002"))
    (finding,) = check(load(tiny_board))
    assert (finding.code, finding.file) == ("D441", "records/reports/2017/AR-2017-002.yaml")
    replace_text(second, "period: 2017-Q1", f"period: 2017-Q1  # lif: ignore D441 {REASON}")
    assert found(tiny_board) == []


def test_what_stands_at_the_first_line(review: Path, tiny_board: Path) -> None:
    text = review.read_text(encoding="utf-8").partition("\n")[2]
    lines = text.replace(PERIOD, "").replace("id:", "period: {start: 2016-01, end: 2015-06}\nid:", 1)
    review.write_text(lines.replace("schema_version: 1\n", "") + "schema_version: 1\n", encoding="utf-8")
    assert found(tiny_board) == [("D402", 1)]
    review.write_text(f"# lif: ignore D402 {REASON}\n" + review.read_text(encoding="utf-8"), encoding="utf-8")
    assert found(tiny_board) == []


def test_a_marking_and_a_name_cannot_be_ignored(tiny_board: Path) -> None:
    replace_text(
        path_of(tiny_board, "review", "CR-2017-001"),
        "incident: 2016-11",
        f"incident: 2016-11\nmarking: secret  # lif: ignore D401 {REASON}",
    )
    assert [code for code, _ in found(tiny_board)] == ["D401", "I603"]
    plan = path_of(tiny_board, "plan", "AP-2017-001")
    replace_text(plan, "- CR-2017-001.R1", f"- CR-2017-001.R9  # lif: ignore R305 {REASON}")
    assert sorted(code for code, _ in found(tiny_board)) == ["D401", "I603", "I603", "R305"]


def test_a_file_that_cannot_be_read_cannot_ignore_that(tiny_board: Path) -> None:
    agency = path_of(tiny_board, "agency", "police")
    replace_text(agency, "type: police", f"type: polise  # lif: ignore S203 {REASON}")
    assert found(tiny_board) == [("S203", 4)]
    replace_text(agency, "type: polise  # lif: ignore S203", "type: a: b  # lif: ignore Y116")
    assert found(tiny_board) == [("Y116", 4)]


def test_what_can_be_ignored() -> None:
    assert {code[:2] for code in codes() if can_be_ignored(code)} == {"D4", "D5", "D6", "P7"}
    assert not can_be_ignored("D401")


def test_only_files_with_such_a_comment_are_read_for_it(
    review: Path, tiny_board: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = []
    monkeypatch.setattr(ignoring, "ignores_in", lambda data: read.append(data) or [])
    assert found(tiny_board) == [("D402", 9)]
    assert read == []
    replace_text(review, "end: 2015-06", f"end: 2015-06  # lif: ignore D402 {REASON}")
    validate(tiny_board)
    assert read == [review.read_bytes()]
