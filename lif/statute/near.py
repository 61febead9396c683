"""What to say of a name that does not exist: the nearest ones, else all."""

import difflib
from collections.abc import Iterable


def did_you_mean(wrong: str, names: Iterable[str]) -> str:
    """`Did you mean a or b?`, or a list of all the names where none is near."""
    known = list(names)
    near = difflib.get_close_matches(wrong, known, n=3)
    return f"Did you mean {' or '.join(near)}?" if near else f"There are: {', '.join(known)}."
