"""What an indicator's figures say on a day: the latest, where it moves, beside whom. A mark is no number."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from statistics import median

from lif.insight.figures.breaks import break_between
from lif.insight.figures.suppression import printable
from lif.insight.wording import counted, day_words, listed, period_bounds, period_words
from lif.records.board import BoardRecord, Comparator
from lif.records.indicator import MARK_MEANINGS, UNIT_AFTER, Commentary, Indicator, Value

UNIT_WORDS: dict[str, str] = {
    "count": "number",
    "percent": "percent",
    "rate-per-10000": "rate per 10,000",
    "days": "days",
    "ratio": "ratio",
}
NO_FIGURE = "no figure"
"""Said of an area for which the Board holds none, as distinct from one that its source marks."""


@dataclass(frozen=True, slots=True)
class Beside:
    """A figure that the Board's own is set beside, for the same period."""

    name: str
    figure: Decimal | None
    words: str
    """The figure with its unit, or why there is none."""


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The statistical neighbours together: the median of those that have a figure."""

    median: Decimal | None
    having: int
    of: int
    words: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What the figures of one indicator say on a day."""

    indicator: Indicator
    name: str
    """The indicator's id."""
    periods: tuple[str, ...]
    """Every period with a row for any area, in order."""
    own: dict[str, Value]
    """The Board's own values by period."""
    latest: Value | None
    latest_words: str
    change: str
    """How it moved since the period before, in words that respect which way is better."""
    target: str
    """The target and whether it is met; "" where there is none."""
    beside: tuple[Beside, ...]
    """The region, England and so on, in the Board's order."""
    neighbours: Neighbours | None
    """None where the Board has no statistical neighbours."""
    series: dict[str, dict[str, Value]]
    """All values by area and period, as they may be printed."""
    hidden: str
    """What a table of them says where more is hidden than the source hides; "" where nothing is."""


def read_indicator(
    name: str, indicator: Indicator, values: Iterable[Value], profile: BoardRecord, day: date
) -> Reading:
    """What the values of an indicator say on a day; periods that begin after it do not count.

    A figure from which a suppressed one could be worked out is suppressed here too.
    """
    safe = printable((value for value in values if period_bounds(value.period)[0] <= day), indicator)
    series: dict[str, dict[str, Value]] = {}
    for value in safe.values:
        series.setdefault(value.area, {})[value.period] = value
    periods = sorted({period for area in series.values() for period in area}, key=period_bounds)
    own = series.get(profile.area.code or "", {})
    mine = [own[period] for period in periods if period in own]
    latest = mine[-1] if mine else None
    others = [other for other in profile.comparators if other.role != "statistical-neighbour"]
    neighbours = [other for other in profile.comparators if other.role == "statistical-neighbour"]
    return Reading(
        indicator=indicator,
        name=name,
        periods=tuple(periods),
        own=own,
        latest=latest,
        latest_words=value_words(latest, indicator),
        change=_change(mine, indicator),
        target=_target(latest, indicator),
        beside=tuple(_beside(other, latest, series, indicator) for other in others),
        neighbours=_neighbours(neighbours, latest, series, indicator) if neighbours else None,
        series=series,
        hidden=safe.words,
    )


def commentaries(indicator: Indicator, day: date) -> list[Commentary]:
    """What was said by a day of what lies behind the figures: of the latest period first, and its last word first.

    An answer to an old question that comes late does not stand before the story behind the latest figure.
    """
    said = [one for one in reversed(indicator.commentary) if one.date <= day]
    return sorted(said, key=lambda one: (period_bounds(one.period)[1], one.date), reverse=True)


def value_words(value: Value | None, indicator: Indicator) -> str:
    """A figure with its unit, or in words why there is none."""
    if value is None:
        return "not known"
    if value.value is None:
        return _why(value)
    words = figure_words(value.value, indicator)
    return f"{words} ({MARK_MEANINGS[value.mark]})" if value.mark else words


def _why(value: Value) -> str:
    """Why a value holds no number, in words."""
    return MARK_MEANINGS.get(value.mark, "not known")


def figure_words(figure: Decimal | float, indicator: Indicator) -> str:
    """A number as it is printed, with its unit."""
    return number_words(figure, indicator) + UNIT_AFTER.get(indicator.unit, "")


def number_words(figure: Decimal | float, indicator: Indicator) -> str:
    """A number as it is printed, without its unit."""
    return f"{round(Decimal(str(figure)), indicator.places):,.{indicator.places}f}".replace("-", "−")


def neighbour_medians(reading: Reading, profile: BoardRecord) -> dict[str, Decimal]:
    """The median of the neighbours that have a figure, for each period in which one has."""
    codes = [other.code for other in profile.comparators if other.role == "statistical-neighbour"]
    found: dict[str, Decimal] = {}
    for period in reading.periods:
        figures = _figures(codes, period, reading.series)
        if figures:
            found[period] = median(figures)
    return found


def _change(mine: Sequence[Value], indicator: Indicator) -> str:
    if len(mine) < 2:
        return "no earlier period to compare with" if mine else ""
    before, latest = mine[-2], mine[-1]
    when = period_words(before.period)
    if latest.value is None or before.value is None:
        marked = latest if latest.value is None else before
        of = "the latest figure" if latest.value is None else f"the figure for {when}"
        return f"not to be compared: {of} is {_why(marked)}"
    broken = break_between(indicator, before.period, latest.period)
    if broken:
        return f"not to be compared: the series has a break on {day_words(broken.date)}"
    new, old = number_words(latest.value, indicator), number_words(before.value, indicator)
    if new == old:
        return f"unchanged since {when}"
    up = latest.value > before.value
    sign = "%" if indicator.unit == "percent" else ""
    moved = f"{'up' if up else 'down'} from {old}{sign} in {when}"
    if indicator.polarity == "neither":
        return moved
    return f"{'better' if up == (indicator.polarity == 'higher-is-better') else 'worse'}: {moved}"


def _target(latest: Value | None, indicator: Indicator) -> str:
    target = indicator.target
    if target is None:
        return ""
    aim = Decimal(str(target.value))
    words = figure_words(aim, indicator)
    if latest is None or latest.value is None or indicator.polarity == "neither":
        return words
    met = latest.value <= aim if indicator.polarity == "lower-is-better" else latest.value >= aim
    return f"{words}, {'met' if met else 'not met'}"


def _beside(
    other: Comparator, latest: Value | None, series: dict[str, dict[str, Value]], indicator: Indicator
) -> Beside:
    value = series.get(other.code, {}).get(latest.period) if latest else None
    words = value_words(value, indicator) if value else NO_FIGURE
    return Beside(other.name, value.value if value else None, words)


def _neighbours(
    neighbours: Sequence[Comparator],
    latest: Value | None,
    series: dict[str, dict[str, Value]],
    indicator: Indicator,
) -> Neighbours:
    codes = [other.code for other in neighbours]
    figures = _figures(codes, latest.period, series) if latest else []
    if not figures or latest is None:
        return Neighbours(None, 0, len(codes), NO_FIGURE)
    middle = median(figures)
    words = f"{figure_words(middle, indicator)} (median; {len(figures)} of {len(codes)} have a figure"
    marks = [
        MARK_MEANINGS[value.mark]
        for code in codes
        if (value := series.get(code, {}).get(latest.period)) and value.value is None and value.mark
    ]
    reasons = [f"{marks.count(mark)} {mark}" for mark in dict.fromkeys(marks)]
    left_out = f"; left out: {listed(reasons)}" if reasons else ""
    return Neighbours(middle, len(figures), len(codes), f"{words}{left_out})")


def _figures(codes: Sequence[str], period: str, series: dict[str, dict[str, Value]]) -> list[Decimal]:
    return [
        value.value
        for code in codes
        if (value := series.get(code, {}).get(period)) and value.value is not None
    ]


def share_words(value: Value | None) -> str:
    """The counts behind a share, such as `34 of 210`; "" where the source gives none."""
    if value is None or value.numerator is None or value.denominator is None:
        return ""
    return f"{value.numerator:,f} of {value.denominator:,f}"


def gap_words(reading: Reading) -> str:
    """The periods for which the Board has no figure of its own, with the reason; "" where there are none."""
    own = [reading.own[period] for period in reading.periods if period in reading.own]
    missing = [value for value in own if value.value is None]
    reasons = [f"{period_words(value.period)} {_why(value)}" for value in missing]
    periods = counted(len(own), "period")
    return f"no figure for {len(missing)} of {periods}: {listed(reasons)}" if missing else ""
