"""Carries a review through its course after the decision: told, begun, extended, handed over, ended."""

from datetime import date
from typing import get_args

from lif.insight.reviews.course import NOT_RECORDED, course
from lif.insight.titles import Titles
from lif.insight.wording import day_words
from lif.operations.log_entries import Said
from lif.operations.reviews.log import Case, case_on, not_before, only_once, with_entries
from lif.records.review import Review
from lif.records.review_log import (
    Closed,
    Decided,
    Extended,
    Notified,
    OwnerChanged,
    Proceedings,
    ReviewType,
    Started,
    Superseded,
)
from lif.rules.lookup import find_record
from lif.rules.names import nearest
from lif.statute.clocks import clock
from lif.statute.courses import course_of
from lif.statute.due import due, rule_words
from lif.statute.events import EntrySign, events
from lif.statute.model import MARK_WORDS, Clock
from lif.statute.regimes import regimes
from lif.store.board import Board
from lif.store.change import Change, field_order
from lif.store.errors import Refusal
from lif.store.yaml_edit import Put

TOLD: tuple[str, ...] = get_args(Notified.model_fields["told"].annotation)
TOLD_OF: tuple[str, ...] = get_args(Notified.model_fields["of"].annotation)
PROCEEDINGS: tuple[str, ...] = get_args(Proceedings.model_fields["kind"].annotation)
PROCEEDINGS_STATES: tuple[str, ...] = get_args(Proceedings.model_fields["state"].annotation)


def notify(board: Board, review_id: str, said: Said, today: date) -> Change:
    """One entry for each body in the list `told`. Raises Refusal where there was no decision yet to be told of."""
    case = case_on(board, review_id, said, today)
    decided = [entry for entry in case.log if isinstance(entry, Decided) and entry.decision != "defer"]
    if said["of"] == "decision" and not decided:
        raise Refusal(
            f"{review_id}: nothing had been decided by {day_words(case.day)}, so nobody can be told of it.",
            f"Record the decision first: lif review decide {review_id}",
        )
    there = {
        entry.told
        for entry in case.log
        if isinstance(entry, Notified) and (entry.of, entry.date) == (said["of"], case.day)
    }
    bodies = [body for body in said["told"] if body not in there]
    if not bodies:
        raise Refusal(
            f"{review_id}: this is on record already, for the same day ({day_words(case.day)}).",
            f"If they were told again on another day, give it with: --date. To see what is recorded: "
            f"lif review show {review_id}",
        )
    return with_entries(
        case, [{key: body if key == "told" else value for key, value in said.items()} for body in bodies]
    )


def start(board: Board, review_id: str, said: Said, today: date) -> Change:
    """The review begins. Without a due date its regime's own time for it is taken, where it has one."""
    case = case_on(board, review_id, said, today)
    decision = case.last(Decided)
    if not decision or decision.decision != "review":
        raise Refusal(
            f"{review_id}: it had not been decided to review by {day_words(case.day)}, so no review began then.",
            f"Record the decision first: lif review decide {review_id} --decision review",
        )
    earlier = next((entry for entry in case.review.log if isinstance(entry, Started)), None)
    if earlier:
        raise Refusal(
            f"{review_id} began on {day_words(earlier.date)} already; a review begins once.",
            f"To move its date for completion: lif review extend {review_id}. To correct the entry: "
            f"lif edit {review_id}",
        )
    if said.get("due"):
        not_before(said["due"], case.day, "--due", "the day the review began")
        return with_entries(case, [said])
    timed = _clock_to_completion(decision.type or case.review.type, case.review.regime)
    if timed is None:
        then = (
            "No date for completion is set, and no clock of law or guidance counts one from this day. To set it, "
            f"add the key due to this entry: lif edit {review_id}"
        )
        return with_entries(case, [said], then=then)
    counted = due(timed.id, case.day, board.profile.settings.day_zero)
    then = (
        f"The date for completion is that of the clock {timed.id}. {rule_words(counted.clock)} "
        f"[{counted.source}; {counted.mark}, {MARK_WORDS[counted.mark]}] {counted.counting}"
    )
    return with_entries(case, [{**said, "due": counted.due.isoformat()}], then=then)


def _clock_to_completion(kind: ReviewType, regime: str | None) -> Clock | None:
    """The clock that runs from the day a review begins until it is complete, where its regime has one."""
    of_regime = [one for known in regimes() if known.id == regime for one in known.clocks]
    for step in course_of(kind, regime).steps:
        if step.id == "started" and step.clock in of_regime:
            found = clock(step.clock)
            signs = events()[found.starts].signs
            if any(isinstance(sign, EntrySign) and sign.entry == "started" for sign in signs):
                return found
    return None


def extend(board: Board, review_id: str, said: Said, today: date) -> Change:
    """Another date for completion, later than the last. The first one is never overwritten.

    Raises Refusal where there is none to move, where the new one is not later or lies in the past, and where a
    later entry of the log moved it no further.
    """
    case = case_on(board, review_id, said, today)
    dues = [entry.due for entry in case.log if isinstance(entry, Started | Extended) and entry.due]
    if not dues:
        raise Refusal(
            f"{review_id}: no date for completion had been set by {day_words(case.day)}, so none can be moved.",
            f"Begin the review with one: lif review start {review_id} --due …; or, if it has begun, add the key "
            f"due to that entry: lif edit {review_id}",
        )
    if date.fromisoformat(said["due"]) <= dues[-1]:
        raise Refusal(
            f"--due: {day_words(date.fromisoformat(said['due']))} is not later than {day_words(dues[-1])}, the "
            "date for completion so far.",
            f"Give a later day. If the earlier one was a slip: lif edit {review_id}",
        )
    not_before(said["due"], case.day, "--due", "the day on which it was moved")
    later = [entry for entry in case.review.log if isinstance(entry, Extended) and entry.date > case.day]
    if later and later[0].due <= date.fromisoformat(said["due"]):
        raise Refusal(
            f"{review_id}: on {day_words(later[0].date)} the date for completion was moved to "
            f"{day_words(later[0].due)}, so it cannot have been later before.",
            f"Correct --date or --due; or, if the later entry is wrong: lif edit {review_id}",
        )
    then = f"It was first due by {day_words(dues[0])}."
    return with_entries(case, [said], then=then)


def supersede(board: Board, review_id: str, said: Said, today: date) -> Change:
    """Another review takes the place of this one. Raises Refusal where the other cannot."""
    case = case_on(board, review_id, said, today)
    only_once(case, Superseded, "was superseded")
    other_id = said["review"]
    if other_id == review_id:
        raise Refusal(f"{review_id} cannot take its own place.", "Name the review that does, with: --review")
    other: Review = find_record(board, other_id, "review").record
    if any(isinstance(entry, Superseded) and entry.review == review_id for entry in other.log):
        raise Refusal(
            f"{other_id} was itself superseded by {review_id}, so it cannot take its place.",
            f"Look at both: lif review show {other_id}",
        )
    return with_entries(case, [said])


def close(board: Board, review_id: str, said: Said, today: date) -> Change:
    """Nothing more is to be done. Raises Refusal where it was closed before."""
    case = case_on(board, review_id, said, today)
    only_once(case, Closed, "was closed")
    return with_entries(case, [said], then=_left_undone(board, case))


def _left_undone(board: Board, case: Case) -> str:
    """Which steps of the course nobody has recorded when a review is closed; "" where there are none."""
    found = course(board, case.review, case.day)
    steps = found.steps if found else ()
    titles = [
        f"{one.step.title[:1].lower()}{one.step.title[1:]}"
        for one in steps
        if one.step.id != "closed" and not one.step.optional and (one.open or one.why == NOT_RECORDED)
    ]
    return f"Not recorded when it was closed: {'; '.join(titles)}." if titles else ""


def _handed_over(case: Case) -> bool:
    """Whether the log holds a later change of owner already, so that the record names the later one."""
    return any(isinstance(entry, OwnerChanged) for entry in case.review.log)


def change_owner(board: Board, review_id: str, said: Said, today: date) -> Change:
    """Somebody else answers for the review; a role, group or agency of the Board stands in the record too."""
    case = case_on(board, review_id, said, today)
    titles = Titles(board)
    to = said["to"]
    before = next((entry.to for entry in reversed(case.log) if isinstance(entry, OwnerChanged)), None)
    if before is None and case.review.owner and not _handed_over(case):
        before = titles.who(case.review.owner)
    said = {**said, "before": before}
    if titles.knows(to):
        edits = [Put(("owner",), to, field_order(case.loaded.kind))]
        return with_entries(case, [{**said, "to": titles.who(to)}], edits)
    if to == to.lower() and " " not in to:
        raise Refusal(
            f"--to: no role, group or agency of the Board is called {to}.",
            nearest(to, [*board.profile.roles, *board.profile.groups])
            or 'For a body outside the Board give its name in full: --to "The Safeguarding Children Partnership"',
        )
    return with_entries(case, [said])
