"""A round of returns on a tiny Board: as many agencies as wanted, each with its answers."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from lif.records.returns import AnswerRow, return_file
from lif.store.board import Board
from lif.store.load import load
from lif.store.returns import write_return
from tests.support import tiny_records, write_board, write_file, write_record

AUDIT = "AU-2017-009"
INSTRUMENT: dict[str, Any] = {
    "schema_version": 1,
    "title": "Nine questions",
    "use": "section-11",
    "edition": "2017",
    "scale": [
        {"id": "0", "label": "Nothing", "meets": False},
        {"id": "1", "label": "Begun", "meets": False},
        {"id": "2", "label": "Done", "descriptor": "It is done", "meets": True},
        {"id": "3", "label": "Seen to work", "meets": True},
    ],
    "moderated": True,
    "sections": [
        {"id": "10", "title": "Last", "items": [{"id": "10.1", "text": "Is it shared?"}]},
        {"id": "1", "title": "First", "items": [
            {"id": "1.10", "text": "Do staff know whom to tell?", "evidence": "A survey"},
            {"id": "1.1", "text": "Is there a policy?"},
            {"id": "1.2", "text": "Is it read?"},
        ]},
    ],
}  # fmt: skip


def row(item: str, own: str, moderated: str = "") -> AnswerRow:
    """One answer."""
    return AnswerRow("", item, own, moderated, "", "", 0)


def returned(agency: str, day: str, form: str = "self-assessment", **more: str) -> dict[str, Any]:
    """An entry of the log."""
    return {
        "date": day,
        "by": "business-manager",
        "entry": "returned",
        "agency": agency,
        "form": form,
        **more,
    }


def board_with(
    root: Path,
    invited: Sequence[str],
    log: Sequence[Mapping[str, Any]] = (),
    answers: Mapping[str, Sequence[AnswerRow]] | None = None,
    **more: Any,
) -> Board:
    """The tiny Board with a round: who was asked, what the log says behind the plan, and the answers."""
    records = tiny_records()
    for number, name in enumerate(invited):
        records.setdefault(
            ("agency", name),
            {
                "schema_version": 1,
                "name": f"School {number}",
                "type": "education",
                "highlight_reports": False,
            },
        )
    records["instrument", "nine"] = INSTRUMENT
    write_board(root, records)
    value = {
        "schema_version": 1,
        "id": AUDIT,
        "kind": "section-11",
        "theme": "The round of 2017",
        "why": "It is asked every year.",
        "lead": "business-manager",
        "instrument": "nine",
        "agencies_invited": list(invited),
        "log": [
            {
                "date": "2017-03-01",
                "by": "business-manager",
                "entry": "planned",
                "due": "2017-06-30",
            },
            *log,
        ],
        **more,
    }
    write_record(root, "audit", value["id"], value)
    for agency, rows in (answers or {}).items():
        write_file(root, return_file(str(value["id"]), agency), write_return(rows))
    return load(root)
