"""Where each risk stands on a day: its score, the band it lies in, which way it moved, and when it is looked at."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from lif.insight.entries import stands, until
from lif.records.board import RiskBand, Settings
from lif.records.naming import natural
from lif.records.risk import Control, Risk, RiskClosed, RiskEntry, Score, Scored
from lif.store.board import Board

Movement = Literal["up", "down", "same", "new"]
MOVEMENTS: tuple[Movement, ...] = ("up", "down", "same", "new")
STEPS = (1, 2, 3, 4, 5)
"""The steps of likelihood and of impact."""
_UNSCORED = 26
"""More than any score."""
_OWN_BANDS = (
    RiskBand(word="Low", lowest=1),
    RiskBand(word="Medium", lowest=5),
    RiskBand(word="High", lowest=10),
    RiskBand(word="Very high", lowest=17),
)
"""The bands where the Board has none. There is no national definition: a Board puts its own in `board.yaml`."""


def score_of(score: Score | Scored) -> int:
    """Likelihood times impact, from 1 to 25."""
    return score.likelihood * score.impact


def bands_of(settings: Settings) -> Sequence[RiskBand]:
    """The Board's bands from the lowest to the highest, or lif's own."""
    return sorted(settings.risk_bands, key=lambda band: band.lowest) or _OWN_BANDS


def band_of(score: int, bands: Sequence[RiskBand]) -> RiskBand:
    """The band that a score lies in; what lies below them all counts to the lowest."""
    return next((band for band in reversed(bands) if band.lowest <= score), bands[0])


@dataclass(frozen=True, slots=True)
class RiskStanding:
    """One risk on a day."""

    risk: Risk
    log: tuple[RiskEntry, ...]
    """The entries that count on the day."""
    day: date
    bands: Sequence[RiskBand]

    @property
    def scores(self) -> list[Scored]:
        """Each time it was scored."""
        return [entry for entry in self.log if isinstance(entry, Scored)]

    @property
    def current(self) -> Scored | None:
        """The latest score; None where it was never scored."""
        return self.scores[-1] if self.scores else None

    @property
    def score(self) -> int | None:
        """The latest score as one number; None where it was never scored."""
        return score_of(self.current) if self.current else None

    @property
    def band(self) -> RiskBand | None:
        """The band of the latest score."""
        return band_of(self.score, self.bands) if self.score else None

    @property
    def movement(self) -> Movement | None:
        """Which way the score went when it was last looked at; None where it was never scored."""
        if self.score is None:
            return None
        if len(self.scores) < 2:
            return "new"
        before = score_of(self.scores[-2])
        return "same" if self.score == before else "up" if self.score > before else "down"

    @property
    def closed(self) -> RiskClosed | None:
        """The entry that took it off the log; None while it is open."""
        return next((entry for entry in self.log if isinstance(entry, RiskClosed)), None)

    @property
    def review_due(self) -> date | None:
        """By when it is to be looked at again; the day it was raised where it was never scored.

        None where it is closed, or where nobody agreed a day.
        """
        if self.closed:
            return None
        return self.current.next_review if self.current else self.log[0].date

    @property
    def late(self) -> int:
        """Days past its review, else 0."""
        return max(0, (self.day - self.review_due).days) if self.review_due else 0

    @property
    def held(self) -> bool:
        """Whether it has come down to its target."""
        target = self.risk.target
        return bool(target and self.score is not None and self.score <= score_of(target))

    @property
    def controls(self) -> list[Control]:
        """What makes it less likely or its impact smaller, in place or planned, and not withdrawn."""
        return [control for control in self.risk.controls if stands(control, self.day)]


def risk_standing(risk: Risk, settings: Settings, day: date) -> RiskStanding | None:
    """Where a risk stands on a day; None where it had not been raised by then."""
    log = until(risk.log, day)
    return RiskStanding(risk, log, day, bands_of(settings)) if log else None


def risks(board: Board, day: date) -> list[RiskStanding]:
    """All risks that had been raised by a day: the open ones first, the highest score first."""
    settings = board.profile.settings
    found = [risk_standing(loaded.record, settings, day) for loaded in board.of("risk")]
    # What nobody has scored needs somebody first.
    return sorted(
        (one for one in found if one),
        key=lambda one: (bool(one.closed), -(one.score or _UNSCORED), natural(one.risk.id)),
    )


Cells = dict[tuple[int, int], list[RiskStanding]]


def heat_map(found: Iterable[RiskStanding]) -> Cells:
    """The open risks by likelihood and impact. What was never scored is in none of its cells."""
    cells: Cells = {(likelihood, impact): [] for likelihood in STEPS for impact in STEPS}
    for one in found:
        if one.current and not one.closed:
            cells[one.current.likelihood, one.current.impact].append(one)
    return cells
