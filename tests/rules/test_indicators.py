"""What must hold of the figures beside indicators."""

from pathlib import Path

from tests.support import found, path_of, replace_text, write_file

CSV = "records/indicators/repeat-plans.csv"


def test_an_unknown_area_is_said_once_at_its_first_line(tiny_board: Path) -> None:
    rows = "2014,E06000001,,,1,\n2015,E06000001,,,1,\n"
    write_file(tiny_board, CSV, (tiny_board / CSV).read_text(encoding="utf-8") + rows)
    assert found(tiny_board) == [("V512", CSV, "2014,E06000001,,,1,")]


def test_figures_of_an_indicator_that_is_broken_are_not_reported_besides(tiny_board: Path) -> None:
    replace_text(path_of(tiny_board, "indicator", "repeat-plans"), "unit: percent", "unit: percents")
    assert [code for code, _, _ in found(tiny_board)] == ["S203"]


def test_an_agency_of_the_same_name_is_no_indicator(tiny_board: Path) -> None:
    (tiny_board / CSV).rename(tiny_board / "records/indicators/police.csv")
    assert [(code, file) for code, file, _ in found(tiny_board)] == [
        ("V511", "records/indicators/police.csv")
    ]
