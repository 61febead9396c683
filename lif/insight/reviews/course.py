"""The course of a review on a day: which steps are done, which comes next, who does it, by when and how."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from lif.insight.reviews.case import Case, Planned, case_of, planned
from lif.insight.reviews.clocks import CaseClock, clocks_of
from lif.insight.reviews.events import asked, happened
from lif.insight.reviews.parts import chroniclers
from lif.insight.reviews.standing import ReviewStanding, contributions
from lif.insight.titles import Titles
from lif.insight.wording import day_words
from lif.records.base import PartialDate
from lif.records.review import Review
from lif.records.review_log import Closed, PublicationPlanned, Superseded
from lif.records.reviewers import AUTHORS, lacking, reviewers
from lif.statute.courses import DECIDING_ROLE, DaySet, Step, course_of
from lif.statute.deciding import deciding_roles
from lif.store.board import Board

StepState = Literal["done", "next", "waiting", "late", "not-needed", "unknown"]
"""`late`: past its day and not done. `unknown`: it cannot be known whether it is needed, or was done."""

NOT_RECORDED = "it is not recorded, and the course went on"
"""Why it cannot be known whether a step was done that the course has passed."""


@dataclass(frozen=True, slots=True)
class CourseStep:
    """One step of a course on a day."""

    step: Step
    state: StepState
    who: str = ""
    """Who does it, in the Board's own words."""
    who_id: str = ""
    """The id of the role, group or agency that is, also where the Board does not know it; "" where it cannot be told."""
    command: str = ""
    """The command that records it, with the id of the review filled in."""
    done: PartialDate | None = None
    """When it was done; None where it is not, or where the record does not say when."""
    by: date | None = None
    """By when it is to be done."""
    clock: CaseClock | None = None
    """The clock that says by when; None where a day that was set does, or nothing."""
    set_by: DaySet | None = None
    """What the day that was set is that of, where one was set."""
    why: str = ""
    """Why it is not needed, or what cannot be known."""

    @property
    def open(self) -> bool:
        """Whether it is still to be done."""
        return self.state in ("next", "waiting", "late")


@dataclass(frozen=True, slots=True)
class Course:
    """The whole course of a review on a day."""

    case: Case
    steps: tuple[CourseStep, ...]
    next: CourseStep | None
    """The first thing that comes next; None where nothing is left to do."""
    clocks: tuple[CaseClock, ...]

    @property
    def standing(self) -> ReviewStanding:
        """Where the review stands."""
        return self.case.standing

    @property
    def day(self) -> date:
        """The day it is looked at."""
        return self.case.day

    @property
    def review(self) -> Review:
        """The record."""
        return self.case.review

    @property
    def live(self) -> bool:
        """Whether something is still to be done: in the review itself, or that follows from the decision."""
        return self.standing.live or self.next is not None

    @property
    def late(self) -> int:
        """Days by which what comes next is late; 0 where it is not."""
        return (
            (self.day - self.next.by).days if self.next and self.next.by and self.next.state == "late" else 0
        )


def course(board: Board, review: Review, day: date) -> Course | None:
    """The course of a review on a day; None where nothing of it had happened by then."""
    return _course(board, review, day, _planned(board, day), Titles(board))


def all_courses(board: Board, day: date, plans: Planned | None = None) -> list[Course]:
    """The courses of all reviews, in order of their ids; `plans` are those of the Board on the day, where known."""
    plans, titles = plans or _planned(board, day), Titles(board)
    found = (_course(board, loaded.record, day, plans, titles) for loaded in board.of("review"))
    return [one for one in found if one]


def courses_to_follow(board: Board, day: date) -> list[Course]:
    """The courses of all reviews in which something comes next, the most urgent first.

    By the day by which it is to be done; what has no day comes last.
    """
    live = [one for one in all_courses(board, day) if one.next]
    return sorted(live, key=lambda one: (one.next is None or one.next.by is None, _by(one)))


def _planned(board: Board, day: date) -> Planned:
    return planned([loaded.record for loaded in board.of("plan")], board.profile.settings, day)


def _by(one: Course) -> date:
    return one.next.by if one.next and one.next.by else date.max


def _course(board: Board, review: Review, day: date, plans: Planned, titles: Titles) -> Course | None:
    decider = titles.decider(review)
    case = case_of(review, day, board.profile.settings, plans, decider)
    if case is None:
        return None
    case = replace(
        case,
        chronologies={name: len(rows) for name, rows in board.chronologies.get(review.id, {}).items()},
    )
    clocks = clocks_of(case)
    steps = course_of(case.standing.type, case.regime).steps
    reached = max(
        (number for number, step in enumerate(steps) if step.milestone and _done(case, step)), default=-1
    )
    over, filled = _over(case, steps), _filled(case)
    roles = deciding_roles(review, case.settings.regime_switch)
    decides = roles[0] if len(roles) == 1 and titles.knows(roles[0]) else ""
    found = []
    for number, step in enumerate(steps):
        who_id = decides if step.who == DECIDING_ROLE else step.who
        # Where it is not one role that is known, the course says whose decision it is in other words.
        called = decider if step.who == DECIDING_ROLE else step.called
        who = titles.who(who_id) if titles.knows(who_id) else called
        command = _command(case, step, filled, titles)
        doing = _Doing(who, who_id, command)
        found.append(_step(case, step, clocks, doing, over=over[number], passed=number < reached))
    following = _following(found)
    if following is not None and found[following].state == "waiting":
        found[following] = replace(found[following], state="next")
    next_step = found[following] if following is not None else None
    return Course(case, tuple(found), next_step, clocks)


@dataclass(frozen=True, slots=True)
class _Doing:
    """Who does a step, and how it is recorded."""

    who: str
    who_id: str
    command: str


def _step(
    case: Case, step: Step, clocks: Sequence[CaseClock], doing: _Doing, *, over: str, passed: bool
) -> CourseStep:
    """A step by itself; which comes next is settled once all are known."""
    by, clock, set_by = _by_when(case, step, clocks)
    state: StepState = "late" if by and by < case.day else "waiting"
    why = ""
    done = _done(case, step)
    wanted = asked(case, step.only)
    if wanted.answer == "no":
        state, why = "not-needed", wanted.why
    elif _screens(step) and not done and not case.regime and not case.choice.possible:
        state, why = "not-needed", "cases from before the first regime are recorded without screening"
    elif done:
        state = "done"
    elif over:
        state, why = "not-needed", over
    elif wanted.answer == "unknown":
        state, why = "unknown", wanted.why
    elif passed and not _owed(case, step):
        # That nobody wrote it down does not say that it was not done, nor that it was not needed.
        state, why = "unknown", NOT_RECORDED
    return CourseStep(
        step=step,
        state=state,
        who=doing.who,
        who_id=doing.who_id,
        command=doing.command,
        done=done[-1] if done and state == "done" else None,
        by=by,
        clock=clock,
        set_by=set_by,
        why=why,
    )


def _following(steps: Sequence[CourseStep]) -> int | None:
    """Which step comes next: of those that can be done, the first that is late, else the first of all."""
    can: list[int] = []
    for number, one in enumerate(steps):
        if one.open and not one.step.optional:
            can.append(number)
            if one.step.milestone:
                break
    return next((number for number in can if steps[number].state == "late"), can[0] if can else None)


def _done(case: Case, step: Step) -> tuple[PartialDate | None, ...]:
    """The days on which what makes it done happened, the last of them last; empty where it is not done."""
    since = date.min
    if step.after:
        times = happened(case, step.after)
        if not times:
            return ()
        since = times[-1].order
    days: list[PartialDate | None] = []
    for event in step.done:
        counting = [one for one in happened(case, event) if one.when is None or one.order >= since]
        if not counting:
            return ()
        days.append(counting[0].when)
    return tuple(sorted(days, key=lambda day: day.earliest if day else date.min))


def _owed(case: Case, step: Step) -> bool:
    return bool(step.owed_until and not happened(case, step.owed_until))


def _over(case: Case, steps: Sequence[Step]) -> list[str]:
    """For each step why it is not needed any more; "" where it is.

    Of a case that is not to be reviewed, those steps are left that follow from the decision itself.
    """
    for entry in reversed(case.standing.log):
        if isinstance(entry, Superseded):
            return [f"{entry.review} took its place on {day_words(entry.date)}"] * len(steps)
        if isinstance(entry, Closed):
            return [f"the review was closed on {day_words(entry.date)}"] * len(steps)
    if case.standing.stage != "not-reviewed":
        return [""] * len(steps)
    why = f"it was decided on {day_words(case.standing.since)} not to review"
    decision = next((number for number, step in enumerate(steps) if "decided" in step.done), len(steps))
    return [why if number > decision and not step.after else "" for number, step in enumerate(steps)]


def _by_when(
    case: Case, step: Step, clocks: Sequence[CaseClock]
) -> tuple[date | None, CaseClock | None, DaySet | None]:
    """The day that the Board set, else that of the clock."""
    if step.by == "actions":
        dues = [due for plan in case.plans if (due := case.planned.next_due.get(plan.id))]
        return min(dues, default=None), None, "actions" if dues else None
    if step.by == "contributions":
        awaited = [one.due for one in contributions(case.review, case.day) if one.state == "requested"]
        if dues := [due for due in awaited if due]:
            return min(dues), None, "contributions"
    if step.by in ("completion", "contributions") and case.standing.due:
        return case.standing.due, None, "completion"
    if step.by == "publication":
        planned = [entry for entry in case.standing.log if isinstance(entry, PublicationPlanned)]
        if planned:
            return planned[-1].planned, None, "publication"
    own = [one for one in clocks if one.clock.id == step.clock]
    return (own[-1].due, own[-1], None) if own else (None, None, None)


def _screens(step: Step) -> bool:
    return step.done == ("answered",)


def _command(case: Case, step: Step, filled: dict[str, str], titles: Titles) -> str:
    """The command of a step, with what the record tells filled in.

    Before a case can be screened its regime is to be named.
    """
    if _screens(step) and not case.regime and not case.review.regime:
        command = "lif review regime {id} REGIME"
    else:
        command = step.before_plan if step.before_plan and not case.plans else step.command
    by = f" --by {step.who}" if titles.knows(step.who) else ""
    return command.format_map({**filled, "by": by})


def _filled(case: Case) -> dict[str, str]:
    """What stands for the names in a command; what the record does not tell stays in capitals."""
    review = case.review
    awaited = [one for one in contributions(review, case.day) if one.state == "requested"]
    awaited.sort(key=lambda one: one.due or date.max)
    # Of an agency that was asked for several, the command must say which.
    several = awaited and sum(one.agency == awaited[0].agency for one in awaited) > 1
    which = f"{awaited[0].agency}{f' --method {awaited[0].method}' if several else ''}" if awaited else ""
    asked = {one.agency for one in contributions(review, case.day)}
    undelivered = [name for name in chroniclers(case) if name not in case.chronologies]
    authors = [one for _, one in reviewers(case.standing.log) if one.role in AUTHORS]
    undeclared = [one.reviewer for one in authors if lacking(one, asked)]
    answering = [action.plan.id for _, answer in case.answers for action in answer.actions]
    unanswered = [item.id for item, answer in case.answers if not answer.answered]
    return {
        "id": review.id,
        "plan": case.plans[-1].id if case.plans else answering[-1] if answering else "PLAN",
        "agency": which or "AGENCY",
        "chronicler": undelivered[0] if undelivered else "AGENCY",
        "reviewer": undeclared[0] if undeclared else "REVIEWER",
        "recommendation": f"{review.id}.{unanswered[0]}" if unanswered else f"{review.id}.R1",
    }
