"""`lif pack diff` as it is typed."""

import json
import shutil
from pathlib import Path

import pytest

from lif.cli.ending import run
from tests.conftest import RunLif
from tests.support import CHECKOUT

DAY = "2018-03-01"


@pytest.fixture
def sample(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the sample Board, without git."""
    shutil.copytree(CHECKOUT / "records", tmp_path / "records")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LIF_AS_OF", DAY)
    return tmp_path


def test_what_a_chair_asks_between_two_meetings(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["pack", "diff", "MT-2017-003", "MT-2018-002"]) == 0
    said = capsys.readouterr().out
    heads = [
        line.rpartition(" (")[0] for line in said.splitlines() if line[:1].isupper() and line.endswith(")")
    ]
    assert heads[-6:] == [
        "NEW", "DECIDED, AGREED OR PUBLISHED", "CLOSED, SETTLED OR CARRIED OUT", "SLIPPED",
        "RE-GRADED, JUDGED, SCORED ANEW OR ESCALATED", "ALSO ENTERED",
    ]  # fmt: skip
    assert "Put off from 29 December 2017 to 30 April 2018. It was Attention, now On track." in said
    assert "To read them: --all" in said
    decided = "The two young people will have a letter before Christmas that says what will happen, and what will not."
    assert decided in " ".join(said.split()), "nobody can act on half of a decision"
    assert run(["pack", "diff", "--all"]) == 0
    assert len(capsys.readouterr().out) > len(said)


def test_as_data_and_as_a_paper_that_is_the_same_each_time(
    sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["pack", "diff", "--format", "json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert (data["kind"], data["from"], data["to"]) == ("pack-diff", "MT-2017-003", "MT-2018-002")
    assert {one["heading"] for one in data["changes"]} == {
        "new", "decided", "closed", "slipped", "re-graded", "entered"
    }  # fmt: skip
    folder = sample / "build/packs/changes/MT-2017-003-to-MT-2018-002"
    assert run(["pack", "diff", "--format", "md,docx"]) == 0
    assert "Marking: OFFICIAL-SENSITIVE." in capsys.readouterr().out
    first = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert sorted(first) == ["changes.docx", "changes.md"]
    assert run(["pack", "diff", "--format", "md,docx"]) == 0
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == first
    text = first["changes.md"].decode()
    assert "## Slipped" in text
    assert all(one["id"] in text for one in data["changes"])


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["MT-2017-003", "--from", "HEAD"], 2),
        (["--to", "HEAD"], 2),
        (["--from", "HEAD"], 4),
        (["MT-2018-002", "MT-2017-003"], 1),
        (["MT-2011-001"], 4),
        (["--format", "xlsx"], 2),
    ],
)
def test_what_is_refused(
    words: list[str], code: int, sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["pack", "diff", *words]) == code
    assert len(capsys.readouterr().err.splitlines()) >= 2
    assert not (sample / "build").exists()


def test_on_the_command_line(tiny_repository: Path, run_lif: RunLif) -> None:
    done = run_lif("pack", "diff", "--from", "HEAD", "--as-of", DAY, cwd=tiny_repository)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("Nothing changed, both as they stand on 1 March 2018.\n")
