"""What the registers wait for: risks to be looked at, answers to challenges, and people who were heard to be told."""

from collections.abc import Iterator

from lif.insight.registers.challenges import challenges
from lif.insight.registers.risks import risks
from lif.insight.registers.voices import voices
from lif.insight.waiting.items import Waiting, party
from lif.insight.waiting.window import Look


def waiting_risks(look: Look) -> Iterator[Waiting]:
    """Risks that are to be scored, or looked at again within a month, or should have been."""
    for one in risks(look.board, look.window.day):
        due = one.review_due
        if one.closed or due is None or due > look.window.month:
            continue
        scored = one.current is not None
        yield Waiting(
            kind="risk",
            id=one.risk.id,
            title=one.risk.title,
            wanted="look at the risk again" if scored else "score the risk",
            on=party(look, one.risk.owner),
            command=f"lif risk score {one.risk.id}",
            loaded=look.board.by_id[one.risk.id],
            due=due if scored else None,
            days=look.window.until(due) if scored else None,
            since=None if scored else due,
            matters_to=one.risk.owner,
        )


def waiting_challenges(look: Look) -> Iterator[Waiting]:
    """Challenges that wait for an answer, or of which somebody is still to be told."""
    for one in challenges(look.board, look.window.day):
        challenge, loaded = one.challenge, look.board.by_id[one.challenge.id]
        if one.state == "open" and not (one.due and one.due > look.window.month):
            for name in challenge.challenged:
                yield Waiting(
                    kind="challenge",
                    id=challenge.id,
                    title=challenge.title,
                    wanted="answer the challenge",
                    on=party(look, name),
                    command=f"lif challenge answer {challenge.id}",
                    loaded=loaded,
                    due=one.due,
                    days=look.window.until(one.due) if one.due else None,
                    since=one.since,
                    matters_to=challenge.challenger,
                )
        if one.to_tell:
            yield Waiting(
                kind="challenge",
                id=challenge.id,
                title=challenge.title,
                wanted=f"tell the {look.titles.who(one.to_tell)}",
                on=party(look, challenge.challenger),
                command=f"lif challenge tell {challenge.id}",
                loaded=loaded,
                since=one.since,
                matters_to=one.to_tell,
            )


def waiting_voices(look: Look) -> Iterator[Waiting]:
    """People who were heard and do not know what came of it."""
    for one in voices(look.board, look.window.day):
        if one.waits:
            yield Waiting(
                kind="voice",
                id=one.voice.id,
                title=one.voice.title,
                wanted="tell those who were heard what came of it",
                on=party(look, one.voice.listeners[0]),
                command=f"lif voice tell {one.voice.id}",
                loaded=look.board.by_id[one.voice.id],
                since=one.heard,
                matters_to=one.voice.listeners[0],
            )
