"""`lif assure` as a Chair and a Business Manager use it, on the sample and in a new Board."""

import json
from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest

from tests.conftest import RunLif
from tests.support import CHECKOUT

DAY = {"LIF_AS_OF": "2018-03-01"}
Assure = Callable[..., str]


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    copytree(CHECKOUT / "records", tmp_path / "records")
    return tmp_path


def test_the_sample_can_be_challenged_from(sample: Path, run_lif: RunLif) -> None:
    done = run_lif("assure", cwd=sample, env=DAY)
    assert done.returncode == 0, done.stderr
    for words in ("overdue since 1 Apr 2017", "due on 1 Apr 2018", "judgement needed", "no evidence", "24 months, ambiguous",
                  "12 months, stated", "each lesson, our choice", "NOT MET, BY OWNER"):  # fmt: skip
        assert words in done.stdout
    data = json.loads(run_lif("assure", "F8", "--format", "json", cwd=sample, env=DAY).stdout)
    assert (data["schemaVersion"], data["kind"], data["asOf"]) == (1, "assurance", "2018-03-01")
    assert {one["section"] for one in data["obligations"]} == {"F8"}
    failing = run_lif("assure", "F8.3", "--fail-on", "overdue", cwd=sample, env=DAY)
    assert (failing.returncode, "F8.3" in failing.stderr) == (1, True)
    assert "VO-2017-001" in failing.stdout
    assert "The Youth Parliament was heard: nothing; it was wanted by 1 April 2017" in failing.stdout
    assert "lif voice new --kind youth-parliament" in failing.stdout
    assert ("Due besides     24 October 2018" in failing.stdout, "Next wanted" in failing.stdout) == (
        True,
        False,
    )


def test_it_is_read_on_a_narrow_screen(sample: Path, run_lif: RunLif) -> None:
    done = run_lif("assure", cwd=sample, env={**DAY, "COLUMNS": "80"})
    lines = [line.strip() for line in done.stdout.splitlines() if line]
    assert "overdue since 23 Jul 2017  each training event, our choice; Training and" in lines


def test_a_judgement_is_recorded_and_what_is_wrong_is_refused(sample: Path, run_lif: RunLif) -> None:
    words = ("F3.1", "--result", "met", "--why", "Training stands beside audits.")
    tried = run_lif("assure", "judge", *words, "--dry-run", cwd=sample, env=DAY)
    assert (tried.returncode, "+    clause: F3.1" in tried.stdout) == (0, True)
    done = run_lif("assure", "judge", *words, cwd=sample, env=DAY)
    assert done.stdout == "F3.1, 1 March 2018: judged met by Executive Group.\n"
    shown = run_lif("assure", "F3.1", cwd=sample, env=DAY)
    assert "Met." in shown.stdout
    early = run_lif("assure", "--as-of", "2015-01-01", cwd=sample)
    assert (early.returncode, "counts from 1 April 2016" in early.stderr) == (4, True)
    unknown = run_lif("assure", "F8.33", cwd=sample, env=DAY)
    assert (unknown.returncode, "F8.3" in unknown.stderr) == (4, True)
    assert run_lif("assure", "--fail-on", "late", cwd=sample, env=DAY).returncode == 2
    assert run_lif("assure", "--format", "odt", cwd=sample, env=DAY).returncode == 2


def test_a_new_board_has_its_obligations_ahead_of_it(tmp_path: Path, run_lif: RunLif) -> None:
    assert (
        run_lif("init", ".", "--name", "Our Board", "--area", "Our area", cwd=tmp_path, env=DAY).returncode
        == 0
    )
    data = json.loads(run_lif("assure", "--format", "json", cwd=tmp_path, env=DAY).stdout)
    assert data["framework"]["since"] == "2018-03-01"
    assert data["counts"]["met"] == data["counts"]["overdue"] == 0
    assert data["counts"]["due"] > data["counts"]["no-evidence"] > 0
    checked = run_lif("validate", cwd=tmp_path)
    assert (checked.returncode, checked.stdout) == (0, "")


def test_the_priorities_and_the_papers(sample: Path, run_lif: RunLif) -> None:
    shown = run_lif("assure", "neglect", "--priority", cwd=sample, env=DAY)
    assert "AU-2016-001" in shown.stdout
    data = json.loads(run_lif("assure", "--priority", "--format", "json", cwd=sample, env=DAY).stdout)
    assert len(data["priorities"]) == 4
    made = run_lif("assure", "--format", "xlsx,html", cwd=sample, env=DAY)
    assert "build/assurance/2018-03-01/assurance.xlsx" in made.stdout
    assert (sample / "build/assurance/2018-03-01/assurance.html").is_file()


def test_what_nothing_would_count_is_not_recorded(sample: Path, run_lif: RunLif) -> None:
    words = ("--what", "The Chair went.", "--date", "2018-02-01", "--dry-run")
    refused = run_lif("assure", "record", "F8.3", *words, cwd=sample, env=DAY)
    assert refused.returncode == 1
    assert "F8.3 is shown by other records" in refused.stderr
    assert "lif assure F8.3" in refused.stderr
    assert run_lif("assure", "record", "F2.horizon", *words, cwd=sample, env=DAY).returncode == 0


def test_a_framework_that_asks_for_what_there_is_not_is_told_of(sample: Path, run_lif: RunLif) -> None:
    framework = sample / "records" / "framework.yaml"
    assert "errors" not in run_lif("assure", cwd=sample, env=DAY).stderr
    text = framework.read_text(encoding="utf-8")
    framework.write_text(text.replace("kind: voice", "kind: voise", 1), encoding="utf-8", newline="\n")

    done = run_lif("assure", cwd=sample, env=DAY)

    assert done.returncode == 0
    assert "The framework has 1 error, so some of this may stand otherwise" in done.stderr
    assert "lif validate records/framework.yaml" in done.stderr
