"""Reads the YAML files of this folder, as text alone: `yes` stays a word, a date stays as it is written."""

from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent


def read_file(name: str) -> dict[str, Any]:
    """The content of a file of this room, such as `facts.yaml` or `regimes/wt2015.yaml`."""
    text = (FOLDER / name).read_text(encoding="utf-8")
    content: dict[str, Any] = yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 - builds text, lists and dicts only
    return content


def names_in(folder: str) -> list[str]:
    """The YAML files of a folder of this room, in the order of their names."""
    return sorted(f"{folder}/{path.name}" for path in (FOLDER / folder).glob("*.yaml"))
