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
    in_place_of: Text | None = None
    """Whose place a deputy took, such as the post that holds the seat."""
    note: Text | None = None
    """Anything worth remembering, such as why nobody could come."""


class CarriedOut(Model):
    """What was decided has been done."""

    date: Day
    """The day it was done, or the day on which that was known."""
    by: Who
    """Who did it, or who says so."""
    how: Text
    """What was done, or what shows that it was."""
    records: list[Reference] = []
    """Records that bear it out."""


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
    done: CarriedOut | None = None
    """Set when it has been carried out. Actions that answer the decision close it as well, once all are finished."""


class PickedItem(Model):
    """A performance item picked for discussion, with the reason."""

    indicator: IndicatorName
    reason: Text
    """Why it was picked."""
    by: Who | None = None
    """Who picked it."""


PackPart = Literal[
    "reviews", "audits", "actions", "learning", "risks", "challenges", "voice", "reports", "data", "changes"
]
"""What a pack can hold, besides the agenda and the decisions that it asks for."""


class SentFile(Model):
    """A file that went out. Whoever holds a copy can tell by the digest that it is the same, byte for byte."""

    name: Annotated[Text, Field(max_length=200)]
    """What the file is called, such as pack.pdf."""
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    """Its SHA-256 digest."""


class Sent(Model):
    """Papers that went out for the meeting."""

    date: Day
    """The day they went out."""
    by: Who
    to: Text | None = None
    """Whom they went to, where not to all members of the group."""
    note: Text | None = None
    """Anything worth remembering, such as what came late."""
    shows: Day | None = None
    """The day as of which the pack shows the Board."""
    parts: list[PackPart] = []
    """The parts of the pack that had something in them."""
    files: list[SentFile] = []


class Minutes(Model):
    """The minutes: when they were written and agreed, and where they are kept."""

    written: Day | None = None
    """The day the draft went round."""
    agreed: Day | None = None
    """The day they were agreed as a true record."""
    at: Reference | None = None
    """The meeting that agreed them."""
    kept: Text | None = None
    """Where they are kept, in words."""


class Cancelled(Model):
    """The meeting did not take place."""

    date: Day
    """The day it was called off."""
    by: Who
    reason: Text
    """Why it did not take place."""


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
    cancelled: Cancelled | None = None
    """Set when it did not take place."""
    circulated: Day | None = None
    """The day the papers went out."""
    agenda: list[AgendaItem] = []
    picked: list[PickedItem] = []
    """The performance items picked for discussion."""
    attendance: list[Attendance] = []
    decisions: list[MeetingDecision] = []
    minutes: Minutes | None = None
    sent: list[Sent] = []
    """The packs that went out, in the order of their days."""
