"""Adds actions to plans and follows them to their evidence: notes, dates, completion, evidence, evaluation."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any, get_args

from lif.insight.actions.brag import GRADES_BY_HAND
from lif.insight.wording import day_words, times
from lif.operations.actions.log import ActionCase, case_on, command_for, with_entries
from lif.operations.entries import add_item
from lif.operations.log_entries import Said
from lif.operations.who_is_named import agency_named
from lif.records.plan import Evaluated
from lif.rules.lookup import find_record
from lif.store.board import Board
from lif.store.change import Change
from lif.store.errors import Refusal

IMPACTS: tuple[str, ...] = get_args(Evaluated.model_fields["impact"].annotation)
GRADES = GRADES_BY_HAND


def add_action(board: Board, plan_id: str, action: Mapping[str, Any], today: date) -> Change:
    """A new action at the end of a plan.

    One that joins a plan agreed before today begins today, unless it is said when: otherwise it would count as
    one about which nothing was heard since the plan was agreed.
    """
    plan = find_record(board, plan_id, "plan")
    lead = action.get("lead")
    if isinstance(lead, dict) and isinstance(lead.get("agency"), str):
        action = {**action, "lead": {**lead, "agency": agency_named(board, lead["agency"], "--lead-agency")}}
    agreed, due = plan.record.agreed, str(action.get("due") or "")
    if agreed and agreed < today and not action.get("start") and not (due and due < today.isoformat()):
        action = {**action, "start": today.isoformat()}
        then = f"It starts on {day_words(today)}, because its plan was agreed before."
    else:
        then = ""
    _, change = add_item(board, plan, "actions", "A", action)
    return replace(change, summary=f"{change.summary} {then}".strip())


def note(board: Board, action_id: str, said: Said, today: date) -> Change:
    """A dated note of progress. Notes are only ever added to."""
    return with_entries(case_on(board, action_id, said, today), [said])


def revise(board: Board, action_id: str, said: Said, today: date) -> Change:
    """A new due date, which is added; the first one stays.

    Raises Refusal where it is the same, or lies before the action starts.
    """
    case = case_on(board, action_id, said, today)
    _new_date(case, said["due"])
    moved = case.standing.moved + (case.standing.due is not None)
    return with_entries(case, [said], _moved_words(case, moved))


def complete(board: Board, action_id: str, said: Said, today: date) -> Change:
    """Somebody says that an action was done; the agency that leads it, unless said otherwise."""
    case = case_on(board, action_id, said, today)
    said = {**said, "by": said["by"] or case.own_agency or "business-manager"}
    then = (
        "Completed is not closed: it is closed when evidence that it was done, and that it made a difference, "
        f"has been seen. When it has: {command_for(action_id, 'evidenced')}"
    )
    return with_entries(case, [said], then)


def evidence(board: Board, action_id: str, said: Said, today: date) -> Change:
    """Evidence that an action was done was seen."""
    case = case_on(board, action_id, said, today)
    then = f"Next, what it changed for children: {command_for(action_id, 'evaluated')}"
    if said["by"] == case.own_agency:
        then = (
            "Only the agency that leads it has seen this, so it is still listed as self-reported. Somebody else "
            "may look as well, with the same command."
        )
    return with_entries(case, [said], then)


def evaluate(board: Board, action_id: str, said: Said, today: date) -> Change:
    """What difference an action made was looked at."""
    case = case_on(board, action_id, said, today)
    if said.get("impact") == "improved":
        then = f"It can be closed now: lif action close {action_id}"
    else:
        then = (
            "An action is closed when it was seen to have made a difference, so this one stays open to more.\n"
            + ways_on(action_id)
        )
    return with_entries(case, [said], then)


def reopen(board: Board, action_id: str, said: Said, today: date, *, due: str | None) -> Change:
    """An action turned out not to be done, or to have changed nothing; with a new due date where one is given."""
    case = case_on(board, action_id, said, today)
    if due is None:
        until = case.standing.due
        late = until is not None and until < case.day
        then = f"Its due date is still {day_words(until)}" if until else "It has no due date"
        then += ", so it is late at once." if late else "."
        return with_entries(
            case, [said], f'{then} Another one: lif action revise {action_id} --due DATE --reason "…"'
        )
    _new_date(case, due)
    revised = {**said, "entry": "revised", "due": due}
    revised.pop("note", None)
    moved = case.standing.moved + (case.standing.due is not None)
    return with_entries(case, [said, revised], _moved_words(case, moved))


def grade(board: Board, action_id: str, said: Said, today: date) -> Change:
    """A BRAG grade is set by hand, or given back to dates and state; what follows from those is shown beside it."""
    case = case_on(board, action_id, said, today)
    grading = case.standing.grading
    if said.get("grade") == "derived" and grading.given is None:
        raise Refusal(
            f"{action_id} has no grade that was set by hand; {grading.word} follows from its dates and its state.",
            f'To set one: lif action grade {action_id} --grade red --reason "…"',
        )
    own = getattr(board.profile.settings.brag, grading.derived).word
    return with_entries(case, [said], f"From dates and state it is {own} ({grading.derived}): {grading.why}.")


def ways_on(action_id: str) -> str:
    """What can be done about an action that was not seen to make a difference, as lines with their commands."""
    return "\n".join(
        [
            "If more is to be done:",
            f'  lif action reopen {action_id} --reason "…" --due DATE',
            "When it was looked at again, and things have improved:",
            f'  lif action evaluate {action_id} --impact improved --result "…"',
            "If something else takes its place, or it has had its day:",
            f'  lif action supersede {action_id} --reason "…" --replaced-by ACTION',
        ]
    )


def _new_date(case: ActionCase, given: str) -> None:
    """Raises Refusal where a new due date moves nothing, or lies before the action starts."""
    due, start = date.fromisoformat(given), case.action.start
    if due == case.standing.due:
        raise Refusal(
            f"{case.id} is due on {day_words(due)} already.",
            "Give another date with: --due. To say something without moving it: "
            f'lif action note {case.id} "…"',
        )
    if start and due < start:
        raise Refusal(
            f"{case.id}: {day_words(due)} lies before {day_words(start)}, the day on which it starts.",
            "Correct --due.",
        )


def _moved_words(case: ActionCase, moved: int) -> str:
    """What is said after a due date was moved: the first one, how often, and whether that is too often."""
    first = case.standing.first_due
    if first is None:
        return "It had no due date before."
    words = f"First due on {day_words(first)}; moved {times(moved)} now."
    most = case.board.profile.settings.slipped_times
    return f"{words} It is listed as slipped." if moved >= most else words
