"""`lif risk list`: the risks, the highest first."""

from typing import TYPE_CHECKING, Annotated

import typer

from lif.cli import say
from lif.cli.forms import AsOf, ListForm, ListFormOption
from lif.cli.known import must_be_known
from lif.cli.noun import single
from lif.cli.registers import csv
from lif.cli.state import board_of, day_of
from lif.insight.wording import counted, day_short, day_words

if TYPE_CHECKING:
    from lif.insight.registers.risks import RiskStanding
    from lif.store.board import Board

app = single()


@app.command("list")
def list_(
    ctx: typer.Context,
    closed: Annotated[bool, typer.Option("--all", help="Those that came off the log as well.")] = False,
    due: Annotated[bool, typer.Option("--due", help="Only those whose review is due or late.")] = False,
    owner: Annotated[
        str | None, typer.Option("--owner", help="Only those of a role, group or agency.")
    ] = None,
    theme: Annotated[str | None, typer.Option("--theme", help="Only those of a theme.")] = None,
    as_of: AsOf = None,
    form: ListFormOption = ListForm.text,
) -> None:
    """List the risks, the highest first, and which way each moved.

    A score is likelihood times impact, from 1 to 25; the bands and their words are the Board's own. What nobody
    has scored yet comes first.
    """
    from lif.insight.registers.data import RISK_HEAD, bands_data, risk_data, risk_row
    from lif.insight.registers.risks import bands_of, risks

    board, day = board_of(ctx), day_of(as_of)
    everything = risks(board, day)
    found = [
        one
        for one in everything
        if (closed or not one.closed)
        and (not due or (one.review_due is not None and one.review_due <= day))
        and (owner is None or one.risk.owner == owner)
        and (theme is None or theme in one.risk.themes)
    ]
    if not found:
        must_be_known(board, who=owner, theme=theme)
    if form is ListForm.json:
        bands = bands_data(bands_of(board.profile.settings))
        content = {"asOf": day.isoformat(), "bands": bands, "risks": [risk_data(one) for one in found]}
        say.result_json("risks", content)
    elif form is ListForm.csv:
        csv(RISK_HEAD, [risk_row(one) for one in found])
    elif not everything:
        say.result("No risk is on the log. Put one there: lif risk new")
    elif not found:
        say.result("No such risk.")
    else:
        say.result(_table(board, found))
        opened = sum(not one.closed for one in everything)
        late = sum(one.late > 0 for one in everything)
        words = f"{counted(opened, 'open risk')} on {day_words(day)}; {counted(late, 'review')} late."
        say.aside(f"{words} The heat map: lif risk map")


def _table(board: "Board", found: list["RiskStanding"]) -> str:
    from lif.insight.registers.risks import score_of
    from lif.insight.registers.words import MOVEMENT_WORDS
    from lif.insight.titles import Titles

    titles = Titles(board)
    rows = [
        (
            one.risk.id,
            f"{one.score} {one.band.word}" if one.band else "not scored",
            MOVEMENT_WORDS[one.movement] if one.movement else "",
            str(score_of(one.risk.target)) if one.risk.target else "",
            _review(one),
            titles.who(one.risk.owner),
            one.risk.title,
        )
        for one in found
    ]
    return say.table(("Risk", "Score", "Moved", "Target", "Review", "Owner", "What may happen"), rows)


def _review(one: "RiskStanding") -> str:
    if one.closed:
        return "off the log"
    if one.review_due is None:
        return "no day"
    return f"{day_short(one.review_due)}{', late' if one.late else ''}"
