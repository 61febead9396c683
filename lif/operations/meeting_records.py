"""Adds to the record of a meeting: its agenda and papers, who came, what was decided, and what became of that."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from lif.insight.titles import Titles
from lif.insight.wording import counted, day_words, listed
from lif.operations.entries import add_item
from lif.records.meeting import Meeting, MeetingDecision, Minutes
from lif.rules.lookup import find_item, find_record
from lif.store.board import Board, Loaded
from lif.store.change import Change, edit_record, field_order
from lif.store.errors import Refusal
from lif.store.yaml_edit import Append, Edit, Put

Said = Mapping[str, Any]
_BEFOREHAND = ("apologies",)
"""What can be known of a meeting's attendance before it is held."""


def add_agenda_item(board: Board, meeting_id: str, item: Said) -> Change:
    """One more point of the agenda, behind the others. Raises Refusal where the agenda has it already."""
    loaded = find_record(board, meeting_id, "meeting")
    meeting: Meeting = loaded.record
    if any(one.title == item["title"] for one in meeting.agenda):
        raise Refusal(
            f"{meeting_id}: the agenda has a point of that name already.",
            f"To change it: lif edit {meeting_id}",
        )
    number = len(meeting.agenda) + 1
    edit = Append(("agenda",), dict(item), field_order(loaded.kind))
    return _changed(board, loaded, [edit], f"point {number} of the agenda was added.")


def circulate(board: Board, meeting_id: str, day: str, today: date) -> Change:
    """The day on which the papers went out. Raises Refusal for a day that lies ahead."""
    loaded = find_record(board, meeting_id, "meeting")
    _not_ahead(meeting_id, day, today, "Papers are recorded once they have gone out.")
    words = (
        f"the papers went out on {day_words(date.fromisoformat(day))}, {_lead(board, loaded.record, day)}."
    )
    return _changed(board, loaded, [_put(loaded, "circulated", day)], words)


def record_sent(board: Board, meeting_id: str, sent: Said, today: date) -> Change:
    """A pack that went out. Where no day of circulation is recorded yet, its day is that day.

    Raises Refusal for a day that lies ahead, and for the same files sent to the same people on the same day.
    """
    loaded = find_record(board, meeting_id, "meeting")
    meeting: Meeting = loaded.record
    day = sent["date"]
    _not_ahead(meeting_id, day, today, "A pack is recorded once it has gone out.")
    digests = {one["sha256"] for one in sent.get("files", ())}
    for earlier in meeting.sent:
        same = {one.sha256 for one in earlier.files} == digests
        if same and earlier.date.isoformat() == day and earlier.to == sent.get("to"):
            raise Refusal(
                f"{meeting_id}: the same files are recorded already as sent on {day_words(earlier.date)}.",
                f"Nothing was written. To see it: lif meeting show {meeting_id}",
            )
    edits: list[Edit] = [Append(("sent",), _filled(sent), field_order(loaded.kind))]
    names = listed(one["name"] for one in sent.get("files", ()))
    words = f"{names} went out on {day_words(date.fromisoformat(day))}, and is recorded with its digest"
    if meeting.circulated is None:
        edits.append(_put(loaded, "circulated", day))
        words += f", {_lead(board, meeting, day)}"
    return _changed(board, loaded, edits, f"{words}.")


def record_attendance(board: Board, meeting_id: str, places: Sequence[Said], today: date) -> Change:
    """Who came. What was recorded of an agency already is replaced; the others stay.

    Raises Refusal where an agency is named twice, and for anything but apologies before the meeting.
    """
    loaded = find_record(board, meeting_id, "meeting")
    meeting: Meeting = loaded.record
    names = [place["agency"] for place in places]
    if twice := sorted({name for name in names if names.count(name) > 1}):
        raise Refusal(f"{meeting_id}: {listed(twice)} is named more than once.", "Name each agency once.")
    if meeting.date > today and any(place["state"] not in _BEFOREHAND for place in places):
        raise Refusal(
            f"{meeting_id} is on {day_words(meeting.date)}; today is {day_words(today)}. Until then only apologies "
            "can be recorded.",
            "Record who came once it was held.",
        )
    there = {place.agency: number for number, place in enumerate(meeting.attendance)}
    order = field_order(loaded.kind)
    edits: list[Edit] = [
        Put(("attendance", there[place["agency"]]), _filled(place))
        if place["agency"] in there
        else Append(("attendance",), _filled(place), order)
        for place in places
    ]
    change = _changed(board, loaded, edits, "")
    counts = [
        counted(number, one, many)
        for state, one, many in _CAME
        if (number := sum(place["state"] == state for place in places))
    ]
    return Change(change.files, f"{_head(board, loaded.record)}: {listed(counts)} recorded.", change.ids)


_CAME = (
    ("present", "agency present", "agencies present"),
    ("deputy", "agency with a deputy", "agencies with a deputy"),
    ("apologies", "apology", "apologies"),
    ("absent", "agency absent", "agencies absent"),
)


def decide(board: Board, meeting_id: str, decision: Said, today: date) -> Change:
    """A decision of a meeting, with the next number. Raises Refusal before the meeting."""
    loaded = find_record(board, meeting_id, "meeting")
    _held(loaded.record, today, "Its decisions are recorded once it was held.")
    item_id, change = add_item(board, loaded, "decisions", "D", decision)
    next_step = (
        f"\nWhen it is carried out: lif meeting done {item_id}"
        if decision.get("owner") or decision.get("due")
        else ""
    )
    return Change(
        change.files, f"{_head(board, loaded.record)}: {item_id} was recorded.{next_step}", change.ids
    )


def carry_out_decision(board: Board, item_id: str, done: Said, today: date) -> Change:
    """A decision was carried out. Raises Refusal where it was already, or was withdrawn, or the day lies ahead."""
    loaded, number, decision = _decision(board, item_id)
    _not_ahead(item_id, done["date"], today, "A decision is carried out once it is.")
    if decision.done:
        raise Refusal(
            f"{item_id} is recorded already as carried out on {day_words(decision.done.date)}.",
            f"To change that: lif edit {loaded.id}",
        )
    order = tuple(MeetingDecision.model_fields)
    edit = Put(("decisions", number, "done"), _filled(done), order)
    words = f"{item_id} was carried out on {day_words(date.fromisoformat(done['date']))}."
    return Change({loaded.file: edit_record(board, loaded, [edit])}, words, (item_id,))


def withdraw_decision(board: Board, item_id: str, withdrawn: Said, today: date) -> Change:
    """A decision no longer stands. It keeps its number."""
    loaded, number, decision = _decision(board, item_id)
    _not_ahead(item_id, withdrawn["date"], today, "It is withdrawn once that was decided.")
    if decision.done:
        raise Refusal(
            f"{item_id} was carried out on {day_words(decision.done.date)}, so it is not withdrawn.",
            "If it is to be undone, record that as a new decision: lif meeting decide",
        )
    edit = Put(("decisions", number, "withdrawn"), _filled(withdrawn), tuple(MeetingDecision.model_fields))
    return Change({loaded.file: edit_record(board, loaded, [edit])}, f"{item_id} was withdrawn.", (item_id,))


def record_minutes(board: Board, meeting_id: str, minutes: Said, today: date) -> Change:
    """When the minutes were written or agreed, and where they are kept; what is not said stays as it is."""
    loaded = find_record(board, meeting_id, "meeting")
    _held(loaded.record, today, "Minutes are recorded once it was held.")
    for key in ("written", "agreed"):
        if minutes.get(key):
            _not_ahead(
                meeting_id, minutes[key], today, "Minutes are recorded once they are written or agreed."
            )
    if minutes.get("at"):
        find_record(board, minutes["at"], "meeting")
    said = _filled(minutes)
    if loaded.record.minutes is None:
        edits: list[Edit] = [_put(loaded, "minutes", said)]
    else:
        order = tuple(Minutes.model_fields)
        edits = [Put(("minutes", key), value, order) for key, value in said.items()]
    return _changed(
        board, loaded, edits, f"recorded of the minutes: {listed(_MINUTES[key] for key in said)}."
    )


_MINUTES = {
    "written": "when they were written",
    "agreed": "when they were agreed",
    "at": "which meeting agreed them",
    "kept": "where they are kept",
}


def cancel(board: Board, meeting_id: str, cancelled: Said, today: date) -> Change:
    """A meeting does not take place, or did not. Raises Refusal where something was recorded of it."""
    loaded = find_record(board, meeting_id, "meeting")
    meeting: Meeting = loaded.record
    _not_ahead(meeting_id, cancelled["date"], today, "It is recorded once it was called off.")
    if meeting.cancelled:
        raise Refusal(
            f"{meeting_id} was called off already, on {day_words(meeting.cancelled.date)}.",
            f"To change that: lif edit {meeting_id}",
        )
    if (
        any(place.state != "apologies" for place in meeting.attendance)
        or meeting.decisions
        or meeting.minutes
    ):
        raise Refusal(
            f"{meeting_id} has attendance, decisions or minutes, so it did take place.",
            f"If those are wrong, take them out first: lif edit {meeting_id}",
        )
    edits: list[Edit] = [_put(loaded, "cancelled", _filled(cancelled))]
    if meeting.attendance:
        # Apologies for a meeting that is not held say nothing of attendance.
        edits.append(_put(loaded, "attendance", []))
    return _changed(board, loaded, edits, "called off. It counts in no rate of attendance.")


def _decision(board: Board, item_id: str) -> tuple[Loaded, int, MeetingDecision]:
    held = find_item(board, item_id, "decisions")
    decision: MeetingDecision = held.item
    if decision.withdrawn:
        raise Refusal(
            f"{item_id} was withdrawn on {day_words(decision.withdrawn.date)}.",
            f"To change that: lif edit {held.loaded.id}",
        )
    return held.loaded, held.position, decision


def _changed(board: Board, loaded: Loaded, edits: Sequence[Edit], words: str) -> Change:
    data = edit_record(board, loaded, edits)
    return Change({loaded.file: data}, f"{_head(board, loaded.record)}: {words}", (loaded.id,))


def _head(board: Board, meeting: Meeting) -> str:
    return f"{meeting.id} ({Titles(board).group(meeting.group)}, {day_words(meeting.date)})"


def _put(loaded: Loaded, key: str, value: Any) -> Put:
    return Put((key,), value, field_order(loaded.kind))


def _lead(board: Board, meeting: Meeting, day: str) -> str:
    """How long before the meeting that is, beside what the group promises."""
    days = (meeting.date - date.fromisoformat(day)).days
    if days < 0:
        return "after the meeting"
    group = board.profile.groups.get(meeting.group)
    words = f"{counted(days, 'day')} before the meeting"
    if group and days < group.lead_time_days:
        return f"{words}; {counted(group.lead_time_days, 'day')} are promised"
    return words


def _not_ahead(name: str, day: str, today: date, why: str) -> None:
    given = date.fromisoformat(day)
    if given > today:
        raise Refusal(
            f"{name}: {day_words(given)} lies ahead; today is {day_words(today)}. {why}",
            "Give the day on which it happened.",
        )


def _held(meeting: Meeting, today: date, why: str) -> None:
    if meeting.date > today:
        raise Refusal(
            f"{meeting.id} is on {day_words(meeting.date)}; today is {day_words(today)}. {why}",
            f"If the day is wrong: lif edit {meeting.id}",
        )


def _filled(value: Said) -> dict[str, Any]:
    return {key: item for key, item in value.items() if item not in (None, [], {}, "")}
