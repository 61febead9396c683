"""Small Boards for the tests of traces, made in memory."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from lif.insight.trace.graph import trace
from lif.insight.trace.model import Trace
from lif.records.kinds import BY_NAME, file_of
from lif.store.board import Board, Loaded
from tests.insight.samples import day, entry, record
from tests.support import Records, tiny_records

DAY = "2018-03-01"
EVIDENCED = [
    entry("completed", "2017-06-01", note="Done."),
    entry("evidenced", "2017-07-01", evidence="Seen.", records=["AU-2017-001"]),
]
EVALUATED = [*EVIDENCED, entry("evaluated", "2017-08-01", impact="improved", result="Better.")]
OPEN = {"due": "2018-06-30"}


def board(
    records: Mapping[tuple[str, str], dict[str, Any]], *, broken: frozenset[str] = frozenset()
) -> Board:
    """A Board that holds these records."""
    loaded = tuple(
        Loaded(BY_NAME[kind], name, file_of(BY_NAME[kind], name), record(kind, value))
        for (kind, name), value in records.items()
    )
    return Board(Path(), loaded, {}, (), len(loaded), {}, broken, {}, {})


def records_with(*actions: dict[str, Any], **review: Any) -> Records:
    """The tiny Board, whose plan has these actions, numbered from A1, and whose review these fields."""
    records = tiny_records()
    numbered = [{"id": f"A{number}", "text": f"Do {number}.", **one} for number, one in enumerate(actions, 1)]
    records["plan", "AP-2017-001"]["actions"] = numbered
    records["review", "CR-2017-001"].update(review)
    return records


def traced(*actions: dict[str, Any], on: str = DAY, **review: Any) -> Trace:
    """The trace of such a Board on a day."""
    return trace(board(records_with(*actions, **review)), day(on))


def answering(*numbers: str, log: list[dict[str, Any]] | None = None, **fields: Any) -> dict[str, Any]:
    """An action that answers these recommendations of the review."""
    return {"answers": [f"CR-2017-001.{number}" for number in numbers], "log": log or [], **OPEN, **fields}


def codes(made: Trace) -> set[tuple[str, str]]:
    """Everything that is broken: node and code."""
    return {(one.node, one.code) for found in made.broken.values() for one in found}
