"""What the rules across records look at: of each record an outline, small enough to keep for all of them.

A Board of any size is checked file by file: each record is read, held to the rules of its own, outlined and
let go. Only where something is wrong across records is one of them read again, for its place.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import NamedTuple

from lif.records.audit import Audit, AuditClosed
from lif.records.base import PartialDate
from lif.records.board import BoardRecord
from lif.records.indicator import Indicator, Unit, Value
from lif.records.instrument import Instrument
from lif.records.items import numbers_of
from lif.records.meeting import Meeting
from lif.records.naming import natural
from lif.records.plan import Plan
from lif.records.references import names_in
from lif.records.restricting import markings_of
from lif.records.returns import NOT_APPLICABLE, AnswerRow
from lif.records.review import Review
from lif.records.review_log import Closed, Decided, Superseded
from lif.rules.action_course import NOT_ACCEPTED
from lif.statute.case import left_to_the_switch
from lif.statute.deciding import not_deciding
from lif.store.board import Board, Loaded

_REVIEW_ID = re.compile(r"\bCR-[0-9]{4}-[0-9]{3,}\b")


class CaseOutline(NamedTuple):
    """What tells whether two cases look at the same: of a review that has subjects and has not ended."""

    subjects: tuple[str, ...]
    """Their codes in small letters."""
    start: date
    end: date
    """The first and the last day that the case can be about."""
    led_by: str
    """The neighbouring Board that leads it; "" where this Board does."""
    named: tuple[str, ...]
    """The other reviews that its notes name."""


class ReviewOutline(NamedTuple):
    """What tells whether an annual report has to speak of a review, and whether there is something to say."""

    days: tuple[date, ...]
    """The days of its log."""
    end: date | None
    """The day it ended, or it was decided that there would be none; None while it is open."""
    findings: bool
    """Whether it holds findings that stand."""


class AuditEnd(NamedTuple):
    """How an audit was closed."""

    day: date
    entry: int
    """The place of the entry in the log."""
    asks: tuple[str, ...]
    """The full ids of the recommendations that were not withdrawn."""


class AuditOutline(NamedTuple):
    """What the returns of an audit, and the answers to what it asks, are held to."""

    instrument: str
    """The id of its instrument; "" where it names none."""
    invited: tuple[str, ...]
    sample: int | None
    """How many cases are in its sample, where that is known."""
    end: AuditEnd | None
    """None where it is not closed."""


class InstrumentOutline(NamedTuple):
    """What the answers to an instrument are held to."""

    items: tuple[str, ...]
    questions: tuple[str, ...]
    grades: tuple[str, ...]
    """What an item may be answered with."""
    per_case: bool


class IndicatorOutline(NamedTuple):
    """What the figures of an indicator are held to, and what was said about them."""

    unit: Unit
    frequency: str
    commented: tuple[tuple[str, tuple[str, ...]], ...]
    """Of each commentary the period, and the codes of the questions that it answers."""
    breaks: tuple[str, ...]
    """The days on which figures ceased to be comparable, as the change log has them."""


class Outline(NamedTuple):
    """What others need to know of a record: plain data, the same for the same record."""

    kind: str
    id: str
    file: str
    numbers: tuple[str, ...]
    """The numbers of its items, such as `R2`."""
    names: dict[str, list[str]]
    """What it names, by what that is: `{"agency": ["police"], "record": ["CR-2017-001.R2"]}`."""
    markings: tuple[str, ...]
    """The protective markings that it states, of itself and of parts of it."""
    reports_on: tuple[str, str] | None
    """Of a highlight report: the agency and the period."""
    ignores: bool
    """Whether a comment in the file may ask for findings to be ignored."""
    to_switch: tuple[str, str, str] | None
    """Of a review whose regime the Board's switch date bears out or not: the regime, and which date chose it."""
    case: CaseOutline | None
    """Of a review: who and what time it is about."""
    not_deciding: tuple[str, ...]
    """Of a review: who is recorded as deciding without being one that can."""
    audit: AuditOutline | None
    """Of an audit: what its returns are held to."""
    instrument: InstrumentOutline | None
    """Of an instrument: what answers are held to."""
    answers: tuple[tuple[str, date | None], ...]
    """Of a plan: what its actions answer, each with the day from which the action was no longer to be done."""
    indicator: IndicatorOutline | None
    """Of an indicator: what its figures are held to."""
    review: ReviewOutline | None
    """Of a review: when there was work on it."""
    meets: tuple[str, date, str] | None
    """Of a meeting that was not called off: the group, the day, and when it begins where that is known."""


def outline_of(loaded: Loaded) -> Outline:
    """The outline of one record."""
    record = loaded.record
    kind = loaded.kind
    return Outline(
        kind.name,
        loaded.id,
        loaded.file,
        tuple(numbers_of(kind, record)) if kind.items else (),
        names_in(record),
        markings_of(record),
        (record.agency, record.period) if kind.name == "report" and record.kind == "highlight" else None,
        loaded.ignores,
        left_to_the_switch(record) if kind.name == "review" else None,
        _case_of(record) if kind.name == "review" else None,
        not_deciding(record) if kind.name == "review" else (),
        _audit_outline(record) if kind.name == "audit" else None,
        _instrument_outline(record) if kind.name == "instrument" else None,
        tuple(_answers_of(record)) if kind.name == "plan" else (),
        indicator_outline(record) if kind.name == "indicator" else None,
        _review_outline(record) if kind.name == "review" else None,
        _meets(record) if kind.name == "meeting" else None,
    )


def _meets(meeting: Meeting) -> tuple[str, date, str] | None:
    return None if meeting.cancelled else (meeting.group, meeting.date, meeting.starts or "")


def _review_outline(review: Review) -> ReviewOutline:
    ends = [
        entry.date
        for entry in review.log
        if isinstance(entry, Closed | Superseded)
        or (isinstance(entry, Decided) and entry.decision not in ("review", "defer"))
    ]
    stands = any(not one.withdrawn for one in review.findings)
    return ReviewOutline(tuple(entry.date for entry in review.log), max(ends, default=None), stands)


def _audit_outline(audit: Audit) -> AuditOutline:
    size = audit.sample.size if audit.sample else None
    return AuditOutline(audit.instrument or "", tuple(audit.agencies_invited), size, _end_of(audit))


def _end_of(audit: Audit) -> AuditEnd | None:
    for number, entry in enumerate(audit.log):
        if isinstance(entry, AuditClosed):
            asks = tuple(f"{audit.id}.{one.id}" for one in audit.recommendations if not one.withdrawn)
            return AuditEnd(entry.date, number, asks)
    return None


def _answers_of(plan: Plan) -> Iterator[tuple[str, date | None]]:
    for action in plan.actions:
        if action.answers:
            left = next((entry.date for entry in action.log if entry.entry in NOT_ACCEPTED), None)
            yield from ((reference, left) for reference in action.answers)


def _instrument_outline(instrument: Instrument) -> InstrumentOutline:
    grades = (*instrument.grades, *((NOT_APPLICABLE,) if instrument.not_applicable else ()))
    return InstrumentOutline(
        tuple(item.id for item in instrument.items),
        tuple(question.id for question in instrument.questions),
        grades,
        instrument.per == "case",
    )


def indicator_outline(indicator: Indicator) -> IndicatorOutline:
    """What the figures of an indicator are held to."""
    return IndicatorOutline(
        indicator.unit,
        indicator.frequency,
        tuple((each.period, tuple(each.answers)) for each in indicator.commentary),
        tuple(each.date.isoformat() for each in indicator.changes if each.breaks_series),
    )


def _case_of(review: Review) -> CaseOutline | None:
    """None where nobody is named, or where the review was superseded or closed."""
    if not review.subjects or any(isinstance(entry, Superseded | Closed) for entry in review.log):
        return None
    start, end = _time_of(review)
    notes = " ".join(entry.note or "" for entry in review.log)
    return CaseOutline(
        tuple(dict.fromkeys(" ".join(subject.code.casefold().split()) for subject in review.subjects)),
        start,
        end,
        next((other.board for other in review.other_boards if other.lead), ""),
        tuple(sorted(set(_REVIEW_ID.findall(notes)))),
    )


def _time_of(review: Review) -> tuple[date, date]:
    """The time looked at, an open end reaching to the referral; else the months of incident and knowledge."""
    first = review.log[0].date
    if review.period:
        end = review.period.end
        return review.period.start.earliest, end.latest if end else max(first, review.period.start.latest)
    known = [when for when in (review.incident, review.aware) if when] or [PartialDate.of(first)]
    months = [PartialDate(when.year, when.month) for when in known]
    return min(month.earliest for month in months), max(month.latest for month in months)


@dataclass(frozen=True)
class Register:
    """The outlines of all records, in order of their files' names, and what is kept once for all of them."""

    outlines: Sequence[Outline]
    profile: BoardRecord | None
    """The Board's own record, where it could be read."""
    values: Mapping[str, tuple[Value, ...]]
    """The values of each indicator, by its id."""
    broken: frozenset[str]
    """The ids of records whose files could not be read."""
    record_of: Callable[[str], Loaded | None]
    """Gives a record again, by the name of its file; None where it is gone by now."""
    chronologies: Sequence[tuple[str, str]] = ()
    """The review and the agency of each chronology."""
    returns: Mapping[tuple[str, str], tuple[AnswerRow, ...]] = field(default_factory=dict)
    """The answers of each return, by the audit and the agency."""

    @cached_property
    def by_id(self) -> dict[str, Outline]:
        """Every outline by its id; of two with the same id the first by file name."""
        index: dict[str, Outline] = {}
        for outline in self.outlines:
            index.setdefault(outline.id, outline)
        return index

    def of(self, kind: str) -> list[Outline]:
        """The outlines of a kind, in natural order of their ids."""
        found = [outline for outline in self.by_id.values() if outline.kind == kind]
        return sorted(found, key=lambda outline: natural(outline.id))

    def knows(self, reference: str) -> bool:
        """Whether a full id names a record or an item of this Board, or of one that could not be read."""
        owner, dot, number = reference.partition(".")
        if owner in self.broken:
            return True
        outline = self.by_id.get(owner)
        return outline is not None and (not dot or number in outline.numbers)

    def ids(self, *, of_items: bool) -> list[str]:
        """The ids of all records, or the full ids of all their items, such as `CR-2017-001.R2`."""
        if not of_items:
            return list(self.by_id)
        return [f"{outline.id}.{number}" for outline in self.by_id.values() for number in outline.numbers]


def register_of(board: Board) -> Register:
    """The register of a Board whose records are all at hand."""
    by_file = {loaded.file: loaded for loaded in board.loaded}
    return Register(
        [outline_of(loaded) for loaded in board.loaded],
        board.profile if board.has_profile else None,
        board.values,
        board.broken,
        by_file.get,
        [(review, agency) for review, agencies in board.chronologies.items() for agency in agencies],
        {(audit, agency): rows for audit, sent in board.returns.items() for agency, rows in sent.items()},
    )
