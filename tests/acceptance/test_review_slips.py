"""What a tired person does with `lif review`, and what is said then; the record holds no slip afterwards."""

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest

from lif.store.load import load
from tests.conftest import RunLif
from tests.support import tiny_records, write_record

CASE = "CR-2017-001"
TODAY = {"LIF_AS_OF": "2018-12-31"}
Lif = Callable[..., CompletedProcess[str]]


@pytest.fixture
def board(tiny_board: Path) -> Path:
    """The tiny Board with a serious case review that has begun."""
    value = tiny_records()["review", CASE]
    value |= {"type": "serious-case-review", "regime": "wt2015", "contributions": [], "recommendations": []}
    referred = value["log"][0]
    steps = [
        ("considered", {"group": "strategic-board", "recommends": "serious-case-review"}),
        ("decided", {"decision": "review", "type": "serious-case-review", "reasons": "Harm."}),
        ("started", {"due": "2017-12-01"}),
    ]
    value["log"] = [
        referred,
        *({"date": f"2017-0{month}-01", "by": "independent-chair", "entry": kind, **more}
          for month, (kind, more) in enumerate(steps, start=3)),
    ]  # fmt: skip
    for key in ("period", "lessons", "good_practice"):
        value.pop(key, None)
    write_record(tiny_board, "review", CASE, value)
    plan = tiny_records()["plan", "AP-2017-001"]
    write_record(tiny_board, "plan", "AP-2017-001", {**plan, "actions": []})
    return tiny_board


@pytest.fixture
def lif(board: Path, run_lif: RunLif) -> Lif:
    def run(*words: str) -> CompletedProcess[str]:
        return run_lif("review", *words, cwd=board, env=TODAY)

    return run


def log_of(board: Path) -> Any:
    return load(board).by_id[CASE].record.log


def done(lif: Lif, *words: str) -> str:
    ended = lif(*words)
    assert ended.returncode == 0, ended.stderr
    return ended.stdout + ended.stderr


@pytest.mark.parametrize(("word", "missing"), [("panel", ("--chair", "--agency")), ("terms", ("--terms",))])
def test_a_step_of_which_nothing_is_said_is_not_recorded(
    word: str, missing: tuple[str, ...], board: Path, lif: Lif
) -> None:
    before = log_of(board)
    ended = lif(word, CASE)

    assert ended.returncode == 2
    assert all(option in ended.stderr for option in missing)
    assert log_of(board) == before
    done(lif, word, CASE, "--note", "Only that it happened is known.")


def test_the_time_looked_at_is_repeated(lif: Lif) -> None:
    said = done(lif, "terms", CASE, "--looks-from", "January 2016", "--looks-to", "9/3/2017")

    assert "It looks at the time from January 2016 to 9 March 2017." in said


def test_nobody_is_told_of_the_same_twice_on_one_day(board: Path, lif: Lif) -> None:
    told = ("notify", CASE, "--of", "decision", "--date", "2017-06-02", "--told")
    done(lif, *told, "ofsted")
    done(lif, *told, "ofsted", "--told", "national-panel")
    again = lif(*told, "national-panel")

    assert again.returncode == 1
    assert "on record already" in again.stderr
    assert [entry.told for entry in log_of(board) if entry.entry == "notified"] == [
        "ofsted",
        "national-panel",
    ]
    done(lif, *told[:-2], "2017-06-03", "--told", "ofsted")


def test_a_second_view_of_the_same_day_is_remarked_on(lif: Lif) -> None:
    view = (
        "consider",
        CASE,
        "--group",
        "strategic-board",
        "--recommends",
        "no-review",
        "--date",
        "2017-03-02",
    )

    assert "both stand now" not in done(lif, *view)
    assert "both stand now" in done(lif, *view)


def test_a_reviewer_recorded_again_is_the_same_reviewer(board: Path, lif: Lif) -> None:
    for agency in ("police", "health-trust"):
        done(lif, "contribution", "request", CASE, agency, "--method", "report")
    done(lif, "reviewer", CASE, "--reviewer", "Lead Reviewer 1", "--independent-of-board", "--role", "lead-reviewer",
         "--independent-of", "police")  # fmt: skip
    said = done(lif, "reviewer", CASE, "--reviewer", "lead reviewer 1", "--independent-of", "health-trust")

    assert "takes in what was recorded of this reviewer" in said
    assert "D466" not in said
    last = log_of(board)[-1]
    assert (last.role, last.independent_of_board) == ("lead-reviewer", "yes")
    assert last.independent_of == ["police", "health-trust"]
    shown = done(lif, "show", CASE)
    assert shown.split("REVIEWERS")[1].split("CONTRIBUTIONS")[0].count("eviewer 1") == 1


def test_a_contribution_is_asked_for_by_a_day_and_shown_late_after_it(lif: Lif) -> None:
    asked = ("contribution", "request", CASE, "police", "--method", "report", "--date", "2017-07-01", "--due")
    refused = lif(*asked, "2017-06-30")

    assert refused.returncode == 1
    assert "--due" in refused.stderr
    assert "by 1 September 2017" in done(lif, *asked, "1/9/2017")
    shown = done(lif, "show", CASE, "--as-of", "2017-09-04")
    assert "report: asked for, due by 1 September 2017, 3 days late" in shown


def test_what_is_left_undone_is_said_when_a_review_is_closed(lif: Lif) -> None:
    said = done(lif, "close", CASE, "--reason", "All is done.")

    assert "Not recorded when it was closed: " in said
    assert "form the panel" in said
    assert "close the review" not in said


def test_as_of_a_day_before_it_was_handed_over_the_earlier_owner_answers_for_it(
    board: Path, lif: Lif
) -> None:
    value = {**tiny_records()["review", CASE], "owner": "business-manager"}
    write_record(board, "review", CASE, value)
    done(lif, "owner", CASE, "--reason", "It ended.", "--date", "2018-06-01", "--to", "independent-chair")
    shown = [done(lif, "show", CASE, "--as-of", f"2018-{month}-01") for month in ("05", "07")]

    answering = [text.partition("Answers for it")[2].split("\n")[0].strip() for text in shown]
    assert answering == ["Business Manager", "Independent Chair"]


def test_answers_of_one_sitting_stand_in_one_line_and_say_what_was_answered(lif: Lif) -> None:
    for fact, word in (("a", "Yes"), ("b-i", "N"), ("b-ii-harm", "yes")):
        done(lif, "answer", CASE, fact, word, "--date", "2017-06-05")
    shown = " ".join(done(lif, "show", CASE).split())

    assert "3 questions of the screening answered by Business Manager: a yes, b-i no, b-ii-harm yes." in shown
    assert "not recorded whether they died" not in shown


def test_options_beside_a_file_of_answers_are_named(board: Path, lif: Lif) -> None:
    (board / "answers.yaml").write_text("answers: {a: yes}\n", encoding="utf-8")
    ended = lif("answer", CASE, "--from", "answers.yaml", "--said-by", "police")

    assert ended.returncode == 2
    assert "--said-by cannot stand beside it" in ended.stderr


def test_everything_that_a_new_case_needs_is_named_at_once(lif: Lif) -> None:
    ended = lif("new", "--title", "Child B")

    assert ended.returncode == 2
    assert all(f"  {option}: " in ended.stderr for option in ("--type", "--referred", "--source"))
    assert "--title" not in ended.stderr
    near = lif(
        "new", "--type", "serious-case-reviw", "--title", "B", "--referred", "2017-05-02", "--source", "other"
    )
    assert "Did you mean serious-case-review" in near.stderr


def test_roles_and_agencies_are_known_by_what_they_are_called(board: Path, lif: Lif) -> None:
    done(lif, "new", "--type", "undecided", "--title", "Child B", "--referred", "2017-05-02", "--source",
         "partner-agency", "--agency", "Saltmere Police", "--by", "Business manager", "--subject",
         "Child B: 5-9")  # fmt: skip
    made = next(one.record for one in load(board).of("review") if one.record.title == "Child B")
    assert (made.log[0].agency, made.log[0].by) == ("police", "business-manager")
    assert made.subjects[0].age_band == "5-9"
    done(lif, "note", CASE, "--by", "Independent Chair", "Read.", "--date", "2017-07-02")
    assert log_of(board)[-1].by == "independent-chair"
    wrong = lif("note", CASE, "--by", "Dr Jones", "Read.")
    assert wrong.returncode == 1
    assert "There are: " in wrong.stderr


def test_a_decision_on_a_screening_that_is_not_settled_says_so(lif: Lif) -> None:
    decided = ("decide", CASE, "--decision", "no-review", "--reasons", "None.", "--date", "2017-07-01")

    assert "unknown is not no" in done(lif, *decided)
