"""What `lif action list` is asked for: the words of its options, held against what the Board has."""

from collections.abc import Sequence

from lif.cli.entry import one_of
from lif.insight.action_search import ORDERS, SHOWN, UNFINISHED, Asked
from lif.insight.brag import COLOURS
from lif.insight.titles import Titles
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
    titles, brag = Titles(board), board.profile.settings.brag
    agencies = [loaded.id for loaded in board.of("agency")]
    _known(asked.agencies, agencies, "agency", "lif agency list")
    _known(asked.groups, titles.known, "group", "lif edit board")
    for plan in asked.plans:
        find_record(board, plan, "plan")
    for source in asked.sources:
        _source(board, source)
    return Asked(
        agencies=asked.agencies,
        groups=asked.groups,
        sources=asked.sources,
        plans=asked.plans,
        states=[one_of(word, "state", STATES_ASKED) for word in asked.states],
        grades=[_colour(word, brag) for word in asked.grades],
        flags=[one_of(word, "flag", SHOWN) for word in asked.flags],
        due_from=asked.due_from,
        due_to=asked.due_to,
        words=asked.words,
    )


def _known(names: Sequence[str], known: list[str], what: str, command: str) -> None:
    for name in names:
        if name not in known:
            hint = nearest(name, known) or f"See what there is with: {command}"
            raise NothingFound(f"There is no {what} called {name}.", hint)


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
