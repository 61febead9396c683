"""What comes next in an audit on a day: each thing that is left to do in its cycle, with the command that records it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from lif.insight.actions.answers import actions_by_answer
from lif.insight.actions.standing import standings
from lif.insight.audits.standing import (
    EXECUTIVE,
    STRATEGIC,
    AuditStanding,
    audit_standing,
    planned_words,
    recommendations,
)
from lif.insight.returns.analysis import analysed
from lif.insight.returns.plans import plans_of_round
from lif.insight.returns.standing import Round, round_of
from lif.insight.titles import Titles
from lif.insight.wording import counted, day_words, listed
from lif.records.audit import ROUNDS, AuditRecommendation
from lif.rules.audit_course import cycle_missing
from lif.store.board import Board, Loaded

_BY_ITSELF = ("single-agency", "dip-sample")
_MOST = 5
"""Names in one sentence."""


@dataclass(frozen=True, slots=True)
class NextStep:
    """One thing that is left to do."""

    text: str
    """What it is, as a sentence."""
    command: str
    """The command that does or records it."""


def next_steps(board: Board, loaded: Loaded, day: date) -> list[NextStep]:
    """What is left to do in an audit on a day, in the order in which it is usually done; nothing where all is done."""
    standing = audit_standing(loaded.record, day)
    if standing is None:
        return []
    return list(_Next(board, loaded, standing, day).steps())


def unanswered(board: Board, audit: str, asked: Sequence[AuditRecommendation], day: date) -> list[str]:
    """The full ids of those recommendations of an audit that no action answers which somebody has taken on."""
    plans = [one.record for one in board.of("plan")]
    answering = actions_by_answer(standings(plans, board.profile.settings, day))
    names = [f"{audit}.{one.id}" for one in asked]
    return [name for name in names if not any(one.accepted for one in answering.get(name, ()))]


class _Next:
    def __init__(self, board: Board, loaded: Loaded, standing: AuditStanding, day: date) -> None:
        self._board, self._standing, self._day = board, standing, day
        self._audit, self._id = standing.audit, loaded.id
        self._titles = Titles(board)
        self._round: Round = round_of(board, loaded, day)
        self._words = {entry.entry for entry in standing.log}

    def steps(self) -> Iterator[NextStep]:
        """All of them."""
        if self._standing.stage == "closed":
            yield from self._look_again()
            return
        yield from self._returns()
        if self._standing.stage == "planned":
            yield self._hold()
            return
        yield from self._moderate()
        if "reported" not in self._words:
            yield from self._report()
            return
        yield from self._improve()
        yield from self._share()
        yield from self._answer()
        yield from self._look_again()
        yield from self._close()

    def _returns(self) -> Iterator[NextStep]:
        """What was asked of agencies and has not come. Of other audits than rounds it is no use after the report."""
        if self._audit.kind not in ROUNDS and "reported" in self._words:
            return
        if not self._audit.agencies_invited:
            yield NextStep("No agency is named that takes part: agencies_invited.", f"lif edit {self._id}")
        elif not self._round.received and not self._audit.instrument:
            if self._audit.kind in ROUNDS:
                known = [one.id for one in self._board.of("instrument") if one.record.use == self._audit.kind]
                such = f", such as {listed(known)}" if known else ""
                yield NextStep(f"Nothing says what is asked: instrument{such}.", f"lif edit {self._id}")
        elif not self._round.received:
            yield NextStep(
                "No agency has returned anything. Send the forms, and take them in when they come back.",
                f"lif audit tool {self._id}",
            )
        elif missing := self._round.missing:
            names = self._some([self._titles.agency(one.agency) for one in missing])
            yield NextStep(
                f"Missing of {counted(len(self._round.returns), 'return')}: {names}.",
                f"lif audit returns {self._id}",
            )

    def _hold(self) -> NextStep:
        plan, until = self._standing.plan, self._standing.planned_for
        when = f" It is planned for {planned_words(plan)}." if plan and planned_words(plan) else ""
        late = (
            f" That is {counted((self._day - until).days, 'day')} ago." if until and until < self._day else ""
        )
        what = (
            "Record the day on which it closed."
            if self._audit.kind in ROUNDS
            else "Record that it took place."
        )
        return NextStep(f"{what}{when}{late}", f"lif audit hold {self._id} --date DATE")

    def _moderate(self) -> Iterator[NextStep]:
        instrument = self._round.instrument
        if instrument and instrument.moderated and self._round.answered and "moderated" not in self._words:
            yield NextStep(
                "No grades were agreed with the agencies beside their own.",
                f"lif audit moderate {self._id} --agency AGENCY",
            )

    def _report(self) -> Iterator[NextStep]:
        if self._audit.kind in ROUNDS and self._round.answered:
            yield NextStep("The results can be written as a paper.", f"lif audit results {self._id}")
        lacking = [
            word
            for word, there in (
                ("sample", self._audit.sample), ("results", self._audit.results), ("findings", self._audit.findings),
            )
            if not there
        ]  # fmt: skip
        if lacking:
            yield NextStep(f"The record has no {listed(lacking)} yet.", f"lif edit {self._id}")
        yield NextStep("Record that the results were reported.", f"lif audit report {self._id} --date DATE")

    def _improve(self) -> Iterator[NextStep]:
        if self._audit.kind not in ROUNDS:
            return
        found = analysed(self._board, self._round)
        planned = {one.agency for one in plans_of_round(self._board, self._audit, self._day)}
        below = (
            [one.returned.agency for one in found.below if one.returned.agency not in planned]
            if found
            else []
        )
        if below:
            names = self._some([self._titles.agency(name) for name in below])
            yield NextStep(
                f"{counted(len(below), 'agency is', 'agencies are')} below the standard in some item, without an "
                f"improvement plan: {names}.",
                f"lif audit improve {self._id} --agency {below[0]}",
            )

    def _share(self) -> Iterator[NextStep]:
        """The next group on the way; what one agency looked at by itself need not go all of it."""
        there = [name for name in (EXECUTIVE, STRATEGIC) if name in self._board.profile.groups]
        ahead = next((name for name in there if not self._standing.shared_with(name)), "")
        arrived = self._standing.shared_with(STRATEGIC) or (
            self._audit.kind in _BY_ITSELF and "shared" in self._words
        )
        if ahead and not arrived:
            yield NextStep(
                f"The lessons have not gone to the {self._titles.group(ahead)}.",
                f"lif audit share {self._id} --group {ahead}",
            )

    def _answer(self) -> Iterator[NextStep]:
        asked = recommendations(self._standing, self._day)
        if names := unanswered(self._board, self._id, asked, self._day):
            yield NextStep(
                f"No action answers {self._some(names)}.", f"lif action add PLAN --answers {names[0]}"
            )

    def _look_again(self) -> Iterator[NextStep]:
        due = self._standing.revisit_due
        if due:
            late = self._standing.revisit_late
            said = f", which is {counted(late, 'day')} ago" if late else ""
            yield NextStep(
                f"Look again by {day_words(due)}{said}, to see whether practice improved.",
                f"lif audit revisit {self._id}",
            )
        elif cycle_missing(self._audit, self._standing.log):
            yield NextStep("No day is set for a second look: revisit_due.", f"lif edit {self._id}")

    def _close(self) -> Iterator[NextStep]:
        if not self._standing.revisits or self._standing.revisit_due:
            return
        asked = recommendations(self._standing, self._day)
        if not unanswered(self._board, self._id, asked, self._day):
            yield NextStep(
                "When nothing is left to do, close it.", f'lif audit close {self._id} --reason "…"'
            )

    def _some(self, names: Sequence[str]) -> str:
        more = [f"{len(names) - _MOST} more"] if len(names) > _MOST else []
        return listed([*names[:_MOST], *more])
