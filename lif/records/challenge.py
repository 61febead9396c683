"""Challenge, support and escalation: who challenged whom about what, how far it went, and what came of it."""

from typing import Annotated, Literal

from pydantic import Field

from lif.records.base import (
    Day,
    Entry,
    NumberedRecord,
    PriorityName,
    Reference,
    StageName,
    Text,
    ThemeName,
    Who,
)

ChallengeKind = Literal["challenge", "support", "escalation"]
"""A question that an answer is wanted to; help that was offered; a disagreement that goes up the stages."""

Outcome = Literal["changed", "partly-changed", "stands", "withdrawn"]
"""Whether what was challenged was changed, changed in part, stands with its reasons, or was challenged no longer."""


class ChallengeRaised(Entry):
    """The challenge was made."""

    entry: Literal["raised"]
    stage: StageName | None = None
    """The stage at which it began, by its id in `board.yaml`; left out, the first. For escalations alone."""
    answer_by: Day | None = None
    """By when an answer is wanted, where that was agreed; left out, the stage's own time counts."""


class Escalated(Entry):
    """It was not resolved, and went up to the next stage."""

    entry: Literal["escalated"]
    stage: StageName
    """The stage it went up to, by its id in `board.yaml`."""
    reason: Text
    """Why it was not resolved before."""
    answer_by: Day | None = None
    """By when an answer is wanted, where that was agreed; left out, the stage's own time counts."""


class Answered(Entry):
    """Who was challenged answered."""

    entry: Literal["answered"]
    response: Text
    """What was answered."""
    records: list[Reference] = []
    """Records that bear it out."""


class Told(Entry):
    """Somebody was told of it, such as the Business Manager."""

    entry: Literal["told"]
    to: Who
    """Who was told."""


class ChallengeNoted(Entry):
    """A dated note on the challenge."""

    entry: Literal["noted"]
    note: Text


class Settled(Entry):
    """It came to an end."""

    entry: Literal["settled"]
    result: Outcome
    """Whether what was challenged was changed."""
    outcome: Text
    """What came of it, for the child or for practice."""
    records: list[Reference] = []
    """Records that follow from it, such as an action or a lesson."""


ChallengeEntry = Annotated[
    ChallengeRaised | Escalated | Answered | Told | ChallengeNoted | Settled,
    Field(discriminator="entry"),
]


class Challenge(NumberedRecord):
    """One challenge, from the day it was made to what came of it."""

    id: Annotated[str, Field(pattern=r"^CH-[0-9]{4}-[0-9]{3,}$")]
    """The challenge's own number, which is also the name of its file."""
    kind: ChallengeKind
    """Whether it is a challenge, support, or an escalation through the Board's stages."""
    title: Annotated[Text, Field(max_length=150)]
    """The challenge in a few words, as lists print it."""
    challenger: Who
    """Who challenges."""
    challenged: list[Who] = []
    """Who is challenged; left out only in a draft, until that is known."""
    about: Text
    """What it is about, in words that identify nobody."""
    wanted: Text | None = None
    """What the challenger wants to be different."""
    sources: list[Reference] = []
    """The reports, audits, reviews or decisions that it came from."""
    themes: list[ThemeName] = []
    """What it is about, by the Board's themes."""
    priorities: list[PriorityName] = []
    log: Annotated[list[ChallengeEntry], Field(min_length=1)]
    """What happened, in the order of its days."""
