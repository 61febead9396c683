"""Actions as lines of text for the terminal."""

from collections.abc import Sequence
from datetime import date

from lif.cli.lines import width, wrapped
from lif.insight.actions.brag import COLOURS
from lif.insight.actions.flags import attention
from lif.insight.actions.standing import ActionStanding
from lif.insight.titles import Titles
from lif.insight.wording import counted, day_short, day_words
from lif.store.board import Board


def actions_text(board: Board, found: Sequence[ActionStanding], total: int, day: date) -> str:
    """Two lines for each action, a third where it deserves a look, and how many there are."""
    if not total:
        return "No action yet. Add one: lif action add PLAN"
    if not found:
        return f"No action matches on {day_words(day)}, of {counted(total, 'action')} in all."
    everything = counted(total, "action")
    count = f"{len(found)} of {everything}" if len(found) < total else everything
    return "\n".join([*action_lines(board, found), "", f"{count} on {day_words(day)}."])


def action_lines(board: Board, found: Sequence[ActionStanding], *, numbers: bool = False) -> list[str]:
    """The lines of some actions; with `numbers` they are named by their number in the plan alone."""
    titles, brag = Titles(board), board.profile.settings.brag
    names = [stands.action.id if numbers else stands.id for stands in found]
    columns = (
        max((len(name) for name in names), default=0),
        max((len(stands.grading.word) for stands in found), default=0),
        max((len(stands.state) for stands in found), default=0),
        len("no due date"),
    )
    wide = width()
    own_words = {colour: getattr(brag, colour).word for colour in COLOURS}
    lines = []
    for name, stands in zip(names, found, strict=True):
        due = day_short(stands.due) if stands.due else "no due date"
        cells = (name, stands.grading.word, stands.state, due)
        head = "  ".join([cell.ljust(size) for cell, size in zip(cells, columns, strict=True)])
        lines.append(_cut(f"{head}  {_lead(stands, titles)}", wide))
        lines.append(_cut(f"    {' '.join(stands.action.text.split())}", wide))
        said = [words for _, words in attention(stands, titles, own_words[stands.grading.derived])]
        reasons = " ".join(" ".join(said).split())
        if reasons:
            lines.append(f"    {reasons}" if len(reasons) + 4 <= wide else wrapped(reasons, 4))
    return lines


def _lead(stands: ActionStanding, titles: Titles) -> str:
    lead = stands.action.lead
    return f"{titles.agency(lead.agency)}, {lead.role}" if lead else "nobody leads it"


def _cut(line: str, wide: int) -> str:
    return line if len(line) <= wide else line[: wide - 1].rstrip() + "…"
