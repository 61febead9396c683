"""`lif annual`, as it is typed: from the first word to the edition for the public."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from lif.cli.ending import run
from lif.insight.annual.sections import SECTIONS
from tests.conftest import RunLif
from tests.support import path_of, replace_text, write_file

Lif = Callable[..., str]
YEAR = "2016-17"


@pytest.fixture
def lif(tiny_board: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Lif:
    """`lif("annual", "list", code=0)`: what a command prints on both streams, run in this process."""
    monkeypatch.chdir(tiny_board)
    monkeypatch.setenv("LIF_AS_OF", "2018-03-01")

    def call(*words: str, code: int = 0) -> str:
        ended = run([*words])
        out, err = capsys.readouterr()
        assert ended == code, out + err
        return out + err

    return call


def write_all(lif: Lif) -> None:
    lif("annual", "new", "2016/17")
    for section in SECTIONS:
        lif("annual", "write", YEAR, section.id, "--text", f"Of {section.id}.", "--date", "2017-06-01")


def test_a_report_is_written_agreed_and_published(lif: Lif, tiny_board: Path) -> None:
    assert "+audience: board" in lif("annual", "new", "2016/17", "--dry-run")
    assert not path_of(tiny_board, "annual", YEAR).exists()
    write_all(lif)
    shown = lif("annual", "show", YEAR)
    assert "Foreword – Independent Chair, 1 June 2017" in shown
    assert "to be written" not in shown
    assert "2016-17  draft   all written" in lif("annual", "list")
    lif("annual", "weakness", YEAR, "--text", "Letters come late.", "--date", "2017-06-01")
    refused = lif("annual", "agree", YEAR, "--date", "2017-09-14", code=1)
    assert "Weakness W1: no cause is named" in refused
    assert "Weakness W1: nothing is done" in refused
    written = lif("annual", "weakness", YEAR, "--number", "W1", "--text", "Letters come late.", "--cause", "One clerk.",
                  "--cause", "No e-mail.", "--action", "A second clerk.", "--record", "AU-2017-001",
                  "--date", "2017-06-02")  # fmt: skip
    assert "W1 was replaced, with 2 causes" in written
    for review in json.loads(lif("annual", "show", YEAR, "--format", "json"))["reviewsLeftOut"]:
        lif("annual", "without", YEAR, review, "--reason", "It has only begun.", "--date", "2017-06-02")
    assert "agreed on 14 September 2017" in lif("annual", "agree", YEAR, "--date", "2017-09-14")
    assert "was not agreed by" in lif("annual", "publish", YEAR, "--date", "2017-09-01", code=1)
    lif("annual", "publish", YEAR, "--date", "2017-09-29")
    assert "what is written in it stays" in lif(
        "annual", "write", YEAR, "foreword", "--text", "Other.", code=1
    )
    listed = json.loads(lif("annual", "list", "--format", "json"))["reports"]
    assert [(one["id"], one["complete"], one["published"]) for one in listed] == [
        ("2016-17", True, "2017-09-29"), ("2017-18", False, None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("new", "2017"), 2, "2017 is no financial year"),
        (("new", "2017-18"), 1, "There is already a record called 2017-18"),
        (("show", "2014-15"), 4, "Begin it with: lif annual new 2014-15"),
        (("show", "2017-18", "--as-of", "2017-01-01"), 4, "The year 2017/18 begins on 1 April 2017"),
        (("write", "2017-18", "forword", "--text", "x"), 2, "Did you mean foreword"),
        (("write", "2017-18", "foreword"), 2, "--text is missing: what the Independent Chair wants"),
        (("write", "2017-18", "foreword", "--text", "x", "--date", "2018-04-01"), 1, "lies ahead"),
        (("write", "2017-18", "foreword", "--text", "x", "--by", "nobody"), 1, "called nobody"),
        (("write", "2017-18", "voice", "--text", "Ring 01234 567890."), 1, "what looks like a telephone number"),
        (("weakness", "2017-18", "--text", "x", "--number", "W7"), 1, "holds no weakness W7"),
        (("without", "2017-18", "CR-2017-999", "--reason", "x"), 4, "no review called CR-2017-999"),
        (("agree", "2017-18"), 1, "had not ended"),
        (("build", "2017-18", "--edition", "everybody"), 2, "One of: board, public"),
        (("build", "2017-18", "--edition", "public"), 1, "not cleared for the public (audience: board)"),
        (("build", "2017-18", "--format", "odt"), 2, "There is no format called odt"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_refused_with_the_way_out(
    lif: Lif, words: tuple[str, ...], code: int, said: str
) -> None:
    assert said in lif("annual", *words, code=code)


def test_what_people_wrote_survives_every_building(lif: Lif, tiny_board: Path) -> None:
    path = path_of(tiny_board, "annual", "2017-18")
    replace_text(path, "audience: board", "# Cleared by nobody yet.\naudience: board")
    lif("annual", "write", "2017-18", "voice", "--text", "They said *less* | {{ more }}.\n\nAnd wait.")
    before = path.read_bytes()
    said = lif("annual", "build", "2017-18", "--format", "md")
    assert "12 sections nobody has written" in said
    lif("annual", "build", "2017-18", "--formats", "md")
    assert path.read_bytes() == before
    assert b"# Cleared by nobody yet." in before
    built = (tiny_board / "build/annual/2017-18/annual-report-2017-18.md").read_text(encoding="utf-8")
    assert "A year of two clinics." in built
    assert "They said *less*" in built
    assert r"\{\{ more \}\}" in built
    assert built.count("To be written") == 12


def test_the_public_edition_holds_and_names_only_what_is_cleared(lif: Lif, tiny_board: Path) -> None:
    write_all(lif)
    for review in json.loads(lif("annual", "show", YEAR, "--format", "json"))["reviewsLeftOut"]:
        lif("annual", "without", YEAR, review, "--reason", "It has only begun.")
    path = path_of(tiny_board, "annual", YEAR)
    build = ["annual", "build", YEAR, "--edition", "public", "--format", "md"]
    replace_text(path, "audience: board", "audience: public")
    said = lif(*build)
    folder = tiny_board / f"build/annual/{YEAR}-public"
    text = (folder / f"annual-report-{YEAR}.md").read_text(encoding="utf-8")
    assert "RK-2017-001" not in text
    assert "The year in numbers" not in text
    assert text.count("only what has been cleared for the public") == 1
    assert "Only what is cleared" not in text
    assert "Of voice." in text
    assert "Left out, because it is not cleared for the public:" in said
    assert "RK-2017-001" in said
    lif("annual", "write", YEAR, "voice", "--text", "See VO-2017-001.")
    refused = lif(*build, code=1)
    assert "VO-2017-001, in what was written for voice" in refused
    replace_text(path, "See VO-2017-001.", "Write to a.b@example.org.")
    assert "P701" in lif(*build, code=1)
    replace_text(path, "Write to a.b@example.org.", "See nothing.")
    board = path_of(tiny_board, "board", "board")
    replace_text(
        board, "      label: OFFICIAL\n", "      label: OFFICIAL\n    - id: higher\n      label: HIGHER\n"
    )
    replace_text(path, "audience: public", "audience: public\nmarking: higher")
    assert "carry a marking above the lowest" in lif(*build, code=1)


def test_words_older_than_what_they_speak_of_are_marked_until_the_report_is_agreed(
    lif: Lif, tiny_board: Path
) -> None:
    lif(
        "annual",
        "write",
        "2017-18",
        "challenge",
        "--text",
        "All is well.",
        "--by",
        "police",
        "--date",
        "2017-04-20",
    )
    assert "challenge     Written on 20 April 2017. Since then this was recorded on: RK-2017-001" in lif(
        "annual", "show", "2017-18"
    )
    lif("annual", "build", "2017-18", "--format", "md")
    built = tiny_board / "build/annual/2017-18/annual-report-2017-18.md"
    assert built.read_text(encoding="utf-8").count("Older than what it speaks of") == 1


def test_a_signal_of_weakness_is_taken_up_by_naming_its_record(lif: Lif, tiny_board: Path) -> None:
    replace_text(
        path_of(tiny_board, "risk", "RK-2017-001"),
        "    likelihood: 3\n    impact: 4\n", "    likelihood: 5\n    impact: 5\n",
    )  # fmt: skip
    shown = json.loads(lif("annual", "show", "2017-18", "--format", "json"))
    assert "RK-2017-001" in [one["where"] for one in shown["signsWithoutWeakness"]]
    lif("annual", "weakness", "2017-18", "--text", "Two clinics.", "--cause", "Two systems.", "--action", "One.",
        "--record", "RK-2017-001")  # fmt: skip
    shown = json.loads(lif("annual", "show", "2017-18", "--format", "json"))
    assert "RK-2017-001" not in [one["where"] for one in shown["signsWithoutWeakness"]]
    assert "[RK-2017-001]" not in lif("annual", "show", "2017-18")


def test_in_a_real_shell(tiny_board: Path, run_lif: RunLif) -> None:
    given = write_file(
        tiny_board.parent, "words.yaml", "text: |\n  One.\n\n  Two.\nby: police\ndate: 2018-02-01\n"
    )
    wrote = run_lif("annual", "write", "2017-18", "training", "--from", given, cwd=tiny_board)
    assert (wrote.returncode, "the words of Saltmere Police were written" in wrote.stdout) == (0, True), (
        wrote.stderr
    )
    built = run_lif("annual", "build", "2017-18", "--as-of", "2018-03-01", cwd=tiny_board)
    assert built.returncode == 0, built.stderr
    folder = tiny_board / "build/annual/2017-18"
    assert {one.suffix for one in folder.iterdir()} >= {".pdf", ".docx", ".html", ".md"}
