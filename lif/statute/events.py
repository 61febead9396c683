"""What can happen to a case, by which signs its record shows it, and when something is asked of a case at all.

The knowledge stands in `events.yaml`; what it names in the records is checked against their models when it is
read. `lif.insight` looks the events up in a record.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any, Literal, get_args

from pydantic import Field

from lif.records.base import Slug, Text
from lif.records.review_log import ReviewEntry
from lif.statute.files import read_file
from lif.statute.model import Data

Part = Literal[
    "child-death-case", "methodology", "contributions", "contributions-settled", "independence", "chronology",
    "chronology-due", "learning", "recommendations", "recommendations-answered", "plan-agreed", "plan-reviewed",
    "plan-reviewed-again", "actions-finished", "markers",
]  # fmt: skip
"""A part of the record, or of the plans that answer it, which shows that something was done."""


class EntrySign(Data):
    """An entry of the log, of which some fields have one of some values."""

    entry: Slug
    where: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    where_not: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    day: str = "date"
    """The field that holds the day."""


class FieldSign(Data):
    """A date of the record itself."""

    field: Literal["incident", "aware"]
    died: bool = False
    """Whether it counts only where one of the subjects died."""


class PartSign(Data):
    """A part of the record."""

    part: Part


Sign = EntrySign | FieldSign | PartSign


class Event(Data):
    """Something that can happen to a case. It has happened when one of its signs shows."""

    id: Slug
    words: Text
    """What happened, as it follows "on which …"."""
    signs: tuple[Sign, ...]
    repeats: bool = False
    """Whether it can happen again, and what follows from it is owed each time."""


class Condition(Data):
    """When something is asked of a case at all.

    Not once one of `unless` happened, until one of `again` happens after it. Else where one of `events` happened
    or one of `tests` appears met, until `open_until` happens in any case, and always where none of the three is
    given.
    """

    id: Slug
    events: tuple[Slug, ...] = ()
    tests: tuple[Slug, ...] = ()
    """Tests of the regime of the case."""
    asks: Text = "it is asked"
    """What the tests settle, as it follows "whether …"."""
    open_until: Slug | None = None
    unless: tuple[Slug, ...] = ()
    again: tuple[Slug, ...] = ()
    otherwise: Text
    """Why it is not asked, where it is not."""


@cache
def events() -> dict[str, Event]:
    """Every event, by its id. Raises ValueError where one names what no record has."""
    found = {
        name: Event.model_validate({"id": name, **value})
        for name, value in read_file("events.yaml")["events"].items()
    }
    wrong = [f"{event.id}: {why}" for event in found.values() for why in _wrong(event)]
    if wrong:
        raise ValueError("; ".join(wrong))
    return found


@cache
def conditions() -> dict[str, Condition]:
    """Every condition, by its id."""
    content = read_file("events.yaml")["conditions"]
    return {name: Condition.model_validate({"id": name, **value}) for name, value in content.items()}


def _wrong(event: Event) -> Iterator[str]:
    models = {get_args(one.model_fields["entry"].annotation)[0]: one for one in _entries()}
    for sign in event.signs:
        if not isinstance(sign, EntrySign):
            continue
        model = models.get(sign.entry)
        if model is None:
            yield f"there is no entry {sign.entry}"
            continue
        if sign.day not in model.model_fields:
            yield f"{sign.entry} has no field {sign.day}"
        for field, values in (*sign.where.items(), *sign.where_not.items()):
            if field not in model.model_fields:
                yield f"{sign.entry} has no field {field}"
            elif unknown := set(values) - _words(model.model_fields[field].annotation):
                yield f"{field} of {sign.entry} is never {', '.join(sorted(unknown))}"


def _entries() -> tuple[Any, ...]:
    return get_args(get_args(ReviewEntry)[0])


def _words(annotation: Any) -> set[Any]:
    """The words that a field may hold."""
    inner = get_args(annotation)
    return {word for one in inner for word in ({one} if isinstance(one, str) else _words(one))}
