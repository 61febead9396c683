"""`lif assure`: how each obligation of the framework stands, and what counted for one."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from lif.cli import say
from lif.cli.entry import one_of
from lif.cli.forms import AsOf, Form
from lif.cli.noun import single
from lif.cli.state import board_of, day_of
from lif.store.errors import NothingFound, WrongUse

if TYPE_CHECKING:
    from lif.insight.assurance.data import Standing
    from lif.records.framework import Framework
    from lif.store.board import Board

app = single()
PRINTED = ("text", "json", "md")
WRITTEN = ("xlsx", "pdf", "docx", "html")
FAILING = ("overdue", "not-met", "no-evidence", "judgement-needed", "due")
_EXPLAINED = 3
"""So many obligations below a prefix are explained one by one; more are listed."""


@app.command()
def show(
    ctx: typer.Context,
    clause: Annotated[
        str | None,
        typer.Argument(
            metavar="[CLAUSE]", help="One obligation, such as F8.3, or all below F12.4; all unless given."
        ),
    ] = None,
    owner: Annotated[
        str | None, typer.Option("--owner", help="Only those of a role, group or agency.")
    ] = None,
    section: Annotated[
        str | None, typer.Option("--section", metavar="SECTION", help="Only those of a section, such as F8.")
    ] = None,
    fail_on: Annotated[
        list[str] | None,
        typer.Option(
            "--fail-on",
            metavar="STATE",
            help=f"End with 1 where one is so. Repeatable. One of: {', '.join(FAILING)}.",
        ),
    ] = None,
    priority: Annotated[
        bool,
        typer.Option(
            "--priority", help="What each priority of the business plan has got; CLAUSE then names one."
        ),
    ] = False,
    as_of: AsOf = None,
    form: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="text, json or md to be printed; xlsx, pdf, docx or html to be written to build/assurance/.",
        ),
    ] = "text",
) -> None:
    """Show how each obligation stands, or what counted for one.

    Met, due on a day, overdue since a day, no evidence, or judgement needed; each with how often it is wanted and
    whether the framework says so. With one CLAUSE it says what counted, what did not, and why.
    """  # fmt: skip
    from lif.insight.assurance.standing import assurance, began
    from lif.insight.wording import counted
    from lif.operations.framework import framework_record
    from lif.rules.framework import framework_faults

    forms = _forms(form)
    for word in fail_on or ():
        one_of(word, "fail_on", FAILING)
    if priority:
        _priorities(ctx, clause, as_of, forms)
        return
    board, day = board_of(ctx), day_of(as_of)
    loaded = framework_record(board)
    framework: Framework = loaded.record
    first = began(board)
    if first and day < first:
        from lif.insight.wording import day_words

        raise NothingFound(
            f"On {day_words(day)} nothing was asked of this Board yet: its framework counts from {day_words(first)}.",
            f"Look from that day on: lif assure --as-of {first}",
        )
    found = _chosen(framework, assurance(board, day), clause, owner, section)
    _print(board, framework, found, first or day, day, clause, forms)
    wrong = sum(fault.severity == "error" for fault in framework_faults(loaded))
    if wrong:
        say.aside(
            f"The framework has {counted(wrong, 'error')}, so some of this may stand otherwise than it says. "
            "See what is wrong: lif validate records/framework.yaml"
        )
    failing = [one for one in found if one.state in (fail_on or ())]
    if failing:
        say.aside(f"{len(failing)} of {len(found)}: {', '.join(one.obligation.id for one in failing)}.")
        raise typer.Exit(1)


def _priorities(ctx: typer.Context, wanted: str | None, as_of: str | None, forms: Sequence[str]) -> None:
    """The same as `lif priority list`, or `show` of the one that is wanted."""
    from lif.cli import priority

    if set(forms) - {Form.text, Form.json}:
        raise WrongUse("The priorities are printed as text or as json.", "Give --format text or json.")
    if wanted:
        priority.show(ctx, wanted, as_of, Form(forms[0]))
    else:
        priority.list_(ctx, None, as_of, Form(forms[0]))


def _print(
    board: "Board", framework: "Framework", found: "Sequence[Standing]", begins: date, day: date,
    clause: str | None, forms: Sequence[str],
) -> None:  # fmt: skip
    if "json" in forms:
        from lif.insight.assurance.as_data import assurance_data

        say.result_json("assurance", assurance_data(framework, found, begins, day))
    elif "text" in forms:
        from lif.cli.assure.text import explained, listed_text

        text = explained if clause and len(found) <= _EXPLAINED else listed_text
        say.result(text(board, framework, found, day))
    else:
        from lif.publish.papers.assurance import assurance_markdown, write_assurance

        if "md" in forms:
            say.result(assurance_markdown(board, found, day))
            return
        written = write_assurance(board, found, day, forms)
        say.result(
            "\n".join(
                [f"{framework.title}. Marking: {written.marking}.", *(f"  {one}" for one in written.files)]
            )
        )
        if written.hidden:
            say.aside(
                "Their numbers are left out, because they are kept for the office alone: "
                f"{', '.join(written.hidden)}."
            )


def _forms(form: str) -> list[str]:
    asked = [word.strip().lower() for word in form.split(",") if word.strip()]
    unknown = [word for word in asked if word not in (*PRINTED, *WRITTEN)]
    if unknown or not asked:
        what = f"There is no format called {unknown[0]} here." if unknown else "No format is named."
        raise WrongUse(what, f"One of: {', '.join((*PRINTED, *WRITTEN))}.")
    if len(asked) > 1 and set(asked) & set(PRINTED):
        raise WrongUse(
            "Only one format can be printed at a time.", f"Several can be written: {', '.join(WRITTEN)}."
        )
    return asked


def _chosen(
    framework: "Framework", found: "Sequence[Standing]", clause: str | None, owner: str | None, section: str | None
) -> "list[Standing]":  # fmt: skip
    from lif.operations.framework import nearest_clauses

    chosen = list(found)
    if clause:
        wanted = clause.casefold()
        chosen = [
            one
            for one in chosen
            if one.obligation.id.casefold() == wanted or one.obligation.id.casefold().startswith(f"{wanted}.")
        ]
        if not chosen and any(one.id.casefold() == wanted for one in framework.obligations):
            raise NothingFound(
                f"{clause} does not apply on that day.", "See its begins and ends: lif edit framework"
            )
        if not chosen:
            raise NothingFound(
                f"The framework has no obligation called {clause}, and none below it.",
                nearest_clauses(framework, clause),
            )
    if owner:
        chosen = [one for one in chosen if one.obligation.owner == owner]
    if section:
        chosen = [one for one in chosen if one.section.casefold() == section.casefold()]
    if not chosen:
        owners = sorted({one.obligation.owner or "" for one in found})
        raise NothingFound(
            "There is no such obligation.",
            f"Owners: {', '.join(owners)}. Sections: {', '.join(dict.fromkeys(one.section for one in found))}.",
        )
    return chosen
