"""`lif action list`: actions with their state, due date and grade, filtered and sorted."""

from datetime import date
from enum import StrEnum
from typing import Annotated

import typer

from lif.cli import say
from lif.cli.fields import full_day
from lif.cli.forms import AsOf
from lif.cli.noun import single
from lif.cli.state import board_of, day_of

app = single()


class Form(StrEnum):
    """Text for people, JSON for programs, CSV for a spreadsheet."""

    text = "text"
    json = "json"
    csv = "csv"


def _many(option: str, metavar: str | None, text: str) -> typer.models.OptionInfo:
    """An option that may be given several times."""
    found: typer.models.OptionInfo = typer.Option(option, metavar=metavar, help=f"{text} Repeatable.")
    return found


Many = list[str] | None


@app.command("list")
def list_(
    ctx: typer.Context,
    agency: Annotated[Many, _many("--agency", "AGENCY", "Only those that this agency leads.")] = None,
    group: Annotated[
        Many, _many("--group", "GROUP", "Only those of plans that this group closes or keeps.")
    ] = None,
    source: Annotated[
        Many, _many("--source", "ID", "Only those that answer this review, audit or recommendation.")
    ] = None,
    plan_id: Annotated[Many, _many("--plan", "ID", "Only those of this plan.")] = None,
    state: Annotated[
        Many,
        _many(
            "--state",
            None,
            "One of: open, completed, evidenced, evaluated, closed, superseded, rejected, unfinished.",
        ),
    ] = None,
    brag: Annotated[
        Many, _many("--brag", None, "One of: blue, red, amber, green. Or the Board's own word for it.")
    ] = None,
    flag: Annotated[
        Many, _many("--flag", None, "One of: late, slipped, stagnant, self-reported, no-difference, by-hand.")
    ] = None,
    due_from: Annotated[
        str | None, typer.Option("--due-from", metavar="DATE", help="Due on this day or later.")
    ] = None,
    due_to: Annotated[
        str | None, typer.Option("--due-to", metavar="DATE", help="Due on this day or sooner.")
    ] = None,
    words: Annotated[
        str | None, typer.Option("--words", help="Only those in which all these words occur.")
    ] = None,
    sort: Annotated[
        str, typer.Option("--sort", help="One of: plan, due, brag, agency, state, moved, quiet.")
    ] = "plan",
    as_of: AsOf = None,
    form: Annotated[
        Form, typer.Option("--format", help="Text for people, JSON for programs, CSV for a spreadsheet.")
    ] = Form.text,
) -> None:
    """List actions with their state, due date and BRAG grade. Filters narrow it down; all of them must hold."""
    from lif.cli.action.filters import ORDERS, Asked, checked
    from lif.cli.entry import one_of
    from lif.insight.actions.search import in_order, matching
    from lif.insight.actions.standing import standings

    order = one_of(sort, "sort", ORDERS)
    first, last = _day(due_from, "--due-from"), _day(due_to, "--due-to")
    board, day = board_of(ctx), day_of(as_of)
    asked = checked(
        board,
        Asked(
            agencies=agency or (), groups=group or (), sources=source or (), plans=plan_id or (), states=state or (),
            grades=brag or (), flags=flag or (), due_from=first, due_to=last, words=(words or "").split(),
        ),
    )  # fmt: skip
    everything = standings([one.record for one in board.of("plan")], board.profile.settings, day)
    found = in_order(matching(everything, asked), order)
    match form:
        case Form.json:
            from lif.insight.actions.data import standing_data

            content = [standing_data(stands) for stands in found]
            say.result_json("actions", {"asOf": day.isoformat(), "actions": content})
        case Form.csv:
            from lif.exchange.csv_out import csv_text
            from lif.insight.actions.data import COLUMNS, standing_row
            from lif.insight.titles import Titles

            titles, own = Titles(board), board.profile.settings.brag
            say.result(csv_text(COLUMNS, [standing_row(stands, titles, own) for stands in found]))
        case Form.text:
            from lif.cli.action.lines import actions_text

            say.result(actions_text(board, found, len(everything), day))
    if asked.anything and not found:
        raise typer.Exit(4)


def _day(text: str | None, option: str) -> date | None:
    day = full_day(text, option)
    return date.fromisoformat(day) if day else None
