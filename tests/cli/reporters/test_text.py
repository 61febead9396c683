"""Findings as text, whole output compared."""

import pytest

from lif.cli.reporters import show
from tests.cli.reporters.samples import NOTHING, REPORT


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
