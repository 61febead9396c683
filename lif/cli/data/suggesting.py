"""`lif data suggest`: what a meeting might discuss, with the reasons. People pick."""

from typing import Annotated, Any

import typer

from lif.cli import say
from lif.cli.forms import AsOf, Form, FormOption
from lif.cli.lines import wrapped
from lif.cli.noun import single
from lif.cli.state import board_of, day_of
from lif.insight.figures.discussion import Suggestion, suggestions
from lif.insight.figures.scorecard import scorecard
from lif.insight.titles import Titles
from lif.insight.wording import counted, day_words
from lif.records.meeting import Meeting
from lif.rules.lookup import find_record

app = single()
USUAL = 3
"""Items that the Framework asks for at a Strategic Board, where the group says nothing else."""


@app.command()
def suggest(
    ctx: typer.Context,
    meeting: Annotated[
        str | None, typer.Option("--meeting", metavar="ID", help="The meeting, such as MT-2018-001.")
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="Show every indicator with a reason.")] = False,
    as_of: AsOf = None,
    form: FormOption = Form.text,
) -> None:
    """Suggest what a meeting might discuss, with the reasons.

    Reasons are: off target, changed or changing for the worse, behind every comparator, measured differently, questioned,
    and nobody has said what lies behind it. Pick with: lif meeting pick
    """
    board, day = board_of(ctx), day_of(as_of)
    held: Meeting | None = find_record(board, meeting, "meeting").record if meeting else None
    group = board.profile.groups.get(held.group) if held else None
    wanted = (group.performance_items if group else 0) or USUAL
    found = suggestions(board, scorecard(board, day), held)
    picked = {item.indicator for item in held.picked} if held else set()
    if form == Form.json:
        content = {
            "asOf": day.isoformat(),
            "meeting": held.id if held else None,
            "wanted": wanted,
            "suggestions": [_data(one, one.name in picked) for one in found],
        }
        say.result_json("suggestions", content)
        return
    if not found:
        say.result("Nothing in the figures asks for a discussion.")
        return
    title = f"{Titles(board).group(held.group)}, {day_words(held.date)} ({held.id})" if held else ""
    lines = [f"{title}: {counted(len(picked), 'item')} picked, {wanted} usual.", ""] if held else []
    for number, one in enumerate(found if everything else found[:wanted], start=1):
        mark = " (picked)" if one.name in picked else ""
        lines += [f"{number}. {one.line.indicator.title}  ({one.name}){mark}", wrapped(one.words, 3)]
    if not everything and len(found) > wanted:
        more = counted(len(found) - wanted, "more indicator has a reason", "more indicators have a reason")
        lines += ["", f"{more}: lif data suggest --all"]
    where = held.id if held else "MT-…"
    lines += ["", f'Pick one with the reason in your own words: lif meeting pick {where} NAME --reason "…"']
    say.result("\n".join(lines))


def _data(one: Suggestion, picked: bool) -> dict[str, Any]:
    return {
        "name": one.name,
        "title": one.line.indicator.title,
        "weight": one.weight,
        "reasons": [
            {"code": reason.code, "words": reason.words, "weight": reason.weight} for reason in one.reasons
        ],
        "pickedBefore": list(one.before),
        "picked": picked,
    }
