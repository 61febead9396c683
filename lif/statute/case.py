"""What the record of a case says to law and guidance: its answers, and the dates that choose its regime."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lif.records.base import PartialDate
from lif.records.review import Review
from lif.records.review_log import Answered, FactAnswer, Referred, ReviewEntry
from lif.statute.answers import Given
from lif.statute.choosing import RegimeChoice, Used, choose_regime


@dataclass(frozen=True, slots=True)
class RecordedAnswer:
    """The answer to a fact that stands, with the entry that holds it."""

    answer: FactAnswer
    entry: Answered
    place: tuple[int, int]
    """The positions of the entry in the log and of the answer in the entry."""

    @property
    def given(self) -> Given:
        """As it is screened: said by whom and when, which is by the entry's own where nothing else is said."""
        said = self.answer
        return Given(
            said.answer,
            said.evidence,
            said.said_by or self.entry.by,
            said.said_on or PartialDate.of(self.entry.date),
        )


def recorded_answers(log: Sequence[ReviewEntry], day: date | None = None) -> dict[str, RecordedAnswer]:
    """The answer to each fact that stands on a day, or with all that is recorded.

    A later answer takes the place of an earlier one: by the day of the entry, and within a day by its place.
    """
    entries = [
        (number, entry)
        for number, entry in enumerate(log)
        if isinstance(entry, Answered) and (day is None or entry.date <= day)
    ]
    return {
        answer.fact: RecordedAnswer(answer, entry, (number, position))
        for number, entry in sorted(entries, key=lambda one: one[1].date)
        for position, answer in enumerate(entry.answers)
    }


def referral_of(review: Review) -> PartialDate | None:
    """The day on which the case was first referred; None where the log has no referral."""
    days = [entry.date for entry in review.log if isinstance(entry, Referred)]
    return PartialDate.of(min(days)) if days else None


def regime_by_dates(review: Review, switch_date: date | None) -> RegimeChoice:
    """What the dates of a case say of its regime, whatever the record names."""
    return choose_regime(review.aware, referral_of(review), review.incident, switch_date)


def left_to_the_switch(review: Review) -> tuple[str, Used, str] | None:
    """The regime of a case whose dates allow others beside it until the Board's switch date is known.

    With it which date chooses, and that date as it is written; None where the dates alone settle the regime.
    """
    choice = regime_by_dates(review, None)
    if review.regime not in choice.possible or len(choice.possible) < 2 or choice.used is None:
        return None
    dates = {"aware": review.aware, "referral": referral_of(review), "incident": review.incident}
    return str(review.regime), choice.used, str(dates[choice.used])
