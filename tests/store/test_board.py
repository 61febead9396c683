"""The snapshot: records by id and kind, items by their full ids, in the order in which people count."""

from pathlib import Path

from lif.store.load import load
from tests.support import path_of, tiny_records, write_record


def test_records_and_items_by_id(tiny_board: Path) -> None:
    board = load(tiny_board)
    assert board.by_id["CR-2017-001"].record.title == "Family A"
    assert sorted(board.items) == [
        "AP-2017-001.A1", "AU-2017-001.F1", "CR-2017-001.R1", "CR-2017-001.R2", "MT-2017-001.D1",
        "RK-2017-001.C1", "VO-2017-001.M1", "VO-2017-001.M2",
    ]  # fmt: skip
    held = board.items["CR-2017-001.R2"]
    assert (held.field, held.position, held.item.text) == (
        "recommendations",
        1,
        "Record what the child says.",
    )
    assert (board.has_profile, board.profile.name) == (True, "Saltmere Safeguarding Children Board")
    assert [value.period for value in board.values["repeat-plans"]] == ["2016", "2017", "2017"]


def test_the_order_of_a_kind_is_natural(tiny_board: Path) -> None:
    for number in (2, 10, 1000):
        value = {**tiny_records()["review", "CR-2017-001"], "id": f"CR-2017-{number:03d}"}
        write_record(tiny_board, "review", value["id"], value)
    ids = [loaded.id for loaded in load(tiny_board).of("review")]
    assert ids == ["CR-2017-001", "CR-2017-002", "CR-2017-010", "CR-2017-1000"]


def test_what_is_known(tiny_board: Path) -> None:
    path_of(tiny_board, "audit", "AU-2017-001").write_bytes(b"broken: [")
    board = load(tiny_board)
    assert board.knows("CR-2017-001")
    assert board.knows("CR-2017-001.R1")
    assert board.knows("AU-2017-001")
    assert board.knows("AU-2017-001.F9")
    assert not board.knows("CR-2017-001.R9")
    assert not board.knows("CR-2017-002.R1")
    assert not board.knows("R1")


def test_what_stands_in_the_overlay_is_read_from_there(tiny_board: Path) -> None:
    board = load(tiny_board, {"records/agencies/police.yaml": b"x"})
    assert board.read("records/agencies/police.yaml") == b"x"
    assert board.read("records/board.yaml") == (tiny_board / "records/board.yaml").read_bytes()
    assert not board.of("nothing")
