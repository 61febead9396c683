"""What an agency may be told of what waits on it, and what it is not: each letter holds the agency's own and no more.

A record for agencies or for everybody is named by its title. One for the Board alone is named by its number, with
that which the agency itself was asked to do and nothing else of it. One for the Board's office stands in no letter.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from lif.insight.audience import telling
from lif.insight.waiting.items import Waiting, WaitingKind
from lif.records.agency import Agency
from lif.store.board import Board

_DUE: tuple[WaitingKind, ...] = ("action-this-week", "action-this-month")
_ASKED: tuple[WaitingKind, ...] = ("report", "return", "contribution", "figure", "commentary")
_HELD: tuple[WaitingKind, ...] = ("risk", "voice")
_CHASED: tuple[WaitingKind, ...] = (
    "action-late", *_DUE, "action-undated", "evidence", *_ASKED, "audit", "challenge", *_HELD, "decision",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Owed:
    """What one agency is asked for in its letter."""

    agency: str
    record: Agency
    items: tuple[Waiting, ...]

    def of(self, *kinds: WaitingKind) -> list[Waiting]:
        """Those of some kinds, the most urgent first."""
        return [one for one in self.items if one.kind in kinds]

    @property
    def late(self) -> list[Waiting]:
        """The actions that are late."""
        return self.of("action-late")

    @property
    def due(self) -> list[Waiting]:
        """The actions that are due within a month."""
        return self.of(*_DUE)

    @property
    def undated(self) -> list[Waiting]:
        """The actions without a due date."""
        return self.of("action-undated")

    @property
    def evidence(self) -> list[Waiting]:
        """The actions that are said to be done, without evidence."""
        return self.of("evidence")

    @property
    def asked(self) -> list[Waiting]:
        """Reports, returns, contributions, figures and commentaries that were asked for and did not come."""
        return self.of(*_ASKED)

    @property
    def audits(self) -> list[Waiting]:
        """Audits that the agency leads and that are to be held or gone back to."""
        return self.of("audit")

    @property
    def challenges(self) -> list[Waiting]:
        """Challenges that the agency is to answer, or to tell somebody of."""
        return self.of("challenge")

    @property
    def held(self) -> list[Waiting]:
        """Risks that the agency holds and is to look at, and people it heard who wait to be told."""
        return self.of(*_HELD)

    @property
    def decisions(self) -> list[Waiting]:
        """Decisions of meetings that the agency is to carry out."""
        return self.of("decision")


@dataclass(frozen=True, slots=True)
class Chase:
    """Who is to be written to, and who is not."""

    owed: tuple[Owed, ...]
    """The agencies of which something is wanted, in order of their ids."""
    nothing: tuple[str, ...]
    """The agencies on which nothing waits."""
    gone: tuple[Owed, ...]
    """Those that left the Board, although something waits on them still."""
    withheld: tuple[Waiting, ...]
    """What stands in no letter, because its record is kept for the Board's office."""


def chase_of(board: Board, found: Iterable[Waiting], agencies: Sequence[str], day: date) -> Chase:
    """What is wanted of each of these agencies, out of all that waits on a day."""
    of_agency: dict[str, list[Waiting]] = {name: [] for name in agencies}
    withheld = []
    for one in found:
        if one.kind not in _CHASED or one.on.agency not in of_agency:
            continue
        if telling(one.loaded) == "nothing":
            withheld.append(one)
        else:
            of_agency[one.on.agency].append(one)
    owed = [Owed(name, board.by_id[name].record, tuple(items)) for name, items in of_agency.items() if items]
    return Chase(
        owed=tuple(one for one in owed if not _gone(one.record, day)),
        nothing=tuple(name for name, items in of_agency.items() if not items),
        gone=tuple(one for one in owed if _gone(one.record, day)),
        withheld=tuple(withheld),
    )


def _gone(agency: Agency, day: date) -> bool:
    return agency.left is not None and agency.left.latest < day
