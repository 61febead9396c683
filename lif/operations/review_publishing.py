"""What becomes of a report: planned, published, or withheld and why."""

from datetime import date

from lif.insight.wording import day_words
from lif.operations.log_entries import Said
from lif.operations.review_log import case_on, not_before, only_once, with_entries
from lif.records.review_log import Published, ReportAgreed
from lif.store.board import Board
from lif.store.change import Change
from lif.store.errors import Refusal


def plan_publication(board: Board, review_id: str, said: Said, today: date) -> Change:
    """A day for publication, which copies go out before."""
    case = case_on(board, review_id, said, today)
    not_before(said["planned"], case.day, "--planned", "the day on which it was planned")
    return with_entries(case, [said])


def publish(board: Board, review_id: str, said: Said, today: date) -> Change:
    """The report is out. Raises Refusal where no report was agreed, or where it was published before."""
    case = case_on(board, review_id, said, today)
    if not case.last(ReportAgreed):
        raise Refusal(
            f"{review_id}: the Board had agreed no report by {day_words(case.day)}, so none was published then.",
            f"Record first that it was agreed: lif review agree {review_id}",
        )
    only_once(case, Published, "was published")
    return with_entries(case, [said])


def withhold(board: Board, review_id: str, said: Said, today: date) -> Change:
    """The report is not published, or not yet. Raises Refusal where it is out already."""
    case = case_on(board, review_id, said, today)
    only_once(case, Published, "was published")
    return with_entries(case, [said])
