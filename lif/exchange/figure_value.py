"""One row's figure with the counts behind it: as given, marked, or worked out from the two counts."""

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal

from lif.exchange.figure_notes import Noted
from lif.exchange.numbers import MARKS, read_figure
from lif.exchange.table import Row, Table, quoted_cell
from lif.records.indicator import MARK_MEANINGS, SUPPRESSED, WORKED_OUT, Indicator, Mapping, Value

_KEPT_DECIMALS = Decimal("0.000001")
_SURELY_SHORT = len(".000001")
"""Characters of which no figure has more decimals than are kept."""
_BESIDE_A_FIGURE = ("u", "low")
_SAY_WHY = "Give the figure, or say why there is none: c suppressed, x not available, z not applicable."

Figure = Decimal | str | None
ReadValue = Callable[[Row, str, str], Value | None]


class WrongCell(Exception):
    """A cell that cannot be read with certainty."""

    def __init__(self, column: str, says: str) -> None:
        super().__init__(says)
        self.column = column


def value_reader(table: Table, mapping: Mapping, indicator: Indicator, noted: Noted) -> ReadValue:
    """Gives the value of a row, for its period and area; None where it has no figure. It raises WrongCell."""
    columns = (mapping.numerator, mapping.denominator, mapping.value)
    places = [(column, table.position(column)) for column in columns if column]
    mark_place = table.position(mapping.mark) if mapping.mark else None
    percent = mapping.value if indicator.unit == "percent" else None

    def figure(row: Row, column: str, position: int) -> Figure:
        cell = row.cells[position]
        if table.merged and cell and (across := table.merged.get((row.number, position))):
            raise WrongCell(column, f"{across} are one cell, so it is not clear whose figure this is.")
        try:
            read = read_figure(cell, percent=column == percent)
        except ValueError as error:
            raise WrongCell(column, str(error)) from None
        return _shortened(read, row, noted) if len(cell) > _SURELY_SHORT else read

    def mark(row: Row) -> str:
        said = row.cells[mark_place] if mark_place is not None else ""
        if said and said not in MARK_MEANINGS:
            raise WrongCell(str(mapping.mark), f"{quoted_cell(said)} is none of the marks: {MARKS}.")
        return said

    def read_value(row: Row, period: str, area: str) -> Value | None:
        read = {column: figure(row, column, position) for column, position in places}
        said = mark(row)
        if not said and all(one is None for one in read.values()):
            noted.without_figure.append(row.number)
            return None
        numerator, denominator = read.get(mapping.numerator or ""), read.get(mapping.denominator or "")
        lacking = mapping.value or str(mapping.numerator if numerator is None else mapping.denominator)
        value: Figure = None
        if mapping.value:
            value = read[mapping.value]
        elif said in ("", *_BESIDE_A_FIGURE):
            value = _worked_out(numerator, denominator, indicator, row, noted)
        value = value if value is not None else said
        if value == "":
            raise WrongCell(lacking, f"this cell is empty. {_SAY_WHY}")
        if said and said != value and (isinstance(value, str) or said not in _BESIDE_A_FIGURE):
            says = f"this says {said} ({MARK_MEANINGS[said]}), and the figure says otherwise."
            raise WrongCell(str(mapping.mark), says)
        parts = _counts(numerator, denominator, value, row, noted)
        if isinstance(value, str):
            return Value(period, area, *parts, None, value, row.number)
        return Value(period, area, *parts, value, said, row.number)

    return read_value


def _counts(
    numerator: Figure, denominator: Figure, value: Decimal | str, row: Row, noted: Noted
) -> tuple[Decimal | None, Decimal | None]:
    """The two counts as they are kept. Where a suppressed figure would follow from the others, one is left out."""
    top = numerator if isinstance(numerator, Decimal) else None
    bottom = denominator if isinstance(denominator, Decimal) else None
    if isinstance(value, str):
        if value == SUPPRESSED and top is not None and bottom is not None:
            noted.followed.append(row.number)
            top = None
    elif isinstance(numerator, str) or isinstance(denominator, str):
        noted.marked_part.append(row.number)
        if SUPPRESSED in (numerator, denominator) and not top is bottom is None:
            noted.followed.append(row.number)
            top = bottom = None
    return top, bottom


def _shortened(figure: Figure, row: Row, noted: Noted) -> Figure:
    if isinstance(figure, Decimal) and figure != (short := figure.quantize(_KEPT_DECIMALS, ROUND_HALF_UP)):
        noted.shortened.append(row.number)
        return short
    return figure


def _worked_out(
    numerator: Figure, denominator: Figure, indicator: Indicator, row: Row, noted: Noted
) -> Figure:
    """The value that follows from its parts; a part that is marked gives the value its mark."""
    if numerator is None or denominator is None:
        return None
    if isinstance(numerator, str):
        return numerator
    if isinstance(denominator, str):
        return denominator
    if not denominator:
        noted.of_nothing.append(row.number)
        return "z"
    noted.worked_out += 1
    share = numerator * WORKED_OUT[indicator.unit] / denominator
    return share.quantize(Decimal(1).scaleb(-indicator.places), ROUND_HALF_UP)
