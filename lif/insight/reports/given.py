"""Which reports agencies have given by a day, for which period, and who is missing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from lif.insight.framework import framework_of
from lif.insight.wording import period_bounds, period_words, plain, quarter_before
from lif.records.agency import Agency
from lif.records.report import AgencyReport, AssuranceReport, HighlightReport, ThemedReport
from lif.store.board import Board

KIND_TITLES = {
    "highlight": "Highlight report",
    "assurance": "Assurance report",
    "child-deaths": "Report of the Child Death Overview Panel",
    "advocacy": "Report on advocacy and independent visiting",
    "training-impact": "Report on what training changed",
    "failures": "Report on a standard that was not met",
}
"""Each sort of report by its name."""


@dataclass(frozen=True, slots=True)
class Highlights:
    """The highlight reports that a meeting reads."""

    period: str
    """The period they are about: the last quarter that had ended, else the latest with any report."""
    expected_period: str
    """The last quarter that had ended."""
    reports: tuple[HighlightReport, ...]
    """In the order of the agencies' ids."""
    missing: tuple[tuple[str, str], ...]
    """Each agency that gave none for `period`, with the period of its latest report or ""."""
    expected: int
    """How many agencies are to report."""


def highlights(board: Board, day: date) -> Highlights:
    """The highlight reports that count on a day. A report without a date of receipt counts as received."""
    received = [
        report
        for report in _reports(board)
        if isinstance(report, HighlightReport) and (report.received is None or report.received <= day)
    ]
    expected_period = quarter_before(day)
    periods = {report.period for report in received}
    period = expected_period
    if periods and period not in periods:
        period = max(periods, key=period_bounds)
    shown = sorted((r for r in received if r.period == period), key=lambda report: (report.agency, report.id))
    asked = was_asked(board, period_bounds(period)[1])
    expected = [loaded.id for loaded in board.of("agency") if asked and is_to_report(loaded.record, day)]
    latest = {
        report.agency: report.period
        for report in sorted(received, key=lambda report: period_bounds(report.period))
    }
    given = {report.agency for report in shown}
    missing = tuple((agency, latest.get(agency, "")) for agency in expected if agency not in given)
    return Highlights(period, expected_period, tuple(shown), missing, len(expected))


def themed_reports(board: Board, after: date | None, day: date) -> list[ThemedReport]:
    """The reports but highlight reports received after one day and not after the other, in order of their ids.

    One without a date of receipt counts as received.
    """
    return [
        report
        for report in _reports(board)
        if isinstance(report, ThemedReport)
        and (
            report.received is None or (report.received <= day and (after is None or report.received > after))
        )
    ]


def report_title(report: AgencyReport) -> str:
    """What a report is, and for which period."""
    return f"{report_about(report)}, {period_words(report.period)}"


def report_about(report: AgencyReport) -> str:
    """What a report is: `Highlight report`, `Report on private fostering`."""
    if isinstance(report, AssuranceReport):
        return f"Report on {plain(report.theme)}"
    return KIND_TITLES[report.kind]


def _reports(board: Board) -> Iterable[AgencyReport]:
    return [loaded.record for loaded in board.of("report")]


def was_asked(board: Board, ended: date) -> bool:
    """Whether highlight reports were asked for on a period that ended on a day: not before the framework counts."""
    framework = framework_of(board)
    return framework is None or framework.since is None or ended >= framework.since


def is_to_report(agency: Agency, day: date) -> bool:
    """Whether a highlight report is asked of an agency on a day."""
    here = agency.joined is None or agency.joined.earliest <= day
    gone = agency.left is not None and agency.left.latest < day
    return agency.highlight_reports and here and not gone
