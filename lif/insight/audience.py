"""What of a Board may be shown: a smaller Board, so that nothing later can name what it does not hold."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from lif.records.base import Audience
from lif.records.board import Settings
from lif.records.restricting import Needed, NotThere, markings_of, without
from lif.rules.restricting import WIDENING
from lif.store.board import Board, Loaded

Telling = Literal["all", "own", "nothing"]
_OTHERS: Mapping[str, Audience] = {"framework": "board", "instrument": "agencies"}
"""Who may see records that do not say it themselves. All others are for everybody who sees any of the Board's papers."""


def visible_to(board: Board, reader: Audience, parts: Audience | None = None) -> Board:
    """The Board without the records, and the parts of records, that are kept for a narrower audience than `reader`.

    `parts` is a wider audience for which parts are kept back as well: for a letter about a record that is itself for
    the Board. Figures, chronologies and returns go with the record that they belong to.
    """
    allowed = _at_least(reader)
    shown = _at_least(parts or reader)
    kept = tuple(
        part for loaded in board.loaded if audience_of(loaded) in allowed and (part := _shown(loaded, shown))
    )
    ids = {loaded.id for loaded in kept}
    return replace(
        board,
        loaded=kept,
        values={name: values for name, values in board.values.items() if name in ids},
        chronologies={review: rows for review, rows in board.chronologies.items() if review in ids},
        returns={audit: rows for audit, rows in board.returns.items() if audit in ids},
    )


def told_to_agencies(board: Board) -> Board:
    """Every record of the Board, without the parts that are kept from agencies; `telling` says how much of each."""
    return visible_to(board, "office", "agencies")


def _at_least(reader: Audience) -> tuple[Audience, ...]:
    return WIDENING[WIDENING.index(reader) :]


def _shown(loaded: Loaded, allowed: Sequence[Audience]) -> Loaded | None:
    """A record without the parts that are for a narrower audience; None where they cannot be taken out of it."""
    restricted = getattr(loaded.record, "restricted", ())
    hidden = [part for part in restricted if part.audience not in allowed]
    if not hidden:
        return loaded
    try:
        record = without(loaded.record, [path for part in hidden for path in part.fields])
    except (NotThere, Needed):  # `lif validate` says so; until it is mended nobody is shown the rest either
        return None
    left = [part for part in restricted if part.audience in allowed]
    return replace(loaded, record=record.model_copy(update={"restricted": left}))


def telling(loaded: Loaded) -> Telling:
    """How much of a record an agency is told that has to do something for it.

    One for agencies or for everybody: all. One for the Board: what the agency itself is to do or has said, under the
    number of the record. One for the Board's office: nothing.
    """
    audience = audience_of(loaded)
    if audience == "office":
        return "nothing"
    return "own" if audience == "board" else "all"


def highest_marking(parts: Iterable[Loaded], settings: Settings) -> str:
    """The label of the highest marking among the parts; what states none has the Board's default."""
    order = [marking.id for marking in settings.markings]
    found = {marking for part in parts for marking in _markings(part, settings)}
    highest = max(found or {settings.default_marking}, key=order.index)
    return next(marking.label for marking in settings.markings if marking.id == highest)


def _markings(part: Loaded, settings: Settings) -> set[str]:
    """The markings of a record and of the parts of it that are shown."""
    own: str = getattr(part.record, "marking", None) or settings.default_marking
    return {own, *markings_of(part.record)}


def audience_of(loaded: Loaded) -> Audience:
    """Who may see a record."""
    audience: Audience = getattr(loaded.record, "audience", None) or _OTHERS.get(loaded.kind.name, "public")
    return audience
