"""The Board itself: its area, roles, groups, neighbours, priorities and settings."""

from typing import Annotated, Literal

from pydantic import Field

from lif.records.base import (
    AgencyName,
    Day,
    GroupName,
    Model,
    Period,
    Record,
    RoleName,
    Slug,
    SomeDate,
    Text,
    ThemeName,
)  # fmt: skip
from lif.records.sections import SectionName

AreaCode = Annotated[str, Field(pattern=r"^[A-Z][0-9]{8}$")]
"""The nine-character code of an area (Office for National Statistics), such as `E06000055`."""


class Area(Model):
    """The area the Board serves."""

    name: Text
    """The area by its name, as documents print it."""
    code: AreaCode | None = None
    """Needed before official figures can be imported."""
    authority: Annotated[str, Field(pattern=r"^[0-9]{3}$")] | None = None
    """The Department for Education's three-digit number of the local authority, in quotes: '822'."""


class Comparator(Model):
    """An area whose figures the Board's own are set beside."""

    name: Text
    """The area by its name, as tables print it."""
    code: AreaCode
    """Its nine-character code, such as `E92000001` for England."""
    role: Literal["statistical-neighbour", "region", "england"]
    """Why the Board's figures are set beside it."""


class Role(Model):
    """A role, under a stable id; its title differs from place to place and changes over the years."""

    title: Text
    """What the role is called here, as documents print it."""
    duties: Text | None = None
    """What this role does for the Board."""


class Group(Model):
    """A group of the Board, under a stable id."""

    title: Text
    """The group by its name, as documents print it."""
    chair: RoleName | None = None
    purpose: Text | None = None
    """What the group is for."""
    lead_time_days: Annotated[int, Field(ge=0, le=90)] = 7
    """How many days before its meetings papers are to be circulated."""
    performance_items: Annotated[int, Field(ge=0, le=20)] = 0
    """How many performance items are picked for discussion at each of its meetings."""
    pack: list[SectionName] = []
    """What its packs hold, in this order; left out, what is usual for such a group."""


class NeighbouringBoard(Model):
    """Another Board, with which reviews or groups are shared."""

    id: Slug
    """The short name by which records name it."""
    name: Text
    """Its full name."""


class Priority(Model):
    """A priority of the business plan, to which audits, indicators and other records point."""

    id: Slug
    """The short name by which records point to it."""
    title: Text
    """The priority in a few words."""
    start: SomeDate
    """Since when it is a priority."""
    end: SomeDate | None = None
    """Until when it was one; left out while it stands."""
    risk_factors: list[Text] = []
    """What in children's lives makes this a priority."""


class Theme(Model):
    """What learning is about: what reviews, audits, reports and lessons have in common."""

    id: Slug
    """The short name by which records point to it."""
    title: Text
    """The theme in a few words, as documents print it."""
    also: list[Slug] = []
    """Other short names that records use, or used, for the same theme."""


class VoiceKind(Model):
    """A sort of occasion on which somebody is heard, such as a visit, a survey or a complaint."""

    id: Slug
    """The short name by which records point to it."""
    title: Text
    """What it is called here, as documents print it."""


class Marking(Model):
    """A protective marking; the Board lists them from the lowest to the highest."""

    id: Slug
    """The short name by which records state it."""
    label: Text
    """As printed in header and footer."""


class Grade(Model):
    """The word and the meaning of one BRAG grade. The colour is never shown without its word."""

    word: Text
    """The word that is shown with the colour."""
    meaning: Text
    """When an action has this grade."""


class Brag(Model):
    """Blue, red, amber and green have no national definition: these are the Board's own."""

    blue: Grade
    red: Grade
    amber: Grade
    green: Grade
    due_soon_days: Annotated[int, Field(ge=0, le=365)] = 28
    """An open action due within so many days is amber."""
    completed_grade: Literal["blue", "amber", "green"] = "amber"
    """The grade of an action that is said to be completed and waits for evidence."""


class RiskBand(Model):
    """A band of the scores of risks, such as high. The colour of a band is never shown without its word."""

    word: Text
    """The word for it, as documents print it."""
    lowest: Annotated[int, Field(ge=1, le=25)]
    """The lowest score that belongs to it, from 1 to 25."""
    meaning: Text | None = None
    """What the Board does about risks of this band."""


class Stage(Model):
    """A stage of the Board's escalation procedure."""

    id: Slug
    """The short name by which records point to it."""
    title: Text
    """Who speaks with whom at this stage."""
    days: Annotated[int, Field(ge=1, le=365)] | None = None
    """How many days there are for it; left out where the procedure names none."""
    counts: Literal["working-days", "days"] = "working-days"
    """Which days count."""


class Escalation(Model):
    """The Board's procedure for disagreements between agencies, from the first stage to the last."""

    stages: Annotated[list[Stage], Field(min_length=1)]
    tell: RoleName = "business-manager"
    """Who is to be told of an escalation that has come far."""
    tell_from: Slug | None = None
    """From which stage on; left out, nobody needs to be told."""


class ReturnCycle(Model):
    """The years through which a round of returns goes, again and again."""

    began: Annotated[int, Field(ge=1990, le=2199)]
    """The year of the first round; that of an agency which began in another stands in the agency's record."""
    years: Annotated[list[Text], Field(min_length=1, max_length=10)]
    """What is asked in each, such as a full assessment, a progress report, one theme."""


class AskedReport(Model):
    """A report that the Board asks for beside the quarterly highlight reports, again and again or once."""

    id: Slug
    """The short name by which commands know it, such as `lado`."""
    title: Text
    """The report by its name, as letters and lists print it."""
    kind: Literal["assurance", "child-deaths", "advocacy", "training-impact", "failures"]
    """Which of the forms it is written on."""
    theme: ThemeName | None = None
    """The theme of an assurance report."""
    every: Literal["quarter", "half-year", "year", "financial-year", "once", "as-it-occurs"]
    """How often it is asked for."""
    agency: AgencyName | None = None
    """The agency that gives it; left out while none has been asked."""
    period: Period | None = None
    """The period of a report that is asked for once."""
    begins: SomeDate | None = None
    """The first period that is asked for is the one that holds this date, or begins after it."""
    ends: SomeDate | None = None
    """Nothing is asked for that begins after this date."""
    due_days: Annotated[int, Field(ge=0, le=730)] | None = None
    """How many days after its period ends it is to be in; left out, no day is set."""
    to: GroupName | None = None
    """The group that reads it."""
    clause: Text | None = None
    """What asks for it, such as `F12.4`."""


class Settings(Model):
    """What the Board decides for itself."""

    regime_switch: Day | None = None
    """The day the Board's area moved from serious case reviews to the safeguarding partners' arrangements."""
    day_zero: Literal["event", "next-day"] = "event"
    """Whether a clock counts from the day of the event as day 0, or from the day after it."""
    brag: Brag
    slipped_times: Annotated[int, Field(ge=1, le=20)] = 3
    """An action whose due date was revised so many times is flagged as slipped."""
    stagnant_days: Annotated[int, Field(ge=1, le=730)] = 90
    """An open action without an entry for so many days is flagged as stagnant."""
    learning_stuck_days: Annotated[int, Field(ge=1, le=730)] = 90
    """A lesson that stands at one stage of the loop for so many days is shown as stuck."""
    markings: Annotated[list[Marking], Field(min_length=1)]
    """The protective markings, from the lowest to the highest."""
    default_marking: Slug
    """The marking of a record that states none."""
    who_may_read: Text | None = None
    """The line on the cover of a pack that says who may read it."""
    report_group: GroupName | None = None
    """The group to which agencies' highlight reports go."""
    risk_bands: list[RiskBand] = []
    """The bands of the scores of risks, from the lowest to the highest; left out, lif's own: low, medium, high
    and very high."""
    escalation: Escalation | None = None
    """The stages and times of the procedure for disagreements between agencies."""
    report_due_days: Annotated[int, Field(ge=0, le=90)] | None = None
    """How many days after the end of a quarter highlight reports are to be in; left out, no day is set."""
    return_cycles: dict[Literal["section-11", "section-175"], ReturnCycle] = {}
    """The cycle of the returns of agencies under section 11, or of schools under section 175 or 157."""


class KnownColumn(Model):
    """A column of a spreadsheet that was read before."""

    heading: Text
    """Its heading; of two rows of headings both, with a colon between them."""
    field: Slug
    """What is taken from it: a field of the register, `note` with its heading, or `leave-out`."""


class KnownWord(Model):
    """A word of a spreadsheet that lif would not know."""

    says: Text
    """The word, the name of an agency, or a colour such as '#7030A0'."""
    means: Slug
    """What it means: a state, a colour's name, the id of an agency, or `none`."""


class KnownSheet(Model):
    """How a spreadsheet that an office keeps was read, so that its next version needs no questions."""

    holds: Literal["actions", "audits", "risks"]
    """What its rows are about."""
    columns: list[KnownColumn]
    """What is taken from each of its columns."""
    words: list[KnownWord] = []
    """What its own words mean."""


class BoardRecord(Record):
    """The Board: `records/board.yaml` marks the root of its repository."""

    name: Text
    """The Board's full name, as documents print it."""
    short_name: Text | None = None
    """A shorter form for running heads."""
    fictional: bool = False
    """True for a Board that does not exist; every document made from it then says so."""
    area: Area
    comparators: list[Comparator] = []
    roles: dict[Slug, Role]
    groups: dict[Slug, Group]
    neighbouring_boards: list[NeighbouringBoard] = []
    priorities: list[Priority] = []
    themes: list[Theme] = []
    """What learning is about. While none is listed, records may use any."""
    voice_kinds: list[VoiceKind] = []
    """The occasions on which somebody is heard. While none is listed, records may use any."""
    reports_asked: list[AskedReport] = []
    """What the Board asks agencies to report beside the highlight reports."""
    settings: Settings
    sheets: dict[Slug, KnownSheet] = {}
    """Spreadsheets that were brought in before, by short names made of those of their files."""
