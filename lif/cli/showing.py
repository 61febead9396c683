"""Shows one record: as JSON as it is kept, or as text with its keys in plain words."""

import textwrap
from collections.abc import Iterator
from datetime import date
from typing import Any

from lif.cli import say
from lif.cli.forms import Form
from lif.insight.titles import Titles
from lif.records.base import Entry, Model
from lif.store.board import Board, Held, Loaded

_NOT_SHOWN = ("schema_version", "id")
_WIDTH = 100
_ENDS = (".", "!", "?")
"""By which a text is known as a sentence, which stands on a line of its own."""


def show_record(board: Board, loaded: Loaded, form: Form) -> None:
    """Print a record."""
    if form == Form.json:
        content = {"id": loaded.id, "file": loaded.file, "record": loaded.record.model_dump(mode="json")}
        say.result_json(loaded.kind.name, content)
        return
    say.result(record_text(board, loaded))


def record_text(board: Board, loaded: Loaded) -> str:
    """A record as text, each key in plain words."""
    return "\n".join([f"{loaded.id}  ({loaded.file})", "", *_model(Titles(board), loaded.record, 0)])


def show_item(board: Board, held: Held, form: Form) -> None:
    """Print a numbered item, such as an action."""
    if form == Form.json:
        content = {"id": held.id, "file": held.loaded.file, "record": held.item.model_dump(mode="json")}
        say.result_json(held.field.removesuffix("s"), content)
        return
    say.result("\n".join([f"{held.id}  ({held.loaded.file})", "", *_model(Titles(board), held.item, 0)]))


def _model(titles: Titles, model: Model, indent: int) -> Iterator[str]:
    for key in type(model).model_fields:
        value = getattr(model, key)
        if key in _NOT_SHOWN or value is None or value == []:
            continue
        yield from _field(titles, _label(key), value, indent)


def _field(titles: Titles, label: str, value: Any, indent: int) -> Iterator[str]:
    space = "  " * indent
    if isinstance(value, list) and all(not isinstance(item, Model) for item in value):
        texts = [_text(item) for item in value]
        if any(text.endswith(_ENDS) for text in texts):
            yield f"{space}{label}:"
            for text in texts:
                yield from _wrapped(f"{space}  - ", text)
        else:
            yield from _wrapped(f"{space}{label}: ", "; ".join(texts))
    elif isinstance(value, list):
        yield f"{space}{label}:"
        for item in value:
            yield from (
                _entry(titles, item, indent + 1)
                if isinstance(item, Entry)
                else _item(titles, item, indent + 1)
            )
    elif isinstance(value, Model):
        yield f"{space}{label}:"
        yield from _model(titles, value, indent + 1)
    else:
        yield from _wrapped(f"{space}{label}: ", _text(value))


def _item(titles: Titles, item: Model, indent: int) -> Iterator[str]:
    lines = list(_model(titles, item, indent + 1))
    name = getattr(item, "id", None)
    if name:
        yield f"{'  ' * indent}{name}"
        yield from lines
    elif lines:
        yield f"{'  ' * indent}- {lines[0].strip()}"
        yield from lines[1:]


def _entry(titles: Titles, entry: Entry, indent: int) -> Iterator[str]:
    word = _label(str(getattr(entry, "entry", "")))
    said = [
        f"{_label(key).lower()}: {_text(value)}" if key != "note" else _text(value)
        for key in type(entry).model_fields
        if key not in ("date", "by", "entry") and (value := getattr(entry, key)) not in (None, [])
    ]
    start = f"{'  ' * indent}{entry.date}  {word}, by {titles.who(entry.by)}"
    yield from _wrapped(f"{start}: " if said else start, "; ".join(said))


def _label(key: str) -> str:
    words = key.replace("_", " ").replace("-", " ")
    return words[:1].upper() + words[1:]


def _text(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(_text(item) for item in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value.isoformat() if isinstance(value, date) else str(value)


def _wrapped(start: str, text: str) -> list[str]:
    indent = " " * (len(start) - len(start.lstrip()) + 4)
    width = min(say.width(), _WIDTH)
    lines = textwrap.wrap(
        start + " ".join(text.split()), width, subsequent_indent=indent, break_on_hyphens=False
    )
    return lines or [start]
