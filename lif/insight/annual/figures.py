"""How services performed in a year: the figures beside their targets, their past and other areas."""

from collections.abc import Iterator

from lif.insight.annual.part import Look, Part
from lif.insight.figures.comparing import beside_words
from lif.insight.figures.scorecard import Scorecard, ScoreLine, scorecard, stage_words, summary_words
from lif.insight.wording import period_words, sentence

_MOST_CHARTS = 12
_WIDTHS = (24, 14, 15, 17, 11, 27)


def performance_parts(look: Look) -> Iterator[Part]:
    """The scorecard of the year, and the charts of the indicators that serve a priority."""
    card = scorecard(look.board, look.day)
    if not card.lines:
        yield Part("The figures", ("The Board keeps no indicators.",))
        return
    every = tuple(line.reading.name for line in card.lines)
    yield Part("The figures in brief", (sentence(summary_words(card)),), about=every)
    for journey, lines in card.stages.items():
        head = ("Indicator", "Period", "Figure", "Since the period before", "Target", "Beside others")
        yield Part(stage_words(journey), (), (), head, tuple(map(_row, lines)), _WIDTHS)
    charts = tuple(line.reading.name for line in charted(card))
    if charts:
        yield Part("Figures that serve the priorities", charts=charts)


def charted(card: Scorecard) -> list[ScoreLine]:
    """The lines whose charts are shown: those that serve a priority and have figures."""
    held = [line for line in card.lines if line.indicator.priorities and line.reading.latest]
    return [line for line in held if any(one.value is not None for one in line.reading.own.values())][
        :_MOST_CHARTS
    ]


def _row(line: ScoreLine) -> tuple[str, ...]:
    reading = line.reading
    return (
        line.indicator.title,
        period_words(reading.latest.period) if reading.latest else "",
        reading.latest_words,
        reading.change,
        reading.target,
        beside_words(reading),
    )
