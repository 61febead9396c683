"""What the returns of a round say, in words: for the terminal and for documents."""

from lif.insight.returns.analysis import Analysis, ItemResult
from lif.insight.returns.moderation import Steps
from lif.insight.returns.plans import PlanNow
from lif.insight.returns.shares import share_words
from lif.insight.returns.spread import Spread
from lif.insight.returns.standing import STATE_WORDS, AgencyReturn, Round
from lif.insight.titles import Titles
from lif.insight.wording import counted, day_words, listed, plain, times
from lif.records.instrument import Instrument


def rate_words(found: Round, titles: Titles) -> str:
    """`40 of 41 returned: 97.6 % (n = 41). Missing: Fire and Rescue.`"""
    asked, came = len(found.returns), len(found.received)
    if not asked:
        return "No agency is named as asked for a return."
    if found.begins and not came:
        return f"Nobody had been asked yet: the first entry of the audit is of {day_words(found.begins)}."
    words = f"{came} of {asked} returned: {share_words(came, asked)}."
    missing = [titles.agency(one.agency) for one in found.missing]
    return f"{words} Missing: {listed(missing)}." if missing else f"{words} None is missing."


def forms_words(found: Round) -> str:
    """In which forms they came: `10 self-assessments, 1 signed declaration and 1 set of answers carried forward`."""
    counts = found.counts()
    parts = [
        counted(counts["received"], "self-assessment") if counts["received"] else "",
        counted(counts["declared"], "signed declaration") if counts["declared"] else "",
        counted(
            counts["carried-forward"], "set of answers carried forward", "sets of answers carried forward"
        )
        if counts["carried-forward"]
        else "",
    ]
    return listed(filter(None, parts))


def state_words(one: AgencyReturn, found: Round) -> str:
    """What came of one agency, and whether it was late: `Received 2 August 2017, 2 days late`."""
    words = STATE_WORDS[one.state]
    if one.returned:
        words += f" {day_words(one.day)}" if one.day else ", the day was not recorded"
    elif one.state == "not-asked":
        return words
    elif found.due is None:
        words += "; no day was set"
    if one.late:
        words += f", {counted(one.late, 'day')} late"
    elif not one.returned and found.due:
        words += f"; due {day_words(found.due)}"
    if one.times > 1:
        words += f"; sent {times(one.times)}, the later counts"
    if one.replaced:
        words += "; its answers of then were replaced by a later return"
    return words


def cycle_words(one: AgencyReturn) -> str:
    """Where the agency stands in the cycle; "" where the Board has none."""
    return one.cycle.words if one.cycle else ""


def kind_words(kind: str) -> str:
    """A sort of agency: `Local authority`."""
    words = plain(kind) or "of no known sort"
    return words[:1].upper() + words[1:]


def spread_words(instrument: Instrument, found: Spread) -> str:
    """How many have each grade: `Met 9, Partly met 2, Not met 1 (n = 12); 1 not applicable, 2 without a grade`.

    The best grade first.
    """
    grades = [
        f"{grade.label} {found.counts[name]}" for name, grade in reversed(list(instrument.grades.items()))
    ]
    return f"{', '.join(grades)} (n = {found.n}){apart_words(found)}"


def apart_words(found: Spread) -> str:
    """What is in no share: `; 1 not applicable, 2 without a grade`; "" where nothing is."""
    apart = [
        f"{found.not_applicable} not applicable" if found.not_applicable else "",
        f"{found.unanswered} without a grade" if found.unanswered else "",
    ]
    return f"; {', '.join(filter(None, apart))}" if any(apart) else ""


def weakness_words(one: ItemResult) -> str:
    """`3 of 11 below standard: 27.3 % (n = 11)`, and what is in no share."""
    found = one.spread
    return (
        f"{found.below} of {found.n} below standard: {share_words(found.below, found.n)}{apart_words(found)}"
    )


def steps_words(steps: Steps) -> str:
    """`the same in 8, agreed lower in 3, agreed higher in none (n = 11)`."""
    return (
        f"the same in {steps.same or 'none'}, agreed lower in {steps.lower or 'none'}, "
        f"agreed higher in {steps.higher or 'none'} (n = {steps.n})"
    )


def counted_words(found: Analysis, titles: Titles) -> str:
    """Of whose answers the analysis is made, and whose are not in it."""
    answers, received = len(found.agencies), len(found.round.received)
    words = f"The answers of {counted(answers, 'agency', 'agencies')} are counted"
    without = [one for one in found.round.received if not one.answers and one.state != "declared"]
    declared = [one for one in found.round.received if one.state == "declared"]
    if answers == received:
        return f"{words}, which is every return."
    said = [f"{words}, of {received} returned."]
    if declared:
        names = listed(titles.agency(one.agency) for one in declared)
        said.append(f"A signed declaration gives no answers by item: {names}.")
    if without:
        names = listed(titles.agency(one.agency) for one in without)
        said.append(f"No answers by item are kept of: {names}.")
    return " ".join(said)


def plan_words(one: PlanNow) -> str:
    """How far an improvement plan is, and what the new return says of its items."""
    plan = one.plan
    total = len(plan.actions)
    done = f"{plan.finished} of {counted(total, 'action')} finished" if total else "no actions"
    words = f"{plan.plan.id}, {done}"
    words += f", {plan.late} late" if plan.late else ""
    if one.still_below is None:
        return f"{words}."
    items = len(plan.items)
    if not items:
        return f"{words}. Its actions name no items, so it cannot be told what they changed."
    below, untold = one.still_below, one.untold
    if below:
        words += f". Still below the standard in {len(below)} of {items}: {listed(below)}"
    elif len(untold) < items:
        which = f"{items - len(untold)} of" if untold else "none of"
        verb = "at or above the standard" if untold else "below the standard"
        words += f". The new return puts {which} its {counted(items, 'item')} {verb}"
    if untold:
        words += f". Without a grade in the new return, so that nobody can tell: {listed(untold)}"
    return f"{words}."
