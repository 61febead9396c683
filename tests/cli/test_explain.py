"""`lif explain`, as it is typed."""

import json
from pathlib import Path

import pytest

from lif.rules.catalogue import codes
from tests.conftest import RunLif


def test_one_code(tmp_path: Path, run_lif: RunLif) -> None:
    done = run_lif("explain", "d451", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "D451 Papers sent out after the meeting\n\n"
        "The day on which the papers went out lies after the day of the meeting.\n\n"
        "Why it matters: Whether papers go out in time is counted from these two dates.\n\n"
        "For example, in records/meetings/2017/MT-2017-001.yaml:\n"
        "    date: 2017-06-15\n"
        "    circulated: 2017-07-08\n\n"
        "Mended:\n"
        "    date: 2017-06-15\n"
        "    circulated: 2017-06-08\n"
    )


def test_all_codes(tmp_path: Path, run_lif: RunLif) -> None:
    done = run_lif("explain", cwd=tmp_path)
    assert done.returncode == 0
    listed = [line.split()[0] for line in done.stdout.splitlines() if line.startswith("  ")]
    assert listed == list(codes())


@pytest.mark.parametrize("arguments", [["D442"], []])
def test_json(arguments: list[str], tmp_path: Path, run_lif: RunLif) -> None:
    done = run_lif("explain", *arguments, "--format", "json", cwd=tmp_path)
    result = json.loads(done.stdout)
    assert (result["schemaVersion"], result["kind"]) == (1, "codes")
    assert [entry["code"] for entry in result["codes"]] == (arguments or list(codes()))
    assert set(result["codes"][0]) == {"code", "severity", "title", "means", "why", "fix", "example", "words"}
    assert set(result["codes"][0]["example"]) == {"file", "wrong", "line", "column", "right"}


@pytest.mark.parametrize(("given", "hint"), [("D45", "Did you mean D4"), ("hello", "All codes: lif explain")])
def test_no_such_code(given: str, hint: str, tmp_path: Path, run_lif: RunLif) -> None:
    done = run_lif("explain", given, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (4, "")
    assert done.stderr.startswith(f"There is no code {given}.\n")
    assert hint in done.stderr
