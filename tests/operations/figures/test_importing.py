"""Importing figures into a Board, and recording whom it is compared with."""

from pathlib import Path
from typing import Any

import pytest

from lif.exchange.mapping import GivenColumns
from lif.exchange.table import Table, read_table
from lif.operations.carry_out import Outcome, RefusedByRules, carry_out
from lif.operations.figures.comparators import ComparatorsRecorded, record_comparators
from lif.operations.figures.importing import FiguresImported, GivenSource, import_figures, new_indicator
from lif.store.errors import NothingFound, Refusal, WrongUse
from lif.store.load import load
from tests.support import replace_text, tiny_records, write_board, write_file

DATA = Path(__file__).parents[2] / "data" / "dfe"
PLANS = DATA / "d3_cpps_subsequent_plan_2013_to_2025.csv"
VALUES = "records/indicators/repeat-plans.csv"
COLUMNS = GivenColumns(numerator="n", denominator="d", value="v")


def sheet(root: Path, rows: str, head: str = "time_period,new_la_code,n,d,v") -> Table:
    return read_table(write_file(root, "in.csv", f"{head}\n{rows}"))


def imported(
    root: Path, table: Table, given: GivenColumns = COLUMNS, source: GivenSource | None = None, **options: Any
) -> tuple[Outcome, FiguresImported]:
    outcome = carry_out(
        root,
        lambda board: import_figures(board, "repeat-plans", table, given, source or GivenSource()),
        **options,
    )
    assert isinstance(outcome.change, FiguresImported)
    return outcome, outcome.change


def bedford(tmp_path: Path) -> Path:
    """A Board of Bedford without comparators."""
    records = tiny_records()
    records["board", "board"]["area"] = {"name": "Bedford", "code": "E06000055"}
    records["board", "board"]["comparators"] = []
    return write_board(tmp_path / "bedford", records)


def test_new_changed_unchanged_and_what_stays(tiny_board: Path) -> None:
    ours = "2016,E06999999,12,80,15.00\n2018,E06999999,0,90,0.0\n"
    rows = f"{ours}2017,E92000001,c,70050,c\n2017,E06000001,1,2,3\n"
    outcome, change = imported(tiny_board, sheet(tiny_board, rows))
    assert outcome.written
    assert [
        (area.name, len(area.new), len(area.changed), area.unchanged, area.only_here) for area in change.areas
    ] == [
        ("Saltmere", 1, 0, 1, 1),
        ("England", 0, 1, 0, 0),
    ]
    assert (change.new, change.changed, change.unchanged) == (1, 1, 1)
    assert (change.other_rows, change.other_areas) == (1, 1)
    ((old, new),) = change.areas[1].changed
    assert (str(old.value), new.value, new.mark) == ("18.9", None, "c")
    assert (tiny_board / VALUES).read_bytes().decode() == (
        "period,area,numerator,denominator,value,mark\n"
        "2016,E06999999,12,80,15.0,\n"
        "2017,E06999999,,,,c\n"
        "2018,E06999999,0,90,0.0,\n"
        "2017,E92000001,,70050,,c\n"
    )


def test_values_stand_in_the_order_of_the_board(tmp_path: Path) -> None:
    records = tiny_records()
    records["board", "board"]["comparators"] = [
        {"name": "Near", "code": "E06000001", "role": "statistical-neighbour"},
        {"name": "England", "code": "E92000001", "role": "england"},
        {"name": "East", "code": "E12000006", "role": "region"},
    ]
    root = write_board(tmp_path / "board", records)
    areas = ("E06000001", "E12000006", "E92000001", "E06999999")
    table = sheet(root, "".join(f"{year},{area},1,4,25\n" for year in (2018, 2017) for area in areas))
    imported(root, table)
    held = [(value.area, value.period) for value in load(root).values["repeat-plans"]]
    order = ("E06999999", "E12000006", "E92000001", "E06000001")
    assert held == [(area, year) for area in order for year in ("2017", "2018")]


def test_the_mapping_is_kept_and_the_next_import_needs_none(tiny_board: Path) -> None:
    table = sheet(tiny_board, "2018,E06999999,1,90,1.1\n")
    imported(tiny_board, table)
    mapping = load(tiny_board).by_id["repeat-plans"].record.mapping
    assert mapping.model_dump(exclude_defaults=True) == {
        "period": "time_period", "area": ["new_la_code"], "numerator": "n", "denominator": "d", "value": "v",
        "file": "in.csv",
    }  # fmt: skip
    outcome, change = imported(tiny_board, table, GivenColumns())
    assert (outcome.written, outcome.diff, change.unchanged) == (False, "", 1)


def test_a_dry_run_writes_nothing(tiny_board: Path) -> None:
    before = {path: path.read_bytes() for path in tiny_board.rglob("records/**/*") if path.is_file()}
    outcome, _ = imported(tiny_board, sheet(tiny_board, "2018,E06999999,1,90,1.1\n"), dry_run=True)
    assert "+2018,E06999999,1,90,1.1," in outcome.diff
    assert {path: path.read_bytes() for path in before} == before


def test_the_source_is_kept_and_its_day_only_where_it_is_given(tiny_board: Path) -> None:
    table = sheet(tiny_board, "2018,E06999999,1,90,1.1\n")
    imported(tiny_board, table, source=GivenSource("Department for Education, Children in need"))
    source = load(tiny_board).by_id["repeat-plans"].record.source
    assert (source.name, source.retrieved) == ("Department for Education, Children in need", None)
    outcome, _ = imported(tiny_board, table, source=GivenSource(None, "2018-11-16"))
    assert "+  retrieved: 2018-11-16" in outcome.diff
    name = "Department for Education, Children in need"
    outcome, _ = imported(tiny_board, table, source=GivenSource(name, "2018-11-16"))
    assert outcome.diff == ""


def test_a_day_without_any_source_is_refused(tiny_board: Path) -> None:
    with pytest.raises(WrongUse, match="--as-of"):
        imported(
            tiny_board, sheet(tiny_board, "2018,E06999999,1,90,1.1\n"), source=GivenSource(None, "2018-11-16")
        )


def test_figures_that_cannot_be_read_are_never_lost(tiny_board: Path) -> None:
    replace_text(tiny_board / VALUES, "15.0", "15.0 per cent")
    before = (tiny_board / VALUES).read_bytes()
    with pytest.raises(Refusal, match="has mistakes"):
        imported(tiny_board, sheet(tiny_board, "2018,E06999999,1,90,1.1\n"))
    assert (tiny_board / VALUES).read_bytes() == before


def test_areas_without_a_row_are_named(tiny_board: Path) -> None:
    _, change = imported(tiny_board, sheet(tiny_board, "2018,E92000001,1,90,1.1\n"))
    assert (change.without_row, change.without_comparators) == (("Saltmere",), False)
    _, change = imported(tiny_board, sheet(tiny_board, "2018,E06999999,1,90,1.1\n"))
    assert (change.without_row, change.without_comparators) == (("England",), True)


def test_an_unknown_indicator_gets_the_nearest_name(tiny_board: Path) -> None:
    table = sheet(tiny_board, "2018,E06999999,1,90,1.1\n")
    with pytest.raises(NothingFound) as refused:
        import_figures(load(tiny_board), "repeat-plan", table, COLUMNS, GivenSource())
    assert refused.value.hint == "Did you mean repeat-plans?"


def test_a_board_without_a_code_is_told_how_to_give_it(tmp_path: Path) -> None:
    records = tiny_records()
    del records["board", "board"]["area"]["code"]
    root = write_board(tmp_path / "board", records)
    for make in (
        lambda board: import_figures(
            board, "repeat-plans", sheet(root, "2018,E06999999,1,90,1\n"), COLUMNS, GivenSource()
        ),
        lambda board: record_comparators(board, read_table(PLANS), None),
    ):
        with pytest.raises(Refusal, match="no code yet") as refused:
            make(load(root))
        assert "lif edit board" in refused.value.hint


def test_a_new_indicator_with_an_unknown_owner_is_refused(tiny_board: Path) -> None:
    keys = {
        "title": "T", "definition": "D", "unit": "count", "polarity": "neither", "frequency": "yearly",
        "measures": "how-much", "journey": "across",
    }  # fmt: skip
    outcome = carry_out(
        tiny_board, lambda board: new_indicator(board, "referrals", {**keys, "owner": "police"})
    )
    assert "lif data import referrals FILE.csv" in outcome.change.summary
    with pytest.raises(RefusedByRules):
        carry_out(tiny_board, lambda board: new_indicator(board, "other", {**keys, "owner": "polise"}))
    with pytest.raises(Refusal, match="already a record"):
        carry_out(tiny_board, lambda board: new_indicator(board, "referrals", {**keys, "owner": "police"}))


def test_comparators_come_from_the_official_files(tmp_path: Path) -> None:
    root = bedford(tmp_path)
    neighbours = read_table(DATA / "statistical_neighbours_2025.csv")
    outcome = carry_out(root, lambda board: record_comparators(board, read_table(PLANS), neighbours))
    assert isinstance(outcome.change, ComparatorsRecorded)
    profile = load(root).profile
    assert profile.area.authority == "822"
    assert [(other.role, other.code, other.name) for other in profile.comparators] == [
        ("region", "E12000006", "East of England"),
        ("england", "E92000001", "England"),
        ("statistical-neighbour", "E09000004", "Bexley"),
        ("statistical-neighbour", "E06000042", "Milton Keynes"),
        ("statistical-neighbour", "E06000062", "West Northamptonshire"),
        ("statistical-neighbour", "E09000016", "Havering"),
        ("statistical-neighbour", "E10000031", "Warwickshire"),
        ("statistical-neighbour", "E06000058", "Bournemouth, Christchurch and Poole"),
        ("statistical-neighbour", "E10000016", "Kent"),
        ("statistical-neighbour", "E10000029", "Suffolk"),
        ("statistical-neighbour", "E10000012", "Essex"),
        ("statistical-neighbour", "E06000030", "Swindon"),
    ]
    again = carry_out(root, lambda board: record_comparators(board, read_table(PLANS), neighbours))
    assert again.diff == ""
    without = carry_out(root, lambda board: record_comparators(board, read_table(PLANS), None))
    assert without.diff == "", "neighbours that are recorded stay where no neighbours file is given"


def official(root: Path, *rows: str) -> Table:
    head = "time_period,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name"
    return sheet(root, "".join(f"{row}\n" for row in rows), head)


def of(period: str, number: str, code: str, name: str) -> str:
    return f"{period},E92000001,England,E12000006,East of England,{number},{code},{name}"


def test_a_reorganised_authority_is_known_by_its_latest_code(tmp_path: Path) -> None:
    root = bedford(tmp_path)
    rows = [of("2017", "100", "E06000001", "Dorset"), of("2025", "100", "E06000002", "Dorset")]
    figures = official(root, *rows, of("2025", "822", "E06000055", "Bedford"))
    text = "old_la_code," + ",".join(f"SN_{number}" for number in range(1, 11)) + "\n822,100,,,,,,,,,\n"
    neighbours = read_table(write_file(root, "neighbours.csv", text))
    change = record_comparators(load(root), figures, neighbours)
    assert [other.code for other in change.comparators] == ["E12000006", "E92000001", "E06000002"]
    assert "E06000001 (up to 2017)" in change.remarks[0]


def test_neighbours_that_the_figures_do_not_have_are_named(tmp_path: Path) -> None:
    root = bedford(tmp_path)
    figures = official(root, of("2025", "822", "E06000055", "Bedford"))
    with pytest.raises(Refusal, match="303 Bexley"):
        record_comparators(load(root), figures, read_table(DATA / "statistical_neighbours_2025.csv"))


def test_an_area_that_the_figures_do_not_have_is_named_with_the_code_of_its_name(tmp_path: Path) -> None:
    root = bedford(tmp_path)
    figures = official(root, of("2025", "822", "E06000099", "Bedford"))
    with pytest.raises(NothingFound, match="E06000055") as refused:
        record_comparators(load(root), figures, None)
    assert "E06000099" in refused.value.hint


def test_a_comparator_with_figures_is_not_taken_out(tiny_board: Path) -> None:
    replace_text(tiny_board / "records/board.yaml", "E92000001", "W92000004")
    replace_text(tiny_board / VALUES, "E92000001", "W92000004")
    figures = official(tiny_board, of("2025", "822", "E06999999", "Saltmere"))
    with pytest.raises(Refusal, match="repeat-plans"):
        record_comparators(load(tiny_board), figures, None)
