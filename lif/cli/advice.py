"""Advice on narratives as it is printed: by what a reader would ask, each with why."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from lif.cli import say
from lif.cli.forms import Form
from lif.cli.lines import wrapped
from lif.insight.wording import counted
from lif.rules.catalogue import codes
from lif.store.findings import Finding

if TYPE_CHECKING:
    from lif.store.board import Board, Loaded


def show_advice(board: "Board", records: Sequence["Loaded"], form: Form) -> None:
    """Print what a reader would ask of records, one after the other."""
    from lif.rules.advice.advising import advice_on

    found = [(loaded, advice_on(board, [loaded])) for loaded in records]
    if form is Form.json:
        content = [
            {"id": loaded.id, "file": loaded.file, "remarks": [*map(_data, given)]} for loaded, given in found
        ]
        say.result_json("advice", {"records": content})
        return
    if not found:
        say.result("There is nothing to advise on yet.")
        return
    told: set[str] = set()
    say.result("\n\n".join(_text(loaded, given, told) for loaded, given in found))
    if any(given for _, given in found):
        say.aside(
            "Nothing here has to be changed. More on one of them: lif explain CODE. "
            "To let one stand: # lif: ignore CODE because … on its line."
        )


def _text(loaded: "Loaded", given: Sequence[Finding], told: set[str]) -> str:
    """One record's advice; the why of each code only where it was not told before."""
    if not given:
        return f"{loaded.id}: nothing to remark on."
    parts = [f"{loaded.id}: {counted(len(given), 'remark')}  ({loaded.file})"]
    for one in given:
        parts += [
            "",
            wrapped(f"{one.message} ({one.code}, line {one.line})", 2, 4),
            wrapped(one.hint, 6),
            *([] if one.code in told else [wrapped(f"Why: {codes()[one.code].why}", 6)]),
        ]
        told.add(one.code)
    return "\n".join(parts)


def _data(one: Finding) -> dict[str, Any]:
    entry = codes()[one.code]
    return {
        "code": one.code, "title": entry.title, "message": one.message, "hint": one.hint, "why": entry.why,
        "file": one.file, "line": one.line, "column": one.column,
    }  # fmt: skip
