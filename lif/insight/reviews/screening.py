"""The screening of a case: the tests of its regime over the answers that were recorded by a day.

It shows what the answers come to. What a group recommends and what is decided are separate, dated entries.
"""

from dataclasses import dataclass
from datetime import date

from lif.insight.entries import until
from lif.insight.titles import Titles
from lif.records.review import Review
from lif.records.review_log import Decided, ReviewType
from lif.statute.answers import Given
from lif.statute.case import RecordedAnswer, recorded_answers, regime_by_dates
from lif.statute.choosing import RegimeChoice
from lif.statute.departing import departs_from
from lif.statute.errors import StatuteError
from lif.statute.screening import Screened, Screening, screen
from lif.store.board import Board

NOT_SCREENED: tuple[ReviewType, ...] = ("inspection",)
"""Types of review that no test of law or guidance calls for, so that they need no regime."""

_REVIEW_OF: dict[str, ReviewType] = {
    "scr": "serious-case-review",
    "child-death": "child-death-review",
    "dhr": "domestic-homicide-review",
    "sar": "safeguarding-adults-review",
}
"""The type of review that each test calls for; a test that binds nobody to a review is not among them."""


@dataclass(frozen=True, slots=True)
class CaseScreening:
    """A case held to the tests of its regime on a day, or why it is not."""

    review: Review
    day: date
    choice: RegimeChoice
    """What the dates of the case say of its regime, whatever the record names."""
    regime: str | None
    """The regime it is screened under: the one fixed on the case, else the one its dates choose."""
    reason: str
    """Why this regime, as a sentence; "" where none is known."""
    screening: Screening | None
    """Every test over the answers known by the day; None where `why_not` says why there is none."""
    why_not: str = ""
    """Why the case is not screened, as sentences."""
    mend: str = ""
    """What mends it; "" where there is nothing to mend."""
    cannot_stand: bool = False
    """Whether it is not screened because its record is wrong: an unknown fact, answers that contradict."""

    @property
    def fixed(self) -> bool:
        """Whether the regime stands on the case; one that only its dates choose could still change."""
        return self.review.regime is not None

    def test(self, test_id: str) -> Screened | None:
        """One test with its result; None where the regime does not have it or the case is not screened."""
        tests = self.screening.tests if self.screening else ()
        return next((one for one in tests if one.test.id == test_id), None)


def case_screening(board: Board, review: Review, day: date) -> CaseScreening:
    """The screening of a case over the answers that were recorded by the day."""
    choice = regime_by_dates(review, board.profile.settings.regime_switch)
    regime = review.regime or choice.regime
    # What the dates say today is no reason for a regime that was fixed on other grounds.
    reason = review.regime_reason or (choice.sentence if choice.regime == regime else "")

    def without(why_not: str, mend: str = "", *, wrong: bool = False) -> CaseScreening:
        return CaseScreening(review, day, choice, regime, reason, None, why_not, mend, wrong)

    if review.type in NOT_SCREENED:
        return without("Recommendations of an inspection are not screened: no test calls for them.")
    if regime is None:
        return without(choice.sentence, mend_regime(review.id, choice))
    titles = Titles(board)
    recorded = recorded_answers(until(review.log, day))
    answers = {name: _said(titles, answer) for name, answer in recorded.items()}
    try:
        screening = screen(regime, answers)
    except StatuteError as error:
        return without(error.message, error.hint, wrong=True)
    return CaseScreening(review, day, choice, regime, reason, screening)


def mend_regime(review_id: str, choice: RegimeChoice) -> str:
    """What mends that the dates of a case choose no regime; "" for a case from before the first."""
    if not choice.possible:
        return ""
    named = "|".join(choice.possible)
    return f"{choice.warning} To name it: lif review regime {review_id} {named}"


def called_for(case: CaseScreening) -> tuple[ReviewType, ...]:
    """The types of review that the screening calls for, as a duty or because guidance always asks for one."""
    tests = case.screening.tests if case.screening else ()
    return tuple(
        _REVIEW_OF[one.test.id]
        for one in tests
        if one.test.id in _REVIEW_OF and one.outcome.effect in ("must", "should-always")
    )


def departs(case: CaseScreening, decision: Decided) -> bool:
    """Whether a decision departs from what the screening shows, which is allowed with reasons."""
    return case.screening is not None and departs_from(case.screening, decision, case.review.type)


def _said(titles: Titles, recorded: RecordedAnswer) -> Given:
    """An answer with who said so in the Board's own words."""
    given = recorded.given
    by = given.by and (titles.who(given.by) if titles.knows(given.by) else given.by)
    return Given(given.answer, given.evidence, by, given.date)
