"""Numbers that are shared are given once again, and nothing is guessed."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from lif.operations.carry_out import RefusedByRules
from lif.operations.mending.renumbering import RenumberPlan, plan_renumbering, renumber
from lif.records.returns import ANSWER_COLUMNS
from lif.rules.check import check
from lif.store.journal import Unfinished
from lif.store.load import load
from lif.store.text_merge import both_whole, merge_text
from tests.conftest import Git, RunLif
from tests.support import path_of, replace_text, write_file

REVIEW = """\
schema_version: 1
id: CR-2018-001
type: undecided
title: {title}
recommendations:
  - id: R1
    text: Listen.
{more}log:
  - date: 2018-01-0{day}
    by: police
    entry: referred
    source: other
"""
FILE = "records/reviews/2018/CR-2018-001.yaml"


def _review(title: str, day: int, more: str = "") -> str:
    return REVIEW.format(title=title, day=day, more=more)


def _rows(plan: RenumberPlan) -> list[tuple[str, str, str]]:
    return [(row.old, row.new, row.file) for row in plan.renumbered]


def _commit(git: Git, root: Path) -> None:
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "A change")


def _merged(git: Git, root: Path, ours: Mapping[str, str], theirs: Mapping[str, str]) -> None:
    """Two branches that write files, merged by git alone; conflicts are left as git leaves them."""
    for branch, files in (("theirs", theirs), ("main", ours)):
        git(root, "checkout", "--quiet", *(["-b"] if branch == "theirs" else []), branch)
        for name, text in files.items():
            write_file(root, name, text)
        _commit(git, root)
    git(root, "merge", "--quiet", "--no-commit", "--strategy=ours", "theirs")
    for name, text in theirs.items():
        whole = both_whole(ours[name].encode(), text.encode()) if name in ours else text.encode()
        write_file(root, name, whole)


def test_a_board_without_shared_numbers_is_left_alone(tiny_board: Path) -> None:
    plan = plan_renumbering(load(tiny_board))
    assert (plan.renumbered, dict(plan.change.files), plan.left_over) == ((), {}, ())


def test_a_copied_file_gets_the_number_that_its_name_says(tiny_board: Path) -> None:
    source = path_of(tiny_board, "plan", "AP-2017-001")
    copy = path_of(tiny_board, "plan", "AP-2017-002")
    copy.write_bytes(source.read_bytes())
    plan, outcome = renumber(tiny_board)
    assert _rows(plan) == [("AP-2017-001", "AP-2017-002", "records/plans/2017/AP-2017-002.yaml")]
    assert outcome.written
    assert copy.read_bytes() == source.read_bytes().replace(b"id: AP-2017-001", b"id: AP-2017-002")
    assert check(load(tiny_board)) == []


def test_a_file_in_a_wrong_place_moves_to_the_next_number(tiny_board: Path) -> None:
    source = path_of(tiny_board, "audit", "AU-2017-001")
    stray = source.with_name("copy of audit.yaml")
    text = source.read_text(encoding="utf-8").replace(
        "    entry: held\n",
        "    entry: held\n  - {date: 2018-02-01, by: police, entry: revisited, about: [AU-2017-001.F1], "
        "outcome: same, found: Little.}\n",
    )
    stray.write_text(text, encoding="utf-8", newline="\n")
    before = {path: path.read_bytes() for path in tiny_board.rglob("*") if path.is_file()}
    shown, _ = renumber(tiny_board, dry_run=True)
    assert {path: path.read_bytes() for path in tiny_board.rglob("*") if path in before} == before
    plan, _ = renumber(tiny_board)
    assert plan == shown
    assert _rows(plan) == [("AU-2017-001", "AU-2017-002", "records/audits/2017/AU-2017-002.yaml")]
    assert not stray.exists()
    moved = load(tiny_board).by_id["AU-2017-002"].record
    assert moved.log[-1].about == ["AU-2017-002.F1"]
    assert check(load(tiny_board)) == []


def test_a_renumbering_that_was_interrupted_is_finished_and_not_done_again(
    tiny_board: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = path_of(tiny_board, "audit", "AU-2017-001")
    stray = source.with_name("copy.yaml")
    text = source.read_bytes().replace(b"theme: ", b"theme: AU-2017-001.F1 and ")
    assert text != source.read_bytes()
    stray.write_bytes(text)

    def stopped(path: Path, missing_ok: bool = False) -> None:
        if path == stray:
            raise PermissionError(13, "in use")
        unlink(path, missing_ok)

    unlink = Path.unlink
    monkeypatch.setattr(Path, "unlink", stopped)
    with pytest.raises(Unfinished, match=r"copy\.yaml could not be taken away: in use"):
        renumber(tiny_board)
    monkeypatch.undo()

    assert stray.exists()
    assert sorted(one.id for one in load(tiny_board).of("audit")) == ["AU-2017-001", "AU-2017-002"]
    assert check(load(tiny_board)) == []
    plan, _ = renumber(tiny_board)
    assert (plan.renumbered, plan.left_over) == ((), ())
    assert not stray.exists()
    assert sorted(one.id for one in load(tiny_board).of("audit")) == ["AU-2017-001", "AU-2017-002"]


def test_without_history_a_reference_to_either_stays_and_is_listed(tiny_board: Path) -> None:
    path = path_of(tiny_board, "review", "CR-2017-001")
    replace_text(path, "  - id: R2\n", "  - id: R1\n")
    plan, outcome = renumber(tiny_board)
    (row,) = plan.renumbered
    assert (row.old, row.new) == ("CR-2017-001.R1", "CR-2017-001.R2")
    (reference,) = row.references
    assert (reference.file, reference.name, reference.new) == (
        "records/plans/2017/AP-2017-001.yaml", "CR-2017-001.R1", "",
    )  # fmt: skip
    text = path_of(tiny_board, "plan", "AP-2017-001").read_text(encoding="utf-8").split("\n")
    assert "CR-2017-001.R1" in text[reference.line - 1]
    assert outcome.written
    assert check(load(tiny_board)) == []


def test_a_reference_that_either_branch_had_is_not_guessed(tiny_repository: Path, git: Git) -> None:
    ours, theirs = _review("Child A", 3), _review("Child B", 4, "  - id: R2\n    text: Ask.\n")
    audit = path_of(tiny_repository, "audit", "AU-2017-001").read_text(encoding="utf-8")
    name = "records/audits/2017/AU-2017-001.yaml"
    with_both = audit.replace("  - CR-2017-001\n", "  - CR-2017-001\n  - CR-2018-001\n  - CR-2018-001.R2\n")
    with_one = audit.replace("  - CR-2017-001\n", "  - CR-2017-001\n  - CR-2018-001\n")
    _merged(git, tiny_repository, {FILE: ours, name: with_one}, {FILE: theirs, name: with_both})
    write_file(tiny_repository, name, with_both)
    plan, _ = renumber(tiny_repository)
    (row,) = plan.renumbered
    assert [(one.name, one.new) for one in row.references] == [
        ("CR-2018-001", ""),  # on both branches
        ("CR-2018-001.R2", "CR-2018-002.R2"),  # ours has no R2
    ]
    assert (tiny_repository / name).read_text(encoding="utf-8") == with_both.replace(
        "CR-2018-001.R2", "CR-2018-002.R2"
    )
    assert (tiny_repository / FILE).read_text(encoding="utf-8") == ours
    assert path_of(tiny_repository, "review", "CR-2018-002").read_text(encoding="utf-8") == theirs.replace(
        "CR-2018-001", "CR-2018-002"
    )


def test_a_reference_to_an_item_that_only_one_has_is_certain_without_history(tiny_board: Path) -> None:
    theirs = _review("Child B", 4, "  - id: R2\n    text: Ask.\n")
    write_file(tiny_board, FILE, both_whole(_review("Child A", 3).encode(), theirs.encode()))
    replace_text(path_of(tiny_board, "audit", "AU-2017-001"), "  - CR-2017-001\n",
                 "  - CR-2017-001\n  - CR-2018-001.R2\n")  # fmt: skip
    renumber(tiny_board)
    assert load(tiny_board).by_id["AU-2017-001"].record.chosen_from == ["CR-2017-001", "CR-2018-002.R2"]


def test_two_collisions_get_two_numbers(tiny_board: Path) -> None:
    for number in ("001", "002"):
        ours, theirs = (
            _review(title, day).replace("CR-2018-001", f"CR-2018-{number}").encode()
            for title, day in ((f"Child A {number}", 3), (f"Child B {number}", 4))
        )
        write_file(tiny_board, FILE.replace("001", number), both_whole(ours, theirs))
    plan, _ = renumber(tiny_board)
    assert [(row.old, row.new) for row in plan.renumbered] == [
        ("CR-2018-001", "CR-2018-003"), ("CR-2018-002", "CR-2018-004"),
    ]  # fmt: skip
    assert load(tiny_board).by_id["CR-2018-004"].record.title == "Child B 002"
    assert check(load(tiny_board)) == []


def test_a_name_that_another_record_has_is_not_given(tiny_board: Path) -> None:
    source = path_of(tiny_board, "plan", "AP-2017-001")
    path_of(tiny_board, "plan", "AP-2017-002").write_bytes(source.read_bytes())
    source.with_name("elsewhere.yaml").write_bytes(
        source.read_bytes().replace(b"7-001\ntitle", b"7-002\ntitle")
    )
    (row,) = plan_renumbering(load(tiny_board)).renumbered
    assert (row.old, row.new) == ("AP-2017-001", "AP-2017-003")


def test_our_record_in_a_wrong_place_gives_way_and_our_references_follow_it(
    tiny_repository: Path, git: Git
) -> None:
    audit = "records/audits/2017/AU-2017-001.yaml"
    text = (tiny_repository / audit).read_text(encoding="utf-8")
    stray = FILE.replace("CR-2018-001", "child-a")
    with_ours = text.replace("  - CR-2017-001\n", "  - CR-2017-001\n  - CR-2018-001\n")
    _merged(
        git, tiny_repository, {stray: _review("Child A", 3), audit: with_ours}, {FILE: _review("Child B", 4)}
    )
    _commit(git, tiny_repository)
    plan, _ = renumber(tiny_repository)
    assert _rows(plan) == [("CR-2018-001", "CR-2018-002", FILE.replace("001", "002"))]
    after = load(tiny_repository)
    assert after.by_id["AU-2017-001"].record.chosen_from == ["CR-2017-001", "CR-2018-002"]
    assert after.by_id["CR-2018-002"].record.title == "Child A"
    assert check(after) == []


def test_a_number_that_was_ever_used_is_not_given_again(tiny_repository: Path, git: Git) -> None:
    write_file(tiny_repository, FILE.replace("001", "002"), _review("Child C", 2).replace("8-001", "8-002"))
    _commit(git, tiny_repository)
    (tiny_repository / FILE.replace("001", "002")).unlink()
    _commit(git, tiny_repository)
    _merged(git, tiny_repository, {FILE: _review("Child A", 3)}, {FILE: _review("Child B", 4)})
    assert [row.new for row in plan_renumbering(load(tiny_repository)).renumbered] == ["CR-2018-003"]


def test_what_git_left_between_markers_without_lif_is_repaired_too(tiny_board: Path) -> None:
    merged = merge_text(b"", _review("Child A", 3).encode(), _review("Child B", 4).encode())
    assert merged.conflicts
    assert merged.data.startswith(b"schema_version"), "git leaves what is equal outside the markers"
    write_file(tiny_board, FILE, merged.data)
    assert plan_renumbering(load(tiny_board)).renumbered == (), "without history this may be one record"


def test_the_same_with_history(tiny_repository: Path, git: Git) -> None:
    ours, theirs = _review("Child A", 3), _review("Child B", 4)
    _merged(git, tiny_repository, {FILE: ours}, {FILE: theirs})
    write_file(tiny_repository, FILE, merge_text(b"", ours.encode(), theirs.encode()).data)
    _commit(git, tiny_repository)
    renumber(tiny_repository)
    assert (tiny_repository / FILE).read_text(encoding="utf-8") == ours
    assert check(load(tiny_repository)) == []


def test_one_record_with_an_open_field_is_no_collision(tiny_repository: Path, git: Git) -> None:
    name = "records/plans/2017/AP-2017-001.yaml"
    text = (tiny_repository / name).read_text(encoding="utf-8")
    versions = [text.replace("Plan for Family A", title) for title in ("Ours", "Theirs")]
    _merged(git, tiny_repository, {name: versions[0]}, {name: versions[1]})
    assert plan_renumbering(load(tiny_repository)).renumbered == ()
    _commit(git, tiny_repository)
    assert plan_renumbering(load(tiny_repository)).renumbered == ()


def test_a_plan_that_breaks_a_rule_is_refused_and_nothing_is_written(tiny_board: Path) -> None:
    broken = _review("Child B", 4, "  - id: R2\n    text: Ask.\n    accepted: no\n")
    write_file(tiny_board, FILE, both_whole(_review("Child A", 3).encode(), broken.encode()))
    before = (tiny_board / FILE).read_bytes()
    with pytest.raises(RefusedByRules) as refused:
        renumber(tiny_board)
    assert [(finding.file, finding.code) for finding in refused.value.findings] == [
        (FILE.replace("001", "002"), "D412")
    ]
    assert (tiny_board / FILE).read_bytes() == before
    assert not (tiny_board / FILE.replace("001", "002")).exists()


def test_files_that_cannot_be_read_are_pointed_at(tiny_board: Path) -> None:
    write_file(tiny_board, FILE, both_whole(_review("A", 3).encode(), _review("B", 4).encode()))
    broken = "records/plans/2017/AP-2017-001.yaml"
    write_file(tiny_board, broken, "schema_version: 1\nsource:\n<<<<<<< ours\n  - CR-2018-001\n=======\n")
    (row,) = plan_renumbering(load(tiny_board)).renumbered
    assert [(one.file, one.line, one.new) for one in row.references] == [(broken, 4, "")]


def test_the_command_shows_the_plan_and_applies_it(tiny_board: Path, run_lif: RunLif) -> None:
    copy = path_of(tiny_board, "plan", "AP-2017-002")
    copy.write_bytes(path_of(tiny_board, "plan", "AP-2017-001").read_bytes())
    shown = run_lif("renumber", cwd=tiny_board)
    assert shown.returncode == 1
    assert "lif renumber --apply" in shown.stderr
    assert "-id: AP-2017-001" in run_lif("renumber", "--dry-run", cwd=tiny_board).stdout
    content: dict[str, Any] = json.loads(run_lif("renumber", "--format", "json", cwd=tiny_board).stdout)
    assert (content["kind"], content["applied"]) == ("renumbering", False)
    assert [(row["old"], row["new"]) for row in content["renumbered"]] == [("AP-2017-001", "AP-2017-002")]
    assert b"id: AP-2017-001" in copy.read_bytes()
    applied = run_lif("renumber", "--apply", cwd=tiny_board)
    assert applied.returncode == 0
    assert "the other is AP-2017-002" in applied.stdout
    again = run_lif("renumber", "--apply", cwd=tiny_board)
    assert (again.returncode, again.stdout.split(";")[0]) == (0, "Every number is given once")


def test_the_chronologies_of_two_reviews_stay_and_are_named(tiny_board: Path, run_lif: RunLif) -> None:
    write_file(tiny_board, FILE, both_whole(_review("Child A", 3).encode(), _review("Child B", 4).encode()))
    chronology = "records/reviews/2018/CR-2018-001.chronology/police.csv"
    write_file(tiny_board, chronology, "date,time,event,source,comment\n2018,,Seen,,\n")
    applied = run_lif("renumber", "--apply", cwd=tiny_board)
    assert f"  {chronology} stays; if it belongs to CR-2018-002, move it beside that review" in applied.stdout
    assert (tiny_board / chronology).exists()
    assert check(load(tiny_board)) == []


def test_the_returns_of_two_audits_stay_and_are_named(tiny_board: Path, run_lif: RunLif) -> None:
    audit = path_of(tiny_board, "audit", "AU-2017-001")
    (audit.parent / "AU-2017-001 copy.yaml").write_bytes(audit.read_bytes())
    answers = "records/audits/2017/AU-2017-001.returns/police.csv"
    write_file(tiny_board, answers, ",".join(ANSWER_COLUMNS) + "\n")
    planned = run_lif("renumber", cwd=tiny_board)
    assert f"  {answers} stays; if it belongs to AU-2017-002, move it beside that audit" in planned.stdout
    assert run_lif("renumber", "--apply", cwd=tiny_board).returncode == 0
    assert (tiny_board / answers).exists()
