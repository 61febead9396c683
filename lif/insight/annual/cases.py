"""The reviews of a year with their lessons, and what was learned from children's deaths."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from lif.insight.annual.part import Look, Part
from lif.insight.learning.standing import LessonStanding, lessons
from lif.insight.reports.given import report_title
from lif.insight.reviews.standing import (
    TYPE_WORDS,
    ReviewStanding,
    findings,
    recommendations,
    review_standing,
)
from lif.insight.wording import counted, day_words, listed, sentence
from lif.records.annual import WithoutLesson
from lif.records.naming import natural, owner_of
from lif.records.report import ChildDeathsReport
from lif.records.review import Finding


@dataclass(frozen=True, slots=True)
class ReviewOfYear:
    """A review on which there was work in the year, and what was learned from it."""

    standing: ReviewStanding
    lessons: tuple[LessonStanding, ...]
    """The lessons that name it, or something in it, as where they were learned."""
    findings: tuple[Finding, ...]
    recommendations: int
    """How many it made that stand."""
    reason: WithoutLesson | None
    """Why no lesson is drawn from it, where somebody said so."""

    @property
    def left_out(self) -> bool:
        """Whether the report would be silent on what was learned, with nobody having said why."""
        return not (self.lessons or self.findings or self.reason)


def reviews_of(look: Look) -> list[ReviewOfYear]:
    """Every review that was open at some time of the year, by the day; in the order of their ids."""
    learned: dict[str, list[LessonStanding]] = {}
    for one in lessons(look.board, look.day):
        for name in dict.fromkeys(map(owner_of, one.lesson.sources)):
            learned.setdefault(name, []).append(one)
    reasons = {one.review: one for one in look.annual.without_lessons}
    before = look.first - timedelta(days=1)
    found = []
    for loaded in sorted(look.board.of("review"), key=lambda one: natural(one.id)):
        standing = review_standing(loaded.record, look.day)
        if standing is None:
            continue
        earlier = review_standing(loaded.record, before)
        if (earlier and earlier.live) or any(look.within(entry.date) for entry in standing.log):
            found.append(
                ReviewOfYear(
                    standing,
                    tuple(sorted(learned.get(loaded.id, ()), key=lambda one: natural(one.lesson.id))),
                    tuple(findings(standing, look.day)),
                    len(recommendations(standing, look.day)),
                    reasons.get(loaded.id),
                )
            )
    return found


def review_parts(look: Look) -> Iterator[Part]:
    """All reviews of the year in a table, and what was learned from each."""
    found = reviews_of(look)
    if not found:
        yield Part("The reviews of the year", (look.of_all("No review was open in the year."),))
        return
    rows = [
        (
            one.standing.review.id,
            one.standing.review.title,
            TYPE_WORDS[one.standing.type],
            f"{one.standing.words}, {day_words(one.standing.since)}",
            _learned(look, one),
        )
        for one in found
    ]
    said = f"{counted(len(found), 'review')} {'was' if len(found) == 1 else 'were'} open at some time of the year."
    head = ("Id", "Review", "Type", "Where it stood", "What was learned")
    yield Part(
        "The reviews of the year", (look.of_all(sentence(said)),), (), head, tuple(rows), (14, 22, 20, 28, 16)
    )
    for one in found:
        yield _lessons_part(look, one)


def _learned(look: Look, one: ReviewOfYear) -> str:
    if one.lessons:
        return counted(len(one.lessons), "lesson")
    if one.findings:
        return counted(len(one.findings), "finding")
    if one.reason:
        return "No lesson; the reason is below"
    return "" if look.public else "No lesson is recorded"


def _lessons_part(look: Look, one: ReviewOfYear) -> Part:
    review = one.standing.review
    title = f"{review.id}: {review.title}"
    text = (
        [sentence(f"It made {counted(one.recommendations, 'recommendation')}")] if one.recommendations else []
    )
    if one.lessons:
        points = [f"{each.lesson.id}: {sentence(each.lesson.lesson)}" for each in one.lessons]
    else:
        points = [f"{review.id}.{item.id}: {sentence(item.text)}" for item in one.findings]
    if one.reason:
        text.append(f"No lesson is drawn from it: {sentence(one.reason.reason)}")
    elif one.left_out:
        text.append(look.of_all("No lesson is recorded, and nobody has said why."))
    return Part(title, tuple(text), tuple(points), minor=True)


def child_death_parts(look: Look) -> Iterator[Part]:
    """What the Child Death Overview Panel reported in the year, and the reviews of children's deaths."""
    reports = [
        loaded.record
        for loaded in look.board.of("report")
        if isinstance(loaded.record, ChildDeathsReport) and look.within(loaded.record.received)
    ]
    for report in reports:
        said = [("Key message", report.key_messages), ("Matter of concern", report.matters_of_concern),
                ("Public health", report.public_health), ("Theme or trend", report.trends),
                ("Learning", report.learning)]  # fmt: skip
        points = [f"{name}: {sentence(text)}" for name, texts in said for text in texts]
        points += [
            f"{look.titles.agency(one.agency)} passed on: {sentence(one.text)}" for one in report.passed_on
        ]
        where = (
            f"{report.id}, received on {day_words(report.received)}." if report.received else f"{report.id}."
        )
        yield Part(report_title(report), (where,), tuple(points))
    if not reports:
        yield Part(
            "Reports of the Child Death Overview Panel", (look.of_all("None was received in the year."),)
        )
    died = [one.standing for one in reviews_of(look) if one.standing.type == "child-death-review"]
    if died:
        names = listed(f"{one.review.id} ({one.words.lower()})" for one in died)
        yield Part("Reviews of children's deaths", (sentence(names),))
