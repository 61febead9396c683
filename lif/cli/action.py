"""`lif action`: what is to be done, by whom, by when, and what became of it."""

from typing import Annotated

import typer

from lif.cli import say
from lif.cli.asking import required
from lif.cli.fields import full_day, gathered, text_of
from lif.cli.forms import AsOf, Form, FormOption
from lif.cli.noun import noun
from lif.cli.showing import show_item
from lif.cli.state import board_of, day_of
from lif.cli.writing import DryRun, From, write
from lif.exchange.given import read_given
from lif.operations.actions import add_action, complete_action, note_action
from lif.rules.lookup import find_item, find_record

app = noun("Actions: what is to be done, by whom, by when.")
ActionId = Annotated[str, typer.Argument(metavar="ID", help="Such as AP-2017-001.A3.")]
By = Annotated[str, typer.Option("--by", help="Who says so: a role, a group or an agency.")]
On = Annotated[str | None, typer.Option("--date", metavar="DATE", help="The day; today unless given.")]


@app.command()
def add(
    ctx: typer.Context,
    plan_id: Annotated[str, typer.Argument(metavar="PLAN", help="Such as AP-2017-001.")],
    text: Annotated[
        str | None, typer.Option("--text", help="What will be done: one thing, short and sharp.")
    ] = None,
    outcome: Annotated[
        str | None, typer.Option("--outcome", help="What difference it makes for children.")
    ] = None,
    lead_agency: Annotated[
        str | None, typer.Option("--lead-agency", metavar="AGENCY", help="Who leads.")
    ] = None,
    lead_role: Annotated[
        str | None, typer.Option("--lead-role", help="The post that leads. Never a name.")
    ] = None,
    resource: Annotated[str | None, typer.Option("--resource", help='What it needs, even if "none".')] = None,
    start: Annotated[str | None, typer.Option("--start", metavar="DATE", help="When it starts.")] = None,
    due: Annotated[str | None, typer.Option("--due", metavar="DATE", help="When it is to be done.")] = None,
    answers: Annotated[
        list[str] | None,
        typer.Option("--answers", metavar="ID", help="A recommendation it answers. Repeatable."),
    ] = None,
    measure: Annotated[str | None, typer.Option("--measure", help="How the difference will be seen.")] = None,
    source: From = None,
    dry_run: DryRun = False,
) -> None:
    """Add an action to a plan."""
    given = read_given(source) if source else {}
    text = required(
        text_of(given, "text", text), "--text", "Action", "What will be done: one thing, short and sharp."
    )
    lead = gathered({}, agency=lead_agency, role=lead_role)
    value = gathered(
        given, answers=answers, text=text, outcome=outcome, lead=lead, resource=resource,
        start=full_day(start, "--start"), due=full_day(due, "--due"), measure={"text": measure} if measure else None,
    )  # fmt: skip
    write(ctx, lambda board: add_action(board, plan_id, value), dry_run)


@app.command("list")
def list_(
    ctx: typer.Context,
    plan_id: Annotated[
        str | None, typer.Option("--plan", metavar="ID", help="Only the actions of this plan.")
    ] = None,
    as_of: AsOf = None,
    form: FormOption = Form.text,
) -> None:
    """List actions with their state, due date and BRAG grade."""
    from lif.insight.actions import action_standing

    board, day = board_of(ctx), day_of(as_of)
    plans = [find_record(board, plan_id, "plan")] if plan_id else board.of("plan")
    settings = board.profile.settings
    found = [
        action_standing(one.record, action, settings, day) for one in plans for action in one.record.actions
    ]
    if form == Form.json:
        content = [
            {"id": stands.id, "state": stands.state, "due": stands.due.isoformat() if stands.due else None,
             "brag": stands.grading.colour, "slipped": stands.slipped, "stagnant": stands.stagnant,
             "agency": stands.action.lead.agency if stands.action.lead else None, "text": stands.action.text}
            for stands in found
        ]  # fmt: skip
        say.result_json("actions", {"asOf": day.isoformat(), "actions": content})
        return
    rows = [
        (stands.id, stands.state, stands.due.isoformat() if stands.due else "no date", stands.grading.word,
         stands.action.lead.agency if stands.action.lead else "no lead", stands.action.text)
        for stands in found
    ]  # fmt: skip
    head = ("Action", "State", "Due", "BRAG", "Lead", "What")
    say.result(say.table(head, rows) or "No action yet. Add one: lif action add PLAN")


@app.command()
def show(ctx: typer.Context, action_id: ActionId, form: FormOption = Form.text) -> None:
    """Show an action with everything that happened to it."""
    board = board_of(ctx)
    show_item(board, find_item(board, action_id, "actions"), form)


@app.command()
def note(
    ctx: typer.Context,
    action_id: ActionId,
    text: Annotated[str | None, typer.Argument(metavar="[NOTE]", help="What happened.")] = None,
    by: By = "business-manager",
    date: On = None,
    dry_run: DryRun = False,
) -> None:
    """Add a dated note of progress. Notes are only ever added to."""
    said = required(text, "NOTE", "Note", "What has happened since the last note.")
    day = full_day(date, "--date") or day_of(None).isoformat()
    write(ctx, lambda board: note_action(board, action_id, date=day, by=by, note=said), dry_run)


@app.command()
def complete(
    ctx: typer.Context,
    action_id: ActionId,
    text: Annotated[str | None, typer.Option("--note", help="What was done.")] = None,
    by: By = "business-manager",
    date: On = None,
    dry_run: DryRun = False,
) -> None:
    """Record that somebody says it was done. It stays open until evidence of its impact has been seen."""
    said = required(
        text, "--note", "What was done", "Completed is a claim; say what was done, so it can be evidenced."
    )
    day = full_day(date, "--date") or day_of(None).isoformat()
    write(ctx, lambda board: complete_action(board, action_id, date=day, by=by, note=said), dry_run)
