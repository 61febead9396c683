"""The days of audits: when they are held, gone back to, and when agencies are to send their returns."""

from collections.abc import Iterator

from lif.insight.audits.standing import AuditStanding, audit_standing, planned_until
from lif.insight.calendar.items import Diary, Falling
from lif.insight.returns.standing import returned_by
from lif.insight.waiting.items import agency_party
from lif.insight.wording import period_words
from lif.records.audit import ROUNDS, Held, Revisited
from lif.store.board import Loaded

_REPORTED = ("reported", "shared", "revisited")
"""Stages at which what an agency returns to any audit but a round of returns comes too late."""


def fallen_audits(diary: Diary) -> Iterator[Falling]:
    """The days of all audits."""
    for loaded in diary.board.of("audit"):
        standing = audit_standing(loaded.record, diary.day)
        if standing is not None:
            yield from _held(diary, loaded, standing)
            yield from _revisits(diary, loaded, standing)
            yield from _returns(diary, loaded, standing)


def _held(diary: Diary, loaded: Loaded, standing: AuditStanding) -> Iterator[Falling]:
    audit = standing.audit
    held = next((entry.date for entry in standing.log if isinstance(entry, Held)), None)
    day = held or standing.planned_for
    if day is None:
        return
    plan = standing.plan
    within = period_words(plan.period) if plan and plan.period and not plan.due and not held else ""
    yield Falling(
        kind="audit",
        day=day,
        key=f"{audit.id}.hold",
        id=audit.id,
        what="Audit held" if held else "Last day for the audit" if within else "Audit to be held",
        title=audit.theme,
        on=diary.party(audit.lead),
        state=diary.state(day, done=held is not None),
        loaded=loaded,
        said=f"planned for {within}" if within else "",
        matters_to=audit.lead,
    )


def _revisits(diary: Diary, loaded: Loaded, standing: AuditStanding) -> Iterator[Falling]:
    audit = standing.audit
    days = list(dict.fromkeys(entry.date for entry in standing.log if isinstance(entry, Revisited)))
    times = [(day, True) for day in days]
    if standing.revisit_due:
        times.append((standing.revisit_due, False))
    for number, (day, done) in enumerate(times, start=1):
        yield Falling(
            kind="revisit",
            day=day,
            key=f"{audit.id}.revisit-{number}",
            id=audit.id,
            what="Audit revisited" if done else "Audit to be revisited",
            title=audit.theme,
            on=diary.party(audit.lead),
            state=diary.state(day, done=done),
            loaded=loaded,
            matters_to=audit.lead,
        )


def _returns(diary: Diary, loaded: Loaded, standing: AuditStanding) -> Iterator[Falling]:
    """What the agencies that were asked are to send, by the day for which the audit was planned."""
    audit = standing.audit
    due = planned_until(standing.plan) if standing.plan else None
    if due is None:
        return
    returned = returned_by(audit, diary.day)
    over = standing.stage == "closed" or (standing.stage in _REPORTED and audit.kind not in ROUNDS)
    for name in audit.agencies_invited:
        came = name in returned
        if over and not came:
            continue
        yield Falling(
            kind="return",
            day=due,
            key=f"{audit.id}.returns",
            id=audit.id,
            what="Return to an audit",
            title=audit.theme,
            on=agency_party(diary.titles, name),
            state=diary.state(due, done=came),
            loaded=loaded,
            matters_to=audit.lead,
        )
