"""BRAG follows from dates and state alone, in the Board's own words, unless somebody set it by hand."""

from datetime import date, timedelta
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lif.insight.actions.brag import grade
from lif.records.plan import Graded
from lif.rules.action_course import FINISHED, ActionState
from tests.insight.samples import BRAG, settings

DAY = date(2017, 6, 30)
BY_HAND = Graded.model_validate(
    {"entry": "graded", "date": "2017-06-01", "by": "business-manager", "grade": "red", "reason": "Stuck."}
)


@pytest.mark.parametrize(
    ("state", "days", "colour"),
    [
        ("open", None, "amber"),
        ("open", -1, "red"),
        ("open", 0, "amber"),
        ("open", 28, "amber"),
        ("open", 29, "green"),
        ("completed", -100, "amber"),
        ("evidenced", 100, "amber"),
        ("evaluated", None, "amber"),
        ("closed", -100, "blue"),
        ("superseded", None, "blue"),
        ("rejected", 100, "blue"),
    ],
)
def test_the_grade_follows_from_state_and_due_date(state: ActionState, days: int | None, colour: str) -> None:
    due = None if days is None else DAY + timedelta(days=days)

    grading = grade(state, due, None, settings().brag, DAY)

    assert grading.colour == grading.derived == colour
    assert grading.word == BRAG[colour]["word"]
    assert grading.meaning == BRAG[colour]["meaning"]


def test_the_thresholds_are_the_boards_own() -> None:
    brag = settings(due_soon_days=7, completed_grade="green").brag

    assert grade("open", DAY + timedelta(days=8), None, brag, DAY).colour == "green"
    assert grade("open", DAY + timedelta(days=7), None, brag, DAY).colour == "amber"
    assert grade("completed", DAY - timedelta(days=8), None, brag, DAY).colour == "green"


def test_a_grade_set_by_hand_holds_and_the_derived_one_stays_beside_it() -> None:
    grading = grade("open", DAY + timedelta(days=60), BY_HAND, settings().brag, DAY)

    assert (grading.colour, grading.derived, grading.word) == ("red", "green", "Overdue")
    assert grading.given is BY_HAND


def test_a_grade_set_by_hand_ends_when_the_action_is_finished() -> None:
    grading = grade("closed", DAY, BY_HAND, settings().brag, DAY)

    assert (grading.colour, grading.given) == ("blue", None)


def test_it_is_said_how_late_an_action_is() -> None:
    assert grade("open", DAY - timedelta(days=1), None, settings().brag, DAY).why == "1 day late"
    assert grade("open", DAY, None, settings().brag, DAY).why == "due today"


@given(state=st.sampled_from(get_args(ActionState)), due=st.none() | st.dates(), day=st.dates())
def test_only_an_open_action_past_its_date_is_red_and_only_a_finished_one_blue(
    state: ActionState, due: date | None, day: date
) -> None:
    colour = grade(state, due, None, settings().brag, day).colour

    assert (colour == "red") == (state == "open" and due is not None and due < day)
    assert (colour == "blue") == (state in FINISHED)


@given(due=st.dates(date(2000, 1, 1), date(2100, 1, 1)), days=st.integers(-400, 400))
def test_an_open_action_never_gets_better_by_waiting(due: date, days: int) -> None:
    order = ("green", "amber", "red")
    day = due + timedelta(days=days)

    now = grade("open", due, None, settings().brag, day).colour
    tomorrow = grade("open", due, None, settings().brag, day + timedelta(days=1)).colour

    assert order.index(tomorrow) >= order.index(now)
