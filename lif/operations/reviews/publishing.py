"""What becomes of a report: checked, cleared, planned, published, deposited; or withheld and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

from lif.insight.reviews.publication import clearing, open_checks
from lif.insight.wording import day_words, listed
from lif.operations.identifiers.identifying import look_through
from lif.operations.identifiers.names_list import names_in
from lif.operations.log_entries import Said
from lif.operations.reviews.log import HELD_BY_THE_BOARD, Case, case_on, not_before, only_once, with_entries
from lif.records.publication import Published
from lif.records.review_log import ReportAgreed
from lif.statute.anonymity import anonymity_checks
from lif.store.board import Board
from lif.store.change import Change
from lif.store.errors import NothingFound, Refusal
from lif.store.findings import Finding


class NotCleared(Refusal):
    """The file of the report may identify somebody; the findings say where."""

    def __init__(self, message: str, hint: str, findings: Sequence[Finding]) -> None:
        super().__init__(message, hint)
        self.findings = findings


@dataclass(frozen=True, slots=True)
class ReportFile:
    """The file of a report that is to be published."""

    name: str
    data: bytes


def report_file(path: Path) -> ReportFile:
    """The file of a report. Raises NothingFound where it is not there."""
    try:
        return ReportFile(path.name, path.read_bytes())
    except OSError as error:
        reason = error.strerror or "unknown reason"
        raise NothingFound(
            f"{path} could not be opened: {reason}.", "Check the name and the folder."
        ) from None


def check_anonymity(board: Board, review_id: str, said: Said, today: date) -> Change:
    """Answers to the checklist for anonymity. Raises Refusal where the report is out already."""
    case = case_on(board, review_id, said, today)
    only_once(case, Published, "was published")
    change = with_entries(case, [said])
    given = {one["check"]: one["answer"] for one in said["checks"]}
    left = [name for name in open_checks(case.log) if given.get(name, "not-safe") == "not-safe"]
    left += [name for name, answer in given.items() if answer == "not-safe" and name not in left]
    if left:
        titles = listed([anonymity_checks()[name].title.lower() for name in left])
        then = f"Before it can be cleared, these are still to be settled: {titles}."
    else:
        then = f"All questions are settled. Clear it with: lif review clear {review_id} --report FILE"
    return Change(change.files, f"{change.summary}\n{then}", change.ids)


def clear(board: Board, review_id: str, said: Said, today: date, report: ReportFile | None = None) -> Change:
    """The report may be published. A file of it is looked through first.

    Raises Refusal where it was not agreed or the checklist is not settled, NotCleared where the file may identify
    somebody or could not be read.
    """
    case = case_on(board, review_id, said, today)
    only_once(case, Published, "was published")
    missing = [*_not_agreed(case), *_not_settled(case)]
    if missing:
        raise Refusal("\n".join([f"{review_id} cannot be cleared yet:", *missing]), "Then clear it again.")
    then = "No file of the report was named, so none was looked through. To have one: --report FILE"
    if report:
        _must_be_clean(board, report)
        said = {**said, "report": report.name, "digest": sha256(report.data).hexdigest()}
        then = "Nothing in the file looked as if it identified somebody. That is no proof that nothing does."
    return with_entries(case, [said], then=then)


def _must_be_clean(board: Board, report: ReportFile) -> None:
    found = look_through(report.name, report.data, names=names_in(board.root))
    if found is None:
        raise Refusal(
            f"{report.name} holds no text that could be looked through.",
            "Name the report itself: a PDF, a Word document or a web page.",
        )
    if found:
        raise NotCleared(
            "The report was not cleared, because this may identify somebody:",
            "Mend the report and clear it again. Of what is none, such as the Board's own telephone number: leave "
            "--report out, and say with --note who looked at it.",
            found,
        )


def plan_publication(board: Board, review_id: str, said: Said, today: date) -> Change:
    """A day for publication, which copies go out before."""
    case = case_on(board, review_id, said, today)
    not_before(said["planned"], case.day, "--planned", "the day on which it was planned")
    return with_entries(case, [said])


def publish(
    board: Board, review_id: str, said: Said, today: date, report: ReportFile | None = None
) -> Change:
    """The report is out.

    Raises Refusal naming everything that is missing: the Board's agreement, and for a report of the Board's own that
    goes out today the checklist for anonymity and the clearing, unless it is said why it goes out without; where the
    file is not the one that was cleared; or where it was published before. What happened on an earlier day is
    recorded as it was, with what is missing said.
    """
    case = case_on(board, review_id, said, today)
    only_once(case, Published, "was published")
    if said.get("until"):
        not_before(said["until"], case.day, "--until", "the day on which it was published")
    missing = _not_agreed(case)
    uncleared = [*_not_settled(case), *_not_cleared(case, report)]
    if case.review.type not in HELD_BY_THE_BOARD or said.get("uncleared"):
        uncleared = []
    if case.day >= today:
        missing += uncleared
    if missing:
        hint = "Record these first, with the days on which they were done."
        if case.last(ReportAgreed):
            hint += ' If it goes out without them: --uncleared "why"'
        raise Refusal("\n".join([f"{review_id} cannot be recorded as published yet:", *missing]), hint)
    told = [
        "What comes before publication is not all recorded; if it was done, record it with its day:",
        *uncleared,
    ]
    then = f"When it has been given to the national repository: lif review deposit {review_id}"
    return with_entries(case, [said], then="\n".join(told) if uncleared else then)


def _not_agreed(case: Case) -> list[str]:
    if case.last(ReportAgreed):
        return []
    return [
        f"  the Board had agreed no report by {day_words(case.day)}, so none was published then: "
        f"lif review agree {case.id}"
    ]


def _not_settled(case: Case) -> list[str]:
    left = [anonymity_checks()[name].title.lower() for name in open_checks(case.log)]
    if not left:
        return []
    return [f"  the checklist for anonymity is open on {listed(left)}: lif review anonymity {case.id}"]


def _not_cleared(case: Case, report: ReportFile | None) -> list[str]:
    cleared = clearing(case.log)
    if cleared is None:
        return [f"  nobody has cleared it: lif review clear {case.id} --report FILE"]
    if report and cleared.digest and sha256(report.data).hexdigest() != cleared.digest:
        return [f"  {report.name} is not the file that was cleared: lif review clear {case.id} --report FILE"]
    return []


def deposit(board: Board, review_id: str, said: Said, today: date) -> Change:
    """The report was given to a repository. Raises Refusal where it was not published by then."""
    case = case_on(board, review_id, said, today)
    if not case.last(Published):
        raise Refusal(
            f"{review_id} had not been published by {day_words(case.day)}.",
            f"Record that first: lif review publish {review_id}",
        )
    return with_entries(case, [said])


def withhold(board: Board, review_id: str, said: Said, today: date) -> Change:
    """The report is not published, or not yet. Raises Refusal where it is out already."""
    case = case_on(board, review_id, said, today)
    only_once(case, Published, "was published")
    return with_entries(case, [said])
