"""What agencies were asked for and have not sent: reports, returns to audits, parts of reviews."""

from collections.abc import Iterable, Iterator

from lif.insight.audits.standing import AuditStanding, planned_until
from lif.insight.reports.returns import HIGHLIGHT, report_returns
from lif.insight.returns.standing import returned_by
from lif.insight.reviews.course import Course
from lif.insight.reviews.standing import contributions
from lif.insight.waiting.items import Waiting, agency_party
from lif.insight.waiting.window import Look
from lif.insight.wording import plain
from lif.records.audit import ROUNDS
from lif.store.board import Loaded

_REPORTED = ("reported", "shared", "revisited")
"""Stages at which what an agency returns to any other audit comes too late."""


def missing_reports(look: Look) -> Iterator[Waiting]:
    """The reports that were asked for and did not come: highlight reports of the last quarter, and others."""
    for one in report_returns(look.board, look.window.day):
        # One that no agency was asked for waits on nobody: `lif report list --missing` names it.
        if not (one.missing and one.agency) or (one.due is not None and one.due > look.window.month):
            continue
        asked = "" if one.asked == HIGHLIGHT else f" --report {one.asked}"
        yield Waiting(
            kind="report",
            id=one.agency,
            title=one.words,
            wanted="the report",
            on=agency_party(look.titles, one.agency),
            command=f"lif report new --agency {one.agency} --period {one.period}{asked}",
            loaded=look.board.by_id.get(one.agency) or look.board.by_id["board"],  # one that is not on record
            due=one.due,
            days=look.window.until(one.due) if one.due else None,
            since=one.ended,
            matters_to=one.to,
        )


def missing_returns(look: Look, audits: Iterable[tuple[Loaded, AuditStanding]]) -> Iterator[Waiting]:
    """The agencies that were asked to take part in an audit and have not returned anything."""
    for loaded, standing in audits:
        audit = standing.audit
        due = planned_until(standing.plan) if standing.plan else None
        asked = standing.stage != "planned" or (due is not None and due <= look.window.day)
        over = standing.stage == "closed" or (standing.stage in _REPORTED and audit.kind not in ROUNDS)
        if over or not asked:
            continue
        returned = returned_by(audit, look.window.day)
        for name in audit.agencies_invited:
            if name in returned:
                continue
            yield Waiting(
                kind="return",
                id=audit.id,
                title=f"Return to the audit: {audit.theme}",
                wanted="the return",
                on=agency_party(look.titles, name),
                command=f"lif audit collect {audit.id} FILE" if audit.instrument else f"lif edit {audit.id}",
                loaded=loaded,
                due=due,
                days=look.window.until(due) if due else None,
                matters_to=audit.lead,
            )


def missing_contributions(look: Look, courses: Iterable[Course]) -> Iterator[Waiting]:
    """What agencies were asked to give to a review and have neither given nor declined."""
    for course in courses:
        review = course.review
        if not course.standing.live:
            continue
        for asked in contributions(review, course.day):
            if asked.state == "requested":
                what = "contribution" if asked.method == "other" else plain(asked.method)
                yield Waiting(
                    kind="contribution",
                    id=review.id,
                    title=f"{review.title}: {what}",
                    wanted=what,
                    on=agency_party(look.titles, asked.agency),
                    command=f"lif review contribution receive {review.id} {asked.agency}",
                    loaded=look.board.by_id[review.id],
                    due=asked.due,
                    days=look.window.until(asked.due) if asked.due else None,
                    since=asked.asked,
                )
