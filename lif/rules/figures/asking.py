"""What is to be asked about the figures of one indicator: everything at once, open and answered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lif.records.indicator import Value
from lif.records.periods import form_of
from lif.rules.figures.contradictions import doubts_of_area, other_frequency, repeats
from lif.rules.figures.course import in_order, usual_form
from lif.rules.figures.expectations import Own, gaps, unexpected
from lif.rules.figures.question import Question, Rounded, answered
from lif.rules.register import IndicatorOutline


@dataclass(frozen=True, slots=True)
class Asked:
    """Everything about the figures of an indicator."""

    questions: tuple[Question, ...]
    """Open and answered ones, in the order of their lines."""
    rounded: tuple[Rounded, ...]


def asked_of(
    name: str, outline: IndicatorOutline, values: Sequence[Value], own: str, areas: Mapping[str, str]
) -> Asked:
    """What is to be asked about the values of an indicator.

    `own` is the code of the Board's area: what its figures follow from and whether periods overlap is asked of
    every area, all else of this one alone. `areas` gives names to codes.
    """
    by_area: dict[str, list[Value]] = {}
    for value in values:
        by_area.setdefault(value.area, []).append(value)
    found: list[Question | Rounded] = []
    for area, rows in by_area.items():
        title, ordered = areas.get(area, area), in_order(rows)
        found += doubts_of_area(name, outline.unit, title, ordered)
        if area == own:
            form = usual_form(ordered)
            alike = [value for value in ordered if form_of(value.period) == form]
            found += other_frequency(name, outline.frequency, ordered)
            found += repeats(name, outline.unit, title, alike)
            mine = Own(name, title, outline.unit, alike)
            found += unexpected(mine, outline.breaks, outline.commented)
            found += gaps(mine)
    questions = [answered(one, outline.commented) for one in found if isinstance(one, Question)]
    rounded = tuple(one for one in found if isinstance(one, Rounded))
    return Asked(tuple(sorted(questions, key=lambda one: (one.line, one.code, one.period))), rounded)
