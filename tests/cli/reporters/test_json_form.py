"""Findings as JSON, whole output compared."""

import json

import pytest

from lif.cli.reporters import show
from lif.cli.reporters.report import Report
from tests.cli.reporters.samples import FINDINGS


def test_json(capsys: pytest.CaptureFixture[str]) -> None:
    show("json", Report(FINDINGS[:1], 12))
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
