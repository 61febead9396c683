"""`lif data`, as it is typed."""

import json
from pathlib import Path

import pytest

from tests.conftest import RunLif
from tests.support import write_file

NEW = (
    "data", "new", "referrals", "--title", "Referrals", "--definition", "Referrals in the year",
    "--unit", "count",
    "--polarity", "neither", "--frequency", "yearly", "--measures", "how-much", "--journey", "front-door",
    "--owner", "police",
)  # fmt: skip


def test_a_new_indicator_with_a_target(tiny_board: Path, run_lif: RunLif) -> None:
    target = ("--target", "900", "--basis", "own-history", "--decimals", "0", "--priority", "neglect")
    done = run_lif(*NEW, *target, cwd=tiny_board)
    assert done.returncode == 0, done.stderr
    text = (tiny_board / "records/indicators/referrals.yaml").read_bytes().decode()
    assert "decimals: 0\n" in text
    assert "target:\n  value: 900\n  basis: own-history\n" in text
    assert run_lif("validate", cwd=tiny_board).returncode == 0


@pytest.mark.parametrize("option", ["--title", "--unit", "--owner"])
def test_elsewhere_than_on_a_terminal_the_missing_option_is_named(
    tiny_board: Path, run_lif: RunLif, option: str
) -> None:
    place = NEW.index(option)
    done = run_lif(*NEW[:place], *NEW[place + 2 :], cwd=tiny_board)
    assert done.returncode == 2
    assert done.stderr.startswith(f"{option} is missing: ")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--target", "5"), "--basis is missing"),
        (("--basis", "forecast"), "no target is given"),
        (("--target", "nan", "--basis", "forecast"), "--target wants a number"),
    ],
)
def test_a_target_needs_its_basis(
    tiny_board: Path, run_lif: RunLif, options: tuple[str, ...], said: str
) -> None:
    done = run_lif(*NEW, *options, cwd=tiny_board)
    assert (done.returncode, said in done.stderr) == (2, True), done.stderr


def test_a_new_indicator_from_standard_input(tiny_board: Path, run_lif: RunLif) -> None:
    given = {
        "title": "Referrals", "definition": "D", "unit": "count", "polarity": "neither",
        "frequency": "yearly",
        "measures": "how-much", "journey": "front-door", "owner": "police",
    }  # fmt: skip
    text = json.dumps(given)
    done = run_lif("data", "new", "referrals", "--from", "-", "--dry-run", cwd=tiny_board, stdin=text)
    assert done.returncode == 0, done.stderr
    assert "+title: Referrals" in done.stdout
    assert not (tiny_board / "records/indicators/referrals.yaml").exists()


def test_import_says_what_is_new_and_changed(tiny_board: Path, run_lif: RunLif) -> None:
    rows = "year,code,n,d\n2016,E06999999,13,80\n2018,E06999999,c,90\n2018,E06000001,1,2\n"
    write_file(tiny_board, "in.csv", rows)
    columns = ("--period", "year", "--area", "code", "--numerator", "n", "--denominator", "d")
    done = run_lif("data", "import", "repeat-plans", "in.csv", *columns, cwd=tiny_board)
    assert done.returncode == 0, done.stderr
    assert "Changed: Saltmere 2016: 15 (12 of 80) becomes 16.3 (13 of 80)" in done.stdout
    assert "Figures: 1 new, 1 changed, 0 unchanged." in done.stdout
    assert "Passed over: 1 row about 1 other area." in done.stdout
    assert "1 value was worked out from n and d" in done.stderr
    again = run_lif("data", "import", "repeat-plans", "in.csv", cwd=tiny_board)
    assert again.returncode == 0
    assert again.stdout.startswith("Nothing is new or changed: the 2 figures that in.csv has")
    alone = run_lif("data", "import", "in.csv", cwd=tiny_board)
    assert alone.stdout.startswith("repeat-plans\nNothing is new or changed: the 2 figures that in.csv has")
    unnamed = run_lif("data", "import", "repeat-plans", cwd=tiny_board)
    assert (unnamed.returncode, unnamed.stderr.partition(":")[0]) == (2, "FILE is missing")
    nothing = run_lif("data", "import", cwd=tiny_board)
    assert (nothing.returncode, nothing.stderr.partition(":")[0]) == (2, "FILE is missing")


def test_export_says_where_the_files_are(tiny_board: Path, run_lif: RunLif) -> None:
    done = run_lif("data", "export", "--as-of", "2018-03-01", cwd=tiny_board)
    assert done.returncode == 0, done.stderr
    assert done.stdout == (
        "3 figures of 1 indicator. Marking: OFFICIAL.\n  build/data/figures.csv\n  build/data/figures.xlsx\n"
    )
    again = run_lif("data", "import", "build/data/figures.xlsx", cwd=tiny_board)
    assert again.stdout.startswith("repeat-plans\nNothing is new or changed: the 3 figures")


def test_a_refused_import_writes_nothing_and_says_what_to_do(tiny_board: Path, run_lif: RunLif) -> None:
    before = {path: path.read_bytes() for path in tiny_board.rglob("*") if path.is_file()}
    path = tiny_board.parent / "child.csv"
    path.write_bytes(b"period,area,UPN,Date of birth\n2017,E06999999,A1,1/1/2010\n")
    done = run_lif("data", "import", "repeat-plans", path, "--value", "UPN", cwd=tiny_board)
    assert done.returncode == 1
    assert "UPN (unique pupil number), Date of birth (date of birth)" in done.stderr
    assert {path: path.read_bytes() for path in before} == before


def test_the_list_is_what_show_says_without_a_name(tiny_board: Path, run_lif: RunLif) -> None:
    listed = run_lif("data", "list", "--as-of", "2018-03-01", cwd=tiny_board)
    assert listed.stdout == run_lif("data", "show", "--as-of", "2018-03-01", cwd=tiny_board).stdout
    assert listed.stdout.splitlines()[2].split()[:2] == ["repeat-plans", "suppressed"]
    unknown = run_lif("data", "show", "zzz", cwd=tiny_board)
    assert (unknown.returncode, "lif data list" in unknown.stderr) == (4, True)


def test_show_says_marks_in_words(tiny_board: Path, run_lif: RunLif) -> None:
    done = run_lif("data", "show", "repeat-plans", "--as-of", "2018-03-01", cwd=tiny_board)
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    (latest,) = (line for line in lines if line.startswith("Saltmere 2017: "))
    assert latest.startswith("Saltmere 2017: suppressed, ")
    assert [line.split() for line in lines[-2:]] == [
        ["2016", "15.0", "(12", "of", "80)", "–"],
        ["2017", "suppressed", "18.9"],
    ]


def test_show_as_json_has_every_value_and_mark(tiny_board: Path, run_lif: RunLif) -> None:
    done = run_lif("data", "show", "repeat-plans", "--format", "json", cwd=tiny_board)
    found = json.loads(done.stdout)
    assert (found["schemaVersion"], found["kind"]) == (1, "indicator")
    assert [(one["role"], one["period"], one["value"], one["mark"]) for one in found["values"]] == [
        ("own", "2016", 15, ""),
        ("own", "2017", None, "c"),
        ("england", "2017", 18.9, ""),
    ]
    listed = json.loads(run_lif("data", "show", "--format", "json", cwd=tiny_board).stdout)
    assert [one["name"] for one in listed["indicators"]] == ["repeat-plans"]


def test_show_without_a_name_lists_them_all(tiny_board: Path, run_lif: RunLif) -> None:
    done = run_lif("data", "show", cwd=tiny_board)
    assert done.stdout.splitlines()[-1].split()[:3] == ["repeat-plans", "suppressed", "2017"]
    unknown = run_lif("data", "show", "repeat-plan", cwd=tiny_board)
    assert (unknown.returncode, "Did you mean repeat-plans?" in unknown.stderr) == (4, True)


def test_the_scorecard_as_it_is_typed(tiny_board: Path, run_lif: RunLif) -> None:
    done = run_lif("data", "scorecard", "--as-of", "2018-03-01", cwd=tiny_board)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("1 indicator; 0 better than the period before; ")
    assert "\nCHILD PROTECTION\n" in done.stdout
    assert done.stdout.splitlines()[-1].split()[:2] == ["suppressed", "2017"]
    wrong = run_lif("data", "scorecard", "--journey", "front", cwd=tiny_board)
    assert (wrong.returncode, "Did you mean front-door?" in wrong.stderr) == (2, True), wrong.stderr


def test_what_is_suggested_can_be_picked(tiny_board: Path, run_lif: RunLif) -> None:
    suggest = ("data", "suggest", "--meeting", "MT-2017-001", "--as-of", "2018-03-01")
    done = run_lif(*suggest, "--format", "json", cwd=tiny_board)
    found = json.loads(done.stdout)
    assert [(one["name"], one["picked"]) for one in found["suggestions"]] == [("repeat-plans", True)]
    shown = run_lif(*suggest, cwd=tiny_board).stdout
    assert 'lif meeting pick MT-2017-001 NAME --reason "…"' in shown
    missing = run_lif("meeting", "pick", "MT-2017-001", "repeat-plans", cwd=tiny_board)
    assert (missing.returncode, missing.stderr.startswith("--reason is missing: ")) == (2, True)
