"""Which reports the Board has asked for, of whom and for which period, and whether they have come by a day."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from lif.insight.reports.given import KIND_TITLES, highlights, is_to_report, was_asked
from lif.insight.wording import counted, period_bounds, period_words, quarter_before
from lif.records.agency import Agency
from lif.records.board import AskedReport
from lif.records.report import AgencyReport, ThemedReport
from lif.store.board import Board

HIGHLIGHT = "highlight"
"""The id of the quarterly highlight report among the reports that are asked for."""
ReturnState = Literal["received", "received-late", "waiting", "late"]
"""`received-late`: it came after its day. `waiting`: it has not come, and no day has passed. `late`: its day has."""


@dataclass(frozen=True, slots=True)
class ReportReturn:
    """One report that is asked for, of one agency for one period."""

    asked: str
    """`highlight`, or the id of the report in `board.yaml`."""
    title: str
    kind: str
    theme: str | None
    agency: str
    """The agency's id; "" where none has been asked."""
    period: str
    ended: date
    """The last day of the period."""
    due: date | None
    """By when it is to be in; None where the Board has set no day."""
    to: str
    """The id of the group that reads it; "" where none is named."""
    report: AgencyReport | None
    """The report that came."""
    state: ReturnState

    @property
    def missing(self) -> bool:
        """Whether it has not come."""
        return self.report is None

    @property
    def words(self) -> str:
        """The report with its period, such as `Highlight report, October to December 2017`."""
        return f"{self.title}, {period_words(self.period)}"


def report_returns(board: Board, day: date, period: str | None = None) -> list[ReportReturn]:
    """Every report that is asked for: of a period, or of each sort for its last period that had ended by the day.

    Highlight reports come first, in order of the agencies' ids; then the others in the Board's order. What is
    reported as it occurs is never expected. A report without a day of receipt counts as received.
    """
    received = [
        one.record for one in board.of("report") if one.record.received is None or one.record.received <= day
    ]
    found = _highlights(board, day, period or _quarter(board, day))
    others = (
        (asked, wanted) for asked in board.profile.reports_asked for wanted in _period_of(asked, day, period)
    )
    return [
        _return(board, one, received, day)
        for one in (*found, *((asked, asked.agency or "", wanted) for asked, wanted in others))
    ]


def asked_called(board: Board, name: str) -> AskedReport | None:
    """What is asked for under an id; None where nothing is. The highlight report has no entry in `board.yaml`."""
    return next((one for one in board.profile.reports_asked if one.id == name), None)


def last_period(every: str, day: date) -> str:
    """The last period of a sort that had ended by the day before: `2017-Q3`, `2017-H1`, `2017`, `2016/17`."""
    if every == "quarter":
        return quarter_before(day)
    if every == "year":
        return str(day.year - 1)
    year = day.year - (day.month < 4)  # the financial year that the day is in
    if every == "half-year":
        return f"{year}-H1" if not 4 <= day.month <= 9 else f"{year - 1}-H2"
    return f"{year - 1}/{year % 100:02d}"


def sort_of_period(period: str) -> str:
    """How often a report comes that is about such a period: `quarter`, `half-year`, `financial-year` or `year`; ""
    for a month."""
    for sign, sort in (("-Q", "quarter"), ("-H", "half-year"), ("/", "financial-year")):
        if sign in period:
            return sort
    return "" if "-" in period else "year"


_Wanted = tuple[AskedReport | None, str, str]
"""What is asked for (None for a highlight report), of which agency, for which period."""


def _quarter(board: Board, day: date) -> str:
    """The quarter whose highlight reports are expected: the last that had ended, or, where the Board has set no day
    for them and none has come for that, the one that agencies reported on last."""
    return (
        highlights(board, day).period
        if board.profile.settings.report_due_days is None
        else quarter_before(day)
    )


def _highlights(board: Board, day: date, period: str) -> list[_Wanted]:
    if sort_of_period(period) != "quarter":
        return []
    ended = period_bounds(period)[1]
    if not was_asked(board, ended):
        return []
    return [(None, one.id, period) for one in board.of("agency") if _was_there(one.record, ended, day)]


def _was_there(agency: Agency, ended: date, day: date) -> bool:
    return is_to_report(agency, day) and not (agency.joined and agency.joined.earliest > ended)


def _period_of(asked: AskedReport, day: date, period: str | None) -> Iterator[str]:
    """The period that a report is asked for, if any."""
    if asked.every == "as-it-occurs":
        return
    if asked.every == "once":
        wanted = asked.period or ""
        if wanted and (wanted == period if period else period_bounds(wanted)[1] < day):
            yield wanted
        return
    if period and sort_of_period(period) != asked.every:
        return
    wanted = period or last_period(asked.every, day)
    first, last = period_bounds(wanted)
    begun = asked.begins is None or last >= asked.begins.earliest
    over = asked.ends is not None and first > asked.ends.latest
    if begun and not over:
        yield wanted


def _return(board: Board, wanted: _Wanted, received: Iterable[AgencyReport], day: date) -> ReportReturn:
    asked, agency, period = wanted
    settings = board.profile.settings
    kind, theme = (asked.kind, asked.theme) if asked else (HIGHLIGHT, None)
    ended = period_bounds(period)[1]
    days = asked.due_days if asked else settings.report_due_days
    due = ended + timedelta(days=days) if days is not None else None
    report = next((one for one in received if _answers(one, kind, theme, agency, period)), None)
    return ReportReturn(
        asked=asked.id if asked else HIGHLIGHT,
        title=asked.title if asked else KIND_TITLES[HIGHLIGHT],
        kind=kind,
        theme=theme,
        agency=agency or (report.agency if report else ""),
        period=period,
        ended=ended,
        due=due,
        to=(asked.to if asked else settings.report_group) or "",
        report=report,
        state=_state(report, due, day),
    )


def _answers(report: AgencyReport, kind: str, theme: str | None, agency: str, period: str) -> bool:
    themed = report.theme if isinstance(report, ThemedReport) else None
    return (
        report.kind == kind
        and report.period == period
        and (not agency or report.agency == agency)
        and (theme is None or themed in (theme, None))
    )


def _state(report: AgencyReport | None, due: date | None, day: date) -> ReturnState:
    if report:
        return "received-late" if due and report.received and report.received > due else "received"
    return "late" if due and due < day else "waiting"


def return_words(one: ReportReturn) -> str:
    """How a report stands, in short: `AR-2018-006, 2018-01-29, 8 days late`, `AR-2018-001`, `not received, late`."""
    if one.report is None:
        return "not received, late" if one.state == "late" else "not received"
    received = one.report.received
    late = (received - one.due).days if received and one.due else 0
    parts = [
        one.report.id,
        received.isoformat() if received else "",
        f"{counted(late, 'day')} late" if late > 0 else "",
    ]
    return ", ".join(filter(None, parts))


def return_data(one: ReportReturn) -> dict[str, str | None]:
    """The same as programs read it."""
    received = one.report.received if one.report else None
    return {
        "report": one.title,
        "asked": one.asked,
        "kind": one.kind,
        "agency": one.agency or None,
        "period": one.period,
        "ended": one.ended.isoformat(),
        "due": one.due.isoformat() if one.due else None,
        "state": one.state,
        "id": one.report.id if one.report else None,
        "received": received.isoformat() if received else None,
    }
