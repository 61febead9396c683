"""What is printed fits where it goes: a terminal of any width, a pipe, a console of another encoding."""

import contextlib
import io
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from typer._click import Context
from typer.core import TyperGroup

from lif.cli import colour, say
from lif.cli.ending import run
from lif.cli.program import program
from lif.store.findings import Finding
from tests.conftest import RunLif
from tests.support import CHECKOUT, clean_environment, path_of, replace_text, write_record

ESCAPE = "\x1b["


def commands() -> list[list[str]]:
    """All words that lead to a command or to a group of them."""
    found: list[list[str]] = []

    def walk(command: object, words: list[str]) -> None:
        found.append(words)
        if isinstance(command, TyperGroup):
            context = Context(command)
            for name in command.list_commands(context):
                walk(command.get_command(context, name), [*words, name])

    walk(program(), [])
    return found


COMMANDS = commands()


def said(*arguments: str) -> tuple[int, str]:
    """Exit code and standard output of a command that is run within this process."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
        code = run(list(arguments))
    return code, out.getvalue()


@pytest.fixture
def _in_the_sample(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(CHECKOUT)


# Help


def test_the_commands_are_all_found() -> None:
    assert len(COMMANDS) > 40
    assert ["review", "show"] in COMMANDS


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: " ".join(words) or "lif")
def test_every_command_has_short_and_long_help_that_fits(
    words: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for columns in (60, 80):
        monkeypatch.setenv("COLUMNS", str(columns))
        code, text = said(*words, "--help")
        assert code == 0
        assert text.startswith(f"Usage: lif {' '.join(words)}".rstrip())
        assert [line for line in text.splitlines() if len(line) > columns] == []
        assert said(*words, "-h") == (0, text)


# Widths

READING = [
    ["agency", "list"], ["review", "list"], ["audit", "list"], ["plan", "list"], ["action", "list"], ["report", "list"],
    ["learning", "list"], ["learning", "themes"], ["learning", "themes", "neglect"], ["learning", "show", "LL-2017-001"],
    ["meeting", "list"], ["data", "show"], ["data", "show", "referrals-repeated"], ["review", "show", "CR-2017-001"],
    ["clock"], ["clock", "scr-notify", "2017-04-13"],
]  # fmt: skip


@pytest.mark.usefixtures("_in_the_sample")
@pytest.mark.parametrize("columns", [40, 80, 200])
@pytest.mark.parametrize("words", READING, ids=" ".join)
def test_no_line_of_a_list_is_broken_by_the_terminal(
    words: list[str], columns: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    code, text = said(*words)
    lines = text.splitlines()
    assert code == 0
    assert len(lines) > 1
    # A name of a file is not broken, because it could not be used then.
    assert [line for line in lines if len(line) > columns and line.count(" ") > 10] == []
    if words[-1] == "list":
        assert [line for line in lines if len(line) > columns] == []


@pytest.mark.usefixtures("_in_the_sample")
@pytest.mark.parametrize(
    "words",
    [*READING, ["audit", "show", "AU-2017-001"], ["plan", "show", "AP-2017-001"], ["report", "show", "AR-2017-002"],
     ["action", "show", "AP-2017-001.A1"], ["meeting", "show", "MT-2017-001"], ["explain", "R301"], ["explain"],
     ["validate"], ["renumber"]],
    ids=" ".join,
)  # fmt: skip
def test_every_command_that_reads_gives_json(words: list[str]) -> None:
    code, text = said(*words, "--format", "json")
    assert code == 0
    given = json.loads(text)
    assert given["schemaVersion"] == 1
    assert given["kind"]
    assert len(given) > 2


ROWS = [("CR-2017-001", "multi-agency-case-review", "3 of 12", "A title that goes on for some time")]
HEAD = ("Review", "Type", "Done", "Title")


@pytest.mark.parametrize(
    ("columns", "table"),
    [
        (
            90,
            "Review       Type                      Done     Title\n"
            "-----------  ------------------------  -------  ----------------------------------\n"
            "CR-2017-001  multi-agency-case-review  3 of 12  A title that goes on for some time",
        ),
        (
            80,
            "Review       Type                      Done     Title\n"
            "-----------  ------------------------  -------  --------------------------------\n"
            "CR-2017-001  multi-agency-case-review  3 of 12  A title that goes on for some t…",
        ),
        (
            60,
            "Review       Type              Done     Title\n"
            "-----------  ----------------  -------  --------------------\n"
            "CR-2017-001  multi-agency-ca…  3 of 12  A title that goes o…",
        ),
        (
            40,
            "Review: CR-2017-001\nType: multi-agency-case-review\nDone: 3 of 12\n"
            "Title: A title that goes on for some\n  time",
        ),
        (
            1,
            "Review: CR-2017-001\nType: multi-agency-case-review\nDone: 3 of 12\n"
            "Title: A title that goes on\n  for some time",
        ),
    ],
)
def test_a_table_becomes_narrower_and_then_lines(
    columns: int, table: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    assert say.table(HEAD, ROWS) == table


def test_two_rows_as_lines_are_held_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "30")
    assert say.table(("A", "B"), [("x" * 40, "1"), ("y", "2")]).split("\n\n")[1] == "A: y\nB: 2"
    assert say.table(("A", "B"), []) == ""


def test_a_record_does_not_break_a_table() -> None:
    table = say.table(("A", "B"), [("one\ntwo", "three\t\n  four"), ("five", "six")])
    assert table.splitlines()[2:] == ["one two  three four", "five     six"]


# Colour

BROKEN = ("title: Family A", "title: 12")


@pytest.mark.parametrize(
    ("words", "environment", "painted"),
    [
        ([], {}, False),
        (["--color", "auto"], {}, False),
        (["--color", "never"], {}, False),
        (["--color", "always"], {}, True),
        (["--color", "always"], {"NO_COLOR": "1"}, True),
        (["--color=always"], {"TERM": "dumb"}, True),
    ],
)
def test_colour_goes_into_a_pipe_only_where_it_is_asked_for(
    words: list[str], environment: dict[str, str], painted: bool, tiny_board: Path, run_lif: RunLif
) -> None:
    dry_run = run_lif(
        *words, "action", "note", "AP-2017-001.A1", "Seen.", "--dry-run", cwd=tiny_board, env=environment
    )
    assert dry_run.returncode == 0, dry_run.stderr
    assert (ESCAPE in dry_run.stdout) == painted
    replace_text(path_of(tiny_board, "review", "CR-2017-001"), *BROKEN)
    checked = run_lif(*words, "validate", cwd=tiny_board, env=environment)
    assert checked.returncode == 1
    assert (ESCAPE in checked.stdout) == painted
    refused = run_lif(*words, "review", "show", "CR-2017-009", cwd=tiny_board, env=environment)
    assert refused.returncode
    assert (ESCAPE in refused.stderr) == painted
    for form in ("json", "github"):
        assert ESCAPE not in run_lif(*words, "validate", "--format", form, cwd=tiny_board).stdout


class Terminal(io.StringIO):
    """Something that somebody sits at."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("environment", "painted"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"NO_COLOR": ""}, True), ({"TERM": "dumb"}, False)],
)
def test_a_terminal_gets_colour_unless_the_user_wants_none(
    environment: dict[str, str], painted: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM_PROGRAM", "editor")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    colour.choose(colour.Colour.auto)
    assert colour.wanted(Terminal()) == painted
    assert not colour.wanted(io.StringIO())


def test_what_is_painted_reads_the_same_without_colour(tiny_board: Path, run_lif: RunLif) -> None:
    replace_text(path_of(tiny_board, "review", "CR-2017-001"), *BROKEN)
    plain = run_lif("validate", cwd=tiny_board).stdout
    painted = run_lif("--color", "always", "validate", cwd=tiny_board).stdout
    assert painted != plain
    for code in (0, 1, 2, 31, 32, 33, 36):
        painted = painted.replace(f"\x1b[{code}m", "")
    assert painted == plain


def test_a_record_cannot_paint(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    colour.choose(colour.Colour.always)
    say.result_diff("+note: \x1b[2J\x9b31m gone\n")
    say.result_finding(Finding("records/\x1b[31m.yaml", 1, 2, "R302", "Wrong.\x1b]0;title\x07"))
    colour.choose(colour.Colour.auto)
    out = capsys.readouterr().out
    assert out.splitlines()[0] == "\x1b[32m+note: \ufffd[2J\ufffd31m gone\x1b[0m"
    assert out.count("\x1b") == 6
    assert "\x07" not in out


def test_a_colour_that_is_none(tmp_path: Path, run_lif: RunLif) -> None:
    done = run_lif("--color", "blue", "validate", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "'auto', 'always', 'never'" in done.stderr


# Pipes and encodings


@pytest.mark.skipif(
    sys.platform == "win32" or not shutil.which("bash"), reason="needs bash and a pipe of POSIX"
)
@pytest.mark.parametrize("words", ["agency list", "agency list --format json", "validate"])
def test_a_reader_that_has_seen_enough_is_no_error(words: str, tiny_board: Path) -> None:
    for number in range(1500):
        value = {"schema_version": 1, "name": f"Agency {number} " + "x" * 60, "type": "other"}
        write_record(
            tiny_board, "agency", f"agency-{number}", value if words != "validate" else {**value, "x": 1}
        )
    line = f'"{sys.executable}" -m lif {words} | head -1; echo "ended ${{PIPESTATUS[0]}}"'
    done = subprocess.run(
        ["bash", "-c", line], cwd=tiny_board, env=clean_environment(tiny_board.parent / "account"),
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.stderr == ""
    assert done.stdout.splitlines()[1:] == ["ended 0"]


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "ascii:strict"])
def test_a_console_of_another_encoding(encoding: str, tiny_board: Path, run_lif: RunLif) -> None:
    title = "Łódź 😀 \u200f \u0301“x”"
    replace_text(path_of(tiny_board, "review", "CR-2017-001"), "Family A", title)
    environment = {"PYTHONIOENCODING": encoding, "LC_ALL": "C", "PYTHONUTF8": "0"}
    for words in (["review", "list"], ["review", "show", "CR-2017-001"], ["clock"], ["-h"], ["--version"]):
        done = run_lif(*words, cwd=tiny_board, env=environment)
        assert done.returncode == 0, done.stderr
        assert (title in done.stdout) == (words[0] == "review")
