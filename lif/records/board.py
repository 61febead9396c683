"""The Board itself: its area, roles, groups, neighbours, priorities and settings."""

from typing import Annotated, Literal

from pydantic import Field

from lif.records.base import Day, GroupName, Model, Record, RoleName, Slug, SomeDate, Text

AreaCode = Annotated[str, Field(pattern=r"^[A-Z][0-9]{8}$")]
"""The nine-character code of an area (Office for National Statistics), such as `E06000055`."""


class Area(Model):
    """The area the Board serves."""

    name: Text
    code: AreaCode | None = None
    """Needed before official figures can be imported."""
    authority: Annotated[str, Field(pattern=r"^[0-9]{3}$")] | None = None
    """The Department for Education's three-digit number of the local authority, in quotes: '822'."""


class Comparator(Model):
    """An area whose figures the Board's own are set beside."""

    name: Text
    code: AreaCode
    role: Literal["statistical-neighbour", "region", "england"]


class Role(Model):
    """A role, under a stable id; its title differs from place to place and changes over the years."""

    title: Text
    duties: Text | None = None
    """What this role does for the Board."""


class Group(Model):
    """A group of the Board, under a stable id."""

    title: Text
    chair: RoleName | None = None
    purpose: Text | None = None
    lead_time_days: Annotated[int, Field(ge=0, le=90)] = 7
    """How many days before its meetings papers are to be circulated."""
    performance_items: Annotated[int, Field(ge=0, le=20)] = 0
    """How many performance items are picked for discussion at each of its meetings."""


class NeighbouringBoard(Model):
    """Another Board, with which reviews or groups are shared."""

    id: Slug
    name: Text


class Priority(Model):
    """A priority of the business plan, to which audits, indicators and other records point."""

    id: Slug
    title: Text
    start: SomeDate
    end: SomeDate | None = None
    risk_factors: list[Text] = []
    """What in children's lives makes this a priority."""


class Marking(Model):
    """A protective marking; the Board lists them from the lowest to the highest."""

    id: Slug
    label: Text
    """As printed in header and footer."""


class Grade(Model):
    """The word and the meaning of one BRAG grade. The colour is never shown without its word."""

    word: Text
    meaning: Text


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
    markings: Annotated[list[Marking], Field(min_length=1)]
    """The protective markings, from the lowest to the highest."""
    default_marking: Slug
    """The marking of a record that states none."""
    who_may_read: Text | None = None
    """The line on the cover of a pack that says who may read it."""
    report_group: GroupName | None = None
    """The group to which agencies' highlight reports go."""


class BoardRecord(Record):
    """The Board: `records/board.yaml` marks the root of its repository."""

    name: Text
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
    settings: Settings
