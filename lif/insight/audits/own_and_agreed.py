"""The grades that agencies gave themselves beside those that were agreed: how many of each, by item and by agency."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from lif.records.audit import Audit
from lif.records.instrument import Instrument
from lif.records.returns import AnswerRow
from lif.store.board import Board


@dataclass(frozen=True, slots=True)
class GradePair:
    """Answers that have both grades on the scale, counted twice: as given and as agreed."""

    name: str
    """The number of the item, or the id of the agency; "" for all."""
    own: tuple[int, ...]
    """How many of each grade of the scale, from the worst to the best, as agencies graded themselves."""
    agreed: tuple[int, ...]
    """The same as agreed."""
    lower: int
    """How many were agreed lower than the agency's own."""
    higher: int

    @property
    def n(self) -> int:
        """How many answers have both grades. Printed with every share."""
        return sum(self.own)

    @property
    def same(self) -> int:
        """How many were agreed as they were given."""
        return self.n - self.lower - self.higher


@dataclass(frozen=True, slots=True)
class OwnAndAgreed:
    """Own and agreed grades of one audit."""

    labels: tuple[str, ...]
    """The grades of the scale as they are printed, from the worst to the best."""
    all: GradePair
    items: tuple[GradePair, ...]
    """In natural order; only those with some."""
    agencies: tuple[GradePair, ...]
    """In the order given; only those with some."""


def grades_of(board: Board, audit: Audit) -> OwnAndAgreed | None:
    """The comparison for an audit; None where nothing was moderated, or its instrument is not there."""
    loaded = board.by_id.get(audit.instrument or "")
    if loaded is None or loaded.kind.name != "instrument":
        return None
    return own_and_agreed(loaded.record, board.returns.get(audit.id, {}))


def own_and_agreed(instrument: Instrument, returns: Mapping[str, Sequence[AnswerRow]]) -> OwnAndAgreed | None:
    """The comparison; None where no answer has both grades. What was held not to apply is in none of them."""
    place = {grade: number for number, grade in enumerate(instrument.grades)}
    pairs = [
        (agency, row.item, place[row.self_grade], place[row.moderated])
        for agency, rows in returns.items()
        for row in rows
        if row.self_grade in place and row.moderated in place
    ]
    if not pairs:
        return None
    size = len(place)
    numbers = [item.id for item in instrument.items]
    items = [
        _pair(item, size, ((own, agreed) for _, one, own, agreed in pairs if one == item)) for item in numbers
    ]
    agencies = [
        _pair(name, size, ((own, agreed) for one, _, own, agreed in pairs if one == name)) for name in returns
    ]
    return OwnAndAgreed(
        tuple(grade.label for grade in instrument.scale),
        _pair("", size, ((own, agreed) for _, _, own, agreed in pairs)),
        tuple(one for one in items if one.n),
        tuple(one for one in agencies if one.n),
    )


def _pair(name: str, size: int, pairs: Iterable[tuple[int, int]]) -> GradePair:
    own, agreed, lower, higher = [0] * size, [0] * size, 0, 0
    for mine, ours in pairs:
        own[mine] += 1
        agreed[ours] += 1
        lower += ours < mine
        higher += ours > mine
    return GradePair(name, tuple(own), tuple(agreed), lower, higher)
