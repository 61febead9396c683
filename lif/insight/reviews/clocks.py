"""The clocks of a review on a day: from when each runs, by when it is due, and whether it was kept."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from lif.insight.reviews.case import Case, Occurrence, case_of, planned
from lif.insight.reviews.events import asked, happened
from lif.insight.wording import day_words
from lif.records.base import PartialDate, Who
from lif.records.board import Settings
from lif.records.plan import Plan
from lif.records.publication import Published
from lif.records.review import Review
from lif.records.review_log import Closed, Extended, PublicationPlanned, Superseded
from lif.statute.clocks import clock as clock_of
from lif.statute.courses import course_of
from lif.statute.due import Due, due, rule_words
from lif.statute.events import EntrySign, FieldSign, events
from lif.statute.model import Clock, Mark
from lif.statute.regimes import regime as regime_of

ClockState = Literal["not-begun", "running", "late", "done", "done-late", "over", "stopped", "unknown"]
"""`not-begun`: what it starts from has not happened. `over`: it ran out, and asked nothing but time. `stopped`:
the review ended before it was done. `unknown`: it cannot be known, and `why` says why.
"""

BEGUN = ("report-received", "agreed", "published", "withheld")
"""Stages that no review reaches without having been begun."""


@dataclass(frozen=True, slots=True)
class Extension:
    """The due date was moved."""

    on: date
    due: date
    reason: str
    """"" where none is recorded."""
    agreed_by: Who


@dataclass(frozen=True, slots=True)
class CaseClock:
    """One clock of one review on a day. Nothing passes for lack of data: what is not known is `unknown`."""

    clock: Clock
    state: ClockState
    why: str = ""
    """Why it cannot be known, has not begun or stopped, and what else is to be said of it."""
    start: PartialDate | None = None
    """The day it counts from, as precisely as it is recorded."""
    started_by: str = ""
    """The event it counts from, in words, such as "it was decided"."""
    counted: Due | None = None
    """How the first due date was counted; None where the day it starts is not known."""
    extensions: tuple[Extension, ...] = ()
    done: date | None = None
    missing: tuple[str, ...] = ()
    """What is not on record of that which ends it, in words; empty where nothing of it is."""
    late: int = 0
    """Days past the due date, by the day it was done or the day looked from; the least where that varies."""

    @property
    def first_due(self) -> date | None:
        """The first due date, which no extension overwrites."""
        return self.counted.due if self.counted else None

    @property
    def due(self) -> date | None:
        """The due date, as last moved."""
        return self.extensions[-1].due if self.extensions else self.first_due

    @property
    def open(self) -> bool:
        """Whether something is still to be done for it."""
        return self.state in ("running", "late")

    @property
    def rule(self) -> str:
        """From what to what within which time, as a sentence."""
        return rule_words(self.clock)

    @property
    def source(self) -> str:
        """Where the rule comes from."""
        return self.clock.source

    @property
    def mark(self) -> Mark:
        """How well the rule is known."""
        return self.clock.mark

    @property
    def verified(self) -> bool:
        """False where nobody has checked the rule."""
        return self.clock.verified


def case_clocks(
    review: Review, day: date, settings: Settings, plans: Sequence[Plan] = ()
) -> tuple[CaseClock, ...]:
    """The clocks of a review's regime and type on a day, in the order of its course.

    `plans` are all plans of the Board; without them the clocks on a plan have not begun. A clock whose
    conditions do not hold is left out, such as telling of a decision that has nothing to do with a serious
    case. One that starts anew with each decision is there once for each.
    """
    case = case_of(review, day, settings, planned(plans, settings, day))
    return clocks_of(case) if case else ()


def clocks_of(case: Case) -> tuple[CaseClock, ...]:
    """The clocks of a case, as `case_clocks` gives them."""
    return tuple(found for one in _possible(case) for found in _clocks(case, one))


def _possible(case: Case) -> list[Clock]:
    """The clocks of the course that the regime has; all of them where it cannot be said which it has."""
    course = course_of(case.standing.type, case.regime)
    named = [*(step.clock for step in course.steps if step.clock), *course.clocks]
    of_regime = regime_of(case.regime).clocks if case.regime else ()
    return [clock_of(name) for name in dict.fromkeys(named) if name in of_regime or not of_regime]


def _clocks(case: Case, clock: Clock) -> Iterator[CaseClock]:
    if why := _no_clocks(case):
        yield CaseClock(clock, "unknown", why)
        return
    wanted = asked(case, clock.only)
    if wanted.answer == "no":
        return
    if wanted.answer == "unknown":
        yield CaseClock(clock, "unknown", wanted.why)
        return
    if clock.direction == "backward":
        yield from _backward(case, clock)
        return
    starts = happened(case, clock.starts)
    if not starts:
        yield from _not_started(case, clock)
    for start in starts if events()[clock.starts].repeats else starts[:1]:
        yield _forward(case, clock, start)


def _no_clocks(case: Case) -> str:
    """Why a case has no clocks at all; "" where it has."""
    if case.regime is None and case.review.regime:
        return f"there is no regime called {case.review.regime}"
    if case.regime is None:
        return " ".join(filter(None, [case.choice.sentence, case.choice.warning]))
    regime = regime_of(case.regime)
    return "" if regime.clocks else f"no clocks are kept for {regime.title}: what it says was not verified"


def _not_started(case: Case, clock: Clock) -> Iterator[CaseClock]:
    event = events()[clock.starts]
    by_record = any(isinstance(sign, FieldSign) for sign in event.signs)
    begins = any(isinstance(sign, EntrySign) and sign.entry == "started" for sign in event.signs)
    overtaken = any(happened(case, end) for end in clock.ends) or (begins and case.standing.stage in BEGUN)
    if by_record or overtaken:
        yield CaseClock(clock, "unknown", f"no day is recorded on which {event.words}")
    elif case.standing.live:
        yield CaseClock(clock, "not-begun", f"it runs from when {clock.start}")


@dataclass(frozen=True, slots=True)
class _Run:
    """A clock that has begun."""

    clock: Clock
    start: PartialDate
    words: str
    """The event it starts with."""
    ends: dict[str, date | None]
    """The day of each event that ends it; None for one that has not happened."""
    moved: tuple[Extension, ...] = ()

    @property
    def done(self) -> date | None:
        """The day on which the last of its ends had happened."""
        days = [day for day in self.ends.values() if day]
        return max(days) if days and len(days) == len(self.ends) else None

    def found(
        self, state: ClockState, *, counted: Due | None = None, why: str = "", late: int = 0
    ) -> CaseClock:
        """The clock, judged."""
        missing = [events()[name].words for name, day in self.ends.items() if not day]
        some = state in ("running", "late") and len(missing) < len(self.ends)
        return CaseClock(
            clock=self.clock,
            state=state,
            why=why,
            start=self.start,
            started_by=self.words,
            counted=counted,
            extensions=self.moved,
            done=self.done,
            missing=tuple(missing) if some else (),
            late=late,
        )


def _forward(case: Case, clock: Clock, start: Occurrence) -> CaseClock:
    words = events()[clock.starts].words
    if start.when is None:
        return CaseClock(clock, "unknown", f"no day is recorded on which {words}")
    # What is told before a decision does not tell of it; what is known by a date of the record may be told sooner.
    since = start.when.earliest if start.entry else date.min
    run = _Run(clock, start.when, words, _ends(case, clock, since), _extensions(case, clock, since))
    earliest, latest = (
        due(clock.id, day, case.settings.day_zero) for day in (start.when.earliest, start.when.latest)
    )
    return _judged(case, run, earliest) if start.when.day else _coarse(case, run, earliest.due, latest.due)


def _backward(case: Case, clock: Clock) -> Iterator[CaseClock]:
    """A clock that ends before publication: counted from the day last planned, or from the day itself where it
    was published sooner or never planned."""
    plans = [entry for entry in case.standing.log if isinstance(entry, PublicationPlanned)]
    published = [entry for entry in case.standing.log if isinstance(entry, Published)]
    days = [plan.planned for plan in plans]
    if published and (not days or published[0].date < days[-1]):
        days.append(published[0].date)
    if not days:
        yield from _not_started(case, clock)
        return
    counted = [due(clock.id, day, case.settings.day_zero) for day in days]
    moved = tuple(
        Extension(entry.date, later.due, entry.note or "", entry.by)
        for entry, later in zip([*plans, *published][1:], counted[1:], strict=False)
    )
    words = events()["publication-planned" if plans else "published"].words
    run = _Run(clock, PartialDate.of(days[-1]), words, _ends(case, clock, date.min), moved)
    found = _judged(case, run, counted[0])
    if found.state == "late" and published:
        gone = published[0].date
        why = f"the report was published on {day_words(gone)} without this on record"
        yield replace(found, why=why, late=max((gone - counted[-1].due).days, 1))
    else:
        yield found


def _extensions(case: Case, clock: Clock, start: date) -> tuple[Extension, ...]:
    if not clock.extendable:
        return ()
    return tuple(
        Extension(entry.date, entry.due, entry.reason, entry.by)
        for entry in case.standing.log
        if isinstance(entry, Extended) and entry.date >= start
    )


def _ends(case: Case, clock: Clock, since: date) -> dict[str, date | None]:
    """The first day of each event that ends a clock, from a day on."""
    return {
        end: min(
            (one.when.latest for one in happened(case, end) if one.when and one.when.latest >= since),
            default=None,
        )
        for end in clock.ends
    }


def _judged(case: Case, run: _Run, counted: Due) -> CaseClock:
    """A clock whose due date is known."""
    last = run.moved[-1].due if run.moved else counted.due
    days = ((run.done or case.day) - last).days
    late = max(0, days)
    if run.done:
        return run.found("done-late" if late else "done", counted=counted, late=late)
    if not run.ends:
        return run.found("over" if late else "running", counted=counted)
    if why := _ended(case):
        return run.found("stopped", counted=counted, why=why)
    return run.found("late" if late else "running", counted=counted, late=late)


def _coarse(case: Case, run: _Run, first: date, last: date) -> CaseClock:
    """A clock that starts on a day of which only the month or the year is known: due between two days, and
    judged only where every day of them gives the same answer."""
    known = f"of the day on which {run.words}, only {day_words(run.start)} is recorded"
    reached = run.done or case.day
    if reached > last and run.ends and (run.done or not _ended(case)):
        state: ClockState = "done-late" if run.done else "late"
        at_most = f"{known}; it was due by {day_words(last)} at the very latest"
        return run.found(state, why=at_most, late=(reached - last).days)
    if run.done and run.done <= first:
        return run.found("done", why=f"{known}; it was due by {day_words(first)} at the very earliest")
    return run.found("unknown", why=f"{known}: due between {day_words(first)} and {day_words(last)}")


def _ended(case: Case) -> str:
    """Why nothing more is to be done in the review; "" where something is."""
    for entry in reversed(case.standing.log):
        if isinstance(entry, Superseded):
            return f"{entry.review} took the place of this review on {day_words(entry.date)}"
        if isinstance(entry, Closed):
            return f"the review was closed on {day_words(entry.date)}"
    return ""
