"""The returns of a round on the command line."""

import csv
import io
import json
from pathlib import Path

import openpyxl

from lif.store.load import load
from tests.conftest import RunLif
from tests.insight.returns.samples import AUDIT, board_with, returned, row

ANSWERS = {"police": [row("1.1", "2"), row("1.2", "0"), row("1.10", "1")]}
LOG = [returned("police", "2017-06-20", signed_by="Superintendent")]


def test_who_came_and_who_is_missing(tmp_path: Path, run_lif: RunLif) -> None:
    board_with(tmp_path, ["police", "health-trust"], LOG, ANSWERS)
    text = run_lif("audit", "returns", AUDIT, "--as-of", "2017-07-01", cwd=tmp_path)
    assert text.returncode == 0, text.stderr
    assert "1 of 2 returned: 50.0 % (n = 2). Missing:" in text.stdout
    assert "Missing, 1 day late" in text.stdout
    given = run_lif(
        "audit", "returns", AUDIT, "--analysis", "--as-of", "2017-07-01", "--format", "json", cwd=tmp_path
    )
    data = json.loads(given.stdout)
    assert (data["schemaVersion"], data["kind"], data["missing"]) == (1, "returns", ["health-trust"])
    assert [one["id"] for one in data["analysis"]["items"]] == ["1.1", "1.2", "1.10", "10.1"]
    table = run_lif(
        "audit", "returns", AUDIT, "--analysis", "--as-of", "2017-07-01", "--format", "csv", cwd=tmp_path
    )
    rows = list(csv.DictReader(io.StringIO(table.stdout.removeprefix("\ufeff"))))
    assert [one["item"] for one in rows] == ["1.1", "1.2", "1.10", "10.1"]


def test_declaring_improving_and_the_results(tmp_path: Path, run_lif: RunLif) -> None:
    board_with(tmp_path, ["police", "health-trust"], LOG, ANSWERS)
    missing = run_lif("audit", "declare", AUDIT, cwd=tmp_path)
    assert missing.returncode == 2
    assert "--agency" in missing.stderr
    assert "--signed-by" in missing.stderr
    done = run_lif(
        "audit", "declare", AUDIT, "--agency", "health-trust", "--signed-by", "Chief Nurse", "--date", "2017-06-29",
        cwd=tmp_path,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "2 of 2 returned" in done.stdout
    plan = run_lif("audit", "improve", AUDIT, "--agency", "police", "--date", "2017-07-01", cwd=tmp_path)
    assert plan.returncode == 0, plan.stderr
    assert "It holds 2 actions" in plan.stdout
    again = run_lif("audit", "improve", AUDIT, "--agency", "police", "--date", "2017-07-01", cwd=tmp_path)
    assert again.returncode == 1
    results = run_lif("audit", "results", AUDIT, "--as-of", "2017-08-01", "--format", "md,html", cwd=tmp_path)
    assert results.returncode == 0, results.stderr
    folder = tmp_path / "build/results" / AUDIT
    written = (folder / "results.md").read_text(encoding="utf-8")
    assert "2 of 2 returned: 100 % (n = 2)" in written
    assert "Superintendent" not in written
    assert (folder / "section-1.svg").exists()
    assert written.index("| 1.2 |") < written.index("| 1.10 |")


def test_carrying_forward_wants_every_answer_confirmed(tmp_path: Path, run_lif: RunLif) -> None:
    early = board_with(tmp_path, ["police"], LOG, ANSWERS, id="AU-2016-009").by_id["AU-2016-009"]
    path = tmp_path / early.file
    path.write_text(path.read_text(encoding="utf-8").replace("2017-03-01", "2016-03-01"), encoding="utf-8")
    board_with(tmp_path, ["police"])
    words = [
        "audit", "carry", AUDIT, "--agency", "police", "--from", "AU-2016-009", "--signed-by", "Superintendent",
        "--date", "2017-07-01",
    ]  # fmt: skip
    unasked = run_lif(*words, cwd=tmp_path)
    assert unasked.returncode == 2
    assert "There are answers to: 1.1, 1.2, 1.10." in unasked.stderr
    done = run_lif(*words, "--still-true", "1.1", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "3 items not confirmed" in done.stdout


def test_an_audit_that_asked_nobody(tmp_path: Path, run_lif: RunLif) -> None:
    board_with(tmp_path, [])
    none = run_lif("audit", "returns", AUDIT, cwd=tmp_path)
    assert none.returncode == 4
    assert "names no agency that was asked" in none.stderr


def test_the_form_that_asks_whether_it_is_still_true(tmp_path: Path, run_lif: RunLif) -> None:
    early = board_with(tmp_path, ["police"], LOG, ANSWERS, id="AU-2016-009").by_id["AU-2016-009"]
    path = tmp_path / early.file
    path.write_text(path.read_text(encoding="utf-8").replace("2017-03-01", "2016-03-01"), encoding="utf-8")
    board_with(tmp_path, ["police"])
    done = run_lif(
        "audit", "carry", AUDIT, "--agency", "police", "--from", "AU-2016-009", "--form", "--date", "2017-07-01",
        cwd=tmp_path,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    form = openpyxl.load_workbook(tmp_path / f"build/audits/{AUDIT}/police.xlsx")["Answers"]
    rows = {row[0]: row for row in form.iter_rows(min_row=6, values_only=True) if row[0]}
    assert list(rows) == ["1.1", "1.2", "1.10", "10.1"]
    assert "AU-2016-009: Begun. Still true?" in rows["1.10"][2]
    # Nothing is filled in for the agency.
    assert all(row[3] is None for row in rows.values())
    back = tmp_path / "back.xlsx"
    form["D7"], form["D8"] = "Done", "Seen to work"
    form.parent.save(back)
    collected = run_lif("audit", "collect", AUDIT, str(back), "--apply", cwd=tmp_path)
    assert collected.returncode == 0, collected.stderr
    entry = load(tmp_path).by_id[AUDIT].record.log[-1]
    assert (entry.entry, entry.form) == ("returned", "carried-forward")
    assert entry.note == (
        "Asked of each answer to AU-2016-009 whether it is still true: 1 the same, 1 changed and 2 without a grade."
    )
