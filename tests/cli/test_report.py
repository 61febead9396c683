"""`lif report`: forms out and back in, what is asked for, reminders, and what follows a yes."""

import json
from functools import partial
from pathlib import Path

import pytest

from tests.conftest import RunLif
from tests.exchange.test_report_return import FULL, fill


@pytest.fixture
def lif(tiny_board: Path, run_lif: RunLif) -> RunLif:
    """`lif` in the tiny Board, on 30 October 2017."""

    return partial(run_lif, cwd=tiny_board, env={"LIF_AS_OF": "2017-10-30"})


def test_a_form_goes_out_and_comes_back(tiny_board: Path, lif: RunLif) -> None:
    out = lif("report", "template", "--agency", "police", "--period", "2017-Q2")
    assert out.returncode == 0, out.stderr
    folder = tiny_board / "build/reports/2017-Q2"
    assert sorted(path.name for path in folder.iterdir()) == [
        "highlight-police.docx",
        "highlight-police.xlsx",
    ]
    form = fill(folder / "highlight-police.xlsx", FULL)

    shown = lif("report", "import", str(form))
    assert (shown.returncode, "Nothing was written yet" in shown.stderr) == (1, True)
    assert "A new risk was opened as a draft, RK-2017-002" in " ".join(shown.stdout.split())
    done = lif("report", "import", str(folder), "--apply", "--format", "json")
    told = json.loads(done.stdout)
    # The Word form lay there empty.
    assert [one["state"] for one in told["forms"]] == ["left", "new"]
    assert (done.returncode, told["applied"]) == (1, True)
    assert (tiny_board / "records/reports/2017/AR-2017-002.yaml").is_file()
    again = lif("report", "import", str(form), "--apply")
    assert (again.returncode, again.stdout.splitlines()[-1]) == (0, "Nothing was taken in.")
    # What a draft lacks is said, and is no error.
    codes = {
        one["code"]: one["severity"]
        for one in json.loads(lif("validate", "--format", "json").stdout)["findings"]
    }
    assert codes == {"D593": "warning", "D597": "remark"}


def test_what_is_asked_for_and_missing_is_listed(lif: RunLif) -> None:
    found = json.loads(lif("report", "list", "--missing", "--period", "2017-Q1", "--format", "json").stdout)
    assert [(one["agency"], one["state"]) for one in found["returns"]] == [("health-trust", "waiting")]
    text = lif("report", "list", "--asked", "--period", "2017-Q1").stdout
    assert "AR-2017-001" in text
    assert lif("report", "list", "--period", "soon").returncode == 2
    assert (
        lif("report", "list", "--kind", "assurance").stdout
        == "No such report. All of them: lif report list\n"
    )


def test_agencies_are_reminded(tiny_board: Path, lif: RunLif) -> None:
    dry = lif("report", "remind", "--period", "2017-Q1", "--dry-run")
    assert (dry.returncode, (tiny_board / "build").exists()) == (0, False)
    done = lif("report", "remind", "--period", "2017-Q1")
    assert "build/reminders/2017-10-30/health-trust" in done.stdout
    assert (tiny_board / "build/reminders/2017-10-30/health-trust/reminder-health-trust.pdf").is_file()
    assert lif("report", "remind", "--report", "lado").returncode == 4


def test_a_yes_opens_a_draft_at_once_or_later(tiny_board: Path, lif: RunLif) -> None:
    said = (
        "report",
        "new",
        "--agency",
        "police",
        "--narrative",
        "Calls fell.",
        "--new-risks",
        "yes: A post is empty.",
    )
    first = lif(*said, "--period", "2017-Q2", "--received", "2017-10-20")
    assert first.returncode == 0, first.stderr
    assert "A new risk was opened as a draft, RK-2017-002." in first.stdout
    lif(*said, "--period", "2017-Q3", "--received", "2018-01-20", "--no-drafts")
    later = lif("report", "follow", "AR-2018-001", "--risk", "RK-2017-002")
    assert later.stdout == "AR-2018-001 names RK-2017-002 now.\n"
    assert lif("report", "follow", "AR-2018-001").returncode == 1
