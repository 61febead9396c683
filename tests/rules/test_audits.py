"""What must hold of audits."""

from pathlib import Path
from typing import Any

import pytest

from lif.rules.check import check
from lif.store.load import load
from tests.support import found, path_of, text_at, tiny_records, write_board


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


ASKS = {"recommendations": [{"id": "R1", "text": "Ask why."}], "revisit_due": "2018-03-01"}


def _closed_while(tmp_path: Path, *log: dict[str, Any], answers: str = "AU-2017-001.R1") -> list[str]:
    """What is wrong when an audit was closed on 1 September, and one action has a log of its own."""
    records = tiny_records()
    records["audit", "AU-2017-001"] |= {"log": [HELD, CLOSED], **ASKS}
    records["plan", "AP-2017-001"]["actions"][0] |= {"answers": [answers], "log": list(log)}
    return [code for code, _, _ in found(write_board(tmp_path, records))]


def test_closed_while_nothing_answers_a_recommendation(tmp_path: Path) -> None:
    records = tiny_records()
    records["audit", "AU-2017-001"] |= {"log": [HELD, CLOSED], **ASKS}
    (each,) = check(load(write_board(tmp_path, records)))
    assert (each.code, text_at(tmp_path, each), each.record) == ("D536", "closed", "AU-2017-001")
    assert "no action answered AU-2017-001.R1" in each.message
    assert "lif action add PLAN --answers AU-2017-001.R1" in each.hint


@pytest.mark.parametrize(
    ("log", "codes"),
    [
        ([], []),
        ([_entry("rejected", "2017-09-01", reason="Done elsewhere.")], ["D536"]),
        ([_entry("rejected", "2017-09-02", reason="Done elsewhere.")], []),
        ([_entry("superseded", "2017-05-01", reason="Another does it.")], ["D536"]),
    ],
)
def test_an_action_answers_until_it_is_not_to_be_done(
    tmp_path: Path, log: list[dict[str, Any]], codes: list[str]
) -> None:
    assert _closed_while(tmp_path, *log) == codes


def test_an_action_that_answers_another_recommendation_does_not_answer_it(tmp_path: Path) -> None:
    assert _closed_while(tmp_path, answers="CR-2017-001.R1") == ["D536"]


def test_what_was_withdrawn_needs_no_answer(tmp_path: Path) -> None:
    withdrawn = {"date": "2017-10-01", "by": "business-manager", "reason": "Asked elsewhere."}
    asked = {"recommendations": [{"id": "R1", "text": "Ask why.", "withdrawn": withdrawn}]}
    assert _codes(tmp_path, HELD, CLOSED, **{**ASKS, **asked}) == []


def test_nothing_is_said_of_answers_while_a_plan_cannot_be_read(tmp_path: Path) -> None:
    records = tiny_records()
    records["audit", "AU-2017-001"] |= {"log": [HELD, CLOSED], **ASKS}
    write_board(tmp_path, records)
    path_of(tmp_path, "plan", "AP-2017-001").write_text("{", encoding="utf-8")
    assert "D536" not in {each.code for each in check(load(tmp_path))}
