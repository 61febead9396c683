"""The sections that a pack can have, by the names under which `board.yaml` puts them in order."""

from collections.abc import Mapping
from typing import Final, Literal, get_args

SectionName = Literal[
    "glance", "agenda", "decisions", "papers", "reviews", "audits", "actions", "learning", "risks", "challenges",
    "voice", "assurance", "reports", "data", "changes", "sources",
]  # fmt: skip
"""A section of a pack. What each holds stands in `lif.publish.packs.sections`."""

EVERY_SECTION: Final[tuple[SectionName, ...]] = get_args(SectionName)
"""The order in which a group that has no order of its own has them."""

USUAL_SECTIONS: Final[Mapping[str, tuple[SectionName, ...]]] = {
    "strategic-board": tuple(name for name in EVERY_SECTION if name != "assurance"),
    "executive": (
        "glance", "agenda", "decisions", "papers", "assurance", "actions", "learning", "risks", "challenges",
        "reviews", "audits", "voice", "reports", "data", "changes", "sources",
    ),
    "performance-audit": (
        "glance", "agenda", "decisions", "papers", "data", "audits", "reports", "voice", "actions", "learning", "changes",
        "sources",
    ),
    "sirg": ("glance", "agenda", "decisions", "papers", "reviews", "actions", "learning", "changes", "sources"),
    "cdop": ("glance", "agenda", "decisions", "papers", "learning", "changes", "sources"),
}  # fmt: skip
"""What a group's pack holds where `board.yaml` does not say, by the group's id: what is its own duty first."""


def sections_for(group: str, chosen: list[SectionName]) -> tuple[SectionName, ...]:
    """The sections of a group's pack, in order: those `chosen` for it, else the usual ones of such a group."""
    return tuple(chosen) or USUAL_SECTIONS.get(group, EVERY_SECTION)
