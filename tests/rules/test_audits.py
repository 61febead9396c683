"""What must hold of audits."""

from pathlib import Path

from tests.support import found, tiny_records, write_board


def test_a_period_that_ends_before_it_starts(tmp_path: Path) -> None:
    records = tiny_records()
    records["audit", "AU-2017-001"]["period"] = {"start": "2017-04", "end": "2017-03-31"}
    file = "records/audits/2017/AU-2017-001.yaml"
    assert found(write_board(tmp_path, records)) == [("D402", file, "2017-03-31")]


def test_a_sample_without_results_yet_is_fine(tmp_path: Path) -> None:
    records = tiny_records()
    del records["audit", "AU-2017-001"]["results"]
    assert found(write_board(tmp_path, records)) == []


def test_neither_sample_nor_results_is_fine(tmp_path: Path) -> None:
    records = tiny_records()
    for key in ("sample", "results"):
        del records["audit", "AU-2017-001"][key]
    assert found(write_board(tmp_path, records)) == []
