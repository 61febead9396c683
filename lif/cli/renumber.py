"""`lif renumber`: numbers of their own for records and items that share one."""

from typing import Annotated

import typer

from lif.cli import say
from lif.cli.forms import Form, FormOption
from lif.cli.noun import single
from lif.cli.state import root_of
from lif.cli.writing import DryRun
from lif.operations.mending.renumbering import Renumbered, RenumberPlan, renumber

app = single()


@app.command("renumber")
def renumber_(
    ctx: typer.Context,
    apply: Annotated[bool, typer.Option("--apply", help="Carry the plan out.")] = False,
    dry_run: DryRun = False,
    form: FormOption = Form.text,
) -> int:
    """Find numbers that stand twice after a merge, and plan the repair.

    Of two records, or two items of one record, one keeps the number and the other gets the next free one;
    references follow where git tells which is meant. Without --apply the plan is only shown. Numbers that are
    not shared are never changed. Ends with 1 where something is left to do.
    """
    carried_out = apply and not dry_run
    plan, outcome = renumber(root_of(ctx), dry_run=not carried_out)
    unclear = any(not reference.new for row in plan.renumbered for reference in row.references)
    if form == Form.json:
        say.result_json("renumbering", {**_content(plan), "applied": carried_out})
    elif not plan.renumbered and not plan.left_over:
        say.result("Every number is given once; there is nothing to renumber.")
    else:
        say.result("\n".join(_lines(plan, carried_out)))
        if dry_run:
            say.result_diff(outcome.diff)
        if not carried_out:
            say.aside("This is a plan; nothing was written. Carry it out with: lif renumber --apply")
    left = unclear or (not carried_out and bool(plan.renumbered or plan.left_over))
    return 1 if left else 0


def _lines(plan: RenumberPlan, carried_out: bool) -> list[str]:
    lines: list[str] = []
    for row in plan.renumbered:
        lines += _row(row, carried_out)
    for name in plan.left_over:
        lines.append(f"{name} {'was' if carried_out else 'would be'} taken away; its record is in its place.")
    return lines


def _row(row: Renumbered, carried_out: bool) -> list[str]:
    verb = "is" if carried_out else "would be"
    lines = [f"{row.old} stands twice. {row.kept} keeps it; the other {verb} {row.new}, in {row.file}."]
    if row.kept == row.file:
        lines = [f"{row.old} stands twice in {row.file}. One keeps it; the other {verb} {row.new}."]
    for reference in row.references:
        place = f"{reference.file}:{reference.line}"
        if reference.new:
            lines.append(
                f"  {place}: {reference.name} {'became' if carried_out else 'becomes'} {reference.new}"
            )
        else:
            lines.append(f"  {place}: {reference.name} stays; check which of the two is meant")
    for name in row.chronologies:
        lines.append(f"  {name} stays; if it belongs to {row.new}, move it beside that review")
    for name in row.returns:
        lines.append(f"  {name} stays; if it belongs to {row.new}, move it beside that audit")
    return lines


def _content(plan: RenumberPlan) -> dict[str, object]:
    rows = [
        {
            "old": row.old, "new": row.new, "kept": row.kept, "file": row.file,
            "references": [
                {"file": one.file, "line": one.line, "name": one.name, "new": one.new or None}
                for one in row.references
            ],
            "chronologies": list(row.chronologies),
            "returns": list(row.returns),
        }
        for row in plan.renumbered
    ]  # fmt: skip
    return {"renumbered": rows, "leftOver": list(plan.left_over)}
