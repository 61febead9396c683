"""What adding an entry asks in every log: a day that has come, keys in their order, and that the record still holds."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any, get_args

from lif.insight.wording import day_words
from lif.records.base import Entry
from lif.store.board import Board, Loaded
from lif.store.checking import check_value
from lif.store.errors import Refusal
from lif.store.yaml_reader import read

Said = Mapping[str, Any]
"""The keys of an entry as a user gave them: `date`, `by`, `entry` and those of its kind."""
Log = tuple[str | int, ...]
"""Where a log stands in its record, such as `("log",)` or `("actions", 2, "log")`."""
_HEAD = ("date", "by", "entry")


def day_of_entry(name: str, said: Said, today: date, noun: str) -> date:
    """The day of an entry. Raises Refusal where it lies ahead; `noun` says what `name` is, as in "a review"."""
    day = date.fromisoformat(said["date"])
    if day > today:
        raise Refusal(
            f"{name}: {day_words(day)} lies ahead; today is {day_words(today)}. The log of {noun} holds what has "
            "happened.",
            "Give the day on which it happened with: --date, or record it when it has.",
        )
    return day


def in_order(said: Said, entries: Any) -> dict[str, Any]:
    """The keys that say something: day, who and what first, the note last, the others as their kind has them.

    `entries` are the kinds of entry of a log, as its model names them.
    """
    kind = _kinds(entries).get(said["entry"])
    own = [key for key in kind.model_fields if key != "note"] if kind else []
    order = dict.fromkeys([*_HEAD, *own, *said])
    return {key: said[key] for key in order if said.get(key) not in (None, [], {})}


@cache
def _kinds(entries: Any) -> dict[str, type[Entry]]:
    """The kinds of entry by the word under which they are kept."""
    kinds: tuple[type[Entry], ...] = get_args(get_args(entries)[0])
    return {str(get_args(kind.model_fields["entry"].annotation)[0]): kind for kind in kinds}


def with_written(
    board: Board,
    loaded: Loaded,
    log: Log,
    written: Sequence[Said],
    *,
    name: str,
    first: int,
    keys: Mapping[str, Any] | None = None,
) -> Any:
    """The record as its model reads it with entries written into a log, the first of them at a position.

    `keys` are other keys of the record that are set besides. Raises Refusal with what is wrong in plain words;
    `name` is what the entries are recorded of.
    """
    value = read(board.read(loaded.file)).value or {}
    changed = {**_inserted(value, log, first, written), **(keys or {})}
    record, faults = check_value(loaded.kind, changed, loaded.file)
    if record is not None:
        return record
    lines = []
    for fault in faults:
        message = fault.message
        for place in range(first, first + len(written)):
            prefix = f"{_place(log)} {place + 1}"
            message = message.removeprefix(f"{prefix}, ").removeprefix(f"{prefix}: ")
        lines.append(f"  {message[:1].upper()}{message[1:]} {fault.hint}".rstrip())
    raise Refusal("\n".join([f"{name}: this was not recorded:", *lines]), "Correct it and try again.")


def _inserted(value: Any, log: Log, first: int, written: Sequence[Said]) -> Any:
    """A value in which the entries stand in the log; nothing of the value itself is changed."""
    if not log:
        entries = list(value or [])
        return [*entries[:first], *written, *entries[first:]]
    part, rest = log[0], log[1:]
    if isinstance(part, int):
        return [
            _inserted(one, rest, first, written) if number == part else one
            for number, one in enumerate(value)
        ]
    return {**value, part: _inserted(value.get(part), rest, first, written)}


def _place(log: Log) -> str:
    """The place as findings say it: `log`, or `actions 3, log`."""
    words = ""
    for part in log:
        words += f" {part + 1}" if isinstance(part, int) else f", {part}" if words else part
    return words
