"""Meetings as plain data, for JSON and for the columns of a spreadsheet. What is not known is None, never 0."""

from datetime import date
from typing import Any

from lif.insight.meetings.attendance import CAME, AgencyAttendance, AttendanceRates
from lif.insight.meetings.decisions import DecisionStanding
from lif.insight.meetings.standing import MeetingStanding

Cell = str | int | None


def meeting_data(one: MeetingStanding) -> dict[str, Any]:
    """Where a meeting stands."""
    meeting = one.meeting
    recorded = bool(meeting.attendance)
    return {
        "id": meeting.id,
        "group": meeting.group,
        "date": meeting.date.isoformat(),
        "state": one.state,
        "papersDue": one.papers_due.isoformat(),
        "circulated": _day(one.circulated),
        "daysToRead": one.days_to_read,
        "daysPromised": one.lead_time,
        "inTime": one.in_time,
        "packsSent": len(one.sent),
        "agenda": len(meeting.agenda),
        "picked": len(meeting.picked),
        "present": one.came("present") if recorded else None,
        "deputies": one.came("deputy") if recorded else None,
        "apologies": one.came("apologies") if recorded else None,
        "absent": one.came("absent") if recorded else None,
        "attendanceNotRecorded": list(one.not_recorded),
        "decisions": len(one.decisions),
        "decisionsLate": sum(decision.state == "late" for decision in one.decisions),
        "decisionsOpen": sum(decision.state in ("late", "open") for decision in one.decisions),
        "minutesWritten": _day(one.minutes.written if one.minutes else None),
        "minutesAgreed": _day(one.minutes.agreed if one.minutes else None),
    }


MEETING_HEAD = (
    "meeting", "group", "date", "state", "papers due", "circulated", "days to read", "days promised", "agenda items",
    "present", "deputies", "apologies", "absent", "decisions", "decisions open", "minutes agreed",
)  # fmt: skip
"""What the columns of `meeting_row` hold."""


def meeting_row(one: MeetingStanding) -> list[Cell]:
    """The same as one row."""
    data = meeting_data(one)
    keys = ("id", "group", "date", "state", "papersDue", "circulated", "daysToRead", "daysPromised", "agenda",
            "present", "deputies", "apologies", "absent", "decisions", "decisionsOpen", "minutesAgreed")  # fmt: skip
    return [data[key] for key in keys]


def decision_data(one: DecisionStanding) -> dict[str, Any]:
    """Where a decision stands."""
    decision = one.decision
    return {
        "id": one.id,
        "meeting": one.meeting.id,
        "group": one.meeting.group,
        "decidedOn": one.meeting.date.isoformat(),
        "text": decision.text,
        "owner": decision.owner,
        "due": _day(decision.due),
        "state": one.state,
        "daysLate": one.late,
        "since": _day(one.since),
        "actions": [action.id for action in one.actions],
        "records": list(decision.records),
    }


DECISION_HEAD = (
    "decision", "decided on", "group", "text", "owner", "due", "state", "days late", "carried out on", "actions",
)  # fmt: skip
"""What the columns of `decision_row` hold."""


def decision_row(one: DecisionStanding) -> list[Cell]:
    """The same as one row."""
    data = decision_data(one)
    keys = ("id", "decidedOn", "group", "text", "owner", "due", "state", "daysLate")
    done = data["since"] if one.state == "done" else None
    return [*(data[key] for key in keys), done, "; ".join(data["actions"])]


def attendance_data(found: AttendanceRates) -> dict[str, Any]:
    """Attendance over some time."""
    return {
        "from": found.first.isoformat(),
        "to": found.last.isoformat(),
        "meetings": [one.id for one in found.meetings],
        "withoutAttendance": [one.id for one in found.without],
        "agencies": [
            {"agency": one.agency, "meetings": one.of, "attended": one.attended,
             **{_camel(state): one.times(state) for state in CAME},
             "rate": round(one.attended / one.of, 3) if one.of else None,
             "missedInARow": one.missed_running,
             "each": [{"meeting": meeting.id, "state": state} for meeting, state in one.came]}
            for one in found.agencies
        ],
    }  # fmt: skip


ATTENDANCE_HEAD = (
    "agency", "meetings", "attended", "present", "deputy", "apologies", "absent", "not recorded", "missed in a row",
)  # fmt: skip
"""What the columns of `attendance_row` hold."""


def attendance_row(one: AgencyAttendance) -> list[Cell]:
    """How often an agency came, as one row."""
    return [one.agency, one.of, one.attended, *(one.times(state) for state in CAME), one.missed_running]


def _camel(state: str) -> str:
    head, _, tail = state.partition("-")
    return head + tail.capitalize()


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
