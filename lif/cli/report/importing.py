"""`lif report import`: the reports that agencies sent back on their forms."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from lif.cli import say
from lif.cli.forms import Form, FormOption
from lif.cli.lines import wrapped
from lif.cli.noun import single
from lif.cli.state import board_of, day_of, root_of
from lif.cli.writing import DryRun, tell_advice, tell_remarks

if TYPE_CHECKING:  # the help and the shell need no models
    from lif.operations.returned_reports import ReadReport, ReportsTaken, ReportTaken
    from lif.store.board import Board

app = single()
_STATES = {
    "new": "a new report",
    "changed": "here already, and now says something else",
    "earlier": "left out, because a later one of the same agency counts",
    "here-already": "here already, with the same words",
    "left": "left out, because not all of it is understood",
}


@app.command("import")
def import_(
    ctx: typer.Context,
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE…", help="Forms that came back, or a folder of them.")
    ],
    apply: Annotated[bool, typer.Option("--apply", help="Take them into the records.")] = False,
    partial: Annotated[
        bool, typer.Option("--partial", help="Take what is understood of a form, even if some is not.")
    ] = False,
    no_drafts: Annotated[
        bool, typer.Option("--no-drafts", help="Open nothing for a yes; lif report follow does so later.")
    ] = False,
    date: Annotated[
        str | None, typer.Option("--date", metavar="DATE", help="The day they came in; today unless given.")
    ] = None,
    dry_run: DryRun = False,
    form: FormOption = Form.text,
) -> int:
    """Take in the reports that agencies filled in and sent back.

    Shows what was read; without --apply nothing is written. Every problem is named by file and cell, and the other
    files are read all the same. Of a form in which something is not understood nothing is taken, unless you say
    --partial. A yes on a serious incident, a new risk or the escalation procedure opens a draft in the register it
    belongs to. What looks like an NHS number or another thing that identifies somebody is refused; that nothing was
    found is no proof that nothing is there. Ends with 1 where something is left to do.
    """
    from lif.cli.fields import full_day
    from lif.operations.carry_out import carry_out
    from lif.operations.returned_reports import ReportsTaken, take_reports

    day = day_of(full_day(date, "--date"))
    read = _read(board_of(ctx), _files(files))
    made: list[ReportsTaken] = []

    def make(board: "Board") -> ReportsTaken:
        made.append(take_reports(board, read, day, partial=partial, drafts=not no_drafts))
        return made[0]

    outcome = carry_out(root_of(ctx), make, dry_run=dry_run or not apply)
    change = made[0]
    if form == Form.json:
        say.result_json("report-import", {**_content(change), "applied": outcome.written})
    else:
        say.result("\n".join([*map(_told, change.forms), *(wrapped(f"Not read: {one.refusal}", 0, 4)
                                                           for one in change.refused)]))  # fmt: skip
        if dry_run and outcome.diff:
            say.result_diff(outcome.diff)
    tell_remarks(outcome.remarks, planned=not outcome.written)
    tell_advice(outcome.advice, planned=not outcome.written)
    if form == Form.text:
        _end(change, outcome.written)
    return 1 if change.left or (change.files and not outcome.written) else 0


def _files(given: Sequence[Path]) -> list[Path]:
    """The files given, and those in folders that were given, in order of their names."""
    found: list[Path] = []
    for path in given:
        inside = sorted(path.iterdir()) if path.is_dir() else [path]
        wanted = [
            one for one in inside if one.suffix.lower() in (".xlsx", ".docx") and one.name[:1] not in "~."
        ]
        found += wanted if path.is_dir() else inside
    return list(dict.fromkeys(found))


def _read(board: "Board", files: Sequence[Path]) -> "list[ReadReport]":
    from lif.exchange.report_return import read_form
    from lif.operations.returned_reports import ReadReport, agency_called, check_mark
    from lif.store.errors import Refusal, WrongUse

    if not files:
        raise WrongUse(
            "There is no .xlsx and no .docx file there.", "Give the forms, or the folder that holds them."
        )
    read: list[ReadReport] = []
    for path in files:
        try:
            form = read_form(path, lambda name: agency_called(board, name))
            check_mark(board, form.mark, str(path))
            read.append(ReadReport(str(path), form))
        except Refusal as refusal:
            read.append(ReadReport(str(path), None, f"{refusal.message} {refusal.hint}".strip()))
    return read


def _told(one: "ReportTaken") -> str:
    name = f" ({one.report})" if one.report else ""
    head = f"{one.file}  {one.mark.agency}, {one.mark.asked}, {one.mark.period}: {_STATES[one.state]}{name}."
    lines = [wrapped(head, 0, 2)]
    if one.changed:
        lines.append(wrapped(f"Changes: {', '.join(key.replace('_', ' ') for key in one.changed)}.", 2, 4))
    if one.same:
        lines.append(
            wrapped(f"Word for word as last time: {', '.join(one.same)}. Ask whether it still holds.", 2, 4)
        )
    lines += [wrapped(f"Note: {Path(one.file).name}, {note}", 2, 6) for note in one.notes]
    lines += [wrapped(f"{Path(one.file).name}, {problem}", 2, 6) for problem in one.problems]
    lines += [wrapped(words, 2, 4) for words in one.followed]
    return "\n".join(lines)


def _end(change: "ReportsTaken", written: bool) -> None:
    if left := [one for one in change.forms if one.state == "left"]:
        say.aside(
            f"{len(left)} of {len(change.forms)} forms are left out. Have the cells named above mended, or take the "
            "rest of these forms with: --partial"
        )
    if written or not change.files:
        say.result(change.summary)
    else:
        say.aside("Nothing was written yet. To take them in: lif report import FILE… --apply")
    if any(one.state in ("new", "changed") for one in change.forms):
        say.aside("That no identifier was found in a text is no proof that none is there. Read the reports.")


def _content(change: "ReportsTaken") -> dict[str, Any]:
    return {
        "forms": [
            {"file": one.file, "agency": one.mark.agency, "asked": one.mark.asked, "period": one.mark.period,
             "state": one.state, "report": one.report or None, "changed": list(one.changed), "same": list(one.same),
             "followed": list(one.followed),
             "notes": [{"place": note.place, "message": note.message} for note in one.notes],
             "problems": [{"place": problem.place, "message": problem.message} for problem in one.problems]}
            for one in change.forms
        ],
        "refused": [{"file": one.file, "message": one.refusal} for one in change.refused],
    }  # fmt: skip
