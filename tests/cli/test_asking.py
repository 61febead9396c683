"""What a command cannot do without: asked at a terminal, named all at once elsewhere."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import RunLif
from tests.support import clean_environment

MISSING = [
    (("data", "new", "referrals", "--title", "T"),
     ["--definition", "--unit", "--polarity", "--frequency", "--measures", "--journey", "--owner"]),
    (("agency", "add", "probation"), ["--name", "--type"]),
    (("meeting", "new"), ["--group", "--date"]),
    (("audit", "log", "--kind", "single-agency"), ["--theme", "--why", "--lead", "--held"]),
    (("audit", "log", "--planned", "2018-01-01"), ["--kind", "--theme", "--why", "--lead"]),
    (("report", "new"), ["--agency", "--period", "--narrative"]),
    (("report", "new", "--kind", "assurance"), ["--agency", "--period"]),
]  # fmt: skip


@pytest.mark.parametrize(("words", "missing"), MISSING)
def test_elsewhere_than_on_a_terminal_all_that_is_missing_is_named_at_once(
    tiny_board: Path, run_lif: RunLif, words: tuple[str, ...], missing: list[str]
) -> None:
    done = run_lif(*words, cwd=tiny_board)
    assert done.returncode == 2
    first, *lines, mend = done.stderr.splitlines()
    assert first == "These are missing:"
    assert [line.split(":")[0].strip() for line in lines] == missing
    assert mend == "Give them with: " + " ".join(f'{option} "…"' for option in missing)


def test_the_one_that_is_missing_is_named_with_its_reason(tiny_board: Path, run_lif: RunLif) -> None:
    done = run_lif("agency", "add", "probation", "--name", "Probation", cwd=tiny_board)
    assert done.returncode == 2
    assert done.stderr.startswith("--type is missing: what sort of agency it is decides")
    assert "It is one of: local-authority, " in done.stderr


def test_what_is_no_option_is_not_called_one(tiny_board: Path, run_lif: RunLif) -> None:
    done = run_lif("review", "note", "CR-2017-001", cwd=tiny_board)
    assert done.returncode == 2
    assert done.stderr.splitlines() == [
        "NOTE is missing: what is to be remembered.",
        "Give it with: NOTE behind the id",
    ]
    done = run_lif("review", "marker", "CR-2017-001", cwd=tiny_board)
    assert done.stderr.endswith('Give them with: MARKER behind the id, --state "…"\n')


@pytest.mark.parametrize("count", ["²", "٣", "9" * 5000, "-1", "1.0", ""])
def test_a_count_that_is_none(tiny_board: Path, run_lif: RunLif, count: str) -> None:
    done = run_lif(
        "audit", "log", "--kind", "single-agency", "--theme", "t", "--why", "w", "--lead", "police",
        "--held", "2017-03-01", "--method", "m", "--sample", "3", "--result", f"good={count}", cwd=tiny_board,
    )  # fmt: skip
    assert (done.returncode, "does not say how many" in done.stderr) == (2, True), done.stderr


def test_a_log_without_a_day(tiny_board: Path, run_lif: RunLif) -> None:
    given = '{"type": "undecided", "title": "Child Z", "log": [{"date": "²²²²-01-01", "entry": "referred"}]}'
    done = run_lif("review", "new", "--from", "-", cwd=tiny_board, stdin=given)
    assert (done.returncode, "The first entry of the log has no date." in done.stderr) == (2, True)


def test_at_a_terminal_each_is_asked_with_its_reason(tiny_board: Path, tmp_path: Path) -> None:
    pytest.importorskip("termios", reason="Windows has no pseudo-terminals to test with")
    import pty

    ours, theirs = pty.openpty()
    with open(theirs, "r+b", buffering=0) as terminal, open(ours, "r+b", buffering=0) as keyboard:  # noqa: PTH123
        process = subprocess.Popen(
            [sys.executable, "-m", "lif", "agency", "add", "probation"],
            cwd=tiny_board,
            env=clean_environment(tmp_path / "account"),
            stdin=terminal,
            stdout=terminal,
            stderr=subprocess.PIPE,
        )
        keyboard.write("\nSaltmere Probation\nnonsense\n²\n1\n".encode())
        _, said = process.communicate(timeout=60)
    words = said.decode("utf-8")
    assert process.returncode == 0, words
    assert words.index("The agency's name, as packs") < words.index("Something is wanted here.")
    assert words.index("What sort of agency it is") < words.index("Type one of the numbers")
    text = (tiny_board / "records" / "agencies" / "probation.yaml").read_text(encoding="utf-8")
    assert "name: Saltmere Probation\n" in text
    assert "type: local-authority\n" in text
