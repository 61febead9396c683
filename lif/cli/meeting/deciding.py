"""`lif meeting decisions`: every decision and what became of it."""

from typing import TYPE_CHECKING, Annotated

import typer

from lif.cli import say
from lif.cli.entry import one_of
from lif.cli.forms import AsOf, ListForm, ListFormOption
from lif.cli.lines import beside, wrapped_after
from lif.cli.noun import single
from lif.cli.registers import csv
from lif.cli.state import board_of, day_of
from lif.insight.wording import counted, day_words

if TYPE_CHECKING:
    from lif.insight.meetings.decisions import DecisionStanding
    from lif.store.board import Board

app = single()
STATES = ("late", "open", "done", "noted", "withdrawn")


@app.command()
def decisions(
    ctx: typer.Context,
    state: Annotated[
        str | None, typer.Option("--state", help=f"Only those in one state. One of: {', '.join(STATES)}.")
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Those that are carried out or withdrawn as well.")
    ] = False,
    owner: Annotated[
        str | None, typer.Option("--owner", help="Only those of a role, group or agency.")
    ] = None,
    group: Annotated[str | None, typer.Option("--group", help="Only those of one group's meetings.")] = None,
    meeting: Annotated[
        str | None, typer.Option("--meeting", metavar="ID", help="Only those of one meeting.")
    ] = None,
    as_of: AsOf = None,
    form: ListFormOption = ListForm.text,
) -> None:
    """List the decisions that are still to be carried out, the late ones first.

    A decision is carried out when that is recorded, or when all actions that answer it are finished. One that has
    neither an owner nor a day nor an action asks nobody for anything.
    """
    from lif.insight.meetings.data import DECISION_HEAD, decision_data, decision_row
    from lif.insight.meetings.decisions import all_decisions
    from lif.rules.lookup import find_record

    board, day = board_of(ctx), day_of(as_of)
    if state:
        one_of(state, "state", STATES)
    if meeting:
        find_record(board, meeting, "meeting")
    known = all_decisions(board, day)
    wanted = {state} if state else {*STATES} if everything or meeting else {"late", "open"}
    found = [
        one
        for one in known
        if one.state in wanted
        and owner in (None, one.decision.owner)
        and group in (None, one.meeting.group)
        and meeting in (None, one.meeting.id)
    ]
    if form is ListForm.json:
        content = {"asOf": day.isoformat(), "decisions": [decision_data(one) for one in found]}
        say.result_json("decisions", content)
    elif form is ListForm.csv:
        csv(DECISION_HEAD, [decision_row(one) for one in found])
    elif not known:
        say.result("No decision yet. Record one: lif meeting decide")
    elif not found:
        say.result("No such decision.")
    else:
        say.result("\n".join(_lines(board, found)))
        late, open_ = (sum(one.state == word for one in known) for word in ("late", "open"))
        words = (
            f"{counted(len(known), 'decision')} by {day_words(day)}: {late} late, {open_} still to be done."
        )
        say.aside(words if everything or state else f"{words} All of them: lif meeting decisions --all")


def _lines(board: "Board", found: list["DecisionStanding"]) -> list[str]:
    from lif.insight.meetings.words import decision_words
    from lif.insight.titles import Titles

    titles = Titles(board)
    lines = []
    for one in found:
        owner = titles.who(one.decision.owner) if one.decision.owner else "nobody named"
        lines.append(beside((one.id,), (18,), f"{owner}: {decision_words(one)}"))
        lines.append(wrapped_after(" " * 20, one.decision.text))
    return lines
