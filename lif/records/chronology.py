"""A chronology of a review: what one agency's records say happened, in a CSV file beside the review."""

import re
from dataclasses import dataclass

from lif.records.base import PartialDate

CHRONOLOGY_COLUMNS = ("date", "time", "event", "source", "comment")
"""The columns of a chronology's file, in order."""

_TIME = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")


@dataclass(frozen=True, slots=True)
class ChronologyRow:
    """Something that happened, as one agency has it."""

    date: PartialDate
    time: str
    """The time of day as `14:30`; "" where it is not known."""
    event: str
    source: str
    """Where the agency has it from, such as a case note; "" where that is not said."""
    comment: str
    line: int
    """The line of the CSV file, or the row of the sheet it comes from."""

    @property
    def order(self) -> tuple[PartialDate, str]:
        """Its place in time: a year before its months, a month before its days, a day before its hours."""
        return self.date, self.time


def is_time(text: str) -> bool:
    """Whether a text is a time of day, such as `14:30`."""
    return bool(_TIME.fullmatch(text))
