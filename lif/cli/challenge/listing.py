"""`lif challenge list`: the challenges, those that wait for an answer first."""

from typing import TYPE_CHECKING, Annotated, get_args

import typer

from lif.cli import say
from lif.cli.entry import one_of
from lif.cli.forms import AsOf, ListForm, ListFormOption
from lif.cli.known import must_be_known
from lif.cli.noun import single
from lif.cli.registers import csv
from lif.cli.state import board_of, day_of
from lif.insight.wording import counted, day_short, day_words
from lif.records.challenge import ChallengeKind

if TYPE_CHECKING:
    from lif.insight.registers.challenges import ChallengeStanding
    from lif.store.board import Board

app = single()
KINDS = get_args(ChallengeKind)


@app.command("list")
def list_(
    ctx: typer.Context,
    unsettled: Annotated[bool, typer.Option("--open", help="Only those that are not settled.")] = False,
    late: Annotated[bool, typer.Option("--late", help="Only those whose answer is late.")] = False,
    kind: Annotated[
        str | None, typer.Option("--kind", help=f"Only those of a kind. One of: {', '.join(KINDS)}.")
    ] = None,
    agency: Annotated[
        str | None, typer.Option("--agency", metavar="AGENCY", help="Only those that it made or answers.")
    ] = None,
    theme: Annotated[str | None, typer.Option("--theme", help="Only those of a theme.")] = None,
    as_of: AsOf = None,
    form: ListFormOption = ListForm.text,
) -> None:
    """List the challenges, those that wait for an answer first."""
    from lif.insight.registers.challenges import challenges
    from lif.insight.registers.data import CHALLENGE_HEAD, challenge_data, challenge_row

    if kind:
        one_of(kind, "kind", KINDS)
    board, day = board_of(ctx), day_of(as_of)
    everything = challenges(board, day)
    found = [
        one
        for one in everything
        if not (unsettled and one.settled)
        and not (late and not one.late)
        and kind in (None, one.challenge.kind)
        and (agency is None or agency in (one.challenge.challenger, *one.challenge.challenged))
        and (theme is None or theme in one.challenge.themes)
    ]
    if not found:
        must_be_known(board, who=agency, theme=theme)
    if form is ListForm.json:
        content = {"asOf": day.isoformat(), "challenges": [challenge_data(one) for one in found]}
        say.result_json("challenges", content)
    elif form is ListForm.csv:
        csv(CHALLENGE_HEAD, [challenge_row(one) for one in found])
    elif not everything:
        say.result("No challenge yet. Record one: lif challenge new")
    elif not found:
        say.result("No such challenge.")
    else:
        say.result(_table(board, found))
        still = sum(not one.settled for one in everything)
        overdue = sum(one.late > 0 for one in everything)
        told = (
            f"{counted(len(everything), 'challenge')} up to {day_words(day)}: {still or 'none'} not settled"
        )
        say.aside(f"{told}, {overdue or 'none'} with a late answer.")


def _table(board: "Board", found: list["ChallengeStanding"]) -> str:
    from lif.insight.registers.words import OUTCOME_WORDS, STATE_WORDS, challenge_parties
    from lif.insight.titles import Titles

    titles = Titles(board)
    rows = [
        (
            one.challenge.id,
            one.challenge.kind,
            one.stage_id,
            OUTCOME_WORDS[one.settled.result] if one.settled else STATE_WORDS[one.state],
            _due(one),
            challenge_parties(one, titles),
            one.challenge.title,
        )
        for one in found
    ]
    return say.table(
        ("Challenge", "Kind", "Stage", "How it stands", "Answer due", "Who to whom", "About"), rows
    )


def _due(one: "ChallengeStanding") -> str:
    if one.state != "open" or one.due is None:
        return ""
    return f"{day_short(one.due)}{', late' if one.late else ''}"
