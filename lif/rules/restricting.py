"""What must hold of the parts of a record that are kept from some of its readers."""

from collections.abc import Iterator

from lif.records.base import Audience
from lif.records.restricting import Needed, NotThere, without
from lif.rules.names import nearest
from lif.store.board import Loaded
from lif.store.faults import Fault, Path

WIDENING: tuple[Audience, ...] = ("office", "board", "agencies", "public")
"""Audiences from the narrowest to the widest."""


def restricted_faults(loaded: Loaded) -> Iterator[Fault]:
    """Parts that are not there, that cannot be kept back by themselves, or that would be for more people, not fewer."""
    for number, part in enumerate(getattr(loaded.record, "restricted", ())):
        if WIDENING.index(part.audience) >= WIDENING.index(loaded.record.audience):
            message = f"The record is for {loaded.record.audience}, so a part for {part.audience} is kept from nobody."
            hint = "Name fewer people here, or more as the audience of the record."
            yield Fault(loaded.file, ("restricted", number, "audience"), "D682", message, hint, loaded.id)
        for position, path in enumerate(part.fields):
            place: Path = ("restricted", number, "fields", position)
            try:
                without(loaded.record, [path])
            except NotThere as error:
                message = f"{path}: there is no {error.name} here, so nothing would be kept back."
                hint = nearest(error.name, error.known) or (
                    f"Known here: {', '.join(error.known)}." if error.known else "Take the line out."
                )
                yield Fault(loaded.file, place, "D680", message, hint, loaded.id)
            except Needed as error:
                message = (
                    f"{path}: {error.name} cannot be kept back by itself; the record would not hold together."
                )
                hint = "Name the part that it belongs to, or give the whole record a narrower audience."
                yield Fault(loaded.file, place, "D681", message, hint, loaded.id)
