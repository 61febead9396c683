"""What a Board did is saved, told, taken back and shared, by somebody who does not know git's words."""

import json
import os
import shutil
from pathlib import Path

import pytest

from tests.conftest import Git, RunLif
from tests.support import path_of, replace_text, write_file

PLAN = "AP-2017-001"
A_YEAR_ON = {"LIF_AS_OF": "2018-03-01"}


@pytest.fixture
def board(tiny_repository: Path, run_lif: RunLif) -> Path:
    """A tiny Board that was saved, and set up on this computer."""
    run_lif("init", ".", cwd=tiny_repository)
    done = run_lif("save", "Set up", cwd=tiny_repository)
    assert done.returncode == 0, done.stderr
    return tiny_repository


def _note(run_lif: RunLif, root: Path, words: str) -> None:
    done = run_lif("action", "note", f"{PLAN}.A1", words, "--date", "2018-02-20", cwd=root, env=A_YEAR_ON)
    assert done.returncode == 0, done.stderr


def test_what_was_changed_is_saved_with_its_sentence_and_the_records_it_concerns(
    board: Path, run_lif: RunLif, git: Git
) -> None:
    _note(run_lif, board, "The form is agreed.")

    planned = run_lif("save", "--dry-run", cwd=board)
    done = run_lif("save", "A note on the form", cwd=board)

    assert (planned.returncode, planned.stdout.splitlines()[0]) == (0, f"Would save 1 file: {PLAN}.")
    assert (done.returncode, done.stdout) == (0, f"Saved 1 file: {PLAN}.\n")
    assert "that is no proof that nothing does" in done.stderr
    assert git(board, "log", "-1", "--format=%B").strip() == f"A note on the form\n\nRecord: {PLAN}"
    assert git(board, "status", "--porcelain") == ""
    again = run_lif("save", "Once more", cwd=board)
    assert (again.returncode, again.stdout) == (
        0, "There is nothing to save: nothing was changed since the last save.\n",
    )  # fmt: skip


def test_nobody_is_asked_for_a_sentence_where_nobody_sits(board: Path, run_lif: RunLif) -> None:
    _note(run_lif, board, "The form is agreed.")

    done = run_lif("save", cwd=board)

    assert done.returncode == 2
    assert "MESSAGE" in done.stderr
    assert 'lif save "…"' in done.stderr


def test_what_does_not_hold_together_is_not_saved(board: Path, run_lif: RunLif, git: Git) -> None:
    replace_text(path_of(board, "plan", PLAN), "CR-2017-001.R1", "CR-2017-001.R9")

    done = run_lif("save", "A change", cwd=board)

    assert done.returncode == 1
    assert "Nothing was saved, because the records do not hold together" in done.stderr
    assert f"{PLAN}.yaml" in done.stderr
    assert git(board, "log", "--format=%s").splitlines()[0] == "Set up"


@pytest.mark.parametrize(
    "words",
    [
        "Call 01632 960123 on Monday.",
        "NHS number 943 476 5919.",
        "Write to nobody@example.org.",
        "At RG1 1AA.",
    ],
)
def test_what_may_identify_somebody_is_not_saved_and_not_repeated(
    board: Path, run_lif: RunLif, git: Git, words: str
) -> None:
    _note(run_lif, board, words)

    done = run_lif("save", "A note", cwd=board)

    assert done.returncode == 1
    assert "P701 This looks like " in done.stderr
    assert words.rsplit(maxsplit=1)[-1] not in done.stderr
    assert git(board, "log", "--format=%s").splitlines()[0] == "Set up"


def test_what_only_looks_like_it_is_saved_with_a_reason(board: Path, run_lif: RunLif) -> None:
    _note(run_lif, board, "Order number 01632 960123.")
    path = path_of(board, "plan", PLAN)
    replace_text(
        path,
        "note: Order number",
        "# lif: ignore P701 because it is the number of an order\n        note: Order number",
    )

    done = run_lif("save", "A note", cwd=board)

    assert done.returncode == 0, done.stderr
    assert run_lif("validate", cwd=board).returncode == 0


def test_what_was_saved_once_is_not_looked_at_again(board: Path, run_lif: RunLif, git: Git) -> None:
    _note(run_lif, board, "Call 01632 960123 on Monday.")
    git(board, "commit", "-qam", "By hand")
    _note(run_lif, board, "They were called.")

    assert run_lif("save", "A note", cwd=board).returncode == 0


def test_an_item_that_is_gone_stands_in_the_way(board: Path, run_lif: RunLif) -> None:
    path = path_of(board, "plan", PLAN)
    value = path.read_text(encoding="utf-8")
    path.write_text(value[: value.index("actions:")], encoding="utf-8")

    done = run_lif("save", "One action less", cwd=board)

    assert done.returncode == 1, done.stdout
    assert f"K701 {PLAN}.A1 was saved before, and is no longer there." in done.stderr
    assert f"lif undo {PLAN}" in done.stderr


def test_an_entry_that_was_changed_is_saved_and_said(board: Path, run_lif: RunLif) -> None:
    _note(run_lif, board, "The form is agreed.")
    run_lif("save", "A note", cwd=board)
    replace_text(path_of(board, "plan", PLAN), "The form is agreed", "The form is not agreed")

    done = run_lif("save", "Put right", cwd=board)

    assert done.returncode == 0
    assert f"K702 (warning) 1 entry of the log of {PLAN}.A1 is not as it was last saved." in done.stderr


def test_files_that_are_none_of_the_boards_stay_out(board: Path, run_lif: RunLif, git: Git) -> None:
    write_file(board, "notes about a child.docx", b"not looked at")
    _note(run_lif, board, "The form is agreed.")

    done = run_lif("save", "A note", cwd=board)

    assert "Left out, because lif does not know what it is: notes about a child.docx." in done.stderr
    assert git(board, "status", "--porcelain").splitlines() == ['?? "notes about a child.docx"']


def test_what_lif_made_itself_is_no_stranger(board: Path, run_lif: RunLif, git: Git) -> None:
    (board / ".gitignore").unlink(missing_ok=True)
    write_file(board, ".lif/write.lock", b"")
    write_file(board, "build/packs/pack.md", b"made from the records")
    _note(run_lif, board, "The form is agreed.")

    done = run_lif("save", "A note", cwd=board)

    assert done.returncode == 0
    assert "Left out" not in done.stderr
    left = git(board, "status", "--porcelain", "-uall").splitlines()
    assert left == ["?? .lif/write.lock", "?? build/packs/pack.md"]


def test_what_somebody_else_has_staged_is_not_swept_in(board: Path, run_lif: RunLif, git: Git) -> None:
    write_file(board, "draft.txt", b"a draft")
    git(board, "add", "draft.txt")
    _note(run_lif, board, "The form is agreed.")

    run_lif("save", "A note", cwd=board)

    assert git(board, "show", "--name-only", "--format=", "HEAD").split() == [
        f"records/plans/2017/{PLAN}.yaml"
    ]
    assert git(board, "status", "--porcelain").splitlines() == ["A  draft.txt"]


def test_without_a_name_git_is_told_who_saves(board: Path, run_lif: RunLif, git: Git) -> None:
    git(board, "config", "--unset", "user.email")
    git(board, "config", "user.useConfigOnly", "true")
    _note(run_lif, board, "The form is agreed.")

    done = run_lif("save", "A note", cwd=board)

    assert done.returncode == 1
    assert "git does not know yet who you are" in done.stderr
    assert "git config --global user.name" in done.stderr


def test_a_board_without_git_says_so(tiny_board: Path, run_lif: RunLif) -> None:
    for words in (["save", "x"], ["undo"], ["sync"]):
        done = run_lif(*words, cwd=tiny_board)
        assert done.returncode == 1
        assert "This Board is not kept by git" in done.stderr


def test_the_history_of_a_record_and_of_one_item(board: Path, run_lif: RunLif) -> None:
    _note(run_lif, board, "The form is agreed.")
    run_lif("save", "A note on the form", cwd=board)
    replace_text(path_of(board, "plan", PLAN), "title: ", "title: Now ")

    whole = run_lif("history", PLAN, cwd=board)
    item = run_lif("history", f"{PLAN}.A1", "--format", "json", cwd=board)

    assert "Business Manager: A note on the form\n    A1: 20 February 2018: " in whole.stdout
    assert "Not saved yet\n    Title: “Now " in whole.stdout
    changes = json.loads(item.stdout)["changes"]
    assert [one["save"]["words"] for one in changes if one["save"]][-1] == "A note on the form"
    assert [one["words"].endswith("The form is agreed.") for one in changes[-1]["differences"]] == [True]
    latest = run_lif("history", cwd=board)
    assert latest.stdout.splitlines()[0].endswith("Business Manager: A note on the form")
    assert "A1: It was opened with the record." not in whole.stdout
    first = run_lif("history", "CR-2017-001.R1", cwd=board)
    assert (first.returncode, first.stdout.splitlines()[-1].strip()) == (0, "It was opened with the record.")
    never = run_lif("history", f"{PLAN}.A9", cwd=board)
    assert (never.returncode, never.stderr.splitlines()) == (
        4, [f"{PLAN} never held anything called A9.", f"Did you mean {PLAN}.A1?"]
    )  # fmt: skip
    assert run_lif("history", "AP-2017-999", cwd=board).returncode == 4


def test_a_renumbered_record_keeps_its_history(board: Path, run_lif: RunLif, git: Git) -> None:
    old, new = path_of(board, "plan", PLAN), path_of(board, "plan", "AP-2017-002")
    new.write_text(old.read_text(encoding="utf-8").replace(PLAN, "AP-2017-002"), encoding="utf-8")
    old.unlink()
    git(board, "add", "-A")
    git(board, "commit", "-qm", "Give it a number of its own")

    done = run_lif("history", "AP-2017-002", cwd=board)

    assert "It was opened." in done.stdout
    assert "id: AP-2017-002; it was AP-2017-001." in done.stdout.lower().replace("ap-", "AP-")


def test_the_last_change_is_taken_back_and_the_one_before(board: Path, run_lif: RunLif) -> None:
    path = path_of(board, "plan", PLAN)
    saved = path.read_bytes()
    _note(run_lif, board, "One.")
    one = path.read_bytes()
    _note(run_lif, board, "Two.")

    plan = run_lif("undo", cwd=board)
    assert (plan.returncode, plan.stdout.splitlines()[0]) == (
        1, f"Would take back: {PLAN}.A1, 20 February 2018: Business Manager: Two.",
    )  # fmt: skip
    assert "This is a plan; nothing was changed" in plan.stderr
    assert path.read_bytes() != one

    assert run_lif("undo", "--apply", cwd=board).returncode == 0
    assert path.read_bytes() == one
    assert run_lif("undo", "--apply", cwd=board).returncode == 0
    assert path.read_bytes() == saved


def test_a_new_record_that_is_taken_back_is_gone(board: Path, run_lif: RunLif) -> None:
    before = sorted(board.rglob("*.yaml"))
    done = run_lif("agency", "add", "probation", "--name", "Probation", "--type", "probation", cwd=board)
    assert done.returncode == 0, done.stderr
    assert len(list(board.rglob("*.yaml"))) == len(before) + 1

    unknown = run_lif("undo", "probatoin", cwd=board)
    assert (unknown.returncode, unknown.stderr.splitlines()) == (
        4, ["There is no record called probatoin.", "Did you mean probation?"]
    )  # fmt: skip
    undone = run_lif("undo", "--apply", cwd=board)
    assert undone.returncode == 0
    assert "  records/agencies/probation.yaml (taken away)\n" in undone.stdout

    assert sorted(board.rglob("*.yaml")) == before


def test_what_was_changed_by_hand_since_is_not_taken_back_unasked(board: Path, run_lif: RunLif) -> None:
    path = path_of(board, "plan", PLAN)
    saved = path.read_bytes()
    _note(run_lif, board, "One.")
    replace_text(path, "title: ", "title: Now ")
    by_hand = path.read_bytes()

    done = run_lif("undo", "--apply", cwd=board)
    assert done.returncode == 1
    assert f"lif undo {PLAN}" in done.stderr
    assert path.read_bytes() == by_hand

    assert run_lif("undo", PLAN, "--apply", cwd=board).returncode == 0
    assert path.read_bytes() == saved
    assert run_lif("undo", PLAN, cwd=board).returncode == 4


def test_a_save_is_taken_back_by_another_and_can_be_had_again(board: Path, run_lif: RunLif, git: Git) -> None:
    path = path_of(board, "plan", PLAN)
    before = path.read_bytes()
    _note(run_lif, board, "One.")
    run_lif("save", "A note", cwd=board)
    after = path.read_bytes()

    done = run_lif("undo", "--apply", cwd=board)

    assert done.stdout.splitlines()[0] == "Taken back: the save “A note” of Business Manager"
    assert path.read_bytes() == before
    assert git(board, "log", "-2", "--format=%s").splitlines() == ["Take back: A note", "A note"]
    run_lif("undo", "--apply", cwd=board)
    assert path.read_bytes() == after
    assert git(board, "log", "-1", "--format=%s").strip() == "Bring back: A note"


def _shared(tmp_path: Path, board: Path, git: Git, run_lif: RunLif) -> Path:
    """A second clone of the Board, through a place that both know."""
    hub, other = tmp_path / "hub.git", tmp_path / "other"
    git(tmp_path, "init", "--quiet", "--bare", "--initial-branch=main", str(hub))
    git(board, "remote", "add", "origin", str(hub))
    assert run_lif("sync", cwd=board).returncode == 0
    git(tmp_path, "clone", "--quiet", str(hub), str(other))
    git(other, "config", "user.name", "Deputy")
    git(other, "config", "user.email", "deputy@board.example")
    return other


def test_what_two_people_save_meets(tmp_path: Path, board: Path, run_lif: RunLif, git: Git) -> None:
    git(board, "config", "i18n.logOutputEncoding", "ISO-8859-1")
    alone = run_lif("sync", cwd=board).stderr
    assert "shared nowhere yet" in alone
    assert "git clone ADDRESS, and lif init in the copy's folder" in alone
    other = _shared(tmp_path, board, git, run_lif)
    git(
        other, "config", "merge.ff", "only"
    )  # as many who write programs set it; nobody else's work could be joined
    _note(run_lif, board, "From here.")
    assert "Not all that was changed is saved" in run_lif("sync", cwd=board).stderr
    run_lif("save", "Mine, für £5", cwd=board)
    run_lif("sync", cwd=board)
    replace_text(path_of(other, "plan", PLAN), "title: ", "title: Now ")
    run_lif("save", "Theirs", cwd=other)

    planned = run_lif("sync", "--dry-run", cwd=other)
    done = run_lif("sync", cwd=other)
    back = run_lif("sync", cwd=board)

    assert planned.stdout == (
        f"From origin: 1 save of others ({PLAN}) would come; 1 save of yours would go there.\n"
    )
    assert done.stdout == f"From origin: 1 save of others came in ({PLAN}); 2 saves of yours went there.\n"
    assert back.returncode == 0
    assert path_of(board, "plan", PLAN).read_bytes() == path_of(other, "plan", PLAN).read_bytes()
    assert run_lif("sync", cwd=board).stdout == "Here and in origin is the same already.\n"
    assert "Mine, für £5" in run_lif("history", cwd=board).stdout


def test_notes_of_two_people_meet_where_lif_is_not_on_the_path(
    tmp_path: Path, board: Path, run_lif: RunLif, git: Git
) -> None:
    other = _shared(tmp_path, board, git, run_lif)
    for root, word in ((board, "Here"), (other, "There")):
        _note(run_lif, root, f"{word}.")
        run_lif("save", word, cwd=root)
    run_lif("sync", cwd=board)
    # A folder of that name in somebody's repository is not taken for the program.
    write_file(other, "lif/__init__.py", b"raise SystemExit(1)\n")
    folders = os.environ["PATH"].split(os.pathsep)
    path = os.pathsep.join(one for one in folders if not shutil.which("lif", path=one))

    done = run_lif("sync", cwd=other, env={"PATH": path})

    assert (done.returncode, done.stderr) == (0, "")
    kept = path_of(other, "plan", PLAN).read_text(encoding="utf-8")
    assert "note: Here." in kept and "note: There." in kept


def test_what_is_joined_and_does_not_hold_is_said_with_its_mend(
    tmp_path: Path, board: Path, run_lif: RunLif, git: Git
) -> None:
    def act(root: Path, *words: str) -> None:
        assert run_lif("action", words[0], f"{PLAN}.A1", *words[1:], cwd=root, env=A_YEAR_ON).returncode == 0
        assert run_lif("save", words[0], cwd=root).returncode == 0

    act(board, "reopen", "--reason", "It was forgotten.", "--date", "2018-02-01")
    other = _shared(tmp_path, board, git, run_lif)
    act(board, "complete", "--note", "Done.", "--date", "2018-02-10")
    act(other, "complete", "--note", "All done.", "--date", "2018-02-11")
    assert run_lif("sync", cwd=board).returncode == 0

    first, again = run_lif("sync", cwd=other), run_lif("sync", cwd=other)

    for done in (first, again):
        assert done.returncode == 1
        assert "is joined, but the two together are not right yet:" in done.stderr
        assert f"D481 {PLAN}.A1 is said again to be completed" in done.stderr
        assert f"Mend this, such as with lif edit {PLAN}; then lif save" in done.stderr


def test_where_both_changed_the_same_both_are_shown_and_can_be_given_up(
    tmp_path: Path, board: Path, run_lif: RunLif, git: Git
) -> None:
    other = _shared(tmp_path, board, git, run_lif)
    for root, word in ((board, "Here"), (other, "There")):
        replace_text(path_of(root, "plan", PLAN), "title: ", f"title: {word} ")
        run_lif("save", word, cwd=root)
    assert run_lif("sync", cwd=board).returncode == 0
    mine = path_of(other, "plan", PLAN).read_bytes()

    done = run_lif("sync", cwd=other)

    assert done.returncode == 1
    assert f"Both versions stand in: records/plans/2017/{PLAN}.yaml." in done.stderr
    assert f"such as with lif edit {PLAN}, keep what is right" in done.stderr
    assert b"<<<<<<<" in path_of(other, "plan", PLAN).read_bytes()
    assert run_lif("save", "Joined", cwd=other).returncode == 1
    assert run_lif("undo", "--apply", cwd=other).returncode == 0
    assert path_of(other, "plan", PLAN).read_bytes() == mine

    run_lif("sync", cwd=other)
    path = path_of(other, "plan", PLAN)
    lines = path.read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if not line.startswith(("<<<", "===", ">>>", "title: Here"))]
    path.write_text("\n".join(kept) + "\n", encoding="utf-8")
    assert run_lif("save", "Joined", cwd=other).returncode == 0
    assert run_lif("sync", cwd=other).returncode == 0


def test_numbers_that_both_gave_out_are_shown_and_not_sent(
    tmp_path: Path, board: Path, run_lif: RunLif, git: Git
) -> None:
    other = _shared(tmp_path, board, git, run_lif)
    for root, word in ((board, "here"), (other, "there")):
        path = path_of(root, "plan", PLAN)
        text = path.read_text(encoding="utf-8")
        path_of(root, "plan", "AP-2017-002").write_text(
            text.replace(PLAN, "AP-2017-002").replace("title: ", f"title: Plan from {word}, "),
            encoding="utf-8",
        )
        assert run_lif("save", f"A plan {word}", cwd=root).returncode == 0
    run_lif("sync", cwd=board)

    done = run_lif("sync", cwd=other)

    assert done.returncode == 1
    assert "gave the same number to different records: AP-2017-002.\n" in done.stderr
    assert "lif renumber --apply; then lif save" in done.stderr
    assert "delete the lines" not in done.stderr
    assert git(board, "log", "--format=%s", "origin/main").splitlines()[0] == "A plan here"

    assert run_lif("renumber", "--apply", cwd=other).returncode == 0
    assert run_lif("save", "Both plans", cwd=other).returncode == 0
    assert run_lif("sync", cwd=other).returncode == 0
    # What was sent first keeps its number: others may have it on paper.
    for number, saved in (("AP-2017-002", "A plan here"), ("AP-2017-003", "A plan there")):
        told = run_lif("history", number, cwd=other).stdout
        assert f": {saved}\n    It was opened." in told
        assert "Two versions" not in told


def test_a_place_that_cannot_be_reached_is_one_sentence(board: Path, run_lif: RunLif, git: Git) -> None:
    git(board, "remote", "add", "origin", str(board / "nowhere"))

    done = run_lif("sync", cwd=board)

    assert done.returncode == 1
    assert "What others saved could not be fetched from origin" in done.stderr
    assert "git remote set-url origin ADDRESS" in done.stderr
    assert "All that you saved is safe here." in done.stderr


def test_a_sentence_that_may_identify_somebody_is_not_saved(board: Path, run_lif: RunLif, git: Git) -> None:
    _note(run_lif, board, "The form is agreed.")

    done = run_lif("save", "Spoke about 943 476 5919", cwd=board)

    assert done.returncode == 1
    assert "the sentence looks as if it held an NHS number" in done.stderr
    assert "943" not in done.stderr
    assert git(board, "log", "--format=%s").splitlines()[0] == "Set up"


def test_a_sentence_with_a_name_on_the_boards_list_is_not_saved(board: Path, run_lif: RunLif) -> None:
    write_file(board, "local/names.txt", b"Wilhelmina Quartz\n")
    _note(run_lif, board, "The form is agreed.")

    done = run_lif("save", "Spoke with Wilhelmina Quartz", cwd=board)

    assert done.returncode == 1
    assert "the sentence looks as if it held a name on the Board's list" in done.stderr


def test_records_that_git_is_told_to_ignore_are_named(board: Path, run_lif: RunLif) -> None:
    write_file(board, ".gitignore", b"AP-2017-00*\n")
    path_of(board, "plan", "AP-2017-002").write_text(
        path_of(board, "plan", PLAN).read_text(encoding="utf-8").replace(PLAN, "AP-2017-002"),
        encoding="utf-8",
    )

    done = run_lif("save", "A plan", cwd=board)

    assert "because git is told to ignore it: records/plans/2017/AP-2017-002.yaml." in done.stderr
    assert "git check-ignore -v" in done.stderr


def test_a_link_among_the_templates_stays_out(board: Path, run_lif: RunLif) -> None:
    write_file(board, "templates/own.md", b"Dear all\n")
    (board / "templates" / "link.md").symlink_to("nowhere")

    done = run_lif("save", "A template", cwd=board)

    assert "Left out, because lif does not know what it is: templates/link.md." in done.stderr
    assert done.stdout == "Saved 1 file.\n"


def test_another_repository_within_the_boards_stands_in_no_way(
    tmp_path: Path, board: Path, run_lif: RunLif, git: Git
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    named = ("-c", "user.name=A", "-c", "user.email=a@board.example")
    git(other, "init", "--quiet")
    git(other, *named, "commit", "--quiet", "--allow-empty", "-m", "One")
    git(board, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(other), "own")
    git(board, "commit", "--quiet", "-m", "Another repository")
    git(board / "own", *named, "commit", "--quiet", "--allow-empty", "-m", "Two")
    _note(run_lif, board, "The form is agreed.")

    assert run_lif("save", "A note", cwd=board).returncode == 0
    assert run_lif("undo", "--apply", cwd=board).returncode == 0


def test_on_no_branch_nothing_is_saved_or_sent(board: Path, run_lif: RunLif, git: Git) -> None:
    git(board, "checkout", "--quiet", "--detach")
    _note(run_lif, board, "The form is agreed.")

    for words in (["save", "A note"], ["sync"]):
        done = run_lif(*words, cwd=board)
        assert done.returncode == 1
        assert "git looks at an older save here and stands on no branch" in done.stderr
        assert "git switch -c" in done.stderr


@pytest.mark.parametrize("began", ["cherry-pick", "rebase"])
def test_in_the_middle_of_another_work_of_gits_nothing_is_saved(
    board: Path, run_lif: RunLif, git: Git, began: str
) -> None:
    path = path_of(board, "plan", PLAN)
    git(board, "checkout", "--quiet", "-b", "side")
    for branch, word in (("side", "There"), ("main", "Here")):
        git(board, "checkout", "--quiet", branch)
        replace_text(path, "title: ", f"title: {word} ")
        git(board, "commit", "--quiet", "-am", word)
    with pytest.raises(AssertionError):
        git(board, began, "side")

    done = run_lif("save", "Half done", cwd=board)

    assert done.returncode == 1
    assert f"git {began} --continue" in done.stderr
    assert f"git {began} --abort" in done.stderr


def test_no_hook_is_run(board: Path, run_lif: RunLif, git: Git) -> None:
    hooks = board / ".git" / "hooks"
    hooks.mkdir(exist_ok=True)
    for name in ("pre-commit", "prepare-commit-msg", "commit-msg", "reference-transaction"):
        (hooks / name).write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
        (hooks / name).chmod(0o755)
    _note(run_lif, board, "The form is agreed.")

    assert run_lif("save", "A note", cwd=board).returncode == 0


def test_where_another_git_is_at_work_it_is_said_what_to_do(board: Path, run_lif: RunLif) -> None:
    _note(run_lif, board, "The form is agreed.")
    write_file(board, ".git/index.lock", b"")

    done = run_lif("save", "A note", cwd=board)

    assert done.returncode == 1
    assert "because another git is at work in this folder" in done.stderr
    assert "index.lock" in done.stderr


def _readmes(board: Path, other: Path, run_lif: RunLif) -> None:
    """Both write a README and save it, and the one that was first has sent it."""
    for root, word in ((board, b"Here\n"), (other, b"There\n")):
        write_file(root, "README.md", word)
        assert run_lif("save", "A README", cwd=root).returncode == 0
    assert run_lif("sync", cwd=board).returncode == 0
    assert "Both versions stand in: README.md." in run_lif("sync", cwd=other).stderr


def test_what_is_no_record_is_not_saved_with_both_versions_in_it(
    tmp_path: Path, board: Path, run_lif: RunLif, git: Git
) -> None:
    other = _shared(tmp_path, board, git, run_lif)
    _readmes(board, other, run_lif)

    done = run_lif("save", "Joined", cwd=other)
    assert done.returncode == 1
    assert "README.md:1:1: Y117" in done.stderr

    write_file(other, "README.md", b"Here and there\n")
    assert "is joined, but not saved yet" in run_lif("sync", cwd=other).stderr
    assert run_lif("save", "Joined", cwd=other).returncode == 0
    assert run_lif("sync", cwd=other).returncode == 0


def test_a_joining_that_keeps_what_was_here_is_saved_too(
    tmp_path: Path, board: Path, run_lif: RunLif, git: Git
) -> None:
    other = _shared(tmp_path, board, git, run_lif)
    _readmes(board, other, run_lif)
    write_file(other, "README.md", b"There\n")
    git(other, "add", "README.md")

    done = run_lif("save", "Mine is right", cwd=other)

    assert done.stdout == "Saved what you and somebody else did, joined.\n"
    assert run_lif("sync", cwd=other).returncode == 0


def test_where_one_deleted_what_the_other_changed_it_is_said_so(
    tmp_path: Path, board: Path, run_lif: RunLif, git: Git
) -> None:
    write_file(board, "templates/own.md", b"Dear all\n")
    run_lif("save", "A template", cwd=board)
    other = _shared(tmp_path, board, git, run_lif)
    (board / "templates" / "own.md").unlink()
    run_lif("save", "Not wanted", cwd=board)
    run_lif("sync", cwd=board)
    write_file(other, "templates/own.md", b"Dear you\n")
    run_lif("save", "Better", cwd=other)

    done = run_lif("sync", cwd=other)

    assert "One of you deleted what the other changed: templates/own.md." in done.stderr
    assert "<<<<" not in done.stderr
    (other / "templates" / "own.md").unlink()
    assert run_lif("save", "Not wanted", cwd=other).returncode == 0
    assert run_lif("sync", cwd=other).returncode == 0


def test_files_in_the_way_of_what_others_saved_are_named(
    tmp_path: Path, board: Path, run_lif: RunLif, git: Git
) -> None:
    other = _shared(tmp_path, board, git, run_lif)
    write_file(board, "notes.txt", b"Here\n")
    git(board, "add", "notes.txt")
    git(board, "commit", "--quiet", "-m", "Notes")
    run_lif("sync", cwd=board)
    write_file(other, "notes.txt", b"There\n")

    done = run_lif("sync", cwd=other)

    assert "files stand here that it would overwrite: notes.txt." in done.stderr
    assert (other / "notes.txt").read_bytes() == b"There\n"


def test_what_was_taken_out_of_the_shared_place_is_not_brought_back(
    tmp_path: Path, board: Path, run_lif: RunLif, git: Git
) -> None:
    _note(run_lif, board, "Names somebody.")
    run_lif("save", "A note", cwd=board)
    other = _shared(tmp_path, board, git, run_lif)
    git(board, "reset", "--quiet", "--hard", "HEAD~1")
    git(board, "push", "--quiet", "--force", "origin", "main")

    for _ in range(2):
        done = run_lif("sync", cwd=other)
        assert done.returncode == 1
        assert "saves were taken out or written anew" in done.stderr
    assert git(board, "ls-remote", "origin", "main").split()[0] == git(board, "rev-parse", "HEAD").strip()


def test_a_conflict_outside_the_boards_folder_is_told(
    tmp_path: Path, board: Path, run_lif: RunLif, git: Git
) -> None:
    whole, other = tmp_path / "whole", tmp_path / "whole-other"
    hub = tmp_path / "whole.git"
    board.rename(tmp_path / "alone")
    shutil.copytree(tmp_path / "alone", whole / "board", ignore=shutil.ignore_patterns(".git"))
    write_file(whole, "top.txt", b"Top\n")
    git(whole, "init", "--quiet", "--initial-branch=main")
    git(whole, "add", "-A")
    git(whole, "-c", "user.name=A", "-c", "user.email=a@board.example", "commit", "--quiet", "-m", "All")
    git(tmp_path, "clone", "--quiet", "--bare", str(whole), str(hub))
    git(whole, "remote", "add", "origin", str(hub))
    git(tmp_path, "clone", "--quiet", str(hub), str(other))
    for root, word in ((whole, b"Here\n"), (other, b"There\n")):
        git(root, "config", "user.name", "Office")
        git(root, "config", "user.email", "office@board.example")
        write_file(root, "top.txt", word)
        git(root, "commit", "--quiet", "-am", "Top")
    assert run_lif("sync", cwd=whole / "board").returncode == 0

    for _ in range(2):
        done = run_lif("sync", cwd=other / "board")
        assert done.returncode == 1
        assert "outside the Board's folder: top.txt." in done.stderr
    assert run_lif("undo", "--apply", cwd=other / "board").returncode == 0
    assert (other / "top.txt").read_bytes() == b"There\n"


def test_a_sentence_with_control_characters_stands_in_no_way_of_the_history(
    board: Path, run_lif: RunLif, git: Git
) -> None:
    replace_text(path_of(board, "plan", PLAN), "title: ", "title: Now ")
    git(board, "commit", "--quiet", "-am", "Odd \x1e words \x1f of \x1b[31msomebody")

    told = run_lif("history", PLAN, cwd=board)

    assert told.returncode == 0, told.stderr
    assert "somebody" in told.stdout
    assert "\x1b" not in told.stdout + run_lif("undo", cwd=board).stdout


@pytest.mark.parametrize("when", ["@253402300900 +0000", "@1500000000 +9959"])
def test_a_save_by_a_clock_that_was_wrong_stands_in_no_way_of_the_history(
    board: Path, run_lif: RunLif, git: Git, when: str
) -> None:
    replace_text(path_of(board, "plan", PLAN), "title: ", "title: Now ")
    git(board, "commit", "--quiet", "-am", "By a wrong clock", f"--date={when}")

    for words in (["history", PLAN], ["history", "--format", "json"], ["undo"]):
        done = run_lif(*words, cwd=board)
        assert done.returncode < 2, done.stderr
        assert "By a wrong clock" in done.stdout
