"""What the agencies that answer for indicators are to give: figures that have not come, and what lies behind others."""

from collections.abc import Iterator

from lif.insight.figures.questions import asked_about, overdue_period
from lif.insight.waiting.items import Waiting, agency_party
from lif.insight.waiting.window import Look
from lif.insight.wording import period_bounds, period_words
from lif.records.indicator import Indicator
from lif.rules.figures.course import in_order

_RECENT = 4
"""The latest figures, about which an agency is asked; what was odd earlier is for whoever keeps the records."""
_FOR_THE_OFFICE = frozenset({"D556"})
"""Questions that are no agency's to answer."""


def waiting_figures(look: Look) -> Iterator[Waiting]:
    """One for each figure that is overdue, and for each recent one that leaves something to ask."""
    board, day = look.board, look.window.day
    for loaded in board.of("indicator"):
        indicator: Indicator = loaded.record
        owner = agency_party(look.titles, indicator.owner)
        asked = [
            one
            for one in asked_about(board, loaded, day).questions
            if one.answered_by is None and one.code not in _FOR_THE_OFFICE
        ]
        own = [
            value
            for value in board.values.get(loaded.id, ())
            if value.area == board.profile.area.code and period_bounds(value.period)[0] <= day
        ]
        recent = [value.period for value in in_order(own)][-_RECENT:]
        since = period_bounds(recent[0])[0] if recent else day
        for period in dict.fromkeys(one.period for one in asked):
            if period_bounds(period)[0] < since:
                continue
            yield Waiting(
                kind="commentary",
                id=loaded.id,
                title=f"Commentary on {period_words(period)}: {indicator.title}",
                wanted="commentary",
                on=owner,
                command=f"lif data comment {loaded.id} --period {period}",
                loaded=loaded,
                since=period_bounds(period)[1],
            )
        if period := overdue_period(board, loaded, day):
            yield Waiting(
                kind="figure",
                id=loaded.id,
                title=f"Figure for {period_words(period)}: {indicator.title}",
                wanted="the figure",
                on=owner,
                command=f"lif data import {loaded.id} FILE.csv",
                loaded=loaded,
                since=period_bounds(period)[1],
            )
