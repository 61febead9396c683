"""The comments of a text, so that none is lost unnoticed where two versions become one."""

import re
from collections import Counter

from lif.store.yaml_locate import locate
from lif.store.yaml_splice import line_end

_COMMENT = re.compile(r"(?:^|[ \t\n])(#[^\r\n]*)")


def lost_comments(base: bytes, theirs: bytes, merged: bytes) -> list[int]:
    """The lines of `theirs` with comments that are new in it and do not stand in `merged`."""
    kept = Counter(words for _, words in comments_of(merged))
    old = Counter(words for _, words in comments_of(base))
    lost = []
    for line, words in comments_of(theirs):
        if kept[words]:
            kept[words] -= 1
        elif old[words]:
            old[words] -= 1  # ours took it away
        else:
            lost.append(line)
    return lost


def comments_of(data: bytes) -> list[tuple[int, str]]:
    """Line, from 1, and words of every comment, in the order of the text."""
    located = locate(data)
    text = located.text
    values = []
    for place in located.places.values():
        values.append((place.key_start, place.key_end))
        if place.kind == "scalar":
            in_block = place.style in ("|", ">")
            values.append((line_end(text, place.start) if in_block else place.start, place.end))
    blank = list(text)
    for start, end in values:
        for offset in range(start, end):
            if blank[offset] not in "\r\n":
                blank[offset] = "."
    outside = "".join(blank)
    return [
        (outside.count("\n", 0, match.start(1)) + 1, match[1].rstrip())
        for match in _COMMENT.finditer(outside)
    ]
