"""The course of each type of review: its steps, who does them, what shows that they are done, and their clocks.

The knowledge stands in `courses/`, one file for each type, with the steps that several share in `steps.yaml`.
"""

from functools import cache
from typing import Any, Literal

from lif.records.base import Slug, Text
from lif.records.review_log import ReviewType
from lif.statute.clocks import clocks
from lif.statute.events import conditions, events
from lif.statute.files import names_in, read_file
from lif.statute.model import Data, Sourced
from lif.statute.regimes import regimes

DECIDING_ROLE = "deciding-role"
"""Stands for the role that decides under the regime of the case."""

DaySet = Literal["completion", "publication", "actions", "contributions"]
"""What the Board sets days for."""


class Step(Sourced):
    """One step of a course; the source and the mark say who asks for it."""

    id: Slug
    title: Text
    """What is to be done, in plain words."""
    who: Slug
    """The role or group of the Board that does it, or `deciding-role`."""
    called: Text
    """Who that is, where the Board has no role or group of that id."""
    done: tuple[Slug, ...]
    """The events that all make it done."""
    after: Slug | None = None
    """Only what happened on or after the latest day of this event counts."""
    only: tuple[Slug, ...] = ()
    """The conditions under which it is needed at all; all must hold."""
    optional: bool = False
    """Whether the course goes on without it."""
    milestone: bool = False
    """Whether the course goes through it, so that later steps cannot be taken before it."""
    owed_until: Slug | None = None
    """Left out while later ones are done, it stays to be done until this event."""
    clock: Slug | None = None
    """The clock that says by when."""
    by: DaySet | None = None
    """The day set by the Board that says by when, and stands before the clock: that of the review's completion, of
    publication, or the first on which one of its actions or of the contributions awaited is due; where no
    contribution has a day, that of completion."""
    command: Text
    """The command that records it; `{id}`, `{plan}`, `{agency}`, `{chronicler}`, `{reviewer}` and `{recommendation}` are
    filled in, and for `{by}` who does it, where the Board has a role or group of that id."""
    before_plan: Text | None = None
    """The command as long as no plan answers the review."""


class CourseData(Data):
    """The course of one type of review."""

    type: ReviewType
    regimes: tuple[Slug, ...] = ()
    """The regimes that know it; none means every regime."""
    beginning: bool = False
    """Whether it takes up the beginning that the regime gives to every case."""
    clocks: tuple[Slug, ...] = ()
    """Clocks that run besides those of its steps."""
    steps: tuple[Step, ...]


@cache
def courses() -> tuple[CourseData, ...]:
    """Every course as its file has it. Raises ValueError where one names what does not exist."""
    return tuple(_course(name) for name in names_in("courses"))


@cache
def course_of(kind: ReviewType, regime: str | None) -> CourseData:
    """The whole course of a type of review under a regime, with the beginning in front of its steps.

    Where the regime is not known, or does not know the type, the course is that of the regime that knows it.
    """
    own = _chosen(kind, regime)
    if not own.beginning:
        return own
    # A type that only some regimes know brings their beginning with it.
    begun_under = regime if not own.regimes or regime in own.regimes else own.regimes[0]
    first = _chosen("undecided", begun_under)
    return own.model_copy(
        update={"steps": first.steps + own.steps, "clocks": first.clocks + own.clocks, "beginning": False}
    )


def knows_type(regime: str, kind: ReviewType) -> bool:
    """Whether a regime knows a type of review."""
    return any(regime in (one.regimes or (regime,)) for one in _of_type(kind))


def _chosen(kind: ReviewType, regime: str | None) -> CourseData:
    of_kind = _of_type(kind)
    named = [one for one in of_kind if regime in one.regimes]
    if named and regime in {one.id for one in regimes() if not one.data.verified}:
        # Under guidance that nobody has read, not even a law that was read is known to ask for a step.
        steps = tuple(step.model_copy(update={"mark": "U"}) for step in named[0].steps)
        return named[0].model_copy(update={"steps": steps})
    general = [one for one in of_kind if not one.regimes]
    return [*named, *general, *of_kind][0]


@cache
def _of_type(kind: ReviewType) -> tuple[CourseData, ...]:
    """The courses of a type, whose files begin with its name; no others are read for it."""
    files = [name for name in names_in("courses") if name.startswith(f"courses/{kind}")]
    return tuple(one for one in map(_course, files) if one.type == kind)


@cache
def _course(name: str) -> CourseData:
    content, shared = read_file(name), _shared_steps()
    found = CourseData.model_validate(
        {**content, "steps": [_with_shared(step, shared) for step in content["steps"]]}
    )
    if wrong := _unknown(found):
        raise ValueError("; ".join(f"{found.type}: there is no {each}" for each in wrong))
    return found


@cache
def _shared_steps() -> dict[str, Any]:
    steps: dict[str, Any] = read_file("steps.yaml")["steps"]
    return steps


def _with_shared(step: dict[str, Any], shared: dict[str, Any]) -> dict[str, Any]:
    """A step as a course lists it: its own, or one of `steps.yaml` with what the course says of it."""
    if "use" not in step:
        return step
    own = {key: value for key, value in step.items() if key != "use"}
    return {"id": step["use"], **shared[step["use"]], **own}


def _unknown(one: CourseData) -> list[str]:
    """What a course names that does not exist."""
    named: list[tuple[tuple[str | None, ...], Any]] = [
        (one.regimes, {regime.id for regime in regimes()}),
        (one.clocks, clocks()),
    ]
    for step in one.steps:
        named += [
            ((*step.done, step.after, step.owed_until), events()),
            (step.only, conditions()),
            ((step.clock,), clocks()),
        ]
    return [f"{name}" for names, known in named for name in names if name and name not in known]
