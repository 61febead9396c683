"""What must hold of meetings."""

from collections.abc import Iterator
from datetime import date

from lif.records.meeting import Meeting, MeetingDecision
from lif.rules.register import Register
from lif.store.board import Loaded
from lif.store.faults import Fault, Path
from lif.store.findings import Severity

Wrong = tuple[Path, str, str, str]
"""The place, the code, what is wrong and what mends it."""


def meeting_faults(loaded: Loaded) -> Iterator[Fault]:
    """Papers dated after the meeting, an agency twice in the attendance, an indicator picked twice, decisions and
    minutes dated before the meeting, and what was recorded of a meeting that did not take place."""
    meeting: Meeting = loaded.record
    if meeting.circulated and meeting.circulated > meeting.date:
        message = f"The papers went out on {meeting.circulated}, after the meeting on {meeting.date}."
        yield Fault(loaded.file, ("circulated",), "D451", message, "Correct one of the dates.", loaded.id)
    yield from _twice(loaded.file, loaded.id, "attendance", [place.agency for place in meeting.attendance])
    yield from _twice(loaded.file, loaded.id, "picked", [picked.indicator for picked in meeting.picked])
    for wrong in (_sent, _attendance, _decisions, _minutes, _cancelled):
        for place, code, message, hint in wrong(meeting):
            severity: Severity = "warning" if code in _WARNINGS else "error"
            yield Fault(loaded.file, place, code, message, hint, loaded.id, severity=severity)


_WARNINGS = ("D641", "D642", "D645")


def _twice(file: str, record: str, field: str, names: list[str]) -> Iterator[Fault]:
    for number, name in enumerate(names):
        if name in names[:number]:
            message = f"{name} stands twice: here and at {field} {names.index(name) + 1}."
            yield Fault(file, (field, number), "D452", message, "Take one of them out.", record)


def _sent(meeting: Meeting) -> Iterator[Wrong]:
    """Packs that went out after the meeting, or before the day on which the papers are said to have gone out."""
    for number, sent in enumerate(meeting.sent):
        place: Path = ("sent", number, "date")
        if sent.date > meeting.date:
            message = f"This pack went out on {sent.date}, after the meeting on {meeting.date}."
            yield place, "D640", message, "Correct one of the dates."
        elif meeting.circulated is None or sent.date < meeting.circulated:
            said = f"only on {meeting.circulated}" if meeting.circulated else "on no day"
            message = (
                f"This pack went out on {sent.date}; the papers as a whole are said to have gone out {said}."
            )
            hint = f"Give the day on which the papers first went out: lif meeting circulate {meeting.id}"
            yield place, "D641", message, hint


def _attendance(meeting: Meeting) -> Iterator[Wrong]:
    for number, place in enumerate(meeting.attendance):
        if place.in_place_of and place.state != "deputy":
            message = (
                f"{place.agency} has somebody in another's place, yet its state is not deputy: {place.state}."
            )
            hint = "Write state: deputy, or take in_place_of out."
            yield ("attendance", number, "in_place_of"), "D642", message, hint


def _decisions(meeting: Meeting) -> Iterator[Wrong]:
    for number, decision in enumerate(meeting.decisions):
        name = f"{meeting.id}.{decision.id}"
        for key, code, message, hint in _decision(name, decision, meeting.date):
            yield ("decisions", number, *key), code, message, hint


def _decision(name: str, decision: MeetingDecision, held: date) -> Iterator[Wrong]:
    if decision.done and decision.done.date < held:
        message = (
            f"{name} is said to have been carried out on {decision.done.date}, before the meeting on {held}."
        )
        yield ("done", "date"), "D643", message, "Correct one of the dates."
    if decision.due and decision.due < held:
        message = f"{name} is due on {decision.due}, before the meeting that decided it on {held}."
        yield ("due",), "D644", message, "Correct one of the dates."
    if decision.due and not decision.owner:
        message = f"{name} is to be done by {decision.due}, but nobody is to do it."
        yield ("due",), "D645", message, "Add owner: with the role, group or agency that is to see to it."
    if decision.done and decision.withdrawn:
        message = f"{name} is said to be carried out, and withdrawn as well."
        yield ("done",), "D646", message, "Take one of the two out."


def _minutes(meeting: Meeting) -> Iterator[Wrong]:
    minutes = meeting.minutes
    if minutes is None:
        return
    for key, day in (("written", minutes.written), ("agreed", minutes.agreed)):
        if day and day < meeting.date:
            message = (
                f"The minutes are said to have been {key} on {day}, before the meeting on {meeting.date}."
            )
            yield ("minutes", key), "D647", message, "Correct one of the dates."
    if minutes.written and minutes.agreed and minutes.agreed < minutes.written:
        message = f"The minutes were agreed ({minutes.agreed}) before they were written ({minutes.written})."
        yield ("minutes", "agreed"), "D647", message, "Correct one of the dates."
    if minutes.at and (not minutes.at.startswith("MT-") or minutes.at == meeting.id):
        message = f"{minutes.at} cannot have agreed the minutes of {meeting.id}."
        yield ("minutes", "at"), "D648", message, "Name the next meeting of the group, such as MT-2018-002."


def _cancelled(meeting: Meeting) -> Iterator[Wrong]:
    if meeting.cancelled and (meeting.attendance or meeting.decisions or meeting.minutes):
        what = next(key for key in ("attendance", "decisions", "minutes") if getattr(meeting, key))
        message = (
            f"{meeting.id} was called off, yet its {what} {'is' if what == 'attendance' else 'are'} recorded."
        )
        yield (what,), "D649", message, "Take that out, or take cancelled out if it did take place."


def same_day_faults(register: Register) -> Iterator[Fault]:
    """Two meetings of one group on one day, but for those that begin at two times."""
    earlier: dict[tuple[str, date], list[tuple[str, str]]] = {}
    for outline in register.of("meeting"):
        if outline.meets is None:
            continue
        group, day, starts = outline.meets
        others = earlier.setdefault((group, day), [])
        same = next((name for name, begins in others if not (begins and starts) or begins == starts), None)
        if same:
            message = (
                f"The group {group} meets twice on {day}: this is {outline.id}, and {same} is the other."
            )
            hint = "Keep the right one, correct the day, or give both the time at which they start."
            yield Fault(outline.file, ("date",), "D650", message, hint, outline.id, severity="warning")
        others.append((outline.id, starts))
