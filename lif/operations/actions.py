"""Adds actions to plans and follows them: notes of progress, completion."""

from collections.abc import Mapping
from typing import Any

from lif.operations.entries import add_entry, add_item
from lif.rules.lookup import find_item, find_record
from lif.store.board import Board
from lif.store.change import Change
from lif.store.errors import Refusal


def add_action(board: Board, plan_id: str, action: Mapping[str, Any]) -> Change:
    """A new action at the end of a plan."""
    plan = find_record(board, plan_id, "plan")
    _, change = add_item(board, plan, "actions", "A", action)
    return change


def note_action(board: Board, action_id: str, *, date: str, by: str, note: str) -> Change:
    """A dated note of progress. Notes are only ever added to."""
    held = find_item(board, action_id, "actions")
    entry = {"date": date, "entry": "note", "by": by, "note": note}
    return add_entry(board, held, entry, f"A note was added to {action_id}.")


def complete_action(board: Board, action_id: str, *, date: str, by: str, note: str) -> Change:
    """Somebody says that an action was done. Raises Refusal where it was said before or the action has ended."""
    held = find_item(board, action_id, "actions")
    for entry in held.item.log:
        if entry.entry in ("completed", "closed", "superseded", "rejected"):
            raise Refusal(
                f"{action_id} was already {entry.entry} on {entry.date}.",
                f"To add something about it: lif action note {action_id}",
            )
    entry = {"date": date, "entry": "completed", "by": by, "note": note}
    done = (
        f"{action_id} is recorded as completed. It is closed only when evidence of its impact has been seen."
    )
    return add_entry(board, held, entry, done)
