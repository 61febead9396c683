"""Voice: who was heard and how, what they said, what was done because of it, and whether they were told."""

from typing import Annotated, Literal

from pydantic import Field

from lif.records.base import (
    AgencyName,
    Entry,
    Item,
    NumberedRecord,
    PriorityName,
    Reference,
    SomeDate,
    Text,
    ThemeName,
    VoiceKindName,
    Who,
)  # fmt: skip

Heard = Literal["children", "young-people", "parents-carers", "front-line-staff", "community", "others"]

MessageNumber = Annotated[str, Field(pattern=r"^M[1-9][0-9]*$")]


class Message(Item):
    """One thing that they said."""

    id: MessageNumber
    """Its number in the record; the full id is `VO-2017-001.M1`."""
    text: Text
    """What they said, as nearly in their own words as can be without saying who they are."""


class Listened(Entry):
    """They were heard: the day of the visit, the meeting or the letter; of a survey the day it ended."""

    entry: Literal["heard"]


class Acted(Entry):
    """Something was done because of what they said."""

    entry: Literal["acted"]
    done: Text
    """What was done, or will be."""
    messages: list[MessageNumber] = []
    """The messages that it answers; left out, all of them."""
    records: list[Reference] = []
    """Records that it led to, such as an action or a lesson."""


class FedBack(Entry):
    """They were told what was done with what they said."""

    entry: Literal["told"]
    how: Text
    """How they were told, and what."""


class NotTold(Entry):
    """They cannot be told, or it was decided not to tell them."""

    entry: Literal["not-told"]
    reason: Text
    """Why, such as that the survey was anonymous."""


class VoiceNoted(Entry):
    """A dated note."""

    entry: Literal["noted"]
    note: Text


class VoiceClosed(Entry):
    """Nothing more is done about it."""

    entry: Literal["closed"]
    reason: Text
    """Why nothing more is to be done."""


VoiceEntry = Annotated[
    Listened | Acted | FedBack | NotTold | VoiceNoted | VoiceClosed, Field(discriminator="entry")
]


class Voice(NumberedRecord):
    """What children, families, communities or front-line staff said on one occasion."""

    id: Annotated[str, Field(pattern=r"^VO-[0-9]{4}-[0-9]{3,}$")]
    """The record's own number, which is also the name of its file."""
    kind: VoiceKindName
    """What sort of occasion it was, by its id among the voice kinds of `board.yaml`."""
    title: Annotated[Text, Field(max_length=150)]
    """The occasion in a few words, as lists print it."""
    heard: Annotated[list[Heard], Field(min_length=1)]
    """Who was heard."""
    who: Text
    """Who they were, in words that identify nobody, such as five young people who live in care."""
    number: Annotated[int, Field(ge=1)] | None = None
    """How many were heard; left out where nobody counted."""
    asked: Annotated[int, Field(ge=1)] | None = None
    """How many were asked, where not all of them answered."""
    how: Text
    """How they were heard: a visit, a group, a survey, a letter."""
    listeners: Annotated[list[Who], Field(min_length=1)]
    """Who listened for the Board."""
    since: SomeDate | None = None
    """When it began, where it lasted longer than a day, such as a survey."""
    agencies: list[AgencyName] = []
    """The agencies that what was said concerns."""
    sources: list[Reference] = []
    """Records because of which they were asked."""
    themes: list[ThemeName] = []
    """What it is about, by the Board's themes."""
    priorities: list[PriorityName] = []
    messages: list[Message] = []
    log: Annotated[list[VoiceEntry], Field(min_length=1)]
    """What happened, in the order of its days."""
