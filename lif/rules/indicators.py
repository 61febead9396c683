"""What must hold of indicators and the values beside them."""

from collections.abc import Iterator

from lif.records.indicator import Indicator
from lif.rules.figures.asking import asked_of
from lif.rules.figures.polarity import spoken_against
from lif.rules.register import Register
from lif.store.board import Loaded
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


def indicator_faults(loaded: Loaded) -> Iterator[Fault]:
    """A title that speaks against the way which is said to be better."""
    indicator: Indicator = loaded.record
    if words := spoken_against(indicator.title, indicator.polarity):
        message = f"The title says `{words}`, and the polarity {indicator.polarity}."
        hint = f"Correct the polarity: lif data change {loaded.id} --polarity …; or say in the title what is good."
        yield Fault(loaded.file, ("polarity",), "D557", message, hint, loaded.id, "remark")


def figure_faults(register: Register) -> Iterator[Fault]:
    """What is to be asked about figures, and is not answered yet."""
    if register.profile is None:
        return
    profile = register.profile
    names = {other.code: other.name for other in profile.comparators}
    own = profile.area.code or ""
    names[own] = profile.area.name
    for outline in register.of("indicator"):
        values = register.values.get(outline.id)
        if not values or outline.indicator is None:
            continue
        file = outline.file.removesuffix(".yaml") + ".csv"
        for one in asked_of(outline.id, outline.indicator, values, own, names).questions:
            if one.answered_by is None:
                yield Fault(
                    file, (), one.code, one.message, one.hint, outline.id, one.severity, line=one.line
                )
