"""How obligations stand, in words."""

from datetime import date

from lif.insight.assurance.data import Part, PointStanding, Standing, State
from lif.insight.titles import Titles
from lif.insight.wording import counted, day_short, day_words
from lif.records.framework import Basis, Evidence, HowOften, Judged, Obligation
from lif.store.board import Loaded

STATE_WORDS: dict[State, str] = {
    "met": "met",
    "due": "due",
    "overdue": "overdue",
    "no-evidence": "no evidence",
    "judgement-needed": "judgement needed",
}
BASIS_WORDS: dict[Basis, str] = {
    "stated": "stated by the framework",
    "ambiguous": "the framework's word has two readings",
    "default": "not stated; a choice of the Board",
}
BASIS_SHORT: dict[Basis, str] = {"stated": "stated", "ambiguous": "ambiguous", "default": "our choice"}
JUDGED_WORDS: dict[Judged, str] = {"met": "met", "partly-met": "partly met", "not-met": "not met"}


def state_words(one: Standing, *, short: bool = False) -> str:
    """`met`, `due on 1 April 2018`, `overdue since 31 January 2018`, `no evidence`, `judgement needed`."""
    words = day_short if short else day_words
    if one.state == "overdue" and one.since:
        return f"overdue since {words(one.since)}"
    if one.state == "due" and one.due:
        return f"due on {words(one.due)}"
    if one.state == "judgement-needed" and one.due:
        return (
            f"judgement needed by {day_words(one.due)}" if not one.obligation.evidence else "judgement needed"
        )
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


_OPENED_BY = {
    "voice": "voice new", "report": "report new", "learning": "learning new", "audit": "audit log",
    "challenge": "challenge new", "review": "review new", "plan": "plan new",
}  # fmt: skip


def command_for(obligation: Obligation, evidence: Evidence) -> str:
    """The command that opens what would count, with its kind filled in; "" where what counts is added to a record that
    is there."""
    if evidence.kind == "framework":
        return f'lif assure record {obligation.id} --what "…"'
    if evidence.kind not in _OPENED_BY or (obligation.each and obligation.each.kind == evidence.kind):
        return ""
    kinds = [
        word
        for condition in evidence.whose
        if condition.field in ("kind", "type")
        for word in condition.any_of
    ]
    option = "type" if evidence.kind == "review" else "kind"
    return f"lif {_OPENED_BY[evidence.kind]}" + (f" --{option} {kinds[0]}" if kinds else "")


def many(called: str) -> str:
    """Several of what an obligation is held to: `agencies` for `agency`."""
    return f"{called[:-1]}ies" if called.endswith("y") else f"{called}s"


def why_words(one: Standing, day: date) -> str:
    """In one sentence why it stands as it does."""
    if one.state == "no-evidence":
        called = one.obligation.each.called if one.obligation.each else ""
        if called and not one.parts:
            return f"Nothing is recorded to which it applies: no {called} in the time that is looked at."
        return "Nothing that counts is recorded."
    failed = [
        point for point in one.points if point.current and point.judged and point.judged.result != "met"
    ]
    if one.state == "overdue" and failed and not any(part.late(day) for part in one.parts):
        names = ", ".join(point.point or "the whole" for point in failed)
        return f"It was judged not to be met in full: {names}."
    if one.state == "judgement-needed":
        missing = sum(not point.current for point in one.points)
        points = f": {missing} of {counted(len(one.points), 'point')}" if len(one.points) > 1 else ""
        if one.obligation.evidence:
            return f"The records are there; whether that is enough has to be judged{points}."
        return f"A judgement alone shows it, and that is wanted{points}."
    if one.points and not one.obligation.evidence and one.state in ("met", "due"):
        results = [point.judged.result for point in one.points if point.judged]
        found = ", ".join(
            f"{results.count(name)} {words}" for name, words in JUDGED_WORDS.items() if name in results
        )
        return f"Judged in the last {counted(one.obligation.judgement.months, 'month')}: {found}." if (
            one.obligation.judgement
        ) else ""  # fmt: skip
    if one.obligation.each and one.parts:
        whole = sum(not part.lacking for part in one.parts)
        late = sum(bool(part.late(day)) for part in one.parts)
        noun = counted(len(one.parts), called := one.obligation.each.called, many(called))
        words = f"{whole} of {noun} {'has' if whole == 1 else 'have'} all that is asked"
        if late:
            return f"{words}; {late} {'is' if late == 1 else 'are'} late."
        return f"{words}; the others are not due yet." if whole < len(one.parts) else f"{words}."
    if one.obligation.evidence and one.last is None:
        return "Nothing that counts is recorded so far."
    return f"The latest that counts is of {day_words(one.last)}." if one.last else ""


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
