"""`lif meeting new`: puts a meeting into the diary."""

from typing import Annotated

import typer

from lif.cli.asking import Wanted, all_required
from lif.cli.fields import full_day, gathered, text_of
from lif.cli.meeting.entry import agenda_item
from lif.cli.noun import single
from lif.cli.writing import DryRun, From, write
from lif.exchange.given import read_given
from lif.operations.opening import open_numbered
from lif.store.errors import WrongUse

app = single()


@app.command()
def new(
    ctx: typer.Context,
    group: Annotated[str | None, typer.Option("--group", help="The group that meets, by its id.")] = None,
    date: Annotated[
        str | None, typer.Option("--date", metavar="DATE", help="The day of the meeting.")
    ] = None,
    starts: Annotated[str | None, typer.Option("--starts", metavar="HH:MM", help="When it begins.")] = None,
    place: Annotated[str | None, typer.Option("--place", help="Where it is held.")] = None,
    circulated: Annotated[
        str | None, typer.Option("--circulated", metavar="DATE", help="When papers went out.")
    ] = None,
    item: Annotated[
        list[str] | None,
        typer.Option(
            "--item", metavar="PURPOSE:TITLE", help="An agenda item: decision, discussion or information."
        ),
    ] = None,
    pick: Annotated[
        list[str] | None,
        typer.Option("--pick", metavar="INDICATOR=REASON", help="A performance item picked for discussion."),
    ] = None,
    lead: Annotated[str, typer.Option("--lead", help="Who leads the agenda items.")] = "independent-chair",
    source: From = None,
    dry_run: DryRun = False,
) -> None:
    """Put a meeting into the diary."""
    given = read_given(source) if source else {}
    group, date = all_required(
        Wanted(text_of(given, "group", group), "--group", "Group", "Which group of the Board meets."),
        Wanted(
            text_of(given, "date", date), "--date", "Day", "The day of the meeting; packs are built for it."
        ),
    )
    value = gathered(
        given, group=group, date=full_day(date, "--date"), starts=starts, place=place,
        circulated=full_day(circulated, "--circulated"),
        agenda=[agenda_item(text, lead) for text in item or []], picked=[_pick(text) for text in pick or []],
    )  # fmt: skip
    write(ctx, lambda board: open_numbered(board, "meeting", value, int(value["date"][:4])), dry_run)


def _pick(text: str) -> dict[str, str]:
    indicator, _, reason = text.partition("=")
    if not reason.strip():
        raise WrongUse(
            "--pick: the reason is missing.", 'Write it as "repeat-plans=Above target for two years".'
        )
    return {"indicator": indicator.strip(), "reason": reason.strip()}
