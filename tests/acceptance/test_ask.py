"""`lif review screen --ask`: somebody at a real terminal is asked each question, and one entry holds the answers."""

import json
import os
import select
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from lif.store.load import load
from tests.conftest import RunLif
from tests.support import clean_environment, path_of, tiny_records, write_record

pty = pytest.importorskip("pty", reason="there are no pseudo-terminals here")

CASE = "CR-2017-001"
QUESTIONS = 22
"""How many facts the tests of the regime ask."""


@pytest.fixture
def board(tiny_board: Path) -> Path:
    """The tiny Board with a case that was answered in part."""
    value = tiny_records()[("review", CASE)]
    answers = [
        {"fact": "gate-age", "answer": "yes"},
        {"fact": "b-i", "answer": "no"},
        {"fact": "a", "answer": "unknown", "evidence": "The police are asked"},
    ]
    answered = {"date": "2017-01-20", "by": "police", "entry": "answered", "answers": answers}
    value |= {"type": "undecided", "regime": "wt2015", "log": [value["log"][0], answered]}
    write_record(tiny_board, "review", CASE, value)
    return tiny_board


def ask(board: Path, typed: list[str], *more: str) -> tuple[int, str]:
    """Run the walk on a terminal, type line after line, and give how it ended with all that was shown."""
    ours, theirs = pty.openpty()
    words = [sys.executable, "-m", "lif", "review", "screen", CASE, "--ask", "--date", "2017-02-20", *more]
    environment = {**clean_environment(board.parent / "account"), "TERM": "dumb", "LIF_AS_OF": "2017-03-01"}
    run = subprocess.Popen(words, cwd=board, env=environment, stdin=theirs, stdout=theirs, stderr=theirs)
    os.close(theirs)
    shown, waiting = b"", list(typed)
    while select.select([ours], [], [], 30)[0]:
        try:
            part = os.read(ours, 65536)
        except OSError:  # what Linux says once nobody writes any more
            part = b""
        if not part:
            break
        shown += part
        if waiting and shown.endswith(b": "):
            os.write(ours, (waiting.pop(0) + "\n").encode())
    run.kill()  # which one that has ended does not feel
    code = run.wait(timeout=30)
    os.close(ours)
    text = " ".join(shown.decode("utf-8", "replace").split())
    assert not waiting, f"never asked for {waiting}: {text}"
    return code, text


def log_of(board: Path) -> Any:
    return load(board).by_id[CASE].record.log


def test_every_open_question_is_asked_and_one_entry_holds_the_answers(board: Path) -> None:
    # Nothing again, said by the police; then gate-resident, a, b-ii-harm and the concern, and an end.
    typed = ["", "police", "y", "", "yes", "The report", "yes", "", "unknown", "stop"]
    code, shown = ask(board, typed)
    assert code == 0, shown
    assert "Answered already: gate-age yes, b-i no." in shown
    assert f"{QUESTIONS - 2} questions." in shown
    for said in (
        "Question 1 of 20: Does the child normally live in the Board's area?",
        "Asked for: Serious case review (asked first: a no takes the case out).",
        "Asked for: Serious case review; Notifiable incident.",
        "Source: Local Safeguarding Children Boards Regulations 2006, regulation 5(2)(a); V",
        "Note: Suspicion is enough.",
        "So far: unknown. Said by Saltmere Police on 20 January 2017.",
        "Result: appears met; it must be done, as a duty.",
    ):
        assert said in shown, said
    assert "Question 6 of" not in shown
    log = log_of(board)
    assert [entry.entry for entry in log] == ["referred", "answered", "answered"]
    assert (log[2].date.isoformat(), log[2].by) == ("2017-02-20", "business-manager")
    assert [(one.fact, one.answer, one.evidence, one.said_by) for one in log[2].answers] == [
        ("gate-resident", "yes", None, "police"),
        ("a", "yes", "The report", "police"),
        ("b-ii-harm", "yes", None, "police"),
        ("b-ii-concern", "unknown", None, "police"),
    ]


def test_what_is_answered_is_asked_again_only_if_wanted(board: Path) -> None:
    code, shown = ask(board, ["b-1", "b-i", "", *[""] * 2, "yes", "", "stop"])
    assert code == 0, shown
    assert "b-1 is not among them. Did you mean b-i?" in shown
    assert "So far: no. Said by Saltmere Police on 20 January 2017." in shown
    assert [(one.fact, one.answer, one.said_by) for one in log_of(board)[2].answers] == [("b-i", "yes", None)]


def test_an_answer_that_cannot_stand_is_not_taken(board: Path) -> None:
    # A bare no on concern, then one with its evidence; a death in custody of a child who is alive, then no.
    typed = ["", "", "", "", "", "maybe", "no", "", "no", "All files were read", "yes", "", "no", "", "stop"]
    code, shown = ask(board, typed)
    assert code == 0, shown
    assert "Type one of: yes, no, unknown" in shown
    assert "This answer was not taken. b-ii-concern is answered no without evidence." in shown
    assert "This answer was not taken. always-custody is answered yes and b-i no." in shown
    assert [(one.fact, one.answer, one.evidence) for one in log_of(board)[2].answers] == [
        ("b-ii-concern", "no", "All files were read"),
        ("always-custody", "no", None),
    ]


def test_nothing_answered_is_nothing_recorded(board: Path) -> None:
    before = path_of(board, "review", CASE).read_bytes()
    code, shown = ask(board, ["", "", "stop"])
    assert (code, "nothing was recorded" in shown) == (0, True)
    assert path_of(board, "review", CASE).read_bytes() == before


def test_a_dry_run_and_the_end_of_the_input_write_nothing(board: Path) -> None:
    before = path_of(board, "review", CASE).read_bytes()
    code, shown = ask(board, ["", "", "yes", "", "stop"], "--dry-run")
    assert (code, "+ - fact: gate-resident" in shown) == (0, True)
    code, shown = ask(board, ["", "", "yes", "\x04"])
    assert code > 0, shown
    assert path_of(board, "review", CASE).read_bytes() == before


def test_a_case_without_a_regime_is_not_asked(board: Path) -> None:
    value = {**tiny_records()[("review", CASE)], "aware": "2018-06"}
    write_record(board, "review", CASE, value)
    code, shown = ask(board, [])
    assert code == 1
    assert "lif review regime CR-2017-001 wt2015|wt2018" in shown


def test_the_questions_are_those_of_the_screening(run_lif: RunLif, board: Path) -> None:
    done = run_lif("review", "screen", CASE, "--format", "json", cwd=board)
    limbs = {limb["id"] for one in json.loads(done.stdout)["tests"] for limb in one["limbs"]}
    assert len(limbs) == QUESTIONS
