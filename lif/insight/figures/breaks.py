"""Where a series breaks: figures before and after are not of the same measure, so nothing is read across it."""

from collections.abc import Iterable, Sequence
from datetime import date

from lif.insight.wording import period_bounds
from lif.records.indicator import Change, Indicator


def break_between(indicator: Indicator, before: str, after: str) -> Change | None:
    """The last recorded break between two periods, by their middles; None where the series goes on."""
    return _latest((one for one in indicator.changes if one.breaks_series), before, after)


def change_between(indicator: Indicator, before: str, after: str) -> Change | None:
    """The last recorded change of the measure between two periods, whether or not it breaks the series."""
    return _latest(indicator.changes, before, after)


def _latest(changes: Iterable[Change], before: str, after: str) -> Change | None:
    first, last = middle(before), middle(after)
    return max((one for one in changes if first < one.date <= last), key=lambda one: one.date, default=None)


def since_break(indicator: Indicator, periods: Sequence[str]) -> Sequence[str]:
    """Those of the periods, given in order, that come after the last break before the latest of them."""
    for place in range(len(periods) - 1, 0, -1):
        if break_between(indicator, periods[place - 1], periods[place]):
            return periods[place:]
    return periods


def break_places(indicator: Indicator, periods: Sequence[str]) -> list[tuple[float, Change]]:
    """Where breaks stand among periods, given in order: 0.3 is a little less than a third of the way from the middle of
    the first to that of the second. Breaks before the first or behind the last are left out."""
    middles = [middle(period) for period in periods]
    found = []
    for one in indicator.changes:
        if not one.breaks_series:
            continue
        for place in range(len(middles) - 1):
            if middles[place] < one.date <= middles[place + 1]:
                share = (one.date - middles[place]) / (middles[place + 1] - middles[place])
                found.append((place + share, one))
    return found


def middle(period: str) -> date:
    """The day in the middle of a period."""
    first, last = period_bounds(period)
    return first + (last - first) / 2
