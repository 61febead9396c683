"""A review as the summary of a case: what a Chair wants to know before anything else is read."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from lif.cli.lines import DEEP, dated, named, section, wrapped, wrapped_after
from lif.cli.review.course_text import next_text
from lif.cli.review.summary_work import work_sections
from lif.insight.reviews.clocks import CaseClock
from lif.insight.reviews.course import Course, course
from lif.insight.reviews.course_words import cited, clock_words, missing_words, moved_words
from lif.insight.reviews.screening import CaseScreening, case_screening
from lif.insight.reviews.standing import TYPE_WORDS, lateness
from lif.insight.reviews.words import TOLD_WORDS, decision_words, kind_of_review, owner_words, review_words
from lif.insight.titles import Titles
from lif.insight.wording import counted, day_words, listed, plain, sentence
from lif.records.review import Review
from lif.records.review_log import Answered, Challenged, Considered, Decided, Notified, ReviewEntry
from lif.statute.following import RESULT_WORDS, asks
from lif.statute.model import MARK_WORDS
from lif.statute.regimes import regimes
from lif.store.board import Board

_DIED = "b-i"
"""The fact of the criteria by which the child died."""
_AGE_WORDS = {"unborn": "unborn", "under-1": "under 1", "adult": "adult", "unknown": "age not known"}


def summary_text(board: Board, review: Review, day: date) -> str:
    """The whole summary. Nothing that is dated after the day is in it."""
    found = course(board, review, day)
    if found is None:
        return f"{review.id}  {review.title}\nNothing of it had happened by {day_words(day)}."
    titles = Titles(board)
    sections = [
        _head(board, found, titles),
        _about(found, case_screening(board, review, day), titles),
        next_text(found),
        *_clocks(found),
        *_decisions(found, titles),
        *work_sections(found.case, titles),
        _history(found, titles),
    ]
    return "\n\n".join(part for part in sections if part)


def _head(board: Board, found: Course, titles: Titles) -> str:
    review = found.review
    settings = board.profile.settings
    marking = review.marking or settings.default_marking
    label = next((one.label for one in settings.markings if one.id == marking), plain(marking))
    lines = [
        f"{review.id}  {review.title}",
        f"{TYPE_WORDS[found.standing.type]} · {label} · as on {day_words(found.day)}",
    ]
    if review.summary:
        lines += ["", wrapped(review.summary)]
    return "\n".join(lines)


def _about(found: Course, screening: CaseScreening, titles: Titles) -> str:
    review, standing = found.review, found.standing
    late = f"; {lateness(standing.late)}" if standing.late else ""
    dates = [
        f"incident {day_words(review.incident)}" if review.incident else "day of the incident not recorded",
        f"authority aware {day_words(review.aware)}" if review.aware else "day of awareness not recorded",
    ]
    period = review.period
    looks = ""
    if period:
        looks = f"from {day_words(period.start)}" + (f" to {day_words(period.end)}" if period.end else "")
    pairs = [
        ("Stands", f"{standing.words}, since {day_words(standing.since)}{late}"),
        ("About", "; ".join(_subject(review, screening))),
        ("Dates", "; ".join(dates) if standing.type != "inspection" else ""),
        ("Looks at", looks),
        ("Regime", _regime(screening)),
        ("Screening", _screening(screening)),
        ("Other Boards", listed(
            titles.neighbour(one.board) + (" (leads)" if one.lead else "") + (f", plan: {one.plan}" if one.plan else "")
            for one in review.other_boards
        )),
        ("Themes", listed(plain(theme) for theme in review.themes)),
        ("Priorities", "; ".join(titles.priority(name) for name in review.priorities)),
        ("Answers for it", owner_words(standing, titles)),
    ]  # fmt: skip
    return named(pairs)


def _subject(review: Review, screening: CaseScreening) -> Iterator[str]:
    died = {"yes": ", died", "no": "", "unknown": ", not recorded whether they died"}
    answered = screening.screening.answers.get(_DIED) if screening.screening else None
    if answered and answered.answer == "no":
        died["unknown"] = ""
    elif answered and answered.answer == "yes":
        died["unknown"] = ", died" if len(review.subjects) == 1 else ", not recorded who of them died"
    for one in review.subjects:
        age = _AGE_WORDS.get(one.age_band, f"aged {one.age_band}")
        yield f"{one.code} ({age}{died[one.died]})"


def _regime(screening: CaseScreening) -> str:
    if screening.regime is None:
        return f"none. {screening.why_not}"
    title = next((one.title for one in regimes() if one.id == screening.regime), "")
    if not title:
        return f"{screening.regime}. There is no regime of that name."
    fixed = "" if screening.fixed else " It is not yet fixed on the case."
    return f"{screening.regime}. {screening.reason or sentence(title)}{fixed}"


def _screening(found: CaseScreening) -> str:
    if found.screening is None:
        return found.why_not if found.regime else ""
    if not found.screening.answers:
        return "no answer to the criteria is recorded"
    return "\n".join(
        f"{one.test.title}: {RESULT_WORDS[one.outcome.result]}; {asks(one)}" for one in found.screening.tests
    )


def _clocks(found: Course) -> Iterator[str]:
    clocks = found.clocks
    reasons = {one.why for one in clocks}
    if clocks and all(one.state == "unknown" for one in clocks) and len(reasons) == 1:
        yield section("Clocks", wrapped(f"None can be known: {clocks[0].why}", 2))
        return
    lines = [_clock(one) for one in clocks]
    marks = {one.mark for one in clocks}
    key = "; ".join(f"{mark}, {words}" for mark, words in MARK_WORDS.items() if mark in marks)
    yield section("Clocks", *lines, wrapped(f"Marks: {key}.", 2) if lines else "")


def _clock(one: CaseClock) -> str:
    rule = f"{one.rule} [{cited(one.source, one.mark)}]"
    if one.state == "not-begun":
        return wrapped_after(f"  {one.clock.id:<16}", f"Not begun. {rule}")
    remarks = one.counted.remarks if one.counted and one.open and not one.extensions else ()
    said = [sentence(clock_words(one)), moved_words(one), missing_words(one), *remarks]
    return wrapped_after(f"  {one.clock.id:<16}", " ".join(filter(None, said))) + "\n" + wrapped(rule, 18)


def _decisions(found: Course, titles: Titles) -> Iterator[str]:
    log = found.standing.log
    views = [entry for entry in log if isinstance(entry, Considered)]
    yield section("View taken", *(line for entry in views for line in _view(entry, titles)))
    yield section(
        "Peer challenge", *(dated(entry.date, review_words(entry, titles)) for entry in log if isinstance(entry, Challenged))
    )  # fmt: skip
    decisions = [entry for entry in log if isinstance(entry, Decided)]
    lines: list[str] = []
    for number, entry in enumerate(reversed(decisions)):
        later = decisions[-number] if number else None
        lines += _decision(entry, later, titles)
    yield section("Decision" if len(decisions) == 1 else "Decisions, the latest first", *lines)
    yield section("Who was told", *_told([entry for entry in log if isinstance(entry, Notified)]))


def _view(entry: Considered, titles: Titles) -> Iterator[str]:
    words = f"{titles.group(entry.group)} recommends {kind_of_review(entry.recommends)}."
    if entry.reasons:
        words += f" {sentence(entry.reasons)}"
    yield dated(entry.date, words)
    if entry.split:
        yield wrapped(f"The view was split: {sentence(entry.split)}", DEEP)
    if entry.note:
        yield wrapped(sentence(entry.note), DEEP)


def _decision(entry: Decided, later: Decided | None, titles: Titles) -> Iterator[str]:
    yield dated(entry.date, f"{decision_words(entry)}, decided by the {titles.who(entry.by)}.")
    if later:
        yield wrapped(f"Superseded by the decision of {day_words(later.date)}.", DEEP)
    yield wrapped(f"Reasons: {sentence(entry.reasons)}", DEEP)
    if entry.departs:
        yield wrapped(f"It departs from the screening: {sentence(entry.departs)}", DEEP)
    if entry.method:
        yield wrapped(f"Method: {plain(entry.method)}.", DEEP)
    if entry.leads:
        yield wrapped(f"Of two routes that are open, this one leads: {plain(entry.leads)}.", DEEP)
    if entry.note:
        yield wrapped(sentence(entry.note), DEEP)


def _told(entries: list[Notified]) -> Iterator[str]:
    """For each thing that was told, who was told it when."""
    for of in dict.fromkeys(entry.of for entry in entries):
        bodies = listed(
            f"{TOLD_WORDS[entry.told]} on {day_words(entry.date)}" for entry in entries if entry.of == of
        )
        yield wrapped(f"Of the {plain(of)}: {bodies}." if of != "copies-before-publication"
                      else f"Copies before publication: {bodies}.", 2, 4)  # fmt: skip


def _history(found: Course, titles: Titles) -> str:
    log = found.standing.log
    lines = []
    for _, entries in groupby(log, key=_sitting):
        together = list(entries)
        lines.append(dated(together[0].date, _answers(together, titles) or _short(together[0], titles)))
    return section(f"History ({counted(len(log), 'entry', 'entries')})", *lines)


def _sitting(entry: ReviewEntry) -> object:
    """The same for answers to the criteria that one role recorded on one day, one after another."""
    return (entry.date, entry.by) if isinstance(entry, Answered) and not entry.note else id(entry)


def _answers(entries: Sequence[ReviewEntry], titles: Titles) -> str:
    """What was answered in one sitting, each question as it was answered last; "" for another entry."""
    answers = {
        one.fact: one.answer for entry in entries if isinstance(entry, Answered) for one in entry.answers
    }
    if not answers or entries[0].note:
        return ""
    said = ", ".join(f"{fact} {answer}" for fact, answer in answers.items())
    return f"{counted(len(answers), 'question')} of the screening answered by {titles.who(entries[0].by)}: {said}."


def _short(entry: ReviewEntry, titles: Titles) -> str:
    """An entry as a sentence; the reasons of a decision stand above already."""
    if isinstance(entry, Decided):
        return f"{decision_words(entry)}, decided by the {titles.who(entry.by)}."
    return review_words(entry, titles)
