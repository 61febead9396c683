"""What a user means by an id, and what is said where there is nothing of it."""

from lif.insight.trace.model import Node, Trace
from lif.insight.trace.nodes import NOT_TRACED, PRIORITY_START
from lif.insight.wording import day_words
from lif.store.board import Board
from lif.store.errors import NothingFound, Refusal

_MANY = 2000
"""Ids. To compare a name with more of them takes a person's patience; of these, only those of its year."""


def find_traced(board: Board, made: Trace, name: str) -> Node:
    """The node of an id, or of the short name of a priority.

    Raises NothingFound with the nearest ids, or where it was not there on the day, and Refusal where its file
    cannot be read.
    """
    for key in (name, PRIORITY_START + name):
        node = made.nodes.get(key)
        if node and node.named and node.kind not in ("missing", "unread"):
            return node
    owner = name.partition(".")[0]
    if owner in board.broken:
        raise Refusal(f"{owner} cannot be read as it stands.", "See what is wrong with: lif validate")
    loaded = board.by_id.get(name)
    if loaded and loaded.kind.name in NOT_TRACED:
        raise NothingFound(
            f"{name} is a record of kind {loaded.kind.name}; nothing comes from one, so there is nothing to trace.",
            "Trace a review, audit, plan, report, meeting or indicator, or something in it, such as CR-2017-001.R2.",
        )
    if loaded or name in board.items:
        raise NothingFound(
            f"Of {name} nothing had happened by {day_words(made.day)}.",
            f"Give a later day with --as-of, or see it as it is kept: lif edit {owner}",
        )
    raise NothingFound(f"There is nothing called {name}.", _near(name, made))


def _near(name: str, made: Trace) -> str:
    from lif.rules.names import nearest  # noqa: PLC0415 - brings much with it, and few mistype

    names = [node.id for node in made.nodes.values() if node.named and node.kind not in ("missing", "unread")]
    names = [other.removeprefix(PRIORITY_START) for other in names]
    if len(names) > _MANY:
        names = [other for other in names if other.startswith(name[:8])] or names[:_MANY]
    return nearest(name, names) or "See what there is with: lif review list, lif audit list, lif plan list"
