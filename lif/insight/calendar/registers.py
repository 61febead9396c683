"""The days of plans, risks and challenges: when they are looked at again, and when an answer is due."""

from collections.abc import Iterator

from lif.insight.calendar.items import Diary, Falling
from lif.insight.plans.reviews import impact_reviews
from lif.insight.registers.challenges import challenges
from lif.insight.registers.risks import risks
from lif.insight.wording import day_words
from lif.records.plan import Plan


def fallen_plan_reviews(diary: Diary) -> Iterator[Falling]:
    """The two days on which it is looked at what a plan has changed."""
    for loaded in diary.board.of("plan"):
        plan: Plan = loaded.record
        for number, one in enumerate(impact_reviews(plan, diary.board.profile.settings, diary.day), start=1):
            yield Falling(
                kind="plan-review",
                day=one.counted.due,
                key=f"{plan.id}.review-{number}",
                id=plan.id,
                what=f"{('First', 'Second')[number - 1]} look at what a plan has changed",
                title=plan.title,
                on=diary.party(plan.owner),
                state=diary.state(one.counted.due, done=one.held is not None),
                loaded=loaded,
                said=f"done on {day_words(one.held.date)}" if one.held else "",
                matters_to=plan.sign_off or "",
            )


def fallen_risks(diary: Diary) -> Iterator[Falling]:
    """The days by which risks are looked at again, each time they were scored."""
    for one in risks(diary.board, diary.day):
        scores = one.scores
        for number, score in enumerate(scores, start=1):
            if score.next_review is None:
                continue
            again = scores[number] if number < len(scores) else None
            if again is None and one.closed and one.closed.date < score.next_review:
                continue  # it went off the log before that
            said = f"scored on {day_words(again.date)}" if again else ""
            yield Falling(
                kind="risk",
                day=score.next_review,
                key=f"{one.risk.id}.review-{number}",
                id=one.risk.id,
                what="Risk to be looked at again",
                title=one.risk.title,
                on=diary.party(one.risk.owner),
                state=diary.state(score.next_review, done=bool(again or one.closed)),
                loaded=diary.board.by_id[one.risk.id],
                said=said or ("off the log" if one.closed else ""),
                matters_to=one.risk.owner,
            )


def fallen_challenges(diary: Diary) -> Iterator[Falling]:
    """The days by which challenges are to be answered at the stage they have come to."""
    for one in challenges(diary.board, diary.day):
        if one.due is None:
            continue
        challenge = one.challenge
        stages = sum(entry.entry in ("raised", "escalated") for entry in one.log)
        for name in challenge.challenged:
            yield Falling(
                kind="challenge",
                day=one.due,
                key=f"{challenge.id}.answer-{stages}",
                id=challenge.id,
                what="Answer to a challenge",
                title=challenge.title,
                on=diary.party(name),
                state=diary.state(one.due, done=one.state != "open"),
                loaded=diary.board.by_id[challenge.id],
                said=f"answered on {day_words(one.answer.date)}" if one.answer else "",
                matters_to=challenge.challenger,
            )
