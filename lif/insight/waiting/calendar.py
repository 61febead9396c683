"""What days of the Board's own calendar wait for: audits to hold or go back to, papers to send out."""

from collections.abc import Iterable, Iterator
from datetime import timedelta

from lif.insight.audits import AuditStanding
from lif.insight.waiting.items import Waiting, party
from lif.insight.waiting.window import Look
from lif.insight.wording import day_words
from lif.records.meeting import Meeting
from lif.store.board import Loaded

_MANAGER = "business-manager"


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
    for loaded in look.board.of("meeting"):
        meeting: Meeting = loaded.record
        if meeting.date < look.window.day or (meeting.circulated and meeting.circulated <= look.window.day):
            continue
        group = look.board.profile.groups.get(meeting.group)
        due = meeting.date - timedelta(days=group.lead_time_days if group else 0)
        if due > look.window.month:
            continue
        yield Waiting(
            kind="papers",
            id=meeting.id,
            title=f"{look.titles.group(meeting.group)}, {day_words(meeting.date)}",
            wanted="send out the papers",
            on=party(look, _MANAGER, "" if look.titles.knows(_MANAGER) else "the Board's office"),
            command=f"lif pack build {meeting.id}",
            loaded=loaded,
            due=due,
            days=look.window.until(due),
            matters_to=meeting.group,
        )
