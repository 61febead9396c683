"""How ids are read and put in order: `R2` comes before `R10`."""

import re

SLUG_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
LONGEST_SLUG = 60

_SLUG = re.compile(SLUG_PATTERN)
_PARTS = re.compile(r"([0-9]+)")
# The devices of Windows: no file there can have such a name, whatever its ending.
_DEVICE = re.compile("con|prn|aux|nul|(com|lpt)[0-9]")
_NAMED = re.compile(r"\b[A-Z]{2}-[0-9]{4}-[0-9]{3,}(?:\.[A-Z][0-9]+)?\b")
_NUMBERED = re.compile(r"([A-Z]{2})-([0-9]{4})-([0-9]{3,})")


def natural(name: str) -> tuple[tuple[int, int, str], ...]:
    """A key that sorts ids and item numbers as people count: 1.2 before 1.10, R9 before R10."""
    return tuple(
        (0, int(part), "") if "0" <= part[0] <= "9" else (1, 0, part) for part in _PARTS.split(name) if part
    )


def is_slug(name: str) -> bool:
    """Whether a name is a short name, such as `health-trust`, that records can refer to."""
    return len(name) <= LONGEST_SLUG and bool(_SLUG.fullmatch(name))


def is_device(name: str) -> bool:
    """Whether a short name is that of a device of Windows, such as `con`; no file there can be called so."""
    return bool(_DEVICE.fullmatch(name))


def split_number(record_id: str) -> tuple[str, int, int] | None:
    """Prefix, year and number of an id such as `CR-2017-001`; None where it is none."""
    match = _NUMBERED.fullmatch(record_id)
    return (match[1], int(match[2]), int(match[3])) if match else None


def ids_in(text: str) -> list[str]:
    """The numbered records and items that a text names, as it names them."""
    return _NAMED.findall(text)


def owner_of(reference: str) -> str:
    """The record that a full id belongs to: `CR-2017-001` for `CR-2017-001.R4`."""
    return reference.partition(".")[0]
