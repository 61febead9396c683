"""What an import of a register says before it writes: columns, remarks, items, and what was not understood."""

from typing import Any

from lif.cli import say
from lif.cli.lines import named, section, wrapped
from lif.cli.writing import tell_remarks
from lif.exchange.register.definition import LEAVE_OUT, NOTE, Register
from lif.exchange.register.items import Item
from lif.exchange.register.mapping import UNPLACED
from lif.exchange.register.reading import RegisterRead
from lif.exchange.table import rows_named
from lif.insight.wording import counted
from lif.operations.actions.tracked import ActionsBrought
from lif.operations.audits.brought import AuditsBrought
from lif.operations.brought_risks import RisksBrought
from lif.operations.carry_out import Outcome

_CELLS_NAMED = 12
Brought = ActionsBrought | AuditsBrought | RisksBrought


def show(change: ActionsBrought, register: Register, outcome: Outcome, again: str, *, dry_run: bool) -> None:
    """Print it, and how it ended; `again` is the command that says the same once more."""
    several = len(change.read.sheets) > 1
    shown = [
        (f"{one.item.sheet} {one.item.rows[0]}" if several else str(one.item.rows[0]), _lead(one.value),
         str(one.value.get("due") or "–"), one.state, one.value["text"])
        for one in change.actions
    ]  # fmt: skip
    table = section("Actions", say.table(("Row", "Lead", "Due", "State", "Action"), shown))
    _show(change, register, outcome, again, table, len(shown), dry_run=dry_run)


def show_audits(
    change: AuditsBrought, register: Register, outcome: Outcome, again: str, *, dry_run: bool
) -> None:
    """The same of audits."""
    shown = [
        (_row(one.item, change.read), one.stage, str(one.value["log"][0]["date"]), one.value["theme"])
        for one in change.brought
    ]
    table = section("Audits", say.table(("Row", "Stage", "First entry", "Theme"), shown))
    _show(change, register, outcome, again, table, len(shown), dry_run=dry_run)


def show_risks(
    change: RisksBrought, register: Register, outcome: Outcome, again: str, *, dry_run: bool
) -> None:
    """The same of risks."""
    shown = [
        (_row(one.item, change.read), str(one.score or "–"), one.value["owner"], one.value["log"][-1]["entry"],
         one.value["title"])
        for one in change.brought
    ]  # fmt: skip
    table = section("Risks", say.table(("Row", "Score", "Owner", "Last entry", "Risk"), shown))
    _show(change, register, outcome, again, table, len(shown), dry_run=dry_run)


def _row(item: Item, read: RegisterRead) -> str:
    return f"{item.sheet} {item.rows[0]}" if len(read.sheets) > 1 else str(item.rows[0])


def _show(
    change: Brought,
    register: Register,
    outcome: Outcome,
    again: str,
    table: str,
    number: int,
    *,
    dry_run: bool,
) -> None:
    parts = [_columns(change.read, register)]
    parts.append(section("Worth knowing", *(wrapped(remark, 2, 4) for remark in change.remarks)))
    parts.append(_several(change.read, register))
    parts.append(table)
    parts.append(section("Not understood", *(wrapped(str(problem), 2, 4) for problem in change.problems)))
    say.result("\n\n".join(part for part in parts if part) + "\n\n")
    if dry_run and outcome.diff:
        say.result_diff(outcome.diff)
    tell_remarks(outcome.remarks, planned=not outcome.written)
    _end(change, register, again, counted(number, register.item), written=outcome.written)


def _lead(value: dict[str, Any]) -> str:
    lead = value.get("lead")
    return lead["agency"] if lead else "–"


def _columns(read: RegisterRead, register: Register) -> str:
    lines = []
    for one in read.sheets:
        lines.append(f"  {one.grid.name}: the headings stand in {rows_named(one.head.rows)}")
        for placed in one.placed:
            if placed.field == NOTE:
                meaning = f"kept in a note ({placed.how})"
            elif placed.field == LEAVE_OUT:
                meaning = f"left out ({placed.how})"
            else:
                meaning = f"{placed.field}: {register.fields[placed.field].title.lower()} ({placed.how})"
            lines.append(named([(f"{placed.letter}  {placed.heading.name[:30]}", meaning)], 4, 36))
    return section("Columns", *lines)


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


def _end(change: Brought, register: Register, again: str, count: str, *, written: bool) -> None:
    if change.blocked:
        say.aside(
            f"Nothing was written, because not all of {change.read.file} is understood. Mend these cells or say what the "
            f"words mean; or leave these rows out and take the rest ({count}) with: --partial"
        )
    elif written:
        say.result(
            f"The columns are kept as {change.kept_as}, for the next version of {change.read.file}.\n{change.summary}"
        )
        if change.problems:
            say.aside("Rows of which something stands above under NOT UNDERSTOOD were left out.")
    elif not change.files:
        say.result(change.summary)
    else:
        unplaced = any(one.how == UNPLACED for sheet in change.read.sheets for one in sheet.placed)
        if unplaced:
            say.aside(f'A column that is kept in a note has a field after all? Say so: --map "Column=field". The fields are: '
                      f"{', '.join(register.fields)}.")  # fmt: skip
        say.aside(f"{count} would be added. Nothing was written yet; to write it:\n  {again} --apply")


def content(change: ActionsBrought) -> dict[str, Any]:
    """The same for programs."""
    actions = [
        {"place": one.item.place, "rows": list(one.item.rows), "state": one.state, "text": one.value["text"],
         "lead": one.value.get("lead"), "due": one.value["due"].isoformat() if one.value.get("due") else None}
        for one in change.actions
    ]  # fmt: skip
    return _content(change, "actions", actions)


def audits_content(change: AuditsBrought) -> dict[str, Any]:
    """The same of audits."""
    audits = [
        {"place": one.item.place, "rows": list(one.item.rows), "stage": one.stage, "theme": one.value["theme"],
         "kind": one.value["kind"]}
        for one in change.brought
    ]  # fmt: skip
    return _content(change, "audits", audits)


def risks_content(change: RisksBrought) -> dict[str, Any]:
    """The same of risks."""
    risks = [
        {"place": one.item.place, "rows": list(one.item.rows), "title": one.value["title"], "score": one.score,
         "owner": one.value["owner"]}
        for one in change.brought
    ]  # fmt: skip
    return _content(change, "risks", risks)


def _content(change: Brought, what: str, items: list[dict[str, Any]]) -> dict[str, Any]:
    read = change.read
    return {
        "file": read.file,
        "sheets": [
            {"sheet": one.grid.title or None, "headerRows": list(one.head.rows),
             "columns": [{"column": placed.letter, "heading": placed.heading.name, "field": placed.field,
                          "how": placed.how} for placed in one.placed]}
            for one in read.sheets
        ],
        what: items,
        "hereAlready": change.here_already,
        "several": [{"place": one.place, "count": one.count, "split": one.split} for one in read.several],
        "problems": [{"place": one.place, "message": one.message} for one in change.problems],
        "remarks": list(change.remarks),
        "keptAs": change.kept_as or None,
    }  # fmt: skip
