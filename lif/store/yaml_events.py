"""libyaml, reached through PyYAML's C parser: the events of a text, and nothing that composes or recurses."""

from collections.abc import Callable
from typing import Any

try:
    from yaml._yaml import CParser
except ImportError as error:
    raise ImportError(
        "PyYAML is installed without its C library, which lif needs to read records. Install the ready-made "
        "package: python -m pip install --force-reinstall --only-binary=:all: PyYAML"
    ) from error

MOST_NESTING = 50


def open_events(text: str) -> Callable[[], Any]:
    """A function that returns the next event of `text` at each call, down to the StreamEndEvent.

    It raises yaml.error.YAMLError where the syntax is broken. Marks count characters of `text`.
    """
    parser = CParser(text.encode("utf-8"))
    return parser.get_event
