"""An action's state comes from its log, and only from what is dated by the day."""

from typing import Any

import pytest

from lif.insight.actions.standing import action_standing, standings
from tests.insight.samples import action, day, entry, first, plan, settings

COURSE = [
    entry("completed", "2017-06-01", note="Done."),
    entry("evidenced", "2017-07-01", evidence="Seen."),
    entry("evaluated", "2017-08-01", impact="improved", result="Better."),
    entry("closed", "2017-09-01"),
]


def standing(made: Any, on: str) -> Any:
    return action_standing(made, first(made), settings(), day(on))


@pytest.mark.parametrize(
    ("on", "state", "since"),
    [
        ("2017-05-31", "open", None),
        ("2017-06-01", "completed", "2017-06-01"),
        ("2017-07-15", "evidenced", "2017-07-01"),
        ("2017-08-31", "evaluated", "2017-08-01"),
        ("2017-09-01", "closed", "2017-09-01"),
    ],
)
def test_the_state_is_the_one_of_the_day(on: str, state: str, since: str | None) -> None:
    found = standing(plan(action(*COURSE)), on)

    assert found.state == state
    assert found.since == (day(since) if since else None)
    assert found.finished == (state == "closed")


@pytest.mark.parametrize("end", [entry("superseded", "2017-05-01", reason="Another one."),
                                 entry("rejected", "2017-05-01", reason="Not ours.")])  # fmt: skip
def test_superseded_and_rejected_are_ends(end: dict[str, Any]) -> None:
    found = standing(plan(action(end)), "2017-12-31")

    assert found.finished
    assert (found.state, found.late, found.grading.colour) == (end["entry"], 0, "blue")


def test_notes_and_grades_do_not_change_the_state() -> None:
    log = [COURSE[0], entry("note", "2017-06-02", note="More."),
           entry("graded", "2017-06-03", grade="green", reason="Fine.")]  # fmt: skip

    found = standing(plan(action(*log)), "2017-06-30")

    assert found.state == "completed"
    assert found.last.entry == "graded"
    assert found.grading.colour == "green"
    assert found.grading.derived == "amber"


def test_the_due_date_is_the_last_revision_by_the_day() -> None:
    made = plan(
        action(
            entry("revised", "2017-05-01", due="2017-08-31", reason="Staff."),
            entry("revised", "2017-08-01", due="2017-10-31", reason="Money."),
        )
    )

    assert (standing(made, "2017-04-30").due, standing(made, "2017-04-30").moved) == (day("2017-06-30"), 0)
    assert (standing(made, "2017-05-01").due, standing(made, "2017-05-01").moved) == (day("2017-08-31"), 1)
    assert (standing(made, "2017-11-02").due, standing(made, "2017-11-02").moved) == (day("2017-10-31"), 2)
    assert standing(made, "2017-11-02").late == 2


def test_slipped_is_three_times_and_ends_with_the_action() -> None:
    moves = [entry("revised", f"2017-0{month}-01", due=f"2017-1{month}-01", reason="-.") for month in (1, 2)]
    third = entry("revised", "2017-03-01", due="2018-01-01", reason="-.")
    over = entry("rejected", "2017-04-01", reason="No.")

    assert not standing(plan(action(*moves)), "2017-03-01").slipped
    assert standing(plan(action(*moves, third)), "2017-03-01").slipped
    assert not standing(plan(action(*moves, third, over)), "2017-04-01").slipped


def test_stagnant_counts_from_the_last_entry_else_from_the_beginning() -> None:
    quiet = plan(action(start="2017-01-01"))
    spoken = plan(action(entry("note", "2017-03-01", note="-."), start="2017-01-01"))

    assert not standing(quiet, "2017-03-31").stagnant
    assert standing(quiet, "2017-04-01").stagnant
    assert not standing(spoken, "2017-05-29").stagnant
    assert standing(spoken, "2017-05-30").stagnant


def test_an_action_of_which_nobody_knows_when_it_began_is_not_called_stagnant() -> None:
    assert not standing(plan(action()), "2030-01-01").stagnant


def test_plans_agreed_after_the_day_do_not_count() -> None:
    early, late = plan(action(), agreed="2017-03-01"), plan(action(), agreed="2017-03-03", id="AP-2017-002")
    draft = plan(action(), id="AP-2017-003")

    found = standings([early, late, draft], settings(), day("2017-03-02"))

    assert [one.id for one in found] == ["AP-2017-001.A1", "AP-2017-003.A1"]


def test_an_action_that_is_reopened_is_open_and_late_again() -> None:
    again = [entry("reopened", "2017-09-01", reason="Three practices never heard of it."),
             entry("revised", "2017-09-01", due="2017-09-30", reason="The three practices.")]  # fmt: skip
    made = plan(action(*COURSE[:2], *again))

    assert (standing(made, "2017-08-31").state, standing(made, "2017-08-31").late) == ("evidenced", 0)
    assert (standing(made, "2017-09-01").state, standing(made, "2017-09-01").since) == (
        "open",
        day("2017-09-01"),
    )
    assert (standing(made, "2017-10-02").late, standing(made, "2017-10-02").first_due) == (
        2,
        day("2017-06-30"),
    )


def test_more_evidence_takes_no_evaluation_back() -> None:
    made = plan(action(*COURSE[:3], {**COURSE[1], "date": "2017-08-15"}))

    found = standing(made, "2017-08-20")

    assert (found.state, found.since) == ("evaluated", day("2017-08-01"))
    assert found.evaluated.impact == "improved"
    assert not found.shows_impact


def test_only_what_was_closed_with_improvement_shows_impact() -> None:
    assert standing(plan(action(*COURSE)), "2017-09-01").shows_impact
    assert not standing(
        plan(action(entry("rejected", "2017-05-01", reason="No."))), "2017-09-01"
    ).shows_impact


LEAD = {"lead": {"agency": "police", "role": "Inspector"}}


@pytest.mark.parametrize(
    ("log", "alone"),
    [
        (COURSE[:1], True),
        ([COURSE[0], {**COURSE[1], "by": "police"}], True),
        (COURSE[:2], False),
        ([COURSE[0], {**COURSE[1], "by": "police"}, COURSE[2]], False),
        ([*COURSE[:2], entry("reopened", "2017-08-02", reason="-.")], False),
        ([*COURSE[:2], entry("reopened", "2017-08-02", reason="-."), entry("completed", "2017-08-03", note="-.")], True),
        (COURSE, False),
        ([], False),
    ],
)  # fmt: skip
def test_what_rests_on_the_word_of_its_own_agency(log: list[dict[str, Any]], alone: bool) -> None:
    found = standing(plan(action(*log, **LEAD)), "2017-09-01")

    assert found.self_reported == alone
    assert ("self-reported" in found.flags) == alone


def test_a_first_due_date_that_came_later_moved_nothing() -> None:
    made = plan(action(entry("revised", "2017-05-01", due="2017-08-31", reason="Set at last."), due=None))

    found = standing(made, "2017-05-01")

    assert (found.first_due, found.due, found.moved) == (day("2017-08-31"), day("2017-08-31"), 0)
