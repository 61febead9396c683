"""`lif explain`: what a code in a finding means, why it matters, and how it is mended."""

from dataclasses import asdict
from enum import StrEnum
from typing import Annotated, Any

import typer

from lif.cli import say
from lif.cli.noun import single
from lif.rules.catalogue import Code, codes, explained, nearest_codes, sections
from lif.store.errors import NothingFound

app = single()


class Form(StrEnum):
    """How an explanation is printed."""

    text = "text"
    json = "json"


@app.command()
def explain(
    code: Annotated[
        str | None, typer.Argument(metavar="[CODE]", help="The code of a finding, such as D404.")
    ] = None,
    form: Annotated[Form, typer.Option("--format", help="How it is printed.")] = Form.text,
) -> None:
    """What a code in a finding means and how to mend it. Without CODE, a list of all codes.

    Works outside a Board, too. Ends with 4 if there is no such code.
    """
    chosen = [_find(code)] if code else list(codes().values())
    if form is Form.json:
        say.result_json("codes", {"codes": [_as_data(entry) for entry in chosen]})
    elif code:
        say.result(_text(chosen[0]))
    else:
        say.result(_list())
        say.aside("More about one of them: lif explain CODE")


def _find(given: str) -> Code:
    found = codes().get(given.strip().upper())
    if found:
        return found
    near = nearest_codes(given.strip())
    hint = f"Did you mean {' or '.join(near)}? " if near else ""
    raise NothingFound(f"There is no code {given}.", f"{hint}All codes: lif explain")


def _list() -> str:
    parts = []
    for section in sections():
        parts.append(section.heading)
        parts += [f"  {entry.code}  {entry.title}" for entry in section.codes]
        parts.append("")
    return "\n".join(parts[:-1])


def _text(entry: Code) -> str:
    severity = "" if entry.severity == "error" else f" ({entry.severity})"
    return f"{entry.code}{severity} {entry.title}\n\n{explained(entry)}"


def _as_data(entry: Code) -> dict[str, Any]:
    example = entry.example
    line, column = example.place or (None, None)
    return {
        "code": entry.code,
        "severity": entry.severity,
        "title": entry.title,
        "means": entry.means,
        "why": entry.why,
        "fix": entry.fix,
        "example": {
            "file": example.file,
            "wrong": example.wrong,
            "line": line,
            "column": column,
            "right": example.right,
        },
        "words": [asdict(one) for one in entry.listed],
    }
