"""The work of a review in its summary: who does it, what agencies gave, and what was found and asked for."""

from collections.abc import Iterator
from typing import get_args

from lif.cli.lines import DEEP, beside, dated, section, wrapped
from lif.insight.actions.answers import Answer, answered_by
from lif.insight.entries import known_by, stands
from lif.insight.reviews.case import Case
from lif.insight.reviews.standing import contributions, findings, reported
from lif.insight.reviews.words import independence_words, review_words
from lif.insight.titles import Titles
from lif.insight.wording import counted, day_words, listed, plain, sentence
from lif.records.naming import natural
from lif.records.review import Finding, Marker, Recommendation
from lif.records.review_log import PanelFormed, Proceedings, ReviewerAppointed, TermsAgreed
from lif.records.reviewers import reviewers

_CONTRIBUTION_WORDS = {"requested": "asked for", "received": "received", "not-supplied": "not supplied"}


def work_sections(case: Case, titles: Titles) -> Iterator[str]:
    """The sections, in the order of the course; "" for one that has nothing to show."""
    log, review = case.standing.log, case.review
    setup = [entry for entry in log if isinstance(entry, PanelFormed | TermsAgreed)]
    method = wrapped(f"Method: {sentence(review.methodology)}", 2) if review.methodology else ""
    yield section("Set-up", *(dated(one.date, review_words(one, titles)) for one in setup), method)
    yield section("Reviewers", *(_reviewer(one, titles) for _, one in reviewers(log)))
    running = [entry for entry in log if isinstance(entry, Proceedings)]
    yield section("Proceedings beside it", *(dated(one.date, review_words(one, titles)) for one in running))
    yield section(_contributions_title(case), *_contributions(case, titles))
    yield section("Chronology", *_chronology(case, titles))
    yield section("Dates on which sources differ", *_conflicts(case))
    yield section("Findings", *(_finding(case, one) for one in findings(case.standing, case.day)))
    yield section("Good practice", *(wrapped(f"- {one}", 2, 4) for one in review.good_practice))
    lessons = review.lessons if reported(case.standing) else []
    yield section("Lessons", *(wrapped(f"- {one}", 2, 4) for one in lessons))
    yield section(_recommendations_title(case), *_recommendations(case, titles))
    yield section("Quality markers", *_markers(case))


def _reviewer(entry: ReviewerAppointed, titles: Titles) -> str:
    role = plain(entry.role)
    label = entry.reviewer if entry.reviewer.lower() == role else f"{entry.reviewer}, {role}"
    words = f"{label}. {independence_words(entry, titles)}"
    return dated(entry.date, f"{words} {sentence(entry.note)}" if entry.note else words)


def _contributions_title(case: Case) -> str:
    given = contributions(case.review, case.day)
    received = sum(one.state == "received" for one in given)
    return f"Contributions ({received} of {len(given)} received)"


def _contributions(case: Case, titles: Titles) -> Iterator[str]:
    given = contributions(case.review, case.day)
    column = max((len(titles.agency(one.agency)) for one in given), default=0) + 2
    for one in given:
        words = f"{plain(one.method)}: {_CONTRIBUTION_WORDS[one.state]}"
        if one.date:
            words += f" {'on' if one.date.day else 'in'} {day_words(one.date)}"
        elif one.due:
            late = (case.day - one.due).days
            words += f", due by {day_words(one.due)}" + (f", {counted(late, 'day')} late" if late > 0 else "")
        if one.state == "not-supplied":
            words += f". {sentence(one.reason or 'no reason is given')}"
        yield beside((titles.agency(one.agency),), (max(27, column),), words)


def _chronology(case: Case, titles: Titles) -> Iterator[str]:
    if case.chronologies:
        entries = counted(sum(case.chronologies.values()), "entry", "entries")
        agencies = listed(f"{titles.agency(name)} ({size})" for name, size in case.chronologies.items())
        yield wrapped(f"{entries} from {agencies}: lif review chronology show {case.review.id}", 2)


def _conflicts(case: Case) -> Iterator[str]:
    for one in case.review.conflicting_dates:
        yield wrapped(sentence(one.event), 2)
        for given in one.given:
            used = "  (used)" if given.date == one.used else ""
            yield beside((day_words(given.date),), (DEEP - 2,), f"{given.source}{used}", 4)
        if one.used is None:
            yield wrapped("It is not settled which of them the review uses.", 4)
        if one.reason:
            yield wrapped(f"Why: {sentence(one.reason)}", 4)


def _finding(case: Case, one: Finding) -> str:
    actions = case.planned.answering.get(f"{case.review.id}.{one.id}", [])
    answered = f" [answered by {listed(action.id for action in actions)}]" if actions else ""
    return beside((one.id,), (5,), f"{one.text}{answered}")


def _recommendations_title(case: Case) -> str:
    answers = [answer for _, answer in case.answers]
    unanswered = sum(not answer.answered for answer in answers)
    state = f"{unanswered} not answered yet" if unanswered else "all answered"
    return f"{counted(len(answers), 'recommendation')}, {state}"


def _recommendations(case: Case, titles: Titles) -> Iterator[str]:
    for asked, answer in sorted(case.answers, key=lambda one: natural(one[0].id)):
        yield beside((asked.id,), (5,), asked.text)
        yield wrapped(" ".join(_answer(asked, answer, titles)), 7)
    for one in case.review.recommendations:
        if one.withdrawn and not stands(one, case.day):
            when = day_words(one.withdrawn.date)
            yield beside((one.id,), (5,), f"Withdrawn on {when}: {sentence(one.withdrawn.reason)}")


def _answer(asked: Recommendation, answer: Answer, titles: Titles) -> Iterator[str]:
    made = [f"by {asked.made_by}"] if asked.made_by else []
    made += [f"on {day_words(asked.made_on)}"] if asked.made_on else []
    if made:
        yield f"Made {' '.join(made)}."
    if asked.reference:
        yield f"Reference: {sentence(asked.reference)}"
    yield f"For {listed(map(titles.agency, asked.agencies)) if asked.agencies else 'the Board'}."
    accepted = {"yes": "Accepted", "no": "Not accepted", "in-part": "Accepted in part"}
    if asked.accepted:
        reason = f": {sentence(asked.response)}" if asked.response else "."
        yield f"{accepted[asked.accepted]}{reason}"
    if answer.actions:
        yield f"Answered by {listed(answered_by(answer.actions))}."
    if not answer.answered:
        yield "No action that is being done answers it." if answer.actions else "No action answers it yet."


def _markers(case: Case) -> Iterator[str]:
    judged = {one.marker: one for one in case.review.quality_markers if known_by(one.date, case.day)}
    if not judged:
        return
    yield wrapped("The eighteen quality markers of SCIE and NSPCC.", 2)
    for name in get_args(Marker):
        one = judged.get(name)
        words = plain(one.state) if one else "not judged"
        if one and one.date:
            words += f", {day_words(one.date)}"
        if one and one.note:
            words += f": {sentence(one.note)}"
        yield beside((plain(name),), (30,), words)
