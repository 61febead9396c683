"""Hostile files harm nothing: whatever is in a branch, checking it ends soon, and runs none of it."""

import json
import os
import stat
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from lif.rules.check import check
from lif.store.load import load
from lif.store.yaml_locate import locate
from lif.store.yaml_reader import read
from tests.conftest import CommandLine, Git
from tests.soak.hostile import Ended, ended, nest, plant, texts, unnest
from tests.support import clean_environment, run_python, write_board, write_file

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX file system")

READING = (
    ("validate",), ("validate", "--format", "json"), ("validate", "--format", "github"), ("agency", "list"),
    ("review", "list"), ("review", "show", "CR-2017-001"), ("action", "list"),
    ("schema", "write", "--dry-run"),
)  # fmt: skip


Limited = Callable[..., Ended]


@pytest.fixture
def limited(tmp_path: Path, command_line: CommandLine) -> Limited:
    """Runs `lif` in a folder, with bounds on its memory and time that nothing honest comes near."""
    environment = clean_environment(tmp_path / "account")

    def run(root: Path, *words: str, seconds: float = 60) -> Ended:
        begun = time.monotonic()
        done = command_line(list(words), root, environment, megabytes=1000)
        assert time.monotonic() - begun < seconds
        return ended(done)

    return run


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300))
@example(b"\0")
def test_the_reader_never_raises(data: bytes) -> None:
    result = read(data)
    assert (result.value is None) == bool(result.problems)
    locate(data)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_no_mutation_of_a_record_is_more_than_a_finding(tmp_path: Path, data: st.DataObject) -> None:
    root = tmp_path / "board"
    if not root.exists():
        write_board(root)
    path = data.draw(st.sampled_from([*sorted((root / "records").rglob("*.*"))]))
    before = path.read_bytes()
    start = data.draw(st.integers(0, len(before)))
    end = data.draw(st.integers(start, min(len(before), start + 40)))
    path.write_bytes(before[:start] + data.draw(st.binary(max_size=40) | st.just(b"\n- ")) + before[end:])
    try:
        for finding in check(load(root)):
            assert finding.line >= 1
            assert finding.column >= 1
    finally:
        path.write_bytes(before)


def test_no_text_takes_long_or_much(tiny_board: Path, limited: Limited) -> None:
    for what, data in texts(256 * 1024).items():  # linear: the largest that is read takes eight times as long
        begun = time.process_time()
        read(data)
        locate(data)
        assert time.process_time() - begun < 2.5, what
    for number, data in enumerate(texts(100_000).values()):
        write_file(tiny_board, f"records/agencies/hostile-{number}.yaml", data)
    with (tiny_board / "records/agencies/vast.yaml").open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    with (tiny_board / "records/indicators/vast.csv").open("wb") as file:
        file.write(b"period,area,numerator,denominator,value,mark\n")
        file.truncate(100 * 1024 * 1024)
    done = limited(tiny_board, "validate", "--format", "json")
    wrong = {finding["file"] for finding in json.loads(done.out)["findings"]}
    assert len([name for name in wrong if "hostile-" in name]) == len(texts(10))
    assert {"records/agencies/vast.yaml", "records/indicators/vast.csv"} <= wrong
    assert not (tiny_board / "canary").exists()
    wide = "period,area,numerator,denominator,value,mark\n" + "9" * 1_900_000
    write_file(tiny_board, "records/indicators/repeat-plans.csv", wide)
    assert "V50" in limited(tiny_board, "validate").out


def test_no_name_or_thing_in_the_way_harms(tiny_board: Path, limited: Limited) -> None:
    things = plant(tiny_board)
    for words in READING:
        done = limited(tiny_board, *words, seconds=30)
        for character in done.out + done.err:
            plain = character.isprintable() or character in "\n\t"
            assert plain or "json" in words or "github" in words, ascii(character)
    done = limited(tiny_board, "validate")
    lines = [line for line in done.out.splitlines() if not line.startswith("    ")]
    assert len(lines) >= things
    assert all(line.startswith("records/") for line in lines), "a name with a line end begins no line"
    assert "root:" not in done.out
    annotations = limited(tiny_board, "validate", "--format", "github").out.splitlines()
    assert all(line.startswith(("::error file=records/", "::warning file=")) for line in annotations)
    assert not (tiny_board / "canary").exists()


def test_text_that_would_steer_a_terminal_is_shown_as_a_mark(tiny_board: Path, limited: Limited) -> None:
    name = '"A\\e[31mB\\e]0;x\\a \\u202e \\x9b \\r C"'
    write_file(
        tiny_board, "records/agencies/probation.yaml", f"schema_version: 1\nname: {name}\ntype: other\n"
    )
    for words in (("agency", "list"), ("agency", "show", "probation")):
        done = limited(tiny_board, *words)
        assert all(character.isprintable() or character == "\n" for character in done.out + done.err)


def test_very_many_files_and_very_deep_folders(tiny_board: Path, limited: Limited) -> None:
    folder = tiny_board / "records/agencies/many"
    folder.mkdir()
    for number in range(20_000):
        os.close(os.open(folder / f"{number}.txt", os.O_CREAT | os.O_WRONLY))
    nest(tiny_board / "records/reviews", 2000)
    try:
        done = limited(tiny_board, "validate")
        assert done.code in (0, 1)
    finally:
        unnest(tiny_board / "records/reviews/d")


@pytest.mark.parametrize("what", ["a pipe", "a link to a pipe", "a folder", "a link to itself", "a device"])
def test_a_record_of_the_board_that_is_no_file(what: str, tiny_board: Path, limited: Limited) -> None:
    profile = tiny_board / "records/board.yaml"
    profile.unlink()
    if what == "a pipe":
        os.mkfifo(profile)
    elif what == "a link to a pipe":
        os.mkfifo(tiny_board / "pipe")
        profile.symlink_to(tiny_board / "pipe")
    elif what == "a folder":
        profile.mkdir()
    elif what == "a device":
        profile.symlink_to("/dev/zero")
    else:
        profile.symlink_to("board.yaml")
    assert limited(tiny_board, "validate", seconds=20).code == 2


GIT_FILES = {
    "nothing": b"", "no text": b"\xff\xfe\0", "a NUL": b"gitdir: /a\0b\n", "nowhere": b"gitdir: /nowhere\n",
    "itself": b"gitdir: .git\n", "a device": b"gitdir: /dev/zero\n", "the Board": b"gitdir: .\n",
    "an option": b"gitdir: --upload-pack=touch canary\n", "very long": b"gitdir: " + b"x/" * 500_000,
}  # fmt: skip


@pytest.mark.parametrize("data", GIT_FILES.values(), ids=GIT_FILES)
def test_a_git_file_that_leads_astray(data: bytes, tiny_board: Path, limited: Limited) -> None:
    write_file(tiny_board, ".git", data)
    assert limited(tiny_board, "validate").code == 0
    words = ("action", "note", "AP-2017-001.A1", "x", "--date", "2017-06-08")
    done = limited(tiny_board, *words)
    assert done.code == 1, done.out
    assert len(done.err.splitlines()) <= 3
    assert not (tiny_board / "canary").exists()
    assert not (tiny_board / "lif").exists()


@pytest.mark.parametrize("with_git", [False, True])
@pytest.mark.parametrize("inside", [False, True])
def test_a_link_in_the_place_of_the_folder_of_the_lock(
    with_git: bool, inside: bool, tiny_board: Path, request: pytest.FixtureRequest, limited: Limited
) -> None:
    folder, tmp_path = ".git/lif" if with_git else ".lif", tiny_board.parent
    if with_git:
        request.getfixturevalue("git")(tiny_board, "init", "--quiet")
    outside = write_file(tmp_path, "outside/write.lock", "kept\n").parent
    write_file(
        outside, "journal.json", '{"state": "whole", "files": {"records/x.yaml": null}, "folders": []}'
    )
    write_file(tiny_board, "records/.x.yaml.lif-new", "planted")
    before = {path.name: path.read_bytes() for path in outside.iterdir()}
    if inside:
        (tiny_board / folder).mkdir()
        for name in before:
            (tiny_board / folder / name).symlink_to(outside / name)
    else:
        (tiny_board / folder).symlink_to(outside)
    assert limited(tiny_board, "validate").code == 0
    words = ("action", "note", "AP-2017-001.A1", "x", "--date", "2017-06-08")
    assert limited(tiny_board, *words).code == 1
    assert {path.name: path.read_bytes() for path in outside.iterdir()} == before
    assert not (tiny_board / "records/x.yaml").exists()


def test_a_pipe_in_the_place_of_the_journal(tiny_board: Path, limited: Limited) -> None:
    (tiny_board / ".lif").mkdir()
    os.mkfifo(tiny_board / ".lif/journal.json")
    assert limited(tiny_board, "validate", seconds=20).code == 0


def test_a_link_out_of_the_tree_is_neither_read_nor_written(
    tiny_board: Path, tmp_path: Path, limited: Limited
) -> None:
    secret = write_file(tmp_path, "outside/secret.json", "the secret\n")
    (tiny_board / "schemas").mkdir()
    (tiny_board / "schemas/review.schema.json").symlink_to(secret)
    for words in (("schema", "write", "--dry-run"), ("schema", "write")):
        done = limited(tiny_board, *words)
        assert done.code == 1
        assert "the secret" not in done.out + done.err
    (tiny_board / "templates").mkdir()
    (tiny_board / "templates/pack.md").symlink_to(secret)
    words = ("pack", "build", "MT-2017-001", "--format", "md", "--as-of", "2017-06-15")
    limited(tiny_board, *words)
    for path in (tiny_board / "build").rglob("*.md"):
        assert b"the secret" not in path.read_bytes()
    assert secret.read_text(encoding="utf-8") == "the secret\n"


def test_a_board_whose_folder_is_no_text(tmp_path: Path, git: Git, limited: Limited) -> None:
    root = write_board(tmp_path / os.fsdecode(b"caf\xe9 \n'"))
    git(tmp_path, "init", "--quiet")
    assert limited(root, "validate").code == 0
    words = ("action", "note", "AP-2017-001.A1", "x", "--date", "2017-06-08")
    assert limited(root, *words).code == 0


def canary(folder: Path, name: str, marker: Path) -> Path:
    path = write_file(folder, name, f"#!/bin/sh\ntouch '{marker}'\nexit 0\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


@pytest.mark.parametrize("way", ["lif", "python -P -m lif", "python -m lif"])
def test_no_module_in_the_folder_of_a_board_is_imported(way: str, tiny_board: Path) -> None:
    marker = tiny_board.parent / "was-run"
    account = tiny_board.parent / "account"
    environment = clean_environment(account)
    code = f"open({str(marker)!r}, 'w').close()\n"
    # For `-m` Python itself looks into the folder, before anything of lif's is run: `lif` is safe from that.
    imported = run_python("-c", "import runpy, sys; print(*sys.modules)", cwd=tiny_board, env=environment)
    early = set(imported.stdout.replace(".", " ").split()) if way == "python -m lif" else set()
    ours = {"typer", "yaml", "pydantic", "filelock", "rich", "pandas", "jinja2", "typst", "holidays", "click"}
    for name in {*sys.stdlib_module_names, *ours, "sitecustomize", "usercustomize", "conftest"}:
        if name not in early:
            write_file(tiny_board, f"{name}.py", code)
    installed = write_file(account, "bin/lif", "from lif.cli.main import main\nmain()\n")
    programs = {
        "lif": (str(installed),),
        "python -P -m lif": ("-P", "-m", "lif"),
        "python -m lif": ("-m", "lif"),
    }
    pack = ("pack", "build", "MT-2017-001", "--format", "md,html", "--as-of", "2017-06-15")
    for words in (("validate",), ("action", "list"), pack):
        ended(run_python(*programs[way], *words, cwd=tiny_board, env=environment))
        assert not marker.exists(), words


def test_no_program_that_a_branch_names_is_run(
    tiny_repository: Path, git: Git, tmp_path: Path, limited: Limited
) -> None:
    root, marker = tiny_repository, tmp_path / "was-run"
    program = canary(root, "canary.sh", marker)
    for name in ("pre-commit", "post-checkout", "post-index-change", "reference-transaction", "fsmonitor"):
        canary(root, f".githooks/{name}", marker)
        canary(root, f".git/hooks/{name}", marker)
    write_file(root, ".gitattributes", "*.yaml diff=evil filter=evil merge=evil\n*.csv diff=evil\n")
    write_file(root, ".lif/hooks/pre-validate", program.read_bytes())
    write_file(
        root, "templates/pack.md", "{{ cycler.__init__.__globals__.os.system('" + str(program) + "') }}\n"
    )
    for setting in (
        "diff.evil.textconv", "diff.evil.command", "diff.external", "filter.evil.clean", "core.pager",
        "filter.evil.smudge", "filter.evil.process", "core.fsmonitor", "gpg.program", "core.editor",
        "core.sshCommand", "pager.log", "interactive.diffFilter", "credential.helper",
    ):  # fmt: skip
        git(root, "config", setting, str(program))
    git(root, "config", "core.hooksPath", str(root / ".githooks"))
    git(root, "config", "log.showSignature", "true")
    new = ("review", "new", "--type", "serious-case-review", "--title", "B", "--referred", "2019-02-03",
           "--source", "other")  # fmt: skip
    pack = ("pack", "build", "MT-2017-001", "--as-of", "2017-06-15", "--format", "md")
    for words in (*READING, new, (*new, "--dry-run"), pack):
        limited(root, *words)
        assert not marker.exists(), words


def test_a_folder_that_looks_like_a_bare_repository_is_none(
    git_repository: Path, git: Git, tmp_path: Path, limited: Limited
) -> None:
    marker = tmp_path / "was-run"
    root = write_board(git_repository / "board")
    program = canary(git_repository, "canary.sh", marker)
    write_file(root, "HEAD", "ref: refs/heads/main\n")
    write_file(root, "refs/heads/main", "1" * 40 + "\n")
    write_file(root, "objects/info/alternates", "")
    # Objects that are lacking would be fetched, with the program that the branch names.
    write_file(
        root,
        "config",
        f"""[core]
        repositoryformatversion = 1
        bare = true
        fsmonitor = {program}
        sshCommand = {program}
        pager = {program}
    [extensions]
        partialClone = origin
    [remote "origin"]
        url = ssh://nowhere.example/x
        promisor = true
    """,
    )
    new = ("review", "new", "--type", "serious-case-review", "--title", "B", "--referred", "2019-02-03",
           "--source", "other")  # fmt: skip
    done = limited(root, *new)
    assert not marker.exists(), done.err
    assert done.code == 1
    assert limited(root, "validate").code == 0


@pytest.mark.parametrize("name", ["--upload-pack=touch canary", "-rf", "--output=canary", "--exec=canary"])
def test_no_name_of_a_branch_or_a_file_is_taken_for_an_option(
    name: str, tiny_repository: Path, git: Git, limited: Limited
) -> None:
    head = git(tiny_repository, "rev-parse", "HEAD")
    write_file(tiny_repository, f".git/refs/heads/{name}", head)
    write_file(tiny_repository, f".git/refs/remotes/{name}/{name}", head)
    (tiny_repository / "records" / name).mkdir()
    write_file(tiny_repository, f"records/agencies/{name}.yaml", "schema_version: 1\nname: X\ntype: other\n")
    new = ("review", "new", "--type", "serious-case-review", "--title", "B", "--referred", "2019-02-03",
           "--source", "other")  # fmt: skip
    limited(tiny_repository, *new)
    limited(tiny_repository, "validate")
    limited(tiny_repository, "validate", "--", name)
    assert not list(tiny_repository.rglob("canary"))
