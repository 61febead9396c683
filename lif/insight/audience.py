"""What of a Board may be shown: a smaller Board, so that nothing later can name what it does not hold."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Literal

from lif.records.base import Audience
from lif.records.board import Settings
from lif.store.board import Board, Loaded

WIDENING: tuple[Audience, ...] = ("office", "board", "agencies", "public")
"""Audiences from the narrowest to the widest."""
Telling = Literal["all", "own", "nothing"]


def visible_to(board: Board, reader: Audience) -> Board:
    """The Board without the records that are kept for a narrower audience than `reader`."""
    allowed = WIDENING[WIDENING.index(reader) :]
    kept = tuple(loaded for loaded in board.loaded if audience_of(loaded) in allowed)
    ids = {loaded.id for loaded in kept}
    chronologies = {review: parts for review, parts in board.chronologies.items() if review in ids}
    returns = {audit: parts for audit, parts in board.returns.items() if audit in ids}
    return replace(board, loaded=kept, chronologies=chronologies, returns=returns)


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
    found = {getattr(part.record, "marking", None) or settings.default_marking for part in parts}
    highest = max(found or {settings.default_marking}, key=order.index)
    return next(marking.label for marking in settings.markings if marking.id == highest)


def audience_of(loaded: Loaded) -> Audience:
    """Who may see a record."""
    # What has no audience of its own, such as an agency, is for everybody who sees the Board's papers.
    audience: Audience = getattr(loaded.record, "audience", "public")
    return audience
