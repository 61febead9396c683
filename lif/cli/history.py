"""`lif history`: who changed what and when, in sentences."""

from typing import TYPE_CHECKING, Annotated

import typer

from lif.cli import say
from lif.cli.forms import Form, FormOption
from lif.cli.lines import wrapped, wrapped_after
from lif.cli.noun import single
from lif.cli.state import board_of
from lif.store.errors import NothingFound

if TYPE_CHECKING:
    from lif.insight.history import Changed
    from lif.store.past import Save

app = single()
_LATEST = 20
"""How many saves are shown where no record is named."""


@app.command()
def history(
    ctx: typer.Context,
    record_id: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="Such as AP-2017-001, or AP-2017-001.A3.")
    ] = None,
    form: FormOption = Form.text,
) -> None:
    """Who changed what and when, in sentences.

    Of a record, or of one of its items, everything that was ever saved of it, oldest first, and what is not saved
    yet. It is followed through earlier names and numbers. Without an id, the latest saves.
    """
    board = board_of(ctx)
    if record_id is None:
        from lif.store.past import saves

        _say_saves(saves(board.root, _LATEST), form)
        return
    from lif.insight.history import history_of
    from lif.rules.lookup import find_record
    from lif.rules.names import nearest

    owner, _, number = record_id.partition(".")
    loaded = find_record(board, owner if owner and number else record_id)
    found = history_of(board, loaded, number)
    if number and not found and record_id not in board.items:
        hint = nearest(record_id, [name for name in board.items if name.startswith(f"{owner}.")])
        raise NothingFound(
            f"{owner} never held anything called {number}.",
            hint or f"See all of it with: lif history {owner}",
        )
    if form is Form.json:
        say.result_json("history", {"id": record_id, "changes": [_data(one) for one in found]})
    elif not found:
        raise NothingFound(
            f"{record_id} has no history: nothing of it was ever saved.", 'Save it: lif save "…"'
        )
    else:
        say.result("\n".join(line for one in found for line in _lines(one, bool(number))))


def _say_saves(found: list["Save"], form: Form) -> None:
    if form is Form.json:
        say.result_json("saves", {"saves": [_save_data(one) for one in found]})
    elif not found:
        raise NothingFound("Nothing was ever saved here.", 'Save what there is: lif save "What it is"')
    else:
        say.result("\n".join(wrapped_after(f"{_when(one)}  ", f"{one.who}: {one.words}") for one in found))


def _lines(changed: "Changed", single_item: bool) -> list[str]:
    save = changed.save
    head = f"{_when(save)}, {save.who}: {save.words}" if save else "Not saved yet"
    lines = [wrapped(head, below=2)]
    for one in changed.differences:
        words = one.words if single_item or not one.item else f"{one.item}: {one.words}"
        lines.append(wrapped(words[:1].upper() + words[1:], 4, 6))
    return lines


def _when(save: "Save") -> str:
    from lif.insight.wording import day_short

    return f"{day_short(save.when.date())}, {save.when:%H:%M}"


def _data(changed: "Changed") -> dict[str, object]:
    return {
        "save": _save_data(changed.save) if changed.save else None,
        "differences": [{"item": one.item or None, "words": one.words} for one in changed.differences],
    }


def _save_data(save: "Save") -> dict[str, object]:
    return {"revision": save.revision, "when": save.when.isoformat(), "who": save.who, "words": save.words}
