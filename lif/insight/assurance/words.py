"""How obligations stand, in words."""

from datetime import date

from lif.insight.assurance.data import NeedStanding, Part, PointStanding, Standing, State
from lif.insight.assurance.entry_words import JUDGED_WORDS
from lif.insight.titles import Titles
from lif.insight.wording import counted, day_short, day_words, listed, sentence
from lif.records.framework import Basis, HowOften, Obligation
from lif.store.board import Loaded

STATE_WORDS: dict[State, str] = {
    "met": "met",
    "due": "due",
    "overdue": "overdue",
    "no-evidence": "no evidence",
    "judgement-needed": "judgement needed",
    "not-met": "judged not fully met",
}
BASIS_WORDS: dict[Basis, str] = {
    "stated": "stated by the framework",
    "ambiguous": "the framework's word has two readings",
    "default": "not stated; a choice of the Board",
}
BASIS_SHORT: dict[Basis, str] = {"stated": "stated", "ambiguous": "ambiguous", "default": "our choice"}


def state_words(one: Standing, *, short: bool = False) -> str:
    """`met`, `due on 1 April 2018`, `overdue since 31 January 2018`, `no evidence`, `judgement needed`."""
    words = day_short if short else day_words
    if one.state == "overdue" and one.since:
        return f"overdue since {words(one.since)}"
    if one.state == "due" and one.due:
        return f"due on {words(one.due)}"
    if one.state == "judgement-needed" and one.due and not one.obligation.evidence:
        return f"judgement needed by {words(one.due)}"
    return STATE_WORDS[one.state]


def how_often_words(how_often: HowOften) -> str:
    """How often, and who says so: always both."""
    return f"{how_often.words} ({BASIS_SHORT[how_often.basis]})"


def often_short(obligation: Obligation) -> str:
    """The same for a column: `12 months, stated`, `each lesson, our choice`."""
    months, each = obligation.how_often.months, obligation.each
    every = f"each {each.called}" if each else ""
    if months:
        every = counted(months, "month") + (f", {every}" if every else "")
    return f"{every or obligation.how_often.words}, {BASIS_SHORT[obligation.how_often.basis]}"


def many(called: str) -> str:
    """Several of what an obligation is held to: `agencies` for `agency`."""
    return f"{called[:-1]}ies" if called.endswith("y") else f"{called}s"


def why_words(one: Standing, day: date) -> str:
    """In a sentence or two why it stands as it does: how much of it is lacking, and what."""
    match one.state:
        case "no-evidence":
            called = one.obligation.each.called if one.obligation.each else ""
            if called and not one.parts:
                return f"Nothing is recorded to which it applies: no {called} in the time that is looked at."
            return "Nothing that counts is recorded."
        case "judgement-needed":
            missing = sum(not point.current for point in one.points)
            points = f": {missing} of {counted(len(one.points), 'point')}" if len(one.points) > 1 else ""
            if one.obligation.evidence:
                return f"The records are there; whether that is enough has to be judged{points}."
            return f"A judgement alone shows it, and that is wanted{points}."
    if short := shortfall(one, day):
        return sentence(short)
    if one.points and not one.obligation.evidence:
        return f"Judged {_results(one)}."
    if one.obligation.each and one.parts:
        return _so_many(one, day)
    if one.obligation.evidence and one.last is None:
        return "Nothing that counts is recorded so far."
    return f"The latest that counts is of {day_words(one.last)}." if one.last else ""


def shortfall(one: Standing, day: date) -> str:
    """How much is lacking, and what: `7 of 8 reviews are late`, `1 of 2 not shown: the Youth Parliament was heard`,
    `10 met, 1 partly met and 1 not met`; "" where nothing is late and nothing was judged to fall short."""
    late = [part for part in one.parts if part.late(day)]
    if late and one.obligation.each:
        return _so_many(one, day).rstrip(".")
    if late:
        (part,) = late
        if len(part.needs) > 1 and (one.last or len(part.lacking) < len(part.needs)):
            return f"{len(part.lacking)} of {len(part.needs)} not shown: {listed(map(_asked, part.lacking))}"
        if part.needs[0].need.at_least > 1:
            return _asked(part.needs[0])
        return f"the latest is of {day_words(one.last)}" if one.last else "nothing that counts is recorded"
    if one.short_of:
        which = "" if len(one.points) < 2 else f" ({', '.join(point.point for point in one.short_of)})"
        return f"{'' if one.state == 'not-met' else 'judged '}{_results(one)}{which}"
    return ""


def _asked(one: NeedStanding) -> str:
    """What is asked, as the part of a sentence; with how many there are or the last day, where there is something."""
    what = f"{one.need.what[:1].lower()}{one.need.what[1:]}"
    if one.need.at_least > 1:
        return f"{what}: {len(one.hits)} of {one.need.at_least}"
    return f"{what} (last on {day_words(one.last)})" if one.last else what


def _so_many(one: Standing, day: date) -> str:
    called = one.obligation.each.called if one.obligation.each else ""
    whole = sum(not part.lacking for part in one.parts)
    late = sum(bool(part.late(day)) for part in one.parts)
    noun = counted(len(one.parts), called, many(called))
    if late:
        rest = len(one.parts) - whole - late
        waits = f", {rest} not due yet" if rest else ""
        return f"{late} of {noun} {'is' if late == 1 else 'are'} late{waits}."
    words = f"{whole} of {noun} {'has' if whole == 1 else 'have'} all that is asked"
    return f"{words}; the others are not due yet." if whole < len(one.parts) else f"{words}."


def _results(one: Standing) -> str:
    """`10 met, 1 partly met and 1 not met`; of what is judged as a whole, `partly met`."""
    results = [point.judged.result for point in one.points if point.current and point.judged]
    if len(one.points) == 1 and results:
        return JUDGED_WORDS[results[0]]
    return listed(f"{results.count(name)} {words}" for name, words in JUDGED_WORDS.items() if name in results)


def title_of(loaded: Loaded, titles: Titles) -> str:
    """What a record is called in a list."""
    record = loaded.record
    match loaded.kind.name:
        case "agency":
            return titles.agency(loaded.id)
        case "meeting":
            return f"{titles.group(record.group)}, {day_words(record.date)}"
        case "report":
            return f"{titles.agency(record.agency)}, {record.kind.replace('-', ' ')} report, {record.period}"
        case "annual":
            return f"the annual report of {loaded.id.replace('-', '/')}"
        case "framework":
            return "an entry in the framework's own log"
    title: str = getattr(record, "title", "") or getattr(record, "theme", "") or ""
    return title


def part_words(part: Part, titles: Titles) -> str:
    """One of the things that an obligation is held to."""
    if part.subject is None:
        return "The Board"
    title = title_of(part.subject, titles)
    return title if part.subject.kind.name == "agency" else f"{part.subject.id}, {title}"


def point_words(one: PointStanding, titles: Titles) -> str:
    """How one point was judged: the result, by whom and when, and whether that is still recent."""
    judged = one.judged
    if judged is None or one.until is None:
        return "not judged yet"
    said = f"{JUDGED_WORDS[judged.result]}, {titles.who(judged.by)}, {day_words(judged.date)}"
    return f"{said}; counts until {day_words(one.until)}" if one.current else (
        f"{said}; too old since {day_words(one.until)}"
    )  # fmt: skip
