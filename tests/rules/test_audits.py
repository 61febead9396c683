"""What must hold of audits."""

from pathlib import Path
from typing import Any

import pytest

from tests.support import found, tiny_records, write_board


def test_a_period_that_ends_before_it_starts(tmp_path: Path) -> None:
    records = tiny_records()
    records["audit", "AU-2017-001"]["period"] = {"start": "2017-04", "end": "2017-03-31"}
    file = "records/audits/2017/AU-2017-001.yaml"
    assert found(write_board(tmp_path, records)) == [("D402", file, "2017-03-31")]


def test_a_sample_without_results_yet_is_fine(tmp_path: Path) -> None:
    records = tiny_records()
    del records["audit", "AU-2017-001"]["results"]
    assert found(write_board(tmp_path, records)) == []


def test_neither_sample_nor_results_is_fine(tmp_path: Path) -> None:
    records = tiny_records()
    for key in ("sample", "results"):
        del records["audit", "AU-2017-001"][key]
    assert found(write_board(tmp_path, records)) == []


FILE = "records/audits/2017/AU-2017-001.yaml"


def _entry(word: str, day: str, **keys: Any) -> dict[str, Any]:
    return {"date": day, "by": "business-manager", "entry": word, **keys}


HELD = _entry("held", "2017-03-16")
CLOSED = _entry("closed", "2017-09-01", reason="Full circle.")
SAME = {"outcome": "same", "found": "As before."}


def _codes(tmp_path: Path, *log: dict[str, Any], **fields: Any) -> list[str]:
    records = tiny_records()
    records["audit", "AU-2017-001"] |= {"log": list(log), **fields}
    return [code for code, _, _ in found(write_board(tmp_path, records))]


@pytest.mark.parametrize(
    ("log", "codes"),
    [
        ([_entry("planned", "2017-01-12", period="2017-Q1"), _entry("planned", "2017-02-12", period="2017-Q2"), HELD], []),
        ([HELD, _entry("held", "2017-03-17")], ["D530"]),
        ([HELD, _entry("planned", "2017-03-17")], ["D530"]),
        ([_entry("reported", "2017-03-17")], ["D530"]),
        ([_entry("planned", "2017-03-17"), _entry("shared", "2017-03-18", channel="A briefing")], ["D530"]),
        ([HELD, CLOSED], ["D531"]),
        ([HELD, _entry("revisited", "2017-08-01", **SAME), CLOSED], []),
        ([HELD, _entry("revisited", "2017-08-01", **SAME), CLOSED, CLOSED], ["D530"]),
        ([HELD, _entry("revisited", "2017-08-01", **SAME), CLOSED, _entry("reported", "2017-10-01")], ["D530"]),
    ],
)  # fmt: skip
def test_each_entry_in_its_turn(tmp_path: Path, log: list[dict[str, Any]], codes: list[str]) -> None:
    assert _codes(tmp_path, *log) == codes


def test_a_revisit_that_is_set_can_follow_the_end(tmp_path: Path) -> None:
    visit = _entry("revisited", "2017-12-01", **SAME)
    assert _codes(tmp_path, HELD, CLOSED, visit, revisit_due="2017-12-01") == []


def _figures(before: tuple[int, int], after: tuple[int, int], **more: str) -> dict[str, Any]:
    one, two = ({"count": count, "of": of} for count, of in (before, after))
    return {"what": "Finished forms", "before": one, "after": two, **more}


@pytest.mark.parametrize(
    ("outcome", "compared", "codes"),
    [
        ("improved", [_figures((1, 6), (2, 6))], []),
        ("improved", [_figures((1, 6), (1, 9))], ["D533"]),
        ("improved", [_figures((1, 6), (1, 9), better="fewer")], []),
        ("improved", [_figures((3, 6), (4, 8))], []),
        ("improved", [_figures((3, 6), (2, 6)), _figures((1, 6), (2, 6))], []),
        ("worse", [_figures((3, 6), (5, 6))], ["D533"]),
        ("same", [_figures((3, 6), (5, 6))], []),
        ("same", [_figures((3, 6), (7, 6))], ["D534"]),
    ],
)
def test_figures_bear_out_what_a_revisit_says(
    tmp_path: Path, outcome: str, compared: list[dict[str, Any]], codes: list[str]
) -> None:
    visit = _entry("revisited", "2017-08-01", outcome=outcome, found="-.", compared=compared)
    assert _codes(tmp_path, HELD, visit) == codes
