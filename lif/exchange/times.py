"""Times of day as people write them: 14:30, 14.30, 1430, 2.30pm."""

import re

_CLOCK = re.compile(r"([0-9]{1,2})[:.]([0-9]{2})(?:[:.][0-9]{2})? ?(am|pm|hrs|h)?")
_HOUR = re.compile(r"([0-9]{1,2}) ?(am|pm)")
_FOUR = re.compile(r"([0-9]{2})([0-9]{2}) ?(?:hrs|h)?")


def read_time(text: str) -> str:
    """The time as `14:30`. Raises ValueError with a sentence that says what is wanted."""
    plain = " ".join(text.lower().split())
    if match := _CLOCK.fullmatch(plain):
        return _checked(int(match[1]), int(match[2]), match[3] or "")
    if match := _HOUR.fullmatch(plain):
        return _checked(int(match[1]), 0, match[2])
    if match := _FOUR.fullmatch(plain):
        return _checked(int(match[1]), int(match[2]), "")
    raise ValueError(_WANTED)


_WANTED = "this is no time that can be read; write it as 14:30 or 2.30pm, or put the words into the event."


def _checked(hour: int, minute: int, half: str) -> str:
    if half in ("am", "pm"):
        if not 1 <= hour <= 12:
            raise ValueError(_WANTED)
        hour = hour % 12 + (12 if half == "pm" else 0)
    if hour > 23 or minute > 59:
        raise ValueError(_WANTED)
    return f"{hour:02d}:{minute:02d}"
