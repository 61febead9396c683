"""The way of a report to publication: agreed, held to the checklist, cleared, out, deposited; what is missing is named."""

from pathlib import Path

import pytest

from lif.statute.anonymity import anonymity_checks
from lif.store.yaml_reader import read
from tests.acceptance.test_review_course import CASE, FILE, Lif, board, decide, done, lif, log_of
from tests.support import write_file

__all__ = ["board", "lif"]
SAFE = [word for name in anonymity_checks() for word in ("--safe", name)]


@pytest.fixture
def agreed(board: Path, lif: Lif) -> Path:
    """The Board in which the report of the case was agreed."""
    decide(lif)
    done(lif, f"agree {CASE} --date 2018-03-01")
    return board


def test_a_report_that_goes_out_today_is_walked_through_its_steps(agreed: Path, lif: Lif) -> None:
    missing = lif("publish", CASE)
    assert missing.returncode == 1
    assert f"lif review anonymity {CASE}" in missing.stderr
    assert f"lif review clear {CASE} --report FILE" in missing.stderr

    asked = lif("anonymity", CASE)
    assert asked.returncode == 2
    assert all(one.question in asked.stderr for one in anonymity_checks().values())

    early = lif("clear", CASE)
    assert early.returncode == 1
    assert "the checklist for anonymity is open on dates, places" in early.stderr

    unsafe = done(lif, f"anonymity {CASE} --date 2018-03-05 --by sirg", *SAFE[2:], "--not-safe", "dates")
    assert "still to be settled: dates." in unsafe
    assert lif("clear", CASE).returncode == 1
    assert "All questions are settled" in done(lif, f"anonymity {CASE} --date 2018-03-06", *SAFE[:2])

    write_file(agreed, "build/report.txt", "Her number is 943 476 5919.\n")
    found = lif("clear", CASE, "--report", "build/report.txt")
    assert found.returncode == 1
    assert "report.txt:1:15: P701" in found.stderr
    assert "943" not in found.stderr
    write_file(agreed, "build/report.txt", "Child A was seen by four agencies.\n")
    assert "no proof" in done(lif, f"clear {CASE} --date 2018-03-07 --report build/report.txt")

    write_file(agreed, "build/other.txt", "Another report.\n")
    other = lif("publish", CASE, "--report", "build/other.txt")
    assert other.returncode == 1
    assert "other.txt is not the file that was cleared" in other.stderr
    assert lif("deposit", CASE).returncode == 1
    done(lif, f"publish {CASE} --report build/report.txt --until 2019-12-31 --where https://board.example/a")
    done(lif, f"deposit {CASE}")

    kinds = [entry["entry"] for entry in log_of(agreed)]
    assert kinds[-5:] == ["anonymity-checked", "anonymity-checked", "cleared", "published", "deposited"]
    record = read((agreed / FILE).read_bytes()).value or {}
    cleared, published, deposited = record["log"][-3:]
    assert (cleared["report"], len(cleared["digest"]), cleared["by"]) == (
        "report.txt",
        64,
        "independent-chair",
    )
    assert str(published["until"]) == "2019-12-31"
    assert deposited["repository"] == "National case review repository"
    shown = done(lif, f"show {CASE}")
    assert "Cleared for publication" in shown
