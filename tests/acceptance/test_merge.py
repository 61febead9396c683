"""Two branches of a Board come together through git itself, with `lif merge-file` as its merge driver."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from lif.store.load import load
from lif.store.text_merge import split
from lif.store.three_way import merge, words_of
from lif.store.yaml_reader import read
from lif.store.yaml_write import write
from tests.conftest import RunLif
from tests.store.test_three_way import branches
from tests.support import clean_environment, path_of, replace_text

GitWithLif = Callable[..., subprocess.CompletedProcess[str]]
Edit = Callable[[Path], None]


@pytest.fixture
def git_with_lif(tmp_path: Path) -> GitWithLif:
    """`git(folder, *arguments)` runs real git that finds `lif`, and gives how it ended."""
    programs = tmp_path / "programs"
    programs.mkdir()
    script = programs / "lif"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m lif "$@"\n', encoding="utf-8", newline="\n")
    script.chmod(0o755)
    environment = clean_environment(tmp_path / "account")
    environment["PATH"] = f"{programs}{os.pathsep}{environment['PATH']}"

    def run(
        folder: Path, *arguments: str, env: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["git", *arguments], cwd=folder, env={**environment, **(env or {})},
            capture_output=True, encoding="utf-8", check=False,
        )  # fmt: skip

    return run


@pytest.fixture
def board(tiny_repository: Path, run_lif: RunLif, git_with_lif: GitWithLif) -> Path:
    """The tiny Board in git, set up for merging as `lif init` does in a clone."""
    done = run_lif("init", cwd=tiny_repository)
    assert done.returncode == 0, done.stderr
    assert "git on this computer merges records with lif" in done.stdout
    _commit(git_with_lif, tiny_repository)
    return tiny_repository


def _commit(git: GitWithLif, root: Path) -> None:
    git(root, "add", "--all")
    done = git(root, "commit", "--quiet", "--message", "A change")
    assert done.returncode == 0, done.stdout + done.stderr


def _two_branches(git: GitWithLif, root: Path, ours: Edit, theirs: Edit) -> subprocess.CompletedProcess[str]:
    """Commit `theirs` in a clone, which sees nothing of `ours`, and merge it as the branch `theirs`."""
    clone = _clone(git, root)
    theirs(clone)
    _commit(git, clone)
    ours(root)
    _commit(git, root)
    git(root, "fetch", "--quiet", str(clone), "main:theirs")
    return git(root, "merge", "--no-edit", "theirs")


def _clone(git: GitWithLif, root: Path) -> Path:
    clone = root.with_name("clone")
    git(root.parent, "clone", "--quiet", str(root), str(clone))
    for setting, value in (("user.name", "Deputy Manager"), ("user.email", "deputy@board.example")):
        git(clone, "config", setting, value)
    return clone


def _append(path: Path, text: str) -> None:
    path.write_bytes(path.read_bytes() + text.encode())


def _lif(run_lif: RunLif, *commands: tuple[str, ...]) -> Edit:
    def run(root: Path) -> None:
        for command in commands:
            done = run_lif(*command, cwd=root)
            assert done.returncode == 0, done.stderr

    return run


def _titled(title: str) -> Edit:
    return lambda root: replace_text(path_of(root, "plan", "AP-2017-001"), "Plan for Family A", title)


def test_notes_that_both_branches_added_are_merged(
    board: Path, run_lif: RunLif, git_with_lif: GitWithLif
) -> None:
    note = ("action", "note", "AP-2017-001.A1", "--by", "police")
    done = _two_branches(
        git_with_lif, board,
        _lif(run_lif, (*note, "Ours.", "--date", "2018-02-01")),
        _lif(run_lif, (*note, "Theirs.", "--date", "2018-01-01")),
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    log = load(board).items["AP-2017-001.A1"].item.log
    assert [entry.note for entry in log] == ["Form changed.", "Theirs.", "Ours."]
    assert run_lif("validate", cwd=board).returncode == 0


def test_a_field_that_both_changed_is_named_and_marked(
    board: Path, run_lif: RunLif, git_with_lif: GitWithLif
) -> None:
    path = path_of(board, "plan", "AP-2017-001")
    done = _two_branches(git_with_lif, board, _titled("Our plan"), _titled("Their plan"))
    assert done.returncode == 1
    assert "AP-2017-001.yaml: title was changed differently on both branches." in done.stdout + done.stderr
    marked = "<<<<<<< ours\ntitle: Our plan\n=======\ntitle: Their plan\n>>>>>>> theirs\n"
    assert marked in path.read_text(encoding="utf-8")
    checked = run_lif("validate", cwd=board)
    assert checked.returncode == 1
    assert "records/plans/2017/AP-2017-001.yaml:4:1: Y" in checked.stdout
    shown = run_lif("renumber", cwd=board)
    assert (shown.returncode, shown.stdout.split(";")[0]) == (0, "Every number is given once")


def test_two_cases_under_one_number_are_both_kept_and_renumbered(
    board: Path, run_lif: RunLif, git_with_lif: GitWithLif
) -> None:
    def opened(title: str, day: str) -> Edit:
        return _lif(
            run_lif,
            ("review", "new", "--type", "undecided", "--title", title, "--referred", day,
             "--source", "partner-agency", "--agency", "police"),
            ("plan", "new", "--title", f"Plan for {title}", "--source", "CR-2018-001", "--agreed", day),
        )  # fmt: skip

    def theirs(root: Path) -> None:
        opened("Child B", "2018-01-02")(root)
        replace_text(
            path_of(root, "audit", "AU-2017-001"), "  - CR-2017-001", "  - CR-2017-001\n  - CR-2018-001"
        )

    done = _two_branches(git_with_lif, board, opened("Child A", "2018-01-03"), theirs)
    assert done.returncode == 1
    assert "CR-2018-001 was opened on both branches" in done.stdout + done.stderr
    assert run_lif("validate", cwd=board).returncode == 1

    shown = run_lif("renumber", cwd=board)
    assert shown.returncode == 1
    assert "the other would be CR-2018-002, in records/reviews/2018/CR-2018-002.yaml" in shown.stdout
    assert "the other would be AP-2018-002" in shown.stdout
    assert not path_of(board, "review", "CR-2018-002").exists()

    applied = run_lif("renumber", "--apply", cwd=board)
    assert applied.returncode == 0, applied.stdout + applied.stderr
    after = load(board)
    titles = {one.id: one.record.title for kind in ("review", "plan") for one in after.of(kind)}
    assert titles == {
        "CR-2017-001": "Family A", "CR-2018-001": "Child A", "CR-2018-002": "Child B",
        "AP-2017-001": "Plan for Family A",
        "AP-2018-001": "Plan for Child A", "AP-2018-002": "Plan for Child B",
    }  # fmt: skip
    assert after.by_id["AP-2018-001"].record.source == ["CR-2018-001"]
    assert after.by_id["AP-2018-002"].record.source == ["CR-2018-002"]
    assert after.by_id["AU-2017-001"].record.chosen_from == ["CR-2017-001", "CR-2018-002"]
    assert run_lif("validate", cwd=board).returncode == 0
    _commit(git_with_lif, board)
    assert run_lif("renumber", cwd=board).returncode == 0


@pytest.mark.parametrize("committed", [False, True])
def test_actions_under_one_number_are_both_kept_and_renumbered(
    board: Path, run_lif: RunLif, git_with_lif: GitWithLif, committed: bool
) -> None:
    def added(text: str, meeting: str) -> Edit:
        def edit(root: Path) -> None:
            _lif(run_lif, ("action", "add", "AP-2017-001", "--text", text))(root)
            _lif(run_lif, ("meeting", "new", "--group", "strategic-board", "--date", meeting,
                           "--item", "decision:The plan"))(root)  # fmt: skip
            made = load(root).of("meeting")[-1]
            _append(root / made.file, "decisions:\n  - id: D1\n    text: Go on.\n"
                    "    records:\n      - AP-2017-001.A2\n")  # fmt: skip

        return edit

    done = _two_branches(git_with_lif, board, added("Ring every family.", "2018-03-01"),
                         added("Call a meeting.", "2019-03-01"))  # fmt: skip
    assert done.returncode == 1
    assert "AP-2017-001.A2 was added on both branches" in done.stdout + done.stderr
    if committed:
        _commit(git_with_lif, board)
    assert "R303" in run_lif("validate", cwd=board).stdout
    applied = run_lif("renumber", "--apply", cwd=board)
    assert applied.returncode == 0, applied.stdout + applied.stderr
    after = load(board)
    assert after.items["AP-2017-001.A2"].item.text == "Ring every family."
    assert after.items["AP-2017-001.A3"].item.text == "Call a meeting."
    assert after.items["MT-2018-001.D1"].item.records == ["AP-2017-001.A2"]
    assert after.items["MT-2019-001.D1"].item.records == ["AP-2017-001.A3"]
    assert run_lif("validate", cwd=board).returncode == 0


def test_a_merge_that_is_given_up_leaves_nothing_behind(
    board: Path, run_lif: RunLif, git_with_lif: GitWithLif
) -> None:
    def opened(title: str) -> Edit:
        return _lif(run_lif, ("plan", "new", "--title", title, "--agreed", "2018-02-01"))

    assert _two_branches(git_with_lif, board, opened("Ours"), opened("Theirs")).returncode == 1
    assert git_with_lif(board, "merge", "--abort").returncode == 0
    assert git_with_lif(board, "status", "--porcelain").stdout == ""
    assert run_lif("validate", cwd=board).returncode == 0


def test_replaying_commits_never_puts_their_entries_into_another_case(
    board: Path, run_lif: RunLif, git_with_lif: GitWithLif
) -> None:
    def opened(title: str, day: str) -> Edit:
        return _lif(run_lif, ("review", "new", "--type", "undecided", "--title", title, "--referred", day,
                              "--source", "partner-agency", "--agency", "police"))  # fmt: skip

    clone = _clone(git_with_lif, board)
    opened("Child B", "2018-01-02")(clone)
    _commit(git_with_lif, clone)
    _append(path_of(clone, "review", "CR-2018-001"),
            "  - date: 2018-01-09\n    by: police\n    entry: noted\n    note: Of Child B.\n")  # fmt: skip
    _commit(git_with_lif, clone)
    opened("Child A", "2018-01-03")(board)
    _commit(git_with_lif, board)
    git_with_lif(board, "fetch", "--quiet", str(clone), "main:theirs")
    git_with_lif(board, "checkout", "--quiet", "theirs")
    assert git_with_lif(board, "rebase", "main").returncode == 1
    assert run_lif("renumber", "--apply", cwd=board).returncode == 0
    git_with_lif(board, "add", "--all")
    done = git_with_lif(board, "rebase", "--continue", env={"GIT_EDITOR": "true"})
    assert done.returncode == 1, "the second commit changes the number that is another case's by now"
    assert path_of(board, "review", "CR-2018-001").read_text(encoding="utf-8").startswith("<<<<<<< ours\n")


def test_values_are_merged_and_a_figure_that_both_changed_is_marked(
    board: Path, git_with_lif: GitWithLif, run_lif: RunLif
) -> None:
    def added(row: str) -> Edit:
        return lambda root: _append(root / "records/indicators/repeat-plans.csv", row)

    done = _two_branches(
        git_with_lif, board, added("2018,E06999999,10,80,12.5,\n"), added("2018,E92000001,1,2,50,\n")
    )
    assert done.returncode == 0, done.stderr
    assert run_lif("validate", cwd=board).returncode == 0
    assert len(load(board).values["repeat-plans"]) == 5


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(versions=branches())
def test_any_pair_of_branches_comes_out_of_git_as_the_values_merge(
    board: Path, git_with_lif: GitWithLif, versions: tuple[dict[str, Any], ...]
) -> None:
    git_with_lif(board, "checkout", "--quiet", "--force", "main")
    path = path_of(board, "review", "CR-2018-001")
    path.parent.mkdir(exist_ok=True)
    before = git_with_lif(board, "rev-parse", "HEAD").stdout.strip()
    base, ours, theirs = versions
    for start, branch, version in (
        (before, "base", base),
        ("base", "theirs", theirs),
        ("base", "ours", ours),
    ):
        git_with_lif(board, "checkout", "--quiet", "-B", branch, start)
        path.write_text(write(version), encoding="utf-8", newline="\n")
        git_with_lif(board, "add", "--all")
        git_with_lif(board, "commit", "--quiet", "--allow-empty", "--message", branch)
    done = git_with_lif(board, "merge", "--no-ff", "--no-edit", "theirs")
    expected = merge(base, ours, theirs)
    text = path.read_bytes()
    git_with_lif(board, "merge", "--abort")
    assert done.returncode == (1 if expected.conflicts or expected.collisions else 0), (
        done.stdout + done.stderr
    )
    sides = split(text) or (text, text)
    assert read(sides[0]).value == expected.value()
    assert read(sides[1]).value == expected.value(range(len(expected.conflicts)))
    for conflict in expected.conflicts:
        assert f": {words_of(conflict)} was changed differently" in done.stdout + done.stderr


@pytest.mark.parametrize("without", ["settings", "program"])
def test_where_lif_is_not_set_up_git_merges_by_lines(
    board: Path, git_with_lif: GitWithLif, without: str, tmp_path: Path
) -> None:
    if without == "settings":
        git_with_lif(board, "config", "--remove-section", "merge.lif")
    else:
        (tmp_path / "programs" / "lif").unlink()
    path = path_of(board, "plan", "AP-2017-001")
    done = _two_branches(git_with_lif, board, _titled("Our plan"), _titled("Their plan"))
    assert done.returncode == 1
    text = path.read_text(encoding="utf-8")
    assert "title: Our plan\n=======\ntitle: Their plan\n" in text


def test_init_sets_up_a_new_board_and_a_clone(
    tmp_path: Path, run_lif: RunLif, git_with_lif: GitWithLif
) -> None:
    assert run_lif("init", "ours", cwd=tmp_path).returncode == 0
    root = tmp_path / "ours"
    assert "merge-file" in git_with_lif(root, "config", "--local", "--get", "merge.lif.driver").stdout
    for name in ("records/board.yaml", "records/plans/2018/AP-2018-001.yaml", "records/indicators/a.csv"):
        assert git_with_lif(root, "check-attr", "merge", name).stdout.strip().endswith("merge: lif")
    git_with_lif(root, "config", "user.name", "Business Manager")
    git_with_lif(root, "config", "user.email", "office@board.example")
    _commit(git_with_lif, root)
    git_with_lif(tmp_path, "clone", "--quiet", "ours", "clone")
    clone = tmp_path / "clone"
    would = run_lif("init", "--dry-run", cwd=clone)
    assert "It would be set up" in would.stdout
    assert git_with_lif(clone, "config", "--local", "--get", "merge.lif.driver").stdout == ""
    assert run_lif("init", cwd=clone).returncode == 0
    assert "merge-file" in git_with_lif(clone, "config", "--local", "--get", "merge.lif.driver").stdout
    assert git_with_lif(clone, "status", "--porcelain").stdout == ""
    again = run_lif("init", cwd=clone)
    assert again.returncode == 1
    assert "already holds a Board" in again.stderr


def test_should_lif_fail_the_file_holds_what_git_makes_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from lif.cli import merge_file
    from lif.cli.ending import INTERNAL, run

    def fail(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(merge_file, "merge_file", fail)
    names = []
    for name, title in (("base", "One"), ("ours", "Two"), ("theirs", "Three")):
        (tmp_path / name).write_bytes(f"title: {title}\n".encode())
        names.append(str(tmp_path / name))
    assert run(["merge-file", *names]) == INTERNAL
    expected = b"<<<<<<< ours\ntitle: Two\n=======\ntitle: Three\n>>>>>>> theirs\n"
    assert (tmp_path / "ours").read_bytes() == expected


def test_merge_file_by_hand(tmp_path: Path, run_lif: RunLif) -> None:
    for name, title in (("base", "One"), ("ours", "One"), ("theirs", "Two")):
        (tmp_path / name).write_bytes(f"schema_version: 1\ntitle: {title}\n".encode())
    done = run_lif("merge-file", "base", "ours", "theirs", cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert read((tmp_path / "ours").read_bytes()).value == {"schema_version": 1, "title": "Two"}
    missing = run_lif("merge-file", "base", "ours", "nothing", cwd=tmp_path)
    assert missing.returncode == 2
    assert "nothing could not be read" in missing.stderr
