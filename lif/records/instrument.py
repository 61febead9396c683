"""An instrument: the items an audit asks about, in their order, and the scale on which they are graded."""

from collections.abc import Iterator
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from lif.records.base import Model, Record, Text
from lif.records.naming import natural

InstrumentUse = Literal["section-11", "section-175", "case-audit", "other"]

GradeName = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=30)]
ItemNumber = Annotated[str, Field(pattern=r"^[A-Za-z0-9]+([.-][A-Za-z0-9]+)*$", max_length=20)]


class ScaleGrade(Model):
    """One grade of the scale."""

    id: GradeName
    """The short name by which answers give it, such as `met`, or a number in quotes: '3'."""
    label: Text
    """As forms and tables print it."""
    descriptor: Text | None = None
    """What has to be there for this grade."""
    meets: bool
    """Whether an item with this grade meets the standard."""


class InstrumentItem(Model):
    """One thing that is asked, and graded."""

    id: ItemNumber
    """Its number, in quotes: '1.10'. Items are put in natural order: 1.2 before 1.10."""
    text: Text
    """What is asked."""
    evidence: Text | None = None
    """What is to be shown for it."""


class InstrumentSection(Model):
    """Items that belong together, such as one standard."""

    id: ItemNumber
    """Its number, in quotes: '1'."""
    title: Text
    """What the section is about."""
    items: Annotated[list[InstrumentItem], Field(min_length=1)]


class OpenQuestion(Model):
    """A question that is answered in words, not with a grade."""

    id: ItemNumber
    """The short name by which answers give it, such as `lived-experience`."""
    text: Text
    """What is asked."""


class Instrument(Record):
    """What an audit asks: sections of items with a scale, and open questions. Each Board has its own."""

    title: Text
    """As forms and reports print it."""
    use: InstrumentUse
    """What sort of audit it is for."""
    edition: Text
    """Its year or version, such as '2017'. A form of another edition is not read as one of this."""
    source: Text | None = None
    """What it is drawn from, such as guidance or another Board's tool."""
    scale: Annotated[list[ScaleGrade], Field(min_length=2)]
    """The grades, from the worst to the best."""
    not_applicable: bool = True
    """Whether an item may be answered as not applicable. Such answers are counted, and left out of shares."""
    moderated: bool = False
    """Whether a grade is agreed with others beside the agency's own."""
    per: Literal["return", "case"] = "return"
    """Whether each agency answers once, or once for each case of the sample."""
    sections: Annotated[list[InstrumentSection], Field(min_length=1)]
    questions: list[OpenQuestion] = []

    @cached_property
    def in_order(self) -> tuple[tuple[InstrumentSection, tuple[InstrumentItem, ...]], ...]:
        """The sections and the items of each, in natural order: 1.2 before 1.10."""
        sections = sorted(self.sections, key=lambda section: natural(section.id))
        return tuple(
            (section, tuple(sorted(section.items, key=lambda item: natural(item.id)))) for section in sections
        )

    @property
    def items(self) -> Iterator[InstrumentItem]:
        """All items, in natural order."""
        return (item for _, items in self.in_order for item in items)

    @cached_property
    def grades(self) -> dict[str, ScaleGrade]:
        """The grades of the scale by their ids, from the worst to the best."""
        return {grade.id: grade for grade in self.scale}
