"""One thing that waits on somebody: what, on whom, by when, and the command that records it."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from lif.insight.actions.standing import ActionStanding
from lif.insight.titles import Titles
from lif.insight.waiting.window import Look
from lif.statute.model import Mark
from lif.store.board import Loaded

WaitingKind = Literal[
    "action-late", "action-this-week", "action-this-month", "action-undated",
    "clock", "plan-review", "step", "audit", "papers", "picks", "attendance", "decision",
    "risk", "challenge", "voice",
    "report", "return", "contribution", "figure", "commentary",
    "evidence", "evaluation", "sign-off",
]  # fmt: skip
"""`action-…`: an open action, by its due date. `clock`: a clock of law or guidance on a review. `plan-review`:
looking at what a plan changed. `step`: what comes next in a review. `audit`: holding an audit, or going back to it.
`papers`: the papers of a meeting. `picks`: performance items for discussion at it. `attendance`: who came to
a meeting that is over. `decision`: a decision of a meeting, to be carried out. `risk`: a risk to be looked at.
`challenge`: an answer to a challenge, or somebody to be told of it. `voice`: people who were heard, to be told what
came of it. `report`, `return`, `contribution`: what an agency was asked for and has not sent. `figure`, `commentary`:
an indicator's figure that is overdue, and what lies behind one that leaves something to ask.
`evidence`, `evaluation`, `sign-off`: what an action that is said to be done lacks before it is closed.
"""
WAITING_KINDS: tuple[WaitingKind, ...] = get_args(WaitingKind)


@dataclass(frozen=True, slots=True)
class Party:
    """Whom something waits on."""

    words: str
    """In the Board's own words, such as `Police, Missing Persons Coordinator`."""
    name: str
    """The same without the post, such as `Police`."""
    agency: str = ""
    """The agency's id; "" where it is no agency."""
    post: str = ""
    """The post in the agency, in words."""
    who: str = ""
    """The id of the role or group; "" where it is neither."""


@dataclass(frozen=True, slots=True)
class Basis:
    """The rule that a due day follows from, where law, guidance or practice gives one."""

    rule: str
    source: str
    mark: Mark
    verified: bool


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing that waits on somebody on a day."""

    kind: WaitingKind
    id: str
    """The full id of the record or item; of a report that did not come, the agency's."""
    title: str
    """What the record is about, in its own words, or what was asked for."""
    wanted: str
    """What is awaited, in plain words that quote no record."""
    on: Party
    command: str
    """The command that records it, with the id filled in."""
    loaded: Loaded
    """The record that says so, for its audience and marking."""
    due: date | None = None
    """By when; None where no day is set."""
    days: int | None = None
    """Days until then, negative where it has passed; the least where that varies."""
    since: date | None = None
    """Since when it waits: the day an action came into its state, the last day of a period to be reported on."""
    matters_to: str = ""
    """The id of the group or role it matters to: the one that closes the action, leads the audit or meets."""
    basis: Basis | None = None
    action: ActionStanding | None = None
    """The action, of the kinds that are about one."""

    @property
    def late(self) -> int:
        """Days past the due day, else 0."""
        return -self.days if self.days is not None and self.days < 0 else 0


def party(look: Look, name: str, words: str = "") -> Party:
    """Whoever a role, group or agency is, by its id."""
    profile = look.board.profile
    said = words or look.titles.who(name)
    if name in profile.roles or name in profile.groups:
        return Party(said, said, who=name)
    return Party(said, said, agency=name if look.titles.knows(name) else "")


def agency_party(titles: Titles, agency: str, post: str = "") -> Party:
    """An agency by its id, perhaps with the post in it."""
    name = titles.agency(agency)
    return Party(f"{name}, {post}" if post else name, name, agency=agency, post=post)
