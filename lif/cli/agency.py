"""`lif agency`: partner agencies of the Board."""

from typing import Annotated, get_args

import typer

from lif.cli import say
from lif.cli.asking import Wanted, all_required
from lif.cli.fields import gathered, partial_date, text_of
from lif.cli.forms import Form, FormOption
from lif.cli.noun import noun
from lif.cli.state import board_of
from lif.cli.writing import DryRun, From, write
from lif.exchange.given import read_given
from lif.operations.opening import open_named
from lif.records.agency import AgencyType

app = noun("Partner agencies of the Board.")
TYPES = get_args(AgencyType)


@app.command()
def add(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar="ID", help="A short name, such as childrens-services.")],
    title: Annotated[str | None, typer.Option("--name", help="The agency's full name.")] = None,
    short_name: Annotated[str | None, typer.Option("--short-name", help="The form used in tables.")] = None,
    type: Annotated[str | None, typer.Option("--type", help=f"One of: {', '.join(TYPES)}.")] = None,
    joined: Annotated[str | None, typer.Option("--joined", help="When it became a partner.")] = None,
    no_highlight_reports: Annotated[
        bool, typer.Option("--no-highlight-reports", help="No quarterly highlight report is expected of it.")
    ] = False,
    source: From = None,
    dry_run: DryRun = False,
) -> None:
    """Add a partner agency."""
    given = read_given(source) if source else {}
    title, type = all_required(
        Wanted(text_of(given, "name", title), "--name", "Full name",
               "The agency's name, as packs and letters print it."),
        Wanted(text_of(given, "type", type), "--type", "Type",
               "What sort of agency it is decides what is expected of it.", TYPES),
    )  # fmt: skip
    value = gathered(
        given, name=title, short_name=short_name, type=type, joined=partial_date(joined, "--joined"),
        highlight_reports=False if no_highlight_reports else None,
    )  # fmt: skip
    write(ctx, lambda board: open_named(board, "agency", name, value), dry_run)


@app.command("list")
def list_(ctx: typer.Context, form: FormOption = Form.text) -> None:
    """List the partner agencies."""
    agencies = board_of(ctx).of("agency")
    if form == Form.json:
        content = [{"id": one.id, **one.record.model_dump(mode="json")} for one in agencies]
        say.result_json("agencies", {"agencies": content})
        return
    rows = [(one.id, one.record.type, one.record.name) for one in agencies]
    say.result(
        say.table(("Agency", "Type", "Name"), rows)
        or "No agency has been added yet. Add one: lif agency add ID"
    )
