"""Whether a decision departs from what a screening shows. It may, with reasons."""

from lif.records.review_log import Decided, ReviewType
from lif.statute.following import both_routes
from lif.statute.screening import Screened, Screening

_SERIOUS: ReviewType = "serious-case-review"


def departs_from(screening: Screening, decision: Decided, recorded: ReviewType) -> bool:
    """Whether a decision departs from a screening; `recorded` is the type that the record of the case states.

    It does where a serious case review is called for and something else is decided, and where a serious case
    review is decided although its test is not met. A decision that is put off departs from nothing, and
    nothing departs from a screening that still needs information, or from criteria that bind nobody. Where
    two routes are open, a decision that says which of them leads follows both.
    """
    test = _test(screening, "scr")
    if test is None or decision.decision == "defer":
        return False
    serious = decision.decision == "review" and (decision.type or recorded) == _SERIOUS
    if test.outcome.effect in ("must", "should-always"):
        return not serious and not _leads_otherwise(screening, decision)
    return serious and test.outcome.result in ("appear-not-met", "outside")


def _leads_otherwise(screening: Screening, decision: Decided) -> bool:
    """Whether another review leads by the decision, which the screening leaves open."""
    other = _test(screening, "dhr")
    if other is None or decision.decision != "review":
        return False
    return both_routes(screening, other) is not None and decision.leads == "domestic-homicide-review"


def _test(screening: Screening, test_id: str) -> Screened | None:
    return next((one for one in screening.tests if one.test.id == test_id), None)
