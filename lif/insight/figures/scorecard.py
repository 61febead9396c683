"""The scorecard: every indicator on one line, in the order of the journey of the child.

The terminal, the workbook, the papers and the pack all show these lines.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import get_args

from lif.insight.figures.breaks import break_between
from lif.insight.figures.comparing import Trend, Verdict, trend, verdict, verdicts
from lif.insight.figures.readings import Reading, read_indicator
from lif.insight.wording import counted, plain
from lif.records.indicator import Indicator
from lif.store.board import Board

JOURNEY: tuple[str, ...] = get_args(Indicator.model_fields["journey"].annotation)
"""The places on the journey of the child, from the first help on."""
MEASURES_WORDS = {
    "how-much": "effort: how much",
    "how-well": "effort: how well",
    "better-off": "effect: better off",
}


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """An indicator on the scorecard."""

    reading: Reading
    trend: Trend
    verdicts: dict[str, Verdict]
    """How the latest figure stands to each comparator that has one, by the comparator's name."""
    met: bool | None
    """Whether the target is met; None where there is none or no figure to hold against it."""
    moved: Verdict | None
    """How the latest figure stands to the one before; None where one of them is missing, or the series broke."""
    told: bool
    """Whether somebody has said by the day what lies behind the latest figure."""

    @property
    def indicator(self) -> Indicator:
        """The indicator itself."""
        return self.reading.indicator


@dataclass(frozen=True, slots=True)
class Scorecard:
    """All lines, in the order of the journey."""

    lines: tuple[ScoreLine, ...]
    day: date

    @property
    def names(self) -> list[str]:
        """The ids of its indicators."""
        return [line.reading.name for line in self.lines]

    @property
    def stages(self) -> dict[str, list[ScoreLine]]:
        """The lines by their place on the journey; places without any are left out."""
        found: dict[str, list[ScoreLine]] = {}
        for line in self.lines:
            found.setdefault(line.indicator.journey, []).append(line)
        return found


def scorecard(
    board: Board,
    day: date,
    *,
    journey: Collection[str] = (),
    priorities: Collection[str] = (),
    themes: Collection[str] = (),
) -> Scorecard:
    """The scorecard on a day; of some places on the journey, priorities or themes only, where they are given."""
    chosen = [
        loaded
        for loaded in board.of("indicator")
        if (not journey or loaded.record.journey in journey)
        and (not priorities or set(priorities) & set(loaded.record.priorities))
        and (not themes or set(themes) & set(loaded.record.themes))
    ]
    chosen.sort(key=lambda loaded: JOURNEY.index(loaded.record.journey))
    readings = [
        read_indicator(one.id, one.record, board.values.get(one.id, ()), board.profile, day) for one in chosen
    ]
    return Scorecard(tuple(score_line(reading, day) for reading in readings), day)


def score_line(reading: Reading, day: date) -> ScoreLine:
    """One line, from what the figures say on a day."""
    return ScoreLine(
        reading=reading,
        trend=trend(reading),
        verdicts=verdicts(reading),
        met=target_met(reading),
        moved=moved(reading),
        told=told(reading, day),
    )


def stage_words(journey: str) -> str:
    """A place on the journey as a heading: `Child protection`."""
    return plain(journey).capitalize() if journey != "across" else "Across the journey"


def summary_words(card: Scorecard) -> str:
    """How many figures there are, how many targets are met, and what is suppressed or untold."""
    latest = [line.reading.latest for line in card.lines]
    parts = [counted(len(card.lines), "indicator")]
    aimed = [line for line in card.lines if line.met is not None]
    if aimed:
        parts.append(f"{sum(line.met is True for line in aimed)} of {counted(len(aimed), 'target')} met")
    for word in ("better", "worse"):
        parts.append(f"{sum(line.moved == word for line in card.lines)} {word} than the period before")
    suppressed = sum(value is not None and value.mark == "c" for value in latest)
    parts += [f"{suppressed} suppressed"] if suppressed else []
    without = sum(value is None for value in latest)
    parts += [f"{without} without a figure yet"] if without else []
    untold = sum(line.reading.latest is not None and not line.told for line in card.lines)
    parts += [f"{untold} whose latest figure nobody has explained"] if untold else []
    return "; ".join(parts)


def met_words(card: Scorecard) -> str:
    """What the figures show in one sentence: how many targets are met, and which way the figures went."""
    aimed = [line for line in card.lines if line.met is not None]
    met = sum(line.met is True for line in aimed)
    better, worse = (sum(line.moved == way for line in card.lines) for way in ("better", "worse"))
    targets = f"{met or 'none'} of {counted(len(aimed), 'target')} {'is' if met == 1 else 'are'} met"
    ways = f"{better or 'none'} {'are' if better > 1 else 'is'} better than the period before and {worse or 'none'} worse"
    said = targets if aimed else "no target can be held against a figure"
    return f"{said}; of {counted(len(card.lines), 'indicator')} {ways}"


def target_met(reading: Reading) -> bool | None:
    """Whether the latest figure meets the target; None where nothing can be said."""
    indicator, latest = reading.indicator, reading.latest
    if indicator.target is None or latest is None or latest.value is None or indicator.polarity == "neither":
        return None
    aim = Decimal(str(indicator.target.value))
    return latest.value <= aim if indicator.polarity == "lower-is-better" else latest.value >= aim


def moved(reading: Reading) -> Verdict | None:
    """How the latest own figure stands to the one before; None where one of the two is missing or the series broke."""
    rows = [reading.own[period] for period in reading.periods if period in reading.own][-2:]
    if len(rows) < 2 or rows[0].value is None or rows[1].value is None:
        return None
    if break_between(reading.indicator, rows[0].period, rows[1].period):
        return None
    return verdict(rows[1].value, rows[0].value, reading.indicator)


def told(reading: Reading, day: date) -> bool:
    """Whether there is commentary on the latest period, written by the day."""
    return reading.latest is not None and any(
        one.period == reading.latest.period and one.date <= day for one in reading.indicator.commentary
    )
