"""The annual report's own rules: each finding where it belongs, and none on a report that is right."""

from pathlib import Path
from typing import Any

import pytest

from lif.insight.annual.sections import SECTIONS
from lif.rules.check import check
from lif.store.load import load
from tests.support import tiny_records, write_board

TEXT = {"text": "As it is.", "by": "independent-chair", "date": "2017-06-01"}
WHOLE: dict[str, Any] = {
    "schema_version": 1,
    "audience": "board",
    "texts": {section.id: TEXT for section in SECTIONS},
    "agreed": "2017-09-14",
    "published": "2017-09-29",
}


def codes(root: Path, changed: dict[str, Any], name: str = "2016-17") -> list[str]:
    records = tiny_records()
    records["annual", name] = {**WHOLE, **changed}
    write_board(root, records)
    return sorted({one.code for one in check(load(root)) if f"annual/{name}" in one.file})


def test_a_report_that_is_right_has_none(tmp_path: Path) -> None:
    assert codes(tmp_path, {}) == []


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"agreed": "2017-03-31"}, "D659"),
        ({"published": "2017-09-13"}, "D659"),
        ({"texts": {}}, "D656"),
        ({"texts": {**WHOLE["texts"], "voice": {**TEXT, "date": "2017-09-15"}}}, "D661"),
    ],
)
def test_each_fault_is_found(tmp_path: Path, changed: dict[str, Any], code: str) -> None:
    assert code in codes(tmp_path, changed)


def test_a_file_called_by_no_year(tmp_path: Path) -> None:
    assert "D655" in codes(tmp_path, {"agreed": None, "published": None}, "2016-18")


def test_an_agreed_report_may_not_be_silent_on_a_review(tmp_path: Path) -> None:
    records = tiny_records()
    records["annual", "2016-17"] = WHOLE
    review = {**records["review", "CR-2017-001"]}
    log = [{**review["log"][0], "date": "2016-05-01"}]
    subjects = [{**one, "code": "Child Z"} for one in review.get("subjects", [])]
    records["review", "CR-2016-001"] = {
        key: value
        for key, value in {**review, "id": "CR-2016-001", "log": log, "subjects": subjects}.items()
        if key not in ("findings", "recommendations", "contributions")
    }
    write_board(tmp_path, records)
    found = [one for one in check(load(tmp_path)) if one.code == "D663"]
    assert [(one.file, one.line > 1, "CR-2016-001" in one.message) for one in found] == [
        ("records/annual/2016-17.yaml", True, True)
    ]
    reason = {
        "review": "CR-2016-001",
        "reason": "Only begun.",
        "by": "business-manager",
        "date": "2017-06-01",
    }
    records["annual", "2016-17"] = {**WHOLE, "without_lessons": [reason]}
    write_board(tmp_path / "again", records)
    assert "D663" not in {one.code for one in check(load(tmp_path / "again"))}
