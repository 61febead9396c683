"""What came of what people said: whether something was done about each message, and whether they were told."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from lif.insight.entries import stands, until
from lif.records.naming import natural
from lif.records.voice import Acted, FedBack, Message, NotTold, Voice, VoiceClosed, VoiceEntry
from lif.store.board import Board

VoiceState = Literal["heard", "acted", "told", "not-told", "closed"]
STATES: tuple[VoiceState, ...] = ("heard", "acted", "told", "not-told", "closed")
"""Heard and nothing done yet; something done and they do not know; told; cannot be told; nothing more to be done."""


@dataclass(frozen=True, slots=True)
class VoiceStanding:
    """What was said on one occasion, and what came of it by a day."""

    voice: Voice
    log: tuple[VoiceEntry, ...]
    """The entries that count on the day."""
    day: date
    state: VoiceState

    @property
    def heard(self) -> date:
        """The day they were heard."""
        return self.log[0].date

    @property
    def messages(self) -> list[Message]:
        """What they said, as far as it stands."""
        return [message for message in self.voice.messages if stands(message, self.day)]

    @property
    def acted(self) -> list[Acted]:
        """What was done because of it."""
        return [entry for entry in self.log if isinstance(entry, Acted)]

    @property
    def told(self) -> FedBack | NotTold | None:
        """The last word on whether they were told; None where there is none."""
        found = [entry for entry in self.log if isinstance(entry, FedBack | NotTold)]
        return found[-1] if found else None

    @property
    def unanswered(self) -> list[Message]:
        """The messages about which nothing was done."""
        return [message for message in self.messages if not self.answers(message)]

    @property
    def waits(self) -> bool:
        """Whether those who were heard still wait to be told."""
        return self.state in ("heard", "acted")

    @property
    def days(self) -> int:
        """How long ago they were heard."""
        return (self.day - self.heard).days

    def answers(self, message: Message) -> list[Acted]:
        """What was done about one message; what names none was done about all."""
        return [entry for entry in self.acted if not entry.messages or message.id in entry.messages]


def voice_standing(voice: Voice, day: date) -> VoiceStanding | None:
    """What came of one occasion by a day; None where it had not been by then."""
    log = until(voice.log, day)
    return VoiceStanding(voice, log, day, _state(log)) if log else None


def voices(board: Board, day: date) -> list[VoiceStanding]:
    """All occasions up to a day: those who wait to be told first, the longest first."""
    found = [voice_standing(loaded.record, day) for loaded in board.of("voice")]
    return sorted(
        (one for one in found if one), key=lambda one: (not one.waits, one.heard, natural(one.voice.id))
    )


def _state(log: tuple[VoiceEntry, ...]) -> VoiceState:
    if any(isinstance(entry, VoiceClosed) for entry in log):
        return "closed"
    ends = [entry for entry in log if isinstance(entry, FedBack | NotTold)]
    if ends:
        return "told" if isinstance(ends[-1], FedBack) else "not-told"
    return "acted" if any(isinstance(entry, Acted) for entry in log) else "heard"
