"""What agencies tell the Board: the quarterly highlight report and assurance reports on a theme."""

from typing import Annotated, Literal

from pydantic import Field, RootModel

from lif.records.base import AgencyName, Answer, Day, Model, NumberedRecord, Period, Reference, Slug, Text


class YesNoDetail(Model):
    """A question of the form with its answer, and the details where it is yes."""

    answer: Answer
    details: Text | None = None
    record: Reference | None = None
    """The record that follows it up."""


class Summary(Model):
    """What happened since the last report."""

    incidents: Text | None = None
    activity: Text | None = None
    training: Text | None = None
    audits: Text | None = None
    challenges: Text | None = None
    """What weighed on the service: systems, workforce, budget."""


class Story(Model):
    """The story behind the data."""

    narrative: Text
    worried_about: Text | None = None
    needs_to_change: Text | None = None


class AgencyReport(NumberedRecord):
    """What every agency report carries."""

    id: Annotated[str, Field(pattern=r"^AR-[0-9]{4}-[0-9]{3,}$")]
    agency: AgencyName
    period: Period
    reported_by: list[Text] = []
    """Who reports. Names of professionals are allowed here, because they speak for their agency; never in cases."""
    received: Day | None = None
    """The day the Board's office received it."""
    attachments: list[Text] = []
    """Documents that came with it, by reference."""
    asked_of_board: Text | None = None
    """The decision or action that the agency asks for."""
    signed_by: Text | None = None
    signed_on: Day | None = None


class HighlightReport(AgencyReport):
    """The single-agency highlight report: how much, how well, what difference."""

    kind: Literal["highlight"]
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
    theme: Slug
    key_messages: list[Text]
    learning: list[Text] = []
    concerns: Text | None = None


class Report(RootModel[Annotated[HighlightReport | AssuranceReport, Field(discriminator="kind")]]):
    """An agency report, told apart by its `kind`."""
