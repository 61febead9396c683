"""How law and guidance are written down: the form of the YAML files of this room.

Every piece carries its source and its mark. The marks: F, stated by the Board's Framework; V, read in the
source itself; V2, read in a secondary source that restates it; U, not verified.
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

from lif.records.base import Day, Slug, Text

Mark = Literal["F", "V", "V2", "U"]
Effect = Literal["must", "should-always", "may", "take-into-account", "must-notify", "none"]
Unit = Literal["working-days", "days", "months", "hours"]

MARK_WORDS: dict[Mark, str] = {
    "F": "stated by the Framework",
    "V": "read in the source",
    "V2": "read in a secondary source that restates it",
    "U": "not verified",
}


class Data(BaseModel):
    """Immutable, and unknown keys are refused. The loader gives text alone, so numbers are read from it."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class Sourced(Data):
    """Something that a source says."""

    source: Text
    mark: Mark

    @property
    def verified(self) -> bool:
        """False for what nobody has checked; wherever that is printed, so is its mark."""
        return self.mark != "U"


class Fact(Sourced):
    """A question with the answers yes, no and unknown, asked once and shared by the tests."""

    question: Text
    if_yes: Text
    """What a yes says, as a clause, where no question can stand."""
    help: Text | None = None
    help_source: Text | None = None
    help_mark: Mark | None = None
    when_no: Text | None = None
    """Of a gate: what happens instead, and who leads."""
    no_needs_evidence: bool = False
    """Whether a "no" counts only with the evidence for it."""


class Contradiction(Data):
    """Two answers that cannot both be true: a yes to the one and a no to the other."""

    yes: Slug
    no: Slug
    why: Text


class Facts(Data):
    """The file of facts."""

    facts: dict[Slug, Fact]
    contradictions: tuple[Contradiction, ...]


class AllOf(Data):
    """Met when every part is."""

    all: tuple[Formula, ...]


class AnyOf(Data):
    """Met when one part is."""

    any: tuple[Formula, ...]


class OtherTest(Data):
    """Met when another test of the same regime is."""

    test: Slug


Formula = Slug | AllOf | AnyOf | OtherTest
"""How facts combine. There is no "not": a yes never makes a test that was met unmet."""


class Way(Data):
    """One way in which a test is met, and what it then asks."""

    effect: Effect
    when: Formula


class Otherwise(Data):
    """What remains where a test is not met, if a fact is answered yes."""

    effect: Effect
    where: Slug


class Follow(Data):
    """What follows where a test is met; with `where`, only if that fact is not answered no."""

    text: Text
    where: Slug | None = None


class BothRoutes(Sourced):
    """Two routes that may both be open, said as long as nothing excludes it."""

    when: Formula
    text: Text


class LegalTest(Sourced):
    """One test of a regime."""

    id: Slug
    title: Text
    gates: tuple[Slug, ...] = ()
    """Facts that are asked first: a no takes the case out, an unknown holds nothing up."""
    met: tuple[Way, ...]
    """The ways in which it is met; where several are, the first gives the effect."""
    presumed: tuple[Slug, ...] = ()
    """Facts that count as yes while they are unknown."""
    asks: tuple[Slug, ...] = ()
    """Facts that change what follows, not the result."""
    otherwise: Otherwise | None = None
    otherwise_text: Text | None = None
    """What is said where the test appears not met."""
    own_source: tuple[Slug, ...] = ()
    """Facts that this test takes from its own source, not from that of the fact."""
    cites: dict[Slug, Sourced] = {}
    """Facts that this test takes from yet another source."""
    recommends: Text
    decides: Text | None = None
    """Who decides; left out, the deciding body of the regime."""
    follows: tuple[Follow, ...]
    both_routes: BothRoutes | None = None
    clocks: tuple[Slug, ...] = ()
    """The clocks that run where it is met."""
    decision_clocks: tuple[Slug, ...] = ()
    """The clocks that run until it is decided, whatever the result."""


class Transition(Sourced):
    """How long the regime before may have run on beside this one, until the local switch."""

    until: Day


class RegimeData(Sourced):
    """One regime, as its file has it; the source and the mark are those of its first day."""

    id: Slug
    title: Text
    start: Day
    decides: Text
    decided_by: Slug
    """The id of the role that decides."""
    transition: Transition | None = None
    note: Text | None = None
    tests: tuple[LegalTest, ...]


class Clock(Sourced):
    """How long law or guidance gives from one event to another."""

    id: Slug
    start: Text
    starts: Slug
    """The event it starts from, for programs; several clocks may start from the same."""
    end: Text
    ends: tuple[Slug, ...] = ()
    """The events that all end it; a clock without them runs out by itself."""
    only: tuple[Slug, ...] = ()
    """The conditions under which it is asked of a case."""
    extendable: bool = False
    """Whether its due date may be moved, with reasons; the first one stays on record."""
    length: int
    unit: Unit
    direction: Literal["forward", "backward"] = "forward"
    force: Text


class BankHolidays(Data):
    """The bank holidays that fall on Monday to Friday, with their names."""

    source: Text
    first_year: int
    last_year: int
    days: dict[str, Text]
