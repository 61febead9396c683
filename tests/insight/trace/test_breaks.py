"""What is broken is found, and nothing else."""

from typing import Any

import pytest

from lif.insight.trace.breaks import CODES
from lif.insight.trace.graph import trace
from tests.insight.samples import day, entry
from tests.insight.trace.samples import EVALUATED, EVIDENCED, answering, board, codes, records_with, traced

R1, R2, A1, A2 = "CR-2017-001.R1", "CR-2017-001.R2", "AP-2017-001.A1", "AP-2017-001.A2"
REJECTED = entry("rejected", "2017-05-01", reason="Not ours.")
SUPERSEDED = entry("superseded", "2017-05-01", reason="Another one.")
RECOMMENDATIONS = [{"id": "R1", "text": "Ask."}, {"id": "R2", "text": "Record."}]


def to_r1(**fields: Any) -> list[dict[str, Any]]:
    """The review's recommendations, with these fields of the first."""
    return [{**RECOMMENDATIONS[0], **fields}, RECOMMENDATIONS[1]]


def test_what_is_whole_is_not_broken() -> None:
    assert codes(traced(answering("R1", log=EVALUATED), answering("R2"))) == set()


def test_a_recommendation_that_nobody_answers() -> None:
    assert codes(traced(answering("R1"))) == {(R2, "unanswered")}


def test_one_that_was_withdrawn_says_so_and_is_not_broken() -> None:
    gone = {"date": "2017-06-01", "by": "business-manager", "reason": "Overtaken."}
    made = traced(answering("R2"), recommendations=to_r1(withdrawn=gone))
    assert codes(made) == set()
    assert made.nodes[R1].state == "withdrawn on 1 June 2017"
    assert codes(traced(answering("R2"), recommendations=to_r1(withdrawn=gone), on="2017-05-31")) == {
        (R1, "unanswered")
    }


@pytest.mark.parametrize(("response", "found"), [("It is done already.", set()), (None, {(R1, "refused")})])
def test_one_that_was_not_accepted_wants_its_reason(
    response: str | None, found: set[tuple[str, str]]
) -> None:
    said = {"response": response} if response else {}
    assert codes(traced(answering("R2"), recommendations=to_r1(accepted="no", **said))) == found


@pytest.mark.parametrize("end", [REJECTED, SUPERSEDED])
def test_one_whose_only_action_was_given_up(end: dict[str, Any]) -> None:
    assert codes(traced(answering("R1", log=[end]), answering("R2"))) == {(R1, "given-up")}
    assert codes(traced(answering("R1", log=[end]), answering("R1", "R2"))) == set()


def test_an_action_that_took_its_place_answers_as_well() -> None:
    replaced = {**SUPERSEDED, "replaced_by": A2}
    assert codes(traced(answering("R1", log=[replaced]), answering("R2"))) == set()
    assert codes(traced(answering("R1", log=[replaced]), answering("R2", log=[REJECTED]))) == {
        (R1, "given-up"),
        (R2, "given-up"),
    }


def test_findings_stand_in_the_place_of_recommendations_where_a_plan_takes_them_up() -> None:
    findings = [{"id": "F1", "text": "Nobody asked."}, {"id": "F2", "text": "She was heard."}]
    records = records_with({"answers": ["CR-2017-001.F1"]}, recommendations=[], findings=findings)
    records["learning", "LL-2017-001"]["sources"] = ["CR-2017-001"]
    assert codes(trace(board(records), day("2018-03-01"))) == {("CR-2017-001.F2", "unanswered")}

    records["plan", "AP-2017-001"].update(source=["AU-2017-001"], actions=[])
    assert codes(trace(board(records), day("2018-03-01"))) == set()


def test_an_action_that_answers_nothing() -> None:
    assert codes(traced(answering("R1", "R2"), answering())) == {(A2, "answers-nothing")}
    assert codes(traced(answering("R1", "R2"), answering(log=[REJECTED]))) == set()


def test_a_plan_about_a_report_that_asks_for_nothing_by_number_answers_it_as_a_whole() -> None:
    records = records_with(answering("R1", "R2"), answering())
    records["plan", "AP-2017-001"]["source"] = ["AR-2017-001"]
    assert codes(trace(board(records), day("2018-03-01"))) == set()


def test_an_action_all_of_whose_recommendations_were_withdrawn() -> None:
    gone = {"date": "2017-06-01", "by": "business-manager", "reason": "Overtaken."}
    recommendations = to_r1(withdrawn=gone)
    assert codes(traced(answering("R1"), answering("R2"), recommendations=recommendations)) == {
        (A1, "answers-withdrawn")
    }
    done = [*EVALUATED, entry("closed", "2017-09-01")]
    assert codes(traced(answering("R1", log=done), answering("R2"), recommendations=recommendations)) == set()


def test_one_that_is_said_to_be_done_without_evidence() -> None:
    assert codes(traced(answering("R1", "R2", log=EVIDENCED[:1]))) == {(A1, "no-evidence")}
    assert codes(traced(answering("R1", "R2", log=EVIDENCED))) == set()


def test_evidence_from_before_it_was_reopened_does_not_count() -> None:
    again = [*EVALUATED, entry("reopened", "2017-09-01", reason="It fell asleep.")]
    made = traced(answering("R1", "R2", log=again))
    assert codes(made) == set()
    assert made.nodes[A1].state == "open again since 1 September 2017, due 30 June 2018"
    done = [*again, entry("completed", "2017-10-01", note="Done anew.")]
    assert codes(traced(answering("R1", "R2", log=done))) == {(A1, "no-evidence")}


def test_one_that_was_evaluated_and_names_no_record() -> None:
    log = [EVALUATED[0], entry("evidenced", "2017-07-01", evidence="Seen."), EVALUATED[2]]
    assert codes(traced(answering("R1", "R2", log=log))) == {(A1, "no-records")}
    named = [*log[:2], {**log[2], "records": ["AU-2017-001"]}]
    assert codes(traced(answering("R1", "R2", log=named))) == set()


def test_evidence_that_points_nowhere() -> None:
    log = [EVIDENCED[0], {**EVIDENCED[1], "records": ["AU-2019-099"]}]
    made = traced(answering("R1", "R2", log=log))
    assert codes(made) == {(f"{A1}/2", "unknown")}
    assert made.broken[f"{A1}/2"][0].words == "borne out by AU-2019-099, and there is nothing of that id"


def test_evidence_that_was_withdrawn() -> None:
    records = records_with(
        answering("R1", "R2", log=[EVIDENCED[0], {**EVIDENCED[1], "records": ["AU-2017-001.F1"]}])
    )
    assert codes(trace(board(records), day("2018-03-01"))) == set()
    gone = {"date": "2017-06-01", "by": "business-manager", "reason": "Wrong."}
    records["audit", "AU-2017-001"]["findings"][0]["withdrawn"] = gone
    assert codes(trace(board(records), day("2018-03-01"))) == {(f"{A1}/2", "withdrawn-evidence")}


def test_what_answers_something_that_is_not_there() -> None:
    made = traced(answering("R1", "R2"), {"answers": ["CR-2099-001.R1"]})
    assert codes(made) == {(A2, "unknown")}


def test_a_record_that_cannot_be_read_is_not_called_unknown() -> None:
    records = records_with(answering("R1", "R2"), {"answers": ["CR-2016-009.R1"]})
    made = trace(board(records, broken=frozenset({"CR-2016-009"})), day("2018-03-01"))
    assert codes(made) == set()
    assert made.nodes["CR-2016-009.R1"].kind == "unread"


def test_actions_that_replace_one_another_in_a_circle() -> None:
    first, second = ({**SUPERSEDED, "replaced_by": name} for name in (A2, A1))
    found = codes(traced(answering("R1", log=[first]), answering("R2", log=[second])))
    assert found == {(A1, "circle"), (A2, "circle"), (R1, "given-up"), (R2, "given-up")}


def test_a_lesson_that_was_never_spread() -> None:
    records = records_with(answering("R1", "R2"))
    log = records["learning", "LL-2017-001"]["log"]
    assert codes(trace(board(records), day("2018-03-01"))) == set()
    assert codes(trace(board(records), day("2017-04-04"))) == {("LL-2017-001", "not-spread")}
    del log[1]
    assert codes(trace(board(records), day("2018-03-01"))) == {("LL-2017-001", "not-spread")}


def test_every_code_has_its_words() -> None:
    assert all(words and words[0].isupper() for words in CODES.values())
