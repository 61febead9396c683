"""`lif report list`: the reports that came in, and those that are asked for."""

from typing import TYPE_CHECKING, Annotated

import typer

from lif.cli import say
from lif.cli.entry import one_of
from lif.cli.forms import AsOf, ListForm, ListFormOption
from lif.cli.noun import single
from lif.cli.state import board_of, day_of

if TYPE_CHECKING:  # the help and the shell need no models
    from lif.insight.reports.returns import ReportReturn
    from lif.insight.titles import Titles

app = single()
KINDS = ("highlight", "assurance", "child-deaths", "advocacy", "training-impact", "failures")
_CAME = ("Report", "Kind", "Period", "Agency", "Received")
_ASKED = ("Agency", "Due", "How it stands", "Report")
_CSV = ("report", "asked", "agency", "period", "ended", "due", "state", "id", "received")


@app.command("list")
def list_(
    ctx: typer.Context,
    asked: Annotated[
        bool, typer.Option("--asked", help="What is asked for, whether it has come or not.")
    ] = False,
    missing: Annotated[
        bool, typer.Option("--missing", help="Only what is asked for and has not come.")
    ] = False,
    period: Annotated[
        str | None, typer.Option("--period", help="Only of one period, such as 2017-Q3.")
    ] = None,
    agency: Annotated[
        str | None, typer.Option("--agency", metavar="AGENCY", help="Only of one agency, by its id.")
    ] = None,
    kind: Annotated[
        str | None, typer.Option("--kind", help=f"Only of one sort. One of: {', '.join(KINDS)}.")
    ] = None,
    as_of: AsOf = None,
    form: ListFormOption = ListForm.text,
) -> None:
    """List the reports that came in, or those that are asked for.

    With --asked or --missing it shows what agencies are asked for: highlight reports of the last quarter, and what
    the Board's own record asks for beside them (reports_asked), each for its last period; with --period, of that one.
    """
    from lif.insight.reports.asked import checked_period
    from lif.insight.titles import Titles
    from lif.rules.lookup import find_record

    board, day = board_of(ctx), day_of(as_of)
    titles = Titles(board)
    if kind:
        one_of(kind, "kind", KINDS)
    if period:
        checked_period(period)
    if agency:
        find_record(board, agency, "agency")
    if asked or missing:
        from lif.insight.reports.returns import report_returns

        found = [
            one
            for one in report_returns(board, day, period)
            if (one.missing or not missing)
            and (not agency or one.agency == agency)
            and (not kind or one.kind == kind)
        ]
        _asked(found, titles, form, only_missing=missing)
        return
    reports = [
        one
        for one in board.of("report")
        if (one.record.received is None or one.record.received <= day)
        and (not period or one.record.period == period)
        and (not agency or one.record.agency == agency)
        and (not kind or one.record.kind == kind)
    ]
    rows = [
        (one.id, one.record.kind, one.record.period, one.record.agency, str(one.record.received or ""))
        for one in reports
    ]
    if form is ListForm.json:
        keys = ("id", "kind", "agency", "period")
        content = [
            {**{key: getattr(one.record, key) for key in keys},
             "received": one.record.received.isoformat() if one.record.received else None}
            for one in reports
        ]  # fmt: skip
        say.result_json("reports", {"reports": content})
    elif form is ListForm.csv:
        from lif.exchange.csv_out import csv_text

        say.result(csv_text([head.lower() for head in _CAME], rows))
    elif rows:
        say.result(say.table(_CAME, rows))
    elif board.of("report"):
        say.result("No such report. All of them: lif report list")
    else:
        say.result("No report yet. Send the forms with lif report template, or record one: lif report new")


def _asked(found: list["ReportReturn"], titles: "Titles", form: ListForm, *, only_missing: bool) -> None:
    from lif.insight.reports.returns import return_data, return_words
    from lif.insight.wording import counted

    if form is ListForm.json:
        say.result_json("report-returns", {"returns": [return_data(one) for one in found]})
    elif form is ListForm.csv:
        from lif.exchange.csv_out import csv_text

        data = [return_data(one) for one in found]
        say.result(csv_text(_CSV, [[str(one[key] or "") for key in _CSV] for one in data]))
    elif not found:
        say.result("Nothing is missing." if only_missing else "No report is asked for.")
    else:
        rows = [
            (titles.agency(one.agency) if one.agency else "nobody asked",
             one.due.isoformat() if one.due else "no day set", return_words(one), one.words)
            for one in found
        ]  # fmt: skip
        say.result(say.table(_ASKED, rows))
        gone = [one for one in found if one.missing]
        how = (
            "To remind the agencies: lif report remind"
            if any(one.agency for one in gone)
            else "Name under reports_asked who gives them: lif edit board"
        )
        count = (
            f"{counted(len(found), 'report')} asked for, {len(found) - len(gone)} received, {len(gone)} not."
        )
        say.aside(f"{count} {how}" if gone else f"All {len(found)} have come.")
