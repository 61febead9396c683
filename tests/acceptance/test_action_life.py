"""An action is followed to its end by its own words, each given once on the real command line."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from lif.store.load import load
from tests.conftest import RunLif

PLAN = "AP-2017-001"
A1, A2 = f"{PLAN}.A1", f"{PLAN}.A2"
Said = Callable[..., str]
DAY = {"LIF_AS_OF": "2018-03-01"}


@pytest.fixture
def said(tiny_board: Path, run_lif: RunLif) -> Said:
    """Runs a command that succeeds, and gives what it printed."""

    def run(*words: str) -> str:
        done = run_lif(*words, cwd=tiny_board, env=DAY)
        assert done.returncode == 0, done.stderr
        return done.stdout

    return run


def test_from_completed_to_closed(tiny_board: Path, run_lif: RunLif, said: Said) -> None:
    refused = run_lif("action", "close", A1, cwd=tiny_board, env=DAY)
    assert refused.returncode == 1
    assert f"lif action evidence {A1}" in refused.stderr
    assert f"lif action evaluate {A1}" in refused.stderr

    said(
        "action",
        "evidence",
        A1,
        "--evidence",
        "Forty forms.",
        "--record",
        "AU-2017-001",
        "--date",
        "2017-07-01",
    )
    said("action", "evaluate", A1, "--impact", "same", "--result", "Nobody asks.", "--date", "2017-08-01")
    said("action", "reopen", A1, "--reason", "Nobody asks.", "--due", "2017-11-30", "--date", "2017-08-02")
    said("action", "revise", A1, "--due", "31/01/2018", "--reason", "Sick leave.", "--date", "2017-11-01")
    said("action", "complete", A1, "--note", "All teams ask.", "--date", "2018-01-10")
    said("action", "evidence", A1, "--evidence", "Forty more.", "--date", "2018-01-20")
    said("action", "evaluate", A1, "--impact", "improved", "--result", "9 of 10.", "--date", "2018-02-01")
    dry = said("action", "close", A1, "--dry-run")
    assert "+        entry: closed" in dry
    said("action", "close", A1)

    log = load(tiny_board).items[A1].item.log
    assert [one.entry for one in log] == [
        "completed", "evidenced", "evaluated", "reopened", "revised", "revised", "completed", "evidenced",
        "evaluated", "closed",
    ]  # fmt: skip
    assert (log[0].by, log[1].records, log[6].by, log[-1].by) == (
        "police", ["AU-2017-001"], "police", "strategic-board",
    )  # fmt: skip
    assert "records read; nothing is wrong" in run_lif("validate", cwd=tiny_board).stderr


def test_the_other_ends_and_what_is_told_beside(tiny_board: Path, run_lif: RunLif, said: Said) -> None:
    given = 'text: Ring every family.\nlead: {agency: police, role: Inspector}\ndue: "2018-01-31"\n'
    done = run_lif("action", "add", PLAN, "--from", "-", cwd=tiny_board, env=DAY, stdin=given)
    assert done.returncode == 0, done.stderr
    said(
        "action",
        "add",
        PLAN,
        "--text",
        "Ask twice.",
        "--measure",
        "Asked",
        "--baseline",
        "1 in 9",
        "--target",
        "all",
    )
    said("action", "note", A2, "Half of them rung.", "--date", "2018-02-01")
    said("action", "grade", A2, "--grade", "green", "--reason", "The rest this week.", "--date", "2018-02-02")
    said("action", "supersede", A2, "--reason", "One call for all.", "--replaced-by", f"{PLAN}.A3")
    said("action", "reject", f"{PLAN}.A3", "--reason", "Nobody is there.", "--by", "Strategic Board")

    missing = run_lif("action", "evaluate", A1, cwd=tiny_board, env=DAY)
    assert missing.returncode == 2
    assert "--impact" in missing.stderr
    assert "--result" in missing.stderr
    board = load(tiny_board)
    assert board.items[f"{PLAN}.A3"].item.measure.baseline == "1 in 9"
    assert board.items[A2].item.log[-1].by == board.items[f"{PLAN}.A3"].item.log[-1].by == "strategic-board"


def test_a_plan_is_shown_and_reviewed(tiny_board: Path, said: Said) -> None:
    path = next((tiny_board / "records" / "plans").rglob("*.yaml"))
    path.write_text(
        path.read_text(encoding="utf-8").replace("owner:", "agreed: 2017-03-01\nowner:"), encoding="utf-8"
    )
    said(
        "plan",
        "review",
        PLAN,
        "--found",
        "Fathers are asked.",
        "--by",
        "strategic-board",
        "--date",
        "2017-08-30",
    )

    shown = " ".join(said("plan", "show", PLAN).split())
    assert "held on 30 August 2017" in shown
    assert "Local practice seen by inspectors; V" in shown
    assert "1 self-reported only: A1" in shown
    progress = json.loads(said("plan", "show", PLAN, "--format", "json"))["progress"]
    assert [one["state"] for one in progress["reviews"]] == ["done", "waiting"]
    assert progress["states"]["completed"] == 1
    assert "0 of 1" in said("plan", "list")


def test_actions_are_listed_for_people_programs_and_spreadsheets(
    tiny_board: Path, run_lif: RunLif, said: Said
) -> None:
    said("action", "note", A1, "=HYPERLINK(1)", "--date", "2018-01-02")

    assert "Self-reported only" in said("action", "list", "--flag", "self-reported", "--agency", "police")
    found = json.loads(said("action", "list", "--brag", "amber", "--format", "json"))
    assert [(one["id"], one["flags"], one["firstDue"]) for one in found["actions"]] == [
        (A1, ["self-reported"], "2017-06-30")
    ]
    _, row = csv.reader(io.StringIO(said("action", "list", "--format", "csv")))
    assert row[0] == A1
    assert not any(cell.startswith("=") for cell in row)
    shown = json.loads(said("action", "show", A1, "--as-of", "2017-05-31", "--format", "json"))
    assert shown["standing"]["state"] == "open"
    assert "2 more after 31 May 2017" in said("action", "show", A1, "--as-of", "2017-05-31")

    none = run_lif("action", "list", "--words", "zebra", cwd=tiny_board, env=DAY)
    assert (none.returncode, none.stdout[:17]) == (4, "No action matches")
    for words, code, near in (
        (("--agency", "polise"), 4, "police"),
        (("--state", "opne"), 2, "open"),
        (("--source", "CR-2017-001.R9"), 4, "CR-2017-001.R"),
        (("--sort", "date"), 2, "due"),
    ):
        wrong = run_lif("action", "list", *words, cwd=tiny_board, env=DAY)
        assert (wrong.returncode, near in wrong.stderr) == (code, True), wrong.stderr


@pytest.mark.parametrize("columns", ["80", "120"])
def test_no_line_is_wider_than_the_terminal(columns: str, tiny_board: Path, run_lif: RunLif) -> None:
    for words in (("action", "list"), ("action", "show", A1), ("plan", "show", PLAN), ("plan", "list")):
        done = run_lif(*words, cwd=tiny_board, env={**DAY, "COLUMNS": columns})
        assert done.returncode == 0, done.stderr
        assert max(map(len, done.stdout.splitlines())) <= int(columns)


def test_half_of_who_leads_is_asked_for_by_its_option(tiny_board: Path, run_lif: RunLif) -> None:
    given = ("action", "add", PLAN, "--text", "Ring.", "--lead-agency", "police")
    done = run_lif(*given, cwd=tiny_board, env=DAY)
    assert done.returncode == 2
    assert done.stderr.startswith("--lead-role is missing: the post in the agency that leads.")
    assert 'Give it with: --lead-role "…"' in done.stderr
