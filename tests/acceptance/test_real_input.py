"""From an empty folder to a pack by commands alone, with figures and recommendations as published."""

import csv
import html
import json
import re
import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from lif.store.load import load
from tests.conftest import CommandLine, RunLif
from tests.support import clean_environment

DATA = Path(__file__).parent.parent / "data"
DFE = DATA / "dfe"
PLANS = DFE / "d3_cpps_subsequent_plan_2013_to_2025.csv"
REFERRALS = DFE / "c1_children_in_need_referrals_and_rereferrals_2013_to_2025.csv"
LOOKED_AFTER = DFE / "cla_number_and_rate_per_10k_children.csv"
NEIGHBOURS = DFE / "statistical_neighbours_2025.csv"
RECOMMENDATIONS = DATA / "ofsted" / "board_recommendations.csv"

BEDFORD = "E06000055"
DAY = "2026-01-20"
PACK = "build/packs/2026-01-27-strategic-board"
SOURCE = "Department for Education"

INDICATORS: dict[str, tuple[str, ...]] = {
    "repeat-plans": (
        "--title", "Repeat child protection plans",
        "--definition", "Share of child protection plans started in the year that are repeat plans.",
        "--unit", "percent", "--polarity", "lower-is-better", "--measures", "better-off",
        "--journey", "child-protection", "--target", "15", "--basis", "own-history",
    ),
    "referrals-not-in-need": (
        "--title", "Referrals assessed as not in need",
        "--definition", "Share of referrals after which the child was assessed as not in need.",
        "--unit", "percent", "--polarity", "neither", "--measures", "how-well", "--journey", "front-door",
    ),
    "looked-after": (
        "--title", "Children looked after",
        "--definition", "Children looked after on 31 March for every 10,000 children.",
        "--unit", "rate-per-10000", "--decimals", "0", "--polarity", "neither", "--measures", "how-much",
        "--journey", "looked-after",
    ),
}  # fmt: skip
IMPORTS: dict[str, tuple[str | Path, ...]] = {
    "repeat-plans": (
        PLANS, "--numerator", "CPP_subsequent", "--denominator", "CPP_start",
        "--value", "CPP_subsequent_percent",
    ),
    "referrals-not-in-need": (
        REFERRALS, "--numerator", "not_in_need_count", "--denominator", "referral_count",
        "--value", "not_in_need_percent",
    ),
    "looked-after": (
        LOOKED_AFTER, "--numerator", "children_count", "--denominator", "population_estimate",
        "--value", "rate_per_10000", "--where", "population_type=Children looked after on 31 March each year",
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def board(tmp_path_factory: pytest.TempPathFactory, command_line: CommandLine) -> Path:
    """The Board of Bedford as the commands below leave it, its pack built. Tests only look at it."""
    root = tmp_path_factory.mktemp("bedford")
    environment = clean_environment(tmp_path_factory.mktemp("account"))

    def lif(*arguments: str | Path) -> str:
        done = command_line([str(argument) for argument in arguments], root, environment)
        assert done.returncode == 0, (arguments, done.stdout, done.stderr)
        return done.stdout

    lif(
        "init",
        "--name",
        "Bedford Safeguarding Children Board",
        "--area-name",
        "Bedford",
        "--area-code",
        BEDFORD,
    )
    assert (root / ".git").is_dir()
    lif("agency", "add", "childrens-services", "--name", "Children's Services", "--type", "local-authority")
    lif("agency", "add", "police", "--name", "Police", "--type", "police")
    lif("data", "comparators", PLANS, "--neighbours", NEIGHBOURS)
    for name, keys in INDICATORS.items():
        lif("data", "new", name, *keys, "--frequency", "yearly", "--owner", "childrens-services")
        lif("data", "import", name, *IMPORTS[name], "--source", SOURCE)
    lif("review", "new", "--type", "inspection", "--title", "Inspections of other Boards",
        "--referred", "12/01/2026", "--source", "inspectorate")  # fmt: skip
    lif("review", "import", "CR-2026-001", RECOMMENDATIONS, "--text", "recommendation_verbatim",
        "--reference", "paragraph", "--made-by", "board_area", "--made-on", "report_published")  # fmt: skip
    lif("audit", "log", "--kind", "multi-agency-thematic", "--theme", "Repeat child protection plans",
        "--why", "They rise in the region.", "--chosen-from", "CR-2026-001", "--lead", "business-manager",
        "--held", "2026-01-14", "--method", "At random", "--sample", "12",
        "--invited", "police", "--invited", "childrens-services", "--returned", "police")  # fmt: skip
    for agency in ("police", "childrens-services"):
        said = ("--narrative", "Fewer children went missing.", "--received", "2026-01-15")
        answers = ("--serious-incident", "no", "--new-risks", "no", "--escalation", "no")
        lif("report", "new", "--agency", agency, "--period", "2025-Q3", *said, *answers)
    picks = [word for name in INDICATORS for word in ("--pick", f"{name}=It is new to the Board.")]
    lif("meeting", "new", "--group", "strategic-board", "--date", "2026-01-27", *picks)
    lif("pack", "build", "--as-of", DAY)
    return root


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as opened:
        return list(csv.DictReader(opened))


def test_the_board_is_valid(board: Path, run_lif: RunLif) -> None:
    done = run_lif("validate", "--ignore", "D55", cwd=board)
    assert (done.returncode, done.stdout) == (0, ""), done.stdout


def test_what_is_asked_about_the_official_figures_is_only_years_that_they_leave_out(
    board: Path, run_lif: RunLif
) -> None:
    done = run_lif("validate", "--select", "D55", "--format", "json", cwd=board)
    findings = json.loads(done.stdout)["findings"]
    assert {finding["code"] for finding in findings} == {"D554"}
    assert {finding["severity"] for finding in findings} == {"remark"}


def test_bedford_is_set_beside_region_england_and_its_ten_neighbours(board: Path) -> None:
    profile = load(board).profile
    roles = [comparator.role for comparator in profile.comparators]
    assert roles == ["region", "england", *["statistical-neighbour"] * 10]
    assert profile.area.authority == "822"


def test_figures_are_as_published(board: Path) -> None:
    values = {
        (name, value.area, value.period): value for name, held in load(board).values.items() for value in held
    }
    for key, figures in {
        ("repeat-plans", BEDFORD, "2018"): "49 of 237 = 20.7",
        ("repeat-plans", BEDFORD, "2025"): "29 of 173 = 16.8",
        ("looked-after", BEDFORD, "2025"): "261 of 44483 = 59",
    }.items():
        value = values[key]
        assert f"{value.numerator} of {value.denominator} = {value.value}" == figures
    assert values["repeat-plans", "E12000006", "2025"].value == Decimal("22.5")
    assert values["repeat-plans", "E92000001", "2025"].value == Decimal("24.5")


def test_every_mark_of_these_areas_is_kept_and_no_other_row_is_taken(board: Path) -> None:
    held = load(board)
    areas = {BEDFORD, *(comparator.code for comparator in held.profile.comparators)}
    for name, (path, value_column) in {
        "repeat-plans": (PLANS, "CPP_subsequent_percent"),
        "referrals-not-in-need": (REFERRALS, "not_in_need_percent"),
        "looked-after": (LOOKED_AFTER, "rate_per_10000"),
    }.items():
        published = {
            (area, row["time_period"]): row[value_column]
            for row in rows_of(path)
            if row.get("population_type") in (None, "Children looked after on 31 March each year")
            and (area := row["new_la_code"] or row["region_code"] or row["country_code"]) in areas
        }
        kept = {(value.area, value.period): value.mark or str(value.value) for value in held.values[name]}
        assert kept == published, name
        assert [value.mark for value in held.values[name] if value.mark and value.value is not None] == []
    marks = {value.mark for values in held.values.values() for value in values}
    assert marks == {"", "c", "z"}


def test_a_suppressed_figure_stays_suppressed_in_the_pack(board: Path) -> None:
    own = [value for value in load(board).values["referrals-not-in-need"] if value.area == BEDFORD]
    assert [value.period for value in own if value.mark == "c"] == ["2014"]
    pack = (board / PACK / "pack.md").read_text(encoding="utf-8")
    section = pack.partition("Referrals assessed as not in need")[2]
    assert re.search(r"2014[^\n]{0,40}suppressed", section)
    assert not re.search(r"2014 *\|[^|\n]*\b0(\.0)?\b", section)


def test_280_recommendations_are_numbered_in_order_and_whole(board: Path) -> None:
    published = [row["recommendation_verbatim"] for row in rows_of(RECOMMENDATIONS)]
    assert (len(published), max(map(len, published))) == (280, 437)
    recommendations = load(board).by_id["CR-2026-001"].record.recommendations
    assert [item.text for item in recommendations] == published
    assert [item.id for item in recommendations] == [f"R{number}" for number in range(1, 281)]
    assert (str(recommendations[0].made_on), recommendations[0].reference) == ("2017-07-07", "86")


def test_the_pack_shows_all_280_in_order_and_whole(board: Path) -> None:
    pack = (board / PACK / "pack.html").read_text(encoding="utf-8")
    words = " ".join(html.unescape(re.sub(r"<[^>]*>", " ", pack)).split())
    place = 0
    for number, row in enumerate(rows_of(RECOMMENDATIONS), start=1):
        text = " ".join(row["recommendation_verbatim"].split())
        found = words.find(f"R{number} {text}", place)
        assert found >= 0, f"R{number}"
        place = found
    assert (board / PACK / "pack.pdf").read_bytes().startswith(b"%PDF-")


def test_importing_everything_again_changes_nothing(board: Path, run_lif: RunLif, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(board / "records", copy / "records")
    before = {path: path.read_bytes() for path in copy.rglob("*") if path.is_file()}
    for name, (path, *_) in IMPORTS.items():
        done = run_lif("data", "import", name, path, cwd=copy)
        assert done.returncode == 0, done.stderr
        assert done.stdout.startswith("Nothing is new or changed")
    done = run_lif("review", "import", "CR-2026-001", RECOMMENDATIONS, "--text", "recommendation_verbatim",
                   "--reference", "paragraph", "--made-by", "board_area", cwd=copy)  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(
        "Nothing was added to CR-2026-001: all 280 recommendations are there already"
    )
    assert {path: path.read_bytes() for path in before} == before
