"""What is late, for the front page of a pack: each kind of work on one line, with whatever is longest late of it."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from lif.insight.waiting.items import Waiting, WaitingKind
from lif.records.sections import SectionName


@dataclass(frozen=True, slots=True)
class _Sort:
    """One kind of work that can be late."""

    one: str
    many: str
    section: SectionName
    """The section of a pack that tells more of it."""
    kinds: tuple[WaitingKind, ...]


_SORTS = (
    _Sort("step in a review", "steps in reviews", "reviews", ("clock", "step")),
    _Sort("contribution to a review", "contributions to reviews", "reviews", ("contribution",)),
    _Sort("earlier decision of this group", "earlier decisions of this group", "decisions", ("decision",)),
    _Sort("action", "actions", "actions", ("action-late",)),
    _Sort("audit to be held or revisited", "audits to be held or revisited", "audits", ("audit",)),
    _Sort("plan to be looked at for its impact", "plans to be looked at for their impact", "actions", ("plan-review",)),
    _Sort("answer to a challenge", "answers to challenges", "challenges", ("challenge",)),
    _Sort("risk to be looked at again", "risks to be looked at again", "risks", ("risk",)),
    _Sort("report from an agency", "reports from agencies", "reports", ("report",)),
    _Sort("return to an audit", "returns to audits", "audits", ("return",)),
)  # fmt: skip
"""In the order in which they are told: what a child's review waits for, what meetings decided, what was promised in
plans, what looks back at them, and what agencies were asked for."""


@dataclass(frozen=True, slots=True)
class Late:
    """All that is late of one kind of work."""

    number: int
    words: str
    """Such as `5 actions`."""
    section: SectionName
    """The section of a pack that tells more of it."""
    worst: Waiting
    """What is longest late."""


def late(found: Iterable[Waiting], group: str, shown: Collection[SectionName]) -> list[Late]:
    """What is past its day among all that waits, as far as one of the sections that are `shown` tells of it.

    One line for each kind of work, in a fixed order: reviews, what the `group` itself decided, actions, audits, plans
    to be looked at, challenges, risks, reports and returns. Of each kind whatever is longest late is named; of several
    that are as late, the one that stands first in the records.
    """
    by_kind = _by_kind(one for one in found if one.kind != "decision" or one.matters_to == group)
    lines = []
    for sort in _SORTS:
        mine = [one for kind in sort.kinds for one in by_kind.get(kind, ())]
        if mine and sort.section in shown:
            words = f"{len(mine)} {sort.one if len(mine) == 1 else sort.many}"
            lines.append(Late(len(mine), words, sort.section, max(mine, key=lambda one: one.late)))
    return lines


def _by_kind(found: Iterable[Waiting]) -> Mapping[WaitingKind, list[Waiting]]:
    by_kind: dict[WaitingKind, list[Waiting]] = {}
    for one in found:
        if one.late:
            by_kind.setdefault(one.kind, []).append(one)
    return by_kind
