"""The charts of a pack, drawn from what the records say."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from lif.insight.audits.standing import AuditStanding
from lif.insight.figures.breaks import break_places
from lif.insight.figures.readings import Reading, neighbour_medians
from lif.insight.wording import day_words, period_short
from lif.publish.charts.drawing import (
    Bar,
    BarChart,
    Break,
    LineChart,
    Series,
    bar_chart,
    describe_bar_chart,
    describe_line_chart,
    line_chart,
)
from lif.publish.charts.grade import describe_grade_chart, grade_chart
from lif.publish.contexts.moderation import moderation_chart
from lif.publish.contexts.names import Context
from lif.publish.meta import Image
from lif.records.audit import ROUNDS
from lif.records.board import BoardRecord
from lif.records.indicator import Value
from lif.store.board import Board

_UNITS = {"percent": "%", "rate-per-10000": "per 10,000", "days": "days"}


def indicator_charts(
    readings: Mapping[str, Reading], profile: BoardRecord
) -> tuple[dict[str, Context], dict[str, Image]]:
    """What a template needs to show the chart of each indicator with figures; and the charts by file name."""
    shown: dict[str, Context] = {}
    images: dict[str, Image] = {}
    for name, reading in readings.items():
        if not any(value.value is not None for value in reading.own.values()):
            continue
        chart = _line_chart(reading, profile)
        words = describe_line_chart(chart)
        file = f"indicator-{name}.svg"
        images[file] = Image(line_chart(chart), words)
        shown[name] = {"name": file, "alternative": words, "title": reading.indicator.title}
    return shown, images


def grades_chart(key: Iterable[Context]) -> tuple[Context, dict[str, Image]]:
    """A bar for each BRAG grade with how many actions have it. `key` gives word, colour and count."""
    title = "Actions by grade"
    chart = BarChart(title, [Bar(grade["word"], grade["count"], grade["colour"]) for grade in key])
    words = describe_bar_chart(chart)
    file = "actions-by-grade.svg"
    return {"name": file, "alternative": words, "title": title}, {file: Image(bar_chart(chart), words)}


def audit_charts(found: Iterable[AuditStanding]) -> tuple[dict[str, Context], dict[str, Image]]:
    """For each audit under way with results a bar for each grade, by its id. The number looked at is in the title."""
    shown: dict[str, Context] = {}
    images: dict[str, Image] = {}
    for standing in found:
        audit = standing.audit
        if not (standing.under_way and standing.reported and audit.results):
            continue
        total = audit.sample.size if audit.sample else sum(one.count for one in audit.results)
        title = f"{audit.id}: results (n = {total})"
        noun = "return" if audit.kind in ROUNDS else "case"
        chart = BarChart(title, [Bar(one.grade, one.count, "blue") for one in audit.results], noun)
        words = describe_bar_chart(chart)
        file = f"audit-{audit.id.lower()}.svg"
        images[file] = Image(bar_chart(chart), words)
        shown[audit.id] = {"name": file, "alternative": words, "title": title}
    return shown, images


def moderation_charts(
    board: Board, found: Iterable[AuditStanding]
) -> tuple[dict[str, Context], dict[str, Image]]:
    """Own beside agreed grades of each audit under way whose moderation was recorded, by the audit's id."""
    shown: dict[str, Context] = {}
    images: dict[str, Image] = {}
    for standing in found:
        audit = standing.audit
        moderated = any(entry.entry == "moderated" for entry in standing.log)
        chart = moderation_chart(board, audit) if moderated and standing.under_way else None
        if chart is None:
            continue
        words = describe_grade_chart(chart)
        file = f"audit-{audit.id.lower()}-moderated.svg"
        images[file] = Image(grade_chart(chart), words)
        shown[audit.id] = {"name": file, "alternative": words, "title": chart.title}
    return shown, images


def _line_chart(reading: Reading, profile: BoardRecord) -> LineChart:
    indicator = reading.indicator
    periods = reading.periods
    series = [Series(profile.area.name, [_figure(reading.own.get(period)) for period in periods])]
    # A count follows the size of an area: beside England's the Board's own would be a line on the floor.
    for other in profile.comparators if indicator.unit != "count" else ():
        values = reading.series.get(other.code, {})
        if other.role != "statistical-neighbour" and any(
            value.value is not None for value in values.values()
        ):
            series.append(Series(other.name, [_figure(values.get(period)) for period in periods]))
    medians = neighbour_medians(reading, profile)
    if medians and indicator.unit != "count":
        series.append(Series("Neighbours (median)", [_number(medians.get(period)) for period in periods]))
    return LineChart(
        title=indicator.title,
        periods=[period_short(period) for period in periods],
        series=series,
        unit=_UNITS.get(indicator.unit, ""),
        target=float(indicator.target.value) if indicator.target else None,
        decimals=indicator.places,
        breaks=[Break(place, day_words(one.date)) for place, one in break_places(indicator, periods)],
    )


def _figure(value: Value | None) -> float | str | None:
    """A figure; the source's mark where it stands in place of one, so that the chart says so; None for nothing."""
    if value is None:
        return None
    return value.mark or None if value.value is None else _number(value.value)


def _number(figure: Decimal | None) -> float | None:
    return None if figure is None else float(figure)
