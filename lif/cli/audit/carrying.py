"""`lif audit carry`: the answers of an earlier round carried forward, each asked whether it is still true."""

import datetime
from dataclasses import replace
from typing import Annotated

import typer

from lif.cli import say
from lif.cli.asking import Wanted, all_required
from lif.cli.entry import By, Note, On
from lif.cli.fields import full_day
from lif.cli.noun import single
from lif.cli.state import board_of, day_of, interactive
from lif.cli.writing import DryRun, write
from lif.operations.audits.carried_forward import carry_forward, earlier_answers
from lif.operations.who_is_named import with_ids
from lif.store.errors import WrongUse

app = single()


@app.command()
def carry(
    ctx: typer.Context,
    audit_id: Annotated[str, typer.Argument(metavar="ID", help="Such as AU-2017-003.")],
    agency: Annotated[str | None, typer.Option("--agency", help="The agency whose answers they are.")] = None,
    source: Annotated[
        str | None, typer.Option("--from", metavar="AUDIT", help="The earlier round, such as AU-2016-003.")
    ] = None,
    still_true: Annotated[
        list[str] | None,
        typer.Option("--still-true", metavar="ITEM", help="An item whose answer is still true. Repeatable."),
    ] = None,
    signed_by: Annotated[
        str | None,
        typer.Option("--signed-by", metavar="POST", help="The post that confirmed it. No person's name."),
    ] = None,
    form: Annotated[
        bool,
        typer.Option("--form", help="Write the agency's form with its earlier answers, and record nothing."),
    ] = False,
    by: By = None,
    date: On = None,
    note: Note = None,
    dry_run: DryRun = False,
) -> None:
    """Carry an agency's earlier answers forward, each asked whether still true.

    On a terminal every answer is shown and asked for. What the agency does not confirm is not known: it stays without
    a grade, and is never taken for a yes. With --form the question goes to the agency: its form shows each earlier
    answer, with no grade filled in, and comes back with `lif audit collect`.
    """
    wanted = [
        Wanted(agency, "--agency", "Agency", "The agency whose answers they are, by its id."),
        Wanted(source, "--from", "From", "The earlier round, by its id."),
    ]
    if not form:
        why = "The post that confirmed them. Never a person's name."
        wanted.append(Wanted(signed_by, "--signed-by", "Signed by", why))
    agency, source, *signed = all_required(*wanted)
    today = day_of(None)
    on = full_day(date, "--date") or today.isoformat()
    if form:
        _write_form(ctx, audit_id, agency, source, day=datetime.date.fromisoformat(on), dry_run=dry_run)
        return
    confirmed = set(still_true or [])
    if not confirmed:
        confirmed = _asked(ctx, audit_id, agency, source, datetime.date.fromisoformat(on))
    said = {
        "date": on,
        "by": by or "business-manager",
        "entry": "returned",
        "agency": agency,
        "form": "carried-forward",
        "signed_by": signed[0],
        "note": note or f"Carried forward from {source}.",
    }
    write(
        ctx,
        lambda board: carry_forward(
            board, audit_id, source, with_ids(board, said), still_true=confirmed, today=today
        ),
        dry_run,
    )


def _write_form(
    ctx: typer.Context, audit_id: str, agency: str, source: str, *, day: datetime.date, dry_run: bool
) -> None:
    from lif.cli.audit.putting import keep_filled_in, put_form
    from lif.exchange.audit_document import write_document
    from lif.exchange.audit_workbook import write_workbook
    from lif.operations.audits.carried_forward import asking_again
    from lif.operations.audits.forms import audit_with_instrument, back_by_plan, form_of

    board = board_of(ctx)
    loaded, instrument = audit_with_instrument(board, audit_id)
    shown = asking_again(instrument, earlier_answers(board, audit_id, agency, source, day), source)
    head, fresh = form_of(board, loaded, agency, day, back_by_plan(loaded.record, day))
    mark = replace(fresh, source=source)
    folder = f"build/audits/{loaded.id}"
    keep_filled_in(board.root, folder, [agency])
    if not dry_run:
        made = (write(head, shown, mark, ()) for write in (write_workbook, write_document))
        put_form(board.root, folder, agency, *made)
    would = "would ask" if dry_run else "asks"
    say.result(
        f"The form of {agency} {would} of each answer to {source} whether it is still true:\n"
        f"  {folder}/{agency}.xlsx  {folder}/{agency}.docx"
    )
    say.aside(f"When it comes back: lif audit collect {loaded.id} FILE")


def _asked(ctx: typer.Context, audit_id: str, agency: str, source: str, day: datetime.date) -> set[str]:
    """The items that somebody says are still true, asked one by one."""
    earlier = earlier_answers(board_of(ctx), audit_id, agency, source, day)
    if not interactive():
        known = [one.item.id for one in earlier if one.answer]
        raise WrongUse(
            "--still-true is missing: it is asked of each answer whether it is still true.",
            f"Name each item that the agency confirmed, such as: --still-true {known[0] if known else '1.1'}. "
            f"There are answers to: {', '.join(known) or 'none'}.",
        )
    confirmed: set[str] = set()
    for one in earlier:
        if one.answer is None:
            say.aside(f"{one.item.id} {one.item.text} There is no earlier answer; it stays without a grade.")
            continue
        say.aside(f"{one.item.id} {one.item.text} {source} says: {one.label}.")
        if typer.confirm("Still true?", default=False, err=True):
            confirmed.add(one.item.id)
    return confirmed
