"""What the template of a calendar is given: each month as weeks of days, and as a list."""

from collections.abc import Sequence
from datetime import date, timedelta

from lif.insight.calendar.items import Span
from lif.insight.calendar.lines import WEEKDAYS, Line, month_words, months_of
from lif.insight.wording import counted, day_words
from lif.publish.contexts.names import Context
from lif.store.board import Board

_IN_A_DAY = 4
"""How many lines a day of the month's sheet may have; the list below it has all."""


def calendar_context(board: Board, lines: Sequence[Line], span: Span, day: date) -> Context:
    """The content of a calendar."""
    late = sum(line.state == "late" for line in lines)
    entries = counted(len(lines), "entry", "entries")
    of_them = f" {late} of them {'is' if late == 1 else 'are'} late." if late else ""
    return {
        "board": board.profile.name,
        "fictional": board.profile.fictional,
        "summary": f"{entries}, as things stood on {day_words(day)}.{of_them}",
        "months": [
            _month(month, [line for line in lines if month.holds(line.day)]) for month in months_of(span)
        ],
    }


def _month(month: Span, lines: Sequence[Line]) -> Context:
    return {
        "title": month_words(month),
        "weeks": _weeks(month, lines) if lines else [],
        "lines": [
            {
                "day": f"{WEEKDAYS[line.day.weekday()]} {line.day.day}",
                "about": line.about,
                "id": line.ids,
                "late": line.state == "late",
                "stands": line.stands.removeprefix("late").removeprefix(", "),
                "who": "" if line.first.kind == "meeting" else line.who,
                "place": line.first.place,
            }
            for line in lines
        ],
    }


def _weeks(month: Span, lines: Sequence[Line]) -> list[list[Context]]:
    """The weeks of a month from Monday to Sunday; days of other months are left empty."""
    day = month.first - timedelta(days=month.first.weekday())
    weeks = []
    while day <= month.last:
        week = []
        for _ in range(7):
            inside = month.holds(day)
            texts = [_short(line) for line in lines if line.day == day]
            more = [f"and {len(texts) - _IN_A_DAY + 1} more"] if len(texts) > _IN_A_DAY else []
            kept = texts[: _IN_A_DAY - 1] if more else texts
            week.append({"number": str(day.day) if inside else "", "lines": [*kept, *more] if inside else []})
            day += timedelta(days=1)
        weeks.append(week)
    return weeks


def _short(line: Line) -> str:
    """What falls on a day in so few words that they fit on a sheet of the month."""
    words = "\n".join(filter(None, [line.what, "" if line.first.kind == "meeting" else line.ids]))
    return f"{words} (late)" if line.state == "late" else words
