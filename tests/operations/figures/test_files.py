"""A file alone is enough for the indicators that were read from one like it; what is not certain is asked."""

import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from lif.exchange.figure_sheet import open_figures
from lif.exchange.mapping import GivenColumns
from lif.exchange.table import read_table
from lif.operations.carry_out import Outcome, carry_out
from lif.operations.figures.comparators import record_comparators
from lif.operations.figures.files import FileImported, import_file
from lif.operations.figures.importing import GivenSource, new_indicator
from lif.store.errors import NothingFound, Refusal, WrongUse
from lif.store.load import load
from tests.support import tiny_records, write_board, write_file

DATA = Path(__file__).parents[2] / "data" / "dfe"
IN_NEED = DATA / "b1_children_in_need_2013_to_2025.csv"
REFERRALS = DATA / "c1_children_in_need_referrals_and_rereferrals_2013_to_2025.csv"
FACTORS = DATA / "c3_factors_identified_at_end_of_assessment_2018_to_2025.csv"
LOOKED_AFTER = DATA / "cla_number_and_rate_per_10k_children.csv"
PLANS = DATA / "d3_cpps_subsequent_plan_2013_to_2025.csv"
CHILDREN = DATA / "ons_mid-year_population_estimates_2012_to_2024.csv"
NEIGHBOURS = DATA / "statistical_neighbours_2025.csv"

BEDFORD, REGION, ENGLAND = "E06000055", "E12000006", "E92000001"
SHARE = GivenColumns(numerator="CPP_subsequent", denominator="CPP_start", value="CPP_subsequent_percent")
OFFICIAL: dict[str, tuple[str, Path, GivenColumns]] = {
    "in-need": ("count", IN_NEED, GivenColumns(value="At31_episodes")),
    "awaiting": ("count", IN_NEED, GivenColumns(value="awaiting_assessment")),
    "rereferrals": ("percent", REFERRALS, GivenColumns(
        numerator="rereferral_count", denominator="referral_count", value="rereferral_percent")),
    "exploitation": ("count", FACTORS, GivenColumns(value="Child_sexual_exploitation")),
    "looked-after": ("rate-per-10000", LOOKED_AFTER, GivenColumns(
        numerator="children_count", denominator="population_estimate", value="rate_per_10000",
        where=("population_type=Children looked after on 31 March each year",))),
    "repeat": ("percent", PLANS, SHARE),
    "children": ("count", CHILDREN, GivenColumns(value="population_estimate")),
}  # fmt: skip


def imported(
    root: Path,
    path: Path,
    name: str | None = None,
    given: GivenColumns | None = None,
    *,
    dry_run: bool = False,
) -> tuple[Outcome, FileImported]:
    raw = open_figures(path)
    outcome = carry_out(
        root,
        lambda board: import_file(board, raw, name, given or GivenColumns(), GivenSource()),
        dry_run=dry_run,
    )
    assert isinstance(outcome.change, FileImported)
    return outcome, outcome.change


def add(root: Path, name: str, unit: str, frequency: str = "yearly") -> None:
    keys = {
        "title": name, "definition": "D", "unit": unit, "polarity": "neither", "frequency": frequency,
        "measures": "how-much", "journey": "across", "owner": "police",
    }  # fmt: skip
    carry_out(root, lambda board: new_indicator(board, name, keys))


@pytest.fixture(scope="module")
def official(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Board of Bedford with an indicator or two from each official file. Tests work on a copy."""
    root = tmp_path_factory.mktemp("official") / "board"
    records = {key: value for key, value in tiny_records().items() if key[0] in ("board", "agency")}
    records["board", "board"]["area"] = {"name": "Bedford", "code": BEDFORD}
    records["board", "board"]["comparators"] = []
    write_board(root, records)
    neighbours = read_table(NEIGHBOURS)
    carry_out(root, lambda board: record_comparators(board, read_table(PLANS), neighbours))
    for name, (unit, path, given) in OFFICIAL.items():
        add(root, name, unit)
        imported(root, path, name, given)
    return root


@pytest.fixture
def board(official: Path, tmp_path: Path) -> Path:
    return shutil.copytree(official, tmp_path / "board")


def test_every_official_file_is_read_as_it_is(official: Path) -> None:
    held = {
        (name, value.area, value.period): value
        for name, values in load(official).values.items()
        for value in values
    }
    figures = {
        ("in-need", BEDFORD, "2016"): "1301",
        ("repeat", BEDFORD, "2018"): "20.7",
        ("repeat", BEDFORD, "2025"): "16.8",
        ("repeat", REGION, "2025"): "22.5",
        ("repeat", ENGLAND, "2025"): "24.5",
        ("looked-after", BEDFORD, "2025"): "59",
        ("children", ENGLAND, "2024"): "12183016",
    }
    assert {key: str(held[key].value) for key in figures} == figures
    repeat = held["repeat", BEDFORD, "2018"]
    assert (repeat.numerator, repeat.denominator) == (49, 237)
    latest = held["repeat", BEDFORD, "2025"]
    assert (latest.numerator, latest.denominator) == (29, 173)


def test_next_time_the_file_is_enough_and_says_that_nothing_changed(board: Path) -> None:
    before = {path: path.read_bytes() for path in board.rglob("*") if path.is_file()}
    found = {}
    for path in (IN_NEED, REFERRALS, FACTORS, LOOKED_AFTER, PLANS, CHILDREN):
        outcome, change = imported(board, path)
        found[path.name[:3]] = [name for name, _ in change.each]
        assert all((one.new, one.changed) == (0, 0) for _, one in change.each)
        assert not outcome.written
    assert found == {
        "b1_": ["awaiting", "in-need"], "c1_": ["rereferrals"], "c3_": ["exploitation"], "cla": ["looked-after"],
        "d3_": ["repeat"], "ons": ["children"],
    }  # fmt: skip
    assert {path: path.read_bytes() for path in board.rglob("*") if path.is_file()} == before


def test_next_years_file_has_another_year_in_its_name(board: Path, tmp_path: Path) -> None:
    text = IN_NEED.read_text(encoding="utf-8").replace("2025,Rep", "2026,Rep").replace(",1539,59", ",1540,c")
    path = write_file(tmp_path, "b1_children_in_need_2014_to_2026.csv", text)

    outcome, change = imported(board, path)

    assert [(name, one.new, one.changed) for name, one in change.each] == [
        ("awaiting", 13, 0),
        ("in-need", 13, 0),
    ]
    assert outcome.written
    assert "mapping" not in outcome.diff, "the year in the name is no other file"
    own = [value for value in load(board).values["awaiting"] if value.area == BEDFORD]
    assert [(value.period, value.value, value.mark) for value in own[-2:]] == [
        ("2025", Decimal(59), ""),
        ("2026", None, "c"),
    ]


def test_an_official_file_under_another_name_is_known_by_its_columns(board: Path, tmp_path: Path) -> None:
    copy = write_file(tmp_path, "data (3).csv", PLANS.read_bytes())

    _, change = imported(board, copy)

    assert [name for name, _ in change.each] == ["repeat"]


def test_statistical_neighbours_are_no_figures(board: Path) -> None:
    for name in (None, "repeat"):
        with pytest.raises(Refusal, match="statistical neighbours") as refused:
            imported(board, NEIGHBOURS, name)
        assert "lif data comparators" in refused.value.hint


def test_one_column_for_two_indicators_is_asked(board: Path) -> None:
    add(board, "again", "percent")
    imported(board, PLANS, "again", SHARE)

    with pytest.raises(Refusal, match="again and repeat take their figures from the same column") as refused:
        imported(board, PLANS)

    assert refused.value.hint.startswith("Say whose: lif data import repeat d3_")
    assert imported(board, PLANS, "repeat")[1].each[0][0] == "repeat"


def test_ordinary_columns_under_another_name_are_asked_about(tiny_board: Path, tmp_path: Path) -> None:
    given = GivenColumns(period="Year", value="Percent", own=True)
    text = "Year,Percent\n2018,9\n"
    imported(tiny_board, write_file(tmp_path, "police 2017.csv", text), "repeat-plans", given)

    again = write_file(tmp_path, "police 2018.csv", text.replace("2018", "2019"))
    assert imported(tiny_board, again)[1].each[0][1].new == 1
    other = write_file(tmp_path, "health 2018.csv", text)
    with pytest.raises(Refusal, match="columns like those of repeat-plans, and another name") as refused:
        imported(tiny_board, other)
    assert refused.value.hint.endswith('lif data import repeat-plans "health 2018.csv"')


def test_a_file_that_nobody_read_is_met_with_its_columns(tiny_board: Path, tmp_path: Path) -> None:
    path = write_file(tmp_path, "a.csv", "Year,Percent\n2018,9\n")
    with pytest.raises(NothingFound, match="Its columns are: Year, Percent"):
        imported(tiny_board, path)
    with pytest.raises(WrongUse, match="not whose they are"):
        imported(tiny_board, path, None, GivenColumns(period="Year"))


def test_all_or_nothing_is_written_of_a_file(board: Path, tmp_path: Path) -> None:
    text = (
        IN_NEED.read_text(encoding="utf-8")
        .replace(",1539,59", ",1539,fifty-nine")
        .replace(",177,c", ",178,c")
    )
    path = write_file(tmp_path, IN_NEED.name, text)
    before = {path: path.read_bytes() for path in board.rglob("*") if path.is_file()}

    with pytest.raises(Refusal, match="column awaiting_assessment: “fifty-nine” is not a number"):
        imported(board, path)

    assert {path: path.read_bytes() for path in board.rglob("*") if path.is_file()} == before


def test_a_dry_run_of_several_shows_them_all(board: Path, tmp_path: Path) -> None:
    text = IN_NEED.read_text(encoding="utf-8").replace(",1539,59", ",1539,60").replace(",1301,41", ",1302,41")

    outcome, change = imported(board, write_file(tmp_path, IN_NEED.name, text), dry_run=True)

    assert not outcome.written
    assert "-2025,E06000055,,,59,\n+2025,E06000055,,,60," in outcome.diff
    assert "-2016,E06000055,,,1301,\n+2016,E06000055,,,1302," in outcome.diff
    assert change.summary == "2 indicators brought up to date: awaiting and in-need."
