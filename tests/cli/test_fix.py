"""`lif fix`, as it is typed."""

import json
from pathlib import Path

import pytest

from tests.conftest import RunLif
from tests.support import path_of, replace_text

POLICE = "records/agencies/police.yaml"


@pytest.fixture
def untidy(tiny_board: Path) -> Path:
    """A Board with a slip in an agency's key, Windows line ends in a review, and a finding that needs a decision."""
    replace_text(
        path_of(tiny_board, "agency", "police"), "name: Saltmere Police", "nmae: Saltmere Police  # sic"
    )
    review = path_of(tiny_board, "review", "CR-2017-001")
    review.write_bytes(
        review.read_bytes().replace(b"by: independent-chair", b"by: the-chair").replace(b"\n", b"\r\n")
    )
    return tiny_board


def test_the_diff_comes_first(untidy: Path, run_lif: RunLif) -> None:
    before = {path: path.read_bytes() for path in untidy.rglob("*.yaml")}
    done = run_lif("fix", cwd=untidy)
    assert done.returncode == 1
    assert done.stdout == (
        f"{POLICE}:3: S201 the key `nmae` becomes `name`\n"
        "records/reviews/2017/CR-2017-001.yaml:1: lines end as on every other computer (LF)\n"
        f"--- a/{POLICE}\n"
        f"+++ b/{POLICE}\n"
        "@@ -1,4 +1,4 @@\n"
        " # yaml-language-server: $schema=../../schemas/agency.schema.json\n"
        " schema_version: 1\n"
        "-nmae: Saltmere Police  # sic\n"
        "+name: Saltmere Police  # sic\n"
        " type: police\n"
    )
    assert done.stderr == "This is a plan; nothing was written. Carry it out with: lif fix --apply\n"
    assert {path: path.read_bytes() for path in untidy.rglob("*.yaml")} == before


def test_and_is_carried_out(untidy: Path, run_lif: RunLif) -> None:
    done = run_lif("fix", "--apply", "--dry-run", cwd=untidy)
    assert (done.returncode, "nothing was written" in done.stderr) == (1, True)
    done = run_lif("fix", "--apply", cwd=untidy)
    assert done.returncode == 0
    assert "+name: Saltmere Police  # sic\n" in done.stdout
    assert done.stderr == "2 things were mended in 2 files. What needs a decision: lif validate\n"
    assert b"\r" not in path_of(untidy, "review", "CR-2017-001").read_bytes()
    done = run_lif("fix", cwd=untidy)
    assert (done.returncode, done.stdout) == (
        0,
        "There is nothing to mend. What needs a decision: lif validate\n",
    )
    done = run_lif("validate", cwd=untidy)
    assert [line.split(" ")[1] for line in done.stdout.splitlines()[::2]] == ["R306"]


def test_some_files_alone(untidy: Path, run_lif: RunLif) -> None:
    done = run_lif("fix", "--apply", "agencies", cwd=untidy / "records")
    assert done.returncode == 0
    assert "1 thing was mended in 1 file." in done.stderr
    done = run_lif("fix", "records/reviews", cwd=untidy)
    assert (done.returncode, "+name" in done.stdout) == (1, False)
    assert "Carry it out with: lif fix --apply records/reviews\n" in done.stderr
    assert run_lif("fix", "records/agencies", cwd=untidy).returncode == 0
    assert run_lif("fix", "nowhere", cwd=untidy).returncode == 4


def test_json(untidy: Path, run_lif: RunLif) -> None:
    done = run_lif("fix", "--format", "json", cwd=untidy)
    result = json.loads(done.stdout)
    assert (done.returncode, result["schemaVersion"], result["kind"], result["applied"]) == (
        1,
        1,
        "fixes",
        False,
    )
    assert result["fixes"][0] == {
        "file": POLICE, "line": 3, "code": "S201", "what": "the key `nmae` becomes `name`",
    }  # fmt: skip
    assert result["diff"].startswith(f"--- a/{POLICE}\n")


def test_the_sample_of_a_new_board_needs_nothing(tmp_path: Path, run_lif: RunLif) -> None:
    run_lif("init", "board", "--name", "Saltmere Board", "--area", "Saltmere", cwd=tmp_path)
    done = run_lif("fix", cwd=tmp_path / "board")
    assert (done.returncode, done.stdout.partition(".")[0]) == (0, "There is nothing to mend")
