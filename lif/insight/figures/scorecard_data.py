"""The scorecard as plain data for programs and spreadsheets. A mark stays a word and is never a number."""

from decimal import Decimal
from typing import Any

from lif.insight.figures.readings import UNIT_WORDS, Reading
from lif.insight.figures.scorecard import MEASURES_WORDS, Scorecard, ScoreLine, stage_words
from lif.insight.titles import Titles
from lif.insight.wording import period_words, plain
from lif.records.board import BoardRecord
from lif.records.indicator import MARK_MEANINGS, Indicator, Value

Cell = str | int | Decimal | None
_BEFORE = ("Journey", "Indicator", "Short name", "What it measures", "Owner", "Period", "Figure", "Of these",
           "Of", "Unit", "Better", "Since before", "Own trend", "Target", "Met", "Rests on")  # fmt: skip
_AFTER = ("Told", "Changed")
_WIDTHS_BEFORE = (18, 34, 24, 18, 18, 15, 11, 9, 9, 11, 11, 24, 30, 9, 7, 16)
_WIDTHS_AFTER = (7, 24)
_BETTER = {"lower-is-better": "lower", "higher-is-better": "higher", "neither": "neither"}


def columns(profile: BoardRecord) -> tuple[tuple[str, int], ...]:
    """The headings of a spreadsheet of the scorecard, each with its width in characters."""
    others = [(one.name, 12) for one in profile.comparators if one.role != "statistical-neighbour"]
    near = [("Neighbours (median)", 13), ("Neighbours with a figure", 13)] if _has_neighbours(profile) else []
    return (
        *zip(_BEFORE, _WIDTHS_BEFORE, strict=True),
        *others,
        *near,
        *zip(_AFTER, _WIDTHS_AFTER, strict=True),
    )


def row(line: ScoreLine, profile: BoardRecord, titles: Titles) -> list[Cell]:
    """One row under `columns`: figures as numbers, what has none as the word for why."""
    reading, indicator = line.reading, line.indicator
    latest, target = reading.latest, indicator.target
    near: list[Cell] = []
    if _has_neighbours(profile):
        neighbours = reading.neighbours
        having = f"{neighbours.having} of {neighbours.of}" if neighbours else ""
        near = [_printed(neighbours.median, indicator) if neighbours else None, having]
    aim = _printed(Decimal(str(target.value)), indicator) if target else None
    return [
        stage_words(indicator.journey),
        indicator.title,
        reading.name,
        MEASURES_WORDS[indicator.measures],
        titles.agency(indicator.owner),
        period_words(latest.period) if latest else "",
        figure_cell(latest, indicator),
        latest.numerator if latest else None,
        latest.denominator if latest else None,
        UNIT_WORDS[indicator.unit],
        _BETTER[indicator.polarity],
        reading.change,
        line.trend.words,
        aim,
        "" if line.met is None else "yes" if line.met else "no",
        plain(target.basis) if target else "",
        *(_beside(reading, one.code) for one in profile.comparators if one.role != "statistical-neighbour"),
        *near,
        "" if latest is None else "yes" if line.told else "no",
        "; ".join(one.date.isoformat() for one in indicator.changes),
    ]


def figure_cell(value: Value | None, indicator: Indicator) -> Cell:
    """A figure as a number with the decimals it is printed with; where there is none, in words why."""
    if value is None:
        return None
    return MARK_MEANINGS.get(value.mark, "") if value.value is None else _printed(value.value, indicator)


def _printed(figure: Decimal | None, indicator: Indicator) -> Decimal | None:
    return None if figure is None else round(figure, indicator.places)


def scorecard_data(card: Scorecard) -> dict[str, Any]:
    """The same for JSON."""
    return {"asOf": card.day.isoformat(), "indicators": [_data(line) for line in card.lines]}


def _data(line: ScoreLine) -> dict[str, Any]:
    reading, indicator = line.reading, line.indicator
    latest, near = reading.latest, reading.neighbours
    return {
        "name": reading.name,
        "title": indicator.title,
        "journey": indicator.journey,
        "measures": indicator.measures,
        "unit": indicator.unit,
        "polarity": indicator.polarity,
        "period": latest.period if latest else None,
        "value": number(latest.value) if latest else None,
        "numerator": number(latest.numerator) if latest else None,
        "denominator": number(latest.denominator) if latest else None,
        "mark": latest.mark if latest else "",
        "change": reading.change,
        "moved": line.moved,
        "trend": {"verdict": line.trend.verdict, "moves": line.trend.moves, "words": line.trend.words},
        "target": indicator.target.model_dump(mode="json", exclude_none=True) if indicator.target else None,
        "met": line.met,
        "beside": [
            {"name": one.name, "value": number(one.figure), "words": one.words, "stands": line.verdicts.get(one.name)}
            for one in reading.beside
        ],
        "neighbours": {"median": number(near.median), "withFigure": near.having, "of": near.of} if near else None,
        "told": line.told,
    }  # fmt: skip


def number(figure: Decimal | None) -> int | float | None:
    """A figure as JSON has it; whole ones without a point."""
    if figure is None:
        return None
    return int(figure) if figure == figure.to_integral_value() else float(figure)


def _beside(reading: Reading, code: str) -> Cell:
    if reading.latest is None:
        return None
    return figure_cell(reading.series.get(code, {}).get(reading.latest.period), reading.indicator)


def _has_neighbours(profile: BoardRecord) -> bool:
    return any(one.role == "statistical-neighbour" for one in profile.comparators)
