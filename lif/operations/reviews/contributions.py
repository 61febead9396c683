"""What agencies are asked to give to a review, what came, and why something did not."""

from datetime import date
from typing import Any, get_args

from lif.insight.titles import Titles
from lif.insight.wording import day_words, plain
from lif.operations.reviews.log import not_before
from lif.records.base import PartialDate
from lif.records.review import Contribution, Review
from lif.rules.lookup import find_record
from lif.rules.names import nearest
from lif.store.board import Board, Loaded
from lif.store.change import Change, edit_record, field_order
from lif.store.errors import NothingFound, Refusal, WrongUse
from lif.store.yaml_edit import Append, Put

METHODS: tuple[str, ...] = get_args(Contribution.model_fields["method"].annotation)
_KEYS = tuple(Contribution.model_fields)


def request_contribution(
    board: Board, review_id: str, agency: str, method: str, *, asked: str | None, due: str | None
) -> Change:
    """An agency is asked to contribute. Raises Refusal where it was asked for the same before, or is to give it
    before it was asked."""
    loaded = find_record(board, review_id, "review")
    _known(board, agency)
    review: Review = loaded.record
    if any((given.agency, given.method) == (agency, method) for given in review.contributions):
        raise Refusal(
            f"{review_id}: {_what(board, agency, method)} has been asked for already.",
            f"When it comes: lif review contribution receive {review_id} {agency} --method {method}",
        )
    if due and asked:
        not_before(due, date.fromisoformat(asked), "--due", "the day on which it was asked for")
    dates = {key: day for key, day in (("asked", asked), ("due", due)) if day}
    item = {"agency": agency, "method": method, **dates, "state": "requested"}
    data = edit_record(board, loaded, [Append(("contributions",), item, field_order(loaded.kind))])
    done = f"{review_id}: {_what(board, agency, method)} is recorded as asked for"
    done += f", by {day_words(date.fromisoformat(due))}." if due else "."
    return Change({loaded.file: data}, done, (review_id,))


def receive_contribution(
    board: Board, review_id: str, agency: str, method: str | None, *, when: str
) -> Change:
    """What was asked for came; when that was may be a month or a year. Raises Refusal where it came before."""
    loaded, number, given = _find(board, review_id, agency, method)
    if given.state == "received":
        raise Refusal(
            f"{review_id}: {_what(board, agency, given.method)} was received already{_on(given.date)}.",
            f"To correct the date: lif edit {review_id}",
        )
    return _settled(board, loaded, number, given, {"state": "received", "date": when})


def not_supplied(
    board: Board, review_id: str, agency: str, method: str | None, *, when: str, reason: str
) -> Change:
    """It is settled that nothing will come, and why. Raises Refusal where it came before."""
    loaded, number, given = _find(board, review_id, agency, method)
    if given.state == "received":
        raise Refusal(
            f"{review_id}: {_what(board, agency, given.method)} was received{_on(given.date)}, so it was supplied.",
            f"If that was a slip: lif edit {review_id}",
        )
    return _settled(board, loaded, number, given, {"state": "not-supplied", "date": when, "reason": reason})


def _settled(board: Board, loaded: Loaded, number: int, given: Contribution, keys: dict[str, Any]) -> Change:
    edits = [Put(("contributions", number, key), value, _KEYS) for key, value in keys.items()]
    data = edit_record(board, loaded, edits)
    words = "was received" if keys["state"] == "received" else "will not come, and the reason is recorded"
    awaited = sum(one.state == "requested" for one in loaded.record.contributions) - (
        given.state == "requested"
    )
    rest = f" Still awaited: {awaited}." if awaited else " Nothing more is awaited."
    done = f"{loaded.id}: {_what(board, given.agency, given.method)} {words}{_on(PartialDate.parse(keys['date']))}.{rest}"
    return Change({loaded.file: data}, done, (loaded.id,))


def _find(board: Board, review_id: str, agency: str, method: str | None) -> tuple[Loaded, int, Contribution]:
    """The contribution that is meant. Raises NothingFound where none was asked for, WrongUse where many were."""
    loaded = find_record(board, review_id, "review")
    review: Review = loaded.record
    found = [
        (number, given)
        for number, given in enumerate(review.contributions)
        if given.agency == agency and method in (None, given.method)
    ]
    if not found:
        _known(board, agency)
        what = f" as {plain(method)}" if method else ""
        asked = [given.agency for given in review.contributions]
        raise NothingFound(
            f"{review_id}: nothing was asked of {Titles(board).agency(agency)}{what}.",
            nearest(agency, [name for name in asked if name != agency])
            or f"Ask first: lif review contribution request {review_id} {agency} --method {method or METHODS[0]}",
        )
    if len(found) > 1:
        options = " or ".join(f"--method {given.method}" for _, given in found)
        raise WrongUse(
            f"{review_id}: {len(found)} contributions were asked of {Titles(board).agency(agency)}.",
            f"Say which is meant: {options}",
        )
    return loaded, *found[0]


def _known(board: Board, agency: str) -> None:
    names = [loaded.id for loaded in board.of("agency")]
    if agency not in names:
        raise NothingFound(
            f"No agency is called {agency}.",
            nearest(agency, names) or "See the agencies with: lif agency list",
        )


def _what(board: Board, agency: str, method: str) -> str:
    return f"the {plain(method)} of {Titles(board).agency(agency)}"


def _on(when: PartialDate | date | None) -> str:
    if when is None:
        return ""
    return f" {'on' if isinstance(when, date) or when.day else 'in'} {day_words(when)}"
