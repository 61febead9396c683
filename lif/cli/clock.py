"""`lif clock`: how long law and guidance give, and when that is over."""

import re
import textwrap
from datetime import date, datetime, time
from typing import Annotated, Any

import typer

from lif.cli import say
from lif.cli.fields import full_day
from lif.cli.forms import Form, FormOption
from lif.cli.noun import single
from lif.cli.state import State
from lif.cli.statute_errors import refused
from lif.statute.clocks import clock as find_clock
from lif.statute.clocks import clocks, used_by
from lif.statute.due import DayZero, Due, due, length_words, rule_words
from lif.statute.errors import StatuteError
from lif.statute.model import MARK_WORDS, Clock
from lif.statute.words import full_day_words
from lif.store.errors import WrongUse
from lif.store.load import load
from lif.store.root import BOARD_FILE

app = single()

_MOMENT = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]([0-9]{2}:[0-9]{2})")


@app.command()
def clock(
    ctx: typer.Context,
    clock_id: Annotated[
        str | None, typer.Argument(metavar="[CLOCK]", help="The clock, such as scr-notify.")
    ] = None,
    start: Annotated[
        str | None, typer.Argument(metavar="[DATE]", help="The day it starts, such as 2017-04-13.")
    ] = None,
    form: FormOption = Form.text,
) -> None:
    """When a clock of law or guidance is due, with its rule, source and mark. Without CLOCK, a list of them.

    Works outside a Board too; inside one, the Board's rule for day 0 applies.
    """
    try:
        if not clock_id:
            _list(form)
        elif start is None:
            _describe(find_clock(clock_id), form)
        else:
            find_clock(clock_id)
            _show(due(clock_id, _start(start), _day_zero(ctx)), form)
    except StatuteError as error:
        raise refused(error) from None


def _list(form: Form) -> None:
    if form is Form.json:
        say.result_json("clocks", {"clocks": [_as_data(one) for one in clocks().values()]})
        return
    rows = [
        (one.id, length_words(one), one.force, one.mark, f"{one.start} → {one.end}")
        for one in clocks().values()
    ]
    say.result(say.table(("Clock", "Length", "Force", "Mark", "From → to"), rows))
    say.aside(f"Marks: {'; '.join(f'{mark} {words}' for mark, words in MARK_WORDS.items())}.")
    say.aside("When one is due: lif clock scr-notify 2017-04-13")


def _describe(one: Clock, form: Form) -> None:
    if form is Form.json:
        say.result_json("clock", _as_data(one))
        return
    say.result(_lines([("Clock", one.id), *_rule_lines(one, rule_words(one))]))
    say.aside(f"When it is due: lif clock {one.id} DATE")


def _show(found: Due, form: Form) -> None:
    if form is Form.json:
        data = {
            "due": _iso(found.due),
            "start": _iso(found.start),
            **_as_data(found.clock),
            "counting": found.counting,
            "remarks": list(found.remarks),
        }
        say.result_json("clock", data)
        return
    backward = found.clock.direction == "backward"
    lines = [
        ("Due", f"{_words(found.due)}{' at the latest' if backward else ''}"),
        ("Planned for" if backward else "Counted from", _words(found.start)),
        ("Clock", found.clock.id),
        *_rule_lines(found.clock, found.rule),
        ("Counting", found.counting),
        *(("Remark", remark) for remark in found.remarks),
    ]
    say.result(_lines(lines))


def _rule_lines(one: Clock, rule: str) -> list[tuple[str, str]]:
    return [
        ("Rule", rule),
        ("Force", one.force),
        ("Source", one.source),
        ("Mark", f"{one.mark}, {MARK_WORDS[one.mark]}"),
    ]


def _as_data(one: Clock) -> dict[str, Any]:
    return {
        "rule": one.id,
        "from": one.start,
        "to": one.end,
        "length": one.length,
        "unit": one.unit,
        "direction": one.direction,
        "force": one.force,
        "source": one.source,
        "mark": one.mark,
        "verified": one.verified,
        "tests": [{"regime": regime, "test": test} for regime, test in used_by(one.id)],
    }


def _lines(pairs: list[tuple[str, str]]) -> str:
    width = min(say.width(), 110)
    return "\n".join(
        textwrap.fill(words, width, initial_indent=f"{name + ':':14}", subsequent_indent=" " * 14)
        for name, words in pairs
    )


def _words(day: date) -> str:
    words = full_day_words(day)
    return f"{words}, {day:%H:%M}" if isinstance(day, datetime) else words


def _iso(day: date) -> str:
    return day.isoformat(timespec="minutes") if isinstance(day, datetime) else day.isoformat()


def _start(text: str) -> date:
    """The day that was typed, or the moment. Raises WrongUse where there is no such day."""
    if moment := _MOMENT.fullmatch(text.strip()):
        day = date.fromisoformat(full_day(moment[1], "DATE") or "")
        try:
            return datetime.combine(day, time.fromisoformat(moment[2]))
        except ValueError:
            raise WrongUse(f"{text} is no moment.", "Write it as 2017-11-24T14:30.") from None
    return date.fromisoformat(full_day(text, "DATE") or "")


def _day_zero(ctx: typer.Context) -> DayZero:
    """The Board's rule for day 0; the day of the event outside a Board, or where its record is unreadable."""
    state: State = ctx.obj
    try:
        root = state.root
    except WrongUse:
        if state.given_root:
            raise
        return "event"
    board = load(root)
    if board.has_profile:
        return board.profile.settings.day_zero
    say.aside(f"{BOARD_FILE} cannot be read, so the day of the event is taken as day 0. See: lif validate")
    return "event"
