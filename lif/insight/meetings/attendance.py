"""How often each agency came to the meetings that it has a seat at, itself or by a deputy."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from lif.records.agency import Agency
from lif.records.meeting import Meeting
from lif.store.board import Board

Came = Literal["present", "deputy", "apologies", "absent", "not-recorded"]
CAME: tuple[Came, ...] = ("present", "deputy", "apologies", "absent", "not-recorded")
"""Whether an agency was there. Not recorded is never absent."""


@dataclass(frozen=True, slots=True)
class AgencyAttendance:
    """How often one agency came."""

    agency: str
    """Its id."""
    came: tuple[tuple[Meeting, Came], ...]
    """Each meeting that counts for it, in order of their days."""

    def times(self, *states: Came) -> int:
        """At how many of the meetings it was so."""
        counts = Counter(state for _, state in self.came)
        return sum(counts[state] for state in states)

    @property
    def of(self) -> int:
        """The meetings of which it is known whether it came."""
        return len(self.came) - self.times("not-recorded")

    @property
    def attended(self) -> int:
        """How often somebody came for it."""
        return self.times("present", "deputy")

    @property
    def missed_running(self) -> int:
        """At how many of the latest meetings in a row nobody came for it."""
        known = [state for _, state in self.came if state != "not-recorded"]
        missed = 0
        for state in reversed(known):
            if state in ("present", "deputy"):
                break
            missed += 1
        return missed


@dataclass(frozen=True, slots=True)
class AttendanceRates:
    """Attendance over some time."""

    first: date
    last: date
    meetings: tuple[Meeting, ...]
    """The meetings whose attendance is recorded, in order of their days."""
    without: tuple[Meeting, ...]
    """The meetings that took place, as far as is known, and of which nobody recorded who came."""
    agencies: tuple[AgencyAttendance, ...]
    """Those that came least often first."""


def attendance_rates(board: Board, first: date, last: date, group: str | None = None) -> AttendanceRates:
    """Who came to the meetings from one day to another, of one group or of all. Both days count."""
    held = [
        meeting
        for meeting in sorted(
            (loaded.record for loaded in board.of("meeting")), key=lambda one: (one.date, one.id)
        )
        if first <= meeting.date <= last and not meeting.cancelled and group in (None, meeting.group)
    ]
    recorded = tuple(meeting for meeting in held if meeting.attendance)
    agencies = {loaded.id: loaded.record for loaded in board.of("agency")}
    found = [
        AgencyAttendance(name, came)
        for name in dict.fromkeys([*agencies, *_named(recorded)])
        if (came := _came(name, agencies.get(name), recorded))
    ]
    found.sort(key=lambda one: (one.attended / one.of if one.of else 2, one.agency))
    return AttendanceRates(
        first, last, recorded, tuple(one for one in held if not one.attendance), tuple(found)
    )


def missing_from(board: Board, meeting: Meeting) -> list[str]:
    """The agencies with a seat in the group of which nobody recorded whether they came, by their ids."""
    named = set(_named([meeting]))
    return [
        loaded.id
        for loaded in board.of("agency")
        if loaded.id not in named and has_seat(loaded.record, meeting.group, meeting.date)
    ]


def has_seat(agency: Agency, group: str, day: date) -> bool:
    """Whether an agency was a partner on a day and has a seat in a group."""
    joined = agency.joined is None or agency.joined.earliest <= day
    left = agency.left is not None and agency.left.latest < day
    return joined and not left and any(seat.group == group for seat in agency.seats)


def _named(meetings: Iterable[Meeting]) -> list[str]:
    return [place.agency for meeting in meetings for place in meeting.attendance]


def _came(name: str, agency: Agency | None, meetings: Iterable[Meeting]) -> tuple[tuple[Meeting, Came], ...]:
    found: list[tuple[Meeting, Came]] = []
    for meeting in meetings:
        state = next((place.state for place in meeting.attendance if place.agency == name), None)
        if state:
            found.append((meeting, state))
        elif agency and has_seat(agency, meeting.group, meeting.date):
            found.append((meeting, "not-recorded"))
    return tuple(found)
