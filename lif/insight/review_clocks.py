"""The clocks of a review on a day: from when each runs, by when it is due, and whether it was kept."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from lif.insight.review_events import Case, Occurrence, asked, case_of, happened
from lif.insight.wording import day_words
from lif.records.base import PartialDate, Who
from lif.records.board import Settings
from lif.records.plan import Plan
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
    case = case_of(review, day, settings, plans)
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
    starts = happened(case, clock.starts)
    if not starts and clock.direction == "backward":
        # Without a plan, the day on which it was published is the day that was meant.
        starts = happened(case, "published")[:1]
    if not starts:
        yield from _not_started(case, clock)
    elif clock.direction == "backward":
        yield _backward(case, clock, starts)
    else:
        for start in starts if events()[clock.starts].repeats else starts[:1]:
            yield _forward(case, clock, start)


def _no_clocks(case: Case) -> str:
    """Why a case has no clocks at all; "" where it has."""
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


def _forward(case: Case, clock: Clock, start: Occurrence) -> CaseClock:
    known = start.when
    words = events()[clock.starts].words
    if known is None:
        return CaseClock(clock, "unknown", f"no day is recorded on which {words}")
    zero = case.settings.day_zero
    earliest, latest = due(clock.id, known.earliest, zero), due(clock.id, known.latest, zero)
    moved = _extensions(case, clock, known.earliest)
    done = _done(case, clock, known.earliest if start.entry else date.min)
    if known.as_day is None and not moved:
        return _coarse(case, clock, known, words, (earliest.due, latest.due), done)
    return _judged(case, clock, known, words, earliest if known.as_day else None, moved, done)


def _backward(case: Case, clock: Clock, plans: tuple[Occurrence, ...]) -> CaseClock:
    in_order = [*plans] if not all(isinstance(one.entry, PublicationPlanned) for one in plans) else _as_planned(plans)
    zero = case.settings.day_zero
    days = [due(clock.id, one.order, zero) for one in in_order]
    moved = tuple(
        Extension(
            one.entry.date, counted.due, one.entry.note or f"publication was planned for {day_words(counted.start)}",
            one.entry.by,
        )
        for one, counted in zip(in_order[1:], days[1:], strict=True)
        if one.entry
    )  # fmt: skip
    known = in_order[-1].when
    words = events()["publication-planned" if happened(case, "publication-planned") else "published"].words
    found = _judged(case, clock, known, words, days[0], moved, _done(case, clock, date.min))
    published = happened(case, "published")
    if found.state == "late" and published and found.due:
        gone = published[0].order
        why = f"the report was published on {day_words(gone)} without it on record"
        return replace(found, why=why, late=max((gone - found.due).days, 1))
    return found


def _as_planned(plans: tuple[Occurrence, ...]) -> list[Occurrence]:
    """In the order in which publication was planned, not of the days it was planned for."""
    return sorted(plans, key=lambda one: one.entry.date if one.entry else date.min)


def _extensions(case: Case, clock: Clock, start: date) -> tuple[Extension, ...]:
    if not clock.extendable:
        return ()
    return tuple(
        Extension(entry.date, entry.due, entry.reason, entry.by)
        for entry in case.standing.log
        if isinstance(entry, Extended) and entry.date >= start
    )


def _done(case: Case, clock: Clock, start: date) -> date | None:
    """The day on which the last of its ends had happened; None while one has not, or where it has none."""
    last: date | None = None
    for end in clock.ends:
        days = [one.when.latest for one in happened(case, end) if one.when and one.when.latest >= start]
        if not days:
            return None
        last = max(last or days[0], days[0])
    return last


def _judged(
    case: Case, clock: Clock, start: PartialDate | None, words: str, counted: Due | None,
    moved: tuple[Extension, ...], done: date | None,
) -> CaseClock:  # fmt: skip
    """A clock whose due date is known."""
    last = moved[-1].due if moved else counted.due if counted else None
    if last is None:
        raise ValueError("a clock is judged by its due date")
    days = ((done or case.day) - last).days
    state: ClockState
    why = ""
    if done:
        state = "done-late" if days > 0 else "done"
    elif not clock.ends:
        state = "over" if days > 0 else "running"
    elif why := _ended(case):
        state = "stopped"
    else:
        state = "late" if days > 0 else "running"
    late = max(0, days) if state in ("late", "done-late") else 0
    missing = _missing(case, clock) if state in ("running", "late") else ()
    return CaseClock(clock, state, why, start, words, counted, moved, done, missing, late)


def _missing(case: Case, clock: Clock) -> tuple[str, ...]:
    """Of several things that end a clock, those that have not happened, where some have."""
    missing = [end for end in clock.ends if not happened(case, end)]
    return tuple(events()[end].words for end in missing) if len(missing) < len(clock.ends) else ()


def _coarse(
    case: Case, clock: Clock, start: PartialDate, words: str, dues: tuple[date, date], done: date | None
) -> CaseClock:
    """A clock that starts on a day of which only the month or the year is known: judged only where every day
    of it gives the same answer."""
    first, last = dues
    too_coarse = f"of the day on which {words}, only {day_words(start)} is recorded"
    reached = done or case.day
    if reached > last and clock.ends and (done or not _ended(case)):
        least = f"{too_coarse}; it was due by {day_words(last)} at the very latest"
        state: ClockState = "done-late" if done else "late"
        return CaseClock(clock, state, least, start, words, None, (), done, (), (reached - last).days)
    if done and done <= first:
        why = f"{too_coarse}; it was due by {day_words(first)} at the very earliest"
        return CaseClock(clock, "done", why, start, words, None, (), done)
    between = f"{too_coarse}: due between {day_words(first)} and {day_words(last)}"
    return CaseClock(clock, "unknown", between, start, words, None, (), done)


def _ended(case: Case) -> str:
    """Why nothing more is to be done in the review; "" where something is."""
    for entry in reversed(case.standing.log):
        if isinstance(entry, Superseded):
            return f"{entry.review} took the place of this review on {day_words(entry.date)}"
        if isinstance(entry, Closed):
            return f"the review was closed on {day_words(entry.date)}"
    return ""
