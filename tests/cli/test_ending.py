"""How a command ends when something goes wrong: a code and a sentence, no traceback and no narrative."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from lif import __version__
from tests.conftest import RunLif
from tests.support import clean_environment, path_of, run_python, write_file

SECRET = "Mrs Example said that she is afraid"

# Runs `lif validate` with something in its midst that fails.
FAILING = """
import sys
import lif.rules.right, lif.rules.validation
def fail(root, kept_in):
    {failure}
lif.rules.right.records_if_right = lif.rules.validation.validate = fail
sys.argv = ["lif", "validate"]
from lif.cli.main import main
main()
"""


# Whoever runs the tests in the background of a shell has this signal ignored, and so has all they start.
INTERRUPTED = (
    "import os, signal, time; signal.signal(signal.SIGINT, signal.default_int_handler); "
    "os.kill(os.getpid(), signal.SIGINT); time.sleep(9)"
)


def failing(failure: str, board: Path) -> subprocess.CompletedProcess[str]:
    environment = clean_environment(board.parent / "account")
    return run_python("-c", FAILING.format(failure=failure), cwd=board, env=environment)


def test_an_error_inside_lif(tiny_board: Path) -> None:
    done = failing(f"raise KeyError({SECRET!r})", tiny_board)
    assert (done.returncode, done.stdout) == (3, "")
    [line] = done.stderr.splitlines()
    assert line.startswith("Something went wrong inside lif (KeyError). Please send ")
    [log] = (tiny_board.parent / "account/home").glob("lif-error-*.log")
    assert str(log) in line
    text = log.read_text(encoding="utf-8")
    assert text.startswith("KeyError\n")
    assert "in validate\n" in text
    assert "Example" not in text + done.stderr
    assert str(tiny_board) not in text


@pytest.mark.parametrize(
    ("failure", "code", "said"),
    [
        ("raise KeyboardInterrupt", 130, "Stopped. Nothing more was done.\n"),
        (INTERRUPTED, 130, "Stopped. Nothing more was done.\n"),
        ("raise RecursionError", 3, "Something went wrong inside lif (RecursionError)."),
        ("raise PermissionError(13, 'Permission denied', 'x.yaml')", 1, "x.yaml: Permission denied."),
        ("from lif.store.errors import Refusal; raise Refusal('No.', 'Do this.')", 1, "No.\nDo this.\n"),
        ("from lif.store.errors import WrongUse; raise WrongUse('No.')", 2, "No.\n"),
        ("from lif.store.errors import NothingFound; raise NothingFound('None.')", 4, "None.\n"),
    ],
)
def test_ends(failure: str, code: int, said: str, tiny_board: Path) -> None:
    if "signal" in failure and sys.platform == "win32":
        pytest.skip("Windows has no such signal")
    done = failing(failure, tiny_board)
    assert (done.returncode, done.stdout) == (code, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell of POSIX")
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
@pytest.mark.parametrize(
    ("words", "code"), [("validate", 1), ("review list", 0), ("--version", 0), ("nope", 2)]
)
def test_streams_that_are_closed(words: str, code: int, closed: str, tiny_board: Path) -> None:
    write_file(tiny_board, "records/agencies/nobody.yaml", "a: b\n")
    before = {path: path.read_bytes() for path in tiny_board.rglob("*.*")}
    done = subprocess.run(
        ["/bin/sh", "-c", f'"$0" -m lif {words} {closed}', sys.executable], cwd=tiny_board, capture_output=True,
        env=clean_environment(tiny_board.parent / "account"), encoding="utf-8", check=False,
    )  # fmt: skip
    assert (done.returncode, "Traceback" in done.stderr) == (code, False), done.stderr
    assert before == {path: path.read_bytes() for path in tiny_board.rglob("*.*")}


def test_stopped_before_it_began(tiny_board: Path) -> None:
    code = (
        "import sys\n"
        "class Stop:\n"
        "    def find_spec(self, name, path, target=None):\n"
        "        if name == 'lif.cli.ending': raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Stop())\n"
        "sys.argv = ['lif', 'review', 'list']\n"
        "from lif.cli.main import main\n"
        "main()\n"
    )
    done = run_python("-c", code, cwd=tiny_board, env=clean_environment(tiny_board.parent / "account"))
    assert (done.returncode, done.stderr) == (130, "Stopped. Nothing more was done.\n")


@pytest.mark.skipif(sys.platform == "win32", reason="a folder that somebody is in cannot be taken away there")
def test_a_folder_that_is_gone(tmp_path: Path) -> None:
    (tmp_path / "gone").mkdir()
    done = subprocess.run(
        ["/bin/sh", "-c", 'rmdir "$PWD"; "$0" -m lif review list', sys.executable], cwd=tmp_path / "gone",
        env=clean_environment(tmp_path / "account"), capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr.startswith("The folder that you are in is no longer there.")) == (
        1,
        True,
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("words", [["--version"], ["review", "list"]])
def test_a_stream_that_takes_nothing_more(words: list[str], tiny_board: Path) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [sys.executable, "-m", "lif", *words], cwd=tiny_board, stdout=full, stderr=subprocess.PIPE,
            env=clean_environment(tiny_board.parent / "account"), encoding="utf-8", check=False,
        )  # fmt: skip
    assert (done.returncode, done.stderr.count("\n")) == (1, 1), done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pipe of POSIX")
def test_a_reader_that_goes_away_is_no_error(tiny_board: Path) -> None:
    text = path_of(tiny_board, "review", "CR-2017-001").read_text(encoding="utf-8")
    for number in range(2000):
        text += f"key{number}: x\n"
    path_of(tiny_board, "review", "CR-2017-001").write_text(text, encoding="utf-8", newline="\n")
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "lif", "validate"], cwd=tiny_board, stdout=writing, stderr=subprocess.PIPE,
        env=clean_environment(tiny_board.parent / "account"), encoding="utf-8", check=False,
    )  # fmt: skip
    os.close(writing)
    assert (done.returncode, done.stderr.count("\n") <= 1) == (0, True)


@pytest.mark.parametrize("arguments", [["--version"], ["-V"], ["--root", "nowhere", "--version"]])
def test_the_version(arguments: list[str], tmp_path: Path, run_lif: RunLif) -> None:
    done = run_lif(*arguments, cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"lif {__version__}\n", "")


@pytest.mark.parametrize("arguments", [["--help"], ["-h"]])
def test_help(arguments: list[str], tmp_path: Path, run_lif: RunLif) -> None:
    done = run_lif(*arguments, cwd=tmp_path)
    assert done.returncode == 0
    assert done.stdout.startswith("Usage: lif ")
    assert "validate" in done.stdout


@pytest.mark.parametrize("arguments", [[], ["review"], ["--unknown"], ["review", "nothing"]])
def test_what_cannot_be_understood(arguments: list[str], tmp_path: Path, run_lif: RunLif) -> None:
    done = run_lif(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert "lif" in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
