"""The days of reviews: clocks of law and guidance, what agencies give, and publication."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from lif.insight.calendar.items import CalendarState, Diary, Falling
from lif.insight.plans.reviews import CLOCKS as PLAN_CLOCKS
from lif.insight.reviews.clocks import CaseClock
from lif.insight.reviews.course import Course, CourseStep
from lif.insight.reviews.standing import contributions
from lif.insight.waiting.items import Party, agency_party
from lif.insight.wording import day_words, plain
from lif.records.publication import Published
from lif.records.review_log import PublicationPlanned, Withheld

_STATES: dict[str, CalendarState] = {
    "running": "due", "late": "late", "done": "done", "done-late": "done", "over": "past",
}  # fmt: skip
"""How a clock stands, as the calendar says it; any other has no day that still counts."""


def fallen_reviews(diary: Diary, courses: Iterable[Course]) -> Iterator[Falling]:
    """The days of all reviews."""
    for course in courses:
        yield from _clocks(diary, course)
        yield from _publication(diary, course)
        yield from _contributions(diary, course)


def _clocks(diary: Diary, course: Course) -> Iterator[Falling]:
    review, seen = course.review, Counter[str]()
    for one in course.clocks:
        state = _STATES.get(one.state)
        if one.clock.id in PLAN_CLOCKS or one.due is None or state is None:
            continue
        seen[one.clock.id] += 1  # a clock that begins anew with each decision is there several times
        again = f".{seen[one.clock.id]}" if seen[one.clock.id] > 1 else ""
        step = _ending(course, one)
        own = step is not None and step.step.clock == one.clock.id
        words = step.step.title if step and own else _capital(one.clock.end)
        yield Falling(
            kind="clock" if one.clock.ends else "publication",
            day=one.due,
            key=f"{review.id}.{one.clock.id}{again}",
            id=review.id,
            what=words,
            title=review.title,
            on=_party(diary, step),
            state=state,
            loaded=diary.board.by_id[review.id],
            said=_said(one),
        )


def _said(one: CaseClock) -> str:
    if one.done:
        return f"done on {day_words(one.done)}"
    moved = f"moved from {day_words(one.first_due)}" if one.first_due and one.first_due != one.due else ""
    unverified = "" if one.verified or one.state == "over" else "nobody has verified this rule"
    return "; ".join(filter(None, [moved, unverified]))


def _ending(course: Course, one: CaseClock) -> CourseStep | None:
    """The step that ends a clock; of several the one that is still to be done."""
    steps = [step for step in course.steps if set(step.step.done) & set(one.clock.ends)]
    return next((step for step in steps if step.open), steps[-1] if steps else None)


def _party(diary: Diary, step: CourseStep | None) -> Party:
    return diary.party(step.who_id, step.who) if step else diary.party("")


def _publication(diary: Diary, course: Course) -> Iterator[Falling]:
    """The day last planned for publication."""
    log = course.standing.log
    planned = [entry for entry in log if isinstance(entry, PublicationPlanned)]
    if not planned:
        return
    later = [entry for entry in log if entry.date >= planned[-1].date]
    published = next((entry for entry in log if isinstance(entry, Published)), None)
    if published is None and any(isinstance(entry, Withheld) for entry in later):
        return
    due = planned[-1].planned
    step = next((one for one in course.steps if one.step.id == "published"), None)
    found = Falling(
        kind="publication",
        day=due,
        key=f"{course.review.id}.publication",
        id=course.review.id,
        what="The report is to be published",
        title=course.review.title,
        on=_party(diary, step),
        state=diary.state(due, done=published is not None),
        loaded=diary.board.by_id[course.review.id],
    )
    said = f"published on {day_words(published.date)}" if published else ""
    yield replace(found, said=said)


def _contributions(diary: Diary, course: Course) -> Iterator[Falling]:
    review = course.review
    for one in contributions(review, course.day):
        if one.due is None or one.state == "not-supplied" or not (course.standing.live or one.date):
            continue
        what = (
            "Contribution to a review"
            if one.method == "other"
            else f"{_capital(plain(one.method))} for a review"
        )
        came = one.state == "received"
        yield Falling(
            kind="contribution",
            day=one.due,
            key=f"{review.id}.{one.agency}.{one.method}",
            id=review.id,
            what=what,
            title=review.title,
            on=agency_party(diary.titles, one.agency),
            state=diary.state(one.due, done=came),
            loaded=diary.board.by_id[review.id],
            said=f"received on {day_words(one.date)}" if came and one.date else "",
        )


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
