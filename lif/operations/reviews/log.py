"""Adds entries to the log of a review, each in its place in the order of the days. What stands there stays."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from lif.insight.entries import until
from lif.insight.reviews.words import review_words
from lif.insight.titles import Titles
from lif.insight.wording import day_words
from lif.operations.log_entries import Said, day_of_entry, in_order, with_written
from lif.records.base import Entry
from lif.records.review import Review
from lif.records.review_log import Decided, Referred, ReviewEntry, Started
from lif.rules.lookup import find_record
from lif.store.board import Board, Loaded
from lif.store.change import Change, edit_record
from lif.store.errors import Refusal
from lif.store.yaml_edit import Edit, Insert

AnyEntry = TypeVar("AnyEntry")
_OF_A_REPORT = ("report-received", "report-agreed")
HELD_BY_THE_BOARD = (
    "serious-case-review", "local-child-safeguarding-practice-review", "multi-agency-case-review", "undecided",
)  # fmt: skip
_BEFORE_REFERRAL = ("notified", "noted", "proceedings")
"""Entries that may be older than the referral, where the log begins with another."""


@dataclass(frozen=True, slots=True)
class Case:
    """A review as its log tells it up to the day of a new entry."""

    board: Board
    loaded: Loaded
    day: date
    log: tuple[ReviewEntry, ...]
    """The entries of that day and before it."""

    @property
    def review(self) -> Review:
        """The record of the review."""
        review: Review = self.loaded.record
        return review

    @property
    def id(self) -> str:
        """Its id, such as `CR-2017-001`."""
        return self.loaded.id

    def last(self, kind: type[AnyEntry]) -> AnyEntry | None:
        """The last entry of a kind by that day."""
        return next((entry for entry in reversed(self.log) if isinstance(entry, kind)), None)


def case_on(board: Board, review_id: str, said: Said, today: date) -> Case:
    """The case on the day of an entry.

    Raises NothingFound for an id that does not exist, Refusal for a day before the case came to the Board or
    after today.
    """
    loaded = find_record(board, review_id, "review")
    review: Review = loaded.record
    day = day_of_entry(review_id, said, today, "a review")
    referrals = [entry for entry in review.log if isinstance(entry, Referred)]
    begins = review.log[0] if said["entry"] in _BEFORE_REFERRAL or not referrals else referrals[0]
    if day < begins.date:
        what = "it was referred" if isinstance(begins, Referred) else "its log begins"
        raise Refusal(
            f"{review_id}: {day_words(day)} lies before {day_words(begins.date)}, the day on which {what}.",
            f"Correct --date; or, if that day itself is wrong: lif edit {review_id}",
        )
    return Case(board, loaded, day, until(review.log, day))


def with_entries(case: Case, entries: Sequence[Said], also: Sequence[Edit] = (), then: str = "") -> Change:
    """The change that adds entries of one day behind those of that day and before it.

    `also` are edits of other keys of the record, `then` is said after what was recorded. Raises Refusal where
    an entry is not as its kind wants it.
    """
    behind = max(number for number, entry in enumerate(case.review.log) if entry.date <= case.day)
    written = [in_order(said, ReviewEntry) for said in entries]
    edits = [Insert(("log",), behind + number, said) for number, said in enumerate(written)]
    first = behind + 1
    record: Review = with_written(case.board, case.loaded, ("log",), written, name=case.id, first=first)
    made = record.log[first : first + len(written)]
    titles = Titles(case.board)
    words = " ".join(review_words(entry, titles) for entry in made)
    summary = f"{case.id}, {day_words(case.day)}: {words}"
    data = edit_record(case.board, case.loaded, [*edits, *also])
    return Change({case.loaded.file: data}, "\n".join(part for part in (summary, then) if part), (case.id,))


def add_review_entry(board: Board, review_id: str, said: Said, today: date) -> Change:
    """An entry that asks nothing of those before it, but for the report of a review that is not held.

    Raises Refusal for that, where the Board itself would hold it: another body may have done without the Board.
    """
    case = case_on(board, review_id, said, today)
    decided = case.last(Decided)
    refused = decided and decided.decision == "no-review" and not case.last(Started)
    if decided and refused and said["entry"] in _OF_A_REPORT and case.review.type in HELD_BY_THE_BOARD:
        raise Refusal(
            f"{case.id}: it was decided on {day_words(decided.date)} that no review is held, so there is no report "
            "of one.",
            f"If that has changed, record it first: lif review decide {case.id} --decision review. What came of "
            f"something else: lif review note {case.id}",
        )
    return with_entries(case, [said])


def only_once(case: Case, kind: type[Entry], what: str) -> None:
    """Raises Refusal where the log holds an entry of a kind of which there is one at most."""
    earlier = next((entry for entry in case.review.log if isinstance(entry, kind)), None)
    if earlier:
        raise Refusal(
            f"{case.id} {what} on {day_words(earlier.date)} already.",
            f"To add something about it: lif review note {case.id}. To correct the entry: lif edit {case.id}",
        )


def not_before(text: str, day: date, option: str, what: str) -> None:
    """Raises Refusal where a day that was typed lies before another; `what` says what that is."""
    if date.fromisoformat(text) < day:
        raise Refusal(
            f"{option}: {day_words(date.fromisoformat(text))} lies before {day_words(day)}, {what}.",
            f"Correct {option}.",
        )
