"""Clocks, steps and courses of a review as programs read them."""

from datetime import date
from typing import Any

from lif.insight.reviews.clocks import CaseClock
from lif.insight.reviews.course import Course, CourseStep


def course_data(found: Course) -> dict[str, Any]:
    """A whole course: what comes next, every step and every clock."""
    return {
        **next_data(found),
        "steps": [step_data(step) for step in found.steps],
        "clocks": [clock_data(one) for one in found.clocks],
    }


def next_data(found: Course) -> dict[str, Any]:
    """Where a review stands and what comes next in it."""
    following = {**step_data(found.next), "late": found.late} if found.next else None
    return {
        "id": found.review.id,
        "type": found.standing.type,
        "stage": found.standing.stage,
        "since": found.standing.since.isoformat(),
        "next": following,
    }


def step_data(one: CourseStep) -> dict[str, Any]:
    """One step, with the source and the mark of whoever asks for it."""
    return {
        "step": one.step.id,
        "title": one.step.title,
        "state": one.state,
        "optional": one.step.optional,
        "who": one.who,
        "by": _day(one.by),
        "clock": one.clock.clock.id if one.clock else None,
        "done": one.done.isoformat() if one.done else None,
        "why": one.why,
        "command": one.command,
        "source": one.step.source,
        "mark": one.step.mark,
        "verified": one.step.verified,
    }


def clock_data(one: CaseClock) -> dict[str, Any]:
    """One clock, with its rule, its source and its mark."""
    return {
        "clock": one.clock.id,
        "state": one.state,
        "start": one.start.isoformat() if one.start else None,
        "startedBy": one.started_by,
        "firstDue": _day(one.first_due),
        "due": _day(one.due),
        "extensions": [
            {
                "on": _day(moved.on),
                "due": _day(moved.due),
                "reason": moved.reason,
                "agreedBy": moved.agreed_by,
            }
            for moved in one.extensions
        ],
        "done": _day(one.done),
        "late": one.late,
        "why": one.why,
        "missing": list(one.missing),
        "rule": one.rule,
        "counting": one.counted.counting if one.counted else "",
        "remarks": list(one.counted.remarks) if one.counted else [],
        "force": one.clock.force,
        "source": one.source,
        "mark": one.mark,
        "verified": one.verified,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
