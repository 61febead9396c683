"""Who reviews, as the log of a review tells it."""

from collections.abc import Iterable, Sequence

from lif.records.review_log import ReviewEntry, ReviewerAppointed

AUTHORS = ("independent-reviewer", "lead-reviewer", "overview-author")
"""The reviewers who must be independent; the chair of the panel is appointed in the same way."""


def reviewers(log: Sequence[ReviewEntry]) -> list[tuple[int, ReviewerAppointed]]:
    """Each reviewer by the last entry of that label, with its place in the log, in the order first appointed."""
    found: dict[str, tuple[int, ReviewerAppointed]] = {}
    for number, entry in enumerate(log):
        if isinstance(entry, ReviewerAppointed):
            found[entry.reviewer.casefold()] = (number, entry)
    return list(found.values())


def lacking(entry: ReviewerAppointed, agencies: Iterable[str]) -> list[str]:
    """The agencies from which a reviewer declared no independence; none where an interest was declared instead."""
    return [] if entry.interest else [name for name in agencies if name not in entry.independent_of]
