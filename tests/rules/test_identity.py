"""Each id and each number stands once."""

from pathlib import Path

from lif.rules.check import check
from lif.store.load import load
from tests.support import found, path_of, write_file


def test_both_places_of_an_id_that_stands_twice(tiny_board: Path) -> None:
    text = path_of(tiny_board, "review", "CR-2017-001").read_bytes()
    write_file(tiny_board, "records/reviews/2017/CR-2017-002.yaml", text)
    findings = [finding for finding in check(load(tiny_board)) if finding.code == "R301"]
    files = ["records/reviews/2017/CR-2017-001.yaml", "records/reviews/2017/CR-2017-002.yaml"]
    assert [finding.file for finding in findings] == files
    assert files[1] in findings[0].message
    assert files[0] in findings[1].message


def test_an_agency_and_an_indicator_of_the_same_name(tiny_board: Path) -> None:
    text = path_of(tiny_board, "indicator", "repeat-plans").read_bytes()
    write_file(tiny_board, "records/indicators/police.yaml", text)
    assert [(code, file) for code, file, _ in found(tiny_board)] == [
        ("R301", "records/agencies/police.yaml"),
        ("R301", "records/indicators/police.yaml"),
    ]


def test_findings_and_recommendations_may_share_a_number(tiny_board: Path) -> None:
    path = path_of(tiny_board, "audit", "AU-2017-001")
    text = path.read_text(encoding="utf-8")
    path.write_text(text + "recommendations:\n  - id: R1\n    text: Ask why.\n", encoding="utf-8")
    assert found(tiny_board) == []


def test_a_missing_board_is_said_once(tiny_board: Path) -> None:
    path_of(tiny_board, "board", "board").unlink()
    [finding] = check(load(tiny_board))
    assert (finding.code, finding.file, finding.line, finding.column) == ("R304", "records/board.yaml", 1, 1)
