"""What an import of a register says before it writes: columns, remarks, items, and what was not understood."""

from pathlib import Path
from typing import Any

from lif.cli import say
from lif.cli.lines import named, section, wrapped
from lif.exchange.register.definition import LEAVE_OUT, NOTE, Register
from lif.exchange.register.mapping import UNPLACED
from lif.exchange.register.reading import RegisterRead
from lif.insight.wording import counted
from lif.operations.carry_out import Outcome
from lif.operations.tracked_actions import ActionsBrought

_CELLS_NAMED = 12


def show(change: ActionsBrought, register: Register, file: Path, dry_run: bool, outcome: Outcome) -> None:
    """Print it, and how it ended."""
    assert change.read is not None
    parts = [_columns(change.read, register)]
    parts.append(section("Worth knowing", *(wrapped(remark, 2, 4) for remark in change.remarks)))
    parts.append(_several(change.read, register))
    rows = [
        (
            str(one.item.rows[0]),
            one.value["text"],
            _lead(one.value),
            str(one.value.get("due") or "–"),
            one.state,
        )
        for one in change.actions
    ]
    shown = [(row, lead, due, state, text) for row, text, lead, due, state in rows]
    parts.append(section("Actions", say.table(("Row", "Lead", "Due", "State", "Action"), shown)))
    parts.append(section("Not understood", *(wrapped(str(problem), 2, 4) for problem in change.problems)))
    say.result("\n\n".join(part for part in parts if part) + "\n\n")
    if dry_run and outcome.diff:
        say.result_diff(outcome.diff)
    for finding in outcome.remarks:
        say.aside_finding(finding)
    _end(change, register, file, outcome.written)


def _lead(value: dict[str, Any]) -> str:
    lead = value.get("lead")
    return lead["agency"] if lead else "–"


def _columns(read: RegisterRead, register: Register) -> str:
    lines = []
    for one in read.sheets:
        rows = " and ".join(map(str, one.head.rows))
        lines.append(f"  {one.grid.name}: the headings stand in row {rows}")
        for placed in one.placed:
            if placed.field == NOTE:
                meaning = f"kept in a note ({placed.how})"
            elif placed.field == LEAVE_OUT:
                meaning = f"left out ({placed.how})"
            else:
                meaning = f"{placed.field}: {register.fields[placed.field].title.lower()} ({placed.how})"
            lines.append(named([(f"{placed.letter}  {placed.heading.name[:30]}", meaning)], 4, 36))
    return section(f"Columns of {read.file}", *lines)


def _several(read: RegisterRead, register: Register) -> str:
    whole = [one for one in read.several if not one.split]
    if not whole:
        return ""
    cells = ", ".join(f"{one.cell} ({one.count})" for one in whole[:_CELLS_NAMED])
    more = f" and {len(whole) - _CELLS_NAMED} more" if len(whole) > _CELLS_NAMED else ""
    text = (
        f"These cells seem to hold several {register.item}s: {cells}{more}. Each comes in as one {register.item}; to "
        f"split them: --split {whole[0].cell}, or --split all"
    )
    return section("Several in one cell", wrapped(text, 2))


def _end(change: ActionsBrought, register: Register, file: Path, written: bool) -> None:
    count = counted(len(change.actions), register.item)
    if change.blocked:
        say.aside(
            f"Nothing was written, because not all of {file.name} is understood. Mend these cells or say what the "
            f"words mean; or leave these rows out and take the rest ({count}) with: --partial"
        )
    elif written:
        say.result(
            f"{change.summary} The columns are kept as {change.kept_as}, for the next version of {file.name}."
        )
    elif not change.files:
        say.result(change.summary)
    else:
        unplaced = (
            any(one.how == UNPLACED for sheet in change.read.sheets for one in sheet.placed)
            if change.read
            else False
        )
        if unplaced:
            say.aside(f'A column that is kept in a note has a field after all? Say so: --map "Column=field". The fields are: '
                      f"{', '.join(register.fields)}.")  # fmt: skip
        say.aside(f"{count} would be added. Nothing was written yet; to write it, add: --apply")


def content(change: ActionsBrought) -> dict[str, Any]:
    """The same for programs."""
    read = change.read
    assert read is not None
    return {
        "file": read.file,
        "sheets": [
            {"sheet": one.grid.title or None, "headerRows": list(one.head.rows),
             "columns": [{"column": placed.letter, "heading": placed.heading.name, "field": placed.field,
                          "how": placed.how} for placed in one.placed]}
            for one in read.sheets
        ],
        "actions": [
            {"place": one.item.place, "rows": list(one.item.rows), "state": one.state, "text": one.value["text"],
             "lead": one.value.get("lead"), "due": one.value["due"].isoformat() if one.value.get("due") else None}
            for one in change.actions
        ],
        "hereAlready": change.here_already,
        "several": [{"place": one.place, "count": one.count, "split": one.split} for one in read.several],
        "problems": [{"place": one.place, "message": one.message} for one in change.problems],
        "remarks": list(change.remarks),
        "keptAs": change.kept_as or None,
    }  # fmt: skip
