"""`lif review chronology show`: the agencies' chronologies as one."""

import textwrap
from collections.abc import Iterator
from typing import Annotated, Any

import typer

from lif.cli import say
from lif.cli.forms import Form, FormOption
from lif.cli.noun import single
from lif.cli.state import board_of
from lif.insight.reviews.chronology import GAP_DAYS, Composite, Gap, Line, composite
from lif.insight.titles import Titles
from lif.insight.wording import counted, day_words, listed, sentence
from lif.operations.reviews.chronologies import contributor
from lif.records.review import ConflictingDate, Review
from lif.rules.lookup import find_record
from lif.store.board import Board

app = single()

_Block = tuple[str, str, list[str]]
"""Date, agency and paragraphs."""


@app.command()
def show(
    ctx: typer.Context,
    review_id: Annotated[str, typer.Argument(metavar="ID", help="Such as CR-2017-001.")],
    agency: Annotated[
        list[str] | None, typer.Option("--agency", help="Only what this agency has. Repeatable.")
    ] = None,
    gap: Annotated[
        int, typer.Option("--gap", metavar="DAYS", min=1, help="Show silences of more days than these.")
    ] = GAP_DAYS,
    form: FormOption = Form.text,
) -> None:
    """Show the agencies' chronologies as one, in order of date, each line with the agency it comes from.

    A date is shown as precisely as it is known: 2015 stands before January 2015, and November 2015 before
    1 November 2015. Silences are counted between dates that are known to the month or the day. Where two
    agencies say much the same within a month of each other, but not on the same day, it is marked as perhaps
    one event; dates that the review records as disagreeing stand at the one that is used.
    """
    board = board_of(ctx)
    review: Review = find_record(board, review_id, "review").record
    chosen = [contributor(board, name) for name in agency or []]
    found = composite(review, board.chronologies.get(review.id, {}), gap, chosen)
    if form == Form.json:
        say.result_json("chronology", {"review": review.id, "gapDays": gap, **_as_data(found)})
        return
    titles = _Names(board)
    if not found.lines:
        say.result(
            f"{review.id} has no chronology {'of these agencies' if chosen else 'yet'}. Import one: "
            f"lif review chronology import {review.id} FILE --agency AGENCY"
        )
    say.result("\n".join(_text(review, found, titles)))


class _Names:
    """What those who give chronologies are called."""

    def __init__(self, board: Board) -> None:
        self._titles = Titles(board)
        self._boards = {one.id for one in board.profile.neighbouring_boards}

    def __call__(self, name: str) -> str:
        return self._titles.neighbour(name) if name in self._boards else self._titles.agency(name)


def _text(review: Review, found: Composite, names: _Names) -> Iterator[str]:
    if found.lines:
        parts = [
            f"{names(one)} ({sum(line.agency == one for line in found.lines)})" for one in found.agencies
        ]
        yield f"{review.id} {review.title}: {counted(len(found.lines), 'entry', 'entries')} from {listed(parts)}"
    if found.lacking:
        yield f"No chronology from: {listed(names(one) for one in found.lacking)}"
    blocks = list(_blocks(found, names))
    if blocks:
        yield ""
        yield from _laid_out(blocks)
    if found.perhaps_same:
        yield ""
        yield f"If two of these are one event, record its dates: lif review conflict {review.id} --event … --given …"


def _blocks(found: Composite, names: _Names) -> Iterator[_Block]:
    for position in range(len(found.lines) + 1):
        for gap in found.gaps:
            if gap.before == position:
                yield "", "", [_gap_words(gap, found)]
        for place, conflict in found.conflicts:
            if place == position:
                yield _conflict_block(conflict)
        if position < len(found.lines):
            yield _line_block(found, position, names)


def _line_block(found: Composite, position: int, names: _Names) -> _Block:
    line = found.lines[position]
    row = line.row
    paragraphs = [*row.event.split("\n")]
    if row.source:
        paragraphs.append(f"Source: {row.source}")
    if row.comment:
        paragraphs += [f"Comment: {row.comment}"]
    for pair in found.perhaps_same:
        if position in (pair.first, pair.second):
            other = found.lines[pair.second if position == pair.first else pair.first]
            paragraphs.append(f"! Perhaps the same event: {names(other.agency)}, {_when(other)}")
    return _when(line), names(line.agency), paragraphs


def _when(line: Line) -> str:
    words = day_words(line.row.date)
    return f"{words}, {line.row.time}" if line.row.time else words


def _gap_words(gap: Gap, found: Composite) -> str:
    about = "" if gap.exact else "at least "
    words = f"--- Nothing for {about}{gap.days} days, from {day_words(gap.start)} to {day_words(gap.end)}."
    if gap.perhaps:
        years = dict.fromkeys(day_words(found.lines[place].row.date) for place in gap.perhaps)
        words += f" What is dated {listed(years)} alone may lie in it."
    return words


def _conflict_block(conflict: ConflictingDate) -> _Block:
    given = listed(f"{day_words(one.date)} ({one.source})" for one in conflict.given)
    paragraphs = [f"! The sources disagree: {conflict.event}", f"Given: {given}."]
    if conflict.used:
        because = f": {sentence(conflict.reason)}" if conflict.reason else "."
        paragraphs.append(f"Used: {day_words(conflict.used)}{because}")
    else:
        paragraphs.append("Which of them the review uses is not recorded yet.")
    day = conflict.used or min(one.date for one in conflict.given)
    return day_words(day), "The review", paragraphs


def _laid_out(blocks: list[_Block]) -> Iterator[str]:
    head: _Block = ("Date", "Agency", ["What happened"])
    first = max(len(block[0]) for block in (head, *blocks))
    second = max(len(block[1]) for block in (head, *blocks))
    rest = max(40, say.width() - first - second - 4)
    for when, who, paragraphs in (head, ("-" * first, "-" * second, ["-" * min(rest, 40)]), *blocks):
        if not when:
            yield from ("", *textwrap.wrap(paragraphs[0], say.width()), "")
            continue
        texts = [text for one in paragraphs for text in textwrap.wrap(one, rest) or [""]]
        for number, text in enumerate(texts):
            start = (when, who) if number == 0 else ("", "")
            yield f"{start[0]:<{first}}  {start[1]:<{second}}  {text}".rstrip()


def _as_data(found: Composite) -> dict[str, Any]:
    return {
        "agencies": list(found.agencies),
        "lacking": list(found.lacking),
        "entries": [
            {"date": line.row.date.isoformat(), "time": line.row.time or None, "agency": line.agency,
             "event": line.row.event, "source": line.row.source or None, "comment": line.row.comment or None,
             "file": line.file, "line": line.row.line}
            for line in found.lines
        ],
        "gaps": [
            {"from": gap.start.isoformat(), "to": gap.end.isoformat(), "days": gap.days, "exact": gap.exact,
             "before": gap.before, "perhaps": list(gap.perhaps)}
            for gap in found.gaps
        ],
        "perhapsSame": [
            {"entries": [pair.first, pair.second], "days": pair.days} for pair in found.perhaps_same
        ],
        "conflictingDates": [
            {"event": conflict.event, "before": place,
             "given": [{"date": one.date.isoformat(), "source": one.source} for one in conflict.given],
             "used": conflict.used.isoformat() if conflict.used else None, "reason": conflict.reason}
            for place, conflict in found.conflicts
        ],
    }  # fmt: skip
