"""The agencies' own grades beside those that were agreed with others."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lif.insight.returns.standing import AgencyReturn
from lif.records.instrument import Instrument
from lif.records.returns import AnswerRow


@dataclass(frozen=True, slots=True)
class Steps:
    """How agreed grades lie to the agencies' own."""

    same: int = 0
    lower: int = 0
    """Agreed lower than the agency's own: it thought better of itself."""
    higher: int = 0

    @property
    def n(self) -> int:
        """The answers that have both grades on the scale."""
        return self.same + self.lower + self.higher

    def __add__(self, other: "Steps") -> "Steps":
        return Steps(self.same + other.same, self.lower + other.lower, self.higher + other.higher)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Own and agreed grades of one round."""

    all: Steps
    sections: Mapping[str, Steps]
    """By the number of the section; only those with some."""
    items: Mapping[str, Steps]
    """By the number of the item; only those with some."""
    agencies: Mapping[str, Steps]
    """By agency; only those with some."""


def compared(instrument: Instrument, returns: Iterable[AgencyReturn]) -> Comparison:
    """Every answer that has both grades. One that was held not to apply, by either side, is in none of them."""
    place = {name: number for number, name in enumerate(instrument.grades)}
    section = {item.id: part.id for part, items in instrument.in_order for item in items}
    nothing = Steps()
    sections: dict[str, Steps] = {}
    items: dict[str, Steps] = {}
    agencies: dict[str, Steps] = {}
    for one in returns:
        for row in one.answers:
            step = _step(row, place)
            if step is None or row.item not in section:
                continue
            part = section[row.item]
            sections[part] = sections.get(part, nothing) + step
            items[row.item] = items.get(row.item, nothing) + step
            agencies[one.agency] = agencies.get(one.agency, nothing) + step
    in_order = {item: items[item] for item in section if item in items}
    parts = {part.id: sections[part.id] for part, _ in instrument.in_order if part.id in sections}
    return Comparison(sum(in_order.values(), nothing), parts, in_order, agencies)


def _step(row: AnswerRow, place: Mapping[str, int]) -> Steps | None:
    own, agreed = place.get(row.self_grade), place.get(row.moderated)
    if own is None or agreed is None:
        return None
    return Steps(same=int(own == agreed), lower=int(agreed < own), higher=int(agreed > own))
