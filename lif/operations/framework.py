"""Judgements and deeds that the Board's framework keeps in its own log, and the framework itself."""

from datetime import date
from typing import Final

from lif.insight.assurance.entry_words import JUDGED_WORDS
from lif.insight.titles import Titles
from lif.insight.wording import day_words
from lif.operations.log_entries import Said, day_of_entry, in_order, with_written
from lif.operations.starting import FRAMEWORK, framework_file
from lif.records.framework import Framework, FrameworkEntry, Obligation
from lif.rules.names import nearest
from lif.store.board import Board, Loaded
from lif.store.change import Change, edit_record
from lif.store.errors import NothingFound, Refusal
from lif.store.yaml_edit import Append, Insert

BEGIN: Final = "Write the one that lif brings: lif assure begin"


def begin_framework(board: Board, since: date) -> Change:
    """The framework that lif brings, counting from a day. Raises Refusal where the Board has one."""
    if board.of("framework") or (board.root / FRAMEWORK).exists():
        raise Refusal("This Board has a framework already.", "Look at it with: lif assure")
    return Change(
        {FRAMEWORK: framework_file(since)},
        f"The framework is in {FRAMEWORK}, and counts from {day_words(since)}. See how it stands: lif assure",
        ("framework",),
    )


def add_framework_entry(board: Board, said: Said, today: date) -> Change:
    """The change that adds a judgement, or something that was done, to the framework's log.

    Where nobody is named in `by`, who is to judge it did so, or who answers for the obligation. Raises NothingFound
    for an obligation or a point that there is none of, Refusal for a day ahead, for what is not judged, and for a
    deed that nothing would count.
    """
    loaded = framework_record(board)
    framework: Framework = loaded.record
    obligation = obligation_of(framework, said["clause"])
    said = {**said, "clause": obligation.id}  # as it is written there, in whatever letters it was typed
    day = day_of_entry(obligation.id, said, today, "the framework")
    judgement = obligation.judgement
    if said["entry"] == "judged":
        if judgement is None:
            raise Refusal(
                f"{obligation.id} is shown by records; it is not judged.",
                f"See what counts: lif assure {obligation.id}",
            )
        points = [point.id for point in judgement.points]
        point = said.get("point")
        if point and point not in points:
            hint = nearest(point, points) or (
                f"One of: {', '.join(points)}." if points else "Leave --point out."
            )
            raise NothingFound(f"{obligation.id} has no point called {point}.", hint)
    elif judgement and not obligation.evidence:
        raise Refusal(
            f"{obligation.id} is judged; nothing counts what would be recorded here.",
            f"Judge it with: lif assure judge {obligation.id}",
        )
    elif not _counts_what_is_recorded(obligation):
        raise Refusal(
            f"{obligation.id} is shown by other records; nothing counts what would be recorded here.",
            f"See what counts, and how that is recorded: lif assure {obligation.id}",
        )
    by = said["by"] or (judgement.by if judgement and said["entry"] == "judged" else None) or obligation.owner
    written = in_order({**said, "by": by or "business-manager"}, FrameworkEntry)
    behind = [number for number, entry in enumerate(framework.log) if entry.date <= day]
    first = behind[-1] + 1 if behind else 0
    if framework.log and not behind:
        raise Refusal(
            f"{day_words(day)} lies before the first entry of the framework's log, {day_words(framework.log[0].date)}.",
            "Write it above that one by hand: lif edit framework",
        )
    with_written(board, loaded, ("log",), [written], name=obligation.id, first=first)
    edit = Insert(("log",), first - 1, written) if framework.log else Append(("log",), written)
    data = edit_record(board, loaded, [edit])
    return Change({loaded.file: data}, _told(board, obligation, written, day), ("framework",))


def _counts_what_is_recorded(obligation: Obligation) -> bool:
    """Whether an entry of the framework's own log can be evidence for an obligation."""
    kinds = {selection.kind for need in obligation.evidence for selection in need.counts}
    return "framework" in kinds


def framework_record(board: Board) -> Loaded:
    """The Board's framework. Raises NothingFound where it has none."""
    found = board.of("framework")
    if not found:
        if "framework" in board.broken:
            raise Refusal(
                "The framework cannot be read as it stands.", "See what is wrong with: lif validate"
            )
        raise NothingFound(f"This Board has no framework: there is no {FRAMEWORK}.", BEGIN)
    return found[0]


def obligation_of(framework: Framework, clause: str) -> Obligation:
    """The obligation of an id, in capitals or not. Raises NothingFound with the nearest ones."""
    wanted = clause.casefold()
    for one in framework.obligations:
        if one.id.casefold() == wanted:
            return one
    below = [one.id for one in framework.obligations if one.id.casefold().startswith(f"{wanted}.")]
    hint = f"Below it there are: {', '.join(below)}." if below else nearest_clauses(framework, clause)
    raise NothingFound(f"The framework has no obligation called {clause}.", hint)


def nearest_clauses(framework: Framework, clause: str) -> str:
    """Which obligations may be meant, as a sentence."""
    names = [one.id for one in framework.obligations]
    return nearest(clause, names) or "See what there is with: lif assure"


def _told(board: Board, obligation: Obligation, written: Said, day: date) -> str:
    who = Titles(board).who(written["by"])
    if written["entry"] == "judged":
        of = f", {written['point']}" if written.get("point") else ""
        return f"{obligation.id}{of}, {day_words(day)}: judged {JUDGED_WORDS[written['result']]} by {who}."
    return (
        f"{obligation.id}, {day_words(day)}: recorded by {who}. See how it stands: lif assure {obligation.id}"
    )
