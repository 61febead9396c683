"""`lif plan list`: the plans and how far they are."""

import typer

from lif.cli import say
from lif.cli.forms import AsOf, Form, FormOption
from lif.cli.noun import single
from lif.cli.state import board_of, day_of

app = single()


@app.command("list")
def list_(ctx: typer.Context, as_of: AsOf = None, form: FormOption = Form.text) -> None:
    """List the plans and how far their actions are."""
    from lif.insight.plans.progress import plans_progress
    from lif.insight.wording import day_short

    board, day = board_of(ctx), day_of(as_of)
    plans = plans_progress(board, day)
    if form == Form.json:
        content = [
            {"id": one.plan.id, "finished": one.finished, "actions": len(one.actions), "late": one.late,
             "withImpact": one.with_impact, "title": one.plan.title}
            for one in plans
        ]  # fmt: skip
        say.result_json("plans", {"asOf": day.isoformat(), "plans": content})
        return
    rows = [
        (one.plan.id, f"{one.finished} of {len(one.actions)}", str(one.late), f"{one.with_impact}",
         day_short(one.plan.agreed) if one.plan.agreed else "draft", one.plan.title)
        for one in plans
    ]  # fmt: skip
    head = ("Plan", "Finished", "Late", "With impact", "Agreed", "Title")
    say.result(say.table(head, rows) or "No plan yet. Open one: lif plan new")
