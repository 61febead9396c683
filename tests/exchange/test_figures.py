"""Values from a sheet by a mapping: areas, filters, marks, what is worked out and what is refused."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from lif.exchange.figures import Figures, read_figures
from lif.exchange.mapping import GivenColumns, mapping_for
from lif.exchange.table import Table, read_table
from lif.records.indicator import Indicator
from lif.store.errors import NothingFound, Refusal, WrongUse

DATA = Path(__file__).parent.parent / "data" / "dfe"
AREAS = {"E06000055": "Bedford", "E12000006": "East of England", "E92000001": "England"}
SHARE = GivenColumns(numerator="n", denominator="d")


def indicator(**changes: Any) -> Indicator:
    keys: dict[str, Any] = {
        "schema_version": 1, "title": "T", "definition": "D", "unit": "percent",
        "polarity": "lower-is-better",
        "frequency": "yearly", "measures": "better-off", "journey": "across", "owner": "police",
    }  # fmt: skip
    return Indicator.model_validate({**keys, **changes})


def sheet(tmp_path: Path, text: str) -> Table:
    path = tmp_path / "f.csv"
    path.write_bytes(text.encode("utf-8"))
    return read_table(path)


def figures(table: Table, given: GivenColumns, **changes: Any) -> Figures:
    measure = indicator(**changes)
    return read_figures(table, mapping_for(table, given, measure), measure, AREAS)


def said(found: Figures) -> list[tuple[str, str, str, str, str, str]]:
    return [
        (v.period, v.area, str(v.numerator), str(v.denominator), str(v.value), v.mark) for v in found.values
    ]


def share_of(tmp_path: Path, rows: str, **changes: Any) -> Figures:
    return figures(sheet(tmp_path, f"time_period,new_la_code,n,d\n{rows}"), SHARE, **changes)


def test_official_rows_belong_to_the_narrowest_area_that_they_name() -> None:
    table = read_table(DATA / "d3_cpps_subsequent_plan_2013_to_2025.csv")
    given = GivenColumns(numerator="CPP_subsequent", denominator="CPP_start", value="CPP_subsequent_percent")
    found = figures(table, given)
    assert ("2018", "E06000055", "49", "237", "20.7", "") in said(found)
    assert ("2025", "E12000006", "960", "4280", "22.5", "") in said(found)
    assert ("2025", "E92000001", "15130", "61840", "24.5", "") in said(found)
    assert len(found.values) == 15
    assert found.other_rows + len(found.values) == len(table.rows)
    assert found.other_areas == 11
    assert found.remarks == ()


def test_marks_stay_marks_and_a_true_0_stays_0(tmp_path: Path) -> None:
    cells = ["2013 c 60", "2014 x z", "2015 low 9", "2016 0 9", "2017 4 u"]
    rows = "".join(f"{year},E06000055,{n},{d}\n" for year, n, d in map(str.split, cells))
    assert said(share_of(tmp_path, rows)) == [
        ("2013", "E06000055", "None", "60", "None", "c"),
        ("2014", "E06000055", "None", "None", "None", "x"),
        ("2015", "E06000055", "None", "9", "None", "low"),
        ("2016", "E06000055", "0", "9", "0.0", ""),
        ("2017", "E06000055", "4", "None", "None", "u"),
    ]


def test_a_suppressed_value_is_never_worked_out_from_its_parts(tmp_path: Path) -> None:
    table = sheet(tmp_path, "time_period,new_la_code,n,d,v\n2017,E06000055,3,60,c\n")
    given = GivenColumns(numerator="n", denominator="d", value="v")
    found = figures(table, given)
    assert said(found) == [("2017", "E06000055", "None", "60", "None", "c")]
    assert found.remarks == (
        "f.csv: row 2: one figure is suppressed and would follow from the other two, so a second one was not taken.",
    )


def test_a_value_without_a_column_is_worked_out_and_rounded_halves_up(tmp_path: Path) -> None:
    found = share_of(tmp_path, "2016,E06000055,1,16\n2017,E06000055,49,237\n")
    assert [value.value for value in found.values] == [Decimal("6.3"), Decimal("20.7")]
    assert found.remarks == ("2 values were worked out from n and d, rounded to 1 decimal (halves up).",)
    rate = share_of(tmp_path, "2017,E06000055,9645,41415\n", unit="rate-per-10000", decimals=1)
    assert rate.values[0].value == Decimal("2328.9")


def test_a_share_of_nothing_is_not_applicable_and_said_so(tmp_path: Path) -> None:
    found = share_of(tmp_path, "2017,E06000055,0,0\n")
    assert said(found) == [("2017", "E06000055", "0", "0", "None", "z")]
    assert "row 2: d is 0" in found.remarks[0]


def test_rows_without_area_or_figure_are_passed_over_and_named(tmp_path: Path) -> None:
    found = share_of(
        tmp_path, "2017,E06000055,1,2\nTotal,,9,9\n2018,E06000055,,\n2017,E06000001,1,2\nNote,,,\n"
    )
    assert len(found.values) == 1
    assert (found.other_rows, found.other_areas) == (1, 1)
    assert [remark.partition(": ")[2].partition(",")[0] for remark in found.remarks[1:]] == [
        "row 3: a total",
        "row 4: no figure",
        "row 6: no code of an area (a total or a note?)",
    ]


def test_every_cell_that_cannot_be_read_is_named_in_order_of_rows(tmp_path: Path) -> None:
    rows = "2017,E06000055,12%,100\n2017-Q3,E06000055,1,2\n2018,E06000055,£3,4\n2019,E06000055,,5\n"
    with pytest.raises(Refusal) as refused:
        share_of(tmp_path, rows)
    lines = refused.value.message.splitlines()[1:]
    places = [line.strip().partition(": ")[0] for line in lines]
    assert places == [
        "f.csv, row 2, column n",
        "f.csv, row 3, column time_period",
        "f.csv, row 4, column n",
        "f.csv, row 5, column n",
    ]


def test_a_long_list_of_cells_is_cut_and_counted(tmp_path: Path) -> None:
    rows = "".join(f"{year},E06000055,none,1\n" for year in range(2000, 2014))
    with pytest.raises(Refusal, match="and 4 more"):
        share_of(tmp_path, rows)


def test_several_rows_for_one_figure_are_refused_with_the_filter_that_helps() -> None:
    table = read_table(DATA / "cla_number_and_rate_per_10k_children.csv")
    with pytest.raises(Refusal, match="They differ in population_type") as refused:
        figures(table, GivenColumns(value="rate_per_10000"))
    assert '--where "population_type=Children ceasing to be looked after each year"' in refused.value.hint
    assert "Children looked after on 31 March each year" in refused.value.hint
    where = ("population_type=Children looked after on 31 March each year",)
    found = figures(table, GivenColumns(value="rate_per_10000", where=where))
    assert [value.value for value in found.values if value.area == "E06000055"] == [59, 60, 66]


def test_the_same_row_twice_is_refused_too(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="rows 2 and 3 give Bedford in 2017"):
        share_of(tmp_path, "2017,E06000055,1,2\n2017,E06000055,1,2\n")


def test_a_filter_that_keeps_nothing_is_refused_with_what_there_is(tmp_path: Path) -> None:
    table = sheet(tmp_path, "time_period,new_la_code,v,kind\n2017,E06000055,1,all\n")
    with pytest.raises(Refusal, match="kind says some") as refused:
        figures(table, GivenColumns(value="v", where=("kind=some",)))
    assert refused.value.hint == "kind holds: all."


def test_an_unknown_column_is_named_before_anything_else_is_said() -> None:
    table = read_table(DATA / "cla_number_and_rate_per_10k_children.csv")
    with pytest.raises(Refusal, match="no column called rate_per_1000"):
        figures(table, GivenColumns(value="rate_per_1000"))


def test_no_row_for_the_board_is_nothing_found(tmp_path: Path) -> None:
    with pytest.raises(NothingFound, match="no row for the Board's area"):
        share_of(tmp_path, "2017,E06000001,1,2\n")
    with pytest.raises(Refusal, match="“Betford”"):
        share_of(tmp_path, "2017,Betford,1,2\n")


def test_more_than_six_decimals_are_shortened_and_said_so(tmp_path: Path) -> None:
    table = sheet(tmp_path, "time_period,new_la_code,v\n2017,E06000055,20.67510548\n")
    found = figures(table, GivenColumns(value="v"))
    assert found.values[0].value == Decimal("20.675105")
    assert "row 2" in found.remarks[0]


def test_what_is_missing_in_the_mapping_is_asked_for_by_option(tmp_path: Path) -> None:
    table = sheet(tmp_path, "year,code,v,n,d\n2017,E06000055,1,1,2\n")
    for given, unit, option in (
        (GivenColumns(), "percent", "--period"),
        (GivenColumns(period="year"), "percent", "--area"),
        (GivenColumns(period="year", area=("code",)), "percent", "--value"),
        (GivenColumns(period="year", area=("code",), numerator="n"), "percent", "--value"),
        (GivenColumns(period="year", area=("code",), numerator="n", denominator="d"), "count", "--value"),
        (GivenColumns(period="year", area=("code",), value="v", where=("code",)), "count", "--where"),
    ):
        with pytest.raises(WrongUse, match=option):
            figures(table, given, unit=unit)
    with pytest.raises(WrongUse) as asked:
        figures(table, GivenColumns())
    lines = asked.value.message.splitlines()
    assert [line.strip().partition(":")[0] for line in lines[1:]] == ["--period", "--area", "--value"]


def test_what_was_kept_stands_where_nothing_is_said(tmp_path: Path) -> None:
    table = sheet(tmp_path, "year,code,v,w\n2017,E06000055,1,2\n")
    kept = {"period": "year", "area": ["code"], "value": "v"}
    measure = indicator(mapping=kept)
    assert measure.mapping
    assert mapping_for(table, GivenColumns(), measure) == measure.mapping.model_copy(update={"file": "f.csv"})
    assert mapping_for(table, GivenColumns(value="w"), measure).value == "w"
    given = GivenColumns(area=("year, code",), where=("v=1", "w=a=b"))
    mapping = mapping_for(table, given, measure)
    assert mapping.area == ["year", "code"]
    assert [(where.column, where.equals) for where in mapping.where] == [("v", "1"), ("w", "a=b")]
