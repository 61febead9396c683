"""What has changed since a day, in words, from the dated entries of the records and never from git."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lif.insight.assurance.entry_words import framework_words, obligation_title
from lif.insight.entry_words import action_words, audit_words
from lif.insight.learning.words import learning_words
from lif.insight.registers.words import challenge_words, risk_words, voice_words
from lif.insight.reports.given import report_title
from lif.insight.reviews.words import review_words
from lif.insight.titles import Titles
from lif.insight.wording import counted, period_words, plain, sentence
from lif.records.audit import Audit, AuditFinding, AuditRecommendation, Returned
from lif.records.base import Withdrawn
from lif.records.board import BoardRecord
from lif.records.challenge import Challenge
from lif.records.framework import Framework
from lif.records.indicator import Indicator
from lif.records.learning import Learning
from lif.records.meeting import Meeting
from lif.records.naming import natural
from lif.records.plan import Plan
from lif.records.report import AgencyReport
from lif.records.review import Finding, Recommendation, Review
from lif.records.risk import Risk
from lif.records.voice import Voice
from lif.store.board import Board

_FEW = 3
"""Returns of one day. More, as in a round of schools, are counted and not told one by one."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that happened on a day."""

    kind: str
    """The kind of record, such as `review`."""
    date: date
    reference: str
    """The full id of the record or item; of an entry in the framework's log, of the obligation."""
    title: str
    """What the record or item is about, in its own words."""
    words: str
    """What happened, as a sentence."""
    entry: str = ""
    """The entry of the log that it comes from, such as `completed`; "" for what stands in no log."""


def changes_between(board: Board, after: date, until: date) -> list[Change]:
    """Everything dated after one day and not after the other, by day and, within a day, by id."""
    titles = Titles(board)
    found = [
        change
        for loaded in board.by_id.values()
        for change in changes_of(loaded.id, loaded.record, titles, board.profile)
        if after < change.date <= until
    ]
    return sorted(found, key=lambda change: (change.date, natural(change.reference)))


def last_meeting(board: Board, group: str, before: date) -> Meeting | None:
    """The latest meeting of a group before a day."""
    held: list[Meeting] = [loaded.record for loaded in board.of("meeting")]
    earlier = [one for one in held if one.group == group and one.date < before and not one.cancelled]
    return max(earlier, key=lambda meeting: meeting.date, default=None)


def changes_of(name: str, record: object, titles: Titles, profile: BoardRecord) -> Iterator[Change]:
    """Everything dated that a record of this id tells, in no order of the days."""
    match record:
        case Review():
            yield from _of_review(name, record, titles)
        case Audit():
            yield from _of_audit(name, record, titles)
        case Plan():
            yield from _of_plan(name, record, titles)
        case Learning():
            for entry in record.log:
                words = learning_words(entry, titles)
                yield Change("learning", entry.date, name, record.title, words, entry.entry)
        case Risk() | Challenge() | Voice():
            yield from _of_register(name, record, titles, profile)
        case Meeting():
            yield from _of_meeting(name, record, titles)
        case Indicator():
            yield from _of_indicator(name, record, titles)
        case Framework():
            for said in record.log:
                title, words = obligation_title(said.clause, record), framework_words(said, record, titles)
                yield Change("framework", said.date, said.clause, title, words, said.entry)
        case AgencyReport() if record.received:
            agency = titles.agency(record.agency)
            yield Change("report", record.received, name, agency, f"{report_title(record)}: received.")
        case _:
            return


def _of_review(name: str, review: Review, titles: Titles) -> Iterator[Change]:
    for entry in review.log:
        yield Change("review", entry.date, name, review.title, review_words(entry, titles), entry.entry)
    for given in review.contributions:
        day = given.date.as_day if given.date else None
        if day and given.state != "requested":
            agency, method = titles.agency(given.agency), plain(given.method)
            gave = f"{agency} gave its contribution ({method})."
            why = sentence(given.reason or "no reason is given")
            words = gave if given.state == "received" else f"{agency} will not contribute ({method}). {why}"
            yield Change("review", day, name, review.title, words)
    items: list[Finding | Recommendation] = [*review.findings, *review.recommendations]
    for item in items:
        if item.withdrawn:
            yield _withdrawn("review", f"{name}.{item.id}", item.text, item.withdrawn, titles)


def _of_audit(name: str, audit: Audit, titles: Titles) -> Iterator[Change]:
    came = Counter(entry.date for entry in audit.log if isinstance(entry, Returned))
    for entry in audit.log:
        if not isinstance(entry, Returned) or came[entry.date] <= _FEW:
            yield Change("audit", entry.date, name, audit.theme, audit_words(entry, titles), entry.entry)
    for day, number in came.items():
        if number > _FEW:
            yield Change("audit", day, name, audit.theme, f"{number} returns came in.", "returned")
    items: list[AuditFinding | AuditRecommendation] = [*audit.findings, *audit.recommendations]
    for item in items:
        if item.withdrawn:
            yield _withdrawn("audit", f"{name}.{item.id}", item.text, item.withdrawn, titles)


def _of_plan(name: str, plan: Plan, titles: Titles) -> Iterator[Change]:
    if plan.agreed:
        words = f"The plan was agreed, with {counted(len(plan.actions), 'action')}."
        yield Change("plan", plan.agreed, name, plan.title, words)
    for review in plan.log:
        words = f"Reviewed for its impact by {titles.who(review.by)}: {sentence(review.found)}"
        yield Change("plan", review.date, name, plan.title, words, review.entry)
    for action in plan.actions:
        for entry in action.log:
            words = action_words(entry, titles)
            yield Change("plan", entry.date, f"{name}.{action.id}", action.text, words, entry.entry)


def _of_register(
    name: str, record: Risk | Challenge | Voice, titles: Titles, profile: BoardRecord
) -> Iterator[Change]:
    match record:
        case Risk():
            for risk in record.log:
                yield Change("risk", risk.date, name, record.title, risk_words(risk, titles), risk.entry)
            for control in record.controls:
                if control.withdrawn:
                    place = f"{name}.{control.id}"
                    yield _withdrawn("risk", place, control.text, control.withdrawn, titles)
        case Challenge():
            for made in record.log:
                words = challenge_words(made, titles, profile)
                yield Change("challenge", made.date, name, record.title, words, made.entry)
        case Voice():
            for heard in record.log:
                yield Change("voice", heard.date, name, record.title, voice_words(heard, titles), heard.entry)


def _of_meeting(name: str, meeting: Meeting, titles: Titles) -> Iterator[Change]:
    group = titles.group(meeting.group)
    if meeting.cancelled:
        words = f"Called off by {titles.who(meeting.cancelled.by)}: {sentence(meeting.cancelled.reason)}"
        yield Change("meeting", meeting.cancelled.date, name, group, words)
    for decision in meeting.decisions:
        place = f"{name}.{decision.id}"
        yield Change("meeting", meeting.date, place, group, sentence(decision.text))
        if decision.done:
            how = f"Carried out, says {titles.who(decision.done.by)}: {sentence(decision.done.how)}"
            yield Change("meeting", decision.done.date, place, group, how)
        if decision.withdrawn:
            yield _withdrawn("meeting", place, group, decision.withdrawn, titles)


def _of_indicator(name: str, indicator: Indicator, titles: Titles) -> Iterator[Change]:
    for comment in indicator.commentary:
        # What it says stands with the figures.
        words = f"Commentary on {period_words(comment.period)} by {titles.who(comment.by)}."
        yield Change("indicator", comment.date, name, indicator.title, words)
    for change in indicator.changes:
        words = f"The measure changed, says {titles.who(change.by)}: {sentence(change.text)}"
        yield Change("indicator", change.date, name, indicator.title, words)


def _withdrawn(kind: str, place: str, title: str, withdrawn: Withdrawn, titles: Titles) -> Change:
    words = f"Withdrawn by {titles.who(withdrawn.by)}: {sentence(withdrawn.reason)}"
    return Change(kind, withdrawn.date, place, title, words)
