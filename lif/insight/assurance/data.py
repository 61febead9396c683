"""How obligations stand: what was asked, what counted, what is lacking, and since or until when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from lif.records.framework import ClauseJudged, Need, Obligation
from lif.store.board import Loaded

State = Literal["met", "due", "overdue", "no-evidence", "judgement-needed", "not-met"]
"""`met`: everything asked is shown. `due`: nothing is late, and the day by which it is wanted is near, or it was never
done yet. `overdue`: the day has passed, or somebody judged it not met. `no-evidence`: nothing is recorded that it
could be shown on, and nothing says that it is late. `judgement-needed`: somebody has to judge it. `not-met`: it was
judged as asked, which is all that is wanted, and the judgement says that something of it is not met in full.
"""
STATES: tuple[State, ...] = get_args(State)
WORST_FIRST: tuple[State, ...] = ("overdue", "not-met", "judgement-needed", "no-evidence", "due", "met")


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing that counts: a record, or an entry or item in it."""

    loaded: Loaded
    day: date | None
    """The day from which it counts; None where it has none and counts always."""

    @property
    def id(self) -> str:
        """The id of the record."""
        return self.loaded.id


@dataclass(frozen=True, slots=True)
class NeedStanding:
    """One thing that has to be shown, and what shows it."""

    need: Need
    shown: bool
    hits: Sequence[Hit]
    """What counted, the latest first."""
    due: date | None
    """Until when it is shown; where it is not, by when it was or is to be. None where no day follows."""

    @property
    def last(self) -> date | None:
        """The day of the latest that counted."""
        return next((hit.day for hit in self.hits if hit.day), None)


@dataclass(frozen=True, slots=True)
class Part:
    """What an obligation is held to: one meeting, review or lesson; or the Board as a whole."""

    subject: Loaded | None
    """The record; None for the Board as a whole."""
    day: date
    """The day from which its time runs."""
    needs: Sequence[NeedStanding]

    @property
    def lacking(self) -> list[NeedStanding]:
        """What is not shown."""
        return [one for one in self.needs if not one.shown]

    def late(self, day: date) -> date | None:
        """The first day on which something fell due that is not shown; None where nothing is late."""
        return min((one.due for one in self.lacking if one.due and one.due < day), default=None)

    def next(self, day: date) -> date | None:
        """The next day on which something falls due; None where nothing does."""
        return min((one.due for one in self.needs if one.due and one.due >= day), default=None)


@dataclass(frozen=True, slots=True)
class PointStanding:
    """How one thing was judged, or the obligation as a whole."""

    point: str
    """Its id; "" for the whole."""
    text: str
    judged: ClauseJudged | None
    """The latest judgement; None where there is none."""
    until: date | None
    """Until when it counts."""
    current: bool
    """Whether there is one, and it is not too old."""

    @property
    def falls_short(self) -> bool:
        """Whether it was judged, not too long ago, and not as met."""
        return self.current and self.judged is not None and self.judged.result != "met"


@dataclass(frozen=True, slots=True)
class Standing:
    """How one obligation stands on a day."""

    obligation: Obligation
    state: State
    since: date | None
    """Since when it is overdue."""
    due: date | None
    """The next day on which something is wanted for it; None where no day follows from what is recorded."""
    begins: date
    """From when it applies."""
    parts: Sequence[Part]
    """What it is held to, the latest first; one part for the Board as a whole."""
    points: Sequence[PointStanding]
    """What is judged; empty where nothing is."""

    @property
    def section(self) -> str:
        """The id of its section, such as `F8`."""
        return self.obligation.id.partition(".")[0]

    @property
    def short_of(self) -> list[PointStanding]:
        """The points of which a judgement that still counts says that they are not met in full."""
        return [one for one in self.points if one.falls_short]

    @property
    def proof(self) -> list[Hit]:
        """The records that show it, each once with the latest of it that counts, the latest first."""
        hits = [hit for part in self.parts for need in part.needs for hit in need.hits]
        hits.sort(key=lambda hit: hit.day or date.min, reverse=True)
        found: dict[str, Hit] = {}
        for hit in hits:
            found.setdefault(hit.id, hit)
        return list(found.values())

    @property
    def last(self) -> date | None:
        """The day of the latest thing that counted."""
        return max((hit.day for hit in self.proof if hit.day), default=None)
