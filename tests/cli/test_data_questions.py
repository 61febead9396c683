"""`lif data check`, `comment` and `change`, as they are typed."""

import json
import sys
from pathlib import Path

from tests.conftest import Git, RunLif
from tests.support import write_file

CSV = "records/indicators/contacts.csv"
HEAD = "period,area,numerator,denominator,value,mark\n"
NEW = (
    "data", "new", "contacts", "--title", "Contacts", "--definition", "Contacts in the year",
    "--unit", "rate-per-10000", "--polarity", "neither", "--frequency", "yearly", "--measures", "how-much",
    "--journey", "front-door", "--owner", "police",
)  # fmt: skip


def contacts(root: Path, run_lif: RunLif, rows: str) -> None:
    assert run_lif(*NEW, cwd=root).returncode == 0
    write_file(root, CSV, HEAD + rows)


def test_a_rate_that_cannot_be_is_asked_about_until_it_is_answered(tiny_board: Path, run_lif: RunLif) -> None:
    contacts(tiny_board, run_lif, "2016,E06999999,1580,41415,381.5,\n2017,E06999999,9645,41415,232.9,\n")
    done = run_lif("data", "check", "contacts", "--as-of", "2018-03-01", cwd=tiny_board)
    assert done.returncode == 1
    said = " ".join(done.stdout.split())
    assert (
        "D550 (warning) Saltmere 2017: 232.9 per 10,000 does not follow from 9,645 of 41,415, which make 2,328.9 per "
        "10,000. It is a tenth of it: perhaps the decimal point slipped."
    ) in said
    assert "2016" not in said.replace("2016-", "")
    assert "1 indicator with 2 figures looked at: 1 question is open." in said
    answer = (
        "data",
        "comment",
        "contacts",
        "--period",
        "2017",
        "--text",
        "As published.",
        "--answers",
        "d550",
    )
    dry = run_lif(*answer, "--dry-run", cwd=tiny_board)
    assert (dry.returncode, "+    answers:" in dry.stdout) == (0, True), dry.stderr
    told = run_lif(*answer, "--date", "2018-02-01", "--by", "business-manager", cwd=tiny_board)
    assert told.stdout.splitlines()[-1] == "It answers D550."
    after = run_lif("data", "check", "contacts", "--as-of", "2018-03-01", cwd=tiny_board)
    assert after.returncode == 0
    assert "D550 about 2017: answered by Business Manager on 1 February 2018." in after.stdout
    assert after.stdout.splitlines()[-1].endswith("nothing is left to ask, 1 answered.")


def test_check_as_json_has_open_and_answered_questions(tiny_board: Path, run_lif: RunLif) -> None:
    contacts(tiny_board, run_lif, "2015,E92000001,930,4500,2075.1,\n2017,E06999999,12,80,1.5,\n")
    found = json.loads(
        run_lif("data", "check", "--format", "json", "--as-of", "2018-03-01", cwd=tiny_board).stdout
    )
    assert (found["schemaVersion"], found["kind"], found["asOf"]) == (1, "figure-questions", "2018-03-01")
    one = found["indicators"][0]
    assert (one["name"], one["figures"], one["unread"]) == ("contacts", 2, False)
    (question,) = one["questions"]
    assert {key: question[key] for key in ("code", "severity", "areaName", "period", "file", "line", "answered")} == {
        "code": "D550", "severity": "warning", "areaName": "Saltmere", "period": "2017", "file": CSV, "line": 3,
        "answered": None,
    }  # fmt: skip
    assert one["rounded"] == [
        {"area": "E92000001", "name": "England", "period": "2015", "value": 2075.1, "expected": 2066.7,
         "roundedTo": 10}
    ]  # fmt: skip


def test_a_definition_changed_without_a_note_is_asked_about_and_with_one_it_is_not(
    tiny_repository: Path, run_lif: RunLif, git: Git
) -> None:
    text = ("--text", "As the Department counts since 2018.", "--date", "2018-02-01")
    done = run_lif("data", "change", "repeat-plans", "--definition", "Plans.", *text, cwd=tiny_repository)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(
        "repeat-plans, 1 February 2018: definition changed, and the change log says why."
    )
    day = ("--as-of", "2018-03-01")
    assert "D558" not in run_lif("data", "check", *day, cwd=tiny_repository).stdout
    git(tiny_repository, "commit", "-qam", "Count as the Department does")
    path = tiny_repository / "records/indicators/repeat-plans.yaml"
    path.write_bytes(path.read_bytes().replace(b"definition: Plans.", b"definition: All plans."))
    after = run_lif("data", "check", *day, cwd=tiny_repository)
    assert (after.returncode, "D558 (remark)" in after.stdout) == (0, True)
    saved = run_lif("save", "Count all", "--dry-run", cwd=tiny_repository)
    assert (saved.returncode, "D558 (remark) repeat-plans: the definition was changed" in saved.stderr) == (
        0,
        True,
    )


def test_what_is_missing_is_named_at_once(tiny_board: Path, run_lif: RunLif) -> None:
    done = run_lif("data", "comment", "repeat-plans", cwd=tiny_board)
    assert done.returncode == 2
    assert [line.partition(":")[0].strip() for line in done.stderr.splitlines()[1:3]] == [
        "--period",
        "--text",
    ]
    done = run_lif("data", "change", "repeat-plans", "--text", "T", "--unit", "percents", cwd=tiny_board)
    assert (done.returncode, "Did you mean percent?" in done.stderr) == (2, True)
    done = run_lif("data", "change", "repeat-plans", "--text", "T", "--target", "nan", cwd=tiny_board)
    assert (done.returncode, "--target wants a number" in done.stderr) == (2, True)
    done = run_lif(
        "data", "change", "repeat-plans", "--text", "T", "--target", "20", "--basis", "forecast", "--dry-run",
        "--theme", "missed-appointments", cwd=tiny_board,
    )  # fmt: skip
    assert (done.returncode, "+  value: 20\n" in done.stdout) == (0, True), done.stderr
    assert "+themes:" in done.stdout


def test_a_change_from_standard_input(tiny_board: Path, run_lif: RunLif) -> None:
    given = json.dumps({"text": "Agreed with the agency.", "owner": "police", "breaks_series": True})
    done = run_lif("data", "change", "repeat-plans", "--from", "-", "--dry-run", cwd=tiny_board, stdin=given)
    assert done.returncode == 0, done.stderr
    assert "+owner: police" in done.stdout
    assert "+    breaks_series: true" in done.stdout
    other = run_lif(
        "data", "change", "repeat-plans", "--from", "-", cwd=tiny_board, stdin='{"text": "T", "log": 1}'
    )
    assert (other.returncode, "log is no key that this command changes" in other.stderr) == (2, True)


def test_whoever_edits_a_definition_is_asked_for_a_note(
    tiny_board: Path, run_lif: RunLif, tmp_path: Path
) -> None:
    editor = tmp_path / "editor.py"
    editor.write_text(
        "import pathlib, sys\n"
        "path = pathlib.Path(sys.argv[1])\n"
        "path.write_bytes(path.read_bytes().replace(b'Share of plans', b'Plans'))\n",
        encoding="utf-8",
    )
    environment = {"EDITOR": f'"{sys.executable}" "{editor}"', "VISUAL": ""}
    done = run_lif("edit", "repeat-plans", cwd=tiny_board, env=environment)
    assert done.returncode == 0, done.stderr
    assert "D558 (remark) repeat-plans: the definition was changed" in done.stdout
    assert "lif data change repeat-plans --text …" in done.stdout
    again = run_lif("edit", "repeat-plans", cwd=tiny_board, env=environment)
    assert "was changed" not in again.stdout
