"""How obligations stand, as text for the terminal."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from lif.cli.lines import beside, named, section, wrapped, wrapped_after
from lif.insight.assurance.commands import commands_for
from lif.insight.assurance.data import WORST_FIRST, NeedStanding, Part, Standing
from lif.insight.assurance.missed import missed
from lif.insight.assurance.words import (
    BASIS_WORDS,
    STATE_WORDS,
    often_short,
    part_words,
    point_words,
    shortfall,
    state_words,
    title_of,
    why_words,
)
from lif.insight.titles import Titles
from lif.insight.wording import counted, day_short, day_words, sentence

if TYPE_CHECKING:
    from lif.records.framework import Framework
    from lif.store.board import Board

_IDS, _STATES = 24, 27
_MOST = 6
"""Records that are named for one thing; of more it is said how many there are."""
_LONG = 40
"""Meetings, reviews, lessons and the like that are gone through one by one."""


def listed_text(board: "Board", framework: "Framework", found: Sequence[Standing], day: date) -> str:
    """All of them, section by section."""
    titles = Titles(board)
    headings = {one.id: one.title for one in framework.sections}
    counts = Counter(one.state for one in found)
    said = ", ".join(f"{counts[state]} {STATE_WORDS[state]}" for state in WORST_FIRST if counts[state])
    blocks = [wrapped(f"{framework.title} on {day_words(day)}: {counted(len(found), 'obligation')}; {said}.")]
    for name in dict.fromkeys(one.section for one in found):
        lines = [_line(one, titles, day) for one in found if one.section == name]
        blocks.append(section(f"{name}  {headings[name]}" if name in headings else name, *lines))
    blocks.append(section("Not met, by owner", *_by_owner(found, titles)))
    blocks.append("What counted for one, and what did not: lif assure CLAUSE")
    return "\n\n".join(block for block in blocks if block)


def _line(one: Standing, titles: Titles, day: date) -> str:
    """What is asked; below it how it stands, how often it is wanted and on what basis, and who answers; and below that
    how much is lacking."""
    below = beside(
        (state_words(one, short=True),),
        (_STATES,),
        f"{often_short(one.obligation)}; {_owner(one, titles)}",
        6,
    )
    short = shortfall(one, day)
    lacking = "\n" + wrapped(sentence(short), 6 + _STATES) if short else ""
    return wrapped_after(f"  {one.obligation.id:<{_IDS}}", one.obligation.title) + f"\n{below}{lacking}"


def _by_owner(found: Sequence[Standing], titles: Titles) -> Iterator[str]:
    owners: dict[str, list[str]] = {}
    for one in found:
        if one.state not in ("met", "due"):
            owners.setdefault(_owner(one, titles), []).append(one.obligation.id)
    for owner, names in sorted(owners.items(), key=lambda pair: -len(pair[1])):
        yield wrapped(f"{owner}: {', '.join(names)}", 2, 4)


def _owner(one: Standing, titles: Titles) -> str:
    return titles.who(one.obligation.owner) if one.obligation.owner else "nobody"


def explained(board: "Board", framework: "Framework", found: Sequence[Standing], day: date) -> str:
    """One or a few of them in full."""
    return "\n\n\n".join(_one(board, one, day) for one in found)


def _one(board: "Board", one: Standing, day: date) -> str:
    obligation, titles = one.obligation, Titles(board)
    often = obligation.how_often
    words = state_words(one)
    blocks = [
        wrapped_after(f"{obligation.id}  ", obligation.title),
        named([
            ("Stands", f"{words[:1].upper()}{words[1:]}. {why_words(one, day)}"),
            ("What it asks", obligation.asks),
            ("How often", f"{often.words}; {BASIS_WORDS[often.basis]}"),
            ("Owner", _owner(one, titles)),
            _next(one),
            ("Note", obligation.note or ""),
        ]),
        *_parts(board, one, titles, day),
        section("Judgement", *_points(one, titles)),
    ]  # fmt: skip
    return "\n\n".join(block for block in blocks if block)


def _next(one: Standing) -> tuple[str, str]:
    """The next day, where `Stands` does not name it; what is wanted now already is not put off to that day."""
    if one.due is None or one.state == "due" or (one.state == "judgement-needed" and not one.parts):
        return "", ""
    wanted_now = one.state in ("overdue", "judgement-needed")
    return "Due besides" if wanted_now else "Next wanted", day_words(one.due)


def _parts(board: "Board", one: Standing, titles: Titles, day: date) -> Iterator[str]:
    if one.obligation.each is None:
        for part in one.parts:
            yield section(
                "What counted, and what is lacking" if part.lacking else "What counted",
                *(line for need in part.needs for line in _need(one, part, need, titles, day)),
            )
            yield section("What did not", *(
                line for need in part.lacking for line in _missed(board, part, need, titles, day)
            ))  # fmt: skip
        return
    open_parts = sorted(
        (part for part in one.parts if part.lacking),
        key=lambda part: part.late(day) or part.next(day) or date.max,
    )
    whole = [part for part in one.parts if not part.lacking]
    yield section(
        "What is lacking",
        *(line for part in open_parts[:_LONG] for line in _lacking(board, one, part, titles, day)),
        _more(open_parts, one),
    )
    yield section("What counted", *(_whole(part, titles) for part in whole[:_LONG]), _more(whole, one))


def _more(parts: Sequence[Part], one: Standing) -> str:
    more = len(parts) - _LONG
    return f"  and {more} more: lif assure {one.obligation.id} --format json" if more > 0 else ""


def _commands(one: Standing, part: Part, need: NeedStanding, day: date) -> Iterator[str]:
    """How what is lacking is recorded: any of these."""
    for number, command in enumerate(commands_for(one.obligation, part, need, day)):
        yield wrapped_after("      or: " if number else "      record it: ", command)


def _need(one: Standing, part: Part, need: NeedStanding, titles: Titles, day: date) -> Iterator[str]:
    if need.shown:
        yield wrapped(f"{need.need.what}{f' (counts until {day_words(need.due)})' if need.due else ''}", 2, 4)
        latest = {hit.id: hit for hit in reversed(need.hits)}
        hits = sorted(latest.values(), key=lambda hit: hit.day or date.min, reverse=True)
        for hit in hits[:_MOST]:
            when = day_short(hit.day) if hit.day else ""
            yield wrapped_after(f"    {hit.id:<14}{when:<13}", title_of(hit.loaded, titles))
        if len(hits) > _MOST:
            yield f"    and {len(hits) - _MOST} more"
        return
    wanted = f"; it was wanted by {day_words(need.due)}" if need.due and need.due < day else (
        f"; it is wanted by {day_words(need.due)}" if need.due else ""
    )  # fmt: skip
    of = "nothing recent" if need.hits else "nothing"
    if need.need.at_least > 1:
        of = f"{len(need.hits)} of {need.need.at_least}"
    yield wrapped(f"{need.need.what}: {of}{wanted}", 2, 4)
    yield from _commands(one, part, need, day)


def _missed(board: "Board", part: Part, need: NeedStanding, titles: Titles, day: date) -> Iterator[str]:
    for one in missed(board, part, need, day):
        title = title_of(board.by_id[one.id], titles) if one.id else ""
        yield wrapped_after(f"  {one.id:<14}", f"{title}: {one.why}" if title else one.why)


def _lacking(board: "Board", one: Standing, part: Part, titles: Titles, day: date) -> Iterator[str]:
    when = (
        "" if part.subject and part.subject.kind.name in ("agency", "meeting") else f", {day_words(part.day)}"
    )
    yield wrapped(f"{part_words(part, titles)}{when}", 2, 4)
    for need in part.lacking:
        wanted = ""
        if need.due:
            wanted = f" (wanted by {day_words(need.due)}{', late' if need.due < day else ''})"
        yield wrapped(f"not yet: {need.need.what[:1].lower()}{need.need.what[1:]}{wanted}", 4, 6)
        for near in missed(board, part, need, day):
            if not near.bare:  # that nothing of it is there was said with the line above
                yield wrapped_after(f"      {near.id:<14}", near.why)
        yield from _commands(one, part, need, day)


def _whole(part: Part, titles: Titles) -> str:
    names = list(
        dict.fromkeys(hit.id for need in part.needs for hit in need.hits if hit.loaded is not part.subject)
    )
    by = f" ({', '.join(names[:_MOST])})" if names else ""
    return wrapped(f"{part_words(part, titles)}{by}", 2, 4)


def _points(one: Standing, titles: Titles) -> Iterator[str]:
    if one.obligation.judgement and one.obligation.judgement.points:
        yield wrapped(one.obligation.judgement.asks, 2)
    for point in one.points:
        said = point_words(point, titles)
        if point.judged and point.judged.records:
            said += f" ({', '.join(point.judged.records)})"
        yield wrapped(f"{f'{point.point}: ' if point.point else ''}{point.text} – {said}", 2, 4)
        if point.judged and (point.falls_short or not point.point):
            yield wrapped(point.judged.why, 6)
    if one.points:
        which = " --point POINT" if one.points[0].point else ""
        yield f"  lif assure judge {one.obligation.id}{which}"
