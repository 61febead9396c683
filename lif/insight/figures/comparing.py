"""Where the latest figure stands beside other areas and beside its own past, in words that respect what is better.

Figures are compared as they are printed: what looks the same to a reader is the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Literal

from lif.insight.figures.breaks import since_break
from lif.insight.figures.readings import NO_FIGURE, Reading, figure_words, value_words
from lif.insight.wording import counted, day_words, listed, period_bounds, period_words
from lif.records.indicator import Indicator

POLARITY_WORDS: dict[str, str] = {
    "lower-is-better": "lower is better",
    "higher-is-better": "higher is better",
    "neither": "neither high nor low is better by itself",
}
Verdict = Literal["better", "worse", "higher", "lower", "same"]
"""How a figure stands to another; higher and lower are said where neither way is better."""
FEWEST_FOR_TREND = 3
"""Figures of its own that an area needs before anything is said about a direction."""
_THAN: dict[Verdict, str] = {
    "better": "better than",
    "worse": "worse than",
    "higher": "higher than",
    "lower": "lower than",
    "same": "the same as",
}
_NEIGHBOURS = "the neighbours' median"
_EVERY = {"yearly": "year", "half-yearly": "half-year", "quarterly": "quarter", "monthly": "month"}


@dataclass(frozen=True, slots=True)
class Trend:
    """Where an area's own figures have been going."""

    verdict: Verdict | None
    """Whether the last moves, all one way, are for the better; None where there is no steady direction."""
    moves: int
    """How many moves in a row went that way."""
    words: str


def verdict(figure: Decimal, other: Decimal, indicator: Indicator) -> Verdict:
    """How a figure stands to another of the same indicator."""
    ours, theirs = (round(one, indicator.places) for one in (figure, other))
    if ours == theirs:
        return "same"
    higher = ours > theirs
    if indicator.polarity == "neither":
        return "higher" if higher else "lower"
    return "better" if higher == (indicator.polarity == "higher-is-better") else "worse"


def verdicts(reading: Reading) -> dict[str, Verdict]:
    """How the latest own figure stands to each comparator that has a figure for its period, by name.

    Empty for a count: it follows the size of an area, and says nothing beside that of another.
    """
    latest = reading.latest
    if latest is None or latest.value is None or reading.indicator.unit == "count":
        return {}
    others = {other.name: other.figure for other in reading.beside}
    if reading.neighbours:
        others[_NEIGHBOURS] = reading.neighbours.median
    return {
        name: verdict(latest.value, figure, reading.indicator)
        for name, figure in others.items()
        if figure is not None
    }


def beside_words(reading: Reading) -> str:
    """The comparators, such as `better than East of England 22.5% and England 24.5%`; "" where the Board has none.

    The neighbours are said with how many of them have a figure; a comparator without one is said with the reason.
    """
    words = {other.name: other.words for other in reading.beside}
    if reading.neighbours:
        words[_NEIGHBOURS] = reading.neighbours.words.replace("(median; ", "(")
    if reading.indicator.unit == "count" and any(text != NO_FIGURE for text in words.values()):
        return "not compared with other areas, because a count follows their size"
    found = verdicts(reading)
    parts = [
        f"{_THAN[one]} {listed(f'{name} {words[name]}' for name in found if found[name] == one)}"
        for one in dict.fromkeys(found.values())
    ]
    if all(text == NO_FIGURE for text in words.values()):
        return "no figure from elsewhere is held" if words else ""
    without = [f"{name}: {text}" for name, text in words.items() if name not in found]
    return "; ".join([*parts, *([f"not compared with {', '.join(without)}"] if without else [])])


def headline(reading: Reading) -> str:
    """The latest figure, which way is better and how others stand: `16.8%, lower is better; better than …`."""
    said = f"{reading.latest_words}, {POLARITY_WORDS[reading.indicator.polarity]}"
    beside = beside_words(reading)
    return f"{said}; {beside}" if beside else said


def trend(reading: Reading) -> Trend:
    """Where the own figures have been going up to the latest. A period without a figure ends a run, and nothing is
    read across a break in the series."""
    indicator = reading.indicator
    held = [period for period in reading.periods if period in reading.own]
    rows = [reading.own[period] for period in since_break(indicator, held)]
    figures = [row.value for row in rows if row.value is not None]
    if rows and rows[-1].value is None:
        return Trend(
            None, 0, f"no trend can be told: the latest figure is {value_words(rows[-1], indicator)}"
        )
    if len(figures) < FEWEST_FOR_TREND:
        since = " since the series broke" if len(rows) < len(held) else ""
        few = counted(len(figures), "figure")
        return Trend(None, 0, f"no trend can be told: {few}{since}, and a trend needs {FEWEST_FOR_TREND}")
    run = _run([row.value for row in rows], indicator.places)
    begins, last = rows[-1 - run], figures[-1]
    if run >= FEWEST_FOR_TREND - 1 and begins.value is not None:
        found = verdict(last, begins.value, indicator)
        ended = f": {found}" if found in ("better", "worse") else ""
        words = (
            f"{'up' if last > begins.value else 'down'} {run} {_EVERY[indicator.frequency]}s running, "
            f"from {figure_words(begins.value, indicator)} in {period_words(begins.period)} "
            f"to {figure_words(last, indicator)} in {period_words(rows[-1].period)}{ended}"
        )
        return Trend(found, run, words)
    between = f"between {figure_words(min(figures), indicator)} and {figure_words(max(figures), indicator)}"
    return Trend(None, run, f"no steady direction: {between} in {counted(len(figures), 'period')}")


def changed_words(reading: Reading) -> str:
    """Breaks in the series and other changes of the measure within the time that the own figures span; "" for none."""
    if not reading.own:
        return ""
    spanned = [period_bounds(period) for period in reading.own]
    first, last = min(begins for begins, _ in spanned), max(ends for _, ends in spanned)
    within = [one for one in reading.indicator.changes if first <= one.date <= last]
    broken = listed(day_words(one.date) for one in within if one.breaks_series)
    changed = listed(day_words(one.date) for one in within if not one.breaks_series)
    parts = [f"the series has a break on {broken}: figures before it are not the same"] if broken else []
    return "; ".join([*parts, *([f"measured differently since {changed}"] if changed else [])])


def _run(figures: Sequence[Decimal | None], decimals: int) -> int:
    """How many moves in a row, counted back from the last, went the same way."""
    moves = []
    for before, after in reversed(list(pairwise(figures))):
        if before is None or after is None:
            break
        moves.append(round(after, decimals).compare(round(before, decimals)))
    run = 0
    for move in moves:
        if move == 0 or move != moves[0]:
            break
        run += 1
    return run
