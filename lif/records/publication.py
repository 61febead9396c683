"""What a review's log holds of publication: the checklist for anonymity, the clearing, and where the report went."""

from typing import Annotated, Literal

from pydantic import Field

from lif.records.base import Day, Entry, Model, Text

AnonymityCheck = Literal[
    "dates", "places", "schools", "family", "traits", "professionals", "media", "pseudonyms", "hidden", "consent",
]  # fmt: skip
"""What is looked at; the questions stand in `lif/statute/anonymity.yaml`."""


class AnonymityAnswer(Model):
    """One answer to the checklist."""

    check: AnonymityCheck
    """What was looked at."""
    answer: Literal["safe", "not-safe", "not-relevant"]
    """`safe` where it leads nobody to the child, the family or staff."""
    note: Text | None = None
    """What was looked at or changed."""


class AnonymityChecked(Entry):
    """The report was held to the checklist for anonymity. A later answer takes the place of an earlier one."""

    entry: Literal["anonymity-checked"]
    checks: Annotated[list[AnonymityAnswer], Field(min_length=1)]
    """What was looked at, and what was found."""


class Cleared(Entry):
    """The report was cleared for publication by whoever `by` names."""

    entry: Literal["cleared"]
    report: Text | None = None
    """The name of the file that was looked through for identifiers, where one was."""
    digest: Annotated[str, Field(pattern="^[0-9a-f]{64}$")] | None = None
    """The SHA-256 digest of that file: it tells whether what is published is what was cleared."""


class Published(Entry):
    """The report was published."""

    entry: Literal["published"]
    where: Text | None = None
    """Where it can be read."""
    until: Day | None = None
    """Until when it stays there; afterwards it is given on request."""
    uncleared: Text | None = None
    """Why it was published without being cleared, where it was."""


class Deposited(Entry):
    """The report was given to a repository of reviews, such as the national one."""

    entry: Literal["deposited"]
    repository: Text
    """Where it was deposited."""
