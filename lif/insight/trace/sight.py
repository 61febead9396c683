"""From where a Board is looked at: the day, and what things are called there."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property

from lif.insight.actions.standing import ActionStanding
from lif.insight.titles import Titles
from lif.insight.trace.model import Node
from lif.insight.wording import day_words
from lif.records.base import Withdrawn
from lif.records.board import Settings


@dataclass(frozen=True)
class Sight:
    """What the builders of nodes need to know besides the record."""

    day: date
    settings: Settings
    titles: Titles
    standings: dict[str, ActionStanding] = field(default_factory=dict)
    """Where each action stands, by its full id; filled while the nodes are built."""

    @cached_property
    def who(self) -> Callable[[str], str]:
        """What a role, group or agency is called; the same few come again and again."""
        return cache(self.titles.who)

    def item(
        self,
        name: str,
        kind: str,
        text: str,
        withdrawn: Withdrawn | None,
        *,
        state: str = "",
        by: str = "",
    ) -> Node:
        """The node of a numbered item; one that was withdrawn by the day says so."""
        if withdrawn and withdrawn.date <= self.day:
            gone = f"withdrawn on {day_words(withdrawn.date)}"
            return Node(name, kind, kind.capitalize(), one_line(text), gone, withdrawn.date, withdrawn=True)
        return Node(name, kind, kind.capitalize(), one_line(text), state, by=by)


def one_line(text: str) -> str:
    """A text without its breaks."""
    return " ".join(text.split())
