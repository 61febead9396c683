"""Reviews of a plan for its impact: what it has changed for children, as a dated entry of its log."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from lif.insight.plans.reviews import impact_reviews
from lif.insight.wording import counted, day_words, sentence
from lif.records.plan import Plan
from lif.rules.lookup import find_record
from lif.store.board import Board
from lif.store.change import Change, edit_record
from lif.store.errors import Refusal
from lif.store.yaml_edit import Append, Edit, Insert


def review_plan(board: Board, plan_id: str, said: Mapping[str, Any], today: date) -> Change:
    """It was looked at what a plan has changed. `said` holds `date`, `by`, `entry`, `found` and perhaps `records`.

    Raises Refusal where the plan is not agreed, and for a day before it was or after today.
    """
    loaded = find_record(board, plan_id, "plan")
    plan: Plan = loaded.record
    day = date.fromisoformat(said["date"])
    if plan.agreed is None:
        raise Refusal(
            f"{plan_id} has no day on which it was agreed, so its impact cannot be due for review.",
            f"Give it the key `agreed` first: lif edit {plan_id}",
        )
    if day < plan.agreed:
        raise Refusal(
            f"{plan_id}: {day_words(day)} lies before {day_words(plan.agreed)}, the day on which it was agreed.",
            "Correct --date.",
        )
    if day > today:
        raise Refusal(
            f"{plan_id}: {day_words(day)} lies ahead; today is {day_words(today)}.",
            "Record the review when it was held.",
        )
    entry = {key: value for key, value in said.items() if value not in (None, [], "")}
    behind = sum(one.date <= day for one in plan.log) - 1
    edit: Edit = (
        Insert(("log",), behind, entry) if behind >= 0 else Append(("log",), entry, tuple(Plan.model_fields))
    )
    if plan.log and behind < 0:
        raise Refusal(
            f"{plan_id}: {day_words(day)} lies before {day_words(plan.log[0].date)}, the first review that is recorded.",
            f"Put it above that one by hand: lif edit {plan_id}",
        )
    data = edit_record(board, loaded, [edit])
    done = (
        f"{plan_id}, {day_words(day)}: the plan was reviewed for its impact: {sentence(str(said['found']))}"
    )
    return Change({loaded.file: data}, f"{done}\n{_counts_as(board, plan, day)}", (plan_id,))


def _counts_as(board: Board, plan: Plan, day: date) -> str:
    """Which of the reviews that are due it is, and what is due next."""
    first, second = impact_reviews(plan, board.profile.settings, max(day, plan.agreed or day))
    if first.held is None or first.held.date > day:
        this, following = first, second
    elif day > max(first.held.date, first.counted.due) and second.held is None:
        this, following = second, None
    else:
        return (
            "It is kept beside the others; the second review of its impact is one that is held after "
            f"{day_words(first.counted.due)}."
        )
    late = (day - this.counted.due).days
    words = f"It counts as the {'first' if this is first else 'second'} review, due by {day_words(this.counted.due)}"
    words += f", {counted(late, 'day')} late." if late > 0 else "."
    return f"{words} The second is due by {day_words(following.counted.due)}." if following else words
