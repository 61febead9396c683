"""What must hold of decisions that were written into a record by hand."""

from pathlib import Path
from typing import Any

import pytest

from tests.support import found, tiny_records, write_board


def codes(tmp_path: Path, *log: dict[str, Any], **fields: Any) -> list[str]:
    records = tiny_records()
    review = records["review", "CR-2017-001"]
    review.update(fields)
    view = {"date": "2017-01-20", "by": "police", "entry": "considered", "group": "strategic-board",
            "recommends": "no-review"}  # fmt: skip
    review["log"] = [review["log"][0], view, *log]
    return [code for code, _, _ in found(write_board(tmp_path, records))]


def decided(**fields: Any) -> dict[str, Any]:
    return {
        "date": "2017-02-01", "by": "independent-chair", "entry": "decided", "decision": "no-review",
        "reasons": "x", **fields,
    }  # fmt: skip


def answered(**answers: str) -> dict[str, Any]:
    said = [{"fact": name.replace("_", "-"), "answer": answer} for name, answer in answers.items()]
    return {"date": "2017-01-20", "by": "police", "entry": "answered", "answers": said}


@pytest.mark.parametrize(
    ("by", "decision", "code"),
    [
        ("business-manager", "no-review", ["D443"]),
        ("police", "no-review", ["D443"]),
        ("strategic-board", "no-review", ["D443"]),
        ("strategic-board", "review", []),
        ("nobody", "no-review", ["R306"]),
    ],
)
def test_who_decides(by: str, decision: str, code: list[str], tmp_path: Path) -> None:
    entry = decided(by=by, decision=decision, type="single-agency-review")
    assert codes(tmp_path, entry, type="single-agency-review", regime="wt2015") == code


def test_the_type_of_the_record_asks_for_a_method_where_the_entry_has_none(tmp_path: Path) -> None:
    assert codes(tmp_path, decided(decision="review")) == ["D444"]
    assert codes(tmp_path / "2", decided(decision="review", method="independent-review")) == []


def test_a_departure_is_seen_without_a_regime_on_the_record(tmp_path: Path) -> None:
    met = answered(a="yes", b_i="yes")
    assert codes(tmp_path, met, decided()) == ["D445"]
    assert codes(tmp_path / "2", met, decided(departs="A stranger.")) == []
    assert codes(tmp_path / "3", met, decided(decision="defer")) == []
    later = {**met, "date": "2017-02-02"}
    assert codes(tmp_path / "4", decided(), later) == [], "what was not known then was not departed from"
