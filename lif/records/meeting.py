"""A meeting of one of the Board's groups."""

from typing import Annotated, Literal

from pydantic import Field

from lif.records.base import (
    AgencyName,
    Day,
    GroupName,
    IndicatorName,
    Item,
    Model,
    NumberedRecord,
    Reference,
    Text,
    Who,
)


class AgendaItem(Model):
    """One point of the agenda."""

    title: Text
    """The point in a few words."""
    purpose: Literal["decision", "discussion", "information"]
    """What the group is to do with it."""
    lead: Who
    asked: Text | None = None
    """What the group is asked to decide or do."""
    records: list[Reference] = []
    """The records it is about."""


class Attendance(Model):
    """Whether an agency was there. Names of those present are allowed in meetings."""

    agency: AgencyName
    state: Literal["present", "deputy", "apologies", "absent"]
    """Whether it was represented."""
    names: list[Text] = []
    """Who came for the agency."""


class MeetingDecision(Item):
    """What the meeting decided."""

    id: Annotated[str, Field(pattern=r"^D[1-9][0-9]*$")]
    """Its number in the meeting; the full id is `MT-2017-001.D1`."""
    text: Text
    """What was decided."""
    owner: Who | None = None
    due: Day | None = None
    """By when it is to be done."""
    records: list[Reference] = []


class PickedItem(Model):
    """A performance item picked for discussion, with the reason."""

    indicator: IndicatorName
    reason: Text
    """Why it was picked."""
    by: Who | None = None
    """Who picked it."""


class Meeting(NumberedRecord):
    """A meeting: what was before it, who came and what it decided."""

    id: Annotated[str, Field(pattern=r"^MT-[0-9]{4}-[0-9]{3,}$")]
    """The meeting's own number, which is also the name of its file."""
    group: GroupName
    date: Day
    """The day of the meeting."""
    starts: Annotated[str, Field(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")] | None = None
    """When it begins, such as '09:30'."""
    place: Text | None = None
    """Where it is held."""
    circulated: Day | None = None
    """The day the papers went out."""
    agenda: list[AgendaItem] = []
    picked: list[PickedItem] = []
    """The performance items picked for discussion."""
    attendance: list[Attendance] = []
    decisions: list[MeetingDecision] = []
