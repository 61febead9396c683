"""What must hold of every log: its entries stand in the order of their days."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from lif.records.base import Entry
from lif.store.faults import Fault, Path


def order_faults(file: str, record: str, path: Path, log: Sequence[Entry]) -> Iterator[Fault]:
    """Entries dated before the entry above them."""
    for number, (earlier, later) in enumerate(pairwise(log), start=1):
        if later.date < earlier.date:
            message = f"This entry is dated {later.date}, before the one above it ({earlier.date})."
            hint = "Put the entries in the order of their days, or correct the date."
            yield Fault(file, (*path, number, "date"), "D404", message, hint, record)
