"""What must hold of meetings."""

from collections.abc import Iterator

from lif.records.meeting import Meeting
from lif.store.board import Loaded
from lif.store.faults import Fault


def meeting_faults(loaded: Loaded) -> Iterator[Fault]:
    """Papers dated after the meeting, an agency twice in the attendance, an indicator picked twice."""
    meeting: Meeting = loaded.record
    if meeting.circulated and meeting.circulated > meeting.date:
        message = f"The papers went out on {meeting.circulated}, after the meeting on {meeting.date}."
        yield Fault(loaded.file, ("circulated",), "D451", message, "Correct one of the dates.", loaded.id)
    yield from _twice(loaded.file, loaded.id, "attendance", [place.agency for place in meeting.attendance])
    yield from _twice(loaded.file, loaded.id, "picked", [picked.indicator for picked in meeting.picked])


def _twice(file: str, record: str, field: str, names: list[str]) -> Iterator[Fault]:
    for number, name in enumerate(names):
        if name in names[:number]:
            message = f"{name} stands twice: here and at {field} {names.index(name) + 1}."
            yield Fault(file, (field, number), "D452", message, "Take one of them out.", record)
