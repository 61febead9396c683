"""The dataset of a pack: the performance items picked for discussion, then every indicator."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import get_args

from lif.insight.figures.comparing import POLARITY_WORDS, beside_words, changed_words, trend
from lif.insight.figures.discussion import suggestions
from lif.insight.figures.readings import (
    NO_FIGURE,
    Reading,
    commentaries,
    figure_words,
    gap_words,
    neighbour_medians,
    read_indicator,
    share_words,
    value_words,
)
from lif.insight.figures.scorecard import Scorecard, met_words, score_line
from lif.insight.titles import Titles
from lif.insight.wording import period_words, sentence
from lif.publish.contexts.names import Context
from lif.publish.contexts.scorecard import scorecard_context
from lif.records.board import BoardRecord
from lif.records.indicator import Indicator, Value
from lif.records.meeting import Meeting
from lif.store.board import Board

_GIVEN = {
    "count": "as a number",
    "percent": "as a percentage",
    "rate-per-10000": "as a rate per 10,000",
    "days": "in days",
    "ratio": "as a ratio",
}
_BASIS = {
    "statutory-minimum": "a statutory minimum",
    "own-history": "the area's own history",
    "comparators": "comparators",
    "forecast": "a forecast",
}


def readings_of(board: Board, day: date) -> dict[str, Reading]:
    """What the figures of every indicator say on a day, by its id, in the order of the journey of a child."""
    journey = get_args(Indicator.model_fields["journey"].annotation)
    in_order = sorted(board.of("indicator"), key=lambda loaded: journey.index(loaded.record.journey))
    return {
        loaded.id: read_indicator(
            loaded.id, loaded.record, board.values.get(loaded.id, ()), board.profile, day
        )
        for loaded in in_order
    }


def data_context(
    board: Board, meeting: Meeting, readings: Mapping[str, Reading], charts: Mapping[str, Context], day: date
) -> Context:
    """The picked items in full and the dataset. `charts` names the chart of each indicator that has one."""
    titles = Titles(board)
    group = board.profile.groups.get(meeting.group)
    wanted = group.performance_items if group else 0
    card = Scorecard(tuple(score_line(reading, day) for reading in readings.values()), day)
    picked = [item for item in meeting.picked if item.indicator in readings]
    chosen = {item.indicator for item in picked}
    others = [charts[name] for name in readings if name in charts and name not in chosen]
    return {
        "opening": sentence(met_words(card)),
        "wanted": wanted,
        "picked": [
            {"why": item.reason, **_in_full(board, readings[item.indicator], charts, day, titles)}
            for item in picked
        ],
        "suggested": _suggested(board, meeting, card) if len(picked) < wanted else [],
        "scorecard": scorecard_context(card, board, chosen),
        "charts": [others[first : first + 2] for first in range(0, len(others), 2)],
        "comments": [
            comment
            for name in readings
            if name not in chosen
            for comment in _comments(readings[name], day, titles)
        ],
    }


def _suggested(board: Board, meeting: Meeting, card: Scorecard) -> list[Context]:
    """What the figures themselves bring up, as many as are usual and not picked yet."""
    group, chosen = board.profile.groups[meeting.group], {item.indicator for item in meeting.picked}
    left = [one for one in suggestions(board, card, meeting) if one.name not in chosen]
    room = group.performance_items - len(chosen)
    return [{"title": one.line.indicator.title, "reasons": one.words} for one in left[:room]]


def _in_full(
    board: Board, reading: Reading, charts: Mapping[str, Context], day: date, titles: Titles
) -> Context:
    indicator = reading.indicator
    target = indicator.target
    aim = f"{reading.target}, resting on {_BASIS[target.basis]}." if target else ""
    note = f" {sentence(target.note)}" if target and target.note else ""
    latest = reading.latest
    return {
        "id": reading.name,
        "title": indicator.title,
        "latest": reading.latest_words,
        "period": period_words(latest.period) if latest else "",
        "share": share_words(latest),
        "moved": reading.change if latest and latest.value is not None else "",
        "beside": sentence(beside_words(reading)) if beside_words(reading) else "",
        "trend": sentence("; ".join(filter(None, (trend(reading).words, changed_words(reading))))),
        "hidden": reading.hidden,
        "definition": sentence(indicator.definition),
        "given": _GIVEN[indicator.unit],
        "polarity": POLARITY_WORDS[indicator.polarity],
        "target_words": f"{aim}{note}",
        "owner": titles.agency(indicator.owner),
        "chart": charts.get(reading.name),
        "gaps": gap_words(reading),
        "columns": _figure_columns(reading, board.profile),
        "figures": _figures(reading, board.profile),
        "comments": _comments(reading, day, titles),
        "changes": [
            {"date": change.date, "by": titles.who(change.by), "text": change.text}
            for change in indicator.changes
            if change.date <= day
        ],
    }


def _figure_columns(reading: Reading, profile: BoardRecord) -> list[str]:
    """The columns of the figures of one indicator: those areas for which it has any."""
    others = [other for other in profile.comparators if other.role != "statistical-neighbour"]
    names = [other.name for other in others if other.code in reading.series]
    medians = ["Neighbours (median)"] if neighbour_medians(reading, profile) else []
    return [profile.area.name, *names, *medians]


def _figures(reading: Reading, profile: BoardRecord) -> list[Context]:
    """A row for each period, the latest first: own figure, region and England, median of the neighbours."""
    medians = neighbour_medians(reading, profile)
    others = [other.code for other in profile.comparators if other.role != "statistical-neighbour"]
    others = [code for code in others if code in reading.series]
    near = [other.code for other in profile.comparators if other.role == "statistical-neighbour"]
    rows = []
    for period in reversed(reading.periods):
        own = reading.own.get(period)
        figures = [
            _own(own, reading.indicator),
            *(_of_area(reading, code, period) for code in others),
        ]
        if medians:
            figures.append(_median(reading, medians.get(period), period, near))
        rows.append({"period": period_words(period), "figures": figures})
    return rows


def _own(value: Value | None, indicator: Indicator) -> str:
    share = share_words(value)
    return value_words(value, indicator) + (f" ({share})" if share else "")


def _of_area(reading: Reading, code: str, period: str) -> str:
    value = reading.series.get(code, {}).get(period)
    return value_words(value, reading.indicator) if value else NO_FIGURE


def _median(reading: Reading, figure: Decimal | None, period: str, near: Sequence[str]) -> str:
    """The median of the neighbours with how many of them have a figure, such as `17.0% (8 of 10)`."""
    if figure is None:
        return NO_FIGURE
    having = [reading.series.get(code, {}).get(period) for code in near]
    count = sum(value is not None and value.value is not None for value in having)
    return f"{figure_words(figure, reading.indicator)} ({count} of {len(near)})"


def _comments(reading: Reading, day: date, titles: Titles) -> list[Context]:
    """The commentary on the latest period of which something was said by the day."""
    return [
        {
            "title": reading.indicator.title,
            "period": period_words(latest.period),
            "date": latest.date,
            "by": titles.who(latest.by),
            "text": latest.text,
        }
        for latest in commentaries(reading.indicator, day)[:1]
    ]
