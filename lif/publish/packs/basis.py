"""What the sections of a pack are made from: the Board as its readers see it, and what several sections need."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from lif.insight.actions.answers import actions_by_answer
from lif.insight.actions.standing import ActionStanding, standings
from lif.insight.assurance.shown import Assured, assured
from lif.insight.audits.standing import AuditStanding
from lif.insight.changes import last_meeting
from lif.insight.decisions import Needed, decisions_needed
from lif.insight.figures.readings import Reading
from lif.publish.contexts.audits import audit_standings
from lif.publish.contexts.data import readings_of
from lif.records.meeting import Meeting
from lif.records.sections import SectionName
from lif.store.board import Board, Loaded


@dataclass(frozen=True)
class Basis:
    """A Board, one of its meetings and a day. What is worked out from them is worked out once."""

    board: Board
    """Only what the pack's readers may see."""
    meeting: Meeting
    day: date
    """Nothing that is dated later counts."""
    parts: tuple[Loaded, ...]
    """The records of the kinds that the pack's sections are about, as far as they were there on the day."""
    sections: tuple[SectionName, ...]
    """What the pack holds, in order."""
    whole: Board | None = None
    """All records, where they are more than the readers may see: for what counts, and is not named."""

    @cached_property
    def assured(self) -> list[Assured]:
        """How what the framework asks stands, by all records."""
        return assured(self.whole or self.board, self.board, self.day)

    @cached_property
    def last(self) -> Meeting | None:
        """The group's meeting before this one."""
        return last_meeting(self.board, self.meeting.group, self.meeting.date)

    @cached_property
    def since(self) -> date | None:
        """The day of the meeting before."""
        return self.last.date if self.last else None

    @cached_property
    def decisions(self) -> list[Needed]:
        """What the agenda asks for, and what else is to be decided of what the pack's sections tell."""
        return [
            needed
            for needed in decisions_needed(self.board, self.meeting, self.day)
            if needed.source == "agenda" or f"{needed.source}s" in self.sections
        ]

    @cached_property
    def actions(self) -> list[ActionStanding]:
        """Every action as it stands."""
        plans = [loaded.record for loaded in self.board.of("plan")]
        return standings(plans, self.board.profile.settings, self.day)

    @cached_property
    def answering(self) -> dict[str, list[ActionStanding]]:
        """The actions that answer a recommendation, by its id."""
        return actions_by_answer(self.actions)

    @cached_property
    def audits(self) -> list[AuditStanding]:
        """Every audit as it stands."""
        return audit_standings(self.board, self.day)

    @cached_property
    def readings(self) -> dict[str, Reading]:
        """What each indicator says, by its id."""
        return readings_of(self.board, self.day)
