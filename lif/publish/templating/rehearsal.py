"""A rehearsal: papers are made as far as their templates, and nothing is typeset or written.

`lif template check` tries every template with what the papers of a Board really give it. The papers need not know of
it: the few doors through which all of them go, in `paper_files`, ask here whether it is a rehearsal.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from lif.publish.templating.values import Value


@dataclass
class Rehearsal:
    """What was given to which template, in the order in which they were rendered."""

    given: list[tuple[str, Mapping[str, Value]]] = field(default_factory=list)

    def note(self, name: str, given: Mapping[str, Value]) -> None:
        """A template is about to be rendered with this."""
        self.given.append((name, given))


_NOW: ContextVar[Rehearsal | None] = ContextVar("rehearsal", default=None)


def rehearsal() -> Rehearsal | None:
    """The rehearsal that goes on; None where papers are made in earnest."""
    return _NOW.get()


@contextmanager
def rehearsing() -> Iterator[Rehearsal]:
    """While this lasts, papers are rehearsed."""
    now = Rehearsal()
    token = _NOW.set(now)
    try:
        yield now
    finally:
        _NOW.reset(token)
