"""`lif learning`, as it is typed: a lesson is followed from its source to the difference it made."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.conftest import RunLif
from tests.support import path_of, write_file

ID = "LL-2018-001"
DAY = {"LIF_AS_OF": "2018-12-31"}


def lif(run_lif: RunLif, root: Path, *words: str, code: int = 0) -> str:
    """What is printed on both streams."""
    done = run_lif("learning", *words, cwd=root, env=DAY)
    assert done.returncode == code, done.stderr
    return done.stdout + done.stderr


def test_a_lesson_comes_full_circle(tiny_board: Path, run_lif: RunLif) -> None:
    said = lif(
        run_lif, tiny_board, "new", "--title", "Ask why", "--lesson", "Nobody asked why.", "--why", "It told all.",
        "--source", "AU-2017-001.F1", "--external", "A review", "--published", "2016", "--link", "https://a.example",
        "--theme", "missed-appointments", "--what-to-do", "Ask.", "--question", "Who asked?",
        "--audience", "agencies", "--date", "2018-01-10",
    )  # fmt: skip
    assert said == f"{ID} was opened in records/learning/2018/{ID}.yaml.\n"
    assert "Next: lif learning embed" in lif(
        run_lif, tiny_board, "spread", ID, "--channel", "board-training", "--to", "All clinics", "--reached", "40",
        "--agency", "health-trust", "--date", "2018-02-01",
    )  # fmt: skip
    before = path_of(tiny_board, "learning", ID).read_bytes()
    embedding = [
        "embed",
        ID,
        "--changed",
        "The form asks why.",
        "--record",
        "AP-2017-001.A1",
        "--date",
        "1/3/2018",
    ]
    assert "+    changed: The form asks why." in lif(run_lif, tiny_board, *embedding, "--dry-run")
    assert path_of(tiny_board, "learning", ID).read_bytes() == before
    lif(run_lif, tiny_board, *embedding, "--by", "health-trust")
    lif(run_lif, tiny_board, "note", ID, "Two clinics wait for the form.", "--date", "2018-04-01")
    said = lif(
        run_lif, tiny_board, "evaluate", ID, "--method", "tracking", "--result", "improved", "--found", "Seen.",
        "--child", "Child R1=yes: Was asked, and said why.", "--number", "1", "--date", "2018-09-01",
    )  # fmt: skip
    assert "To 1 of 1 child tracked it made, or would have made, a difference." in said
    assert "It has come full circle." in said
    shown = lif(run_lif, tiny_board, "show", ID)
    for words in (
        "THE LOOP",
        "40 people reached",
        "Borne out by AP-2017-001.A1",
        "Child R1: yes",
        "https://a.ex",
    ):
        assert words in shown
    assert "Closed: It holds." in lif(run_lif, tiny_board, "close", ID, "--reason", "It holds.")
    assert run_lif("validate", cwd=tiny_board).returncode == 0


def test_what_is_missing_is_named_at_once(tiny_board: Path, run_lif: RunLif) -> None:
    for words, options in (
        (["new"], ["--title", "--lesson", "--why", "--source"]),
        (["spread", "LL-2017-001"], ["--channel", "--to"]),
        (["embed", "LL-2017-001"], ["--changed"]),
        (["evaluate", "LL-2017-001"], ["--method", "--result", "--found"]),
        (["close", "LL-2017-001"], ["--reason"]),
    ):
        said = lif(run_lif, tiny_board, *words, code=2)
        assert all(option in said for option in options), said


def test_a_child_that_cannot_be_read_is_not_repeated(tiny_board: Path, run_lif: RunLif) -> None:
    words = ["evaluate", "LL-2017-001", "--method", "tracking", "--result", "same", "--found", "x"]
    assert "--child is missing" in lif(run_lif, tiny_board, *words, code=2)
    said = lif(run_lif, tiny_board, *words, "--child", "Kyle Smith: yes", code=2)
    assert "Kyle" not in said
    assert '"Child R1=yes: ' in said


def test_everything_may_come_from_a_file(tiny_board: Path, run_lif: RunLif) -> None:
    write_file(tiny_board, "new.yaml", "title: Listen\nlesson: Listen first.\nwhy: They know.\nexternal:\n"
               "  - title: One\n  - title: Two\n")  # fmt: skip
    lif(run_lif, tiny_board, "new", "--from", "new.yaml", "--date", "2018-01-10")
    write_file(tiny_board, "seen.json", json.dumps({
        "method": "tracking", "result": "same", "found": "No change.", "date": "2018-03-01",
        "children": [{"code": "Child 1", "difference": "unknown", "text": "Moved away."}],
    }))  # fmt: skip
    said = lif(run_lif, tiny_board, "evaluate", "LL-2017-001", "--from", "seen.json")
    assert "of 1 it is not known" in said


@pytest.fixture
def listed(tiny_board: Path, run_lif: RunLif) -> Path:
    """The tiny Board with one more lesson, from something published elsewhere."""
    lif(run_lif, tiny_board, "new", "--title", "=1+1", "--lesson", "x", "--why", "y", "--external", "E",
        "--date", "2018-12-01")  # fmt: skip
    return tiny_board


@pytest.mark.parametrize(
    ("options", "ids"),
    [
        ([], ["LL-2017-001", ID]),
        (["--stuck"], ["LL-2017-001"]),
        (["--stage", "identified"], [ID]),
        (["--theme", "was-not-brought"], ["LL-2017-001"]),
        (["--source", "CR-2017-001"], ["LL-2017-001"]),
        (["--source", "CR-2017-001.R2"], ["LL-2017-001"]),
        (["--source", "CR-2017-001.R1"], []),
        (["--as-of", "2017-03-01"], []),
    ],
)
def test_the_list_is_narrowed(options: list[str], ids: list[str], listed: Path, run_lif: RunLif) -> None:
    done = run_lif("learning", "list", *options, "--format", "json", cwd=listed, env=DAY)
    given = json.loads(done.stdout)
    assert (given["schemaVersion"], given["kind"]) == (1, "lessons")
    assert [one["id"] for one in given["lessons"]] == ids


def test_the_list_says_where_each_hangs_and_for_how_long(listed: Path, run_lif: RunLif) -> None:
    done = run_lif("learning", "list", cwd=listed, env=DAY)
    assert "LL-2017-001  disseminated  2017-04-05  635   stuck: never embedded or evaluated" in done.stdout
    assert done.stderr == "2 lessons on 31 December 2018: 1 stuck, 1 under way.\n"
    written = run_lif("learning", "list", "--format", "csv", cwd=listed, env=DAY).stdout
    head, first, second = csv.reader(io.StringIO(written.removeprefix("\ufeff"), newline=""))
    assert dict(zip(head, first, strict=True))["hangs"] == "never embedded or evaluated"
    assert dict(zip(head, first, strict=True))["people reached"] == "64"
    assert dict(zip(head, second, strict=True))["people reached"] == ""
    assert dict(zip(head, second, strict=True))["title"] == "'=1+1"


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["list", "--theme", "missed-appointment"], 4, "Did you mean missed-appointments"),
        (["list", "--source", "CR-2017-002"], 4, "Did you mean CR-2017-001"),
        (["list", "--stage", "embeded"], 2, "Did you mean embedded"),
        (["themes", "missing"], 4, "There is no theme called missing."),
        (["show", "LL-2017-001", "--as-of", "2017-01-01"], 4, "had not been identified by 1 January 2017"),
        (["briefing", "LL-2017-009"], 4, "There is no lesson called LL-2017-009."),
        (["new", "--title", "x", "--publisher", "NSPCC"], 2, "--external TITLE"),
        (["new", "--title", "x", "--lesson", "y", "--why", "z", "--source", "CR-2017-001", "--date", "2019-02-01"], 2,
         "lies ahead"),
    ],
)  # fmt: skip
def test_what_cannot_be_answered(
    words: list[str], code: int, said: str, tiny_board: Path, run_lif: RunLif
) -> None:
    assert said in lif(run_lif, tiny_board, *words, code=code)


def test_themes_in_short_and_in_full(tiny_board: Path, run_lif: RunLif) -> None:
    said = lif(run_lif, tiny_board, "themes")
    assert (
        "Appointments that children are not brought to (missed-appointments)\n    Seen once in 2017;" in said
    )
    said = lif(run_lif, tiny_board, "themes", "was-not-brought")
    assert "SEEN\n  CR-2017-001     17 January 2017: Family A" in said
    assert "LESSONS\n  LL-2017-001     Children are brought, or not brought." in said


def test_the_briefing_says_what_it_lacks(tiny_board: Path, run_lif: RunLif) -> None:
    said = lif(run_lif, tiny_board, "briefing", "LL-2017-001")
    assert "for the Board, shows things as they stood on 31 December 2018. Marking: OFFICIAL." in said
    for name in ("md", "pdf", "docx", "html"):
        assert f"  build/learning/LL-2017-001/briefing.{name}\n" in said
        assert (tiny_board / f"build/learning/LL-2017-001/briefing.{name}").stat().st_size
    assert "Nothing is recorded yet about questions to talk over. Record it: lif edit LL-2017-001" in said


@pytest.mark.parametrize(
    ("log", "said"),
    [
        ("[x]", "log 1"),
        ("5", "log: a list is wanted here"),
        ("{a: b}", "log: a list is wanted here"),
        ("[{date: soon, by: business-manager, entry: identified}]", "log 1, date"),
    ],
)
def test_a_log_from_a_file_that_is_none(log: str, said: str, tiny_board: Path, run_lif: RunLif) -> None:
    given = write_file(
        tiny_board, "given.yaml", f"title: T\nlesson: L\nwhy: W\nsources: [CR-2017-001]\nlog: {log}\n"
    )
    assert said in lif(run_lif, tiny_board, "new", "--from", str(given), code=1)


def test_a_theme_that_was_not_seen_by_the_day_is_told_to_programs_as_well(
    tiny_board: Path, run_lif: RunLif
) -> None:
    asked = ("themes", "missed-appointments", "--as-of", "1990-01-01")
    assert json.loads(lif(run_lif, tiny_board, *asked, "--format", "json"))["themes"] == []
    assert (
        lif(run_lif, tiny_board, *asked) == "The theme missed-appointments was not seen by 1 January 1990.\n"
    )


def test_what_was_learned_from_elsewhere_is_listed_with_its_kind(tiny_board: Path, run_lif: RunLif) -> None:
    new = ["new", "--title", "Fathers", "--lesson", "Ask for the father.", "--why", "He was there.", "--external",
           "Hidden men", "--publisher", "NSPCC", "--published", "2015"]  # fmt: skip
    assert "Record one: lif learning new --external" in lif(run_lif, tiny_board, "list", "--external")
    assert "none of the words" in lif(run_lif, tiny_board, *new, "--external-kind", "resarch", code=2)
    lif(run_lif, tiny_board, *new, "--external-kind", "research", "--date", "2018-01-10")
    shown = lif(run_lif, tiny_board, "list", "--external")
    assert "  LL-2018-001  research: Hidden men, NSPCC, 2015\n" in shown
    assert "Lesson (identified): Fathers\n" in shown
    [lesson] = json.loads(lif(run_lif, tiny_board, "list", "--external", "--format", "json"))["lessons"]
    assert lesson["externalSources"][0]["kind"] == "research"
