"""Own and agreed grades of an audit as text for the terminal, shown below the audit itself."""

from lif.cli import say
from lif.cli.lines import wrapped
from lif.insight.audits.own_and_agreed import GradePair, grades_of
from lif.insight.titles import Titles
from lif.records.audit import Audit
from lif.store.board import Board


def grades_text(board: Board, audit: Audit) -> str:
    """A table by item and one by agency; "" where nothing was moderated."""
    found = grades_of(board, audit)
    if found is None:
        return ""
    titles = Titles(board)
    texts = {item.id: item.text for item in board.by_id[str(audit.instrument)].record.items}
    scale = " / ".join(found.labels)
    head = ("Own", "Agreed", "n", "Same", "Lower", "Higher")
    items = say.table(
        ("Item", *head, "What was asked"), [(one.name, *_cells(one), texts[one.name]) for one in found.items]
    )
    agencies = say.table(
        ("Agency", *head), [(titles.agency(one.name), *_cells(one)) for one in found.agencies]
    )
    counts = wrapped(
        f"Own grades beside agreed ones, {found.all.n} answers with both: {found.all.same} the same, "
        f"{found.all.lower} agreed lower, {found.all.higher} higher. Counts stand in the order {scale}."
    )
    return f"{counts}\n\n{items}\n\n{agencies}"


def _cells(pair: GradePair) -> tuple[str, ...]:
    return (
        " / ".join(map(str, pair.own)), " / ".join(map(str, pair.agreed)), str(pair.n), str(pair.same),
        str(pair.lower), str(pair.higher),
    )  # fmt: skip
