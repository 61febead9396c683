"""A theme from every side as plain data, for programs."""

from typing import Any

from lif.insight.learning.joined import Joined, agreement, silence
from lif.insight.learning.theme_words import theme_words


def joined_data(one: Joined) -> dict[str, Any]:
    """What each side says, and whether they agree."""
    return {
        "id": one.id,
        "title": one.title,
        "words": theme_words(one.standing) if one.standing else None,
        "speaking": len(one.speaking),
        "silence": silence(one),
        "agreement": agreement(one),
        "sides": [
            {
                "side": side.name,
                "title": side.title,
                "result": side.result,
                "missing": side.missing or None,
                "lines": [
                    {"id": line.id, "when": line.when, "text": line.text, "result": line.result}
                    for line in side.lines
                ],
            }
            for side in one.sides
        ],
    }
