"""`lif meeting`: meetings, their agendas and decisions."""

from typing import Annotated, Any

import typer

from lif.cli import say
from lif.cli.asking import Wanted, all_required, required
from lif.cli.fields import full_day, gathered, text_of
from lif.cli.forms import Form, FormOption
from lif.cli.noun import noun
from lif.cli.showing import show_record
from lif.cli.state import board_of
from lif.cli.writing import DryRun, From, write
from lif.exchange.given import read_given
from lif.operations.meetings import pick_item
from lif.operations.opening import open_numbered
from lif.rules.lookup import find_record
from lif.store.errors import WrongUse

app = noun("Meetings, their agendas and decisions.")
PURPOSES = ("decision", "discussion", "information")


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
        circulated=full_day(circulated, "--circulated"), agenda=[_item(text, lead) for text in item or []],
        picked=[_pick(text) for text in pick or []],
    )  # fmt: skip
    write(ctx, lambda board: open_numbered(board, "meeting", value, int(value["date"][:4])), dry_run)


def _item(text: str, lead: str) -> dict[str, Any]:
    purpose, _, title = text.partition(":")
    if purpose.strip() not in PURPOSES or not title.strip():
        raise WrongUse(
            "--item: an agenda item says its purpose first.", 'Write it as "decision: Child A, next steps".'
        )
    return {"title": title.strip(), "purpose": purpose.strip(), "lead": lead}


def _pick(text: str) -> dict[str, str]:
    indicator, _, reason = text.partition("=")
    if not reason.strip():
        raise WrongUse(
            "--pick: the reason is missing.", 'Write it as "repeat-plans=Above target for two years".'
        )
    return {"indicator": indicator.strip(), "reason": reason.strip()}


@app.command()
def pick(
    ctx: typer.Context,
    meeting_id: Annotated[str, typer.Argument(metavar="ID", help="Such as MT-2018-001.")],
    indicator_id: Annotated[
        str, typer.Argument(metavar="NAME", help="The short name of an indicator, such as repeat-plans.")
    ],
    reason: Annotated[
        str | None, typer.Option("--reason", help="Why it is to be discussed, in your own words.")
    ] = None,
    by: Annotated[
        str, typer.Option("--by", help="Who picks it: a role, group or agency.")
    ] = "business-manager",
    dry_run: DryRun = False,
) -> None:
    """Pick a performance item for discussion, with the reason. To see what is worth it: lif data suggest"""
    said = required(
        reason, "--reason", "Reason", "The meeting is told why this figure and not another is before it."
    )
    write(ctx, lambda board: pick_item(board, meeting_id, indicator_id, said, by), dry_run)


@app.command("list")
def list_(ctx: typer.Context, form: FormOption = Form.text) -> None:
    """List the meetings in order of their days."""
    board = board_of(ctx)
    meetings = sorted(board.of("meeting"), key=lambda one: (one.record.date, one.id))
    if form == Form.json:
        content = [
            {"id": one.id, "group": one.record.group, "date": one.record.date.isoformat(),
             "agenda": len(one.record.agenda), "decisions": len(one.record.decisions)}
            for one in meetings
        ]  # fmt: skip
        say.result_json("meetings", {"meetings": content})
        return
    groups = board.profile.groups
    rows = [
        (one.id, one.record.date.isoformat(), str(len(one.record.agenda)), str(len(one.record.decisions)),
         groups[one.record.group].title if one.record.group in groups else one.record.group)
        for one in meetings
    ]  # fmt: skip
    head = ("Meeting", "Day", "Agenda items", "Decisions", "Group")
    say.result(say.table(head, rows) or "No meeting yet. Put one into the diary: lif meeting new")


@app.command()
def show(
    ctx: typer.Context,
    meeting_id: Annotated[str, typer.Argument(metavar="ID", help="Such as MT-2018-001.")],
    form: FormOption = Form.text,
) -> None:
    """Show a meeting."""
    board = board_of(ctx)
    show_record(board, find_record(board, meeting_id, "meeting"), form)
