"""What an agency wrote over the grey cells of its sheet, which are the Board's: told, and never taken."""

from collections.abc import Iterator
from datetime import date

from lif.exchange.action_returns import Filled, ReturnedRow
from lif.exchange.action_stamp import stamp_of
from lif.exchange.dates import read_date
from lif.insight.wording import day_words
from lif.records.plan import Action, Revised


def grey_changes(row: ReturnedRow, action: Action) -> Iterator[str]:
    """Each grey cell of a row that was changed, as a sentence; where the record changed too, nobody can tell."""
    stamp = row.stamp
    if stamp is None or stamp.action != row.id:
        return
    now = stamp_of(row.id, stamp.agency, action, stamp.entries)
    if stamp.wording != now.wording:
        return
    lead = action.lead.role if action.lead else ""
    for key, here in (("text", action.text), ("outcome", action.outcome or ""), ("lead", lead)):
        one = row.grey.get(key)
        if one and _flat(one.text) != _flat(here):
            yield f"{one.place}: a grey cell was changed ({one.column.heading}); nothing is taken from it."
    due = row.grey.get("due")
    if due and stamp.log == now.log:
        yield from _due_changed(row.id, due, _due_when_sent(action, stamp.entries))


def _due_when_sent(action: Action, entries: int) -> date | None:
    revised = [one.due for one in action.log[:entries] if isinstance(one, Revised)]
    return revised[-1] if revised else action.due


def _due_changed(action_id: str, cell: Filled, sent: date | None) -> Iterator[str]:
    """A due date that was written over is mostly one that is asked for, in the wrong column."""
    try:
        read = read_date(cell.text).as_day if cell.text else None
    except ValueError:
        read = None
    if read == sent and bool(cell.text) == bool(sent):
        return
    stays = f"the due date here stays {day_words(sent)}" if sent else "no due date is set here"
    message = f"{cell.place}: a grey cell was changed ({cell.column.heading}); {stays}."
    if read:
        command = f'lif action revise {action_id} --due {read} --reason "…"'
        message += f" If they ask for {day_words(read)} and you agree: {command}"
    yield message


def _flat(text: str) -> str:
    return " ".join(text.split())
