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
    "same": {"entry": "evaluated", "impact": "same", "result": "Result."},
    "worse": {"entry": "evaluated", "impact": "worse", "result": "Result."},
    "cannot-tell": {"entry": "evaluated", "impact": "cannot-tell", "result": "Result."},
    "reopened": {"reason": "Reason."},
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
        "completed note evidenced evaluated note closed",
        "completed evidenced evidenced evaluated evidenced evaluated closed",
        "completed evidenced same evaluated closed",
        "completed evidenced worse reopened revised completed evidenced evaluated closed",
        "completed reopened completed reopened rejected",
        "completed evidenced same superseded",
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
        ("completed evidenced evaluated closed reopened", [("D433", "reopened")]),
        ("completed completed", [("D481", "completed")]),
        ("completed evidenced revised", [("D481", "revised")]),
        ("reopened", [("D432", "reopened")]),
        ("completed evidenced reopened evidenced", [("D432", "evidenced")]),
        ("completed evidenced evaluated reopened completed evidenced closed", [("D432", "closed")]),
        ("completed evidenced same closed", [("D483", "closed")]),
        ("completed evidenced worse closed", [("D483", "closed")]),
        ("completed evidenced cannot-tell closed", [("D483", "closed")]),
        ("completed evidenced evaluated same closed", [("D483", "closed")]),
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
        {"date": "2017-06-01", "by": "business-manager", "entry": word, **FIELDS[word]}
        for word in words.split()
    ]
    records["plan", "AP-2017-001"]["actions"][0]["log"] = log
    return [(code, text) for code, _, text in found(write_board(root, records))]


def test_each_date_is_held_to_the_start_and_to_the_one_before(tmp_path: Path) -> None:
    moves = ["2017-02-28", "2017-08-31", "2017-08-31", "2017-06-30"]
    records = tiny_records()
    records["plan", "AP-2017-001"]["actions"][0] |= {
        "start": "2017-03-01",
        "due": "2017-06-30",
        "log": [
            {"date": "2017-06-01", "by": "police", "entry": "revised", "due": due, "reason": "Reason."}
            for due in moves
        ],
    }
    assert [(code, text) for code, _, text in found(write_board(tmp_path, records))] == [
        ("D431", "2017-02-28"),
        ("D482", "2017-08-31"),
    ]


@pytest.mark.parametrize(
    ("agreed", "codes"), [("2017-03-01", []), ("2017-10-01", ["D486"]), (None, ["D486"])]
)
def test_a_plan_is_reviewed_after_it_was_agreed(agreed: str | None, codes: list[str], tmp_path: Path) -> None:
    records = tiny_records()
    plan = records["plan", "AP-2017-001"]
    plan.pop("agreed", None)
    plan |= {"agreed": agreed} if agreed else {}
    plan["log"] = [{"date": "2017-09-01", "by": "police", "entry": "reviewed", "found": "Better."}]
    assert [code for code, _, _ in found(write_board(tmp_path, records))] == codes


@pytest.mark.parametrize("text", ["none", "None.", "-", "?", "n/a", "tbc"])
@pytest.mark.parametrize(("word", "key"), [("evidenced", "evidence"), ("evaluated", "result")])
def test_evidence_that_shows_nothing(text: str, word: str, key: str, tmp_path: Path) -> None:
    log = [
        {"date": "2017-06-01", "by": "business-manager", "entry": one, **FIELDS[one]}
        for one in ("completed", "evidenced", "evaluated", "closed")
    ]
    next(entry for entry in log if entry["entry"] == word)[key] = text
    records = tiny_records()
    records["plan", "AP-2017-001"]["actions"][0]["log"] = log
    assert [code for code, _, _ in found(write_board(tmp_path, records))] == ["D432"]


@pytest.mark.parametrize(
    ("field", "name", "expected"),
    [
        ("answers", "AP-2017-001.A1", [("D487", "AP-2017-001.A1")]),
        ("answers", "AP-2017-001.A2", [("D487", "AP-2017-001.A2")]),
        ("answers", "CR-2017-001.R1", []),
        ("records", "AP-2017-001.A1", [("D487", "AP-2017-001.A1")]),
        ("records", "AP-2017-001.A2", []),
        ("replaced_by", "AP-2017-001.A2", []),
        ("replaced_by", "CR-2017-001.R1", [("D485", "CR-2017-001.R1")]),
    ],
)
def test_an_action_points_to_what_it_can(
    field: str, name: str, expected: list[tuple[str, str]], tmp_path: Path
) -> None:
    records = tiny_records()
    actions = records["plan", "AP-2017-001"]["actions"]
    actions.append({"id": "A2", "text": "Show the answers to the team."})
    words = {"answers": (), "records": ("completed", "evidenced"), "replaced_by": ("superseded",)}[field]
    actions[0]["log"] = [
        {"date": "2017-06-01", "by": "business-manager", "entry": one, **FIELDS[one]} for one in words
    ]
    if field == "answers":
        actions[0][field] = [name]
    else:
        actions[0]["log"][-1][field] = [name] if field == "records" else name
    errors = [(code, text) for code, _, text in found(write_board(tmp_path, records))]
    assert [one for one in errors if one[0] in ("D485", "D487")] == expected
