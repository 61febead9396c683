"""How obligations stand, for readers who may not see every record: what is kept from them counts and is not named."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from lif.insight.assurance.data import Standing
from lif.insight.assurance.standing import assurance
from lif.insight.assurance.words import shortfall
from lif.store.board import Board, Loaded


@dataclass(frozen=True, slots=True)
class Assured:
    """How one obligation stands, and what of it may be shown."""

    standing: Standing
    """As it stands by all records. Its parts and what counted may be of records that these readers may not see."""
    lacking: str
    """How much of it is lacking, and what; "" where nothing is late and nothing was judged to fall short."""
    late: tuple[Loaded, ...]
    """The records that are late, one by one, as far as these readers may see them; the latest first."""
    kept: int
    """How many more are late, and kept from them."""


def assured(board: Board, shown: Board, day: date, clauses: Iterable[str] | None = None) -> list[Assured]:
    """How each obligation stands on a day. `shown` holds only what the readers may see.

    Empty where the Board has no framework, or where they may not see that.
    """
    if not shown.of("framework"):
        return []
    return [_assured(one, shown, day) for one in assurance(board, day, clauses)]


def _assured(one: Standing, shown: Board, day: date) -> Assured:
    late = [part.subject.id for part in one.parts if part.subject and part.late(day)]
    seen = tuple(shown.by_id[name] for name in late if name in shown.by_id)
    return Assured(one, shortfall(one, day), seen, len(late) - len(seen))
