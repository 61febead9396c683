"""What a meeting is asked to decide."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from lif.insight.actions.standing import ActionStanding, standings
from lif.insight.changes import last_meeting
from lif.insight.reports.given import highlights, report_title, themed_reports
from lif.insight.reviews.standing import review_standing
from lif.insight.reviews.words import kind_of_review
from lif.insight.titles import Titles
from lif.records.meeting import Meeting
from lif.records.naming import owner_of
from lif.records.report import AgencyReport
from lif.records.review_log import Considered
from lif.rules.action_course import IMPACT_WORDS
from lif.store.board import Board


@dataclass(frozen=True, slots=True)
class Needed:
    """One decision that is needed."""

    source: Literal["agenda", "review", "report", "action"]
    title: str
    asked: str
    """What is asked, as the record says it; "" where it does not say."""
    who: str
    """Who leads, decides or asks."""
    records: tuple[str, ...]
    item: int | None = None
    """The number on the agenda, from 1."""


def decisions_needed(board: Board, meeting: Meeting, day: date) -> list[Needed]:
    """The decisions that a meeting needs on a day: its agenda's first, then what the records show besides.

    A review, report or action that the agenda already names for decision is not listed again.
    """
    titles = Titles(board)
    agenda = [
        Needed("agenda", item.title, item.asked or "", titles.who(item.lead), tuple(item.records), number)
        for number, item in enumerate(meeting.agenda, start=1)
        if item.purpose == "decision"
    ]
    references = [reference for needed in agenda for reference in needed.records]
    named = {*references, *map(owner_of, references)}
    found = [
        *_reviews(board, day, titles),
        *_reports(board, meeting, day, titles),
        *_actions(board, meeting, day),
    ]
    return [*agenda, *(needed for needed in found if not _covers(named, needed.records[0]))]


def _covers(named: set[str], reference: str) -> bool:
    return reference in named or owner_of(reference) in named


def _reviews(board: Board, day: date, titles: Titles) -> list[Needed]:
    found = []
    for loaded in board.of("review"):
        decider = titles.decider(loaded.record)
        standing = review_standing(loaded.record, day, decider)
        if standing and standing.awaits_decision:
            views = [entry for entry in standing.log if isinstance(entry, Considered)]
            asked = ""
            if views:
                group = titles.group(views[-1].group)
                asked = f"The {group} recommends {kind_of_review(views[-1].recommends)}."
            found.append(Needed("review", loaded.record.title, asked, decider, (loaded.id,)))
    return found


def _reports(board: Board, meeting: Meeting, day: date, titles: Titles) -> list[Needed]:
    last = last_meeting(board, meeting.group, meeting.date)
    since = last.date if last else date.min
    reports: list[AgencyReport] = [
        *highlights(board, day).reports,
        *themed_reports(board, since, day),
    ]
    return [
        Needed(
            "report", report_title(report), report.asked_of_board, titles.agency(report.agency), (report.id,)
        )
        for report in reports
        if report.asked_of_board and (report.received is None or report.received > since)
    ]


def _actions(board: Board, meeting: Meeting, day: date) -> list[Needed]:
    plans = [loaded.record for loaded in board.of("plan") if loaded.record.sign_off == meeting.group]
    return [
        Needed("action", standing.action.text, _asked_of_action(standing), "", (standing.id,))
        for standing in standings(plans, board.profile.settings, day)
        if standing.state == "evaluated"
    ]


def _asked_of_action(standing: ActionStanding) -> str:
    """What a group is asked about an action that was evaluated."""
    if standing.evaluated is None or standing.evaluated.impact == "improved":
        return "Close it, or say what is still missing."
    found = IMPACT_WORDS[standing.evaluated.impact]
    return f"Its evaluation says that {found}. Say what is to be done instead, or what takes its place."
