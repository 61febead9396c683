"""The Board's calendar: everything on record that falls on a day, from one pass over the Board."""

from collections.abc import Iterable
from datetime import date

from lif.insight.calendar.asked import fallen_actions, fallen_reports
from lif.insight.calendar.audits import fallen_audits
from lif.insight.calendar.items import CALENDAR_KINDS, Diary, Falling, Span
from lif.insight.calendar.meetings import fallen_meetings
from lif.insight.calendar.obligations import fallen_obligations
from lif.insight.calendar.registers import fallen_challenges, fallen_plan_reviews, fallen_risks
from lif.insight.calendar.reviews import fallen_reviews
from lif.insight.reviews.case import planned
from lif.insight.reviews.course import all_courses
from lif.insight.titles import Titles
from lif.insight.waiting.window import Look, window_from
from lif.store.board import Board

_ORDER = {kind: number for number, kind in enumerate(CALENDAR_KINDS)}


def calendar(board: Board, day: date, span: Span) -> list[Falling]:
    """Everything that falls on the days of a span as things stand on a day, in the order of its days."""
    return [one for one in everything(board, day, span) if span.holds(one.day)]


def everything(board: Board, day: date, span: Span) -> list[Falling]:
    """The same with what falls on other days; of the reports that are asked for again and again those of the span."""
    diary = Diary(Look(board, Titles(board), window_from(day)), span)
    plans = planned([one.record for one in board.of("plan")], board.profile.settings, day)
    found = [
        *fallen_meetings(diary, plans.answering),
        *fallen_reviews(diary, all_courses(board, day, plans)),
        *fallen_audits(diary),
        *fallen_reports(diary),
        *fallen_obligations(diary),
        *fallen_plan_reviews(diary),
        *fallen_actions(diary, (each for of in plans.actions.values() for each in of)),
        *fallen_risks(diary),
        *fallen_challenges(diary),
    ]
    found.sort(key=lambda one: (one.day, _ORDER[one.kind], one.time))
    return found


def narrowed(found: Iterable[Falling], board: Board, agency: str | None, owner: str | None) -> list[Falling]:
    """What an agency has to do; what a role or a group has to do, or what matters to it or to the group's chair.

    None leaves either out of account.
    """
    names = {owner}
    if owner in board.profile.groups:
        names.add(board.profile.groups[owner].chair or owner)
    return [
        one
        for one in found
        if (agency is None or one.on.agency == agency)
        and (owner is None or names & {one.matters_to, one.on.who})
    ]
