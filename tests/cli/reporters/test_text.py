"""Findings as text, whole output compared."""

import pytest

from lif.cli.reporters import show
from lif.cli.reporters.report import Report
from lif.cli.reporters.text import MOST_REMARKS
from lif.store.findings import Finding
from tests.cli.reporters.samples import FINDINGS, NOTHING, REPORT


def test_text(capsys: pytest.CaptureFixture[str]) -> None:
    show("text", REPORT)
    out, err = capsys.readouterr()
    assert out == (
        "records/a.yaml:3:7: D441 (warning) Two reports: this and AR-1.\n"
        "records/b,c:d%.yaml:1:1: R305 100% of\ufffd\ufffdthis: is, data.\n"
        "    Did you mean X?\n"
        "records/é.yaml:2:5: F106 (remark) A remark.\n"
    )
    assert err == "12 records read; 1 error, 1 warning, 1 remark. What a code means: lif explain CODE\n"


def test_nothing_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    show("text", NOTHING)
    assert capsys.readouterr() == ("", "1 record read; nothing is wrong.\n")


def remark(file: str, code: str) -> Finding:
    return Finding(file, 4, 5, code, "A1 has no end date.", "Agree one.", "AP-1", "remark")


def test_many_remarks_on_a_whole_board_are_counted_and_bury_no_error(
    capsys: pytest.CaptureFixture[str],
) -> None:
    many = [remark(f"records/plans/{n:02}.yaml", "D473") for n in range(MOST_REMARKS + 2)]
    findings = [*FINDINGS, *many, remark("records/plans/00.yaml", "D470")]
    show("text", Report(findings, 30, of_all=True))
    out, err = capsys.readouterr()
    assert out.split("\n")[:5] == [
        "records/a.yaml:3:7: D441 (warning) Two reports: this and AR-1.",
        "records/b,c:d%.yaml:1:1: R305 100% of\ufffd\ufffdthis: is, data.",
        "    Did you mean X?",
        "records/é.yaml:2:5: F106 (remark) A remark.",
        "records/plans/00.yaml: 2 remarks (D470 1, D473 1)",
    ]
    assert out.split("\n")[-2] == "And remarks on 2 more files."
    assert len(out.split("\n")) == 4 + MOST_REMARKS + 2
    assert err == (
        "Remarks are advice. To read those of a file: lif validate FILE\n"
        "30 records read; 1 error, 1 warning, 24 remarks. What a code means: lif explain CODE\n"
    )


def test_few_remarks_and_those_that_were_asked_for_are_shown(capsys: pytest.CaptureFixture[str]) -> None:
    many = [remark("records/plans/1.yaml", "D473")] * (MOST_REMARKS + 1)
    for report in (Report(many[1:], 3, of_all=True), Report(many, 3)):
        show("text", report)
        out, _ = capsys.readouterr()
        assert out.count("D473 (remark) A1 has no end date.\n    Agree one.\n") == len(report.findings)
