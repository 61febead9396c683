"""Records on a review that its sources disagree about a date, and which one is used."""

from collections.abc import Sequence
from dataclasses import dataclass

from lif.records.base import PartialDate
from lif.records.review import ConflictingDate, Review
from lif.rules.lookup import find_record
from lif.store.board import Board, Loaded
from lif.store.change import Change, edit_record, field_order
from lif.store.errors import Refusal, WrongUse
from lif.store.yaml_edit import Append, Put

_ORDER = tuple(ConflictingDate.model_fields)


@dataclass(frozen=True, slots=True)
class Disagreement:
    """What is to be recorded."""

    event: str
    given: Sequence[tuple[PartialDate, str]]
    """Each date with the source that gives it."""
    used: PartialDate | None = None
    reason: str | None = None


def record_conflict(board: Board, review_id: str, said: Disagreement) -> Change:
    """A disagreement added to a review, or what is new about one that it records already, known by its event.

    Raises Refusal where there is nothing to disagree about, where a date is used without a reason, or where
    another date is used already.
    """
    loaded = find_record(board, review_id, "review")
    review: Review = loaded.record
    if said.used and not said.reason:
        raise WrongUse(
            "--reason is missing: whoever gave another date will ask why it was not followed.",
            'Give it with: --reason "…"',
        )
    if said.reason and not said.used:
        raise WrongUse("--reason says why a date is used, and no date is.", "Give the date too: --used DATE")
    known = {conflict.event.casefold(): place for place, conflict in enumerate(review.conflicting_dates)}
    place = known.get(said.event.casefold())
    if place is None:
        edits: list[Put | Append] = [_new(loaded, said)]
    else:
        edits = _more(loaded, review.conflicting_dates[place], place, said)
    data = edit_record(board, loaded, edits) if edits else board.read(loaded.file)
    return Change({loaded.file: data}, f"The dates were recorded in {loaded.file}.", (loaded.id,))


def _new(loaded: Loaded, said: Disagreement) -> Append:
    if len({date for date, _ in said.given}) < 2:
        raise WrongUse(
            "Two different dates are wanted, each with its source.",
            'Give both: --given "3 March 2015: GP letter" --given "March 2015: school file"',
        )
    item: dict[str, object] = {"event": said.event, "given": [_given(*one) for one in said.given]}
    if said.used and said.reason:
        item |= {"used": said.used.isoformat(), "reason": said.reason}
    return Append(("conflicting_dates",), item, field_order(loaded.kind))


def _more(loaded: Loaded, known: ConflictingDate, place: int, said: Disagreement) -> list[Put | Append]:
    path = ("conflicting_dates", place)
    there = {(given.date, given.source) for given in known.given}
    edits: list[Put | Append] = [
        Append((*path, "given"), _given(*one), _ORDER) for one in said.given if one not in there
    ]
    if said.used and known.used and known.used != said.used:
        raise Refusal(
            f"{loaded.id} uses {known.used} for this event already.",
            f"If that was wrong, correct it with its reason: lif edit {loaded.id}",
        )
    if said.used and said.reason and (known.used, known.reason) != (said.used, said.reason):
        edits += [
            Put((*path, "used"), said.used.isoformat(), _ORDER),
            Put((*path, "reason"), said.reason, _ORDER),
        ]
    return edits


def _given(date: PartialDate, source: str) -> dict[str, str]:
    return {"date": date.isoformat(), "source": source}
