"""How much a template may do before it is stopped: rounds of loops and calls, text, large numbers, and time.

The pack of the sample Board takes 1,200 rounds and 190,000 characters. A template that needs a thousand times that does
not lay out a document.
"""

import functools
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from jinja2.exceptions import SecurityError

LONGEST_TEXT = 5_000_000
"""Characters of one text that a template puts together."""
LONGEST_LIST = 1_000_000
"""Items of one list that a template puts together."""
LONGEST_SOURCE = 500_000
"""Characters of a template's own file."""
LARGEST_NUMBER = 10**18
_AT_ONCE = frozenset({"count", "d", "default", "first", "last", "length"})
"""Filters that take as long for a long list as for a short one."""
_OF_ONE = frozenset({
    "abs", "anchor", "brag", "capitalize", "cell", "date", "int", "lower", "number", "paragraphs", "plural", "trim", "upper",
})  # fmt: skip
"""Filters for one text or number. Of a list they would write out all that is in it."""


@dataclass(frozen=True)
class Limits:
    """What one paper may take."""

    rounds: int = 2_000_000
    """Rounds of all loops and calls of macros together."""
    characters: int = 200_000_000
    """All text that is put together, each time it is."""
    seconds: float = 60


class Spent:
    """What the paper that is being written has taken so far; going beyond a limit raises SecurityError."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self.begin()

    def begin(self) -> None:
        """Another paper is begun."""
        self._rounds = self._characters = 0
        self._ends = time.monotonic() + self._limits.seconds

    def loop(self, items: Iterable[object]) -> Iterator[object]:
        """What a loop goes through, counted."""
        for item in items:
            self.rounds(1)
            yield item

    def charged(self, name: str, used: Callable[..., Any]) -> Callable[..., Any]:
        """A filter that counts a round for each item of a list that it goes through."""
        place = int(hasattr(used, "jinja_pass_arg"))

        @functools.wraps(used)
        def counting(*given: Any, **named: Any) -> Any:
            value = given[place]
            if isinstance(value, list | tuple | dict) and name not in _AT_ONCE:
                if name in _OF_ONE or (name == "groupby" and not all(isinstance(one, dict) for one in value)):
                    raise TypeError("this is not for lists")
                self.rounds(len(value))
            return used(*given, **named)

        return counting

    def rounds(self, count: int) -> None:
        self._rounds += count
        if self._rounds > self._limits.rounds:
            raise SecurityError(f"loops and calls of more than {self._limits.rounds:,} rounds in one paper")
        if time.monotonic() > self._ends:
            raise SecurityError(f"one paper takes more than {self._limits.seconds:g} seconds")

    def text(self, pieces: Iterable[str]) -> str:
        """The pieces in one, if that is not too long."""
        taken, length = [], 0
        for piece in pieces:
            length += len(piece)
            if length > LONGEST_TEXT:
                raise SecurityError("a text of more than five million characters is put together")
            taken.append(piece)
        self._characters += length
        if self._characters > self._limits.characters:
            raise SecurityError(f"texts of more than {self._limits.characters:,} characters in one paper")
        return "".join(taken)


def flat(items: list[object]) -> list[object]:
    """A list that a template writes out, if there are no lists in it: lists in lists in lists can be too large to see."""
    if any(isinstance(item, list | tuple | dict) for item in items):
        raise SecurityError("a list is put into a list")
    return items


def number(value: object) -> object:
    """The result of a sum, if it is not so large that the next sum would take minutes."""
    if isinstance(value, int) and abs(value) > LARGEST_NUMBER:
        raise SecurityError("a number of more than eighteen digits is worked out")
    return value
