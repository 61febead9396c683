"""What must hold of the order in which a review went its course. Nothing here asks what day it is.

Most of it is a warning: an old review whose record has gaps can still be written down as far as it is known.
"""

from collections.abc import Iterator
from datetime import date

from lif.records.publication import Published
from lif.records.review import Review
from lif.records.review_log import (
    Considered,
    Decided,
    Notified,
    Referred,
    ReportAgreed,
    ReportReceived,
    ReviewEntry,
    ReviewerAppointed,
    ReviewType,
)  # fmt: skip
from lif.records.reviewers import AUTHORS, lacking, reviewers
from lif.statute.case import regime_by_dates
from lif.statute.clocks import clock
from lif.statute.courses import course_of, knows_type
from lif.statute.due import due, rule_words
from lif.statute.events import EntrySign, events
from lif.statute.model import MARK_WORDS, Clock
from lif.statute.regimes import Regime, regimes
from lif.store.board import Loaded
from lif.store.faults import Fault, Path
from lif.store.findings import Severity

_BOARDS_OWN: tuple[ReviewType, ...] = (
    "serious-case-review", "local-child-safeguarding-practice-review", "multi-agency-case-review",
)  # fmt: skip
"""Types whose report the Board itself agrees and publishes; the others are published by other bodies."""


def course_faults(loaded: Loaded) -> Iterator[Fault]:
    """Steps that were left out or came in the wrong order."""
    review: Review = loaded.record
    chosen = review.regime or regime_by_dates(review, None).regime
    governing = next((one for one in regimes() if one.id == chosen), None)
    found = [
        *_decisions(review, governing),
        *_publication(review, governing),
        *_reviewers(review),
        *_contributions(review),
        *_type(review, governing),
        *_panel_not_told(review, governing),
    ]
    for path, code, message, hint in found:
        severity: Severity = "error" if code == "D461" else "warning"
        yield Fault(loaded.file, path, code, message, hint, loaded.id, severity)


Wrong = tuple[Path, str, str, str]
"""Where it stands, its code, what is wrong and what mends it."""


def _decisions(review: Review, governing: Regime | None) -> Iterator[Wrong]:
    """Decided before the referral, or without a group's view."""
    referred = min((entry.date for entry in review.log if isinstance(entry, Referred)), default=None)
    decides = governing.data.decided_by if governing else "independent-chair"
    for number, entry in enumerate(review.log):
        if not isinstance(entry, Decided) or entry.decision == "defer":
            continue
        if referred and entry.date < referred:
            message = f"This decision is dated {entry.date}, before the referral ({referred})."
            yield ("log", number, "date"), "D461", message, "Correct one of the dates."
        # What the Board itself directs, or another body decides, needs no view of the Board's group.
        elif entry.by == decides and not _recommended(review, entry.date):
            message = "This decision was made, and no group's recommendation is recorded before it."
            hint = f"Record it: lif review consider {review.id} --date DATE"
            yield ("log", number), "D462", message, hint


def _recommended(review: Review, day: date) -> bool:
    return any(
        isinstance(entry, Considered) and entry.recommends != "more-information" and entry.date <= day
        for entry in review.log
    )


def _publication(review: Review, governing: Regime | None) -> Iterator[Wrong]:
    """Published without the report agreed, or without copies to those who must have them before."""
    published = _first(review, Published)
    if published is None:
        return
    number, day = published
    own = course_of(review.type, governing.id if governing else None)
    agreed = _first(review, ReportAgreed)
    if review.type in _BOARDS_OWN and (agreed is None or agreed[1] > day):
        message = f"Published on {day}, and no agreement of the report is recorded before that."
        hint = f"Record it: lif review agree {review.id} --date DATE"
        yield ("log", number), "D463", message, hint
    asked = {step.clock for step in own.steps if step.clock}
    for one in _clocks(governing):
        if one.direction == "backward" and one.id in asked:
            yield from _copies(review, one, number, day)


def _copies(review: Review, of: Clock, number: int, day: date) -> Iterator[Wrong]:
    had = {
        entry.told
        for entry in review.log
        if isinstance(entry, Notified) and entry.of == "copies-before-publication" and entry.date < day
    }
    wanted = [
        body
        for end in of.ends
        for sign in events()[end].signs
        if isinstance(sign, EntrySign)
        for body in sign.where["told"]
    ]
    missing = [body for body in wanted if body not in had]
    if missing:
        message = (
            f"Published on {day}, and no copies before that are recorded for {', '.join(missing)}. The clock {of.id} "
            f"asks for them: {rule_words(of)} [{of.source}; {of.mark}, {MARK_WORDS[of.mark]}]"
        )
        told = " ".join(f"--told {body}" for body in missing)
        hint = f"If they were sent: lif review notify {review.id} {told} --of copies-before-publication --date DATE"
        yield ("log", number), "D464", message, hint


def _panel_not_told(review: Review, governing: Regime | None) -> Iterator[Wrong]:
    """A decision not to hold a serious case review of which the national panel was never told, though the record goes on.

    What is late today is for `lif review next` to say. Here the record itself shows that the time had passed: an
    entry is dated after the day on which the panel had to be told, whichever way the Board counts day 0.
    """
    if "scr-tell-no" not in [one.id for one in _clocks(governing)] or not _serious(review):
        return
    rule = clock("scr-tell-no")
    for number, entry in enumerate(review.log):
        if not any(_shows(review, entry, sign) for sign in events()[rule.starts].signs):
            continue
        told = any(
            isinstance(later, Notified)
            and (later.told, later.of) == ("national-panel", "decision")
            and later.date >= entry.date
            for later in review.log
        )
        last = due(rule.id, entry.date, "next-day").due
        if not told and any(later.date > last for later in review.log):
            message = (
                "It was decided not to hold a serious case review, and it is not recorded that the national panel was told. "
                f"The clock {rule.id} asks for it: {rule_words(rule)} [{rule.source}; {rule.mark}]"
            )
            hint = f"Record it: lif review notify {review.id} --told national-panel --of decision --date DATE"
            yield ("log", number), "D465", message, hint


def _serious(review: Review) -> bool:
    """Whether a serious case review was in question."""
    return any(_shows(review, entry, sign) for entry in review.log for sign in events()["serious-case"].signs)


def _shows(review: Review, entry: ReviewEntry, sign: object) -> bool:
    if not isinstance(sign, EntrySign) or entry.entry != sign.entry:
        return False
    # A decision that names no type is one on the type that the review has.
    type_of = {"type": review.type} if isinstance(entry, Decided) and entry.type is None else {}
    return all(type_of.get(name, getattr(entry, name)) in values for name, values in sign.where.items())


def _reviewers(review: Review) -> Iterator[Wrong]:
    """Of a serious case review: a reviewer who is not independent, or none by the time of the report."""
    if review.type != "serious-case-review":
        return
    independent, last = False, reviewers(review.log)
    for number, entry in enumerate(review.log):
        if isinstance(entry, ReviewerAppointed) and entry.role in AUTHORS:
            independent = independent or entry.independent_of_board == "yes"
            if (number, entry) in last:
                yield from _independence(review, number, entry)
        if isinstance(entry, ReportReceived) and not independent:
            message = (
                "The report was received, and no reviewer independent of the Board is recorded before that."
            )
            hint = f"Record who wrote it: lif review reviewer {review.id} --independent-of-board --date DATE"
            yield ("log", number), "D467", message, hint


def _independence(review: Review, number: int, entry: ReviewerAppointed) -> Iterator[Wrong]:
    agencies = dict.fromkeys(one.agency for one in review.contributions)
    missing = lacking(entry, agencies)
    if not missing:
        return
    message = (
        f"No independence of this reviewer is recorded from agencies that contribute: {', '.join(missing)}."
    )
    names = " ".join(f"--independent-of {name}" for name in missing)
    hint = (
        f'Once declared: lif review reviewer {review.id} --reviewer "{entry.reviewer}" {names}; or say with '
        "--interest what was declared and how it is dealt with."
    )
    yield ("log", number), "D466", message, hint


def _contributions(review: Review) -> Iterator[Wrong]:
    """A report that was agreed while a contribution was still awaited."""
    agreed = _first(review, ReportAgreed)
    for number, one in enumerate(review.contributions):
        if agreed and one.state == "requested":
            message = f"The report was agreed on {agreed[1]}, and the contribution of {one.agency} is still awaited."
            hint = (
                f"Record what became of it: lif review contribution receive {review.id} {one.agency}, or "
                "not-supplied with --reason"
            )
            yield ("contributions", number), "D468", message, hint


def _type(review: Review, governing: Regime | None) -> Iterator[Wrong]:
    """A type of review that the regime of the case does not know."""
    if governing and not knows_type(governing.id, review.type):
        message = f"{governing.title} knows no {review.type.replace('-', ' ')}."
        hint = "Write the type that was decided on, or correct the regime."
        yield ("type",), "D469", message, hint


def _clocks(governing: Regime | None) -> list[Clock]:
    return [clock(name) for name in governing.clocks] if governing else []


def _first(review: Review, kind: type[Published] | type[ReportAgreed]) -> tuple[int, date] | None:
    """The place and the day of the first entry of a kind."""
    return next(
        ((number, entry.date) for number, entry in enumerate(review.log) if isinstance(entry, kind)), None
    )
