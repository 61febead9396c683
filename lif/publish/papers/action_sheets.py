"""The sheet of an agency's actions, from the Board as it stands on a day."""

from collections.abc import Sequence
from datetime import date

from lif.exchange.action_sheet import SentAction, SheetHead, write_sheet
from lif.exchange.action_stamp import stamp_of
from lif.insight.actions.standing import ActionStanding, standings
from lif.insight.audience import highest_marking, telling, visible_to
from lif.insight.entry_words import action_words
from lif.insight.titles import Titles
from lif.insight.wording import counted, day_words
from lif.store.board import Board

_STATES = {
    "completed": "Said to be done; evidence is wanted",
    "evidenced": "Evidence was seen; the difference it made is not yet known",
    "evaluated": "The difference it made was looked at; to be closed",
}


def actions_of(board: Board, agency: str, day: date) -> list[ActionStanding]:
    """The actions that an agency leads and that are not finished on a day, in order of plan and number.

    Those of plans that are kept for the office alone are left out.
    """
    plans = [loaded.record for loaded in visible_to(board, "board", "agencies").of("plan")]
    return [
        stands
        for stands in standings(plans, board.profile.settings, day)
        if not stands.finished and stands.action.lead and stands.action.lead.agency == agency
    ]


def action_sheet(
    board: Board, agency: str, actions: Sequence[ActionStanding], day: date, back_by: date | None = None
) -> bytes:
    """The workbook for an agency, known by its id, with these actions as they stand on the day."""
    titles = Titles(board)
    plans = {stands.plan.id for stands in actions}
    profile = board.profile
    marking = highest_marking((board.by_id[plan] for plan in sorted(plans)), profile.settings)
    head = SheetHead(profile.name, titles.agency(agency), day, marking, profile.fictional, back_by)
    sent = [
        _sent(board, stands, agency, titles, everything=telling(board.by_id[stands.plan.id]) == "all")
        for stands in actions
    ]
    return write_sheet(head, sent)


def _sent(
    board: Board, stands: ActionStanding, agency: str, titles: Titles, *, everything: bool
) -> SentAction:
    """A row. Of a plan that is not for agencies, what others said is not told."""
    action = stands.action
    last = next((entry for entry in reversed(stands.log) if everything or entry.by == agency), None)
    return SentAction(
        id=stands.id,
        text=action.text,
        outcome=action.outcome or "",
        lead=action.lead.role if action.lead else "",
        due=stands.due,
        state=_state(stands),
        last=f"{day_words(last.date)}: {action_words(last, titles)}" if last else "",
        # Of the action as it is recorded: what comes back is held against that.
        stamp=str(stamp_of(stands.id, agency, board.items[stands.id].item, len(stands.log))),
        open=stands.state == "open",
    )


def _state(stands: ActionStanding) -> str:
    if stands.late:
        return f"Open; {counted(stands.late, 'day')} late"
    return _STATES.get(stands.state, "Open")
