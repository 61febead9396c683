"""The matrix of a trace as a web page and a workbook: recommendation, action, evidence, impact."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from lif.exchange.table_out import SheetTable, table_workbook
from lif.insight.audience import highest_marking, visible_to
from lif.insight.trace.breaks import CODES
from lif.insight.trace.graph import trace
from lif.insight.trace.matrix import Row, Seen, count, counts_words, matrix, within
from lif.insight.trace.model import Trace
from lif.insight.wording import counted, day_words, sentence
from lif.publish.contexts.names import Context
from lif.publish.document.html import to_html
from lif.publish.document.parse import parse
from lif.publish.errors import PublishError
from lif.publish.meta import Meta
from lif.publish.paper_files import put_in_place, refusing, style_of, templates_of
from lif.publish.replace import replace_file
from lif.records.naming import owner_of
from lif.store.board import Board
from lif.store.errors import Refusal, WrongUse

FOLDER = "build/trace"
"""Where a matrix is put under the Board's root, each in a folder of its own."""
ENDINGS = (".html", ".xlsx")
_WHOLE = "board"
_COLUMNS = (
    ("Broken?", 20),
    ("From", 18),
    ("Recommendation or finding", 16),
    ("What it says", 34),
    ("Where it stands", 16),
    ("Action", 16),
    ("What is to be done", 34),
    ("Who leads", 15),
    ("Where it stands", 16),
    ("Evidence, and the records it names", 36),
    ("Impact, and the records it names", 36),
)


@dataclass(frozen=True)
class Matrix:
    """What is to be written."""

    title: str
    name: str
    """The start of the files' names, such as `CR-2017-001-matrix`."""
    rows: Sequence[Row]
    """Those in which something is broken come first."""
    summary: str
    left_out: str
    """How much is not shown because it is kept for the office; "" where nothing is."""
    marking: str


def traced_for_the_board(board: Board, day: date) -> tuple[Board, Trace]:
    """The Board without the parts of records that are kept for its office, and what leads from what in it.

    Records that are kept for the office stay: `matrix_of` leaves them out and says how many.
    """
    shown = visible_to(board, "office", "board")
    return shown, trace(shown, day)


def matrix_of(board: Board, made: Trace, name: str | None) -> Matrix:
    """The matrix of a node, or of the whole Board. What is kept for the Board's office alone is not in it.

    Raises Refusal for a node of a record that is: its very title would be told.
    """
    rows = matrix(made) if name is None else within(matrix(made), made, name)
    seen = visible_to(board, "board")
    if name and owner_of(name) not in seen.by_id:
        raise Refusal(
            f"{owner_of(name)} is kept for the Board's office alone (audience: office), so no matrix of it is made.",
            f"For yourself: lif trace {name}. For the Board, give it another audience: lif edit {owner_of(name)}",
        )
    shown = [_visible(row, seen) for row in rows if _is_visible(row, seen)]
    shown.sort(key=_weight)
    hidden = len(rows) - len(shown)
    left_out = f"{counted(hidden, 'row')} kept for the Board's office alone: left out." if hidden else ""
    parts = {owner_of(node.id) for row in shown for node in (row.asked, row.action) if node}
    marking = highest_marking(
        (seen.by_id[part] for part in sorted(parts & seen.by_id.keys())), board.profile.settings
    )
    node = made.nodes[name] if name else None
    what = f"{node.id} {node.title}" if node and node.kind in ("review", "audit", "plan") else name
    return Matrix(
        title=f"{what or board.profile.name}: from recommendation to impact",
        name=f"{name or _WHOLE}-matrix",
        rows=shown,
        summary=f"As on {day_words(made.day)}: {counts_words(count(shown, made))}",
        left_out=left_out,
        marking=marking,
    )


def as_html(board: Board, made: Trace, found: Matrix) -> bytes:
    """The matrix as one web page. Raises PublishError where a template is at fault."""
    profile = board.profile
    meta = Meta(
        title=found.title + (" (fictional Board)" if profile.fictional else ""),
        board=profile.name,
        author=profile.short_name or profile.name,
        marking=found.marking,
        as_of=made.day,
        contents=False,
        style=style_of(board),
    )
    context: Context = {
        "summary": found.summary,
        "left_out": found.left_out,
        "broken": _contexts([row for row in found.rows if row.broken]),
        "others": _contexts([row for row in found.rows if not row.broken]),
    }
    document = parse(templates_of(board).render("trace/matrix.md", context))
    return to_html(document, meta, {}).encode("utf-8")


def as_workbook(board: Board, made: Trace, found: Matrix) -> bytes:
    """The matrix as a workbook with one sheet."""
    profile = board.profile
    fictional = ["This Board is fictional."] if profile.fictional else []
    table = SheetTable(
        title=found.title,
        notes=[
            f"{found.marking}. {profile.name}.",
            found.summary,
            *filter(None, [found.left_out]),
            *fictional,
        ],
        name="Matrix",
        columns=_COLUMNS,
        rows=[_cells(row) for row in found.rows],
        marked=[bool(row.broken) for row in found.rows],
        author=profile.name,
        marking=found.marking,
    )
    return table_workbook(table, made.day)


def write_matrix(board: Board, made: Trace, found: Matrix) -> list[str]:
    """Both forms, in the place of the last ones; gives their names under the root."""
    folder = f"{FOLDER}/{found.name.removesuffix('-matrix')}"
    with refusing():
        files = {
            f"{found.name}.html": as_html(board, made, found),
            f"{found.name}.xlsx": as_workbook(board, made, found),
        }
    put_in_place(board.root, folder, files, "matrix")
    return [f"{folder}/{name}" for name in files]


def write_matrix_to(board: Board, made: Trace, found: Matrix, path: Path) -> None:
    """One form in a file that the user named, by its ending.

    Raises WrongUse for another ending or a place among the records, Refusal where it cannot be written.
    """
    if path.suffix.lower() not in ENDINGS:
        raise WrongUse(
            f"{path.name} ends in neither .html nor .xlsx.", "Give a file such as --to matrix.xlsx."
        )
    if path.resolve().is_relative_to((board.root / "records").resolve()):
        raise WrongUse("The matrix is no record, so it is not put among the records.", "Name another folder.")
    write = as_html if path.suffix.lower() == ".html" else as_workbook
    try:
        replace_file(path, write(board, made, found))
    except PublishError as error:
        raise Refusal(f"Nothing was written: {error}", "") from error
    except OSError as error:
        raise _not_put(str(path), error) from error


def _not_put(where: str, error: OSError) -> Refusal:
    reason = error.strerror
    hint = "If it is open in another program, close it there and try again."
    if isinstance(error, FileNotFoundError):
        hint = "Make that folder first, or name one that is there."
    return Refusal(f"The matrix could not be put in {where}: {reason or 'no reason is given'}.", hint)


def _weight(row: Row) -> int:
    """For sorting: rows with what weighs most first, those with nothing broken last."""
    codes = [*CODES]
    return min((codes.index(one.code) for one in row.broken), default=len(codes))


def _is_visible(row: Row, seen: Board) -> bool:
    return all(
        node is None or node.kind == "missing" or owner_of(node.id) in seen.by_id
        for node in (row.asked, row.action)
    )


def _visible(row: Row, seen: Board) -> Row:
    """The row without the ids of records that are kept for the office."""

    def kept(steps: tuple[Seen, ...]) -> tuple[Seen, ...]:
        return tuple(
            replace(step, records=tuple(name for name in step.records if owner_of(name) in seen.by_id))
            for step in steps
        )

    return replace(row, evidence=kept(row.evidence), impact=kept(row.impact))


def _contexts(rows: Sequence[Row]) -> list[Context]:
    """Rows of one table; what the row above asked for already is not said again."""
    asked = [row.asked.id if row.asked else None for row in rows]
    before = [None, *asked]
    return [
        _context(row) | {"again": mine is not None and mine == last}
        for row, mine, last in zip(rows, asked, before, strict=False)
    ]


def _context(row: Row) -> Context:
    return {
        "source": row.source.title if row.source else "",
        "asked": {"id": row.asked.id, "state": row.asked.state, "title": row.asked.title} if row.asked else None,
        "action": {
            "id": row.action.id, "state": row.action.state, "title": row.action.title, "by": row.action.by,
        } if row.action else None,
        "evidence": [_seen(one) for one in row.evidence],
        "impact": [_seen(one) for one in row.impact],
        "broken": _broken(row),
    }  # fmt: skip


def _seen(one: Seen) -> Context:
    return {"state": one.node.state, "title": one.node.title, "records": list(one.records)}


def _broken(row: Row) -> str:
    return " ".join(sentence(one.words) for one in row.broken)


def _cells(row: Row) -> list[str]:
    asked, action = row.asked, row.action
    return [
        f"Broken. {_broken(row)}" if row.broken else "no",
        row.source.title if row.source else "",
        asked.id if asked else "none",
        asked.title if asked else "",
        asked.state if asked else "",
        action.id if action else "none",
        action.title if action else "",
        action.by if action else "",
        action.state if action else "",
        _steps(row.evidence) or ("none seen" if action else ""),
        _steps(row.impact) or ("not evaluated" if action else ""),
    ]


def _steps(found: tuple[Seen, ...]) -> str:
    return "\n".join(
        f"{one.node.state}. {one.node.title}" + (f" [{', '.join(one.records)}]" if one.records else "")
        for one in found
    )
