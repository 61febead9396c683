"""What stands on a day for each record and its items. A new kind joins with one function and one row."""

from collections.abc import Callable, Iterator
from datetime import date

from lif.insight.actions.standing import ActionStanding, action_standing
from lif.insight.audits.standing import KIND_WORDS, audit_standing
from lif.insight.entries import known_by, until
from lif.insight.learning.standing import lesson_standing
from lif.insight.learning.words import stage_words
from lif.insight.registers.challenges import challenge_standing
from lif.insight.registers.risks import risk_standing
from lif.insight.registers.voices import voice_standing
from lif.insight.registers.words import challenge_standing_words, risk_standing_words, voice_standing_words
from lif.insight.reports.given import report_title
from lif.insight.reviews.standing import TYPE_WORDS, reported, review_standing
from lif.insight.trace.model import Node
from lif.insight.trace.sight import Sight, one_line
from lif.insight.wording import counted, day_words
from lif.records.audit import Audit
from lif.records.base import Entry
from lif.records.board import Priority
from lif.records.challenge import Challenge
from lif.records.indicator import Indicator
from lif.records.learning import Learning
from lif.records.meeting import Meeting
from lif.records.plan import Plan
from lif.records.review import Review
from lif.records.risk import Risk
from lif.records.voice import Voice
from lif.store.board import Loaded

Builder = Callable[[Loaded, Sight], Iterator[Node]]
"""The node of a record, then those of its items; none where nothing of it had happened by the day."""

NOT_TRACED = ("board", "framework", "agency", "annual")
"""Kinds of record that nothing comes from: they say who, or only sum up what others tell."""
ACCEPTED_WORDS = {"yes": "accepted", "in-part": "accepted in part", "no": "not accepted"}
PRIORITY_START = "priority:"
"""Before the short name of a priority, which may be that of an indicator as well."""


def nodes_of(loaded: Loaded, sight: Sight) -> Iterator[Node]:
    """What there is of a record on the day, its own node first."""
    yield from BUILDERS.get(loaded.kind.name, _any)(loaded, sight)


def priority_node(priority: Priority) -> Node:
    """The node of a priority of the business plan."""
    since = f"since {day_words(priority.start)}"
    until_when = f", until {day_words(priority.end)}" if priority.end else ""
    name = PRIORITY_START + priority.id
    return Node(name, "priority", "Priority", one_line(priority.title), since + until_when)


def began(loaded: Loaded) -> date | None:
    """The first day that a record knows of; None where it names none."""
    record = loaded.record
    log = getattr(record, "log", None)
    days: list[date | None] = [log[0].date] if log else []
    days += [getattr(record, field, None) for field in ("agreed", "received")]
    return next((day for day in days if day), None)


def _review(loaded: Loaded, sight: Sight) -> Iterator[Node]:
    review: Review = loaded.record
    standing = review_standing(review, sight.day)
    if standing and standing.stage == "considered":  # who is to decide is found out where it is told alone
        standing = review_standing(review, sight.day, sight.titles.decider(review))
    if standing is None:
        return
    state = f"{standing.words}, since {day_words(standing.since)}"
    owner = sight.titles.who(review.owner) if review.owner else ""
    yield Node(review.id, "review", TYPE_WORDS[standing.type], review.title, state, standing.since, by=owner)
    if not reported(standing):
        return
    for finding in review.findings:
        yield sight.item(f"{review.id}.{finding.id}", "finding", finding.text, finding.withdrawn)
    for asked in review.recommendations:
        if known_by(asked.made_on, sight.day):
            state = ACCEPTED_WORDS[asked.accepted] if asked.accepted else ""
            agencies = ", ".join(map(sight.titles.agency, asked.agencies))
            name = f"{review.id}.{asked.id}"
            yield sight.item(name, "recommendation", asked.text, asked.withdrawn, state=state, by=agencies)


def _audit(loaded: Loaded, sight: Sight) -> Iterator[Node]:
    audit: Audit = loaded.record
    standing = audit_standing(audit, sight.day)
    if standing is None:
        return
    state = f"{standing.stage} on {day_words(standing.since)}"
    if standing.planned_for:
        state = f"planned for {day_words(standing.planned_for)}"
    kind = KIND_WORDS[audit.kind]
    called = f"Audit ({kind if kind.startswith('Section') else kind[:1].lower() + kind[1:]})"
    lead = sight.titles.who(audit.lead)
    yield Node(audit.id, "audit", called, one_line(audit.theme), state, standing.since, by=lead)
    if not standing.reported:
        return
    for finding in audit.findings:
        yield sight.item(f"{audit.id}.{finding.id}", "finding", finding.text, finding.withdrawn)
    for asked in audit.recommendations:
        agencies = ", ".join(map(sight.titles.agency, asked.agencies))
        name = f"{audit.id}.{asked.id}"
        yield sight.item(name, "recommendation", asked.text, asked.withdrawn, by=agencies)


def _plan(loaded: Loaded, sight: Sight) -> Iterator[Node]:
    plan: Plan = loaded.record
    if plan.agreed and plan.agreed > sight.day:
        return
    agreed = f"agreed on {day_words(plan.agreed)}" if plan.agreed else "not yet agreed"
    standings = [action_standing(plan, action, sight.settings, sight.day) for action in plan.actions]
    closed = sum(one.state == "closed" for one in standings)
    state = f"{agreed}; {counted(len(standings), 'action')}" + (
        f", {closed or 'none'} closed" if standings else ""
    )
    owner = sight.titles.who(plan.owner)
    yield Node(plan.id, "plan", "Action plan", one_line(plan.title), state, plan.agreed, by=owner)
    for one in standings:
        sight.standings[one.id] = one
        lead = sight.who(one.action.lead.agency) if one.action.lead else ""
        words = action_state_words(one)
        yield Node(one.id, "action", "Action", one_line(one.action.text), words, one.since, by=lead)


def action_state_words(one: ActionStanding) -> str:
    """Where an action stands, with its day: `open, due 28 February 2018, 2 days late`."""
    if one.state != "open" and one.since:
        return f"{one.state} on {day_words(one.since)}"
    again = f" again since {day_words(one.since)}" if one.since else ""
    if one.due is None:
        return f"open{again}, no due date"
    late = f", {counted(one.late, 'day')} late" if one.late else ""
    return f"open{again}, due {day_words(one.due)}{late}"


def _report(loaded: Loaded, sight: Sight) -> Iterator[Node]:
    report = loaded.record
    if report.received and report.received > sight.day:
        return
    state = f"received on {day_words(report.received)}" if report.received else ""
    agency = sight.titles.agency(report.agency)
    yield Node(loaded.id, "report", "Agency report", report_title(report), state, report.received, by=agency)


def _meeting(loaded: Loaded, sight: Sight) -> Iterator[Node]:
    meeting: Meeting = loaded.record
    held = meeting.date <= sight.day
    when = f"{'held' if held else 'to be held'} on {day_words(meeting.date)}"
    yield Node(meeting.id, "meeting", "Meeting", sight.titles.group(meeting.group), when, meeting.date)
    if held:
        for decision in meeting.decisions:
            done = decision.done.date if decision.done and decision.done.date <= sight.day else None
            state = f"due {day_words(decision.due)}" if decision.due else f"on {day_words(meeting.date)}"
            state = f"carried out on {day_words(done)}" if done else state
            owner = sight.titles.who(decision.owner) if decision.owner else ""
            name = f"{meeting.id}.{decision.id}"
            yield sight.item(name, "decision", decision.text, decision.withdrawn, state=state, by=owner)


def _learning(loaded: Loaded, sight: Sight) -> Iterator[Node]:
    lesson: Learning = loaded.record
    standing = lesson_standing(lesson, sight.settings.learning_stuck_days, sight.day)
    if standing is None:
        return
    words = stage_words(standing)
    state = words[:1].lower() + words[1:]
    owner = sight.titles.who(lesson.owner)
    yield Node(lesson.id, "learning", "Lesson", one_line(lesson.title), state, standing.since, by=owner)


def _risk(loaded: Loaded, sight: Sight) -> Iterator[Node]:
    risk: Risk = loaded.record
    standing = risk_standing(risk, sight.settings, sight.day)
    if standing is None:
        return
    owner, words = sight.titles.who(risk.owner), risk_standing_words(standing)
    yield Node(risk.id, "risk", "Risk", one_line(risk.title), words, standing.log[-1].date, by=owner)
    for control in risk.controls:
        name = f"{risk.id}.{control.id}"
        by = sight.titles.who(control.by) if control.by else ""
        yield sight.item(name, "control", control.text, control.withdrawn, by=by)


def _challenge(loaded: Loaded, sight: Sight) -> Iterator[Node]:
    challenge: Challenge = loaded.record
    standing = challenge_standing(challenge, sight.settings, sight.day)
    if standing is None:
        return
    by, words = sight.titles.who(challenge.challenger), challenge_standing_words(standing)
    called = challenge.kind.capitalize()
    yield Node(challenge.id, "challenge", called, one_line(challenge.title), words, standing.since, by=by)


def _voice(loaded: Loaded, sight: Sight) -> Iterator[Node]:
    voice: Voice = loaded.record
    standing = voice_standing(voice, sight.day)
    if standing is None:
        return
    by = ", ".join(map(sight.titles.who, voice.listeners))
    words = voice_standing_words(standing)
    yield Node(voice.id, "voice", "Voice", one_line(voice.title), words, standing.heard, by=by)
    for message in voice.messages:
        yield sight.item(f"{voice.id}.{message.id}", "message", message.text, message.withdrawn)


def _indicator(loaded: Loaded, sight: Sight) -> Iterator[Node]:
    indicator: Indicator = loaded.record
    owner = sight.titles.agency(indicator.owner)
    yield Node(loaded.id, "indicator", "Indicator", one_line(indicator.title), by=owner)


def _any(loaded: Loaded, sight: Sight) -> Iterator[Node]:
    """A record of a kind that has no function of its own, by what most records have."""
    record = loaded.record
    log = [entry for entry in getattr(record, "log", []) if isinstance(entry, Entry)]
    if log and not until(log, sight.day):
        return
    title = next((str(t) for field in ("title", "theme", "name") if (t := getattr(record, field, None))), "")
    name = loaded.kind.name
    yield Node(loaded.id, name, name.capitalize(), one_line(title))
    for field in loaded.kind.items:
        for item in getattr(record, field):
            text = str(getattr(item, "text", ""))
            withdrawn = getattr(item, "withdrawn", None)
            yield sight.item(f"{loaded.id}.{item.id}", field.removesuffix("s"), text, withdrawn)


BUILDERS: dict[str, Builder] = {
    "review": _review,
    "audit": _audit,
    "plan": _plan,
    "report": _report,
    "learning": _learning,
    "meeting": _meeting,
    "indicator": _indicator,
    "risk": _risk,
    "challenge": _challenge,
    "voice": _voice,
}
"""By kind. One without a row is told by its title and its log."""
