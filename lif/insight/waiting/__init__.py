"""What waits on whom on a day: one list of everything, from one pass over the Board."""

from datetime import date

from lif.insight.actions.answers import actions_by_answer
from lif.insight.audits.standing import audit_standing
from lif.insight.reviews.case import planned
from lif.insight.reviews.course import all_courses
from lif.insight.titles import Titles
from lif.insight.waiting.actions import waiting_actions
from lif.insight.waiting.calendar import waiting_audits, waiting_papers, waiting_picks
from lif.insight.waiting.figures import waiting_figures
from lif.insight.waiting.items import WAITING_KINDS, Waiting
from lif.insight.waiting.meetings import waiting_attendance, waiting_decisions
from lif.insight.waiting.registers import waiting_challenges, waiting_risks, waiting_voices
from lif.insight.waiting.returns import missing_contributions, missing_reports, missing_returns
from lif.insight.waiting.reviews import waiting_plans, waiting_reviews
from lif.insight.waiting.window import Look, window_from
from lif.store.board import Board

_ORDER = {kind: number for number, kind in enumerate(WAITING_KINDS)}
_NO_DAY = 1_000_000
"""More days than any day is away."""


def waiting(board: Board, day: date) -> list[Waiting]:
    """Everything that waits on somebody on a day, by kind, the most urgent first.

    What is due later than a month from the day is not waited for yet, and is left out.
    """
    look = Look(board, Titles(board), window_from(day))
    plans = planned([one.record for one in board.of("plan")], board.profile.settings, day)
    courses = all_courses(board, day, plans)
    audits = [(one, standing) for one in board.of("audit") if (standing := audit_standing(one.record, day))]
    found = [
        *waiting_actions(look, (each for of in plans.actions.values() for each in of)),
        *waiting_reviews(look, courses),
        *waiting_plans(look, board.of("plan")),
        *waiting_audits(look, audits),
        *waiting_papers(look),
        *waiting_picks(look),
        *waiting_attendance(look),
        *waiting_decisions(look, actions_by_answer(each for of in plans.actions.values() for each in of)),
        *waiting_risks(look),
        *waiting_challenges(look),
        *waiting_voices(look),
        *missing_reports(look),
        *missing_returns(look, audits),
        *missing_contributions(look, courses),
        *waiting_figures(look),
    ]
    found.sort(key=_urgency)  # what is as urgent stays in order of records
    return found


def _urgency(one: Waiting) -> tuple[int, int, date]:
    """By kind; then by its day, and what has none by how long it waits."""
    days = _NO_DAY if one.days is None else one.days
    return _ORDER[one.kind], days, one.since or date.max


def concerning(found: list[Waiting], board: Board, agency: str | None, group: str | None) -> list[Waiting]:
    """Those that wait on an agency; those that wait on a group or its chair, or matter to one of them.

    None leaves either out of account.
    """
    names = {group}
    if group in board.profile.groups:
        names.add(board.profile.groups[group].chair or group)
    return [
        one
        for one in found
        if (agency is None or one.on.agency == agency)
        and (group is None or names & {one.matters_to, one.on.who})
    ]
