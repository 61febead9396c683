"""How far a plan is: states, grades, what is answered in full, and the reviews of its impact."""

from pathlib import Path
from typing import Any

import pytest

from lif.insight.plans.progress import PlanProgress, plans_progress, progress_data, progress_of
from lif.insight.plans.reviews import impact_reviews
from lif.insight.plans.words import flag_words, review_words, rule_words, share_words
from tests.insight.samples import action, board_of, day, entry, plan, settings
from tests.support import tiny_records

DONE = [
    entry("completed", "2017-06-01", note="Done."),
    entry("evidenced", "2017-06-02", evidence="Seen."),
    entry("evaluated", "2017-06-03", impact="improved", result="Better."),
    entry("closed", "2017-06-04"),
]
REJECTED = entry("rejected", "2017-06-01", reason="No.")
R1 = {"answers": ["CR-2017-001.R1"]}


def progress(folder: Path, *actions: dict[str, Any], on: str = "2017-06-30", **fields: Any) -> PlanProgress:
    """The plan of the tiny Board with these actions."""
    records = tiny_records()
    records["plan", "AP-2017-001"] |= {"actions": list(actions), "agreed": "2017-03-01", **fields}
    board = board_of(folder, records)
    return progress_of(board, board.by_id["AP-2017-001"].record, day(on))


def test_states_grades_and_the_share_with_impact(tmp_path: Path) -> None:
    late = action(id="A4", due="2017-06-01", start="2017-06-01")
    found = progress(tmp_path, action(*DONE), action(*DONE[:1], id="A2"), action(REJECTED, id="A3"), late)

    assert {state: number for state, number in found.states.items() if number} == {
        "open": 1, "completed": 1, "closed": 1, "rejected": 1,
    }  # fmt: skip
    assert (found.grades["blue"], found.grades["red"], found.finished, found.late) == (2, 1, 2, 1)
    assert (
        share_words(found) == "1 of 3 accepted actions closed with evidence that things improved for children"
    )
    assert flag_words(found) == [
        "1 late: A4", "1 self-reported only: A2",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("actions", "answered", "in_full"),
    [
        ([action(*DONE, **R1)], True, 1),
        ([action(*DONE, **R1), action(id="A2", **R1)], True, 0),
        ([action(*DONE, **R1), action(REJECTED, id="A2", **R1)], True, 1),
        ([action(REJECTED, **R1)], False, 0),
        ([action(*DONE)], False, 0),
    ],
)
def test_a_recommendation_is_answered_in_full_when_every_accepted_action_is_closed(
    actions: list[dict[str, Any]], answered: bool, in_full: int, tmp_path: Path
) -> None:
    found = progress(tmp_path, *actions)

    assert dict(found.answers)["CR-2017-001.R1"].answered == answered
    assert found.in_full == in_full
    assert [name for name, _ in found.answers] == ["CR-2017-001.R1", "CR-2017-001.R2"]
    assert progress_data(found)["answers"][0]["inFull"] == bool(in_full)


def test_actions_of_other_plans_answer_as_well(tmp_path: Path) -> None:
    records = tiny_records()
    records["plan", "AP-2017-001"]["actions"] = [action(*DONE, **R1)]
    records["plan", "AP-2017-002"] = {**records["plan", "AP-2017-001"], "id": "AP-2017-002", "source": [],
                                      "actions": [action(**R1)]}  # fmt: skip
    board = board_of(tmp_path, records)

    first, second = plans_progress(board, day("2017-06-30"))

    assert (first.in_full, len(first.asked)) == (0, 2)
    assert [one.id for one in dict(first.answers)["CR-2017-001.R1"].actions] == [
        "AP-2017-001.A1",
        "AP-2017-002.A1",
    ]
    assert [name for name, _ in second.answers] == ["CR-2017-001.R1"]


def test_a_refused_recommendation_asks_for_no_action(tmp_path: Path) -> None:
    records = tiny_records()
    records["review", "CR-2017-001"]["recommendations"][0] |= {"accepted": "no", "response": "Not ours."}
    records["plan", "AP-2017-001"]["actions"] = []
    board = board_of(tmp_path, records)

    found = progress_of(board, board.by_id["AP-2017-001"].record, day("2017-06-30"))

    assert (len(found.answers), len(found.asked), found.in_full) == (2, 1, 0)


@pytest.mark.parametrize(
    ("held", "on", "states"),
    [
        ([], "2017-09-01", ["waiting", "waiting"]),
        ([], "2017-09-02", ["late", "waiting"]),
        (["2017-08-01"], "2018-03-02", ["done", "late"]),
        (["2017-10-01"], "2018-01-01", ["done-late", "waiting"]),
        (["2017-08-01", "2017-08-20"], "2018-03-02", ["done", "late"]),
        (["2017-08-01", "2018-02-01"], "2018-03-02", ["done", "done"]),
        (["2017-08-01", "2018-03-04"], "2018-03-05", ["done", "done-late"]),
        (["2017-08-01"], "2017-07-31", ["waiting", "waiting"]),
    ],
)
def test_the_reviews_of_impact(held: list[str], on: str, states: list[str]) -> None:
    made = plan(agreed="2017-03-01", log=[entry("reviewed", when, found="Better.") for when in held])

    found = impact_reviews(made, settings(), day(on))

    assert [one.state for one in found] == states
    assert [one.counted.due for one in found] == [day("2017-09-01"), day("2018-03-01")]


def test_a_plan_that_is_not_agreed_has_no_reviews() -> None:
    assert impact_reviews(plan(), settings(), day("2030-01-01")) == ()
    assert impact_reviews(plan(agreed="2017-03-01"), settings(), day("2017-02-28")) == ()


@pytest.mark.parametrize(
    ("kind", "taken_over"), [("serious-case-review", False), ("multi-agency-case-review", True)]
)
def test_rule_source_and_mark_are_said_and_for_which_plans(
    kind: str, taken_over: bool, tmp_path: Path
) -> None:
    records = tiny_records()
    records["review", "CR-2017-001"]["type"] = kind
    records["plan", "AP-2017-001"] |= {"agreed": "2017-03-01"}
    board = board_of(tmp_path, records)
    found = progress_of(board, board.by_id["AP-2017-001"].record, day("2017-09-10"))

    assert "[Local practice seen by inspectors; V]" in rule_words(found)
    assert ("nothing demands it" in rule_words(found)) == taken_over
    assert review_words(found.reviews[0]) == "was due by 1 September 2017, 9 days ago; none is recorded."
    assert progress_data(found)["reviews"][0] | {"clock": "", "rule": ""} == {
        "clock": "", "due": "2017-09-01", "state": "late", "held": None, "late": 9, "rule": "",
        "source": "Local practice seen by inspectors", "mark": "V", "verified": True, "takenOver": taken_over,
    }  # fmt: skip
