"""Completed is not closed, and after the end nothing follows."""

from pathlib import Path
from typing import Any

import pytest

from tests.support import found, tiny_records, write_board

FIELDS: dict[str, dict[str, str]] = {
    "note": {"note": "Note."},
    "revised": {"due": "2018-01-01", "reason": "Reason."},
    "completed": {"note": "Done."},
    "evidenced": {"evidence": "Seen."},
    "evaluated": {"impact": "improved", "result": "Result."},
    "closed": {},
    "superseded": {"reason": "Reason."},
    "rejected": {"reason": "Reason."},
    "graded": {"grade": "green", "reason": "Reason."},
}


@pytest.mark.parametrize(
    "words",
    [
        "",
        "note revised graded",
        "completed",
        "completed evidenced evaluated closed",
        "completed note evidenced revised evaluated note closed",
        "completed rejected",
        "note superseded",
    ],
)
def test_what_may_follow_what(words: str, tmp_path: Path) -> None:
    assert codes_of(words, tmp_path) == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("closed", [("D432", "closed")]),
        ("completed closed", [("D432", "closed")]),
        ("completed evidenced closed", [("D432", "closed")]),
        ("evidenced", [("D432", "evidenced")]),
        ("completed evaluated", [("D432", "evaluated")]),
        ("evidenced completed", [("D432", "evidenced")]),
        ("rejected note", [("D433", "note")]),
        ("superseded completed", [("D433", "completed")]),
        ("completed evidenced evaluated closed graded", [("D433", "graded")]),
    ],
)
def test_what_may_not(words: str, expected: list[tuple[str, str]], tmp_path: Path) -> None:
    assert codes_of(words, tmp_path) == expected


def test_due_on_the_day_it_starts_is_fine(tmp_path: Path) -> None:
    records = tiny_records()
    records["plan", "AP-2017-001"]["actions"][0] |= {"start": "2017-03-01", "due": "2017-03-01"}
    assert found(write_board(tmp_path, records)) == []


def codes_of(words: str, root: Path) -> list[tuple[str, str]]:
    records = tiny_records()
    log: list[dict[str, Any]] = [
        {"date": "2017-06-01", "by": "police", "entry": word, **FIELDS[word]} for word in words.split()
    ]
    records["plan", "AP-2017-001"]["actions"][0]["log"] = log
    return [(code, text) for code, _, text in found(write_board(root, records))]
