"""Names by which a list is narrowed: where none of it is left, whether the Board knows them at all."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from lif.store.errors import NothingFound

if TYPE_CHECKING:
    from lif.store.board import Board


def must_be_known(
    board: "Board",
    *,
    who: str | None = None,
    group: str | None = None,
    theme: str | None = None,
    voice_kind: str | None = None,
) -> None:
    """Raise NothingFound with the nearest names for one that the Board does not know.

    Asked where a list came out empty, so that what stands in a record is found also after its name was changed.
    """
    from lif.insight.titles import Titles

    profile = board.profile
    for name, called, names in (
        (who, "role, group or agency", Titles(board).known),
        (group, "group", [*profile.groups]),
        (theme, "theme", [one.id for one in profile.themes]),
        (voice_kind, "kind of voice", [one.id for one in profile.voice_kinds]),
    ):
        if name is not None and name not in names:
            raise NothingFound(f"There is no {called} called {name}.", _near(name, names))


def _near(name: str, names: Iterable[str]) -> str:
    from lif.rules.names import nearest

    known = list(names)
    return nearest(name, known) or (f"One of: {', '.join(known)}." if known else "The Board lists none.")
