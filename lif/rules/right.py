"""Whether anything is wrong with a Board at all, told as quickly as can be.

Imports next to nothing before a record has to be read, as `lif.rules.unchanged` does.
"""

from collections.abc import Callable
from pathlib import Path

from lif.rules.unchanged import standing_of, still_found
from lif.store.collecting import not_collecting, settle
from lif.store.steady import steadily


def records_if_right(root: Path, kept_in: Path) -> int:
    """How many records there are, where nothing is wrong with any; else 0.

    What was found is kept in a file, as `lif.rules.validation` keeps it, and is there for it. Raises Refusal
    where the records are being changed all the time.
    """
    with not_collecting():
        records, keep = steadily(root, lambda: _attempt(root, kept_in))
        keep()
        settle(records)
    return records


def _attempt(root: Path, kept_in: Path) -> tuple[int, Callable[[], None]]:
    """The number, and what keeps what was found."""
    standing = standing_of(root)
    if again := still_found(root, kept_in, standing):
        return (again.records if again.findings == "[]" else 0), lambda: None
    from lif.rules.afresh import validate_afresh  # noqa: PLC0415 - imports the models, which takes long

    findings, files, keep = validate_afresh(root, standing, kept_in)
    return (0 if findings else len(files)), keep
