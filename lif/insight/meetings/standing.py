"""Where a meeting stands on a day: its papers, who came, its decisions and its minutes."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from lif.insight.meetings.attendance import missing_from
from lif.insight.meetings.decisions import Answering, DecisionStanding, answering, decisions_of
from lif.records.meeting import Meeting, Minutes, Sent
from lif.store.board import Board

MeetingState = Literal["ahead", "held", "cancelled"]
_LEAD_TIME = 7
"""Days that papers are out before a meeting of a group that the Board does not list."""


@dataclass(frozen=True, slots=True)
class MeetingStanding:
    """One meeting on a day."""

    meeting: Meeting
    state: MeetingState
    """held: its day has come, as far as is known."""
    lead_time: int
    """How many days before its meetings the group's papers are to go out."""
    circulated: date | None
    """The day the papers went out, where that was by the day."""
    sent: tuple[Sent, ...]
    """The packs that went out by the day."""
    minutes: Minutes | None
    """As far as the minutes had come by the day."""
    not_recorded: tuple[str, ...]
    """Agencies with a seat of which nobody recorded whether they came; all of them where nothing was recorded."""
    decisions: tuple[DecisionStanding, ...]

    @property
    def papers_due(self) -> date:
        """The day by which papers are to go out."""
        return self.meeting.date - timedelta(days=self.lead_time)

    @property
    def days_to_read(self) -> int | None:
        """How many days members had between the papers and the meeting; None where nobody knows."""
        return (self.meeting.date - self.circulated).days if self.circulated else None

    @property
    def in_time(self) -> bool | None:
        """Whether the papers went out early enough; None where it is not known."""
        days = self.days_to_read
        return None if days is None else days >= self.lead_time

    def came(self, *states: str) -> int:
        """How many agencies were there so, such as `present`."""
        return sum(place.state in states for place in self.meeting.attendance)


def meeting_standing(
    board: Board, meeting: Meeting, day: date, actions: Answering | None = None
) -> MeetingStanding:
    """Where a meeting stands on a day. `actions` are those of `answering`, where they are at hand."""
    group = board.profile.groups.get(meeting.group)
    out = meeting.circulated
    return MeetingStanding(
        meeting=meeting,
        state="cancelled" if meeting.cancelled else "held" if meeting.date <= day else "ahead",
        lead_time=group.lead_time_days if group else _LEAD_TIME,
        circulated=out if out and out <= day else None,
        sent=tuple(one for one in meeting.sent if one.date <= day),
        minutes=_minutes_by(meeting.minutes, day),
        not_recorded=tuple(missing_from(board, meeting)),
        decisions=tuple(decisions_of(meeting, answering(board, day) if actions is None else actions, day)),
    )


def meetings_on(board: Board, day: date) -> list[MeetingStanding]:
    """All meetings as they stand on a day, in order of their days."""
    actions = answering(board, day)
    found = [meeting_standing(board, loaded.record, day, actions) for loaded in board.of("meeting")]
    return sorted(found, key=lambda one: (one.meeting.date, one.meeting.id))


def _minutes_by(minutes: Minutes | None, day: date) -> Minutes | None:
    if minutes is None or all(known is None or known > day for known in (minutes.written, minutes.agreed)):
        return None
    if minutes.agreed and minutes.agreed > day:
        return minutes.model_copy(update={"agreed": None, "at": None})
    return minutes
