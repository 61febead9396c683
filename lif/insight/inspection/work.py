"""The forward plan of audits, the history of actions, and the reviews with their decisions and notifications."""

from datetime import date

from lif.insight.actions.standing import ActionStanding, standings
from lif.insight.audits.plan import forward_plan
from lif.insight.audits.plan_data import PLAN_COLUMNS, plan_rows
from lif.insight.audits.search import financial_year
from lif.insight.entry_words import action_words
from lif.insight.inspection.logs import dated_words
from lif.insight.inspection.table import NOTHING, Register, lines
from lif.insight.reviews.course import Course, all_courses
from lif.insight.reviews.course_words import clock_words
from lif.insight.reviews.standing import TYPE_WORDS
from lif.insight.reviews.words import review_words
from lif.insight.titles import Titles
from lif.insight.wording import counted, day_words, sentence
from lif.records.naming import natural
from lif.records.publication import Published
from lif.records.review_log import (
    Challenged,
    Considered,
    Decided,
    Notified,
    PublicationPlanned,
    Referred,
    ReportAgreed,
    ReviewEntry,
    Withheld,
)
from lif.store.board import Board

_DECIDING = (Referred, Considered, Challenged, Decided)
_PUBLISHING = (ReportAgreed, PublicationPlanned, Published, Withheld)


def plan_of_audits(board: Board, day: date) -> Register:
    """The forward plan for the financial year of a day and for the next."""
    titles, year = Titles(board), financial_year(day)
    plans = [forward_plan(board, year, day), forward_plan(board, year + 1, day)]
    found = [row for plan in plans for row in plan_rows(plan, titles)]
    # A revisit that is late is told in both years.
    rows = [list(row) for row in dict.fromkeys(map(tuple, found))]
    audits = sum(len(plan.audits) for plan in plans)
    return Register(
        name="forward-plan",
        title="Forward plan of audits",
        holds=f"{counted(audits, 'audit')} planned for {plans[0].name} and {plans[1].name}, and the revisits that "
        "fall due in these years."
        if rows
        else f"No audit is planned for {plans[0].name} or {plans[1].name}, and none is to be revisited.",
        columns=tuple(zip(PLAN_COLUMNS, (24, 14, 40, 26, 40, 24, 18, 22), strict=True)),
        rows=rows,
        marked=["late" in row[6] or row[0] == "due before" for row in rows],
        records=list(dict.fromkeys(row[1] for row in rows)),
    )


def action_history(board: Board, day: date) -> Register:
    """Every action of the plans that were there by a day, drafts among them, with everything that happened to it."""
    plans = [one.record for one in board.of("plan") if one.record.agreed is None or one.record.agreed <= day]
    titles = Titles(board)
    found = sorted(standings(plans, board.profile.settings, day), key=lambda one: natural(one.id))
    closed, late = sum(one.state == "closed" for one in found), sum(one.late > 0 for one in found)
    return Register(
        name="action-history",
        title="History of actions",
        holds=f"{counted(len(found), 'action')} of {counted(len(plans), 'plan')}; {closed or 'none'} closed, "
        f"{late or 'none'} late."
        if found
        else NOTHING,
        columns=(("Action", 16), ("What is to be done, and what for", 44), ("Answers", 16), ("Who leads", 24),
                 ("Due", 22), ("How it stands", 18), ("Course", 70)),
        rows=[_action(board, one, titles) for one in found],
        marked=[one.late > 0 for one in found],
        records=[plan.id for plan in plans],
        remarks=("Completed means that somebody says so; closed, that evidence and its impact were seen as well.",),
    )  # fmt: skip


def _action(board: Board, one: ActionStanding, titles: Titles) -> list[str]:
    action = one.action
    lead = action.lead
    moved = one.first_due if one.first_due != one.due else None
    late = f", {counted(one.late, 'day')} late" if one.late else ""
    return [
        one.id,
        lines(sentence(action.text), f"So that: {sentence(action.outcome)}" if action.outcome else ""),
        "\n".join(name for name in action.answers if board.knows(name)),
        f"{titles.agency(lead.agency)}, {lead.role}" if lead else "nobody is named",
        lines(
            day_words(one.due) if one.due else "no day is set", f"first {day_words(moved)}" if moved else ""
        ),
        f"{one.state}{late}",
        dated_words((entry.date, action_words(entry, titles)) for entry in one.log),
    ]


def reviews(board: Board, day: date) -> Register:
    """Every case that had been referred by a day, with what was decided, who was told, and the clocks."""
    titles, found = Titles(board), all_courses(board, day)
    decided = sum(any(isinstance(entry, Decided) for entry in one.standing.log) for one in found)
    return Register(
        name="reviews",
        title="Reviews, their decisions and notifications",
        holds=f"{counted(len(found), 'case')}, {decided or 'none'} of them with a decision on record."
        if found
        else NOTHING,
        columns=(("Case", 18), ("What it is, and how it stands", 26), ("Referral and decision", 56),
                 ("Who was told", 36), ("Clocks", 44), ("Report and publication", 34)),
        rows=[_review(one, titles) for one in found],
        marked=[any(clock.state == "late" for clock in one.clocks) for one in found],
        records=[one.review.id for one in found],
        long=True,
        remarks=("Each clock is that of the law or guidance which applied to the case.",),
    )  # fmt: skip


def _review(one: Course, titles: Titles) -> list[str]:
    log = one.standing.log
    return [
        lines(one.review.id, one.review.title),
        lines(TYPE_WORDS[one.standing.type], sentence(one.standing.words)),
        _entries(log, _DECIDING, titles),
        _entries(log, (Notified,), titles),
        "\n".join(
            sentence(f"{clock.clock.end}: {clock_words(clock)}")
            for clock in one.clocks
            if clock.state != "not-begun"
        ),
        _entries(log, _PUBLISHING, titles),
    ]


def _entries(log: tuple[ReviewEntry, ...], kinds: tuple[type, ...], titles: Titles) -> str:
    return dated_words((entry.date, review_words(entry, titles)) for entry in log if isinstance(entry, kinds))
