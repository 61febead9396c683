"""Spreadsheets of actions by the real command line: an office's tracker comes in, an agency's sheet comes back."""

import json
from datetime import date
from pathlib import Path

import openpyxl

from lif.publish.papers.action_sheets import action_sheet, actions_of
from lif.store.load import load
from tests.conftest import RunLif
from tests.exchange import trackers

DAY = ("--date", "2018-03-01")


def test_three_trackers_come_in_wholly(tiny_board: Path, tmp_path: Path, run_lif: RunLif) -> None:
    trackers.borough(tmp_path / "Family B v7.xlsx")
    trackers.county(tmp_path / "County log.xlsx")
    trackers.city(tmp_path / "Tracker.xlsx")
    asked = run_lif(
        "import",
        "actions",
        tmp_path / "Family B v7.xlsx",
        "--new-plan",
        "Family B",
        *DAY,
        "--apply",
        cwd=tiny_board,
    )
    assert asked.returncode == 1
    assert '--means "CSC=…", one of health-trust, police, none.' in " ".join(asked.stdout.split())
    assert "Nothing was written, because not all of Family B v7.xlsx is understood." in asked.stderr
    for count, words in (
        (7, ("Family B v7.xlsx", "--new-plan", "Family B", "--means", "CSC=police", "--means", "#8064A2=green",
             "--split", "all")),
        (8, ("County log.xlsx", "--new-plan", "County", "--means", "Parked=open", "--means",
             "Participation Worker=none")),
        (4, ("Tracker.xlsx", "--plan", "AP-2017-001")),
    ):  # fmt: skip
        done = run_lif("import", "actions", tmp_path / words[0], *words[1:], *DAY, "--apply", cwd=tiny_board)
        assert done.returncode == 0, done.stderr
        assert f"{count} actions were added to AP-" in done.stdout
    kept = run_lif(
        "import",
        "actions",
        tmp_path / "County log.xlsx",
        "--new-plan",
        "Next",
        "--format",
        "json",
        cwd=tiny_board,
    )
    shown = json.loads(kept.stdout)
    assert (shown["kind"], shown["problems"], shown["keptAs"], len(shown["actions"])) == (
        "action-tracker",
        [],
        "county-log",
        8,
    )
    checked = run_lif("validate", cwd=tiny_board)
    assert checked.returncode == 0, checked.stdout


def test_a_tracker_needs_a_plan(tiny_board: Path, tmp_path: Path, run_lif: RunLif) -> None:
    trackers.city(tmp_path / "Tracker.xlsx")
    done = run_lif("import", "actions", tmp_path / "Tracker.xlsx", cwd=tiny_board)
    assert (done.returncode, done.stdout) == (2, "")
    assert "--plan AP-2017-001" in done.stderr


def test_an_agencys_sheet_comes_back(tiny_board: Path, tmp_path: Path, run_lif: RunLif) -> None:
    board, path = load(tiny_board), tmp_path / "police.xlsx"
    day = date(2018, 3, 1)
    path.write_bytes(action_sheet(board, "police", actions_of(board, "police", day), day))
    before = (tiny_board / "records/plans/2017/AP-2017-001.yaml").read_bytes()
    untouched = run_lif("action", "import", path, "--apply", cwd=tiny_board)
    assert (untouched.returncode, untouched.stdout) == (
        0,
        "Nothing changes: the sheet says nothing that is not here.\n",
    )
    book = openpyxl.load_workbook(path)
    book["Actions"]["H5"].value, book["Actions"]["J5"].value = "In use everywhere", "The form, version 3"
    book.save(path)
    planned = run_lif("action", "import", path, "--date", "12/03/2018", cwd=tiny_board)
    assert planned.returncode == 1
    assert "sheet 'Actions', H5 (New note): “In use everywhere”" in planned.stdout
    assert (tiny_board / "records/plans/2017/AP-2017-001.yaml").read_bytes() == before
    done = run_lif("action", "import", path, "--date", "12/03/2018", "--apply", cwd=tiny_board)
    assert done.returncode == 0, done.stderr
    text = (tiny_board / "records/plans/2017/AP-2017-001.yaml").read_text(encoding="utf-8")
    assert "In use everywhere. Evidence offered: The form, version 3. (From police.xlsx, row 5)" in " ".join(
        text.split()
    )
