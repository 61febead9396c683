"""Advice is given when it is asked for and while somebody writes, and is never in the way."""

import json
import shutil
from pathlib import Path

from tests.conftest import RunLif
from tests.support import CHECKOUT, path_of

WRITTEN = (
    "report", "new", "--agency", "police", "--period", "2017-Q2", "--serious-incident", "no", "--new-risks", "no",
    "--escalation", "no", "--narrative",
)  # fmt: skip


def test_advise_says_what_a_reader_would_ask_and_why(tiny_board: Path, run_lif: RunLif) -> None:
    before = path_of(tiny_board, "report", "AR-2017-001").read_bytes()
    done = run_lif("report", "advise", "AR-2017-001", cwd=tiny_board)
    assert done.returncode == 0
    assert "Why: " in done.stdout
    assert path_of(tiny_board, "report", "AR-2017-001").read_bytes() == before
    data = json.loads(run_lif("report", "advise", "--format", "json", cwd=tiny_board).stdout)
    assert (data["schemaVersion"], data["kind"]) == (1, "advice")
    [record] = data["records"]
    assert record["id"] == "AR-2017-001"
    assert all(one["line"] >= 1 and one["why"] for one in record["remarks"])


def test_an_unknown_report_and_a_period_without_any_are_refused(tiny_board: Path, run_lif: RunLif) -> None:
    for arguments in (("AR-2017-009",), ("--period", "2011-Q1")):
        done = run_lif("report", "advise", *arguments, cwd=tiny_board)
        assert done.returncode == 4
        assert "lif report list" in done.stderr or "AR-2017-001" in done.stderr


def test_a_report_that_is_written_poorly_is_taken_and_remarked_on(tiny_board: Path, run_lif: RunLif) -> None:
    done = run_lif(*WRITTEN, "Training is ongoing.", cwd=tiny_board)
    assert done.returncode == 0
    assert "lif report advise AR-2017-002" in done.stderr
    assert "Training" not in done.stderr


def test_a_report_that_says_one_thing_too_little_is_told_at_once(tiny_board: Path, run_lif: RunLif) -> None:
    said = (
        "From July to September 2017 we visited 71 of 96 homes, 74%, against 48% a quarter before, because managers now "
        "see a list; it may also be that families are at home more. Two girls who had been hurt were found. Schools "
        "told us of them. We read ten files. We do not know what it costs. From May a nurse will come along at a cost "
        "of nothing; IROs too."
    )
    done = run_lif(*WRITTEN, said, cwd=tiny_board)
    assert done.returncode == 0
    assert "D582" in done.stderr
    assert "nurse" not in done.stderr


def test_the_commentary_of_an_indicator_is_advised_on_too(tmp_path: Path, run_lif: RunLif) -> None:
    board = tmp_path / "board"
    shutil.copytree(CHECKOUT / "records", board / "records")
    done = run_lif("data", "advise", "conferences-within-15-days", "early-help-assessments", cwd=board)
    assert done.returncode == 0
    assert "conferences-within-15-days: " in done.stdout
    assert "early-help-assessments: " in done.stdout
    assert run_lif("data", "advise", "nothing-like-it", cwd=board).returncode == 4
