"""What must hold of reviews."""

from pathlib import Path
from typing import Any

import pytest

from tests.support import found, tiny_records, write_board


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("contributions", [{"agency": "police", "method": "report", "state": "not-supplied",
                            "reason": "Destroyed."}]),
        ("recommendations", [{"id": "R1", "text": "Ask.", "accepted": "yes"},
                             {"id": "R2", "text": "Tell.", "accepted": "no", "response": "Done before."}]),
        ("period", {"start": "2016-04", "end": 2016}),
        ("aware", "2016"),
        ("aware", "2016-11-01"),
    ],
)  # fmt: skip
def test_what_is_fine(field: str, value: Any, tmp_path: Path) -> None:
    records = tiny_records()
    records["review", "CR-2017-001"][field] = value
    codes = [code for code, file, _ in found(write_board(tmp_path, records)) if "reviews" in file]
    assert codes == []


def test_undecided_is_fine_until_a_decision_gives_a_type(tmp_path: Path) -> None:
    records = tiny_records()
    review = records["review", "CR-2017-001"]
    review["type"] = "undecided"
    del review["log"][2]["type"]
    assert found(write_board(tmp_path, records)) == []


def test_a_recommendation_refused_without_an_answer(tmp_path: Path) -> None:
    records = tiny_records()
    records["review", "CR-2017-001"]["recommendations"][1]["accepted"] = "no"
    [(code, _, text)] = found(write_board(tmp_path, records))
    assert (code, text) == ("D412", "id: R2")
