"""A partner agency of the Board."""

from typing import Annotated, Literal

from pydantic import Field

from lif.records.base import GroupName, Model, Record, SomeDate, Text

AgencyType = Literal[
    "local-authority", "police", "health", "probation", "education", "voluntary", "fire-and-rescue", "other"
]


class Seat(Model):
    """A place on one of the Board's groups."""

    group: GroupName
    role: Text
    """The post that holds the seat, such as Head of Safeguarding. Never a person's name."""


class Agency(Record):
    """An organisation that works with children in the area and takes part in the Board's work."""

    name: Text
    """Its full name, as packs and letters print it."""
    short_name: Text | None = None
    """The form used in tables."""
    type: AgencyType
    """What sort of agency it is."""
    seats: list[Seat] = []
    highlight_reports: bool = True
    """Whether a highlight report is expected of this agency each quarter."""
    cycle_began: dict[Literal["section-11", "section-175"], Annotated[int, Field(ge=1990, le=2199)]] = {}
    """The year in which its own cycle of returns began, where that is not the Board's."""
    joined: SomeDate | None = None
    """When it became a partner."""
    left: SomeDate | None = None
    """When it stopped being a partner; it stays in the records."""
