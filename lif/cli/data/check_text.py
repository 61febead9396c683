"""What `lif data check` says: the open questions by indicator, what was answered by whom, what rounding explains."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from lif.cli import say
from lif.insight.figures.questions import IndicatorQuestions, area_titles
from lif.insight.titles import Titles
from lif.insight.wording import counted, day_words, listed
from lif.records.indicator import UNIT_AFTER, Indicator
from lif.rules.figures.question import Question, Rounded
from lif.store.board import Board
from lif.store.findings import Finding

_MOST_ROUNDED = 4


def check_text(board: Board, found: Sequence[IndicatorQuestions], *, with_answered: bool) -> str:
    """Every indicator about which something is to be said, and how many were looked at."""
    parts = [part for one in found if (part := _indicator(board, one, with_answered=with_answered))]
    return "\n".join([*(f"{part}\n" for part in parts), _sum(found)])


def _indicator(board: Board, one: IndicatorQuestions, *, with_answered: bool) -> str:
    lines = [_line(each.code, each.severity, each.message, each.hint) for each in one.about_record]
    lines += [_line(each.code, each.severity, each.message, each.hint) for each in one.open]
    if one.unread:
        lines.append(f"  Its figures cannot all be read. See: lif validate {_figures_file(one)}")
    if with_answered:
        lines += [_answered(board, one, each) for each in one.answered]
    if one.asked.rounded and (with_answered or lines):
        lines.append(_rounded(board, one))
    if not lines:
        return ""
    return "\n".join([f"{one.loaded.id}: {one.loaded.record.title}", *lines])


def _line(code: str, severity: str, message: str, hint: str) -> str:
    said = say.wrapped(f"  {code} ({severity}) {message}", indent="    ")
    return (
        f"{said}\n    {say.on_one_line(hint)}" if hint else said
    )  # a command that is cut could not be copied


def _answered(board: Board, one: IndicatorQuestions, asked: Question) -> str:
    indicator: Indicator = one.loaded.record
    said = indicator.commentary[asked.answered_by or 0]
    who = Titles(board).who(said.by)
    return say.wrapped(
        f"  {asked.code} about {asked.period}: answered by {who} on {day_words(said.date)}.", indent="    "
    )


def _rounded(board: Board, one: IndicatorQuestions) -> str:
    """The published figures that differ from their counts because those are rounded."""
    indicator: Indicator = one.loaded.record
    names = area_titles(board)
    shown = [_one_rounded(each, indicator, names) for each in one.asked.rounded[:_MOST_ROUNDED]]
    more = len(one.asked.rounded) - len(shown)
    shown += [f"{more} more"] if more else []
    to = listed(str(number) for number in sorted({each.rounded_to for each in one.asked.rounded}))
    figures = counted(len(one.asked.rounded), "published figure")
    are = "differs" if len(one.asked.rounded) == 1 else "differ"
    return say.wrapped(
        f"  Nothing to ask: {figures} {are} from the counts beside them because those are rounded to {to}: "
        f"{listed(shown)}.",
        indent="    ",
    )


def _one_rounded(each: Rounded, indicator: Indicator, names: dict[str, str]) -> str:
    after = UNIT_AFTER.get(indicator.unit, "")
    expected = f"{each.expected:,.{each.decimals}f}{after}"
    return f"{names.get(each.area, each.area)} {each.period} {each.figure:,f}{after} (counts make {expected})"


def _sum(found: Sequence[IndicatorQuestions]) -> str:
    figures = sum(len(one.values) for one in found)
    asked = sum(len(one.open) + len(one.about_record) for one in found)
    answered = sum(len(one.answered) for one in found)
    are = "is" if asked == 1 else "are"
    said = f"{counted(len(found), 'indicator')} with {counted(figures, 'figure')} looked at: "
    said += f"{counted(asked, 'question')} {are} open" if asked else "nothing is left to ask"
    said += f", {answered} answered" if answered else ""
    return f"{said}. What a code means: lif explain CODE" if asked else f"{said}."


def _figures_file(one: IndicatorQuestions) -> str:
    return one.loaded.file.removesuffix(".yaml") + ".csv"


def check_json(board: Board, found: Sequence[IndicatorQuestions], day: date) -> dict[str, Any]:
    """The same for programs, answered questions included."""
    return {
        "asOf": day.isoformat(),
        "indicators": [_indicator_json(area_titles(board), one) for one in found],
    }


def _indicator_json(names: dict[str, str], one: IndicatorQuestions) -> dict[str, Any]:
    indicator: Indicator = one.loaded.record
    return {
        "name": one.loaded.id,
        "title": indicator.title,
        "figures": len(one.values),
        "unread": one.unread,
        "questions": [
            *(_finding_json(each) for each in one.about_record),
            *(_question_json(names, one, each) for each in one.asked.questions),
        ],
        "rounded": [
            {
                "area": each.area,
                "name": names.get(each.area, each.area),
                "period": each.period,
                "value": float(each.figure),
                "expected": round(each.expected, each.decimals),
                "roundedTo": each.rounded_to,
            }
            for each in one.asked.rounded
        ],
    }


def _finding_json(each: Finding) -> dict[str, Any]:
    return {
        "code": each.code, "severity": each.severity, "area": None, "areaName": None, "period": None,
        "file": each.file, "line": each.line, "message": each.message, "hint": each.hint, "answered": None,
    }  # fmt: skip


def _question_json(names: dict[str, str], one: IndicatorQuestions, each: Question) -> dict[str, Any]:
    indicator: Indicator = one.loaded.record
    said = indicator.commentary[each.answered_by] if each.answered_by is not None else None
    return {
        "code": each.code, "severity": each.severity, "area": each.area,
        "areaName": names.get(each.area, each.area), "period": each.period,
        "file": _figures_file(one), "line": each.line, "message": each.message, "hint": each.hint,
        "answered": {"by": said.by, "date": said.date.isoformat()} if said else None,
    }  # fmt: skip
