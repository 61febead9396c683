"""What an import of figures says before it writes: new, changed and unchanged, area by area."""

from lif.cli import say
from lif.insight.figures.readings import share_words, value_words
from lif.insight.wording import counted, listed
from lif.operations.figures.importing import FiguresImported
from lif.records.indicator import Indicator, Value


def import_report(change: FiguresImported, indicator: Indicator, file: str) -> str:
    """The summary by area, every changed figure old and new, and what was passed over."""
    lines = []
    if change.new or change.changed:
        rows = [
            (area.name, *map(str, (len(area.new), len(area.changed), area.unchanged, area.only_here)))
            for area in change.areas
        ]
        lines += [say.table(("Area", "New", "Changed", "Unchanged", "Only here"), rows), ""]
        lines += [
            f"Changed: {area.name} {old.period}: {_spelt(old, indicator)} becomes {_spelt(new, indicator)}"
            for area in change.areas
            for old, new in area.changed
        ]
        lines.append(f"Figures: {change.new} new, {change.changed} changed, {change.unchanged} unchanged.")
    else:
        figures, are = counted(change.unchanged, "figure"), "is" if change.unchanged == 1 else "are"
        lines.append(
            f"Nothing is new or changed: the {figures} that {file} has for these areas {are} here already."
        )
    if change.other_rows:
        rows_of = counted(change.other_rows, "row")
        areas = counted(change.other_areas, "other area")
        lines.append(f"Passed over: {rows_of} about {areas}.")
    if change.without_comparators:
        lines.append(f"{file} has no row for any comparator.")
    elif change.without_row:
        lines.append(f"{file} has no row for: {listed(change.without_row)}.")
    return "\n".join(lines)


def _spelt(value: Value, indicator: Indicator) -> str:
    """A figure with the counts behind it, and with all its decimals, so that no change is hidden."""
    if value.value is None:
        return value_words(value, indicator)
    shown = f"{value.value.normalize():,f}"
    share = share_words(value)
    return f"{shown} ({share})" if share else shown
