"""Which record a file under `records/` belongs to, told from its name alone."""

import re

_FILE = re.compile(
    r"records/(?:(?P<folder>[a-z]+)/(?:[0-9]{4}/)?)?(?P<id>[A-Za-z0-9_-]+)"
    r"(?:\.(?P<ending>yaml|csv)|\.[a-z]+/[^/]+\.csv)"
)


def owner_of_file(file: str) -> str:
    """The id of the record that is kept in a file, or whose figures, chronology or answers are; "" for others.

    `file` is relative to the Board's root, with forward slashes.
    """
    match = _FILE.fullmatch(file)
    return match["id"] if match else ""


def is_record_file(file: str) -> bool:
    """Whether a file by its name holds a record itself."""
    return file.endswith(".yaml") and bool(owner_of_file(file))
