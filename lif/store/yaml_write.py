"""The text of a new record: one canonical layout, so that what the tool writes reads and compares well."""

from collections.abc import Mapping
from typing import Any

from lif.store.yaml_render import Layout, NotWritable, entry, key_text

__all__ = ["NotWritable", "write"]


def write(value: Mapping[str, Any], modeline: str | None = None) -> str:
    """The YAML text of a record, keys in the order given; reading it back gives `value` again.

    `modeline` is the whole comment line to begin with (`# yaml-language-server: $schema=…`). Two columns of
    indentation, list items indented under their key, LF line ends, one at the end of the file. Raises
    NotWritable for what no record can hold: infinite numbers, whole numbers beyond 2^53, keys that are no
    text, lone surrogates, control characters, more than 50 levels.
    """
    lines = [modeline] if modeline else []
    for key, child in value.items():
        lines.extend(entry(f"{key_text(key)}:", child, 0, Layout(), depth=2))
    if not value:
        lines.append("{}")
    return "\n".join(lines) + "\n"
