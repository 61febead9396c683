"""What a user gives with `--from FILE|-`: one record's keys and values, as YAML or JSON."""

import json
import sys
from pathlib import Path
from typing import Any

from lif.store.errors import Refusal, WrongUse
from lif.store.yaml_reader import read


def read_given(source: str) -> dict[str, Any]:
    """The mapping in a file, or on standard input for `-`. Raises Refusal naming the place of what is wrong."""
    name, data = _bytes(source)
    if data.lstrip()[:1] == b"{":
        return _json(name, data)
    result = read(data)
    if result.value is None:
        lines = [f"{name}:{p.line}:{p.column}: {p.message} {p.hint}".rstrip() for p in result.problems]
        raise Refusal(
            "\n".join([f"{name} could not be read:", *lines]),
            "Correct it and try again; nothing was written.",
        )
    return result.value


def _bytes(source: str) -> tuple[str, bytes]:
    if source == "-":
        return "standard input", sys.stdin.buffer.read()
    try:
        return source, Path(source).read_bytes()
    except OSError as error:
        raise WrongUse(
            f"{source} could not be read: {error.strerror or error}.", "Give a file that exists, or -."
        ) from None


def _json(name: str, data: bytes) -> dict[str, Any]:
    try:
        value = json.loads(data)
    except (ValueError, RecursionError) as error:
        place = f":{error.lineno}:{error.colno}" if isinstance(error, json.JSONDecodeError) else ""
        raise Refusal(f"{name}{place}: this is not readable as JSON.", "Correct it and try again.") from None
    assert isinstance(value, dict)  # noqa: S101 - it begins with a brace
    return value
