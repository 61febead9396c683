"""What agencies tell the Board: the quarterly highlight report, and reports on a theme or a piece of work.

Beside the highlight report there are assurance reports on a theme, the reports of the Child Death Overview Panel,
of advocacy and independent visiting, of what training changed, and of a standard that was not met.
"""

from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field, RootModel

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


class NotAchieved(Model):
    """An outcome that was not achieved, and what the agency makes of it."""

    outcome: Text
    """The outcome that was wanted, and how far it came."""
    data: Text | None = None
    """Whether the figures may be wrong."""
    reading: Text | None = None
    """Whether the figures may have been read wrongly."""
    explanation: Text | None = None
    """Another explanation that may account for it."""
    new: Text | None = None
    """Something new that may account for it, such as a change around the service."""
    delivery: Text | None = None
    """Whether what was agreed was delivered as it was meant."""
    too_many: Text | None = None
    """Whether too many outcomes were aimed at at once."""
    refined: Text | None = None
    """How the work will be refined."""


class AgencyReport(NumberedRecord):
    """What every agency report carries."""

    id: Annotated[str, Field(pattern=r"^AR-[0-9]{4}-[0-9]{3,}$")]
    """The report's own number, which is also the name of its file."""
    kind: str
    """What sort of report it is."""
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
    not_achieved: list[NotAchieved] = []
    """Outcomes that were aimed at and not achieved."""
    serious_incident_referred: YesNoDetail
    new_risks: YesNoDetail
    escalation_used: YesNoDetail


class ThemedReport(AgencyReport):
    """What every report has but the highlight report: what the Board should take from it, and what was learned."""

    theme: ThemeName | None = None
    """The theme under which its learning is seen, such as `private-fostering`."""
    key_messages: list[Text]
    """What the Board should take from it."""
    learning: list[Text] = []
    """What the agency learned."""
    concerns: Text | None = None
    """What the agency is concerned about."""


class AssuranceReport(ThemedReport):
    """A report on one theme, such as private fostering, with the learning that it identified."""

    kind: Literal["assurance"]
    """What sort of report it is."""
    theme: ThemeName
    """The theme of the report, such as `private-fostering`."""


class PassedOn(Model):
    """What one agency did with the learning from the deaths of children."""

    agency: AgencyName
    text: Text
    """What it passed on, and to whom."""
    date: Day | None = None
    """The day it did so."""


class ChildDeathsReport(ThemedReport):
    """What the Child Death Overview Panel learned: every six months, and over a year."""

    kind: Literal["child-deaths"]
    """What sort of report it is."""
    matters_of_concern: list[Text] = []
    """Matters of concern that the panel saw, in words from which no child can be recognised."""
    public_health: list[Text] = []
    """Wider patterns of public health that the panel saw."""
    trends: list[Text] = []
    """Themes and trends over the year."""
    passed_on: list[PassedOn] = []
    """What agencies did with the learning."""


class AdvocacyReport(ThemedReport):
    """What children said through their advocates and independent visitors."""

    kind: Literal["advocacy"]
    """What sort of report it is."""
    reach: Text | None = None
    """How many children had an advocate or an independent visitor, of how many who asked for one."""
    changed: list[Text] = []
    """What was changed because of what children said."""


class TrainingImpactReport(ThemedReport):
    """What training changed: in those who came, in practice, and for children."""

    kind: Literal["training-impact"]
    """What sort of report it is."""
    reach: Text | None = None
    """What was given, who came, and who did not."""
    feedback: Text | None = None
    """What those who came thought of it."""
    learned: Text | None = None
    """What they know now that they did not know before, and how that was found out."""
    practice: Text | None = None
    """What they do differently some months on, and how that was found out."""
    difference: Text | None = None
    """What difference it made for children."""


class FailureReport(ThemedReport):
    """A standard that was not met, reported as it occurs."""

    kind: Literal["failures"]
    """What sort of report it is."""
    key_messages: list[Text] = []
    """What the Board should take from it."""
    standard: Text
    """The standard that was not met."""
    what_happened: Text
    """What was not met, since when, and how it came to light."""
    children: Text | None = None
    """How many children it touched and what it meant for them; where there are few, in words."""
    causes: list[Text] = []
    """Why it was not met."""
    done: list[Text] = []
    """What has been done, and by when the standard will be met."""


class Report(RootModel[Any]):
    """An agency report, told apart by its `kind`."""

    model_config = ConfigDict(defer_build=True)

    root: Annotated[
        HighlightReport
        | AssuranceReport
        | ChildDeathsReport
        | AdvocacyReport
        | TrainingImpactReport
        | FailureReport,
        Field(discriminator="kind"),
    ]
