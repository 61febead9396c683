"""`lif audit list`: the audits and where they stand."""

import typer

from lif.cli import say
from lif.cli.forms import AsOf, Form, FormOption
from lif.cli.noun import single
from lif.cli.state import board_of, day_of

app = single()


@app.command("list")
def list_(ctx: typer.Context, as_of: AsOf = None, form: FormOption = Form.text) -> None:
    """List the audits and where they stand."""
    from lif.insight.audits import KIND_WORDS, audit_standing

    board, day = board_of(ctx), day_of(as_of)
    found = [stands for one in board.of("audit") if (stands := audit_standing(one.record, day))]
    if form == Form.json:
        content = [
            {"id": stands.audit.id, "kind": stands.audit.kind, "theme": stands.audit.theme, "stage": stands.stage,
             "since": stands.since.isoformat()}
            for stands in found
        ]  # fmt: skip
        say.result_json("audits", {"asOf": day.isoformat(), "audits": content})
        return
    rows = [
        (stands.audit.id, KIND_WORDS[stands.audit.kind], f"{stands.stage} {stands.since}", stands.audit.theme)
        for stands in found
    ]
    say.result(
        say.table(("Audit", "Kind", "Where it stands", "Theme"), rows)
        or "No audit yet. Record one: lif audit log"
    )
