"""How indicators are shown on the terminal and as JSON. A mark is said in words and is never a number."""

import textwrap
from collections.abc import Sequence
from datetime import date
from typing import Any

from lif.cli import say
from lif.insight.figures.comparing import (
    POLARITY_WORDS,
    beside_words,
    changed_words,
    headline,
    trend,
    verdicts,
)
from lif.insight.figures.readings import (
    UNIT_WORDS,
    Reading,
    commentaries,
    number_words,
    share_words,
    value_words,
)
from lif.insight.figures.scorecard_data import number
from lif.insight.figures.sparkline import BARS, GAP, sparkline
from lif.insight.titles import Titles
from lif.insight.wording import day_words, period_short, period_words, plain
from lif.records.indicator import MARK_MEANINGS, Value
from lif.store.board import Board

_NEIGHBOUR_PERIODS = 5
_WIDTH = 100
_SHORT = {"not to be compared": "–"}
"""What is shorter in a list, so that a window of the usual width holds it."""


def list_text(readings: Sequence[Reading]) -> str:
    """All indicators with the Board's latest figure; "" where there are none."""
    rows = [
        (
            reading.name,
            reading.latest_words if reading.latest else "no figure yet",
            period_short(reading.latest.period) if reading.latest else "",
            _SHORT.get(moved := reading.change.partition(":")[0], moved) if ":" in reading.change else "",
            reading.indicator.title,
        )
        for reading in readings
    ]
    return say.table(("Indicator", "Latest", "Period", "Now", "Title"), rows)


def list_json(readings: Sequence[Reading]) -> list[dict[str, Any]]:
    """The same for programs."""
    return [
        {
            "name": reading.name,
            "title": reading.indicator.title,
            "unit": reading.indicator.unit,
            "polarity": reading.indicator.polarity,
            "latest": _value_json(reading.latest) if reading.latest else None,
            "change": reading.change,
        }
        for reading in readings
    ]


def indicator_text(board: Board, reading: Reading, day: date) -> str:
    """One indicator: what it is, what its latest figure says, the story behind it by a day, and all figures."""
    lines = [f"{reading.indicator.title}  ({reading.name})", "", *_facts(board, reading), ""]
    if not reading.periods:
        return "\n".join([*lines, f"No figures yet. Import them: lif data import {reading.name} FILE.csv"])
    lines += [*_latest(board, reading), *_story(board, reading, day), "", _by_period(board, reading)]
    neighbours = _neighbour_table(board, reading)
    if neighbours:
        lines += ["", "Statistical neighbours", neighbours]
    if reading.hidden:
        lines += ["", *_wrapped("", reading.hidden)]
    return "\n".join(lines)


def indicator_json(board: Board, reading: Reading) -> dict[str, Any]:
    """The same for programs, with every value of every area."""
    profile = board.profile
    areas = [(profile.area.code or "", profile.area.name, "own")]
    areas += [(other.code, other.name, other.role) for other in profile.comparators]
    values = [
        {"area": code, "name": name, "role": role, **_value_json(reading.series[code][period])}
        for code, name, role in areas
        if code in reading.series
        for period in reading.periods
        if period in reading.series[code]
    ]
    neighbours = [code for code, _, role in areas if role == "statistical-neighbour"]
    return {
        "name": reading.name,
        "indicator": reading.indicator.model_dump(mode="json"),
        "latest": _value_json(reading.latest) if reading.latest else None,
        "change": reading.change,
        "target": reading.target,
        "headline": headline(reading),
        "trend": trend(reading).words,
        "beside": verdicts(reading),
        "neighbours": {
            period: {"withFigure": _with_figure(reading, neighbours, period), "of": len(neighbours)}
            for period in reading.periods
        },
        "values": values,
    }


def _value_json(value: Value) -> dict[str, Any]:
    return {
        "period": value.period,
        "numerator": number(value.numerator),
        "denominator": number(value.denominator),
        "value": number(value.value),
        "mark": value.mark,
        "markMeaning": MARK_MEANINGS.get(value.mark, ""),
    }


def _facts(board: Board, reading: Reading) -> list[str]:
    indicator, titles = reading.indicator, Titles(board)
    facts = [
        ("Definition", indicator.definition),
        (
            "Unit",
            f"{UNIT_WORDS[indicator.unit]}, {indicator.frequency}; {POLARITY_WORDS[indicator.polarity]}",
        ),
        ("Measures", f"{plain(indicator.measures)}; {plain(indicator.journey)}"),
        ("Owner", titles.agency(indicator.owner)),
    ]
    if indicator.target:
        facts.append(("Target", f"{reading.target} (it rests on: {plain(indicator.target.basis)})"))
    if indicator.priorities:
        facts.append(("Priorities", "; ".join(titles.priority(name) for name in indicator.priorities)))
    if indicator.source:
        retrieved = f", retrieved {indicator.source.retrieved}" if indicator.source.retrieved else ""
        facts.append(("Source", f"{indicator.source.name.rstrip('.')}{retrieved}"))
    return [line for label, text in facts for line in _wrapped(f"{label}: ", text)]


def _wrapped(start: str, text: str) -> list[str]:
    return textwrap.wrap(start + " ".join(text.split()), min(say.width(), _WIDTH), subsequent_indent="    ")


def _latest(board: Board, reading: Reading) -> list[str]:
    """The latest figure with the counts behind it, how it moved, whom it is set beside, and its trend."""
    area = board.profile.area.name
    if reading.latest is None:
        return [f"{area} has no figure yet."]
    share = share_words(reading.latest)
    latest, _, _ = headline(reading).partition("; ")
    said = f"{area} {period_words(reading.latest.period)}: {latest}"
    said += f" ({share})" if share else ""
    said += f"; {reading.change}" if reading.change else ""
    lines = _wrapped("", f"{said}.")
    beside = beside_words(reading)
    if beside:
        lines += _wrapped("Beside others: ", f"{beside}.")
    words = "; ".join(part for part in (trend(reading).words, changed_words(reading)) if part)
    return [*lines, *_wrapped("Own trend: ", f"{drawn(reading)} {words}.")]


def drawn(reading: Reading) -> str:
    """The own figures as a line of bars; "" where the reader's console could not show them."""
    rows = [reading.own[period] for period in reading.periods if period in reading.own]
    bars = sparkline([row.value for row in rows])
    return bars if say.can_show(BARS + GAP) else ""


def _story(board: Board, reading: Reading, day: date) -> list[str]:
    """What was said about the figures, of the latest period first, and every change to how they are measured."""
    titles, indicator = Titles(board), reading.indicator
    comments = commentaries(indicator, day)
    lines = []
    if reading.latest and not any(one.period == reading.latest.period for one in comments):
        lines += _wrapped("", f"Nobody has said yet what lies behind {period_words(reading.latest.period)}.")
    for one in comments:
        head = f"Commentary on {period_words(one.period)} ({titles.who(one.by)}, {day_words(one.date)}): "
        lines += _wrapped(head, one.text)
    for change in indicator.changes:
        if change.date <= day:
            head = f"Changed on {day_words(change.date)} ({titles.who(change.by)}): "
            lines += _wrapped(head, change.text)
    return ["", *lines] if lines else []


def _by_period(board: Board, reading: Reading) -> str:
    """Own area, region and England by period, and how many neighbours have a figure."""
    profile = board.profile
    others = [other for other in profile.comparators if other.role != "statistical-neighbour"]
    neighbours = [other.code for other in profile.comparators if other.role == "statistical-neighbour"]
    head = ["Period", profile.area.name, *(other.name for other in others)]
    head += ["Neighbours with a figure"] if neighbours else []
    rows = []
    for period in reading.periods:
        own = reading.own.get(period)
        share = share_words(own)
        row = [period_words(period), _cell(reading, own) + (f" ({share})" if share else "")]
        row += [_cell(reading, reading.series.get(other.code, {}).get(period)) for other in others]
        row += [f"{_with_figure(reading, neighbours, period)} of {len(neighbours)}"] if neighbours else []
        rows.append(row)
    return say.table(head, rows)


def _neighbour_table(board: Board, reading: Reading) -> str:
    """Each neighbour in the latest periods; "" where none has a row."""
    neighbours = [other for other in board.profile.comparators if other.role == "statistical-neighbour"]
    if not any(other.code in reading.series for other in neighbours):
        return ""
    periods = reading.periods[-_NEIGHBOUR_PERIODS:]
    rows = [
        [other.name, *(_cell(reading, reading.series.get(other.code, {}).get(period)) for period in periods)]
        for other in neighbours
    ]
    return say.table(["Area", *map(period_words, periods)], rows)


def _cell(reading: Reading, value: Value | None) -> str:
    """A figure without its unit, the mark in words, or a dash where there is no row."""
    if value is None:
        return "–"
    if value.value is None:
        return value_words(value, reading.indicator)
    marked = f" ({MARK_MEANINGS[value.mark]})" if value.mark else ""
    return number_words(value.value, reading.indicator) + marked


def _with_figure(reading: Reading, codes: Sequence[str], period: str) -> int:
    found = (reading.series.get(code, {}).get(period) for code in codes)
    return sum(1 for value in found if value is not None and value.value is not None)
