"""`lif search`: find words anywhere in the records."""

from typing import TYPE_CHECKING, Annotated

import typer

from lif.cli import say
from lif.cli.entry import one_of
from lif.cli.forms import Form, FormOption
from lif.cli.lines import wrapped
from lif.cli.noun import single
from lif.cli.state import board_of
from lif.insight.wording import counted
from lif.records.kinds import KINDS
from lif.store.errors import NothingFound, WrongUse

if TYPE_CHECKING:
    from lif.insight.search import Found

app = single()
_RECORDS, _PLACES = 20, 3
"""How many records are printed, and of each how many places."""


@app.command()
def search(
    ctx: typer.Context,
    words: Annotated[
        list[str], typer.Argument(metavar="WORDS...", help="What to look for; a phrase in quotation marks.")
    ],
    kind: Annotated[
        list[str] | None,
        typer.Option("--kind", metavar="KIND", help="Only this kind of record, such as review. Repeatable."),
    ] = None,
    form: FormOption = Form.text,
) -> None:
    """Find words anywhere in the records, and say where they stand.

    A record is found where it holds every word; capitals make no difference. Figures, chronologies and answers
    of agencies are looked through with the record that they belong to. Ends with 4 where nothing is found.
    """
    from lif.insight.search import search

    if not all(word.strip() for word in words):
        raise WrongUse("There is nothing to look for.", 'Give a word or a phrase: lif search "bruising"')
    kinds = [one_of(one, "kind of record", [known.name for known in KINDS]) for one in kind or ()]
    board = board_of(ctx)
    found = search(board, words, kinds)
    if form is Form.json:
        say.result_json("search", {"words": words, "records": [_data(one) for one in found]})
        return
    if not found:
        what = " and ".join(f"“{word}”" for word in words)
        among = f" among the records of kind {', '.join(kinds)}" if kinds else ""
        raise NothingFound(f"No record holds {what}{among}.", "Try fewer words, or only the start of one.")

    say.result("\n".join(map(_shown, found[:_RECORDS])))
    say.aside(f"{counted(len(found), 'record')}." if len(found) <= _RECORDS else _narrow(len(found)))


def _shown(one: "Found") -> str:
    lines = [wrapped(f"{one.loaded.id} {one.title}", below=2)]
    for hit in one.hits[:_PLACES]:
        where = f" {hit.where}:" if hit.where else ""
        lines.append(wrapped(f"{hit.file}:{hit.line}{where} {hit.excerpt}", 2, 6))
    if (more := len(one.hits) - _PLACES) > 0:
        lines.append(f"  and in {counted(more, 'more place')}")
    return "\n".join(lines)


def _narrow(number: int) -> str:
    return f"{number} records, of which the first {_RECORDS} are shown. Narrow it: more words, or --kind"


def _data(one: "Found") -> dict[str, object]:
    return {
        "id": one.loaded.id,
        "kind": one.loaded.kind.name,
        "title": one.title,
        "places": [
            {"file": hit.file, "line": hit.line, "where": hit.where, "excerpt": hit.excerpt}
            for hit in one.hits
        ],
    }
