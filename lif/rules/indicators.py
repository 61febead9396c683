"""What must hold of indicators and the values beside them."""

from collections.abc import Iterator

from lif.rules.register import Register
from lif.store.faults import Fault


def value_faults(register: Register) -> Iterator[Fault]:
    """Values without an indicator, and areas the Board does not know."""
    indicators = {outline.id for outline in register.of("indicator")}
    for name in register.values:
        if name not in indicators and name not in register.broken:
            file = f"records/indicators/{name}.csv"
            message = f"There are values for {name}, but no indicator of that name."
            yield Fault(file, (), "V511", message, f"Make it: lif data new {name}", line=1)
    areas = None
    if register.profile:
        profile = register.profile
        areas = {profile.area.code, *(comparator.code for comparator in profile.comparators)}
    for outline in register.of("indicator"):
        file = outline.file.removesuffix(".yaml") + ".csv"
        unknown: dict[str, int] = {}
        for value in register.values.get(outline.id, ()):
            if areas is not None and value.area not in areas:
                unknown.setdefault(value.area, value.line)
        for area, line in unknown.items():
            message = f"{area} is neither the Board's area nor one of its comparators."
            yield Fault(
                file,
                (),
                "V512",
                message,
                "Add it to comparators in records/board.yaml, or take it out.",
                line=line,
            )
