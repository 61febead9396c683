"""How findings are shown, whole outputs compared."""

import json

import pytest

from lif.cli.reporters import REPORTERS
from lif.store.findings import Finding

FINDINGS = [
    Finding("records/a.yaml", 3, 7, "D441", "Two reports: this and AR-1.", "", "AR-2", "warning"),
    Finding("records/b,c:d%.yaml", 1, 1, "R305", "100% of\r\nthis: is, data.", "Did you mean X?", "CR-1"),
    Finding("records/é.yaml", 2, 5, "D999", "A remark.", "", "", "remark"),
]


def test_text(capsys: pytest.CaptureFixture[str]) -> None:
    REPORTERS["text"](FINDINGS, 12)
    out, err = capsys.readouterr()
    assert out == (
        "records/a.yaml:3:7: D441 (warning) Two reports: this and AR-1.\n"
        "records/b,c:d%.yaml:1:1: R305 100% of\ufffd\ufffdthis: is, data.\n"
        "    Did you mean X?\n"
        "records/é.yaml:2:5: D999 (remark) A remark.\n"
    )
    assert err == "12 records read; 1 error, 1 warning, 1 remark. What a code means: lif explain CODE\n"


def test_json(capsys: pytest.CaptureFixture[str]) -> None:
    REPORTERS["json"](FINDINGS[:1], 12)
    out, err = capsys.readouterr()
    assert json.loads(out) == {
        "schemaVersion": 1,
        "kind": "findings",
        "records": 12,
        "findings": [
            {
                "code": "D441",
                "severity": "warning",
                "file": "records/a.yaml",
                "line": 3,
                "column": 7,
                "record": "AR-2",
                "message": "Two reports: this and AR-1.",
                "hint": "",
            }
        ],
    }
    assert list(json.loads(out)) == ["schemaVersion", "kind", "records", "findings"]
    assert err == ""


def test_github_has_the_worst_first_and_escapes_what_its_commands_are_made_of(
    capsys: pytest.CaptureFixture[str],
) -> None:
    REPORTERS["github"](FINDINGS, 12)
    assert capsys.readouterr().out == (
        "::error file=records/b%2Cc%3Ad%25.yaml,line=1,col=1,title=R305::"
        "100%25 of%0D%0Athis: is, data. Did you mean X?\n"
        "::warning file=records/a.yaml,line=3,col=7,title=D441::Two reports: this and AR-1.\n"
        "::notice file=records/é.yaml,line=2,col=5,title=D999::A remark.\n"
    )


def test_nothing_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    for form, reporter in REPORTERS.items():
        reporter([], 1)
        out, err = capsys.readouterr()
        assert "1 record read; nothing is wrong.\n" in err or form == "json"
        assert (json.loads(out)["findings"] == []) if form == "json" else (out == "")
