"""What reviews and plans wait for: clocks that run out or have, the next step, a look at what a plan changed."""

from collections.abc import Iterable, Iterator

from lif.insight.plans.reviews import CLOCKS as PLAN_CLOCKS
from lif.insight.plans.reviews import impact_reviews
from lif.insight.reviews.clocks import CaseClock
from lif.insight.reviews.course import Course, CourseStep
from lif.insight.waiting.items import Basis, Party, Waiting, party
from lif.insight.waiting.window import Look
from lif.records.plan import Plan
from lif.store.board import Loaded


def waiting_reviews(look: Look, courses: Iterable[Course]) -> Iterator[Waiting]:
    """For each review the clocks that run out within a month or are late, then what comes next.

    A step that goes with one of these clocks is not named twice, nor are the actions and the plan's own reviews,
    which are waited for one by one.
    """
    for course in courses:
        following = course.next
        named = False
        for one in course.clocks:
            asked = one.open and one.clock.ends and one.clock.id not in PLAN_CLOCKS
            if asked and (one.late or (one.due and one.due <= look.window.month)):
                carried = following is not None and _goes_with(following, one)
                named = named or carried
                yield _clock(look, course, one, following if carried else _ending(course, one))
        if (
            following is None
            or named
            or following.step.by == "actions"
            or following.step.clock in PLAN_CLOCKS
        ):
            continue
        if following.by is None or following.by <= look.window.month:
            yield _step(look, course, following)


def _goes_with(step: CourseStep, one: CaseClock) -> bool:
    """Whether a step is to be done by the day of a clock: its own, or the one for completing the review."""
    own = step.step.clock == one.clock.id or (step.step.by == "completion" and one.clock.extendable)
    return own and step.by == one.due


def _ending(course: Course, one: CaseClock) -> CourseStep | None:
    """The step that ends a clock."""
    return next(
        (step for step in course.steps if step.open and set(step.step.done) & set(one.clock.ends)), None
    )


def _clock(look: Look, course: Course, one: CaseClock, step: CourseStep | None) -> Waiting:
    review = course.review
    days = -one.late if one.late else look.window.until(one.due) if one.due else None
    # A day that the Board moved the end to is its own, and no longer that of law or guidance.
    moved = one.clock.extendable and one.extensions
    return Waiting(
        kind="clock",
        id=review.id,
        title=review.title,
        wanted=_lower(step.step.title) if step else one.clock.end,
        on=_who(look, step),
        command=step.command if step else f"lif review next {review.id}",
        loaded=look.board.by_id[review.id],
        due=one.due,
        days=days,
        since=one.start.latest if one.start else None,
        basis=None if moved else Basis(one.rule, one.source, one.mark, one.verified),
    )


def waiting_plans(look: Look, plans: Iterable[Loaded]) -> Iterator[Waiting]:
    """Plans whose review for impact is due within a month or has passed; of two that have, the first."""
    for loaded in plans:
        plan: Plan = loaded.record
        reviews = impact_reviews(plan, look.board.profile.settings, look.window.day)
        missing = next((one for one in reviews if one.state in ("waiting", "late")), None)
        if missing is None or missing.counted.due > look.window.month:
            continue
        counted = missing.counted
        yield Waiting(
            kind="plan-review",
            id=plan.id,
            title=plan.title,
            wanted="look at what the plan has changed",
            on=party(look, plan.owner),
            command=f"lif plan review {plan.id}",
            loaded=loaded,
            due=counted.due,
            days=look.window.until(counted.due),
            since=plan.agreed,
            matters_to=plan.sign_off or "",
            basis=Basis(counted.rule, counted.source, counted.mark, counted.verified),
        )


def _step(look: Look, course: Course, step: CourseStep) -> Waiting:
    review = course.review
    return Waiting(
        kind="step",
        id=review.id,
        title=review.title,
        wanted=_lower(step.step.title),
        on=_who(look, step),
        command=step.command,
        loaded=look.board.by_id[review.id],
        due=step.by,
        days=look.window.until(step.by) if step.by else None,
        since=course.standing.since,
        basis=Basis(step.clock.rule, step.clock.source, step.clock.mark, step.clock.verified)
        if step.clock
        else None,
    )


def _who(look: Look, step: CourseStep | None) -> Party:
    return party(look, step.who_id, step.who) if step else Party("the Board", "the Board")


def _lower(title: str) -> str:
    return title[:1].lower() + title[1:]
