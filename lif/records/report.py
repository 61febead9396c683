"""What agencies tell the Board: the quarterly highlight report and assurance reports on a theme."""

from typing import Annotated, Literal

from pydantic import Field, RootModel

from lif.records.base import (
    AgencyName,
    Answer,
    Day,
    Model,
    NumberedRecord,
    Period,
    Reference,
    Text,
    ThemeName,
)


class YesNoDetail(Model):
    """A question of the form with its answer, and the details where it is yes."""

    answer: Answer
    """The answer; unknown is never no."""
    details: Text | None = None
    """The details, identifying nobody; wanted where the answer is yes."""
    record: Reference | None = None
    """The record that follows it up."""


class Summary(Model):
    """What happened since the last report."""

    incidents: Text | None = None
    """Incidents since the last report, identifying nobody."""
    activity: Text | None = None
    """What the agency did."""
    training: Text | None = None
    """Training that was given or taken."""
    audits: Text | None = None
    """Audits of the agency's own, and what they found."""
    challenges: Text | None = None
    """What weighed on the service: systems, workforce, budget."""


class Story(Model):
    """The story behind the data."""

    narrative: Text
    """What the figures do not tell: how much was done, how well, and what difference it made."""
    worried_about: Text | None = None
    """What the agency is worried about."""
    needs_to_change: Text | None = None
    """What needs to change, and by whom."""


class AgencyReport(NumberedRecord):
    """What every agency report carries."""

    id: Annotated[str, Field(pattern=r"^AR-[0-9]{4}-[0-9]{3,}$")]
    """The report's own number, which is also the name of its file."""
    agency: AgencyName
    period: Period
    """The period that the report is about."""
    reported_by: list[Text] = []
    """Who reports. Names of professionals are allowed here, because they speak for their agency; never in cases."""
    received: Day | None = None
    """The day the Board's office received it."""
    attachments: list[Text] = []
    """Documents that came with it, by reference."""
    asked_of_board: Text | None = None
    """The decision or action that the agency asks for."""
    signed_by: Text | None = None
    """Who signed it for the agency."""
    signed_on: Day | None = None
    """The day it was signed."""


class HighlightReport(AgencyReport):
    """The single-agency highlight report: how much, how well, what difference."""

    kind: Literal["highlight"]
    """What sort of report it is."""
    summary: Summary = Summary()
    story: Story
    equality: Text | None = None
    """The effect on equality and diversity for children."""
    serious_incident_referred: YesNoDetail
    new_risks: YesNoDetail
    escalation_used: YesNoDetail


class AssuranceReport(AgencyReport):
    """A report on one theme, such as private fostering, with the learning that it identified."""

    kind: Literal["assurance"]
    """What sort of report it is."""
    theme: ThemeName
    """The theme of the report, such as `private-fostering`."""
    key_messages: list[Text]
    """What the Board should take from it."""
    learning: list[Text] = []
    """What the agency learned."""
    concerns: Text | None = None
    """What the agency is concerned about."""


class Report(RootModel[Annotated[HighlightReport | AssuranceReport, Field(discriminator="kind")]]):
    """An agency report, told apart by its `kind`."""
