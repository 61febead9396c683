"""An action plan and its actions, each followed to its evidence."""

from typing import Annotated, Literal

from pydantic import Field

from lif.records.base import AgencyName, Day, Entry, GroupName, Model, NumberedRecord, Reference, Text, Who


class Lead(Model):
    """Who answers for an action: a post in an agency. Never a person's name."""

    agency: AgencyName
    role: Text
    """The post, such as Head of Safeguarding."""


class Measure(Model):
    """How it will be known that the action made a difference."""

    text: Text
    """What is looked at."""
    baseline: Text | None = None
    """How it stood before."""
    target: Text | None = None
    """How it is to stand afterwards."""


class Note(Entry):
    """A dated note of progress."""

    entry: Literal["note"]
    note: Text


class Revised(Entry):
    """The due date was moved. The first due date is never overwritten."""

    entry: Literal["revised"]
    due: Day
    """The new due date."""
    reason: Text
    """Why it was moved."""


class Completed(Entry):
    """Somebody says that it was done. Completed is not closed."""

    entry: Literal["completed"]
    note: Text
    """What was done."""


class Evidenced(Entry):
    """Evidence that it was done was seen."""

    entry: Literal["evidenced"]
    evidence: Text
    """What was seen, and where it is kept."""
    records: list[Reference] = []
    """Records that bear it out, such as an audit."""


class Evaluated(Entry):
    """The difference it made was looked at."""

    entry: Literal["evaluated"]
    impact: Literal["improved", "same", "worse", "cannot-tell"]
    """Whether things improved for children."""
    result: Text
    """What was seen, and how it was looked at."""
    records: list[Reference] = []


class Reopened(Entry):
    """It turned out not to be done, or not to have changed anything: it is open again."""

    entry: Literal["reopened"]
    reason: Text
    """What was found, and what is still to be done."""


class ActionClosed(Entry):
    """The sign-off body agreed that it is finished."""

    entry: Literal["closed"]


class ActionSuperseded(Entry):
    """Another action takes its place, or events did."""

    entry: Literal["superseded"]
    reason: Text
    """Why it is no longer needed."""
    replaced_by: Reference | None = None


class Rejected(Entry):
    """It was decided not to do it."""

    entry: Literal["rejected"]
    reason: Text
    """Why it will not be done."""


class Graded(Entry):
    """Somebody set the BRAG grade by hand; the derived one is shown beside it."""

    entry: Literal["graded"]
    grade: Literal["blue", "red", "amber", "green", "derived"]
    """The grade that was set; `derived` gives it back to what follows from dates and state."""
    reason: Text
    """Why it differs from the derived one, or no longer does."""


ActionEntry = Annotated[
    Note
    | Revised
    | Completed
    | Evidenced
    | Evaluated
    | Reopened
    | ActionClosed
    | ActionSuperseded
    | Rejected
    | Graded,
    Field(discriminator="entry"),
]


class Action(Model):
    """One thing to be done, by somebody, by a day, for a difference that can be seen."""

    id: Annotated[str, Field(pattern=r"^A[1-9][0-9]*$")]
    """Its number in the plan; the full id is `AP-2017-001.A3`."""
    answers: list[Reference] = []
    """The recommendations or findings it answers."""
    items: list[Annotated[str, Field(pattern=r"^[A-Za-z0-9]+([.-][A-Za-z0-9]+)*$", max_length=20)]] = []
    """The items of an audit's instrument that it is to bring up to the standard, in quotes: '1.10'."""
    text: Text
    """What will be done: short and sharp, one thing."""
    outcome: Text | None = None
    """What difference it is to make for children."""
    lead: Lead | None = None
    resource: Text | None = None
    """What it needs, even if `none`."""
    start: Day | None = None
    """When work on it begins."""
    due: Day | None = None
    """The first due date. Later ones are added to the log, with who agreed them and why."""
    measure: Measure | None = None
    log: list[ActionEntry] = []
    """What happened, in the order of its days."""


class PlanReviewed(Entry):
    """It was looked at what the plan as a whole has changed for children."""

    entry: Literal["reviewed"]
    found: Text
    """What was found, and how it was looked at."""
    records: list[Reference] = []
    """Records that bear it out, such as an audit."""


class Plan(NumberedRecord):
    """An action plan: what will be done about a review, an audit, a report or an inspection."""

    id: Annotated[str, Field(pattern=r"^AP-[0-9]{4}-[0-9]{3,}$")]
    """The plan's own number, which is also the name of its file."""
    title: Text
    """What the plan is called."""
    source: list[Reference] = []
    """The reviews, audits or reports it answers."""
    agreed: Day | None = None
    """The day it was agreed."""
    owner: Who
    """The role that keeps it."""
    sign_off: GroupName | None = None
    """The group that closes its actions."""
    actions: list[Action] = []
    log: list[PlanReviewed] = []
    """The reviews of the plan for its impact, in the order of their days."""
