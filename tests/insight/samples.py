"""Small records for the tests of what records mean on a day."""

from datetime import date
from pathlib import Path
from typing import Any

from lif.records.board import BoardRecord, Settings
from lif.records.kinds import BY_NAME, model_of
from lif.records.plan import Action, Plan
from lif.store.board import Board
from lif.store.load import load
from tests.support import Records, tiny_records, write_board

BRAG = {
    "blue": {"word": "Complete", "meaning": "Finished"},
    "red": {"word": "Overdue", "meaning": "Past its date"},
    "amber": {"word": "Attention", "meaning": "Due soon"},
    "green": {"word": "On track", "meaning": "In time"},
}


def settings(**brag: Any) -> Settings:
    """Settings of a Board whose BRAG has these thresholds; slipped after 3 times, stagnant after 90 days."""
    return Settings.model_validate(
        {
            "brag": {**BRAG, **brag},
            "markings": [{"id": "low", "label": "LOW"}, {"id": "high", "label": "HIGH"}],
            "default_marking": "low",
        }
    )


def plan(*actions: dict[str, Any], **fields: Any) -> Plan:
    """A plan with these actions."""
    value = {"schema_version": 1, "id": "AP-2017-001", "title": "Plan", "owner": "business-manager", **fields}
    return Plan.model_validate({**value, "actions": list(actions)})


def action(*log: dict[str, Any], **fields: Any) -> dict[str, Any]:
    """An action with this log, due on 30 June 2017 unless said otherwise."""
    return {"id": "A1", "text": "Do it.", "due": "2017-06-30", "log": list(log), **fields}


def entry(kind: str, day: str, **fields: Any) -> dict[str, Any]:
    """An entry of a log, by the Business Manager."""
    return {"entry": kind, "date": day, "by": "business-manager", **fields}


def record(kind: str, value: dict[str, Any]) -> Any:
    """A record of a kind."""
    model = model_of(BY_NAME[kind]).model_validate(value)
    return getattr(model, "root", model)


def profile(**fields: Any) -> BoardRecord:
    """The tiny Board's own record with these fields instead of its own."""
    return BoardRecord.model_validate({**tiny_records()["board", "board"], **fields})


def board_of(folder: Path, records: Records) -> Board:
    """A Board read from files that hold these records."""
    return load(write_board(folder, records))


def day(text: str) -> date:
    """`2017-06-30` as a date."""
    return date.fromisoformat(text)


def first(made: Plan) -> Action:
    """The first action of a plan."""
    return made.actions[0]
