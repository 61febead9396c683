"""What a user gives with `--from FILE|-`: one record's keys and values, as YAML or JSON."""

import json
import sys
from pathlib import Path
from typing import Any

from lif.store.errors import Refusal, WrongUse
from lif.store.listing import LARGEST_FILE
from lif.store.yaml_reader import read


def read_given(source: str) -> dict[str, Any]:
    """The mapping in a file, or on standard input for `-`. Raises Refusal naming the place of what is wrong."""
    name, data = _bytes(source)
    # Most JSON is YAML too; what is not, such as JSON indented with tabs, is read as what it is.
    if (value := _json(data)) is not None:
        return value
    result = read(data)
    if result.value is None:
        lines = [f"{name}:{p.line}:{p.column}: {p.message} {p.hint}".rstrip() for p in result.problems]
        raise Refusal(
            "\n".join([f"{name} could not be read:", *lines]),
            "Correct it and try again; nothing was written.",
        )
    return result.value


def _bytes(source: str) -> tuple[str, bytes]:
    # What is read has an end, because a device or a program at the other side of a pipe may have none.
    most = LARGEST_FILE + 1
    try:
        if source == "-":
            name, data = "standard input", sys.stdin.buffer.read(most)
        else:
            with Path(source).open("rb") as file:
                name, data = source, file.read(most)
    except OSError as error:
        raise WrongUse(
            f"{source} could not be read: {error.strerror or error}.", "Give a file that exists, or -."
        ) from None
    if len(data) == most:
        raise Refusal(
            f"{name} holds more than 2 MiB and was not read.", "Give the keys and values of one record only."
        )
    return name, data


def _json(data: bytes) -> dict[str, Any] | None:
    """The object in JSON text; None where it is none, or where a key stands twice."""
    if data.lstrip()[:1] != b"{":
        return None
    try:
        value = json.loads(data, object_pairs_hook=_once)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A JSON object; two values under one key have no one meaning, and Python would keep the last."""
    value = dict(pairs)
    if len(value) < len(pairs):
        raise ValueError
    return value
