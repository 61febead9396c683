"""What every kind of record shares: the strict base model, dates as precise as they are known, and ids.

Descriptions of fields stand as docstrings under them; `lif.records.schema` carries them into the JSON Schemas.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Annotated, Any, Literal, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StringConstraints,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from lif.records.naming import LONGEST_SLUG, SLUG_PATTERN

SCHEMA_VERSION = 1

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


class Model(BaseModel):
    """Strict and immutable: unknown keys are refused, and nothing is read as what it is not."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, defer_build=True)


@dataclass(frozen=True, slots=True, eq=False)
class _Parsed:
    """Teaches pydantic one way to read a value, and editors the JSON Schema that goes with it."""

    parse: Callable[[Any], Any]
    json_schema: dict[str, Any]

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            self.parse, serialization=core_schema.plain_serializer_function_ser_schema(_as_json)
        )

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return dict(self.json_schema)


def _as_json(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date as precise as it is known: a day, a month or a year. No part that is unknown is ever invented.

    Orders by what is known; a month comes before its own days, a year before its own months.
    """

    year: int
    month: int = 0
    """1 to 12; 0 when only the year is known."""
    day: int = 0
    """1 to 31; 0 when only the month or the year is known."""

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `2017-11-24`, `2017-11` or `2017`; raises ValueError with a plain sentence otherwise."""
        match = _PARTIAL_DATE.fullmatch(text)
        if not match:
            raise ValueError("write a date as 2017-11-24, as 2017-11 or as 2017")
        year, month, day = (int(part or 0) for part in match.groups())
        if not 1900 <= year <= 2199:
            raise ValueError(f"the year {year} is out of range: years run from 1900 to 2199")
        if match[2] and not 1 <= month <= 12:
            raise ValueError(f"there is no month {match[2]}: months run from 01 to 12")
        if match[3]:
            _existing_day(year, month, day)
        return cls(year, month, day)

    @classmethod
    def of(cls, day: date) -> Self:
        """The partial date of a full day."""
        return cls(day.year, day.month, day.day)

    @property
    def as_day(self) -> date | None:
        """The full day, or None where the day is not known."""
        return date(self.year, self.month, self.day) if self.day else None

    @property
    def earliest(self) -> date:
        """The first day it can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        """The last day it can mean."""
        if self.day:
            return date(self.year, self.month, self.day)
        month = self.month or 12
        following = date(self.year + month // 12, month % 12 + 1, 1)
        return date.fromordinal(following.toordinal() - 1)

    def isoformat(self) -> str:
        """As it is written in a record: `2017-11-24`, `2017-11` or `2017`."""
        text = f"{self.year:04d}"
        if self.month:
            text += f"-{self.month:02d}"
        if self.day:
            text += f"-{self.day:02d}"
        return text

    def __str__(self) -> str:
        return self.isoformat()


# Exactly the days that exist, so that an editor says the same of a date as lif does.
_YEAR_IN_SCHEMAS = "(?:19|20|21)[0-9]{2}"
_MONTH_IN_SCHEMAS = f"{_YEAR_IN_SCHEMAS}-(?:0[1-9]|1[0-2])"
_DAY_IN_SCHEMAS = (
    f"{_MONTH_IN_SCHEMAS}-(?:0[1-9]|1[0-9]|2[0-8])"
    f"|{_YEAR_IN_SCHEMAS}-(?:0[13-9]|1[0-2])-(?:29|30)"
    f"|{_YEAR_IN_SCHEMAS}-(?:0[13578]|1[02])-31"
    "|(?:2000|(?:19|20|21)(?:0[48]|[2468][048]|[13579][26]))-02-29"
)
_PARTIAL_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


def _existing_day(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise ValueError(f"there is no {day} {MONTHS[month - 1]} {year}") from None


@lru_cache(maxsize=8192)
def _read_date(text: str) -> tuple[PartialDate, date | None]:
    """A date and its full day. The same days come again and again in a Board, so they are kept."""
    parsed = PartialDate.parse(text)
    return parsed, parsed.as_day


def _date(value: Any) -> tuple[PartialDate, date | None]:
    # A bare year is a number in YAML.
    text = str(value) if type(value) is int else value
    if not isinstance(text, str):
        raise PydanticCustomError("date", "write a date as 2017-11-24, as 2017-11 or as 2017")
    try:
        return _read_date(text)
    except ValueError as error:
        raise PydanticCustomError("date", "{reason}", {"reason": str(error)}) from None


def _partial_date(value: Any) -> PartialDate:
    return _date(value)[0]


def _day(value: Any) -> date:
    day = _date(value)[1]
    if day is None:
        raise PydanticCustomError("date", "the full day is wanted here, written as 2017-11-24")
    return day


_PERIOD_IN_SCHEMAS = "|".join(
    [
        f"{_MONTH_IN_SCHEMAS}|{_YEAR_IN_SCHEMAS}(?:-H[12]|-Q[1-4])?",
        # Exactly the financial years whose second year follows the first: the same tens and the next digit, or
        # the next tens.
        *(rf"(?:19|20|21)([0-9]){digit}/\{digit + 1}[{digit + 1}]" for digit in range(9)),
        *(f"(?:19|20|21){tens}9/{(tens + 1) % 10}0" for tens in range(10)),
    ]
)
_PERIOD = re.compile(_PERIOD_IN_SCHEMAS)


def is_period(text: str) -> bool:
    """Whether a text is a reporting period; the second year of a financial year must follow the first."""
    return bool(_PERIOD.fullmatch(text))


def _period(value: Any) -> str:
    text = str(value) if type(value) is int else value
    if not isinstance(text, str) or not is_period(text):
        raise PydanticCustomError(
            "period",
            "write a period as 2017, as 2017/18 (a financial year), as 2017-H1, as 2017-Q3 or as 2017-04",
        )
    return text


_LINK_IN_SCHEMAS = r"https?://[^\s/]+\S*"
_LINK = re.compile(_LINK_IN_SCHEMAS)


def _link(value: Any) -> str:
    if not isinstance(value, str) or not _LINK.fullmatch(value):
        raise PydanticCustomError("link", "write the whole address of the page, beginning with https://")
    return value


Day = Annotated[
    date,
    _Parsed(
        _day,
        {
            "type": "string",
            "format": "date",
            "pattern": f"^(?:{_DAY_IN_SCHEMAS})$",
            "patternErrorMessage": "A day that exists is wanted, written as 2017-11-24.",
        },
    ),
]
"""A full day, `2017-11-24`."""

SomeDate = Annotated[
    PartialDate,
    _Parsed(
        _partial_date,
        {
            "anyOf": [
                {
                    "type": "string",
                    "pattern": f"^(?:{_DAY_IN_SCHEMAS}|{_MONTH_IN_SCHEMAS}|{_YEAR_IN_SCHEMAS})$",
                    "patternErrorMessage": "A date that exists is wanted: 2017-11-24, 2017-11 or 2017.",
                },
                {"type": "integer", "minimum": 1900, "maximum": 2199},
            ]
        },
    ),
]
"""A date as precise as it is known: `2017-11-24`, `2017-11` or `2017`."""

Period = Annotated[
    str,
    _Parsed(
        _period,
        {
            "anyOf": [
                {
                    "type": "string",
                    "pattern": f"^(?:{_PERIOD_IN_SCHEMAS})$",
                    "patternErrorMessage": "A period is wanted: 2017, 2017/18, 2017-H1, 2017-Q3 or 2017-04.",
                },
                {"type": "integer", "minimum": 1900, "maximum": 2199},
            ]
        },
    ),
]
"""A reporting period: a year `2017`, a financial year `2017/18`, a half of it `2017-H1`, a quarter of it
`2017-Q3`, or a month `2017-04`.

The first half of 2017 is April to September 2017 and its first quarter April to June, as Boards count them.
"""

Link = Annotated[
    str,
    _Parsed(
        _link,
        {
            "type": "string",
            "pattern": f"^{_LINK_IN_SCHEMAS}$",
            "patternErrorMessage": "The whole address is wanted, beginning with https://.",
        },
    ),
]
"""The address of a page on the web."""

Text = Annotated[str, StringConstraints(min_length=1, pattern=r"\S")]
"""Words of the record: any text but an empty one. Always data: never markup, never a template."""

Slug = Annotated[str, StringConstraints(pattern=SLUG_PATTERN, max_length=LONGEST_SLUG)]
"""A short name in small letters, digits and hyphens, such as `independent-chair`."""


@dataclass(frozen=True, slots=True)
class Names:
    """Marks a field as naming something else: `what` is `record`, `role`, `agency`, `group`, `who` and so on."""

    what: Literal[
        "record", "agency", "group", "role", "who", "indicator", "instrument", "priority", "board", "theme",
        "voice-kind", "stage",
    ]  # fmt: skip


_ID = r"[A-Z]{2}-[0-9]{4}-[0-9]{3,}"
Reference = Annotated[str, StringConstraints(pattern=rf"^{_ID}(\.[A-Z][0-9]+)?$"), Names("record")]
"""The full id of a record or of an item in one: `CR-2017-001`, `CR-2017-001.R4`, `AP-2017-001.A3`."""
AgencyName = Annotated[Slug, Names("agency")]
GroupName = Annotated[Slug, Names("group")]
RoleName = Annotated[Slug, Names("role")]
Who = Annotated[Slug, Names("who")]
"""Who said or did it: a role, a group or an agency of the Board. Never a person's name."""
IndicatorName = Annotated[Slug, Names("indicator")]
InstrumentName = Annotated[Slug, Names("instrument")]
PriorityName = Annotated[Slug, Names("priority")]
ThemeName = Annotated[Slug, Names("theme")]
"""What a record is about, by its id among the themes of `board.yaml`, such as `neglect`."""
VoiceKindName = Annotated[Slug, Names("voice-kind")]
"""What sort of occasion somebody was heard on, by its id among the voice kinds of `board.yaml`."""
StageName = Annotated[Slug, Names("stage")]
"""A stage of the Board's escalation procedure, by its id in `board.yaml`."""
BoardName = Annotated[Slug, Names("board")]
"""Another Board, by its id among the neighbouring Boards of `board.yaml`."""

Answer = Literal["yes", "no", "unknown"]
"""Three values throughout: unknown is never no."""

Audience = Literal["public", "agencies", "board", "office"]
"""Who may see it, from everybody to the Board's office alone."""

FieldPath = Annotated[
    str, StringConstraints(pattern=r"^(?:[A-Z][1-9][0-9]*|[a-z][a-z_]*)(?:\.[a-z][a-z_-]*)*$")
]
"""A place in a record: `summary`, `R3`, `R3.response`, `contributions.reason`."""


class Record(Model):
    """What every record carries."""

    schema_version: Literal[1]
    """Which version of this schema the record was written for."""


class Restricted(Model):
    """Parts of a record that fewer people may see than the rest of it."""

    fields: Annotated[list[FieldPath], Field(min_length=1)]
    """What is kept back: a field such as `summary`, a numbered item such as `R3`, or a field of items or of all
    entries such as `R3.response` and `contributions.reason`."""
    audience: Audience
    """Who may see them: fewer than may see the record."""
    marking: Slug | None = None
    """The protective marking of a paper that shows them, by its id in `board.yaml`."""
    reason: Text | None = None
    """Why they are kept back."""


class ShownRecord(Record):
    """A record that says who may see it."""

    audience: Audience = "board"
    """Who may see this record in a pack. It does not protect a copy of the repository."""
    marking: Slug | None = None
    """The protective marking, by its id in `board.yaml`; left out, the Board's own default applies."""
    restricted: list[Restricted] = []
    """Parts of it that are for fewer people than the rest."""


class NumberedRecord(ShownRecord):
    """A record with a number of its own, such as `CR-2017-001`."""


class Entry(Model):
    """Something that happened on a day. Entries are only ever added to, so what was once said stays."""

    date: Day
    """The day it happened."""
    by: Who
    """The role, group or agency that did or said it."""
    note: Text | None = None
    """Anything worth remembering about it."""


class Withdrawn(Model):
    """An item that no longer stands. It keeps its number; nothing is removed or renumbered."""

    date: Day
    """The day it was withdrawn."""
    by: Who
    reason: Text
    """Why it no longer stands."""


class Item(Model):
    """A numbered part of a record, such as recommendation `R4`; its full id is `CR-2017-001.R4`."""

    withdrawn: Withdrawn | None = None
    """Set when the item no longer stands, with the reason."""
