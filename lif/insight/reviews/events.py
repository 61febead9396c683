"""What has happened to a review by a day, in the terms in which courses and clocks speak of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from lif.insight.entries import known_by
from lif.insight.reviews.case import Case, Occurrence
from lif.insight.reviews.parts import PARTS
from lif.records.base import Entry, PartialDate
from lif.records.review import Review
from lif.records.review_log import Decided
from lif.statute.events import EntrySign, FieldSign, Sign, conditions, events
from lif.statute.regimes import regime as regime_of


def happened(case: Case, event: str) -> tuple[Occurrence, ...]:
    """Each time that an event happened by the day, the earliest first."""
    if event not in case.seen:
        found = [one for sign in events()[event].signs for one in _shown(case, sign)]
        case.seen[event] = tuple(sorted(found, key=lambda one: one.order))
    return case.seen[event]


def _shown(case: Case, sign: Sign) -> list[Occurrence]:
    if isinstance(sign, EntrySign):
        return [
            Occurrence(PartialDate.of(getattr(entry, sign.day)), entry)
            for entry in case.entries.get(sign.entry, ())
            if _matches(case.review, entry, sign)
        ]
    if isinstance(sign, FieldSign):
        known: PartialDate | None = getattr(case.review, sign.field)
        if known is None or not known_by(known, case.day) or (sign.died and not _died(case.review)):
            return []
        return [Occurrence(known)]
    return PARTS[sign.part](case)


def _matches(review: Review, entry: Entry, sign: EntrySign) -> bool:
    return all(_value(review, entry, name) in values for name, values in sign.where.items()) and not any(
        _value(review, entry, name) in values for name, values in sign.where_not.items()
    )


def _value(review: Review, entry: Entry, name: str) -> str | None:
    value: str | None = getattr(entry, name)
    if value is None and name == "type" and isinstance(entry, Decided):
        return review.type
    return value


def _died(review: Review) -> bool:
    return any(subject.died == "yes" for subject in review.subjects)


@dataclass(frozen=True, slots=True)
class Asked:
    """Whether something is asked of a case."""

    answer: Literal["yes", "no", "unknown"]
    why: str = ""
    """Why it is not asked, or why that cannot be known."""


def asked(case: Case, names: Sequence[str]) -> Asked:
    """Whether all of the conditions hold; one that does not stands before one that is not known."""
    found = [_asked(case, name) for name in names]
    for answer in ("no", "unknown"):
        for one in found:
            if one.answer == answer:
                return one
    return Asked("yes")


def _asked(case: Case, name: str) -> Asked:
    one = conditions()[name]
    if any(happened(case, event) for event in one.unless) and _last(case, one.unless) >= _last(
        case, one.again
    ):
        return Asked("no", one.otherwise)
    if any(happened(case, event) for event in one.events):
        return Asked("yes")
    results = [case.results.get(test) for test in one.tests]
    if "appear-met" in results:
        return Asked("yes")
    if one.open_until and not happened(case, one.open_until):
        return Asked("yes")
    if one.tests and (not case.results or "more-information-needed" in results):
        return Asked("unknown", f"the screening has not settled yet whether {one.asks}")
    if None in results and case.regime:
        # What no test asks was not answered no: the regime has another word for it, or one nobody has verified.
        title = regime_of(case.regime).title
        return Asked("unknown", f"no test that lif has of {title} tells whether {one.asks}")
    if one.events or one.tests:
        return Asked("no", one.otherwise)
    return Asked("yes")


def _last(case: Case, names: Sequence[str]) -> int:
    """The place in the log of the last entry that shows one of the events; -1 where none does."""
    # By identity: to compare entries field by field takes longer than all the rest.
    shown = {id(one.entry) for name in names for one in happened(case, name)}
    return max((number for number, entry in enumerate(case.standing.log) if id(entry) in shown), default=-1)
