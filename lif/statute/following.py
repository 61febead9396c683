"""What a screened test asks of whom: in words, and which clocks run."""

from lif.statute.clocks import clock
from lif.statute.criteria import sets_of
from lif.statute.evaluate import Result
from lif.statute.model import BothRoutes, Clock, Effect
from lif.statute.screening import Screened, Screening

RESULT_WORDS: dict[Result, str] = {
    "appear-met": "appears met",
    "appear-not-met": "appears not met",
    "more-information-needed": "more information needed",
    "outside": "outside this test",
}

EFFECT_WORDS: dict[Effect, str] = {
    "must": "it must be done, as a duty",
    "should-always": "it should always be done, by guidance",
    "may": "it may be done",
    "take-into-account": "to be taken into account, binding nobody",
    "must-notify": "it must be notified",
    "none": "nothing follows",
}


def asks(one: Screened) -> str:
    """What the result asks, in a few words."""
    if one.outcome.result == "more-information-needed":
        return "not settled yet"
    return EFFECT_WORDS[one.outcome.effect]


def follows(one: Screened) -> tuple[str, ...]:
    """What follows from the result, in sentences.

    What depends on a fact is left out where that is answered no, and said with an "if" where it is unknown.
    """
    test, result = one.test, one.outcome.result
    if result == "outside":
        closed = [limb for limb in one.limbs if limb.id in one.gates and limb.given.answer == "no"]
        return tuple(limb.fact.when_no for limb in closed if limb.fact.when_no)
    if result == "more-information-needed":
        return ("Nothing is settled while questions are open; unknown is not no.",)
    if result == "appear-not-met":
        return (test.otherwise_text,) if test.otherwise_text else ()
    answers = one.answers
    said = []
    for follow in test.follows:
        answer = answers[follow.where].answer if follow.where else "yes"
        if answer == "yes":
            said.append(follow.text)
        elif answer == "unknown":
            said.append(f"If the answer to {follow.where} is yes: {follow.text}")
    return tuple(said)


def running_clocks(one: Screened) -> tuple[Clock, ...]:
    """The clocks that run: until the decision whatever the result, and those of the test where it is met."""
    if one.outcome.result == "outside":
        return ()
    met = one.outcome.result == "appear-met"
    return tuple(clock(name) for name in (*one.test.decision_clocks, *(one.test.clocks if met else ())))


def decides(screening: Screening, one: Screened) -> str:
    """Who decides on a test."""
    return one.test.decides or screening.regime.data.decides


def both_routes(screening: Screening, one: Screened) -> BothRoutes | None:
    """The remark that a second route may be open, or None.

    It is made once something speaks for the test (one of its facts is answered yes) and as long as nothing
    excludes the second route.
    """
    remark = one.test.both_routes
    if not remark or one.outcome.result not in ("appear-met", "more-information-needed"):
        return None
    if all(limb.given.answer != "yes" for limb in one.limbs):
        return None
    no = {name for name, given in screening.answers.items() if given.answer == "no"}
    return remark if any(not (facts & no) for facts in sets_of(remark.when)) else None
