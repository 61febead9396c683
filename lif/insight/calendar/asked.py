"""The days of what agencies report and do: reports that are asked for, and actions."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from lif.insight.actions.standing import ActionStanding
from lif.insight.calendar.items import CalendarState, Diary, Falling
from lif.insight.reports.returns import HIGHLIGHT, ReportReturn, last_period, report_returns
from lif.insight.waiting.items import Party, agency_party
from lif.insight.wording import day_words, period_bounds

_NOBODY = Party("No agency has been asked for it yet", "Nobody")
_NO_LEAD = Party("Nobody: the action has no lead", "Nobody")
_LONGEST_WAIT = 730
"""Days after the end of a period by which a report can be due at most."""


def fallen_reports(diary: Diary) -> Iterator[Falling]:
    """The reports that are asked for, on the day they are due; where none is set, on the day after their period."""
    asked = [one for period in _periods(diary) for one in report_returns(diary.board, diary.day, period)]
    came: dict[str, date] = {}
    for one in asked:
        if one.report:
            came[one.asked] = min(one.ended, came.get(one.asked, one.ended))
    for one in asked:
        day = one.due or one.ended + timedelta(days=1)
        if diary.span.holds(day) and not _before_all(diary, one, came.get(one.asked)):
            yield _report(diary, one, day)


def _before_all(diary: Diary, one: ReportReturn, first: date | None) -> bool:
    """Whether a report is missing because nobody was asked for it yet: no earlier one came, nor one of its period."""
    if one.report or (first and one.ended >= first):
        return False
    # Where none ever came, the last that could have is waited for, as on the page of the day.
    every = next(
        (sort.every for sort in diary.board.profile.reports_asked if sort.id == one.asked), "quarter"
    )
    return every != "once" and one.ended < period_bounds(last_period(every, diary.day))[1]


def _report(diary: Diary, one: ReportReturn, day: date) -> Falling:
    state: CalendarState = "due"
    said = ""
    if one.report:
        state = "done"
        said = f"received on {day_words(one.report.received)}" if one.report.received else "received"
    elif one.state == "late":
        state = "late"
    elif one.due is None:
        state = "past" if day <= diary.day else "due"
        # Where no agency was asked for it, whoever is to do it says so.
        asked = "not received" if state == "past" else "may be asked for from this day"
        said = asked if one.agency else ""
    return Falling(
        kind="report",
        day=day,
        key=f"{one.asked}.{one.period.replace('/', '-')}",
        id=one.agency or "board",
        what=one.words,
        title="",
        on=agency_party(diary.titles, one.agency) if one.agency else _NOBODY,
        state=state,
        loaded=diary.board.by_id.get(one.agency) or diary.board.by_id["board"],
        said=said,
        matters_to=one.to,
    )


def _periods(diary: Diary) -> list[str]:
    """Every period whose reports can fall in the span."""
    years = range((diary.span.first - timedelta(days=_LONGEST_WAIT)).year - 1, diary.span.last.year + 1)
    asked = diary.board.profile.reports_asked
    found = {HIGHLIGHT: [f"{year}-Q{number}" for year in years for number in (1, 2, 3, 4)]}
    for one in asked:
        if one.every == "half-year":
            found[one.every] = [f"{year}-H{number}" for year in years for number in (1, 2)]
        elif one.every == "year":
            found[one.every] = [str(year) for year in years]
        elif one.every == "financial-year":
            found[one.every] = [f"{year}/{(year + 1) % 100:02d}" for year in years]
        elif one.every == "once" and one.period:
            found[one.id] = [one.period]
    every = dict.fromkeys(period for periods in found.values() for period in periods)
    return [period for period in every if _may_fall(diary, period_bounds(period)[1])]


def _may_fall(diary: Diary, ended: date) -> bool:
    return ended < diary.span.last and ended + timedelta(days=_LONGEST_WAIT) >= diary.span.first


def fallen_actions(diary: Diary, actions: Iterable[ActionStanding]) -> Iterator[Falling]:
    """The days by which actions are due. What was rejected, or that another took the place of, is left out."""
    for one in actions:
        if one.due is None or not one.accepted:
            continue
        lead = one.action.lead
        done = one.state != "open"
        yield Falling(
            kind="action",
            day=one.due,
            key=one.id,
            id=one.id,
            what="Action due",
            title=one.action.text,
            on=agency_party(diary.titles, lead.agency, lead.role) if lead else _NO_LEAD,
            state=diary.state(one.due, done=done),
            loaded=diary.board.by_id[one.plan.id],
            said=one.state if done else "",
            matters_to=one.plan.sign_off or "",
        )
