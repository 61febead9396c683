"""What must hold of the Board's own record."""

from pathlib import Path

from tests.support import Records, found, tiny_records, write_board

BOARD = "records/board.yaml"


def test_a_default_marking_that_is_not_listed(tmp_path: Path) -> None:
    records = tiny_records()
    records["board", "board"]["settings"]["default_marking"] = "secret"
    assert found(write_board(tmp_path, records)) == [("D401", BOARD, "secret")]


def test_a_marking_of_the_list_is_fine(tmp_path: Path) -> None:
    records = tiny_records()
    for record_id, value in records.items():
        if "-" in record_id[1] and "id" in value:
            value["marking"] = "official"
    assert found(write_board(tmp_path, records)) == []


def test_an_area_and_a_priority_listed_twice(tmp_path: Path) -> None:
    records = tiny_records()
    for field in ("comparators", "priorities"):
        records["board", "board"][field] *= 2
    assert found(write_board(tmp_path, records)) == [
        ("D403", BOARD, "name: England"),
        ("D403", BOARD, "id: neglect"),
    ]


def test_a_priority_that_ends_before_it_starts(tmp_path: Path) -> None:
    assert found(write_board(tmp_path, with_priority_end("2016-03"))) == [("D402", BOARD, "2016-03")]


def test_a_priority_may_end_in_the_month_or_year_it_starts(tmp_path: Path) -> None:
    for end in ("2016-04", 2016, "2016-04-01"):
        assert found(write_board(tmp_path / str(end), with_priority_end(end))) == []


def with_priority_end(end: str | int) -> Records:
    records = tiny_records()
    records["board", "board"]["priorities"][0]["end"] = end
    return records
