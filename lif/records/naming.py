"""How ids are read and put in order: `R2` comes before `R10`."""

import re

_PARTS = re.compile(r"([0-9]+)")
_NUMBERED = re.compile(r"([A-Z]{2})-([0-9]{4})-([0-9]{3,})")


def natural(name: str) -> tuple[tuple[int, int, str], ...]:
    """A key that sorts ids and item numbers as people count: 1.2 before 1.10, R9 before R10."""
    return tuple(
        (0, int(part), "") if part.isdigit() else (1, 0, part) for part in _PARTS.split(name) if part
    )


def split_number(record_id: str) -> tuple[str, int, int] | None:
    """Prefix, year and number of an id such as `CR-2017-001`; None where it is none."""
    match = _NUMBERED.fullmatch(record_id)
    return (match[1], int(match[2]), int(match[3])) if match else None


def owner_of(reference: str) -> str:
    """The record that a full id belongs to: `CR-2017-001` for `CR-2017-001.R4`."""
    return reference.partition(".")[0]
