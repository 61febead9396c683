"""What comes up while figures are read, each with its row; and the sentences in which the user hears of it."""

from dataclasses import dataclass, field

from lif.exchange.table import rows_named
from lif.records.indicator import Indicator, Mapping


@dataclass(slots=True)
class Noted:
    """What comes up; rows by their numbers."""

    problems: list[tuple[int, str]] = field(default_factory=list)
    """Cells that cannot be read, each with its row."""
    worked_out: int = 0
    of_nothing: list[int] = field(default_factory=list)
    """Shares of a denominator of 0."""
    marked_part: list[int] = field(default_factory=list)
    """Figures with a count behind them that is marked."""
    followed: list[int] = field(default_factory=list)
    """Rows in which a suppressed figure would follow from the two others."""
    days: list[str] = field(default_factory=list)
    """Days that stand for a period, each with what it was taken for."""
    two_digits: list[int] = field(default_factory=list)
    """Years written with two digits."""
    totals: list[int] = field(default_factory=list)
    shortened: list[int] = field(default_factory=list)
    without_figure: list[int] = field(default_factory=list)
    without_area: list[int] = field(default_factory=list)


def remarks_of(noted: Noted, file: str, mapping: Mapping, indicator: Indicator) -> list[str]:
    """What is to be said of a file that was read."""
    remarks = []
    if noted.worked_out:
        places = "1 decimal" if indicator.places == 1 else f"{indicator.places} decimals"
        count = "1 value was" if noted.worked_out == 1 else f"{noted.worked_out} values were"
        remarks.append(
            f"{count} worked out from {mapping.numerator} and "
            f"{mapping.denominator}, rounded to {places} (halves up)."
        )
    if noted.of_nothing:
        remarks.append(
            f"{file}: {rows_named(noted.of_nothing)}: {mapping.denominator} is 0, so the value is marked "
            "z (not applicable)."
        )
    if noted.marked_part:
        remarks.append(
            f"{file}: {rows_named(noted.marked_part)}: the value is given although a count behind it is "
            "marked; the value is kept and the count stays empty."
        )
    if noted.followed:
        remarks.append(
            f"{file}: {rows_named(noted.followed)}: one figure is suppressed and would follow from the other "
            "two, so a second one was not taken."
        )
    if noted.days:
        examples = "; ".join(noted.days[:3])
        remarks.append(
            f"{file}: {mapping.period} holds days, read with the day first and taken for the period that they "
            f"fall in: {examples}."
        )
    if noted.two_digits:
        remarks.append(
            f"{file}: {rows_named(noted.two_digits)}: {mapping.period} gives the year in two digits; 50 to 99 are "
            "taken for the 1900s, 00 to 49 for the 2000s."
        )
    if noted.totals:
        remarks.append(f"{file}: {rows_named(noted.totals)}: a total, so passed over.")
    if noted.shortened:
        remarks.append(f"{file}: {rows_named(noted.shortened)}: of more than six decimals, six are kept.")
    if noted.without_figure:
        remarks.append(f"{file}: {rows_named(noted.without_figure)}: no figure, so passed over.")
    if noted.without_area:
        remarks.append(
            f"{file}: {rows_named(noted.without_area)}: no code of an area (a total or a note?), so "
            "passed over."
        )
    return remarks
