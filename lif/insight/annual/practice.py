"""What became of a year's learning: lessons and their loop, audits and what changed, training and what it changed."""

from collections.abc import Iterator
from datetime import timedelta

from lif.insight.annual.part import Look, Part
from lif.insight.audits.register import Line, audit_register
from lif.insight.audits.register_words import results_words
from lif.insight.audits.search import when
from lif.insight.audits.standing import KIND_WORDS, findings
from lif.insight.entry_words import OUTCOME_SHORT, compared_words
from lif.insight.learning.standing import STAGES, LessonStanding, lesson_standing, lessons
from lif.insight.learning.words import CHANNEL_WORDS, reach_words, result_words
from lif.insight.reports.given import report_title
from lif.insight.returns.standing import STATE_WORDS, round_of
from lif.insight.wording import counted, day_short, day_words, listed, sentence, times
from lif.records.audit import ROUNDS
from lif.records.learning import Spread
from lif.records.naming import natural
from lif.records.report import TrainingImpactReport

_LESSONS = (13, 29, 12, 18, 12, 16)


def learning_parts(look: Look) -> Iterator[Part]:
    """Every lesson that was open at some time of the year: how far it came, and what difference it made."""
    found = lessons_of(look)
    if not found:
        yield Part("The lessons", (look.of_all("No lesson was open in the year."),))
        return
    spread = sum(look.within(entry.date) for one in found for entry in one.spreads)
    full = sum(one.course == "full-circle" for one in found)
    identified = sum(look.within(one.first("identified")) for one in found)
    told = f"spread {times(spread)}" if spread else "none was spread"
    said = (
        f"{counted(len(found), 'lesson')}, of which {identified or 'none'} identified in the year; "
        f"{told} in the year; {full or 'none'} "
        f"{'has' if full == 1 else 'have'} come full circle, with evidence that things improved."
    )
    head = ("Id", "Lesson", *(stage.capitalize() for stage in STAGES))
    yield Part("The lessons", (look.of_all(sentence(said)),), (), head, tuple(map(_lesson, found)), _LESSONS)
    changed = tuple(
        f"{one.lesson.id}, {day_words(entry.date)}: {sentence(entry.changed)}"
        for one in found
        for entry in one.embeddings
        if look.within(entry.date)
    )
    difference = tuple(
        f"{one.lesson.id}, {day_words(entry.date)}{f' (n = {entry.number})' if entry.number else ''}, "
        f"{OUTCOME_SHORT[entry.result]}: {sentence(entry.found)}"
        for one in found
        for entry in one.evaluations
        if look.within(entry.date)
    )
    yield Part(
        "What changed in practice",
        () if changed else (look.of_all("Nothing is recorded for the year."),),
        changed,
    )
    yield Part(
        "What difference it made",
        () if difference else (look.of_all("Nothing was evaluated in the year."),),
        difference,
    )


def lessons_of(look: Look) -> list[LessonStanding]:
    """The lessons that were open at some time of the year, by the day; in the order of their ids."""
    stuck, before = look.board.profile.settings.learning_stuck_days, look.first - timedelta(days=1)
    found = []
    for one in lessons(look.board, look.day):
        earlier = lesson_standing(one.lesson, stuck, before)
        ended = earlier is not None and earlier.course in ("closed", "full-circle")
        if not ended or any(look.within(entry.date) for entry in one.log):
            found.append(one)
    return sorted(found, key=lambda one: natural(one.lesson.id))


def _lesson(one: LessonStanding) -> tuple[str, ...]:
    cells = []
    for stage in STAGES:
        first = one.first(stage)
        words = {"disseminated": reach_words(one), "evaluated": result_words(one)}.get(stage, "")
        cells.append(": ".join(filter(None, [day_short(first) if first else "", words])))
    return one.lesson.id, one.lesson.title, *cells


def audit_parts(look: Look) -> Iterator[Part]:
    """The audits held in the year, what they found, and what was seen where one was looked at again."""
    register = audit_register(look.board, look.day)
    held = [line for line in register.held if look.within(when(line.standing))]
    if held:
        rows = tuple(_audit(line) for line in held)
        head = ("Id", "Audit", "Kind", "Held", "Results", "Recommendations")
        yield Part(
            "Audits of the year",
            (look.of_all(sentence(f"{counted(len(held), 'audit')} held in the year")),),
            (),
            head,
            rows,
            (13, 20, 14, 12, 24, 18),
        )
    else:
        yield Part("Audits of the year", (look.of_all("No audit was held in the year."),))
    for line in held:
        found = tuple(f"{line.standing.audit.id}.{item.id}: {sentence(item.text)}"
                      for item in findings(line.standing, look.day))  # fmt: skip
        well = tuple(f"Worked well: {sentence(text)}" for text in line.standing.audit.worked_well
                     if line.standing.reported)  # fmt: skip
        if found or well:
            yield Part(
                f"{line.standing.audit.id}: {line.standing.audit.theme}", (), (*well, *found), minor=True
            )
    yield from _returns(look, held)
    visits = tuple(
        (
            line.standing.audit.id,
            day_words(visit.date),
            OUTCOME_SHORT[visit.outcome],
            " ".join([sentence(visit.found), *map(compared_words, visit.compared)]),
        )
        for line in register.held
        for visit in line.standing.revisits
        if look.within(visit.date)
    )
    again = ("Audit", "Looked at again", "Practice", "What was found")
    none = () if visits else (look.of_all("No audit was looked at again in the year."),)
    changed = tuple(f"{line.standing.audit.id}: {sentence(line.standing.audit.evidence_of_change)}"
                    for line in held if line.standing.audit.evidence_of_change and _is_of_then(line))  # fmt: skip
    yield Part("What changed", none, changed, again if visits else (), visits, (13, 15, 14, 58))


def _is_of_then(line: Line) -> bool:
    """Whether what the audit says without a day was said by then: nothing in its log came later."""
    return len(line.standing.log) == len(line.standing.audit.log)


def _audit(line: Line) -> tuple[str, ...]:
    audit, answered = line.standing.audit, sum(one.answered for one in line.asked)
    asked = f"{answered} of {len(line.asked)} answered by actions" if line.asked else "none"
    held = day_short(when(line.standing))
    return audit.id, audit.theme, KIND_WORDS[audit.kind], held, results_words(line), asked


def _returns(look: Look, held: list[Line]) -> Iterator[Part]:
    """Section 11 and Section 175/157: who answered, and who is missing."""
    for line in held:
        audit = line.standing.audit
        if audit.kind not in ROUNDS or not audit.agencies_invited:
            continue
        found = round_of(look.board, look.board.by_id[audit.id], look.day)
        counts = [
            f"{STATE_WORDS[state].lower()} {number}" for state, number in found.counts().items() if number
        ]
        missing = listed(look.titles.agency(one.agency) for one in found.missing)
        text = f"{counted(len(found.returns), 'agency', 'agencies')} asked: {', '.join(counts)}"
        said = [sentence(text), *([sentence(f"Missing: {missing}")] if missing else [])]
        yield Part(f"{audit.id}: returns", tuple(said), minor=True)


def training_parts(look: Look) -> Iterator[Part]:
    """The training through which lessons were spread, and what agencies say that training changed."""
    spreads = [
        (entry, one.lesson)
        for one in lessons(look.board, look.day)
        for entry in one.spreads
        if look.within(entry.date) and entry.channel in ("board-training", "single-agency-training")
    ]
    spreads.sort(key=lambda one: (one[0].date, one[1].id))
    rows = tuple(_spread(entry, lesson.id) for entry, lesson in spreads)
    reached = sum(entry.reached or 0 for entry, _ in spreads)
    text = f"Lessons were taken to training {times(len(spreads))}; {reached:,} people were counted"
    head = ("Lesson", "Day", "Training", "For whom", "Reached")
    none = "No lesson was taken to training in the year."
    yield Part(
        "Lessons in training",
        (look.of_all(sentence(text) if spreads else none),),
        (),
        head if rows else (),
        rows,
        (14, 14, 22, 36, 14),
    )
    reports = [
        loaded.record
        for loaded in look.board.of("report")
        if isinstance(loaded.record, TrainingImpactReport) and look.within(loaded.record.received)
    ]
    for report in reports:
        said = (("Reach", report.reach), ("What they thought", report.feedback), ("What they know now", report.learned),
                ("What they do differently", report.practice),
                ("What difference it made", report.difference))  # fmt: skip
        points = [f"{name}: {sentence(text)}" for name, text in said if text]
        points += [f"Key message: {sentence(text)}" for text in report.key_messages]
        yield Part(f"{report.id}: {report_title(report)}", (), tuple(points), minor=True)
    if not reports:
        yield Part(
            "What training changed",
            (look.of_all("No report on the impact of training was received in the year."),),
        )


def _spread(entry: Spread, lesson: str) -> tuple[str, ...]:
    reached = "not counted" if entry.reached is None else f"{entry.reached:,}"
    return lesson, day_short(entry.date), CHANNEL_WORDS[entry.channel], entry.to, reached
