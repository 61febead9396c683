"""Puts each obligation of the framework beside the records, and says how it stands on a day."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from lif.insight.assurance.data import Hit, NeedStanding, Part, PointStanding, Standing, State
from lif.insight.assurance.evidence import Finder
from lif.insight.assurance.fields import day_at
from lif.insight.assurance.judged import judgements
from lif.insight.assurance.months import after_months
from lif.insight.framework import framework_of
from lif.records.base import PartialDate
from lif.records.framework import Each, Framework, Judgement, Need, Obligation
from lif.store.board import Board


def began(board: Board) -> date | None:
    """From when the framework counts: its own day, else the first day of which a log or a meeting tells."""
    framework = framework_of(board)
    if framework and framework.since:
        return framework.since
    return min(_first_days(board), default=None)


def assurance(board: Board, day: date, clauses: Iterable[str] | None = None) -> list[Standing]:
    """How each obligation that applies on the day stands, in the order of the framework.

    `clauses` names the obligations that are wanted, by their ids; left out, all are. Empty where the Board has no
    framework, or its framework counts from a later day. What is dated after the day does not count.
    """
    framework = framework_of(board)
    if framework is None:
        return []
    wanted = None if clauses is None else set(clauses)
    first = began(board) or day
    if first > day:
        return []
    finder = Finder(board, day)
    return [
        _standing(framework, obligation, finder, max(first, _earliest(obligation.begins) or first))
        for obligation in framework.obligations
        if (wanted is None or obligation.id in wanted) and _applies(obligation, day)
    ]


def _applies(obligation: Obligation, day: date) -> bool:
    starts = obligation.begins is None or obligation.begins.earliest <= day
    return starts and (obligation.ends is None or obligation.ends.latest >= day)


def _earliest(when: PartialDate | None) -> date | None:
    return when.earliest if when else None


def _first_days(board: Board) -> Iterator[date]:
    for loaded in board.loaded:
        log = getattr(loaded.record, "log", None)
        if log and loaded.kind.name != "framework":
            yield log[0].date
        elif loaded.kind.name == "meeting":
            yield loaded.record.date


@dataclass(frozen=True, slots=True)
class _Frame:
    """One obligation, and from where it is looked at."""

    obligation: Obligation
    finder: Finder
    begins: date
    """From when it applies."""
    soon: date
    """Until when what falls due is due soon."""

    @property
    def day(self) -> date:
        """The day on which it is looked at."""
        return self.finder.day


class _Course(NamedTuple):
    """The state, since when it is overdue, and the next day on which something is wanted."""

    state: State
    since: date | None = None
    due: date | None = None


def _standing(framework: Framework, obligation: Obligation, finder: Finder, begins: date) -> Standing:
    frame = _Frame(obligation, finder, begins, finder.day + timedelta(framework.due_soon_days))
    parts = list(_parts(frame)) if obligation.evidence else []
    points = judgements(framework, obligation, finder.day)
    course = _of_parts(frame, parts)
    if obligation.judgement:
        course = _with_judgement(frame, obligation.judgement, points, course, parts)
    return Standing(obligation, *course, begins, parts, points)


def _parts(frame: _Frame) -> Iterator[Part]:
    each, finder = frame.obligation.each, frame.finder
    if each is None:
        yield Part(None, frame.begins, [_of_the_board(frame, need) for need in frame.obligation.evidence])
        return
    first = max(after_months(frame.day, -each.back_months), frame.begins)
    for subject in finder.subjects(each):
        begins = _asked_of(frame, each, subject)
        if begins and (subject.day is None or _counts_now(each, subject.day, first, frame.day)):
            needs = [_of_one(frame, each, need, subject, begins) for need in frame.obligation.evidence]
            yield Part(subject.loaded, begins, needs)


def _asked_of(frame: _Frame, each: Each, subject: Hit) -> date | None:
    """From when it is asked of one record; None where it is not yet, or no more."""
    record, day = subject.loaded.record, frame.day
    since = day_at(record, each.since, day) if each.since else None
    until = day_at(record, each.until, day) if each.until else None
    if (since and since > day) or (until and until <= day):
        return None
    begins = subject.day or frame.begins
    return max(begins, since) if since else begins


def _counts_now(each: Each, when: date, first: date, day: date) -> bool:
    """Whether something of this day is looked at: it has happened, or it is a meeting that is to come."""
    return first <= when and (when <= day or each.entries is None)


def _of_the_board(frame: _Frame, need: Need) -> NeedStanding:
    hits = _merged(frame.finder.whole(evidence) for evidence in need.counts)
    return _need_standing(frame, need, hits, frame.begins)


def _of_one(frame: _Frame, each: Each, need: Need, subject: Hit, begins: date) -> NeedStanding:
    hits = _merged(frame.finder.held_to(evidence, subject) for evidence in need.counts)
    within = each.within_days if need.within_days is None else need.within_days
    leads = [evidence.lead_days for evidence in need.counts if evidence.lead_days is not None]
    # What has to be there so many days before is wanted by that day, not by the day itself.
    ahead = min(leads) if subject.day and len(leads) == len(need.counts) else -within
    return _need_standing(frame, need, hits, begins, begins - timedelta(ahead))


def _merged(found: Iterable[list[Hit]]) -> list[Hit]:
    lists = [hits for hits in found if hits]
    if len(lists) < 2:
        return lists[0] if lists else []
    every = [hit for hits in lists for hit in hits]
    return sorted(every, key=lambda hit: hit.day or date.min, reverse=True)


def _need_standing(
    frame: _Frame, need: Need, hits: Sequence[Hit], begins: date, by: date | None = None
) -> NeedStanding:
    """With an interval the latest must not be older than that; without one it is enough that there is one."""
    enough = len(hits) >= need.at_least
    months = frame.obligation.how_often.months
    if not months:
        return NeedStanding(need, enough, hits, None if enough else by)
    # Of several that are wanted, the one that will be the first to be too old.
    counting = hits[need.at_least - 1].day if enough else None
    if enough and counting is None:
        return NeedStanding(need, True, hits, None)
    due = after_months(counting or begins, months)
    return NeedStanding(need, enough and frame.day <= due, hits, due)


def _of_parts(frame: _Frame, parts: Sequence[Part]) -> _Course:
    late = min((since for part in parts if (since := part.late(frame.day))), default=None)
    upcoming = min((coming for part in parts if (coming := part.next(frame.day))), default=None)
    if late:
        return _Course("overdue", late, upcoming)
    lacking = [part for part in parts if part.lacking]
    open_days = [need.due for part in lacking for need in part.lacking if need.due]
    if not parts or (lacking and not open_days):
        return _Course("no-evidence", None, upcoming)
    if frame.obligation.each:
        waits = bool(lacking) and (min(open_days) <= frame.soon or len(lacking) == len(parts))
        return _Course("due" if waits else "met", None, upcoming)
    waits = bool(lacking) or (upcoming is not None and upcoming <= frame.soon)
    return _Course("due" if waits else "met", None, upcoming)


def _with_judgement(
    frame: _Frame,
    judgement: Judgement,
    points: Sequence[PointStanding],
    shown: _Course,
    parts: Sequence[Part],
) -> _Course:
    """The same where somebody has to judge it as well."""
    by_records = bool(frame.obligation.evidence)
    if by_records and shown.state in ("overdue", "no-evidence"):
        return shown
    if by_records and not any(need.hits for part in parts for need in part.needs):
        # Nothing is there yet of which somebody could judge whether it is enough.
        return shown
    failed = [one.judged.date for one in points if one.falls_short and one.judged]
    if failed and judgement.enough == "met":
        return _Course("overdue", min(failed), shown.due)
    dues = [point.until for point in points if point.until]
    if all(point.current for point in points):
        coming = min([*dues, *([shown.due] if shown.due else [])])
        waits = (by_records and shown.state == "due") or coming <= frame.soon
        judged_well: State = "not-met" if failed else "met"
        return _Course("due" if waits else judged_well, None, coming)
    if by_records:
        return _Course("judgement-needed", None, shown.due)
    last = min(dues) if len(dues) == len(points) else after_months(frame.begins, judgement.months)
    return _Course("overdue", last) if last < frame.day else _Course("judgement-needed", None, last)
