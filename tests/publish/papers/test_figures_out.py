"""Figures go out with their marks and come back the same; what would give a suppressed one away stays here."""

import csv
import io
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from lif.exchange.figure_sheet import open_figures
from lif.exchange.mapping import GivenColumns
from lif.operations.carry_out import carry_out
from lif.operations.figures.files import FileImported, import_file
from lif.operations.figures.importing import GivenSource
from lif.publish.papers.figures_out import FiguresWritten, write_figures
from lif.store.errors import NothingFound, Refusal, WrongUse
from lif.store.load import load
from tests.support import replace_text, tiny_records, write_board, write_file

DAY = date(2018, 3, 1)
VALUES = "records/indicators/repeat-plans.csv"
HELD = (
    "period,area,numerator,denominator,value,mark\n"
    "2013,E06999999,0,80,0,\n"
    "2014,E06999999,,,,x\n"
    "2015,E06999999,12,80,15.00,u\n"
    "2016,E06999999,,90,,c\n"
    "2017,E06999999,,,,z\n"
    "2018,E06999999,,,,low\n"
    "2017,E92000001,13110,70050,18.715203,\n"
)


def given_out(root: Path, to: Path | None = None) -> FiguresWritten:
    board = load(root)
    return write_figures(board, board.of("indicator"), DAY, to)


def taken_back(root: Path, path: Path, given: GivenColumns | None = None) -> list[tuple[str, int, int]]:
    raw = open_figures(path)
    outcome = carry_out(
        root, lambda board: import_file(board, raw, None, given or GivenColumns(), GivenSource())
    )
    assert isinstance(outcome.change, FileImported)
    return [(name, one.new, one.changed) for name, one in outcome.change.each]


def test_figures_that_are_kept_for_the_office_are_not_given_out(tiny_board: Path, tmp_path: Path) -> None:
    write_file(tiny_board, VALUES, HELD)
    other = (tiny_board / "records/indicators/repeat-plans.yaml").read_text(encoding="utf-8")
    write_file(tiny_board, "records/indicators/kept.yaml", f"{other}audience: office\n")
    write_file(tiny_board, "records/indicators/kept.csv", HELD)

    written = given_out(tiny_board, tmp_path / "out.csv")

    assert written.left_out == ("kept",)
    assert "kept" not in (tmp_path / "out.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_every_mark_survives_the_way_out_and_back(tiny_board: Path, tmp_path: Path, ending: str) -> None:
    write_file(tiny_board, VALUES, HELD)
    path = tmp_path / f"out{ending}"

    written = given_out(tiny_board, path)

    assert (written.figures, written.indicators, written.hidden) == (7, 1, 0)
    assert taken_back(tiny_board, path) == [("repeat-plans", 0, 0)]
    (tiny_board / VALUES).unlink()
    assert taken_back(tiny_board, path) == [("repeat-plans", 7, 0)]
    assert (tiny_board / VALUES).read_bytes().decode().replace("15,u", "15.00,u") == HELD


def test_a_suppressed_figure_is_neither_0_nor_blank(tiny_board: Path, tmp_path: Path) -> None:
    write_file(tiny_board, VALUES, HELD)
    given_out(tiny_board)

    text = (tiny_board / "build/data/figures.csv").read_text(encoding="utf-8-sig")
    rows = {(row["period"], row["area"]): row for row in csv.DictReader(io.StringIO(text))}
    own = [rows[str(year), "E06999999"] for year in range(2013, 2019)]
    assert [row["value"] for row in own] == ["0", "x", "15.00", "c", "z", "low"]
    assert [row["meaning"] for row in own] == [
        "", "not available", "low reliability", "suppressed", "not applicable", "rounds to zero",
    ]  # fmt: skip
    book = openpyxl.load_workbook(tiny_board / "build/data/figures.xlsx")
    (head,) = (row[0].row for row in book["Figures"].iter_rows() if row[0].value == "indicator")
    cells = [cell.value for cell in book["Figures"]["G"][head : head + 6]]
    assert cells == [0, "x", 15, "c", "z", "low"]


def test_a_count_that_would_give_a_suppressed_share_away_is_not_given_out(tiny_board: Path) -> None:
    write_file(tiny_board, VALUES, HELD.replace("2016,E06999999,,90,,c", "2016,E06999999,4,90,,c"))

    written = given_out(tiny_board)

    assert written.hidden == 1
    assert "2016,E06999999,Saltmere,,90,c,c,suppressed" in (tiny_board / written.files[0]).read_text(
        encoding="utf-8"
    )
    notes = [
        row[0].value for row in openpyxl.load_workbook(tiny_board / written.files[1])["Figures"].iter_rows()
    ]
    assert "1 more figure is hidden here, because a suppressed one could be worked out from it." in notes


def test_what_is_added_in_the_file_is_brought_in(tiny_board: Path) -> None:
    given_out(tiny_board)
    path = tiny_board / "build/data/figures.xlsx"
    book = openpyxl.load_workbook(path)
    book["Figures"].append(["repeat-plans", "2018", "E06999999", "Saltmere", 9, 90, 10])
    book.save(path)

    assert taken_back(tiny_board, path) == [("repeat-plans", 1, 0)]
    (mapping,) = {load(tiny_board).by_id["repeat-plans"].record.mapping}
    assert mapping is None, "the form of lif is no source that is read next time"


def test_a_name_that_is_no_indicator_and_columns_are_refused(tiny_board: Path, tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    given_out(tiny_board, path)
    with pytest.raises(WrongUse, match="form of lif itself"):
        taken_back(tiny_board, path, GivenColumns(value="value"))
    replace_text(path, "repeat-plans,2016", "repeat-plan,2016")
    with pytest.raises(NothingFound) as refused:
        taken_back(tiny_board, path)
    assert refused.value.hint == "Did you mean repeat-plans?"


def test_the_same_figures_give_the_same_bytes(tiny_board: Path) -> None:
    first = [(tiny_board / name).read_bytes() for name in given_out(tiny_board).files]
    assert [(tiny_board / name).read_bytes() for name in given_out(tiny_board).files] == first


def test_where_it_cannot_be_written_it_says_so(tiny_board: Path, tmp_path: Path) -> None:
    with pytest.raises(WrongUse, match=r"neither \.csv nor \.xlsx"):
        given_out(tiny_board, tmp_path / "out.txt")
    with pytest.raises(WrongUse, match="no record"):
        given_out(tiny_board, tiny_board / "records" / "out.csv")
    with pytest.raises(Refusal, match="could not be put in"):
        given_out(tiny_board, tmp_path / "nowhere" / "out.csv")
    records = tiny_records()
    root = write_board(
        tmp_path / "bare", {key: records[key] for key in records if key[0] in ("board", "agency")}
    )
    with pytest.raises(NothingFound, match="no figures"):
        given_out(root)
