"""The answers of an earlier round carried forward: of each it is asked whether it is still true.

What is not confirmed is not known: it stays without a grade, and is never taken for a yes.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from lif.insight.returns.standing import round_of
from lif.insight.titles import Titles
from lif.insight.wording import counted, day_words, listed
from lif.operations.audits.returned import asked, place_of, with_entry
from lif.records.audit import Audit
from lif.records.instrument import Instrument, InstrumentItem
from lif.records.returns import NOT_APPLICABLE, AnswerRow, return_file
from lif.rules.lookup import find_record
from lif.store.board import Board, Loaded
from lif.store.change import Change
from lif.store.errors import Refusal, WrongUse
from lif.store.returns import write_return


@dataclass(frozen=True, slots=True)
class Earlier:
    """An item of the round with what the agency answered in an earlier one."""

    item: InstrumentItem
    answer: AnswerRow | None
    """None where it did not answer, or was asked something else."""
    label: str
    """The label of the grade that counted; "" where there is none."""


def earlier_answers(board: Board, audit_id: str, agency: str, source_id: str, day: date) -> list[Earlier]:
    """Every item that is asked now, in natural order, with the answer of the earlier round.

    Raises NothingFound for an id that does not exist or an agency that was not asked, Refusal where a round has no
    instrument, where the earlier is not earlier, or where the agency gave no answers in it.
    """
    loaded, source = find_record(board, audit_id, "audit"), find_record(board, source_id, "audit")
    audit: Audit = loaded.record
    asked(board, audit, agency)
    if source.record.log[0].date >= audit.log[0].date:
        raise Refusal(
            f"{source_id} is not earlier than {audit_id}, so nothing of it can be carried forward.",
            "Name the round of a former year with: --from",
        )
    now, then = _instrument(board, loaded, day), _instrument(board, source, day)
    if now.per == "case":
        raise Refusal(
            f"{audit_id} asks about cases, and the cases of another year are others.",
            f"Write the agency's form with: lif audit tool {audit_id} --agency {agency}",
        )
    before = next((one for one in round_of(board, source, day).returns if one.agency == agency), None)
    if before is None or not before.answers:
        raise Refusal(
            f"{source_id} holds no answers of {Titles(board).agency(agency)}, so there is nothing to carry forward.",
            f"See what came: lif audit returns {source_id}",
        )
    answers = {row.item: row for row in before.answers}
    texts = {item.id: item.text for item in then.items}
    found = []
    for item in now.items:
        same = texts.get(item.id) == item.text
        row = answers.get(item.id) if same else None
        usable = row is not None and (
            row.grade in now.grades or (row.grade == NOT_APPLICABLE and now.not_applicable)
        )
        found.append(Earlier(item, row if usable else None, _label(now, row.grade) if row and usable else ""))
    return found


def asking_again(instrument: Instrument, earlier: Sequence[Earlier], source_id: str) -> Instrument:
    """The instrument as a form shows it that asks of each earlier answer whether it is still true.

    The earlier answer stands beside what is to be shown. No grade is filled in: the agency chooses what is true now.
    """
    said = {one.item.id: _asked_again(one, source_id) for one in earlier}
    value = instrument.model_dump()
    for part in value["sections"]:
        for item in part["items"]:
            item["evidence"] = said[item["id"]]
    return Instrument.model_validate(value)


def _asked_again(one: Earlier, source_id: str) -> str:
    shown = [one.item.evidence or ""]
    if one.answer is None:
        return "\n".join(filter(None, [*shown, f"{source_id}: no answer that could be carried forward."]))
    evidence = f" ({one.answer.evidence})" if one.answer.evidence else ""
    return "\n".join(
        filter(None, [*shown, f"{source_id}: {one.label}{evidence}. Still true? Choose what is true now."])
    )


def carry_forward(
    board: Board,
    audit_id: str,
    source_id: str,
    said: Mapping[str, Any],
    *,
    still_true: set[str],
    today: date,
) -> Change:
    """An agency says which of its earlier answers are still true; those become its answers, and no others.

    `said` holds the keys of the entry. Raises what `earlier_answers` does, WrongUse for an item that is not asked,
    and Refusal for one that was not answered then, or where nothing was confirmed.
    """
    agency, day = str(said["agency"]), date.fromisoformat(said["date"])
    loaded = find_record(board, audit_id, "audit")
    behind = place_of(loaded.record, day, today)
    earlier = earlier_answers(board, audit_id, agency, source_id, day)
    _refuse_unknown(still_true, earlier, source_id)
    rows = [
        AnswerRow(
            "",
            one.item.id,
            one.answer.grade,
            "",
            one.answer.evidence,
            f"Still true; carried forward from {source_id}.",
            0,
        )
        if one.answer and one.item.id in still_true
        else AnswerRow("", one.item.id, "", "", "", "", 0)
        for one in earlier
    ]
    entry = {key: value for key, value in said.items() if value not in (None, [], "")}
    change = with_entry(board, loaded, entry, behind)
    name = Titles(board).agency(agency)
    unknown = [one.item.id for one in earlier if one.item.id not in still_true]
    words = (
        f"{audit_id}, {day_words(day)}: {name} confirmed {counted(len(still_true), 'answer')} of {source_id}."
    )
    if unknown:
        words += (
            f" {counted(len(unknown), 'item')} not confirmed, and so without a grade: {listed(unknown)}. They count "
            "neither as met nor as not met."
        )
    files = {
        **change.files,
        **_kept(board, audit_id, agency),
        return_file(audit_id, agency): write_return(rows),
    }
    return Change(files, words, change.ids)


def _kept(board: Board, audit_id: str, agency: str) -> dict[str, bytes]:
    """An earlier return of the same round, under the next free name."""
    if not (board.root / return_file(audit_id, agency)).exists():
        return {}
    number = 1
    while (board.root / return_file(audit_id, agency, number)).exists():
        number += 1
    return {return_file(audit_id, agency, number): board.read(return_file(audit_id, agency))}


def _instrument(board: Board, loaded: Loaded, day: date) -> Instrument:
    found = round_of(board, loaded, day).instrument
    if found is None:
        raise Refusal(
            f"{loaded.id} names no instrument, so it has no answers by item.",
            f"Name one of records/instruments under the key instrument: lif edit {loaded.id}",
        )
    return found


def _refuse_unknown(still_true: set[str], earlier: list[Earlier], source_id: str) -> None:
    known = {one.item.id for one in earlier}
    if strange := sorted(still_true - known):
        raise WrongUse(
            f"--still-true: no item is called {listed(strange)}.",
            f"The items are: {', '.join(one.item.id for one in earlier)}.",
        )
    empty = [one.item.id for one in earlier if one.item.id in still_true and one.answer is None]
    if empty:
        raise Refusal(
            f"{source_id} holds no answer to {listed(empty)} that could still be true.",
            "Leave them out of --still-true; they stay without a grade until the agency answers them.",
        )
    if not still_true:
        raise Refusal(
            "No answer was confirmed, so nothing is carried forward.",
            "Name what is still true with: --still-true ITEM",
        )


def _label(instrument: Instrument, grade: str) -> str:
    found = instrument.grades.get(grade)
    return found.label if found else "Not applicable"
