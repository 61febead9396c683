"""What of a log counts on a day: nothing that is dated after it."""

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from lif.records.base import Entry, Item, PartialDate

AnyEntry = TypeVar("AnyEntry", bound=Entry)


def until(log: Iterable[AnyEntry], day: date) -> tuple[AnyEntry, ...]:
    """The entries dated on or before the day, in the order of the log."""
    return tuple([entry for entry in log if entry.date <= day])


def known_by(when: PartialDate | None, day: date) -> bool:
    """Whether something with this date may have been known on the day; what has no date may."""
    return when is None or when.earliest <= day


def stands(item: Item, day: date) -> bool:
    """Whether a numbered item had not been withdrawn by the day."""
    return item.withdrawn is None or item.withdrawn.date > day
