"""`lif meeting` as it is typed: from the papers to the last decision that was carried out."""

import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from lif.cli.ending import run
from tests.conftest import RunLif
from tests.support import path_of, replace_text, write_file

DAY = "2018-03-01"
HELD = "MT-2017-001"
AHEAD = "MT-2018-001"
Lif = Callable[..., str]


@pytest.fixture
def lif(tiny_board: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Lif:
    """`lif("meeting", "list", code=0)`: what a command prints on both streams, run in this process."""
    monkeypatch.chdir(tiny_board)
    monkeypatch.setenv("LIF_AS_OF", DAY)

    def call(*words: str, code: int = 0) -> str:
        ended = run([*words])
        out, err = capsys.readouterr()
        assert ended == code, out + err
        return out + err

    return call


@pytest.fixture
def ahead(lif: Lif) -> str:
    """A meeting that is still to be held."""
    lif("meeting", "new", "--group", "strategic-board", "--date", "2018-03-15")
    return AHEAD


def text_of(root: Path, meeting: str = HELD) -> str:
    return path_of(root, "meeting", meeting).read_bytes().decode()


def test_a_meeting_from_its_papers_to_its_minutes(lif: Lif, tiny_board: Path, ahead: str) -> None:
    assert f"lif meeting item {ahead}\n  lif pack build" in lif("meeting", "show", ahead)
    lif("meeting", "item", ahead, "decision: The plan", "--asked", "Agree it.", "--record", "AP-2017-001")
    assert "to go out by 8 March 2018, 7 days before" in lif("meeting", "show", ahead)
    assert "14 days before the meeting." in lif("meeting", "circulate", ahead)
    lif("meeting", "attend", ahead, "--apologies", "police")
    assert "only apologies" in lif("meeting", "attend", ahead, "--present", "health-trust", code=1)
    assert "2018" in lif("meeting", "decide", ahead, "Too early.", code=1)


def test_who_came_is_kept_and_what_was_said_before_is_replaced(lif: Lif, tiny_board: Path) -> None:
    said = lif(
        "meeting", "attend", HELD, "--deputy", "health-trust=Head of Safeguarding", "--apologies", "police"
    )
    assert said == f"{HELD} (Strategic Board, 15 June 2017): 1 agency with a deputy and 1 apology recorded.\n"
    text = text_of(tiny_board)
    assert text.count("agency: police") == 1
    assert "state: apologies" in text
    assert "    state: deputy\n    in_place_of: Head of Safeguarding\n" in text
    assert "a deputy: in place of Head of Safeguarding" in lif("meeting", "show", HELD)


def test_attendance_from_a_file_and_what_is_wrong_with_it(lif: Lif, tiny_board: Path) -> None:
    write_file(tiny_board, "came.yaml", "attendance:\n  - agency: health-trust\n    state: present\n")
    lif("meeting", "attend", HELD, "--from", "came.yaml")
    assert "agency: health-trust\n    state: present" in text_of(tiny_board)
    assert "more than once" in lif("meeting", "attend", HELD, "--present", "police,police", code=1)
    assert "polce" in lif("meeting", "attend", HELD, "--absent", "polce", code=1)
    assert "Nobody is named" in lif("meeting", "attend", HELD, code=2)
    write_file(tiny_board, "came.yaml", "attendance: police\n")
    assert "no list under attendance" in lif("meeting", "attend", HELD, "--from", "came.yaml", code=2)


def test_a_decision_is_followed_until_it_is_carried_out(lif: Lif, tiny_board: Path) -> None:
    said = lif("meeting", "decide", HELD, "Ask again.", "--owner", "police", "--due", "2017-07-01")
    assert f"lif meeting done {HELD}.D2" in said
    listed = lif("meeting", "decisions")
    assert f"{HELD}.D2" in listed
    assert "243 days late" in listed
    assert f"{HELD}.D1" not in listed  # asks nobody for anything
    assert "1 decision of a meeting is late" in lif("today")
    before = text_of(tiny_board)
    done = ["meeting", "done", f"{HELD}.D2", "--how", "They were asked.", "--date", "2017-07-03"]
    assert "+    done:" in lif(*done, "--dry-run")
    assert text_of(tiny_board) == before
    assert lif(*done) == f"{HELD}.D2 was carried out on 3 July 2017.\n"
    assert "already as carried out on 3 July 2017" in lif(*done, code=1)
    assert "No such decision." in lif("meeting", "decisions")
    assert "243 days late" not in lif("meeting", "decisions", "--all")
    assert "1 day late" in lif("meeting", "decisions", "--as-of", "2017-07-02")
    assert "carried out" in lif("meeting", "withdraw", f"{HELD}.D2", "--reason", "No.", code=1)


def test_a_decision_is_withdrawn_with_its_reason(lif: Lif, tiny_board: Path) -> None:
    lif("meeting", "withdraw", f"{HELD}.D1", "--reason", "It was taken elsewhere.")
    assert "withdrawn on 1 March 2018" in lif("meeting", "show", HELD)
    assert "was withdrawn on" in lif("meeting", "done", f"{HELD}.D1", "--how", "Done.", code=1)

    assert f"Did you mean {HELD}.D1?" in lif("meeting", "done", "MT-2017-001.D9", "--how", "Done.", code=4)


def test_a_decision_is_carried_out_by_the_action_that_answers_it(lif: Lif, tiny_board: Path) -> None:
    replace_text(
        path_of(tiny_board, "plan", "AP-2017-001"), "    answers:\n", f"    answers:\n      - {HELD}.D1\n"
    )
    shown = json.loads(lif("meeting", "decisions", "--all", "--format", "json"))
    [decision] = shown["decisions"]
    assert decision["actions"] == ["AP-2017-001.A1"]
    assert decision["state"] in ("open", "done")


def test_a_meeting_that_is_called_off_counts_nowhere(lif: Lif, ahead: str) -> None:
    lif("meeting", "attend", ahead, "--apologies", "police")
    lif("meeting", "cancel", ahead, "--reason", "Snow.")
    assert "called off" in lif("meeting", "list")
    assert "nobody recorded who came" not in lif("today", "--as-of", "2018-04-01")
    assert "Snow." in lif("meeting", "show", ahead)
    assert "already" in lif("meeting", "cancel", ahead, "--reason", "Snow.", code=1)
    assert "it did take place" in lif("meeting", "cancel", HELD, "--reason", "Snow.", code=1)
    assert "There is no meeting" in lif("pack", "build", code=4)


def test_a_meeting_that_is_past_without_attendance_shows_today(lif: Lif, ahead: str) -> None:
    assert "nobody recorded who came" not in lif("today").lower()
    said = lif("today", "--as-of", "2018-03-16")
    assert "Nobody recorded who came to 1 meeting." in said
    assert ahead in said


def test_the_minutes_are_written_as_a_paper_and_say_what_they_lack(lif: Lif, tiny_board: Path) -> None:
    said = lif("meeting", "minutes", HELD, "--format", "md")
    assert "build/minutes/MT-2017-001/minutes-strategic-board-2017-06-15.md" in said
    assert f"record it: lif meeting minutes {HELD} --written DATE" in said
    lif("meeting", "minutes", HELD, "--written", "2017-06-20")
    assert "record it" not in lif("meeting", "minutes", HELD, "--format", "md")
    lif("meeting", "new", "--group", "strategic-board", "--date", "2018-02-15")
    said = lif("meeting", "minutes", AHEAD, "--format", "html")
    assert f"Not recorded, and so not in them: who came: lif meeting attend {AHEAD}; what was decided" in said


def test_minutes_are_recorded_bit_by_bit(lif: Lif, tiny_board: Path) -> None:
    lif("meeting", "minutes", HELD, "--written", "2017-06-20", "--kept", "Shared drive")
    lif("meeting", "minutes", HELD, "--agreed", "2017-09-14")
    assert "written 20 June 2017; agreed 14 September 2017; kept: Shared drive" in lif(
        "meeting", "show", HELD
    )
    assert "agreed 14" not in lif("meeting", "show", HELD, "--as-of", "2017-07-01")
    assert "nothing is said" in lif("meeting", "minutes", HELD, "--dry-run", code=2)
    assert "both asked for" in lif(
        "meeting", "minutes", HELD, "--written", "2017-06-20", "--format", "md", code=2
    )
    assert "no meeting called" in lif("meeting", "minutes", HELD, "--at", "MT-2019-001", code=4)
    assert "D647" in lif("meeting", "minutes", HELD, "--written", "2017-06-01", code=1)


def test_the_pack_that_went_out_is_recorded_with_its_digest(lif: Lif, tiny_board: Path, ahead: str) -> None:
    assert "lif pack build" in lif("meeting", "sent", ahead, code=1)
    lif("pack", "build", ahead, "--format", "html,md")
    folder = tiny_board / "build/packs/2018-03-15-strategic-board"
    said = lif("meeting", "sent", ahead, "--to", "all members", "--note", "The figures came late.")
    assert "pack.html went out on 1 March 2018, and is recorded with its digest, 14 days before" in said
    text = text_of(tiny_board, ahead)
    assert sha256((folder / "pack.html").read_bytes()).hexdigest() in text
    assert "circulated: 2018-03-01" in text
    assert "    shows: 2018-03-01\n    parts:\n      - reviews\n" in text
    assert "recorded already" in lif("meeting", "sent", ahead, "--to", "all members", code=1)
    shown = lif("meeting", "show", ahead)
    assert "Sent out by Business Manager to all members, as things stood on 1 March 2018." in shown


def test_a_file_that_was_changed_after_it_was_built_is_said_to_be(
    lif: Lif, tiny_board: Path, ahead: str
) -> None:
    lif("pack", "build", ahead, "--format", "md")
    file = tiny_board / "build/packs/2018-03-15-strategic-board/pack.md"
    file.write_bytes(file.read_bytes() + b"more\n")
    assert "pack.md is not as lif built it" in lif("meeting", "sent", ahead)
    write_file(tiny_board, "own.pdf", b"%PDF own")
    lif("meeting", "sent", ahead, "--file", "own.pdf", "--date", "2018-02-28")
    assert "sha256: " + sha256(b"%PDF own").hexdigest() in text_of(tiny_board, ahead)
    assert "there is no file" in lif("meeting", "sent", ahead, "--file", "nowhere.pdf", code=4)
    assert "lies ahead" in lif("meeting", "sent", ahead, "--date", "2018-03-14", code=1)


def test_how_often_each_agency_came(lif: Lif) -> None:
    assert "health-trust,0,0,0,0,0,0,1,0" in lif(
        "meeting", "attendance", "--period", "2017/18", "--format", "csv"
    )
    lif("meeting", "attend", HELD, "--absent", "health-trust")
    shown = json.loads(lif("meeting", "attendance", "--format", "json"))
    assert (shown["from"], shown["to"]) == ("2017-03-02", "2018-03-01")
    assert [(one["agency"], one["rate"]) for one in shown["agencies"]] == [
        ("health-trust", 0.0),
        ("police", 1.0),
    ]
    assert "0 of 1" in lif("meeting", "attendance", "--period", "2017")
    assert "Nobody recorded" in lif("meeting", "attendance", "--period", "2016")
    assert "no period" in lif("meeting", "attendance", "--period", "lately", code=2)
    assert "strategic-board" in lif("meeting", "attendance", "--group", "boards", code=2)


def test_the_list_says_how_long_papers_were_out(lif: Lif) -> None:
    shown = lif("meeting", "list", "--group", "strategic-board", "--year", "2017")
    assert "7 days" in shown
    assert "1 of 2" in shown
    row = lif("meeting", "list", "--format", "csv").splitlines()[1]
    assert row == "MT-2017-001,strategic-board,2017-06-15,held,2017-06-08,2017-06-08,7,7,1,1,0,0,0,1,0,"


def test_on_the_command_line(tiny_board: Path, run_lif: RunLif) -> None:
    done = run_lif("meeting", "decisions", "--all", "--as-of", DAY, cwd=tiny_board)
    assert done.returncode == 0, done.stderr
    assert "nothing to be done" in done.stdout
