"""An audit: what was looked at and why, what was found, where it was shared, and whether practice improved."""

from typing import Annotated, Final, Literal

from pydantic import Field

from lif.records.base import (
    AgencyName,
    Day,
    Entry,
    GroupName,
    IndicatorName,
    InstrumentName,
    Item,
    Model,
    NumberedRecord,
    Period,
    PriorityName,
    Reference,
    Text,
    ThemeName,
    Who,
)  # fmt: skip
from lif.records.review import Span

AuditKind = Literal["multi-agency-thematic", "single-agency", "section-11", "section-175", "dip-sample"]
ROUNDS: Final = ("section-11", "section-175")
"""The kinds that are rounds of returns: each agency answers for itself, in a cycle of years."""


class Sample(Model):
    """How the cases or returns were chosen. Samples are small: the number is printed with every share."""

    method: Text
    """How they were chosen, such as at random or by a rule."""
    frame: Text | None = None
    """What they were chosen from."""
    size: Annotated[int, Field(ge=0)]
    """How many cases or returns were looked at."""


class Result(Model):
    """How many cases or returns of the sample came out so. The counts of all results add up to the sample."""

    grade: Text
    """The grade or answer."""
    count: Annotated[int, Field(ge=0)]
    """How many of the sample came out so."""


class Involvement(Model):
    """Who took part besides the auditors."""

    who: Literal["practitioners", "managers", "parents", "young-people"]
    """Who took part."""
    how: Text
    """In what way, such as interviews or a survey."""
    number: Annotated[int, Field(ge=0)] | None = None
    """How many took part."""


class AuditFinding(Item):
    """What the audit found."""

    id: Annotated[str, Field(pattern=r"^F[1-9][0-9]*$")]
    """Its number in the audit; the full id is `AU-2017-001.F1`."""
    text: Text
    """What was found, in words that identify nobody."""
    theme: ThemeName | None = None
    """The theme it belongs to, such as `neglect`."""


class AuditRecommendation(Item):
    """What the audit asks to be done."""

    id: Annotated[str, Field(pattern=r"^R[1-9][0-9]*$")]
    """Its number in the audit; the full id is `AU-2017-001.R1`."""
    text: Text
    """What is to be done."""
    agencies: list[AgencyName] = []
    """The agencies it is addressed to; none means the Board as a whole."""


class AuditDay(Model):
    """The day on which the auditors sat down together."""

    date: Day
    """The day itself."""
    team: list[Who] = []
    """Who audited, by roles, groups or agencies."""
    structure: Text | None = None
    """How the day was set out."""


class Planned(Entry):
    """The audit was put into the forward plan."""

    entry: Literal["planned"]
    due: Day | None = None
    """When the audit is to take place."""
    period: Period | None = None
    """The quarter or month in which it is to take place, while no day is set: `2018-Q1` is April to June 2018."""


class Held(Entry):
    """The audit took place."""

    entry: Literal["held"]


class Reported(Entry):
    """The results were reported."""

    entry: Literal["reported"]


class Shared(Entry):
    """The results were taken to a group or to practitioners."""

    entry: Literal["shared"]
    group: GroupName | None = None
    channel: Text | None = None
    """Where else they were shared, such as a briefing."""


class Returned(Entry):
    """An agency sent its answers. Of several returns of one agency the later counts."""

    entry: Literal["returned"]
    agency: AgencyName
    form: Literal["self-assessment", "declaration", "carried-forward"]
    """Whether it assessed itself, signed that nothing has changed, or sent last year's answers again."""
    file: Text | None = None
    """The name of the file that came in, without its folder."""
    signed_by: Text | None = None
    """The post that signed it. Never a person's name."""


class Moderated(Entry):
    """Grades were agreed with others beside the agencies' own."""

    entry: Literal["moderated"]
    agency: AgencyName | None = None
    """The agency whose answers were gone through; left out, all of them."""


class Figure(Model):
    """So many of so many, such as 3 of 8."""

    count: Annotated[int, Field(ge=0)]
    """How many of them came out so."""
    of: Annotated[int, Field(ge=1)]
    """Of how many that were looked at."""


class Compared(Model):
    """The same thing counted the first time and again. What cannot be compared like with like stands in no figure."""

    what: Text
    """What was counted, in the same way both times."""
    before: Figure
    """The first time."""
    after: Figure
    """At the revisit."""
    better: Literal["more", "fewer"] = "more"
    """Whether more or fewer of it is better for children."""


class Revisited(Entry):
    """The audit was looked at again, to see whether practice improved."""

    entry: Literal["revisited"]
    about: list[Reference] = []
    """The findings or recommendations it speaks of; none means the audit as a whole."""
    outcome: Literal["improved", "same", "worse", "cannot-tell"]
    """Whether practice improved."""
    found: Text
    """What was seen."""
    why: Text | None = None
    """Why it cannot be told: what kept like from being compared with like."""
    compared: list[Compared] = []
    """The figures of the first time beside those of the revisit."""
    audit: Reference | None = None
    """The audit that was the second look, where it has a record of its own."""
    next: Day | None = None
    """When it is to be looked at once more."""


class AuditNoted(Entry):
    """A dated note on the audit."""

    entry: Literal["noted"]
    note: Text


class AuditClosed(Entry):
    """The audit has come full circle."""

    entry: Literal["closed"]
    reason: Text
    """Why nothing more is to be done."""


AuditEntry = Annotated[
    Planned | Held | Returned | Moderated | Reported | Shared | Revisited | AuditNoted | AuditClosed,
    Field(discriminator="entry"),
]


class Audit(NumberedRecord):
    """One audit of the central register."""

    id: Annotated[str, Field(pattern=r"^AU-[0-9]{4}-[0-9]{3,}$")]
    """The audit's own number, which is also the name of its file."""
    kind: AuditKind
    """What sort of audit it is."""
    theme: Text
    """What the audit looked at."""
    why: Text
    """Why this theme was chosen."""
    chosen_from: list[Reference] = []
    """The reviews, audits or lessons that led to it."""
    indicators: list[IndicatorName] = []
    """The indicators whose figures led to it."""
    priorities: list[PriorityName] = []
    lead: Who
    instrument: InstrumentName | None = None
    period: Span | None = None
    """The time that the audited work covers."""
    sample: Sample | None = None
    audit_day: AuditDay | None = None
    agencies_invited: list[AgencyName] = []
    agencies_returned: list[AgencyName] = []
    involved: list[Involvement] = []
    results: list[Result] = []
    worked_well: list[Text] = []
    """What was seen to work well."""
    findings: list[AuditFinding] = []
    recommendations: list[AuditRecommendation] = []
    evidence_of_change: Text | None = None
    """What changed in practice because of it."""
    revisit_due: Day | None = None
    """When it is to be revisited."""
    log: Annotated[list[AuditEntry], Field(min_length=1)]
    """What happened, in the order of its days."""
