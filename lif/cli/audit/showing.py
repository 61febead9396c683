"""`lif audit show`: one audit with everything recorded about it, and what comes next."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from lif.cli import say
from lif.cli.forms import AsOf, Form, FormOption
from lif.cli.lines import section, wrapped
from lif.cli.noun import single
from lif.cli.state import board_of, day_of

if TYPE_CHECKING:
    from lif.insight.audits.next_step import NextStep
    from lif.insight.audits.standing import AuditStanding

app = single()


@app.command()
def show(
    ctx: typer.Context,
    audit_id: Annotated[str, typer.Argument(metavar="ID", help="Such as AU-2017-001.")],
    as_of: AsOf = None,
    form: FormOption = Form.text,
) -> None:
    """Show an audit with everything recorded about it, and what comes next."""
    from lif.cli.audit.grades import grades_text
    from lif.cli.showing import record_text
    from lif.insight.audits.next_step import next_steps
    from lif.insight.audits.standing import audit_standing
    from lif.rules.lookup import find_record

    board, day = board_of(ctx), day_of(as_of)
    loaded = find_record(board, audit_id, "audit")
    standing, steps = audit_standing(loaded.record, day), next_steps(board, loaded, day)
    if form == Form.json:
        content = {
            "id": loaded.id,
            "file": loaded.file,
            "record": loaded.record.model_dump(mode="json"),
            "asOf": day.isoformat(),
            "stage": standing.stage if standing else None,
            "next": [{"text": one.text, "command": one.command} for one in steps],
        }
        say.result_json("audit", content)
        return
    parts = [record_text(board, loaded), grades_text(board, loaded.record), _next(standing, steps)]
    say.result("\n\n".join(filter(None, parts)))


def _next(standing: "AuditStanding | None", steps: "Sequence[NextStep]") -> str:
    from lif.insight.wording import day_words

    if standing is None:
        return "On this day nothing of it had happened yet."
    lines = [f"  Where it stands: {standing.stage}, {day_words(standing.since)}."]
    for one in steps:
        lines += [wrapped(one.text, 2, 4), f"    {one.command}"]
    if not steps:
        lines.append("  Nothing is left to do.")
    return section("What comes next", *lines)
