"""`lif meeting attend`: who came."""

from typing import Annotated, Any

import typer

from lif.cli.meeting.entry import MeetingId
from lif.cli.noun import single
from lif.cli.state import day_of
from lif.cli.writing import DryRun, From, write
from lif.exchange.given import read_given
from lif.operations.meeting_records import record_attendance
from lif.store.errors import WrongUse

app = single()
_STATES = ("present", "deputy", "apologies", "absent")


def _option(state: str, text: str) -> Any:
    return typer.Option(f"--{state}", metavar="AGENCY", help=f"{text} Repeatable, or several with commas.")


@app.command()
def attend(
    ctx: typer.Context,
    meeting_id: MeetingId,
    present: Annotated[list[str] | None, _option("present", "An agency that was there.")] = None,
    deputy: Annotated[
        list[str] | None,
        typer.Option(
            "--deputy",
            metavar="AGENCY[=WHO]",
            help="An agency that sent a deputy; with =, in whose place. Repeatable.",
        ),
    ] = None,
    apologies: Annotated[list[str] | None, _option("apologies", "An agency that sent apologies.")] = None,
    absent: Annotated[list[str] | None, _option("absent", "An agency of which nobody came.")] = None,
    source: From = None,
    dry_run: DryRun = False,
) -> None:
    """Record who came, who sent a deputy and who sent apologies.

    What is recorded of an agency already is replaced, the others stay as they are. Agencies with a seat in the group
    of which nothing is said are not recorded as absent: nobody knows. With --from comes a list under attendance.
    """
    places = _given(read_given(source)) if source else []
    for state, names in (("present", present), ("apologies", apologies), ("absent", absent)):
        places += [{"agency": name, "state": state} for name in _several(names)]
    places += [_deputy(text) for text in deputy or []]
    if not places:
        raise WrongUse(
            "Nobody is named: who was there, who sent a deputy, who sent apologies, of whom did nobody come?",
            f"Give them with: lif meeting attend {meeting_id} --present police,housing --apologies probation",
        )
    today = day_of(None)
    write(ctx, lambda board: record_attendance(board, meeting_id, places, today), dry_run)


def _several(texts: list[str] | None) -> list[str]:
    return [name.strip() for text in texts or [] for name in text.split(",") if name.strip()]


def _deputy(text: str) -> dict[str, str]:
    agency, _, post = text.partition("=")
    return {
        "agency": agency.strip(),
        "state": "deputy",
        **({"in_place_of": post.strip()} if post.strip() else {}),
    }


def _given(value: dict[str, Any]) -> list[dict[str, Any]]:
    given = value.get("attendance")
    wanted = isinstance(given, list) and all(
        isinstance(one, dict) and isinstance(one.get("agency"), str) and isinstance(one.get("state"), str)
        for one in given
    )
    if not wanted or not isinstance(given, list):
        raise WrongUse(
            "--from: the file holds no list under attendance in which each has an agency and a state.",
            f"Write it as in a record: attendance, then agency: and state: one of {', '.join(_STATES)}.",
        )
    return [dict(one) for one in given]
