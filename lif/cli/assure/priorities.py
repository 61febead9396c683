"""`lif assure --priority`: what each priority of the business plan has got."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from lif.cli import say
from lif.cli.lines import section, wrapped, wrapped_after
from lif.insight.assurance.priorities import PriorityStanding, priorities
from lif.insight.assurance.words import title_of
from lif.insight.titles import Titles
from lif.insight.wording import day_words, listed
from lif.records.kinds import BY_NAME
from lif.rules.names import nearest
from lif.store.errors import NothingFound, WrongUse

if TYPE_CHECKING:
    from lif.store.board import Board

_WORDS = {
    "audit": "Audits", "indicator": "Indicators", "risk": "Risks", "voice": "Voice", "learning": "Lessons",
    "challenge": "Challenge", "review": "Reviews",
}  # fmt: skip


def show_priorities(board: "Board", day: date, wanted: str | None, forms: Sequence[str]) -> None:
    """Print each priority, or the one that is wanted, with what points to it."""
    if set(forms) - {"text", "json"}:
        raise WrongUse("The priorities are printed as text or as json.", "Give --format text or json.")
    found = priorities(board, day)
    if wanted:
        names = [one.priority.id for one in found]
        if wanted not in names:
            hint = nearest(wanted, names) or f"One of: {', '.join(names)}."
            raise NothingFound(f"No priority that had begun by {day_words(day)} is called {wanted}.", hint)
        found = [one for one in found if one.priority.id == wanted]
    if not found:
        raise NothingFound(
            f"No priority of the business plan had begun by {day_words(day)}.",
            "List them under priorities in records/board.yaml: lif edit board",
        )
    if "json" in forms:
        say.result_json("priorities", {"asOf": day.isoformat(), "priorities": [_data(one) for one in found]})
    else:
        titles = Titles(board)
        say.result("\n\n".join(_text(one, titles) for one in found))


def _data(one: PriorityStanding) -> dict[str, object]:
    return {
        "id": one.priority.id,
        "title": one.priority.title,
        "current": one.current,
        "servedBy": {kind: [loaded.id for loaded in found] for kind, found in one.served_by.items()},
        "lacking": one.lacking,
    }


def _text(one: PriorityStanding, titles: Titles) -> str:
    ended = "" if one.current else " (no longer a priority)"
    lines = [wrapped(f"{one.priority.title}{ended}", 2)]
    for kind, found in one.served_by.items():
        for number, loaded in enumerate(found):
            # A long id of an indicator keeps its place beside the numbers of the others.
            head = f"  {_WORDS[kind] if number == 0 else '':<12}"
            lines.append(wrapped_after(head, f"{loaded.id}  {title_of(loaded, titles)}"))
    if one.lacking:
        words = listed(
            f"{BY_NAME[kind].word}s" if kind != "voice" else "records of voice" for kind in one.lacking
        )
        lines.append(wrapped(f"It has no {words}.", 2))
    return section(one.priority.id, *lines)
