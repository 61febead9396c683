"""Returns are held to their audit and its instrument, in a fresh reading and in a second one."""

from pathlib import Path

from lif.records.returns import AnswerRow, return_file
from lif.store.returns import write_return
from tests.support import found, replace_text, write_file

AUDIT = "AU-2017-001"


def put(root: Path, *cases: str) -> None:
    rows = [AnswerRow(case, item, "met", "", "", "", 0) for case in cases for item in ("1.1", "1.2", "1.10")]
    write_file(root, return_file(AUDIT, "police"), write_return(rows))


def test_more_cases_than_the_sample_are_named(tiny_board: Path) -> None:
    put(tiny_board, *(f"Case {number}" for number in range(1, 8)))
    assert [one[:2] for one in found(tiny_board)] == [("D509", "records/audits/2017/AU-2017-001.yaml")]


def test_answers_without_an_instrument_are_named(tiny_board: Path) -> None:
    put(tiny_board, "Case 1")
    assert found(tiny_board) == []
    replace_text(tiny_board / f"records/audits/2017/{AUDIT}.yaml", "instrument: missed-appointments\n", "")
    assert [one[:2] for one in found(tiny_board)] == [("D505", return_file(AUDIT, "police"))]


def test_a_former_return_is_not_counted(tiny_board: Path) -> None:
    put(tiny_board, "Case 1")
    write_file(
        tiny_board,
        return_file(AUDIT, "police", 1),
        "case,item,self,moderated,evidence,comment\nCase 9,x,y,,,\n",
    )
    assert found(tiny_board) == []
    write_file(tiny_board, f"records/audits/2017/{AUDIT}.returns/deep/police.csv", "x\n")
    assert [one[0] for one in found(tiny_board)] == ["F104"]
