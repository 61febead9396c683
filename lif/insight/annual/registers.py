"""Challenge and risk in a year, what each priority got, what lies ahead, and the year in numbers."""

from collections.abc import Iterator, Sequence

from lif.insight.actions.standing import ActionStanding, standings
from lif.insight.annual.cases import reviews_of
from lif.insight.annual.part import Look, Part
from lif.insight.annual.practice import lessons_of
from lif.insight.audits.standing import KIND_WORDS, audit_standing, planned_words
from lif.insight.entries import until
from lif.insight.priorities import SERVING, priorities
from lif.insight.registers.challenges import challenges
from lif.insight.registers.risks import RiskStanding, risks, score_of
from lif.insight.registers.voices import voices
from lif.insight.registers.words import (
    challenge_parties,
    challenge_standing_words,
    risk_standing_words,
    scored_words,
)
from lif.insight.wording import counted, day_words, listed, sentence
from lif.records.plan import Evaluated
from lif.records.risk import Scored

_NOT_YET = "not yet on the log"
_WITH_BEGINNING = (13, 35, 20, 24, 8)
_WITHOUT_BEGINNING = (13, 47, 30, 10)


def challenge_parts(look: Look) -> Iterator[Part]:
    """The challenges that were open in the year with their outcomes, and the risks with how they moved."""
    made = [
        one
        for one in challenges(look.board, look.day)
        if any(look.within(entry.date) for entry in one.log) or not one.settled
    ]
    rows = tuple(
        (one.challenge.id, one.challenge.title, challenge_parties(one, look.titles), challenge_standing_words(one),
         sentence(one.settled.outcome) if one.settled else "")
        for one in sorted(made, key=lambda one: one.challenge.id)
    )  # fmt: skip
    head = ("Id", "Challenge", "Who to whom", "Where it stood", "What came of it")
    text = sentence(
        f"{counted(len(rows), 'challenge or escalation', 'challenges and escalations')} in the year"
    )
    none = "No challenge or escalation is recorded for the year."
    yield Part(
        "Challenge and escalation", (look.of_all(text if rows else none),), (), head if rows else (), rows,
        (13, 23, 20, 18, 26),
    )  # fmt: skip
    found = [
        one
        for one in risks(look.board, look.day)
        if not one.closed or any(look.within(entry.date) for entry in one.log)
    ]
    yield _risks(look, found)


def _risks(look: Look, found: Sequence[RiskStanding]) -> Part:
    """The risks with how they stand, beside how each stood as the year began where any was on the log by then."""
    if not found:
        return Part("Risks", (look.of_all("No risk was on the log in the year."),))
    began = [_as_the_year_began(look, one) for one in found]
    older = any(words != _NOT_YET for words in began)
    lines = tuple(
        (
            one.risk.id, one.risk.title, *([words] if older else []), risk_standing_words(one),
            str(score_of(one.risk.target)) if one.risk.target else "",
        )
        for one, words in zip(found, began, strict=True)
    )  # fmt: skip
    if older:
        return Part(
            "Risks",
            (),
            (),
            ("Id", "Risk", "As the year began", "On the day", "Target"),
            lines,
            _WITH_BEGINNING,
        )
    text = (
        "None of them was on the log when the year began."
        if len(lines) > 1
        else "It came on the log in the year."
    )
    return Part(
        "Risks", (look.of_all(text),), (), ("Id", "Risk", "On the day", "Target"), lines, _WITHOUT_BEGINNING
    )


def _as_the_year_began(look: Look, one: RiskStanding) -> str:
    before = [entry for entry in one.log if entry.date < look.first]
    scored = [entry for entry in before if isinstance(entry, Scored)]
    return scored_words(scored[-1]) if scored else "on the log, not scored" if before else _NOT_YET


def priority_parts(look: Look) -> Iterator[Part]:
    """Each priority of the year, with the records that serve it and those of which there are none."""
    found = priorities(look.board, look.day, look.first.year)
    if not found:
        yield Part("Priorities of the year", ("The business plan lists no priority for the year.",))
    for one in found:
        rows = tuple((SERVING[kind][1].capitalize(), str(len(nodes)), "; ".join(look.called(node.id) for node in nodes))
                     for kind, nodes in one.nodes.items() if nodes)  # fmt: skip
        none = listed(f"no {SERVING[kind][0]}" for kind in one.missing)
        text = [sentence(f"There is {none}")] if none and not look.public else []
        factors = [f"Risk factor: {sentence(text)}" for text in one.priority.risk_factors]
        head = ("What serves it", "Number", "Which") if rows else ()
        yield Part(one.priority.title, tuple(text), tuple(factors), head, rows, (20, 10, 70))


def ahead_parts(look: Look) -> Iterator[Part]:
    """The audits that are planned, and the actions and lessons that the year leaves open."""
    planned = []
    for loaded in look.board.of("audit"):
        one = audit_standing(loaded.record, look.day)
        if one and one.stage == "planned" and one.plan:
            audit = one.audit
            planned.append(
                (audit.id, audit.theme, KIND_WORDS[audit.kind], planned_words(one.plan), sentence(audit.why))
            )
    head = ("Id", "Theme", "Kind", "When", "Why it was chosen")
    none = "No audit was planned."
    yield Part(
        "Audits ahead", () if planned else (look.of_all(none),), (), head if planned else (), tuple(planned),
        (13, 22, 15, 16, 34),
    )  # fmt: skip
    if look.public:
        return
    actions = [one for one in _actions(look) if one.accepted and not one.finished]
    late = sum(one.late > 0 for one in actions)
    are = "is" if len(actions) == 1 else "are"
    said = ["No action is left open."]
    if actions:
        said = [
            sentence(f"{counted(len(actions), 'action')} {are} not finished, {late or 'none'} of them late")
        ]
    stuck = [one.lesson.id for one in lessons_of(look) if one.course == "stuck"]
    said += [sentence(f"{counted(len(stuck), 'lesson')} stuck in the loop: {listed(stuck)}")] if stuck else []
    yield Part("What is left open", tuple(said))


def number_parts(look: Look) -> Iterator[Part]:
    """The year in numbers, counted from all records: a part of them would tell another number."""
    if look.public:
        return
    actions = _actions(look)
    closed = [one for one in actions if one.state == "closed" and look.within(one.since)]
    evaluated = sum(
        any(isinstance(entry, Evaluated) and look.within(entry.date) for entry in one.log) for one in actions
    )
    audits = sum(
        any(entry.entry == "held" and look.within(entry.date) for entry in until(loaded.record.log, look.day))
        for loaded in look.board.of("audit")
    )
    heard = sum(look.within(one.heard) for one in voices(look.board, look.day))
    reports = sum(look.within(loaded.record.received) for loaded in look.board.of("report"))
    rows = (
        ("Reviews open at some time of the year", str(len(reviews_of(look)))),
        ("Audits held", str(audits)),
        ("Lessons open at some time of the year", str(len(lessons_of(look)))),
        ("Occasions on which people were heard", str(heard)),
        ("Reports from agencies", str(reports)),
        ("Actions whose impact was evaluated", str(evaluated)),
        ("Actions closed", str(len(closed))),
        ("of these with evidence that things improved", str(sum(one.shows_impact for one in closed))),
    )
    begins, ends = day_words(look.first), day_words(look.day)
    yield Part("The year in numbers", (f"From {begins} to {ends}.",), (), ("What", "Number"), rows, (80, 20))


def _actions(look: Look) -> list[ActionStanding]:
    return standings(
        [loaded.record for loaded in look.board.of("plan")], look.board.profile.settings, look.day
    )
