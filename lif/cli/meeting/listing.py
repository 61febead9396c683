"""`lif meeting list`: the meetings in order of their days."""

from typing import TYPE_CHECKING, Annotated

import typer

from lif.cli import say
from lif.cli.forms import AsOf, ListForm, ListFormOption
from lif.cli.known import must_be_known
from lif.cli.noun import single
from lif.cli.registers import csv
from lif.cli.state import board_of, day_of
from lif.insight.wording import counted, day_short, day_words

if TYPE_CHECKING:
    from lif.insight.meetings.standing import MeetingStanding
    from lif.store.board import Board

app = single()


@app.command("list")
def list_(
    ctx: typer.Context,
    group: Annotated[str | None, typer.Option("--group", help="Only those of a group.")] = None,
    year: Annotated[int | None, typer.Option("--year", help="Only those of a calendar year.")] = None,
    as_of: AsOf = None,
    form: ListFormOption = ListForm.text,
) -> None:
    """List the meetings: papers, who came, and what is still to do."""
    from lif.insight.meetings.data import MEETING_HEAD, meeting_data, meeting_row
    from lif.insight.meetings.standing import meetings_on

    board, day = board_of(ctx), day_of(as_of)
    everything = meetings_on(board, day)
    found = [
        one
        for one in everything
        if group in (None, one.meeting.group) and year in (None, one.meeting.date.year)
    ]
    if not found:
        must_be_known(board, group=group)
    if form is ListForm.json:
        content = {"asOf": day.isoformat(), "meetings": [meeting_data(one) for one in found]}
        say.result_json("meetings", content)
    elif form is ListForm.csv:
        csv(MEETING_HEAD, [meeting_row(one) for one in found])
    elif not everything:
        say.result("No meeting yet. Put one into the diary: lif meeting new")
    elif not found:
        say.result("No such meeting.")
    else:
        say.result(_table(board, found))
        say.aside(_counts(found, day_words(day)))


def _table(board: "Board", found: list["MeetingStanding"]) -> str:
    from lif.insight.titles import Titles

    titles = Titles(board)
    rows = [
        (
            one.meeting.id,
            day_short(one.meeting.date),
            _papers(one),
            _came(one),
            _decisions(one),
            titles.group(one.meeting.group),
        )
        for one in found
    ]
    return say.table(("Meeting", "Day", "Papers", "Came", "Decisions", "Group"), rows)


def _papers(one: "MeetingStanding") -> str:
    days = one.days_to_read
    if one.state == "cancelled":
        return "called off"
    if days is None:
        return f"by {day_short(one.papers_due)}" if one.state == "ahead" else "not recorded"
    return counted(days, "day") + ("" if one.in_time else f" of {one.lead_time}")


def _came(one: "MeetingStanding") -> str:
    if one.state != "held":
        return ""
    if not one.meeting.attendance:
        return "not recorded"
    return f"{one.came('present', 'deputy')} of {len(one.meeting.attendance) + len(one.not_recorded)}"


def _decisions(one: "MeetingStanding") -> str:
    late = sum(decision.state == "late" for decision in one.decisions)
    still = sum(decision.state == "open" for decision in one.decisions)
    parts = [f"{late} late"] if late else []
    parts += [f"{still} to do"] if still else []
    words = f": {', '.join(parts)}" if parts else ""
    return f"{len(one.decisions)}{words}" if one.decisions else ""


def _counts(found: list["MeetingStanding"], when: str) -> str:
    held = [one for one in found if one.state == "held"]
    short = sum(one.in_time is False for one in held)
    words = f"{counted(len(found), 'meeting')}, {len(held)} held by {when}"
    if short:
        words += f"; {counted(short, 'time')} papers were out for fewer days than promised"
    return f"{words}. Who came over a year: lif meeting attendance"
