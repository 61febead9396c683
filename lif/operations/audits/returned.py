"""What an agency returned to an audit, as a dated entry of its log; a signed declaration is one without answers."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from lif.insight.returns.standing import round_of
from lif.insight.returns.words import rate_words
from lif.insight.titles import Titles
from lif.insight.wording import day_words
from lif.records.audit import ROUNDS, Audit, Returned
from lif.rules.lookup import find_record
from lif.rules.names import nearest
from lif.store.board import Board, Loaded
from lif.store.change import Change, edit_record, field_order
from lif.store.errors import NothingFound, Refusal
from lif.store.yaml_edit import Edit, Extend, Insert


def declare(board: Board, audit_id: str, said: Mapping[str, Any], today: date) -> Change:
    """An agency signed a declaration in place of an assessment. `said` holds the keys of the entry.

    Raises NothingFound for an id that does not exist or an agency that was not asked, Refusal for another kind of
    audit, for one that is closed, for a day out of its turn, and where the agency has declared already.
    """
    loaded = find_record(board, audit_id, "audit")
    audit: Audit = loaded.record
    if audit.kind not in ROUNDS:
        raise Refusal(
            f"{audit_id} is no round under section 11 or section 175, so no declaration can stand for its answers.",
            f"See what it is with: lif audit show {audit_id}",
        )
    agency = str(said["agency"])
    asked(board, audit, agency)
    day = date.fromisoformat(said["date"])
    behind = place_of(audit, day, today)
    before = next(one for one in round_of(board, loaded, day).returns if one.agency == agency)
    titles = Titles(board)
    if before.state == "declared" and before.day is not None:
        raise Refusal(
            f"{audit_id}: {titles.agency(agency)} gave a signed declaration on {day_words(before.day)} already.",
            f"See what came: lif audit returns {audit_id}",
        )
    entry = {key: value for key, value in said.items() if value not in (None, [], "")}
    change = with_entry(board, loaded, entry, behind)
    lines = [
        f"{audit_id}, {day_words(day)}: {titles.agency(agency)} gave a signed declaration in place of an assessment, "
        f"signed by: {said['signed_by']}."
    ]
    if before.state in ("received", "carried-forward"):
        lines.append("Its answers stay where they are; the declaration came later and counts.")
    lines.append(_rate_after(board, loaded, entry, behind, max(day, today)))
    return Change(change.files, "\n".join(lines), change.ids)


def asked(board: Board, audit: Audit, agency: str) -> None:
    """Raises NothingFound where an agency was not asked for a return, with the nearest that were."""
    if agency in audit.agencies_invited:
        return
    hint = nearest(agency, audit.agencies_invited)
    known = board.by_id.get(agency)
    if known is not None and known.kind.name == "agency":
        raise NothingFound(
            f"{audit.id}: {Titles(board).agency(agency)} was not asked for a return.",
            f"If it was, add {agency} to agencies_invited: lif edit {audit.id}",
        )
    raise NothingFound(
        f"There is no agency called {agency}.", hint or f"See who was asked: lif audit returns {audit.id}"
    )


def place_of(audit: Audit, day: date, today: date) -> int:
    """Behind which entry of the log one of a day belongs.

    Raises Refusal for a day before the first entry or after today, and for an audit that is closed.
    """
    if day > today:
        raise Refusal(
            f"{audit.id}: {day_words(day)} lies ahead; today is {day_words(today)}.",
            "Record what came when it has come; or correct --date.",
        )
    if day < audit.log[0].date:
        raise Refusal(
            f"{audit.id}: {day_words(day)} lies before {day_words(audit.log[0].date)}, the day of its first entry.",
            "Correct --date.",
        )
    closed = next((entry for entry in audit.log if entry.entry == "closed"), None)
    if closed:
        raise Refusal(
            f"{audit.id} was closed on {day_words(closed.date)}; nothing can follow that.",
            f"See what it holds: lif audit show {audit.id}",
        )
    return max(number for number, entry in enumerate(audit.log) if entry.date <= day)


def with_entry(board: Board, loaded: Loaded, entry: Mapping[str, Any], behind: int) -> Change:
    """The change that adds the entry of a return to the log of an audit."""
    audit: Audit = loaded.record
    edits: list[Edit] = [Insert(("log",), behind, dict(entry))]
    if entry["agency"] not in audit.agencies_returned:
        edits.append(Extend(("agencies_returned",), [entry["agency"]], field_order(loaded.kind)))
    data = edit_record(board, loaded, edits)
    return Change({loaded.file: data}, "", (loaded.id,))


def _rate_after(board: Board, loaded: Loaded, entry: Mapping[str, Any], behind: int, day: date) -> str:
    """How many returns are in with the entry."""
    audit: Audit = loaded.record
    log = [*audit.log[: behind + 1], Returned.model_validate(entry), *audit.log[behind + 1 :]]
    after = replace(loaded, record=audit.model_copy(update={"log": log}))
    return rate_words(round_of(board, after, day), Titles(board))
