"""What else must be hidden so that no suppressed figure can be worked out from what is printed beside it.

`hidden_too` knows nothing of indicators: any table with totals can ask it. `printable` asks it for the values of an
indicator; whatever prints figures prints those.
"""

from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from lif.insight.wording import counted
from lif.records.indicator import SUPPRESSED, WORKED_OUT, Indicator, Value

Cell = Hashable
"""A figure of a table, under whatever names it."""


@dataclass(frozen=True, slots=True)
class Sum:
    """A figure that is the sum of others."""

    whole: Cell
    parts: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """A figure that follows from two counts, as each of the three does from the other two."""

    value: Cell
    numerator: Cell
    denominator: Cell
    times: int = 1
    """What the share is multiplied by: 100 for a percentage."""


@dataclass(frozen=True, slots=True)
class Printable:
    """The values of an indicator as they may be printed."""

    values: tuple[Value, ...]
    """Those that were given; what is hidden too is suppressed in them, a count behind a figure left out."""
    hidden_too: int = 0
    """How many figures and counts are hidden although their source gives them."""

    @property
    def words(self) -> str:
        """What the table says of it; "" where nothing more is hidden than the source hides."""
        return hidden_words(self.hidden_too)


def hidden_words(number: int) -> str:
    """What a table says that hides so many figures more than its source; "" for none."""
    if not number:
        return ""
    verb, them = ("is", "it") if number == 1 else ("are", "them")
    figures = counted(number, "more figure")
    return f"{figures} {verb} hidden here, because a suppressed one could be worked out from {them}."


def printable(
    values: Iterable[Value], indicator: Indicator, sums: Iterable[tuple[str, Sequence[str]]] = ()
) -> Printable:
    """The values of an indicator, with more of them hidden where a suppressed one would follow from the others.

    `sums` are areas that are made up of others, by their codes, where a table prints the whole and the parts.
    """
    given = tuple(values)
    if all(value.mark != SUPPRESSED for value in given):
        return Printable(given)
    shown: dict[Cell, Decimal] = {}
    hidden: dict[Cell, None] = {}
    for value in given:
        for what, figure in zip(_WHAT, (value.value, value.numerator, value.denominator), strict=True):
            if figure is not None:
                shown[what, value.area, value.period] = figure
        if value.mark == SUPPRESSED:
            hidden["value", value.area, value.period] = None
            if value.numerator is None:
                hidden["numerator", value.area, value.period] = None
    periods = dict.fromkeys(value.period for value in given)
    times = WORKED_OUT.get(indicator.unit, 1)
    shares = [
        Share(
            ("value", value.area, value.period),
            ("numerator", value.area, value.period),
            ("denominator", value.area, value.period),
            times,
        )
        for value in given
    ]
    counts = [what for what in _WHAT if what != "value" or indicator.unit == "count"]
    added = [
        Sum((what, whole, period), tuple((what, part, period) for part in parts))
        for whole, parts in sums
        for what in counts
        for period in periods
    ]
    also = hidden_too(shown, hidden, added, shares)
    return Printable(tuple(_without(value, also) for value in given), len(also))


_WHAT = ("value", "numerator", "denominator")


def _without(value: Value, also: Collection[Cell]) -> Value:
    if ("value", value.area, value.period) in also:
        value = replace(value, value=None, mark=SUPPRESSED)
    if ("numerator", value.area, value.period) in also:
        value = replace(value, numerator=None)
    if ("denominator", value.area, value.period) in also:
        value = replace(value, denominator=None)
    return value


def hidden_too(
    shown: Mapping[Cell, Decimal],
    hidden: Collection[Cell],
    sums: Sequence[Sum] = (),
    shares: Sequence[Share] = (),
) -> frozenset[Cell]:
    """The cells to hide as well, so that none of `hidden` follows from what is then still shown.

    Of those that would do, the smallest part is taken, a total or a denominator last. Cells that are neither shown
    nor hidden are not known to the reader of the table either.
    """
    left = dict(shown)
    also: set[Cell] = set()
    while True:
        found = _followed(left, sums, shares)
        followed = next((cell for cell in hidden if cell in found), None)
        if followed is None:
            return frozenset(also)
        candidates = list(_candidates(followed, left, sums, shares))
        also.add(_best(followed, candidates, left, sums, shares))
        for cell in also:
            left.pop(cell, None)


def _best(
    followed: Cell,
    candidates: Sequence[Cell],
    shown: Mapping[Cell, Decimal],
    sums: Sequence[Sum],
    shares: Sequence[Share],
) -> Cell:
    """The first candidate without which the cell no longer follows, else the first."""
    for candidate in candidates:
        left = {cell: figure for cell, figure in shown.items() if cell != candidate}
        if followed not in _followed(left, sums, shares):
            return candidate
    return candidates[0]


def _candidates(
    followed: Cell, shown: Mapping[Cell, Decimal], sums: Sequence[Sum], shares: Sequence[Share]
) -> Iterator[Cell]:
    """Cells that are shown and hang together with one that follows, those first that are least missed."""
    reached = {followed}
    relations = [{one.whole, *one.parts} for one in sums]
    relations += [{one.value, one.numerator, one.denominator} for one in shares]
    waiting = relations
    while joined := [cells for cells in waiting if cells & reached]:
        waiting = [cells for cells in waiting if not cells & reached]
        reached = reached.union(*joined)
    last = {one.whole for one in sums} | {one.denominator for one in shares}
    values = {one.value for one in shares}
    places = {cell: place for place, cell in enumerate(shown)}
    yield from sorted(
        (cell for cell in reached if cell in shown),
        key=lambda cell: (cell in last, cell in values, not shown[cell], shown[cell], places[cell]),
    )


def _followed(shown: Mapping[Cell, Decimal], sums: Sequence[Sum], shares: Sequence[Share]) -> set[Cell]:
    """Every cell that is not shown and can be worked out."""
    known: dict[Cell, Fraction] = {cell: Fraction(figure) for cell, figure in shown.items()}
    while True:
        found = {**_from_shares(known, shares), **_from_sums(known, sums, shares)}
        if not found:
            return known.keys() - shown.keys()
        known.update(found)


def _from_shares(known: Mapping[Cell, Fraction], shares: Sequence[Share]) -> dict[Cell, Fraction]:
    """The third of a share of which two are known, as exactly as a rounded figure gives it."""
    found = {}
    for share in shares:
        value, numerator, denominator = (
            known.get(cell) for cell in (share.value, share.numerator, share.denominator)
        )
        if value is None and numerator is not None and denominator:
            found[share.value] = numerator * share.times / denominator
        elif numerator is None and value is not None and denominator is not None:
            found[share.numerator] = value * denominator / share.times
        elif denominator is None and value and numerator is not None:
            found[share.denominator] = numerator * share.times / value
    return found


def _from_sums(
    known: Mapping[Cell, Fraction], sums: Sequence[Sum], shares: Sequence[Share]
) -> dict[Cell, Fraction]:
    """What the sums together leave no choice for, and the shares between their figures with them."""
    unknown = list(
        dict.fromkeys(cell for one in sums for cell in (one.whole, *one.parts) if cell not in known)
    )
    rows: list[list[Fraction]] = []
    found: dict[Cell, Fraction] = {}
    for one in sums:
        signed = [(one.whole, Fraction(1)), *((part, Fraction(-1)) for part in one.parts)]
        row = [Fraction(0)] * (len(unknown) + 1)
        for cell, sign in signed:
            if cell in known:
                row[-1] -= sign * known[cell]
            else:
                row[unknown.index(cell)] += sign
        if not row[-1] and one.whole in known:
            # Nothing is left over for the parts that are hidden, and no count is less than nothing.
            found.update({part: Fraction(0) for part in one.parts if part not in known})
        rows.append(row)
    places = {cell: place for place, cell in enumerate(unknown)}
    for share in shares:
        if share.value in known and share.numerator in places and share.denominator in places:
            row = [Fraction(0)] * (len(unknown) + 1)
            row[places[share.numerator]] = Fraction(share.times)
            row[places[share.denominator]] = -known[share.value]
            rows.append(row)
    for row in _reduced(rows):
        left = [place for place, factor in enumerate(row[:-1]) if factor]
        if len(left) == 1:
            found[unknown[left[0]]] = row[-1]
    return found


def _reduced(rows: list[list[Fraction]]) -> list[list[Fraction]]:
    """The same equations, each solved for one unknown that stands in no other (Gauss and Jordan)."""
    done = 0
    for place in range(len(rows[0]) - 1 if rows else 0):
        pivot = next((number for number in range(done, len(rows)) if rows[number][place]), None)
        if pivot is None:
            continue
        rows[done], rows[pivot] = rows[pivot], rows[done]
        factor = rows[done][place]
        rows[done] = [one / factor for one in rows[done]]
        for number, row in enumerate(rows):
            if number != done and row[place]:
                times = row[place]
                rows[number] = [one - times * two for one, two in zip(row, rows[done], strict=True)]
        done += 1
    return rows[:done]
