"""Who was asked for a return, what came by a day, and who is missing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from lif.insight.audits.standing import planned_until
from lif.insight.entries import until
from lif.insight.returns.cycle import CycleYear, cycle_year
from lif.records.agency import Agency
from lif.records.audit import Audit, Moderated, Planned, Returned
from lif.records.instrument import Instrument
from lif.records.returns import AnswerRow
from lif.store.board import Board, Loaded

ReturnState = Literal["received", "declared", "carried-forward", "missing", "not-asked"]
RETURN_STATES: tuple[ReturnState, ...] = get_args(ReturnState)
STATE_WORDS: dict[ReturnState, str] = {
    "received": "Received",
    "declared": "Signed declaration",
    "carried-forward": "Carried forward",
    "missing": "Missing",
    "not-asked": "Not asked yet",
}
_NOTHING: tuple[ReturnState, ...] = ("missing", "not-asked")
_STATES: dict[str, ReturnState] = {
    "self-assessment": "received",
    "declaration": "declared",
    "carried-forward": "carried-forward",
}


@dataclass(frozen=True, slots=True)
class AgencyReturn:
    """What one agency that was asked has sent by a day."""

    agency: str
    kind: str
    """What sort of agency it is, as its record says; "" where it has none."""
    state: ReturnState
    day: date | None
    """The day on which the return that counts came; None where none did, or its day was not recorded."""
    late: int
    """Days after the day it was due: of its first return, or of the day that is looked from where none came."""
    times: int
    """How many returns it sent; the later counts."""
    signed_by: str
    """The post that signed; "" where that was not recorded."""
    cycle: CycleYear | None
    """The year of the Board's cycle in which it stands."""
    answers: tuple[AnswerRow, ...]
    """Its answers as they stood on the day; none of a declaration. Grades agreed later are taken out."""
    replaced: bool
    """Whether its answers of that day are no longer at hand, because a later return took their place."""

    @property
    def returned(self) -> bool:
        """Whether anything came."""
        return self.state not in _NOTHING


@dataclass(frozen=True, slots=True)
class Round:
    """The returns to one audit on a day."""

    audit: Audit
    loaded: Loaded
    day: date
    due: date | None
    """The day by which returns were asked for."""
    instrument: Instrument | None
    """What was asked; None where the audit names no instrument of the Board."""
    returns: tuple[AgencyReturn, ...]
    """One for each agency that was asked, in the order of the record."""
    uninvited: tuple[str, ...]
    """Agencies that sent a return and were not asked."""
    begins: date | None = None
    """The day of the audit's first entry, where that lies after the day; nobody had been asked by then."""

    @property
    def received(self) -> list[AgencyReturn]:
        """Those that came, in whatever form."""
        return [one for one in self.returns if one.returned]

    @property
    def missing(self) -> list[AgencyReturn]:
        """Those that were asked and did not come."""
        return [one for one in self.returns if one.state == "missing"]

    @property
    def answered(self) -> list[AgencyReturn]:
        """Those whose answers are at hand."""
        return [one for one in self.returns if one.answers]

    def counts(self) -> dict[ReturnState, int]:
        """How many there are in each state."""
        return {state: sum(one.state == state for one in self.returns) for state in RETURN_STATES}


def returned_by(audit: Audit, day: date) -> set[str]:
    """The agencies from which something had come by a day.

    One that the record names, without an entry that gives its day, counts from the beginning.
    """
    entries = [entry for entry in audit.log if isinstance(entry, Returned)]
    dated = {entry.agency for entry in entries}
    came = {entry.agency for entry in entries if entry.date <= day}
    return came | (set(audit.agencies_returned) - dated)


def due_day(audit: Audit, day: date) -> date | None:
    """The day by which returns were asked for, as it was last planned; of a quarter or a month its last day."""
    plans = (planned_until(entry) for entry in until(audit.log, day) if isinstance(entry, Planned))
    days = [planned for planned in plans if planned]
    return days[-1] if days else None


def round_of(board: Board, loaded: Loaded, day: date) -> Round:
    """The returns to an audit as they stood on a day."""
    audit: Audit = loaded.record
    due = due_day(audit, day)
    named = returned_by(audit, day)
    entries = [entry for entry in audit.log if isinstance(entry, Returned)]
    by_agency: dict[str, list[Returned]] = {}
    for entry in entries:
        by_agency.setdefault(entry.agency, []).append(entry)
    began = not audit.log or min(entry.date for entry in audit.log) <= day
    look = _Look(board, audit, day, due, named, by_agency, began)
    found = board.by_id.get(audit.instrument) if audit.instrument else None
    instrument = found.record if found and found.kind.name == "instrument" else None
    asked = set(audit.agencies_invited)
    return Round(
        audit=audit,
        loaded=loaded,
        day=day,
        due=due,
        instrument=instrument,
        returns=tuple(_one(look, agency) for agency in dict.fromkeys(audit.agencies_invited)),
        uninvited=tuple(sorted(named - asked)),
        begins=None if began else min(entry.date for entry in audit.log),
    )


@dataclass(frozen=True, slots=True)
class _Look:
    board: Board
    audit: Audit
    day: date
    due: date | None
    named: set[str]
    entries: dict[str, list[Returned]]
    began: bool

    @property
    def nothing(self) -> ReturnState:
        """How it stands with an agency from which nothing came."""
        return "missing" if self.began else "not-asked"


def _one(look: _Look, name: str) -> AgencyReturn:
    every = look.entries.get(name, [])
    came = [entry for entry in every if entry.date <= look.day]
    last = came[-1] if came else None
    state = _STATES[last.form] if last else "received" if name in look.named else look.nothing
    first = came[0].date if came else look.day if state == "missing" else None
    late = max(0, (first - look.due).days) if first and look.due else 0
    loaded = look.board.by_id.get(name)
    agency: Agency | None = loaded.record if loaded and loaded.kind.name == "agency" else None
    # A declaration leaves the answers of a former return where they are; any other return takes their place.
    replaced = bool(last) and any(entry.form != "declaration" for entry in every[len(came) :])
    has_answers = state in ("received", "carried-forward") and not replaced
    answers = look.board.returns.get(look.audit.id, {}).get(name, ()) if has_answers else ()
    return AgencyReturn(
        agency=name,
        kind=agency.type if agency else "",
        state=state,
        day=last.date if last else None,
        late=late,
        times=len(came) or int(state not in _NOTHING),
        signed_by=(last.signed_by or "") if last else "",
        cycle=cycle_year(look.board.profile, agency, look.audit),
        answers=_as_agreed(look, name, answers),
        replaced=replaced,
    )


def _as_agreed(look: _Look, name: str, answers: Sequence[AnswerRow]) -> tuple[AnswerRow, ...]:
    """The answers without the grades that were agreed after the day."""
    agreed = [
        entry.date
        for entry in look.audit.log
        if isinstance(entry, Moderated) and entry.agency in (None, name)
    ]
    if not agreed or min(agreed) <= look.day:
        return tuple(answers)
    return tuple(
        AnswerRow(row.case, row.item, row.self_grade, "", row.evidence, row.comment, row.line)
        for row in answers
    )
