"""What `lif action list` is asked for: the words of its options, held against what the Board has."""

from collections.abc import Mapping, Sequence

from lif.cli.entry import one_of
from lif.insight.actions.brag import COLOURS
from lif.insight.actions.search import ORDERS, SHOWN, UNFINISHED, Asked
from lif.records.board import Brag
from lif.records.naming import owner_of
from lif.rules.action_course import STATES
from lif.rules.lookup import find_item, find_record
from lif.rules.names import nearest
from lif.store.board import Board
from lif.store.errors import NothingFound

STATES_ASKED = (*STATES, UNFINISHED)

__all__ = ["COLOURS", "ORDERS", "SHOWN", "STATES_ASKED", "Asked", "checked"]


def checked(board: Board, asked: Asked) -> Asked:
    """What is asked for, with the Board's own words for grades read as colours.

    Raises WrongUse for a word that is none, NothingFound for a name that names nothing, with the nearest.
    """
    profile = board.profile
    agencies = {
        name: loaded.id
        for loaded in board.of("agency")
        for name in (loaded.record.name, loaded.record.short_name, loaded.id)
        if name
    }
    keepers = {
        name: one
        for part in (profile.roles, profile.groups)
        for one, own in part.items()
        for name in (own.title, one)
    }
    for plan in asked.plans:
        find_record(board, plan, "plan")
    for source in asked.sources:
        _source(board, source)
    return Asked(
        agencies=_ids(asked.agencies, agencies, "agency", "lif agency list"),
        groups=_ids(asked.groups, keepers | agencies, "group", "lif edit board"),
        sources=asked.sources,
        plans=asked.plans,
        states=[one_of(word, "state", STATES_ASKED) for word in asked.states],
        grades=[_colour(word, profile.settings.brag) for word in asked.grades],
        flags=[one_of(word, "flag", SHOWN) for word in asked.flags],
        due_from=asked.due_from,
        due_to=asked.due_to,
        words=asked.words,
    )


def _ids(names: Sequence[str], called: Mapping[str, str], what: str, command: str) -> list[str]:
    """The ids of those that are named by their id, or by what the Board calls them."""
    known = {name.casefold(): one for name, one in called.items()}
    for name in names:
        if name.casefold() not in known:
            hint = nearest(name, list(dict.fromkeys(called.values()))) or f"See what there is with: {command}"
            raise NothingFound(f"There is no {what} called {name}.", hint)
    return [known[name.casefold()] for name in names]


def _source(board: Board, name: str) -> None:
    if name == owner_of(name):
        find_record(board, name)
    elif name not in board.items:
        field = "recommendations" if ".R" in name else "findings"
        find_item(board, name, field)


def _colour(word: str, brag: Brag) -> str:
    """A colour, or the Board's own word for it, such as `overdue`."""
    own = {getattr(brag, colour).word.casefold(): colour for colour in COLOURS}
    return own.get(word.casefold()) or one_of(word.casefold(), "brag", COLOURS)
