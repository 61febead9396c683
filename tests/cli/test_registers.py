"""`lif risk`, `lif challenge` and `lif voice`, as they are typed: from the first day to the end."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from lif.cli.ending import run
from tests.conftest import RunLif
from tests.support import path_of, replace_text, write_file

DAY = "2018-03-01"
Lif = Callable[..., str]


@pytest.fixture
def lif(tiny_board: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Lif:
    """`lif("risk", "list", code=0)`: what a command prints on both streams, run in this process."""
    monkeypatch.chdir(tiny_board)
    monkeypatch.setenv("LIF_AS_OF", DAY)

    def call(*words: str, code: int = 0) -> str:
        ended = run([*words])
        out, err = capsys.readouterr()
        assert ended == code, out + err
        return out + err

    return call


def board_with_stages(root: Path) -> None:
    replace_text(
        path_of(root, "board", "board"), "settings:\n",
        "settings:\n  escalation:\n    stages:\n"
        "      - {id: practitioners, title: The two practitioners, days: 2}\n"
        "      - {id: managers, title: Their managers, days: 3}\n"
        "      - {id: chair, title: The Independent Chair, days: 10, counts: days}\n"
        "    tell_from: managers\n",
    )  # fmt: skip


def test_a_risk_is_followed_from_its_first_day_to_its_last(lif: Lif, tiny_board: Path) -> None:
    said = lif(
        "risk", "new", "--title", "No beds", "--event", "A child waits.", "--cause", "Beds closed.",
        "--consequence", "A child is hurt.", "--owner", "health-trust", "--inherent", "5x5", "--target", "2X3",
        "--likelihood", "4", "--impact", "5", "--why", "Twice in a week.", "--next-review", "1/3/2018",
        "--control", "A call each day.", "--agency", "police", "--source", "CR-2017-001", "--date", "2018-01-10",
        "--by", "police", "--theme", "missed-appointments", "--priority", "neglect",
    )  # fmt: skip
    assert said == "RK-2018-001 was opened in records/risks/2018/RK-2018-001.yaml.\n"
    scoring = ["risk", "score", "RK-2018-001", "--likelihood", "3", "--impact", "5", "--why", "Once.",
               "--next-review", "2018-05-01", "--date", "2018-02-01"]  # fmt: skip
    before = path_of(tiny_board, "risk", "RK-2018-001").read_bytes()
    assert "+    likelihood: 3" in lif(*scoring, "--dry-run")
    assert path_of(tiny_board, "risk", "RK-2018-001").read_bytes() == before
    assert "It stands at 15, High, down from 20; next review by 1 May 2018" in lif(*scoring)
    lif("risk", "control", "rk-2018-001", "Two beds are kept.", "--by", "health-trust", "--since", "2018-02")
    lif("risk", "note", "RK-2018-001", "The ward was told.", "--date", "2018-02-02")
    shown = lif("risk", "show", "RK-2018-001")
    for words in ("15, High, down from 20", "C2 Two beds are kept. (since February 2018", "(planned)",
                  "Family A", "6 (likelihood 2, impact 3)", "lif risk score RK-2018-001"):  # fmt: skip
        assert words in shown
    listed = lif("risk", "list")
    assert listed.index("RK-2018-001") < listed.index("RK-2017-001")
    assert "2 open risks on 1 March 2018; 1 review late." in listed
    assert "RK-2018-001" not in lif("risk", "list", "--due")
    assert "RK-2018-001  |" in lif("risk", "map")
    closing = ["risk", "close", "RK-2018-001", "--reason", "Beds are open."]
    assert "nothing can follow" in (lif(*closing) and lif(*closing, code=1))
    assert "RK-2018-001" not in lif("risk", "list")
    assert "off the log" in lif("risk", "list", "--all")
    assert "nothing is wrong" in lif("validate")


def test_an_escalation_goes_up_and_is_settled(lif: Lif, tiny_board: Path) -> None:
    board_with_stages(tiny_board)
    assert "CH-2018-001 was opened" in lif(
        "challenge", "new", "--kind", "escalation", "--title", "No visit", "--challenger", "health-trust",
        "--challenged", "police", "--about", "A visit was not made.", "--wanted", "A visit.", "--date", "2018-02-01",
    )  # fmt: skip
    assert "practitioners  waits for an answer  5 Feb 2018, late" in lif("challenge", "list", "--late")
    up = ["challenge", "escalate", "CH-2018-001", "--reason", "No answer.", "--date", "2018-02-06"]
    said = lif(*up, "--by", "health-trust")
    assert "Went up to the next stage (Their managers)." in said
    assert "due 9 February 2018" in said
    assert "Business Manager is to be told from this stage on." in said
    lif(
        "challenge",
        "answer",
        "CH-2018-001",
        "--response",
        "Tomorrow.",
        "--by",
        "police",
        "--date",
        "2018-02-07",
    )
    lif("challenge", "tell", "CH-2018-001", "--by", "health-trust", "--date", "2018-02-07")
    lif("challenge", "note", "CH-2018-001", "They met.", "--date", "2018-02-08")
    shown = lif("challenge", "show", "CH-2018-001")
    assert "Was answered on 7 February 2018, and is not settled" in shown
    assert "lif challenge settle CH-2018-001" in shown
    lif(
        "challenge",
        "settle",
        "CH-2018-001",
        "--result",
        "changed",
        "--outcome",
        "Visited.",
        "--date",
        "2018-02-09",
    )
    assert "changed" in lif("challenge", "list", "--agency", "police", "--kind", "escalation")
    assert "No such challenge." in lif("challenge", "list", "--open")
    assert "nothing is wrong" in lif("validate")


def test_an_escalation_ends_at_the_last_stage(lif: Lif, tiny_board: Path) -> None:
    new = ["challenge", "new", "--kind", "escalation", "--title", "No visit", "--challenger", "health-trust",
           "--challenged", "police", "--about", "A visit was not made.", "--date", "2018-02-01"]  # fmt: skip
    lif(*new)
    up = ["challenge", "escalate", "CH-2018-001", "--reason", "No answer.", "--date", "2018-02-06"]
    assert "lists no stages" in lif(*up, code=1)
    assert "is no escalation" in lif("challenge", "escalate", "CH-2017-001", "--reason", "x", code=1)
    board_with_stages(tiny_board)
    assert "Did you mean" in lif(*up, "--stage", "manager", code=1)
    assert "10 February" not in lif(*up, "--stage", "chair", "--answer-by", "2018-02-20")
    assert "at the last stage" in lif(*up, code=1)


def test_voice_is_heard_acted_on_and_told(lif: Lif, tiny_board: Path) -> None:
    assert "VO-2018-001 was opened" in lif(
        "voice", "new", "--kind", "survey", "--title", "Buses", "--heard", "young-people", "--who", "Students",
        "--how", "Cards", "--number", "9", "--asked", "20", "--message", "It is dark.", "--message", "It is late.",
        "--by", "police", "--date", "2018-01-10", "--agency", "police", "--since", "2018-01",
    )  # fmt: skip
    assert "VO-2018-001.M3 was added" in lif("voice", "say", "VO-2018-001", "We wait alone.")
    said = lif("voice", "act", "VO-2018-001", "--done", "Lamps.", "--message", "m1", "--date", "2018-02-01",
               "--record", "AP-2017-001.A1")  # fmt: skip
    assert "Done (about M1): Lamps." in said
    assert "lif voice tell VO-2018-001" in said
    assert "There is no message M7" in lif(
        "voice", "act", "VO-2018-001", "--done", "x", "--message", "M7", code=1
    )
    lif("voice", "note", "VO-2018-001", "The bus firm came.", "--date", "2018-02-02")
    shown = lif("voice", "show", "VO-2018-001")
    assert "young people (9 of 20 asked)" in shown
    assert "nothing recorded" in shown
    assert "of 2 the people heard do not know yet" in lif("voice", "list")
    lif("voice", "tell", "VO-2018-001", "--how", "At assembly.", "--date", "2018-02-10")
    assert "VO-2018-001" not in lif("voice", "list", "--waiting")
    assert "cannot both be true" in lif(
        "voice", "tell", "VO-2017-001", "--how", "x", "--not-told", "y", code=2
    )
    assert "Not told: Nobody left a name." in lif(
        "voice", "tell", "VO-2017-001", "--not-told", "Nobody left a name."
    )
    lif("voice", "close", "VO-2018-001", "--reason", "All is done.")
    assert "2      10 Jan 2018" in lif("voice", "kinds")
    assert "nothing is wrong" in lif("validate")


def test_what_is_missing_is_named_at_once(lif: Lif) -> None:
    for words, options in (
        (["risk", "new"], ["--title", "--event", "--cause", "--consequence", "--owner"]),
        (["risk", "score", "RK-2017-001"], ["--likelihood", "--impact", "--why", "--next-review"]),
        (["risk", "close", "RK-2017-001"], ["--reason"]),
        (["challenge", "new"], ["--kind", "--title", "--challenger", "--challenged", "--about"]),
        (["challenge", "settle", "CH-2017-001"], ["--result", "--outcome"]),
        (["challenge", "answer", "CH-2017-001"], ["--response"]),
        (["voice", "new"], ["--kind", "--title", "--heard", "--who", "--how"]),
        (["voice", "act", "VO-2017-001"], ["--done"]),
    ):
        said = lif(*words, code=2)
        assert all(option in said for option in options), said


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["risk", "show", "RK-2017-002"], 4, "Did you mean RK-2017-001"),
        (["voice", "show", "VO-2016-001"], 4, "There is no record of voice called VO-2016-001."),
        (["risk", "show", "CR-2017-001"], 4, "is a record of kind review, not risk"),
        (["risk", "show", "RK-2017-001", "--as-of", "2017-01-01"], 4, "had not been raised by 1 January 2017"),
        (["challenge", "show", "CH-2017-001", "--as-of", "2017-01-01"], 4, "had not been made by 1 January"),
        (["voice", "show", "VO-2017-001", "--as-of", "2017-01-01"], 4, "Nobody had been heard"),
        (["risk", "note", "RK-2017-001", "x", "--date", "2018-04-01"], 1, "lies ahead"),
        (["risk", "note", "RK-2017-001", "x", "--date", "2016-04-01"], 1, "lies before 25 January 2017"),
        (["voice", "close", "VO-2017-001", "--reason", "x", "--date", "2017-05-01"], 1, "has an entry of 11 May"),
        (["challenge", "note", "CH-2017-001", "x"], 1, "was settled on 20 March 2017"),
        (["risk", "new", "--title", "a", "--event", "b", "--cause", "c", "--consequence", "d", "--owner", "police",
          "--inherent", "9"], 2, "--inherent 5x4"),
        (["risk", "new", "--title", "a", "--event", "b", "--cause", "c", "--consequence", "d", "--owner", "police",
          "--likelihood", "3"], 2, "Give all three"),
        (["voice", "new", "--kind", "survey", "--title", "a", "--who", "b", "--how", "c", "--heard", "everybody"], 2,
         "--heard: everybody"),
        (["challenge", "list", "--kind", "other"], 2, "One of: challenge, support, escalation"),
        (["risk", "new", "--title", "a", "--event", "b", "--cause", "c", "--consequence", "d", "--owner", "nobody"],
         1, "No role, group or agency is called nobody"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_with_what_mends_it(
    words: list[str], code: int, said: str, lif: Lif
) -> None:
    assert said in lif(*words, code=code)


def test_everything_may_come_from_a_file(lif: Lif, tiny_board: Path) -> None:
    kept = (
        "title: No beds\nevent: A child waits.\ncause: Beds closed.\nconsequence: A child is hurt.\n"
        "owner: police\ninherent: {likelihood: 5, impact: 4}\nlog:\n"
        "  - {date: 2016-05-01, by: police, entry: raised}\n"
    )
    write_file(tiny_board, "risk.yaml", kept)
    assert "RK-2016-001 was opened" in lif("risk", "new", "--from", "risk.yaml")
    write_file(
        tiny_board,
        "score.json",
        '{"likelihood": 2, "impact": 4, "why": "Seen.", "next_review": "2018-06-01"}',
    )
    assert "Scored 8" in lif("risk", "score", "RK-2016-001", "--from", "score.json")


def test_programs_read_them_as_json(lif: Lif) -> None:
    found = json.loads(lif("risk", "list", "--format", "json"))
    assert (found["kind"], found["risks"][0]["score"], found["risks"][0]["movement"]) == ("risks", 12, "down")
    assert [band["word"] for band in found["bands"]] == ["Low", "Medium", "High", "Very high"]
    assert json.loads(lif("risk", "map", "--format", "json"))["cells"][13]["risks"] == ["RK-2017-001"]
    assert json.loads(lif("risk", "show", "RK-2017-001", "--format", "json"))["standing"]["daysLate"] == 212
    assert json.loads(lif("challenge", "list", "--format", "json"))["challenges"][0]["result"] == "changed"
    assert json.loads(lif("challenge", "show", "CH-2017-001", "--format", "json"))["standing"]["days"] == 18
    assert json.loads(lif("voice", "list", "--format", "json"))["voices"][0]["unanswered"] == ["M2"]
    assert json.loads(lif("voice", "kinds", "--format", "json"))["kinds"][0]["times"] == 1
    for noun in ("risk", "challenge", "voice"):
        head, row = lif(noun, "list", "--format", "csv").split("\n")[:2]
        assert head.removeprefix("\ufeff").split(",")[0] == noun
        assert len(row.split(",")) == len(head.split(","))


def test_the_three_words_in_a_terminal(tiny_board: Path, run_lif: RunLif) -> None:
    for noun, word in (("risk", "map"), ("challenge", "list"), ("voice", "list")):
        done = run_lif(noun, word, cwd=tiny_board, env={"LIF_AS_OF": DAY})
        assert done.returncode == 0, done.stderr
        assert "2017-001" in done.stdout
