"""A plain `lif validate`: the same words and the same end as with options, and often without reading a record."""

import json
import shutil
import time
from pathlib import Path

import pytest

from tests.cli.test_nouns import IMPORTS
from tests.conftest import Git, RunLif
from tests.support import clean_environment, path_of, replace_text, run_python


def test_the_same_is_said_again(tiny_repository: Path, tmp_path: Path, run_lif: RunLif, git: Git) -> None:
    broken = tmp_path / "broken"
    shutil.copytree(tiny_repository, broken)
    replace_text(path_of(broken, "audit", "AU-2017-001"), "size: 6", "size: 7")
    without_git = tmp_path / "without"
    shutil.copytree(tiny_repository / "records", without_git / "records")
    time.sleep(2.1)  # what was changed just before is not trusted
    for board in (tiny_repository, broken, without_git):
        ends = [run_lif("validate", cwd=board) for _ in range(3)]
        ends.append(run_lif("validate", cwd=board, env={"CI": "true"}))
        assert len({(end.returncode, end.stdout, end.stderr) for end in ends}) == 1
        forms = [
            run_lif("validate", "--format", "json", cwd=board, env={"CI": ci}).stdout for ci in ("", "1")
        ]
        assert forms[0] == forms[1]
    assert (tiny_repository / ".git/lif/found/validate.json").is_file()
    assert git(tiny_repository, "status", "--porcelain") == ""
    assert not (without_git / ".lif").exists()
    assert imported(tiny_repository, tmp_path).isdisjoint(
        {"typer", "pydantic", "yaml", "dataclasses", "json"}
    )
    assert imported(broken, tmp_path).isdisjoint({"pydantic", "yaml"})


def imported(board: Path, tmp_path: Path) -> set[str]:
    """The modules that `lif validate` imports there."""
    script = (
        IMPORTS.replace("import json, sys", "import sys")
        .replace("assert not end.code, end.code", "pass")
        .replace("json.dumps(sorted(sys.modules))", "repr(sorted(sys.modules))")
    )
    done = run_python("-c", script, "validate", cwd=board, env=clean_environment(tmp_path / "account"))
    return set(json.loads(done.stderr.splitlines()[-1].replace("'", '"')))


def test_one_changed_record_is_read_without_what_the_command_prints_with(
    tiny_repository: Path, tmp_path: Path, run_lif: RunLif
) -> None:
    run_lif("validate", cwd=tiny_repository)
    replace_text(path_of(tiny_repository, "audit", "AU-2017-001"), "size: 6", "size: 6 # cases")
    assert "typer" not in imported(tiny_repository, tmp_path)


def test_a_change_is_seen(tiny_repository: Path, run_lif: RunLif) -> None:
    assert run_lif("validate", cwd=tiny_repository).returncode == 0
    replace_text(path_of(tiny_repository, "audit", "AU-2017-001"), "size: 6", "size: 7")
    assert run_lif("validate", cwd=tiny_repository).returncode == 1
    replace_text(path_of(tiny_repository, "audit", "AU-2017-001"), "size: 7", "size: 6")
    assert run_lif("validate", cwd=tiny_repository).returncode == 0


def test_nothing_is_kept_where_others_rely_on_the_check(tiny_repository: Path, run_lif: RunLif) -> None:
    run_lif("validate", cwd=tiny_repository, env={"CI": "true"})
    assert not (tiny_repository / ".git/lif/found").exists()


@pytest.mark.parametrize("name", ["LIF_ROOT", "--root"])
def test_another_board_is_not_this_one(
    name: str, tiny_repository: Path, tmp_path: Path, run_lif: RunLif
) -> None:
    other = tmp_path / "other"
    shutil.copytree(tiny_repository, other)
    replace_text(path_of(other, "audit", "AU-2017-001"), "size: 6", "size: 7")
    for _ in range(2):
        assert run_lif("validate", cwd=tiny_repository).returncode == 0
        if name == "--root":
            assert run_lif("--root", other, "validate", cwd=tiny_repository).returncode == 1
        else:
            assert run_lif("validate", cwd=tiny_repository, env={"LIF_ROOT": str(other)}).returncode == 1
