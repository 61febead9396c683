"""Actions by what they are about: filtered and sorted, each in one pass over all of them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from lif.insight.actions.standing import FLAGS, ActionStanding
from lif.records.naming import natural, owner_of
from lif.rules.action_course import STATES

SHOWN: tuple[str, ...] = ("late", *FLAGS, "no-difference", "by-hand")
"""The flags that can be asked for."""
ORDERS = ("plan", "due", "brag", "agency", "state", "moved", "quiet")
"""The orders in which actions can be shown."""
_GRADES = ("red", "amber", "green", "blue")
UNFINISHED = "unfinished"
"""Asked for as a state: all in which something is still to be done."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for. Of several words in one field one must hold; all fields must hold. Empty asks nothing."""

    agencies: Sequence[str] = ()
    groups: Sequence[str] = ()
    """Groups that close the actions of a plan, or keep it."""
    sources: Sequence[str] = ()
    """What the plan or the action answers: a review, an audit, a recommendation in one."""
    plans: Sequence[str] = ()
    states: Sequence[str] = ()
    grades: Sequence[str] = ()
    flags: Sequence[str] = ()
    due_from: date | None = None
    due_to: date | None = None
    words: Sequence[str] = ()
    """Each must occur somewhere in the action or its log, whatever its case."""

    @property
    def anything(self) -> bool:
        """Whether anything is asked for."""
        return self != Asked()


def matching(standings: Iterable[ActionStanding], asked: Asked) -> list[ActionStanding]:
    """Those actions that are asked for, in their order."""
    tests = _tests(asked)
    return [standing for standing in standings if all(test(standing) for test in tests)]


def in_order(standings: Iterable[ActionStanding], order: str) -> list[ActionStanding]:
    """Actions in one of `ORDERS`: what is most pressing first; those alike stay as they were."""
    keys: dict[str, Callable[[ActionStanding], Any]] = {
        "plan": lambda one: 0,
        "due": lambda one: (one.finished, one.due or date.max),
        "brag": lambda one: (_GRADES.index(one.grading.colour), -one.late),
        "agency": lambda one: natural(_agency(one)),
        "state": lambda one: STATES.index(one.state),
        "moved": lambda one: -one.moved,
        "quiet": lambda one: (one.finished, -one.quiet),
    }
    return sorted(standings, key=keys[order])


def flags_of(standing: ActionStanding) -> list[str]:
    """What deserves a look: the flags that are up, and being late, evaluated without an improvement, graded by hand."""
    up = [*(["late"] if standing.late else []), *standing.flags]
    up += ["no-difference"] if standing.no_difference else []
    return [*up, *(["by-hand"] if standing.grading.given else [])]


def _tests(asked: Asked) -> list[Callable[[ActionStanding], bool]]:
    agencies, groups, sources = set(asked.agencies), set(asked.groups), set(asked.sources)
    plans, states, grades, flags = set(asked.plans), set(asked.states), set(asked.grades), set(asked.flags)
    words = [word.casefold() for word in asked.words]
    tests: list[tuple[object, Callable[[ActionStanding], bool]]] = [
        (agencies, lambda one: _agency(one) in agencies),
        (groups, lambda one: not groups.isdisjoint((one.plan.sign_off, one.plan.owner))),
        (sources, lambda one: not sources.isdisjoint(_answered(one))),
        (plans, lambda one: one.plan.id in plans),
        (states, lambda one: one.state in states or (UNFINISHED in states and not one.finished)),
        (grades, lambda one: one.grading.colour in grades),
        (flags, lambda one: not flags.isdisjoint(flags_of(one))),
        (asked.due_from, lambda one: one.due is not None and one.due >= (asked.due_from or one.due)),
        (asked.due_to, lambda one: one.due is not None and one.due <= (asked.due_to or one.due)),
        (words, lambda one: all(word in text for text in [_text(one)] for word in words)),
    ]
    return [test for wanted, test in tests if wanted]


def _agency(standing: ActionStanding) -> str:
    return standing.action.lead.agency if standing.action.lead else ""


def _answered(standing: ActionStanding) -> set[str]:
    """What an action answers, with the records that these stand in. What it answers itself goes before its plan's."""
    answers = standing.action.answers or standing.plan.source
    return {*answers, *map(owner_of, answers)}


def _text(standing: ActionStanding) -> str:
    """All that is said of an action, in small letters."""
    action = standing.action
    parts = [standing.id, action.text, action.outcome, action.resource, standing.plan.title]
    if action.lead:
        parts.append(action.lead.role)
    if action.measure:
        parts += [action.measure.text, action.measure.baseline, action.measure.target]
    for entry in standing.log:
        parts += [getattr(entry, key, None) for key in ("note", "reason", "evidence", "result")]
    return " ".join(" ".join(filter(None, parts)).split()).casefold()
