"""What the Board asks agencies to report: each sort by its id, for which period, of whom, and what came last."""

from dataclasses import dataclass
from datetime import date, timedelta

from lif.insight.reports.given import KIND_TITLES
from lif.insight.reports.returns import HIGHLIGHT, asked_called, last_period, report_returns
from lif.insight.wording import listed, period_bounds, period_words
from lif.records.base import is_period
from lif.records.board import AskedReport
from lif.records.report import AgencyReport, ThemedReport
from lif.rules.lookup import find_record
from lif.rules.names import nearest
from lif.store.board import Board, Loaded
from lif.store.errors import NothingFound, Refusal, WrongUse


@dataclass(frozen=True, slots=True)
class Asked:
    """A sort of report that an agency is asked for."""

    id: str
    """`highlight`, or its id in `board.yaml`."""
    title: str
    kind: str
    theme: str | None
    entry: AskedReport | None
    """What `board.yaml` says of it; None for the highlight report."""


def asked_report(board: Board, name: str) -> Asked:
    """A sort of report by its id. Raises NothingFound where the Board asks for none of that id."""
    if name == HIGHLIGHT:
        return Asked(HIGHLIGHT, KIND_TITLES[HIGHLIGHT], HIGHLIGHT, None, None)
    entry = asked_called(board, name)
    if entry is None:
        known = [HIGHLIGHT, *(one.id for one in board.profile.reports_asked)]
        raise NothingFound(
            f"The Board asks for no report called {name}.",
            nearest(name, known)
            or f"It asks for: {listed(known)}. Others are added under reports_asked: lif edit board",
        )
    return Asked(entry.id, entry.title, entry.kind, entry.theme, entry)


def checked_period(given: str) -> str:
    """A period that somebody gave. Raises WrongUse for what is none."""
    if not is_period(given):
        raise WrongUse(
            f"--period: {given} is no period.", "Write it as 2017-Q3, 2017-H1, 2016/17, 2017 or 2017-04."
        )
    return given


def due_back(board: Board, asked: Asked, period: str, day: date) -> date | None:
    """By when a report is to be in, as the Board has set it; None where it has set no day, or the day has passed."""
    days = asked.entry.due_days if asked.entry else board.profile.settings.report_due_days
    due = period_bounds(period)[1] + timedelta(days=days) if days is not None else None
    return due if due and due >= day else None


def period_asked(asked: Asked, given: str | None, day: date) -> str:
    """The period of a report: the one given, else the last that had ended. Raises WrongUse for what is none."""
    if given:
        return checked_period(given)
    every = asked.entry.every if asked.entry else "quarter"
    if asked.entry and asked.entry.period:
        return asked.entry.period
    if every in ("once", "as-it-occurs"):
        raise WrongUse(
            f"{asked.title} is not asked for at set times.", "Say what it is about with: --period 2017-04"
        )
    return last_period(every, day)


def agencies_asked(board: Board, asked: Asked, agency: str | None, period: str, day: date) -> list[str]:
    """The agencies for which forms are written: the one given, or all from which the report is missing.

    Raises NothingFound for an agency that there is none of, Refusal where none is missing or none was asked.
    """
    if agency:
        return [find_record(board, agency, "agency").id]
    found = [one for one in report_returns(board, day, period) if one.asked == asked.id]
    if not found and asked.entry and asked.entry.agency:
        return [asked.entry.agency]
    missing = [one.agency for one in found if one.missing and one.agency]
    if missing:
        return missing
    if found and not any(one.missing for one in found):
        raise Refusal(
            f"Every {asked.title.lower()} for {period_words(period)} has come.",
            "For one agency give: --agency AGENCY",
        )
    raise Refusal(
        f"{asked.title}: no agency is asked for it for {period_words(period)}.",
        "Say whose with: --agency AGENCY",
    )


def last_report(board: Board, asked: Asked, agency: str, period: str, day: date) -> Loaded | None:
    """The agency's latest report of a sort on an earlier period that had come by a day."""
    begins = period_bounds(period)[0]
    before = [
        one
        for one in board.of("report")
        if is_of(one.record, asked)
        and one.record.agency == agency
        and period_bounds(one.record.period)[0] < begins
        and (one.record.received is None or one.record.received <= day)
    ]
    return max(before, key=lambda one: (period_bounds(one.record.period), one.id), default=None)


def is_of(report: AgencyReport, asked: Asked) -> bool:
    """Whether a report is of the sort that is asked for."""
    theme = report.theme if isinstance(report, ThemedReport) else None
    return report.kind == asked.kind and (asked.theme is None or theme in (asked.theme, None))
