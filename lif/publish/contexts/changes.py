"""What has changed since the last meeting, and where every figure comes from."""

from collections import Counter
from collections.abc import Container, Sequence
from datetime import date
from pathlib import PurePosixPath

from lif.insight.changes import Change, changes_between
from lif.insight.wording import counted, listed, sentence
from lif.publish.contexts.names import Context
from lif.records.kinds import BY_NAME
from lif.records.meeting import Meeting
from lif.records.naming import natural
from lif.store.board import Board, Loaded

_HEADINGS = {
    "review": "Reviews",
    "audit": "Audits",
    "plan": "Actions",
    "learning": "Learning",
    "risk": "Risks",
    "challenge": "Challenge and escalation",
    "voice": "What people said",
    "report": "Reports from agencies",
    "meeting": "Decisions of meetings",
    "indicator": "Data",
    "framework": "What the framework asks",
}
_STATES = {
    "closed": "closed",
    "evaluated": "evaluated",
    "evidenced": "with evidence seen",
    "completed": "said to be completed",
    "superseded": "superseded",
    "rejected": "rejected",
    "reopened": "reopened",
    "revised": "given a new due date",
}


def changes_context(
    board: Board, last: Meeting | None, day: date, kinds: Container[str] = tuple(_HEADINGS)
) -> Context:
    """What is dated after the last meeting of the group, of some kinds of record, by kind; nothing where there was
    none."""
    every = changes_between(board, last.date, day) if last else []
    changes = [change for change in every if change.kind in kinds]
    return {
        "since": last.date if last else None,
        "last": last.id if last else "",
        "total": len(changes),
        "kinds": [
            {"title": heading, "summary": _summary(mine) if kind == "plan" else "", "rows": _rows(mine)}
            for kind, heading in _HEADINGS.items()
            if (mine := [change for change in changes if change.kind == kind])
        ],
    }


def _rows(changes: list[Change]) -> list[Context]:
    """A row for each record or item, with what happened to it in order of the days."""
    rows: dict[str, Context] = {}
    for change in sorted(changes, key=lambda change: natural(change.reference)):
        # An indicator is known by its title; its id is the name of a file.
        name = "" if change.kind == "indicator" else change.reference
        new: Context = {"id": name, "title": change.title, "entries": []}
        row = rows.setdefault(change.reference, new)
        row["entries"].append({"date": change.date, "words": change.words})
    return list(rows.values())


def _summary(changes: list[Change]) -> str:
    """How many actions came into each state, and how many dates were moved; "" where none did."""
    counts = Counter(change.entry for change in changes)
    parts = [f"{counts[entry]} {words}" for entry, words in _STATES.items() if counts[entry]]
    return sentence(listed(parts)) if parts else ""


def sources_context(board: Board, parts: Sequence[Loaded], *, figures: bool) -> Context:
    """The files that the parts were read from; with `figures`, the source of every indicator, too."""
    return {
        "indicators": _sources(board) if figures else [],
        "parts": [
            {"title": heading, "files": _files(kind, parts)}
            for kind, heading in _HEADINGS.items()
            if kind != "indicator" and any(part.kind.name == kind for part in parts)
        ],
    }


def _sources(board: Board) -> list[Context]:
    """A row for each source, with the indicators that came from it and the files in which their figures stand."""
    rows: dict[tuple[object, ...], Context] = {}
    for loaded in board.of("indicator"):
        source = loaded.record.source
        given = {
            "name": source.name if source else "",
            "publisher": (source.publisher or "") if source else "",
            "licence": (source.licence or "") if source else "",
            "retrieved": source.retrieved if source else None,
        }
        row = rows.setdefault(tuple(given.values()), {**given, "figures": []})
        ending = ".csv" if loaded.id in board.values else ".yaml"
        row["figures"].append(
            {"title": loaded.record.title, "file": PurePosixPath(loaded.file).with_suffix(ending).name}
        )
    return list(rows.values())


def _files(kind: str, parts: Sequence[Loaded]) -> str:
    mine = [part for part in parts if part.kind.name == kind]
    span = f"{mine[0].id} to {mine[-1].id}" if len(mine) > 1 else mine[0].id
    return f"{counted(len(mine), 'file')} in records/{BY_NAME[kind].folder}: {span}"
