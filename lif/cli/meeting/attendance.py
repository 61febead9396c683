"""`lif meeting attendance`: how often each agency came."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from lif.cli import say
from lif.cli.forms import AsOf, ListForm, ListFormOption
from lif.cli.noun import single
from lif.cli.registers import csv
from lif.cli.state import board_of, day_of
from lif.insight.wording import counted, day_words, listed, period_bounds
from lif.store.errors import WrongUse

if TYPE_CHECKING:
    from lif.insight.meetings.attendance import AttendanceRates
    from lif.store.board import Board

app = single()
_OFTEN = 2
"""Meetings missed in a row that are worth a word."""


@app.command()
def attendance(
    ctx: typer.Context,
    period: Annotated[
        str | None,
        typer.Option(
            "--period", metavar="PERIOD", help="Such as 2017/18 or 2017; the year up to the day unless given."
        ),
    ] = None,
    group: Annotated[str | None, typer.Option("--group", help="Only the meetings of a group.")] = None,
    as_of: AsOf = None,
    form: ListFormOption = ListForm.text,
) -> None:
    """How often each agency came, over a year: those that came least first.

    Meetings count for an agency that has a seat in the group, and for one that is named in the attendance. Where
    nobody recorded whether it came, that is said, and counts neither for nor against it.
    """
    from lif.insight.meetings.attendance import attendance_rates
    from lif.insight.meetings.data import ATTENDANCE_HEAD, attendance_data, attendance_row
    from lif.insight.titles import Titles

    board, day = board_of(ctx), day_of(as_of)
    if group and group not in board.profile.groups:
        raise WrongUse(
            f"--group: the Board has no group called {group}.", f"One of: {', '.join(board.profile.groups)}."
        )
    first, last = _span(period, day)
    found = attendance_rates(board, first, last, group)
    if form is ListForm.json:
        say.result_json("attendance", {"asOf": day.isoformat(), "group": group, **attendance_data(found)})
    elif form is ListForm.csv:
        csv(ATTENDANCE_HEAD, [attendance_row(one) for one in found.agencies])
    elif not found.meetings:
        say.result(f"Nobody recorded who came to a meeting from {day_words(first)} to {day_words(last)}.")
        _say_without(found)
    else:
        say.result(_table(board, found))
        say.aside(
            f"{counted(len(found.meetings), 'meeting')} from {day_words(first)} to {day_words(last)}"
            f"{f' of the {Titles(board).group(group)}' if group else ''}."
        )
        _say_without(found)


def _span(period: str | None, day: date) -> tuple[date, date]:
    """The days from and to which is looked: of a period, but not past the day; else the year up to it."""
    from lif.records.base import PartialDate, is_period

    if period is None:
        before = PartialDate(day.year - 1, day.month).latest
        return before.replace(day=min(day.day, before.day)) + timedelta(days=1), day
    said = (
        period.replace("-", "/")
        if period.count("-") == 1 and len(period) == 7 and period[5:] > "12"
        else period
    )
    if not is_period(said):
        raise WrongUse(f"--period: {period} is no period.", "Write it as 2017/18, 2017, 2017-H1 or 2017-Q3.")
    first, last = period_bounds(said)
    return first, min(last, day)


def _table(board: "Board", found: "AttendanceRates") -> str:
    from lif.insight.meetings.words import rate_words
    from lif.insight.titles import Titles

    titles = Titles(board)
    rows = [
        (
            titles.agency(one.agency),
            rate_words(one),
            *(str(one.times(state) or "") for state in ("present", "deputy", "apologies", "absent")),
            str(one.times("not-recorded") or ""),
            f"missed the last {one.missed_running}" if one.missed_running >= _OFTEN else "",
        )
        for one in found.agencies
    ]
    head = ("Agency", "Came", "Itself", "Deputy", "Apologies", "Absent", "Not recorded", "Lately")
    return say.table(head, rows)


def _say_without(found: "AttendanceRates") -> None:
    if found.without:
        names = listed(one.id for one in found.without)
        say.aside(f"Not in it, because nobody recorded who came: {names}. Record it: lif meeting attend")
