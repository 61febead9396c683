"""Advice knows its places, and lets stand what a comment asks it to."""

from pathlib import Path

from lif.rules.advice.advising import advice_on
from lif.rules.check import check
from lif.store.load import load
from tests.support import path_of, replace_text, write_board, write_record

POOR = {
    "schema_version": 1,
    "id": "AR-2017-001",
    "kind": "highlight",
    "agency": "police",
    "period": "2017-Q1",
    "story": {"narrative": "Training is ongoing."},
    "serious_incident_referred": {"answer": "no"},
    "new_risks": {"answer": "no"},
    "escalation_used": {"answer": "no"},
}


def poor_board(root: Path) -> Path:
    write_board(root)
    write_record(root, "report", "AR-2017-001", POOR)
    return path_of(root, "report", "AR-2017-001")


def test_advice_stands_at_its_place_and_is_no_part_of_validation(tmp_path: Path) -> None:
    file = poor_board(tmp_path)
    board = load(tmp_path)
    found = advice_on(board, board.loaded)
    [vague] = [finding for finding in found if finding.code == "D581"]
    line = file.read_text(encoding="utf-8").splitlines()[vague.line - 1]
    assert line[vague.column - 1 :] == "Training is ongoing."
    assert {finding.severity for finding in found} == {"remark"}
    assert not [finding for finding in check(board) if "D570" <= finding.code <= "D588"]


def test_a_comment_lets_it_stand(tmp_path: Path) -> None:
    file = poor_board(tmp_path)
    said = "Training is ongoing."
    replace_text(
        file, said, f"{said}  # lif: ignore D581 because the course has no end, and D442 is not here"
    )
    board = load(tmp_path)
    found = {finding.code for finding in advice_on(board, board.loaded)}
    assert "D581" not in found
    assert "D580" in found
    assert all("D570" <= code <= "D588" for code in found)


def test_other_kinds_hold_no_narratives(tmp_path: Path) -> None:
    write_board(tmp_path)
    board = load(tmp_path)
    assert advice_on(board, board.of("plan")) == []
