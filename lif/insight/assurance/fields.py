"""What stands in the fields of a record, and whether it is what a condition wants."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import lru_cache
from typing import Any

from lif.records.base import Item, PartialDate
from lif.records.framework import Condition
from lif.records.kinds import BY_NAME

Test = Callable[[Any], bool]


@lru_cache(maxsize=1024)
def path_of(field: str) -> tuple[str, ...]:
    """The parts of a path such as `actions.log`."""
    return tuple(field.split("."))


def values_at(part: Any, field: str, day: date) -> list[Any]:
    """What stands in a field, through lists; nothing where it is empty. What was withdrawn by the day is left out."""
    found = [part]
    for name in path_of(field):
        further: list[Any] = []
        for one in found:
            value = getattr(one, name, None)
            if isinstance(value, list):
                further += value
            elif isinstance(value, dict):
                further += value.values()
            elif value is not None:
                further.append(value)
        found = further
    if found and isinstance(found[0], Item):
        return [one for one in found if not (one.withdrawn and one.withdrawn.date <= day)]
    return found


def day_at(part: Any, field: str, day: date) -> date | None:
    """The day that stands in a field; of a month or a year its first. None where none does."""
    for value in values_at(part, field, day):
        if isinstance(value, PartialDate):
            return value.earliest
        if isinstance(value, date):
            return value
    return None


def holds(conditions: Iterable[Condition], day: date) -> Test:
    """Whether a record or an entry is what all conditions want."""
    tests = [_test(condition, day) for condition in conditions]
    return lambda part: all(test(part) for test in tests)


def lacks(part: Any, conditions: Iterable[Condition], day: date) -> list[Condition]:
    """The conditions that a record or an entry does not meet."""
    return [condition for condition in conditions if not _test(condition, day)(part)]


def word_of(value: Any) -> str:
    """A value as it is written in a record."""
    return ("false", "true")[value] if isinstance(value, bool) else str(value)


def _test(condition: Condition, day: date) -> Test:
    any_of, none_of = frozenset(condition.any_of), frozenset(condition.none_of)
    prefixes = frozenset(BY_NAME[name].prefix for name in condition.names if name in BY_NAME)
    field, filled, least = condition.field, condition.filled, condition.at_least
    if any_of and "." not in field and not (none_of or prefixes or least or filled is not None):
        return lambda part: _says(getattr(part, field, None), any_of)

    def test(part: Any) -> bool:
        values = values_at(part, field, day)
        if any_of and not any(word_of(value) in any_of for value in values):
            return False
        if none_of and any(word_of(value) in none_of for value in values):
            return False
        if prefixes and not any(str(value)[:2] in prefixes for value in values):
            return False
        if filled is not None and bool(values) is not filled:
            return False
        return least is None or _count(values) >= least

    return test


def _says(value: Any, wanted: frozenset[str]) -> bool:
    """The same of the most frequent condition by far, in less time."""
    if isinstance(value, str):
        return value in wanted
    if isinstance(value, list):
        return any(word_of(one) in wanted for one in value)
    return value is not None and word_of(value) in wanted


def _count(values: list[Any]) -> float:
    only = values[0] if len(values) == 1 else None
    return only if isinstance(only, int | float) and not isinstance(only, bool) else len(values)
