"""`lif audit collect`: the forms of an audit as agencies send them back."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from lif.cli import say
from lif.cli.forms import Form, FormOption
from lif.cli.lines import wrapped
from lif.cli.noun import single
from lif.cli.state import board_of, day_of, root_of
from lif.cli.writing import DryRun, tell_remarks

if TYPE_CHECKING:  # the help and the shell need no models
    from lif.operations.audits.returns import FormsCollected, FormTaken, ReadForm
    from lif.store.board import Board

app = single()
_ENDINGS = frozenset(
    (".xlsx", ".docx", ".xlsm", ".docm", ".xls", ".doc", ".xlsb", ".ods", ".odt", ".pdf", ".rtf", ".csv")
)
"""Of files that agencies send back; forms are among the first four."""
_MANY = 10
"""Files. Fewer are read at once."""
_STATES = {
    "taken": "taken",
    "earlier": "earlier; a later one of the same agency counts, and this one is kept beside it",
    "here-already": "here already, with the same answers",
    "left": "left out, because not all of it is understood",
}


@app.command()
def collect(
    ctx: typer.Context,
    audit_id: Annotated[str, typer.Argument(metavar="ID", help="Such as AU-2017-001.")],
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE…", help="Forms that came back, or a folder of them.")
    ],
    apply: Annotated[bool, typer.Option("--apply", help="Take them into the records.")] = False,
    partial: Annotated[
        bool, typer.Option("--partial", help="Take what is understood of a form, even if some is not.")
    ] = False,
    date: Annotated[
        str | None, typer.Option("--date", metavar="DATE", help="The day they came in; today unless given.")
    ] = None,
    dry_run: DryRun = False,
    form: FormOption = Form.text,
) -> int:
    """Take in the forms of an audit that agencies filled in and sent back.

    Shows what was read; without --apply nothing is written. Every problem is named by file, sheet and cell, and the
    other files are read all the same. Of a form in which something is not understood nothing is taken, unless you
    say --partial. Where an agency sent two, the one that was saved later counts, and the earlier is kept beside it.
    What looks like an NHS number or another thing that identifies somebody is refused; that nothing was found is no
    proof that nothing is there. Ends with 1 where something is left to do.
    """
    from lif.cli.fields import full_day
    from lif.operations.audits.returns import FormsCollected
    from lif.operations.audits.returns import collect as collect_forms
    from lif.operations.carry_out import carry_out

    day = day_of(full_day(date, "--date"))
    read = _read(board_of(ctx), audit_id, _files(files))
    made: list[FormsCollected] = []

    def make(board: "Board") -> FormsCollected:
        made.append(collect_forms(board, audit_id, read, day, day_of(None), partial=partial))
        return made[0]

    outcome = carry_out(root_of(ctx), make, dry_run=dry_run or not apply)
    change = made[0]
    if form == Form.json:
        say.result_json("audit-collect", {**_content(audit_id, change), "applied": outcome.written})
    else:
        _tell(change)
        if dry_run and outcome.diff:
            say.result_diff(outcome.diff)
    tell_remarks(outcome.remarks, planned=not outcome.written)
    if form == Form.text:
        _end(change, audit_id, outcome.written)
    return 1 if change.left or (change.files and not outcome.written) else 0


def _files(given: Sequence[Path]) -> list[Path]:
    """The files given, and those in folders that were given, in order of their names.

    What may be an answer in another format is among them, so that it is refused by name and not passed over.
    """
    found: list[Path] = []
    for path in given:
        if not path.is_dir():
            found.append(path)
            continue
        inside = [one for one in sorted(path.iterdir()) if one.name[:1] not in "~."]
        found += [one for one in inside if one.suffix.lower() in _ENDINGS and not one.is_dir()]
        if folders := [one.name for one in inside if one.is_dir()]:
            say.aside(
                f"Not looked into: {', '.join(folders)} in {path}. Give these folders as well, if they hold forms."
            )
    return list(dict.fromkeys(found))


def _read(board: "Board", audit_id: str, files: Sequence[Path]) -> "list[ReadForm]":
    from lif.exchange.audit_form import Mark
    from lif.exchange.audit_return import read_form
    from lif.operations.audits.forms import audit_with_instrument, check_mark
    from lif.operations.audits.returns import ReadForm
    from lif.records.instrument import Instrument
    from lif.store.errors import Refusal, WrongUse

    loaded, instrument = audit_with_instrument(board, audit_id)
    if not files:
        raise WrongUse(
            "There is no .xlsx and no .docx file there.", "Give the forms, or the folder that holds them."
        )
    read: list[ReadForm] = []
    hidden = len(files) < _MANY or not say.is_terminal(sys.stderr)
    with typer.progressbar(files, label="Reading", hidden=hidden, file=sys.stderr) as bar:
        for path in bar:
            name = str(path)

            def instrument_of(mark: Mark, name: str = name) -> Instrument:
                check_mark(loaded, instrument, mark, name)
                return instrument

            try:
                read.append(ReadForm(name, read_form(path, instrument_of)))
            except Refusal as refusal:
                read.append(ReadForm(name, None, f"{refusal.message} {refusal.hint}".strip()))
    return read


def _tell(change: "FormsCollected") -> None:
    quiet = len(change.forms) >= _MANY
    lines = [
        _form(one) for one in change.forms if not quiet or one.problems or one.remark or one.state != "taken"
    ]
    lines += [wrapped(f"Not read: {one.refusal}", 0, 4) for one in change.refused]
    if quiet:
        plain = len(change.forms) + len(change.refused) - len(lines)
        lines.insert(0, f"{plain} forms are understood as a whole, and nothing stands against them.")
    say.result("\n".join(lines))


def _form(form: "FormTaken") -> str:
    left = f", {form.unanswered} without a grade" if form.unanswered else ""
    said = f"{form.file}  {form.agency}: {form.answered} grades{left}; {_STATES[form.state]}."
    lines = [wrapped(said, 0, 2)]
    if form.remark:
        lines.append(wrapped(form.remark, 2, 4))
    lines += [wrapped(f"{Path(form.file).name}, {problem}", 2, 6) for problem in form.problems]
    return "\n".join(lines)


def _end(change: "FormsCollected", audit_id: str, written: bool) -> None:
    left = [one for one in change.forms if one.state == "left"]
    if left:
        say.aside(
            f"{len(left)} of {len(change.forms)} forms are left out. Have the cells named above mended, or take the "
            "rest of these forms with: --partial"
        )
    if written or not change.files:
        say.result(change.summary)
    else:
        say.aside(f"Nothing was written yet. To take them in: lif audit collect {audit_id} FILE… --apply")
    if any(form.state in ("taken", "earlier") for form in change.forms):
        say.aside("That no identifier was found in a text is no proof that none is there. Read the comments.")


def _content(audit_id: str, change: "FormsCollected") -> dict[str, Any]:
    return {
        "audit": audit_id,
        "forms": [
            {"file": one.file, "agency": one.agency, "state": one.state, "graded": one.answered,
             "withoutGrade": one.unanswered, "remark": one.remark,
             "problems": [{"place": problem.place, "message": problem.message} for problem in one.problems]}
            for one in change.forms
        ],
        "refused": [{"file": one.file, "message": one.refusal} for one in change.refused],
    }  # fmt: skip
