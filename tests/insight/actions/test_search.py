"""Actions are found by what they are about, and shown with what is most pressing first."""

from typing import Any

import pytest

from lif.insight.actions.search import ORDERS, SHOWN, Asked, flags_of, in_order, matching
from lif.insight.actions.standing import standings
from tests.insight.samples import action, day, entry, plan, settings

DAY = day("2017-07-10")
POLICE = {"lead": {"agency": "police", "role": "Head of Safeguarding"}}
NURSES = {"lead": {"agency": "health-trust", "role": "Named Nurse"}}
MOVES = [entry("revised", f"2017-04-0{n}", due=f"2017-1{n - 1}-01", reason="Staff.") for n in (1, 2, 3)]
DONE = [
    entry("completed", "2017-06-01", note="Cards printed."),
    entry("evidenced", "2017-06-02", evidence="Seen."),
]
SAME = entry("evaluated", "2017-07-01", impact="same", result="No change.")
BY_HAND = entry("graded", "2017-07-05", grade="red", reason="Nobody is on it.")
PLANS = [
    plan(
        action(**POLICE, text="Ring every family.", answers=["CR-2017-001.R1"]),
        action(*MOVES, **NURSES, id="A2", text="Weigh each baby."),
        action(*DONE, **POLICE, id="A3", text="Print a card."),
        source=["CR-2017-001"], sign_off="executive",
    ),
    plan(
        action(*DONE, SAME, **NURSES, id="A1", due=None, text="Keep a list.", answers=["AU-2017-001.F2"]),
        action(BY_HAND, **NURSES, id="A2", due="2017-12-01", text="Hold a meeting."),
        action(entry("rejected", "2017-05-01", reason="Not ours."), id="A10", text="Buy a van."),
        id="AP-2017-002", source=["AU-2017-001"], sign_off="strategic-board",
    ),
]  # fmt: skip
ALL = standings(PLANS, settings(), DAY)


def found(**asked: Any) -> list[str]:
    return [f"{one.plan.id[-1]}.{one.action.id}" for one in matching(ALL, Asked(**asked))]


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ({}, ["1.A1", "1.A2", "1.A3", "2.A1", "2.A2", "2.A10"]),
        ({"agencies": ["police"]}, ["1.A1", "1.A3"]),
        ({"agencies": ["police", "health-trust"]}, ["1.A1", "1.A2", "1.A3", "2.A1", "2.A2"]),
        ({"groups": ["executive"]}, ["1.A1", "1.A2", "1.A3"]),
        ({"groups": ["business-manager"]}, ["1.A1", "1.A2", "1.A3", "2.A1", "2.A2", "2.A10"]),
        ({"sources": ["CR-2017-001"]}, ["1.A1", "1.A2", "1.A3"]),
        ({"sources": ["CR-2017-001.R1"]}, ["1.A1"]),
        ({"sources": ["AU-2017-001.F2"]}, ["2.A1"]),
        ({"plans": ["AP-2017-002"]}, ["2.A1", "2.A2", "2.A10"]),
        ({"states": ["rejected", "evaluated"]}, ["2.A1", "2.A10"]),
        ({"states": ["unfinished"]}, ["1.A1", "1.A2", "1.A3", "2.A1", "2.A2"]),
        ({"grades": ["red"]}, ["1.A1", "2.A2"]),
        ({"flags": ["late"]}, ["1.A1"]),
        ({"flags": ["slipped"]}, ["1.A2"]),
        ({"flags": ["no-difference", "by-hand"]}, ["2.A1", "2.A2"]),
        ({"due_from": day("2017-07-01")}, ["1.A2", "2.A2"]),
        ({"due_to": day("2017-06-30")}, ["1.A1", "1.A3", "2.A10"]),
        ({"due_from": day("2017-06-30"), "due_to": day("2017-06-30")}, ["1.A1", "1.A3", "2.A10"]),
        ({"words": ["CARDS", "card."]}, ["1.A3"]),
        ({"words": ["head", "family"]}, ["1.A1"]),
        ({"words": ["zebra"]}, []),
        ({"agencies": ["police"], "states": ["open"]}, ["1.A1"]),
    ],
)
def test_all_that_is_asked_must_hold(asked: dict[str, Any], names: list[str]) -> None:
    assert found(**asked) == names
    assert Asked(**asked).anything == bool(asked)


@pytest.mark.parametrize(
    ("order", "names"),
    [
        ("plan", ["1.A1", "1.A2", "1.A3", "2.A1", "2.A2", "2.A10"]),
        ("due", ["1.A1", "1.A3", "1.A2", "2.A2", "2.A1", "2.A10"]),
        ("brag", ["1.A1", "2.A2", "1.A3", "2.A1", "1.A2", "2.A10"]),
        ("agency", ["2.A10", "1.A2", "2.A1", "2.A2", "1.A1", "1.A3"]),
        ("state", ["1.A1", "1.A2", "2.A2", "1.A3", "2.A1", "2.A10"]),
        ("moved", ["1.A2", "1.A1", "1.A3", "2.A1", "2.A2", "2.A10"]),
        ("quiet", ["1.A2", "1.A3", "2.A1", "2.A2", "1.A1", "2.A10"]),
    ],
)
def test_the_orders(order: str, names: list[str]) -> None:
    assert [f"{one.plan.id[-1]}.{one.action.id}" for one in in_order(ALL, order)] == names
    assert order in ORDERS


def test_every_flag_can_be_asked_for() -> None:
    assert {flag for one in ALL for flag in flags_of(one)} <= set(SHOWN)


def test_words_of_later_entries_are_not_found() -> None:
    early = standings(PLANS, settings(), day("2017-05-31"))
    assert matching(early, Asked(words=["cards"])) == []
