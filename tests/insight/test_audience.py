"""What is kept for the office is not in the Board that a pack is made from, and cannot be named from it."""

from pathlib import Path

from lif.insight.audience import highest_marking, visible_to
from lif.insight.titles import Titles
from lif.records.base import Audience
from lif.store.load import load
from tests.insight.samples import board_of, settings
from tests.support import TINY_VALUES, tiny_records, write_file


def test_only_records_for_the_reader_are_left(tmp_path: Path) -> None:
    made = tiny_records()
    made["review", "CR-2017-001"]["audience"] = "office"
    made["audit", "AU-2017-001"]["audience"] = "public"
    made["plan", "AP-2017-001"]["audience"] = "agencies"
    board = board_of(tmp_path, made)

    def seen(reader: Audience) -> set[str]:
        return {loaded.id for loaded in visible_to(board, reader).loaded if loaded.kind.numbered}

    assert seen("office") - seen("board") == {"CR-2017-001"}
    assert seen("board") - seen("agencies") == {
        "AR-2017-001", "CH-2017-001", "LL-2017-001", "MT-2017-001", "RK-2017-001", "VO-2017-001",
    }  # fmt: skip
    assert seen("public") == {"AU-2017-001"}


def test_what_is_not_seen_is_not_known(tmp_path: Path) -> None:
    made = tiny_records()
    made["review", "CR-2017-001"]["audience"] = "office"
    board = visible_to(board_of(tmp_path, made), "board")

    assert not board.knows("CR-2017-001")
    assert not board.knows("CR-2017-001.R1")
    assert Titles(board).record("CR-2017-001") == ""


def test_the_highest_marking_wins_in_the_boards_own_order(tmp_path: Path) -> None:
    made = tiny_records()
    made["review", "CR-2017-001"]["marking"] = "high"
    board = board_of(tmp_path, made)
    audit, review = board.by_id["AU-2017-001"], board.by_id["CR-2017-001"]

    assert highest_marking([audit, review], settings()) == "HIGH"
    assert highest_marking([audit], settings()) == "LOW"
    assert highest_marking([], settings()) == "LOW"


def test_the_chronologies_of_a_hidden_review_are_hidden_too(tiny_board: Path) -> None:
    rows = "date,time,event,source,comment\n2016-11,,The school rang,Log,\n"
    write_file(tiny_board, "records/reviews/2017/CR-2017-001.chronology/police.csv", rows)
    board = load(tiny_board)
    assert set(visible_to(board, "board").chronologies) == {"CR-2017-001"}
    assert visible_to(board, "public").chronologies == {}


def restricted(fields: list[str], audience: str, marking: str | None = None) -> dict[str, object]:
    return {"fields": fields, "audience": audience, **({"marking": marking} if marking else {})}


def test_parts_for_fewer_people_are_not_there_for_the_others(tmp_path: Path) -> None:
    made = tiny_records()
    made["review", "CR-2017-001"] |= {
        "audience": "agencies", "summary": "What happened",
        "restricted": [restricted(["summary"], "board", "high"), restricted(["R1"], "office")],
    }  # fmt: skip
    board = board_of(tmp_path, made)

    def seen(reader: Audience, parts: Audience | None = None) -> tuple[str | None, int, int, str]:
        loaded = visible_to(board, reader, parts).by_id["CR-2017-001"]
        record = loaded.record
        return (
            record.summary,
            len(record.recommendations),
            len(record.restricted),
            highest_marking([loaded], settings()),
        )

    assert seen("office") == ("What happened", 2, 2, "HIGH")
    assert seen("board") == ("What happened", 1, 1, "HIGH")
    assert seen("agencies") == (None, 1, 0, "LOW")
    assert seen("board", "agencies") == (None, 1, 0, "LOW")
    assert not visible_to(board, "board").knows("CR-2017-001.R1")


def test_a_record_whose_parts_cannot_be_taken_out_is_not_shown_at_all(tmp_path: Path) -> None:
    made = tiny_records()
    made["review", "CR-2017-001"]["restricted"] = [restricted(["sumary"], "office")]
    board = board_of(tmp_path, made)

    assert not visible_to(board, "board").knows("CR-2017-001")
    assert visible_to(board, "office").knows("CR-2017-001")


def test_figures_go_with_their_indicator(tmp_path: Path) -> None:
    made = tiny_records()
    write_file(tmp_path, "records/indicators/repeat-plans.csv", TINY_VALUES)
    made["indicator", "repeat-plans"]["audience"] = "office"
    board = board_of(tmp_path, made)

    assert set(visible_to(board, "office").values) == {"repeat-plans"}
    assert visible_to(board, "board").values == {}
