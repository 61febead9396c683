"""The schemas of a Board's repository, which a newer lif leaves behind until they are written again."""

import os
import re
from collections.abc import Mapping
from pathlib import Path

from lif import __version__
from lif.records.kinds import KINDS
from lif.records.naming import natural
from lif.store.findings import Finding

_HEAD = 400
"""Bytes of a schema; its version stands within them."""
_VERSION = re.compile(rb'"x-lif-version":\s*"([0-9.]{1,20})"')


def old_schemas(root: Path, overlay: Mapping[str, bytes]) -> list[Finding]:
    """One remark where a schema is older than this lif. A newer one is left to whoever has the newer lif."""
    for kind in KINDS:
        name = f"schemas/{kind.schema_name}"
        head = overlay[name] if name in overlay else _head(f"{root}/{name}")
        match = _VERSION.search(head[:_HEAD])
        version = match[1].decode("ascii") if match else __version__
        if natural(version) < natural(__version__):
            message = f"The schemas for editors are those of lif {version}; this is lif {__version__}."
            hint = "Bring them up to date with: lif schema write"
            return [Finding(name, 1, 1, "F106", message, hint, severity="remark")]
    return []


def _head(path: str) -> bytes:
    """The first bytes of an ordinary file that can be read, else none."""
    if not os.path.isfile(path):  # noqa: PTH113 - a Path would take as long as the rest
        return b""
    try:
        with open(path, "rb", buffering=0) as opened:  # noqa: PTH123
            return opened.read(_HEAD)
    except OSError:
        return b""
