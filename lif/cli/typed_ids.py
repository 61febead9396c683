"""Ids as people type them, in small letters too; records have them in capitals."""

import re
from collections.abc import Sequence
from typing import Final

_ID: Final = re.compile(r"[a-z]{2}-[0-9]{4}-[0-9]{3,}(\.[a-z][0-9]+)?", re.IGNORECASE)


def with_capitals(words: Sequence[str]) -> list[str]:
    """The words of a command, those that are an id and nothing else in capitals: `ap-2017-001.a2` as well."""
    return [word.upper() if _ID.fullmatch(word) else word for word in words]
