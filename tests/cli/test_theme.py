"""`lif theme`: a theme from every side, listed, shown and as a page."""

import json
import shutil
from pathlib import Path

import pytest

from tests.conftest import RunLif
from tests.support import CHECKOUT

AS_OF = ("--as-of", "2018-03-01")


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    shutil.copytree(CHECKOUT / "records", tmp_path / "board" / "records")
    return tmp_path / "board"


def test_show_puts_the_sides_below_each_other_and_says_what_is_missing(sample: Path, run_lif: RunLif) -> None:
    done = run_lif("theme", "show", "childrens-voice", *AS_OF, cwd=sample)  # by another of its names
    assert done.returncode == 0
    assert [word for word in ("FIGURES", "AUDITS", "REVIEWS", "VOICE", "TRAINING") if word in done.stdout] == [
        "FIGURES", "AUDITS", "REVIEWS", "VOICE", "TRAINING",
    ]  # fmt: skip
    silent = run_lif("theme", "show", "domestic-abuse", *AS_OF, cwd=sample)
    assert "No training on it is recorded. To change that: lif learning spread" in silent.stderr
    data = json.loads(run_lif("theme", "show", "neglect", *AS_OF, "--format", "json", cwd=sample).stdout)
    assert (data["schemaVersion"], data["kind"], data["id"]) == (1, "theme", "neglect")
    assert {side["side"] for side in data["sides"]} >= {"figures", "audits", "voice", "training"}


def test_list_counts_what_each_side_says(sample: Path, run_lif: RunLif) -> None:
    done = run_lif("theme", "list", *AS_OF, cwd=sample)
    assert done.returncode == 0
    assert "voice-of-the-child" in done.stdout
    data = json.loads(run_lif("theme", "list", *AS_OF, "--format", "json", cwd=sample).stdout)
    assert data["themes"][0]["speaking"] == max(one["speaking"] for one in data["themes"])


def test_page_writes_one_page_and_names_it(sample: Path, run_lif: RunLif) -> None:
    done = run_lif("theme", "page", "neglect", *AS_OF, cwd=sample)
    assert done.returncode == 0
    assert (sample / "build/themes/neglect/theme.pdf").is_file()
    assert "build/themes/neglect/theme.docx" in done.stdout


def test_an_unknown_theme_gets_the_nearest(sample: Path, run_lif: RunLif) -> None:
    done = run_lif("theme", "show", "negelct", *AS_OF, cwd=sample)
    assert done.returncode == 4
    assert "neglect" in done.stderr
