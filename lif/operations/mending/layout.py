"""Mends how a file is written, which no finding is about: encoding, line ends, first and last line."""

import re
import unicodedata
from collections.abc import Callable
from typing import Any, Final

from lif.records.kinds import Kind
from lif.store.change import modeline
from lif.store.listing import RecordFile
from lif.store.values import read_values
from lif.store.yaml_reader import read

_BYTE_ORDER_MARK: Final = "\ufeff"
_MODELINE = re.compile(r"#[ \t]*yaml-language-server:[ \t]*\$schema=(?P<schema>\S*).*")

Step = tuple[int, str]
"""The line that is mended, and what is done to it, in words."""


def record_as_written_by_lif(file: RecordFile, data: bytes) -> tuple[bytes, list[Step]]:
    """A record's file that can be read, as `lif` itself would have written it, with what was done."""
    steps: list[Step] = []
    for line, what, step in (
        *_FOR_EVERY_FILE,
        (1, "letters with accents are written in one way (NFC)", _composed),
        (1, "the last line is ended", _ended),
        (
            1,
            "the first line tells editors the schema",
            lambda text: _with_modeline(text, file.name, file.kind),
        ),
    ):
        changed = step(data.decode("utf-8")).encode("utf-8")
        if changed != data and _composed_value(read(changed).value) == _composed_value(read(data).value):
            data = changed
            steps.append((line, what))
    return data, steps


def values_as_written_by_lif(file: RecordFile, data: bytes) -> tuple[bytes, list[Step]]:
    """The same for the CSV file of an indicator's values."""
    steps: list[Step] = []
    for line, what, step in _FOR_EVERY_FILE:
        try:
            changed = step(data.decode("utf-8")).encode("utf-8")
        except UnicodeDecodeError:
            return data, []
        if changed != data and read_values(changed, file.name) == read_values(data, file.name):
            data = changed
            steps.append((line, what))
    return data, steps


def _without_mark(text: str) -> str:
    return text.removeprefix(_BYTE_ORDER_MARK)


def _with_line_feeds(text: str) -> str:
    return text.replace("\r\n", "\n")


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _ended(text: str) -> str:
    return text if text.endswith("\n") else text + "\n"


def _with_modeline(text: str, name: str, kind: Kind) -> str:
    """The text with the right first line; one that names a schema on the web is somebody's own choice."""
    wanted = modeline(name, kind)
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if not line.startswith("#"):
            break
        if match := _MODELINE.fullmatch(line):
            if "://" not in match["schema"]:
                lines[number] = wanted
            return "\n".join(lines)
    return f"{wanted}\n{text}"


_FOR_EVERY_FILE: Final[tuple[tuple[int, str, Callable[[str], str]], ...]] = (
    (1, "the byte order mark is taken away", _without_mark),
    (1, "lines end as on every other computer (LF)", _with_line_feeds),
)


def _composed_value(value: Any) -> Any:
    if isinstance(value, dict):
        return {_composed(key): _composed_value(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_composed_value(item) for item in value]
    return _composed(value) if isinstance(value, str) else (type(value), value)
