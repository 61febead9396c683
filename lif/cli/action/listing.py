"""`lif action list`: actions with their state, due date and grade."""

from typing import Annotated

import typer

from lif.cli import say
from lif.cli.forms import AsOf, Form, FormOption
from lif.cli.noun import single
from lif.cli.state import board_of, day_of
from lif.rules.lookup import find_record

app = single()


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
