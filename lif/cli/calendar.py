"""`lif calendar`: everything that falls on a day, month by month, on the screen, as a web page and for a calendar."""

import re
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from lif.cli import say
from lif.cli.forms import AsOf, Form, FormOption
from lif.cli.lines import section, wrapped, wrapped_after
from lif.cli.noun import single
from lif.cli.state import board_of, day_of, whole_board_of
from lif.store.errors import NothingFound, WrongUse

if TYPE_CHECKING:  # the help and the shell need no models
    from lif.insight.calendar.items import Falling, Span
    from lif.insight.calendar.lines import Line
    from lif.store.board import Board

app = single()
_YEAR = re.compile(r"([12][0-9]{3})(?:/([0-9]{2}))?")
_MONTH = re.compile(r"([12][0-9]{3})-(0[1-9]|1[0-2])")


@app.command()
def calendar(
    ctx: typer.Context,
    year: Annotated[
        str | None,
        typer.Argument(
            metavar="YEAR",
            help="2018 for January to December, 2018/19 for April to March; else the next twelve months.",
        ),
    ] = None,
    month: Annotated[
        str | None, typer.Option("--month", metavar="MONTH", help="Only one month, such as 2018-03.")
    ] = None,
    agency: Annotated[
        str | None,
        typer.Option("--agency", metavar="AGENCY", help="Only what this agency has to do, by its id."),
    ] = None,
    owner: Annotated[
        str | None,
        typer.Option(
            "--owner", metavar="ROLE", help="Only what this role or group has to do or watches, by its id."
        ),
    ] = None,
    as_of: AsOf = None,
    form: FormOption = Form.text,
    papers: Annotated[
        bool,
        typer.Option("--papers", help="Write it as web page, PDF and calendar file (.ics) instead."),
    ] = False,
) -> None:
    """What falls on which day: meetings, clocks, audits, reports, reviews and more.

    Actions, risks, challenges and what the Framework asks for are in it, too. With --papers it is put in
    build/calendar/, in the place of the last one, with an .ics file for Outlook or any other calendar: brought in
    again, it changes the entries that are there already. What is kept for the Board's office alone is not in the
    papers; those for one agency hold nothing but what it has to do.
    """
    from lif.insight.calendar import everything, narrowed
    from lif.insight.calendar.lines import calendar_data

    day = day_of(as_of)
    board = whole_board_of(ctx) if papers else board_of(ctx)
    span = _span(year, month, day)
    _must_be_known(board, agency, owner)
    if papers:
        from lif.publish.papers.calendar import write_calendar

        written = write_calendar(board, day, span, agency=agency, owner=owner)
        files = "\n".join(f"  {name}" for name in written.files)
        say.result(f"{written.title}. Marking: {written.marking}.\n{files}")
        if written.left_out:
            say.aside(written.left_out)
        return
    every = narrowed(everything(board, day, span), board, agency, owner)
    found = [one for one in every if span.holds(one.day)]
    if form is Form.json:
        say.result_json("calendar", calendar_data(found, span, day))
        return
    before = sum(one.state == "late" and one.day < span.first for one in every)
    say.result(_text(board, found, span, day))
    if before:
        say.result(
            f"Late from before: {before}. See what waits on whom: lif today; and what the framework asks: lif assure"
        )


def _span(year: str | None, month: str | None, day: date) -> "Span":
    """The days asked for. Raises WrongUse for what is no year or no month."""
    from lif.insight.calendar.items import Span
    from lif.records.base import PartialDate

    if year and month:
        raise WrongUse(
            "A year and a month were given.", "Give one of them: lif calendar 2018, or --month 2018-03"
        )
    if month:
        match = _MONTH.fullmatch(month.strip())
        if not match:
            raise WrongUse(f"--month: {month} is no month.", "Write it as 2018-03.")
        known = PartialDate(int(match[1]), int(match[2]))
        return Span(known.earliest, known.latest)
    if not year:
        first = day.replace(day=1)
        return Span(first, PartialDate(first.year + (first.month > 1), (first.month + 10) % 12 + 1).latest)
    match = _YEAR.fullmatch(year.strip())
    if not match or (match[2] and int(match[2]) != (int(match[1]) + 1) % 100):
        raise WrongUse(f"{year} is no year.", "Write it as 2018, or as 2018/19 for April to March.")
    number = int(match[1])
    if match[2]:
        return Span(date(number, 4, 1), date(number + 1, 3, 31))
    return Span(date(number, 1, 1), date(number, 12, 31))


def _must_be_known(board: "Board", agency: str | None, owner: str | None) -> None:
    """Raises NothingFound for an agency, a role or a group that there is none of."""
    from lif.rules.lookup import find_record
    from lif.rules.names import nearest

    if agency:
        find_record(board, agency, "agency")
    known = [*board.profile.roles, *board.profile.groups]
    if owner and owner not in known:
        hint = nearest(owner, known) or f"Those of this Board are: {', '.join(known)}."
        if owner in board.by_id:
            hint = f"For an agency give: --agency {owner}"
        raise NothingFound(f"There is no role or group called {owner}.", hint)


def _text(board: "Board", found: "list[Falling]", span: "Span", day: date) -> str:
    from lif.insight.calendar.lines import lines_of, month_words, months_of, span_words
    from lif.insight.wording import counted, day_words

    lines = lines_of(found)
    name = board.profile.short_name or board.profile.name
    head = f"{name}: {span_words(span)}, as on {day_words(day)}"
    if not lines:
        return f"{head}\n\nNothing that is on record falls in this time."
    late = sum(line.state == "late" for line in lines)
    blocks = [head]
    for month in months_of(span):
        within = [line for line in lines if month.holds(line.day)]
        blocks.append(section(month_words(month), *(_line(line) for line in within)))
    ends = f"{counted(len(lines), 'entry', 'entries')}{f', {late} late' if late else ''}."
    return "\n\n".join([*filter(None, blocks), ends])


def _line(line: "Line") -> str:
    from lif.insight.calendar.lines import WEEKDAYS

    head = f"  {WEEKDAYS[line.day.weekday()]} {line.day.day:>2}  {'!' if line.state == 'late' else ' '} "
    about = wrapped_after(head, line.about + (f" ({line.ids})" if line.ids else ""))
    who = "" if line.first.kind == "meeting" else line.who
    said = "; ".join(filter(None, [who, line.first.place, line.stands]))
    return f"{about}\n{wrapped(said, len(head))}" if said else about
