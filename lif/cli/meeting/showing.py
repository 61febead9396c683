"""`lif meeting show`: a meeting with its papers, who came, its decisions and its minutes."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import typer

from lif.cli import say
from lif.cli.forms import AsOf, Form, FormOption
from lif.cli.lines import dated, named, section, wrapped, wrapped_after
from lif.cli.meeting.entry import MeetingId
from lif.cli.noun import single
from lif.cli.state import board_of, day_of
from lif.insight.wording import day_words, listed

if TYPE_CHECKING:
    from lif.insight.meetings.standing import MeetingStanding
    from lif.insight.titles import Titles
    from lif.store.board import Board

app = single()
_DIGEST = 12
"""Signs of a digest that are shown; the record holds all of it."""


@app.command()
def show(ctx: typer.Context, meeting_id: MeetingId, as_of: AsOf = None, form: FormOption = Form.text) -> None:
    """Show a meeting: papers, who came, decisions and minutes."""
    from lif.insight.meetings.data import decision_data, meeting_data
    from lif.insight.meetings.standing import meeting_standing
    from lif.rules.lookup import find_record

    board, day = board_of(ctx), day_of(as_of)
    loaded = find_record(board, meeting_id, "meeting")
    one = meeting_standing(board, loaded.record, day)
    if form is Form.json:
        content = {"id": loaded.id, "file": loaded.file, "record": loaded.record.model_dump(mode="json")}
        standing = {**meeting_data(one), "decisionsEach": [decision_data(each) for each in one.decisions]}
        say.result_json("meeting", {**content, "asOf": day.isoformat(), "standing": standing})
    else:
        say.result(_text(board, one))


def _text(board: "Board", one: "MeetingStanding") -> str:
    from lif.insight.meetings.words import papers_words, sent_words
    from lif.insight.titles import Titles

    meeting, titles = one.meeting, Titles(board)
    sections = [
        wrapped(f"{meeting.id}  {titles.group(meeting.group)}, {day_words(meeting.date)}", 0, 13),
        named([
            ("Called off", f"{day_words(meeting.cancelled.date)}: {meeting.cancelled.reason}"
             if meeting.cancelled else ""),
            ("Begins", meeting.starts or ""),
            ("Place", meeting.place or ""),
            ("Papers", papers_words(one)),
            ("Minutes", _minutes(one)),
        ]),
        section("Agenda", *(
            wrapped(f"{number}. {item.title} ({item.purpose}, {titles.who(item.lead)})", 2, 5)
            for number, item in enumerate(meeting.agenda, start=1)
        )),
        section("Performance items", *(
            wrapped(f"{picked.indicator}: {picked.reason}", 2, 4) for picked in meeting.picked
        )),
        section("Packs that went out", *(
            line for sent in one.sent for line in (
                dated(sent.date, sent_words(sent, titles)),
                *(f"{'':<21}{file.name}  {file.sha256[:_DIGEST]}…" for file in sent.files),
            )
        )),
        section("Who came", *_came(one, titles)),
        section("Decisions", *_decisions(one, titles)),
        section("Next", *(f"  {command}" for command in _next(one))),
    ]  # fmt: skip
    return "\n\n".join(part for part in sections if part)


def _minutes(one: "MeetingStanding") -> str:
    minutes = one.minutes
    if minutes is None:
        return "not recorded" if one.state == "held" else ""
    parts = [f"written {day_words(minutes.written)}"] if minutes.written else []
    if minutes.agreed:
        parts.append(f"agreed {day_words(minutes.agreed)}" + (f" at {minutes.at}" if minutes.at else ""))
    parts += [f"kept: {minutes.kept}"] if minutes.kept else []
    return "; ".join(parts) or "not recorded"


def _came(one: "MeetingStanding", titles: "Titles") -> Iterator[str]:
    from lif.insight.meetings.words import place_words

    if one.state != "held" and not one.meeting.attendance:
        return
    for place in one.meeting.attendance:
        yield wrapped_after(f"  {titles.agency(place.agency):<28}", place_words(place))
    if one.not_recorded:
        names = listed(map(titles.agency, one.not_recorded))
        yield wrapped(f"Not recorded, though they have a seat: {names}", 2, 4)


def _decisions(one: "MeetingStanding", titles: "Titles") -> Iterator[str]:
    from lif.insight.meetings.words import decision_words

    for each in one.decisions:
        owner = f"{titles.who(each.decision.owner)}; " if each.decision.owner else ""
        yield wrapped(f"{each.decision.id}  {each.decision.text}", 2, 6)
        yield wrapped(f"{owner}{decision_words(each)}.", 6)
        if each.decision.done and each.since == each.decision.done.date:
            yield wrapped(each.decision.done.how, 6)


def _next(one: "MeetingStanding") -> list[str]:
    """The commands that record what is still missing."""
    name = one.meeting.id
    if one.state == "cancelled":
        return []
    if one.state == "ahead":
        agenda = [] if one.meeting.agenda else [f"lif meeting item {name}"]
        return agenda if one.circulated else [*agenda, f"lif pack build {name}", f"lif meeting sent {name}"]
    missing = [] if one.meeting.attendance else [f"lif meeting attend {name}"]
    missing += [] if one.minutes or one.decisions else [f"lif meeting decide {name}"]
    missing += [f"lif meeting done {each.id}" for each in one.decisions if each.state == "late"]
    return missing if one.minutes else [*missing, f"lif meeting minutes {name}"]
