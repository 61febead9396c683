"""The days of what the Board's framework asks for: when it falls due next, or since when it is overdue."""

from collections.abc import Iterator

from lif.insight.assurance.standing import assurance
from lif.insight.assurance.words import how_often_words
from lif.insight.calendar.items import Diary, Falling


def fallen_obligations(diary: Diary) -> Iterator[Falling]:
    """Each obligation once: since when it is overdue, else by when something is wanted for it next.

    How often it is asked for, and on what basis, is always said with it.
    """
    for one in assurance(diary.board, diary.day):
        day = one.since if one.state == "overdue" else one.due
        if day is None:
            continue
        obligation = one.obligation
        yield Falling(
            kind="obligation",
            day=day,
            key=f"obligation.{obligation.id}",
            id=obligation.id,
            what="The framework asks",
            title=obligation.title,
            on=diary.party(obligation.owner or ""),
            state=diary.state(day, done=False),
            loaded=diary.board.of("framework")[0],
            said=how_often_words(obligation.how_often),
            matters_to=obligation.owner or "",
        )
