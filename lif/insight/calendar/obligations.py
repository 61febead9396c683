"""The days of what the Board's framework asks for: when it falls due next, since when it is overdue, and when again."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from lif.insight.assurance.data import Standing
from lif.insight.assurance.months import after_months
from lif.insight.assurance.standing import assurance
from lif.insight.assurance.words import how_often_words
from lif.insight.calendar.items import Diary, Falling


def fallen_obligations(diary: Diary) -> Iterator[Falling]:
    """Since when each obligation is overdue, else by when something is wanted for it next; and when it is again.

    One that is held to each lesson, review or audit falls on the day of each of which something is still to be shown;
    what is asked of a meeting stands with the meeting. The days to come again are counted from what is on record, as if
    each were done on its day. How often it is asked for, and on what basis, is always said with it.
    """
    for one in assurance(diary.board, diary.day):
        day = one.since if one.state == "overdue" else one.due
        if day is None:
            continue
        obligation = one.obligation
        first = Falling(
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
        each = list(_of_each(diary, one, first))
        if first.state == "late" or not any(part.day == day for part in each):
            yield first
        yield from each
        months = _months(one)
        for number, begins in enumerate(_rhythms(one, day) if months else (), start=1):
            key = f"{first.key}.again" + (f"-{number}" if number > 1 else "")
            for later in _days(diary, begins, months):
                if later != day:
                    yield replace(
                        first, day=later, key=key, what="The framework asks again", state="due", every=months
                    )


def _of_each(diary: Diary, one: Standing, first: Falling) -> Iterator[Falling]:
    """What is still to be shown of a record by a day to come, once for each of its days."""
    if one.obligation.each is None or one.obligation.each.kind == "meeting":
        return
    for part in one.parts:
        subject = part.subject
        if subject is None:
            continue
        dues = sorted({need.due for need in part.lacking if need.due and need.due >= diary.day})
        name = diary.titles.record(subject.id) or diary.titles.who(subject.id)
        for number, due in enumerate(dues, start=1):
            yield replace(
                first,
                day=due,
                key=f"{first.key}.{subject.id}" + (f"-{number}" if number > 1 else ""),
                id=subject.id,
                what=f"The framework asks ({one.obligation.id})",
                title=f"{one.obligation.title}: {name}",
                state=diary.state(due, done=False),
                loaded=subject,
            )


def _months(one: Standing) -> int:
    """After how many months the obligation is to be shown or judged anew; 0 where that follows from something else."""
    obligation = one.obligation
    if obligation.each:
        return 0
    return obligation.how_often.months or (obligation.judgement.months if obligation.judgement else 0)


def _rhythms(one: Standing, day: date) -> list[date]:
    """The days from which it is counted on: those of each thing that has to be shown, in order."""
    dues = [need.due for part in one.parts for need in part.needs if need.due]
    return sorted({day, *dues})


def _days(diary: Diary, begins: date, months: int) -> Iterator[date]:
    """The days of a rhythm that are still to come and lie in the span."""
    apart = (diary.span.last.year - begins.year) * 12 + diary.span.last.month - begins.month
    for number in range(apart // months + 1):
        later = after_months(begins, number * months)
        if later > diary.day and diary.span.holds(later):
            yield later
