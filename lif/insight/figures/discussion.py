"""Which indicators are worth a discussion, and why. It suggests; people pick.

Every reason is one that a reader can check against the figures. Weights only put the suggestions in an order.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from statistics import median

from lif.insight.figures.breaks import since_break
from lif.insight.figures.comparing import beside_words
from lif.insight.figures.questions import asked_about
from lif.insight.figures.readings import figure_words
from lif.insight.figures.scorecard import JOURNEY, Scorecard, ScoreLine
from lif.insight.wording import day_words, listed, period_bounds, period_words, times
from lif.records.indicator import Change
from lif.records.meeting import Meeting
from lif.store.board import Board

OUT_OF_THE_USUAL = 2
"""How many times its usual move a figure must have moved to be called unusual."""
FEWEST_MOVES = 3
"""Earlier moves from which the usual one is told."""
_PERIODS_RECENT = 2
"""A change of the measure or an open question within so many periods, the latest among them, is still news."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an indicator is worth a discussion."""

    code: str
    """`off-target`, `worse`, `unusual`, `behind`, `redefined`, `unexplained` or `questioned`."""
    words: str
    weight: int


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An indicator that is worth a discussion."""

    line: ScoreLine
    reasons: tuple[Reason, ...]
    before: tuple[str, ...]
    """The earlier meetings of the group that picked it, the latest last."""

    @property
    def name(self) -> str:
        """The indicator's id."""
        return self.line.reading.name

    @property
    def weight(self) -> int:
        """How pressing it is."""
        return sum(reason.weight for reason in self.reasons)

    @property
    def words(self) -> str:
        """The reasons as one sentence, with who picked it before."""
        said = "; ".join(reason.words for reason in self.reasons)
        if self.before:
            said += f"; picked {times(len(self.before))} before, last at {self.before[-1]}"
        return f"{said[:1].upper()}{said[1:]}."


def suggestions(board: Board, card: Scorecard, meeting: Meeting | None = None) -> list[Suggestion]:
    """The indicators with a reason, the most pressing first; those of a `meeting` say what its group picked before.

    Of two that press alike, what shows whether anybody is better off comes first, then the order of the journey.
    """
    earlier = _picked_before(board, meeting)
    found = [
        Suggestion(line, reasons, tuple(earlier.get(line.reading.name, ())))
        for line in card.lines
        if (reasons := (*reasons_of(line, card.day), *_questioned(board, line, card.day)))
    ]
    return sorted(
        found,
        key=lambda one: (
            -one.weight,
            one.line.indicator.measures != "better-off",
            JOURNEY.index(one.line.indicator.journey),
            one.name,
        ),
    )


def reasons_of(line: ScoreLine, day: date) -> Iterator[Reason]:
    """What there is to ask about an indicator on a day: off target, changed, behind others, unexplained."""
    reading, indicator = line.reading, line.indicator
    if reading.latest is None:
        return
    if line.met is False and indicator.target:
        aim = figure_words(indicator.target.value, indicator)
        statutory = indicator.target.basis == "statutory-minimum"
        minimum = ", a statutory minimum" if statutory else ""
        words = f"off target: {reading.latest_words} against {aim}{minimum}"
        yield Reason("off-target", words, 4 if statutory else 3)
    if line.trend.verdict == "worse":
        yield Reason("worse", line.trend.words.removesuffix(": worse") + ", for the worse", 2)
    elif line.moved == "worse":
        yield Reason("worse", reading.change, 1)
    unusual = _unusual(line)
    if unusual:
        yield Reason("unusual", unusual, 2)
    if line.verdicts and set(line.verdicts.values()) == {"worse"}:
        yield Reason("behind", beside_words(reading).partition("; not compared")[0], 1)
    changed = _newly_changed(line, day)
    if changed:
        how = "the series broke on" if changed.breaks_series else "measured differently since"
        words = f"{how} {day_words(changed.date)}"
        yield Reason("redefined", words, 1)
    if not line.told:
        when = period_words(reading.latest.period)
        yield Reason("unexplained", f"nobody has said what lies behind the figure for {when}", 2)


def _questioned(board: Board, line: ScoreLine, day: date) -> Iterator[Reason]:
    """Whether the Board's own figures raise questions that nobody has answered by the day."""
    latest = line.reading.latest
    if latest is None:
        return
    asked = asked_about(board, board.by_id[line.reading.name], day)
    recent = [period for period in line.reading.periods if period in line.reading.own][-_PERIODS_RECENT:]
    # That nobody has said anything about the latest figure is a reason by itself.
    open_ = [
        one
        for one in asked.questions
        if one.answered_by is None
        and one.area == board.profile.area.code
        and one.period in recent
        and (line.told or one.period != latest.period or one.severity != "remark")
    ]
    if open_:
        which = listed(f"{period_words(one.period)} ({one.code})" for one in open_)
        words = f"a question about the figure for {which} is not answered"
        yield Reason("questioned", words, 2)


def _unusual(line: ScoreLine) -> str:
    """Whether the last move is out of the usual: more than twice the median of the moves before it."""
    reading, indicator = line.reading, line.indicator
    held = [period for period in reading.periods if period in reading.own]
    figures = [reading.own[period].value for period in since_break(indicator, held)]
    moves = [
        None if before is None or after is None else abs(after - before)
        for before, after in pairwise(figures)
    ]
    if not moves or moves[-1] is None:
        return ""
    earlier = [move for move in moves[:-1] if move is not None]
    if len(earlier) < FEWEST_MOVES:
        return ""
    usual, last = median(earlier), moves[-1]
    if round(last, indicator.places) <= round(OUT_OF_THE_USUAL * usual, indicator.places):
        return ""
    point = "points" if indicator.unit == "percent" else ""
    moved, often = (f"{round(one, indicator.places):,} {point}".strip() for one in (last, usual))
    return f"moved by {moved} since the period before, where {often} is usual"


def _newly_changed(line: ScoreLine, day: date) -> Change | None:
    """The last change of the measure, where it lies within the latest periods."""
    reading = line.reading
    recent = [period for period in reading.periods if period in reading.own][-_PERIODS_RECENT:]
    changes = [
        change
        for change in line.indicator.changes
        if recent and period_bounds(recent[0])[0] <= change.date <= day
    ]
    return max(changes, key=lambda change: change.date, default=None)


def _picked_before(board: Board, meeting: Meeting | None) -> dict[str, list[str]]:
    """The meetings of the same group before it that picked an indicator, by the indicator, in order."""
    if meeting is None:
        return {}
    earlier = [
        loaded.record
        for loaded in board.of("meeting")
        if loaded.record.group == meeting.group and loaded.record.date < meeting.date
    ]
    found: dict[str, list[str]] = {}
    for one in sorted(earlier, key=lambda one: one.date):
        for item in one.picked:
            found.setdefault(item.indicator, []).append(one.id)
    return found
