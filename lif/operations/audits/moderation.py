"""Records the grades that were agreed in moderation beside those the agency gave itself."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from lif.exchange.audit_form import grades_by_word
from lif.insight.wording import counted, listed
from lif.operations.audits.forms import audit_with_instrument
from lif.operations.audits.returned import place_of
from lif.operations.audits.returns import in_order_of_days, readable_return
from lif.records.returns import AnswerRow, return_file
from lif.rules.names import nearest
from lif.store.board import Board
from lif.store.change import Change, edit_record, field_order
from lif.store.errors import Refusal
from lif.store.returns import write_return

Agreed = Mapping[tuple[str, str], str]
"""The agreed grade by case ("" where there are none) and item."""


@dataclass(frozen=True, slots=True)
class Moderating:
    """Who agreed the grades of which agency, and when."""

    agency: str
    day: date
    by: str
    note: str | None = None


def moderate(board: Board, audit_id: str, agreed: Agreed, how: Moderating, today: date) -> Change:
    """The agreed grades beside the agency's own.

    Raises Refusal, naming every grade that cannot be recorded; and for a day out of its turn or an audit that is
    closed.
    """
    loaded, instrument = audit_with_instrument(board, audit_id)
    place_of(loaded.record, how.day, today)
    if not instrument.moderated:
        raise Refusal(
            f"The instrument {loaded.record.instrument} is not moderated.",
            f"If it is to be, set `moderated: true`: lif edit {loaded.record.instrument}",
        )
    sent = board.returns.get(loaded.id, {})
    rows = readable_return(board, loaded.id, how.agency)
    if rows is None:
        have = listed(sent) or "nobody"
        hint = nearest(how.agency, list(sent))
        raise Refusal(
            f"{how.agency} has returned nothing in {loaded.id}; there are returns of {have}.",
            hint or f"Collect its form first: lif audit collect {loaded.id} FILE",
        )
    words, items = grades_by_word(instrument), {item.id for item in instrument.items}
    cases = {row.case for row in rows}
    wrong: list[str] = []
    found: dict[tuple[str, str], str] = {}
    for (case, item), said in agreed.items():
        about = f"{case}, item {item}" if case else f"item {item}"
        if item not in items:
            wrong.append(f"{about}: there is no such item. {nearest(item, sorted(items))}".rstrip())
        elif case not in cases:
            wrong.append(f"{about}: the agency answered for {listed(sorted(cases - {''})) or 'no case'}.")
        elif (grade := words.get(" ".join(said.casefold().split()))) is None:
            wrong.append(f"{about}: {said} is not on the scale ({', '.join(instrument.grades)}).")
        else:
            found[case, item] = grade
    if wrong:
        raise Refusal("Nothing was recorded. " + " ".join(wrong), "Correct these and give them all again.")
    new = _beside(rows, found)
    if new == rows:
        return Change({}, f"Nothing changes: these grades of {how.agency} are recorded already.")
    entry: dict[str, Any] = {
        "date": how.day.isoformat(),
        "by": how.by,
        "entry": "moderated",
        "agency": how.agency,
    }
    if how.note:
        entry["note"] = how.note
    files = {
        return_file(loaded.id, how.agency): write_return(new),
        loaded.file: edit_record(
            board, loaded, in_order_of_days(loaded.record, [entry], field_order(loaded.kind))
        ),
    }
    grades = counted(len(found), "agreed grade")
    summary = (
        f"{grades} of {how.agency} recorded in {loaded.id}. Compare them with: lif audit show {loaded.id}"
    )
    return Change(files, summary, (loaded.id,))


def _beside(rows: tuple[AnswerRow, ...], agreed: Agreed) -> tuple[AnswerRow, ...]:
    """The rows with these grades; an item that the agency did not answer gets a row behind those of its case."""
    left = dict(agreed)
    new = [replace(row, moderated=left.pop((row.case, row.item), row.moderated)) for row in rows]
    new += [AnswerRow(case, item, "", grade, "", "", 0) for (case, item), grade in left.items()]
    return tuple(new)
