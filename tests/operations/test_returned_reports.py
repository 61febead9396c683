"""Reports that came back on their forms: taken in once, changed where they say something else, with their drafts."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from lif.exchange.problem import Problem
from lif.exchange.report_form import Mark
from lif.exchange.report_return import ReportReturned
from lif.operations.carry_out import carry_out
from lif.operations.report_drafts import follow_up
from lif.operations.returned_reports import ReadReport, ReportsTaken, agency_called, check_mark, take_reports
from lif.rules.check import check
from lif.store.board import Board
from lif.store.errors import NothingFound, Refusal
from lif.store.load import load

TODAY = date(2017, 10, 20)
POLICE = Mark("highlight", "highlight", "police", "2017-Q2")
POLICE_Q3 = ("highlight", "highlight", "police", "2017-Q3")
NO = {"answer": "no"}
SAID: dict[str, Any] = {
    "story": {"narrative": "Calls fell."},
    "serious_incident_referred": {"answer": "yes", "details": "Child K. Referred in August."},
    "new_risks": {"answer": "yes", "details": "A post is empty. It may stay so."},
    "escalation_used": {"answer": "yes", "details": "Once, about a plan that ended."},
}


def form(mark: Mark = POLICE, saved: str = "", problems: tuple[Problem, ...] = (), **said: Any) -> ReadReport:
    return ReadReport(
        "f.xlsx", ReportReturned(f"{saved}.xlsx", mark, {**SAID, **said}, problems, (), (), saved)
    )


def take(root: Path, *forms: ReadReport, **options: bool) -> ReportsTaken:
    made: list[ReportsTaken] = []

    def make(board: Board) -> ReportsTaken:
        made.append(take_reports(board, forms, TODAY, **options))
        return made[0]

    carry_out(root, make)
    return made[0]


def test_a_report_is_opened_with_a_draft_for_each_yes(tiny_board: Path) -> None:
    taken = take(tiny_board, form())

    assert [(one.state, one.report) for one in taken.forms] == [("new", "AR-2017-002")]
    assert taken.ids == ("AR-2017-002", "CR-2017-002", "RK-2017-002", "CH-2017-002")
    board = load(tiny_board)
    report = board.by_id["AR-2017-002"].record
    assert (report.received, report.agency, report.period) == (TODAY, "police", "2017-Q2")
    assert [report.serious_incident_referred.record, report.new_risks.record, report.escalation_used.record] == [
        "CR-2017-002", "RK-2017-002", "CH-2017-002",
    ]  # fmt: skip
    risk = board.by_id["RK-2017-002"].record
    assert (risk.title, risk.event, risk.owner, risk.sources) == (
        "A post is empty", "A post is empty. It may stay so.", "police", ["AR-2017-002"],
    )  # fmt: skip
    challenge = board.by_id["CH-2017-002"].record
    assert (challenge.kind, challenge.challenger, challenge.challenged) == ("escalation", "police", [])
    case = board.by_id["CR-2017-002"].record
    assert (case.type, case.summary, case.log[0].agency) == (
        "undecided",
        "Child K. Referred in August.",
        "police",
    )
    assert [finding for finding in check(board) if finding.severity == "error"] == []


def test_a_form_that_is_read_again_changes_nothing(tiny_board: Path) -> None:
    take(tiny_board, form())
    again = take(tiny_board, form())
    assert ([one.state for one in again.forms], dict(again.files)) == (["here-already"], {})


def test_what_a_later_form_says_takes_the_place_of_what_was_said(tiny_board: Path) -> None:
    take(tiny_board, form(new_risks=NO))
    unanswered = {
        question: {"answer": "unknown"} for question in ("serious_incident_referred", "escalation_used")
    }
    taken = take(tiny_board, form(story={"narrative": "Calls rose."}, **unanswered))

    [one] = taken.forms
    assert (one.state, one.report, one.changed) == ("changed", "AR-2017-002", ("story", "new_risks"))
    report = load(tiny_board).by_id["AR-2017-002"].record
    assert report.story.narrative == "Calls rose."
    assert (report.new_risks.record, report.escalation_used.answer) == ("RK-2017-002", "yes")
    assert len(load(tiny_board).of("challenge")) == 2


def test_of_two_forms_the_one_that_was_saved_later_counts(tiny_board: Path) -> None:
    later = form(saved="2017-10-19", story={"narrative": "Later."})
    taken = take(tiny_board, later, form(saved="2017-10-18"))
    assert [one.state for one in taken.forms] == ["new", "earlier"]
    assert load(tiny_board).by_id["AR-2017-002"].record.story.narrative == "Later."


def test_several_reports_get_numbers_one_after_the_other(tiny_board: Path) -> None:
    trust = Mark("highlight", "highlight", "health-trust", "2017-Q2")
    taken = take(tiny_board, form(), form(trust))
    assert [one.report for one in taken.forms] == ["AR-2017-002", "AR-2017-003"]
    assert {"RK-2017-002", "RK-2017-003", "CR-2017-002", "CR-2017-003"} <= set(taken.ids)


def test_a_form_with_a_problem_is_left_unless_the_rest_is_wanted(tiny_board: Path) -> None:
    wrong = (Problem("D7", "holds a number."),)
    left = take(tiny_board, form(problems=wrong))
    assert ([one.state for one in left.forms], left.left, dict(left.files)) == (["left"], 1, {})
    assert [one.state for one in take(tiny_board, form(problems=wrong), partial=True).forms] == ["new"]


def test_what_the_model_refuses_is_a_problem_of_its_form_alone(tiny_board: Path) -> None:
    trust = Mark("highlight", "highlight", "health-trust", "2017-Q2")
    bad = form(trust, problems=(), story={})
    taken = take(tiny_board, bad, form(), partial=True)
    assert [one.state for one in taken.forms] == ["left", "new"]
    assert "story" in taken.forms[0].problems[0].message
    assert taken.forms[1].report == "AR-2017-002"


def test_details_that_name_a_record_open_no_draft(tiny_board: Path) -> None:
    named = {"answer": "yes", "details": "See CR-2017-001."}
    take(tiny_board, form(serious_incident_referred=named, new_risks=NO, escalation_used=NO))
    board = load(tiny_board)
    assert board.by_id["AR-2017-002"].record.serious_incident_referred.record == "CR-2017-001"
    assert "CR-2017-002" not in board.by_id


def test_without_drafts_a_yes_is_left_to_be_followed_up(tiny_board: Path) -> None:
    take(tiny_board, form(), drafts=False)
    assert load(tiny_board).by_id["AR-2017-002"].record.new_risks.record is None
    carry_out(
        tiny_board,
        lambda board: follow_up(board, "AR-2017-002", {"serious_incident_referred": "CR-2017-001"}, TODAY),
    )
    report = load(tiny_board).by_id["AR-2017-002"].record
    assert [report.serious_incident_referred.record, report.new_risks.record, report.escalation_used.record] == [
        "CR-2017-001", "RK-2017-002", "CH-2017-002",
    ]  # fmt: skip
    with pytest.raises(Refusal, match="has been followed up, or it holds none"):
        follow_up(load(tiny_board), "AR-2017-002", {}, TODAY)
    carry_out(tiny_board, lambda board: take_reports(board, [form(Mark(*POLICE_Q3))], TODAY))
    with pytest.raises(Refusal, match="names RK-2017-002 for that already"):
        follow_up(load(tiny_board), "AR-2017-002", {"new_risks": "RK-2017-003"}, TODAY)


def test_only_a_yes_is_followed_up_and_only_by_its_own_register(tiny_board: Path) -> None:
    board = load(tiny_board)
    with pytest.raises(Refusal, match="does not answer serious_incident_referred with yes"):
        follow_up(board, "AR-2017-001", {"serious_incident_referred": "CR-2017-001"}, TODAY)
    with pytest.raises(NothingFound):
        follow_up(board, "AR-2017-001", {"new_risks": "CR-2017-001"}, TODAY)


def test_a_form_of_nobody_and_of_nothing_asked_is_refused(tiny_board: Path) -> None:
    board = load(tiny_board)
    with pytest.raises(Refusal, match="no agency of this Board"):
        check_mark(board, Mark("highlight", "highlight", "polise", "2017-Q2"), "f.xlsx")
    with pytest.raises(NothingFound, match="asks for no report called lado"):
        check_mark(board, Mark("assurance", "lado", "police", "2016/17"), "f.xlsx")


def test_an_agency_is_known_by_its_names(tiny_board: Path) -> None:
    board = load(tiny_board)
    name = board.by_id["police"].record.name
    assert [agency_called(board, said) for said in ("police", f" {name.upper()} ", "fire")] == [
        "police",
        "police",
        "",
    ]
