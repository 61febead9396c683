"""`lif action add`: a new action of a plan."""

from collections.abc import Mapping
from typing import Annotated, Any

import typer

from lif.cli.asking import Wanted, all_required, required
from lif.cli.fields import full_day, gathered, text_of
from lif.cli.noun import single
from lif.cli.state import day_of
from lif.cli.writing import DryRun, From, write
from lif.exchange.given import read_given
from lif.operations.actions.course import add_action

app = single()


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
    baseline: Annotated[
        str | None, typer.Option("--baseline", help="How what is measured stands before.")
    ] = None,
    target: Annotated[str | None, typer.Option("--target", help="How it is to stand afterwards.")] = None,
    source: From = None,
    dry_run: DryRun = False,
) -> None:
    """Add an action to a plan."""
    given = read_given(source) if source else {}
    text = required(
        text_of(given, "text", text), "--text", "Action", "What will be done: one thing, short and sharp."
    )
    lead = _lead(gathered(_part(given, "lead"), agency=lead_agency, role=lead_role))
    seen_by = gathered(_part(given, "measure"), text=measure, baseline=baseline, target=target)
    value = gathered(
        given, answers=answers, text=text, outcome=outcome, lead=lead, resource=resource,
        start=full_day(start, "--start"), due=full_day(due, "--due"), measure=seen_by,
    )  # fmt: skip
    today = day_of(None)
    write(ctx, lambda board: add_action(board, plan_id, value, today), dry_run)


def _lead(lead: dict[str, Any]) -> dict[str, Any]:
    """Who leads: nobody yet, or a post in an agency; of one alone the other is asked for."""
    if not lead:
        return lead
    agency, role = all_required(
        Wanted(lead.get("agency"), "--lead-agency", "Agency", "The agency in which the post is that leads."),
        Wanted(lead.get("role"), "--lead-role", "Post", "The post in the agency that leads. Never a name."),
    )
    return {**lead, "agency": agency, "role": role}


def _part(given: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    """What a file gives under a key that holds keys of its own."""
    value = given.get(key)
    return value if isinstance(value, dict) else {}
