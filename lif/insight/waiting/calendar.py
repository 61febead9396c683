"""What days of the Board's own calendar wait for: audits to hold or go back to, papers to send out."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from lif.insight.audits.standing import AuditStanding
from lif.insight.waiting.items import Waiting, WaitingKind, party
from lif.insight.waiting.window import Look
from lif.insight.wording import counted, day_words
from lif.records.meeting import Meeting
from lif.store.board import Loaded

_MANAGER = "business-manager"


class _Wanted(NamedTuple):
    """What is to be done before a meeting, and by which command."""

    kind: WaitingKind
    words: str
    command: str


def waiting_audits(look: Look, audits: Iterable[tuple[Loaded, AuditStanding]]) -> Iterator[Waiting]:
    """Audits that are to be held or gone back to within a month, or should have been."""
    for loaded, standing in audits:
        due = standing.planned_for or standing.revisit_due
        if due is None or due > look.window.month:
            continue
        audit = standing.audit
        yield Waiting(
            kind="audit",
            id=audit.id,
            title=audit.theme,
            wanted="hold the audit" if standing.planned_for else "revisit the audit",
            on=party(look, audit.lead),
            command=f"lif audit {'hold' if standing.planned_for else 'revisit'} {audit.id}",
            loaded=loaded,
            due=due,
            days=look.window.until(due),
            matters_to=audit.lead,
        )


def waiting_papers(look: Look) -> Iterator[Waiting]:
    """Meetings whose papers are to go out within a month, or should have gone."""
    for loaded, due in _coming(look):
        wanted = _Wanted("papers", "send out the papers", "lif pack build")
        yield _before_meeting(look, loaded, due, wanted)


def waiting_picks(look: Look) -> Iterator[Waiting]:
    """Meetings for whose papers performance items are still to be picked, of a Board that has indicators."""
    if not look.board.of("indicator"):
        return
    for loaded, due in _coming(look):
        meeting: Meeting = loaded.record
        group = look.board.profile.groups.get(meeting.group)
        missing = (group.performance_items if group else 0) - len(meeting.picked)
        if missing > 0:
            words = f"pick {counted(missing, 'performance item')} for discussion"
            wanted = _Wanted("picks", words, "lif data suggest --meeting")
            yield _before_meeting(look, loaded, due, wanted)


def _coming(look: Look) -> Iterator[tuple[Loaded, date]]:
    """Meetings whose papers have not gone out, with the day they are to go, by a month from the day."""
    for loaded in look.board.of("meeting"):
        meeting: Meeting = loaded.record
        out = meeting.circulated and meeting.circulated <= look.window.day
        if meeting.date < look.window.day or meeting.cancelled or out:
            continue
        group = look.board.profile.groups.get(meeting.group)
        due = meeting.date - timedelta(days=group.lead_time_days if group else 0)
        if due <= look.window.month:
            yield loaded, due


def _before_meeting(look: Look, loaded: Loaded, due: date, wanted: _Wanted) -> Waiting:
    meeting: Meeting = loaded.record
    return Waiting(
        kind=wanted.kind,
        id=meeting.id,
        title=f"{look.titles.group(meeting.group)}, {day_words(meeting.date)}",
        wanted=wanted.words,
        on=party(look, _MANAGER, "" if look.titles.knows(_MANAGER) else "the Board's office"),
        command=f"{wanted.command} {meeting.id}",
        loaded=loaded,
        due=due,
        days=look.window.until(due),
        matters_to=meeting.group,
    )
