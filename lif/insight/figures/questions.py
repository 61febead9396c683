"""What is to be asked about an indicator and its figures on a day: what the records say, what git keeps, what is due."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from lif.insight.wording import day_words, period_bounds
from lif.records.indicator import Indicator, Value
from lif.records.periods import Months, form_of, months_of, period_at
from lif.rules.figures.asking import Asked, asked_of
from lif.rules.figures.course import in_order
from lif.rules.figures.definitions import Edit, unnoted
from lif.rules.figures.question import Question
from lif.rules.ignoring import heed
from lif.rules.indicators import indicator_faults
from lif.rules.register import indicator_outline
from lif.store.board import Board, Loaded
from lif.store.faults import Fault, located
from lif.store.findings import Finding


@dataclass(frozen=True, slots=True)
class IndicatorQuestions:
    """All that is to be asked about one indicator."""

    loaded: Loaded
    values: Sequence[Value]
    asked: Asked
    about_record: Sequence[Finding]
    """What is asked about the indicator itself: its polarity, its definition, a figure that is overdue."""
    unread: bool
    """Whether its figures could not be read, so that nothing was asked about them."""

    @property
    def open(self) -> list[Question]:
        """The questions about figures that nobody has answered."""
        return [one for one in self.asked.questions if one.answered_by is None]

    @property
    def answered(self) -> list[Question]:
        """Those that a commentary answers."""
        return [one for one in self.asked.questions if one.answered_by is not None]


def area_titles(board: Board) -> dict[str, str]:
    """The names of the Board's area and its comparators by code."""
    profile = board.profile
    return {
        **{other.code: other.name for other in profile.comparators},
        profile.area.code or "": profile.area.name,
    }


def asked_about(board: Board, loaded: Loaded, day: date | None = None) -> Asked:
    """What the records alone ask about the figures of an indicator; on a day, by what was known and said by then."""
    indicator: Indicator = loaded.record
    outline = indicator_outline(indicator)
    values: Sequence[Value] = board.values.get(loaded.id, ())
    if day is not None:
        values = [value for value in values if period_bounds(value.period)[0] <= day]
        # What was said later keeps its place, so that places stay those of the record.
        said = zip(outline.commented, indicator.commentary, strict=True)
        outline = outline._replace(
            commented=tuple(told if each.date <= day else ("", ()) for told, each in said),
            breaks=tuple(when for when in outline.breaks if when <= day.isoformat()),
        )
    return asked_of(loaded.id, outline, values, board.profile.area.code or "", area_titles(board))


def questions_on(board: Board, loaded: Loaded, day: date, edits: Iterable[Edit] = ()) -> IndicatorQuestions:
    """Everything to be asked about an indicator on a day. `edits` are those that git keeps of it."""
    figures = loaded.file.removesuffix(".yaml") + ".csv"
    faults = list(indicator_faults(loaded))
    faults += _unnoted(loaded, edits)
    faults += _overdue(board, loaded, day)
    findings = located(faults, board.read)
    heeded = heed(findings, [loaded.file] if loaded.ignores else [], board.read)
    return IndicatorQuestions(
        loaded,
        board.values.get(loaded.id, ()),
        asked_about(board, loaded, day),
        [one for one in heeded if one in findings],
        any(one.file == figures and one.severity == "error" for one in board.findings),
    )


def _unnoted(loaded: Loaded, edits: Iterable[Edit]) -> list[Fault]:
    """Changes to what is counted that the change log does not explain."""
    faults = []
    for one in unnoted(edits):
        when = f"saved on {day_words(one.day)}" if one.day else "not saved yet"
        message = f"{loaded.id}: the {one.key} was changed ({when}), and nothing in the change log says what or why."
        hint = f"Say it, so that the Board hears of it: lif data change {loaded.id} --text …"
        if one.day:
            hint += f" --date {one.day}"
        faults.append(Fault(loaded.file, (one.key,), "D558", message, hint, loaded.id, "remark"))
    return faults


def overdue_period(board: Board, loaded: Loaded, day: date) -> str:
    """The period whose figure should have come: a whole period more has passed since its end. "" where none should.

    None is awaited where the Board's own area never had a figure, or a commentary says why there is none.
    """
    indicator: Indicator = loaded.record
    own = _own(board, loaded, day)
    if not own:
        return ""
    latest, form = months_of(own[-1].period), form_of(own[-1].period)
    wanted = period_at(form, Months(latest.end, latest.length))
    after = period_at(form, Months(latest.end + latest.length, latest.length))
    told = any(each.period == wanted and each.date <= day for each in indicator.commentary)
    return "" if told or period_bounds(after)[1] >= day else wanted


def _overdue(board: Board, loaded: Loaded, day: date) -> list[Fault]:
    wanted = overdue_period(board, loaded, day)
    if not wanted:
        return []
    message = (
        f"{loaded.id}: the latest figure is for {_own(board, loaded, day)[-1].period}. The one for {wanted} has not "
        f"come, although {wanted} ended on {day_words(period_bounds(wanted)[1])}."
    )
    hint = (
        f"Bring it in: lif data import {loaded.id} FILE.csv. If it is not to be had, say why: "
        f"lif data comment {loaded.id} --period {wanted}"
    )
    return [Fault(loaded.file, (), "D560", message, hint, loaded.id, "remark", line=1)]


def _own(board: Board, loaded: Loaded, day: date) -> list[Value]:
    """The rows of the Board's own area whose periods had begun by a day, in order."""
    return in_order(
        [
            value
            for value in board.values.get(loaded.id, ())
            if value.area == board.profile.area.code and period_bounds(value.period)[0] <= day
        ]
    )
