"""Records and items by their ids; for an id that there is none of, the nearest ones."""

from lif.records.kinds import BY_NAME
from lif.rules.names import NOUNS, nearest
from lif.store.board import Board, Held, Loaded
from lif.store.errors import NothingFound, Refusal

_LISTS = {"decisions": "meeting decisions"}
"""The words that list some items, where they have no noun of their own."""


def find_record(board: Board, record_id: str, kind: str | None = None) -> Loaded:
    """The record of an id. Raises NothingFound with the nearest ids."""
    loaded = board.by_id.get(record_id)
    if loaded and kind in (None, loaded.kind.name):
        return loaded
    if loaded:
        raise NothingFound(
            f"{record_id} is a record of kind {loaded.kind.name}, not {kind}.", "Check the id."
        )
    if record_id in board.broken:
        raise Refusal(f"{record_id} cannot be read as it stands.", "See what is wrong with: lif validate")
    names = [one.id for one in board.loaded if kind in (None, one.kind.name)]
    listed = NOUNS[kind][2] if kind in NOUNS else f"lif {kind} list"
    listing = f"See what there is with: {listed}" if kind else "Find it by its words: lif search WORDS"
    word = BY_NAME[kind].word if kind else "record"
    raise NothingFound(
        f"There is no {word} called {record_id or '“”'}.", nearest(record_id, names) or listing
    )


def find_item(board: Board, item_id: str, field: str) -> Held:
    """The numbered item of a full id. Raises NothingFound with the nearest ids."""
    held = board.items.get(item_id)
    if held and held.field == field:
        return held
    names = [name for name, one in board.items.items() if one.field == field]
    what = field.removesuffix("s")
    hint = nearest(item_id, names) or f"See what there is with: lif {_LISTS.get(field, f'{what} list')}"
    raise NothingFound(f"There is no {what} called {item_id}.", hint)
