"""`lif audit list`: the audits and where they stand, filtered and sorted."""

import re
from typing import TYPE_CHECKING, Annotated

import typer

from lif.cli import say
from lif.cli.forms import AsOf, ListForm, ListFormOption
from lif.cli.noun import single
from lif.cli.state import board_of, day_of
from lif.store.errors import WrongUse

if TYPE_CHECKING:
    from lif.insight.audits.standing import AuditStanding

app = single()
_YEAR = re.compile(r"(\d{4})(?:/(\d{2}))?")


def _many(option: str, metavar: str | None, text: str) -> typer.models.OptionInfo:
    """An option that may be given several times."""
    found: typer.models.OptionInfo = typer.Option(option, metavar=metavar, help=f"{text} Repeatable.")
    return found


Many = list[str] | None


@app.command("list")
def list_(
    ctx: typer.Context,
    kind: Annotated[
        Many,
        _many(
            "--kind",
            None,
            "One of: multi-agency-thematic, single-agency, section-11, section-175, dip-sample.",
        ),
    ] = None,
    theme: Annotated[Many, _many("--theme", "THEME", "Only those with a finding of this theme.")] = None,
    year: Annotated[Many, _many("--year", "YEAR", "Only those of a financial year, such as 2017/18.")] = None,
    state: Annotated[
        Many, _many("--state", None, "One of: planned, held, reported, shared, revisited, closed, overdue.")
    ] = None,
    agency: Annotated[Many, _many("--agency", "AGENCY", "Only those that this agency takes part in.")] = None,
    words: Annotated[
        str | None, typer.Option("--words", help="Only those in which all these words occur.")
    ] = None,
    sort: Annotated[
        str, typer.Option("--sort", help="One of: id, held, state, revisit, theme, kind.")
    ] = "id",
    as_of: AsOf = None,
    form: ListFormOption = ListForm.text,
) -> None:
    """List the audits and where they stand. Filters narrow it down; all of them must hold.

    An audit belongs to the financial year in which it was held or is planned. Overdue is what was to be revisited
    or held by now and was not.
    """  # fmt: skip
    from lif.cli.entry import one_of
    from lif.cli.learning.theming import theme_called
    from lif.insight.audits.data import COLUMNS, audit_data, audit_row
    from lif.insight.audits.search import AUDIT_ORDERS, AUDIT_STATES, AuditsAsked, in_order, matching
    from lif.insight.audits.standing import KIND_WORDS, audit_standing
    from lif.insight.titles import Titles
    from lif.insight.wording import counted, day_words
    from lif.operations.who_is_named import with_ids
    from lif.rules.themes import theme_names

    order = one_of(sort, "sort", AUDIT_ORDERS)
    years = [year_of(text) for text in year or ()]
    kinds = [one_of(word, "kind", tuple(KIND_WORDS)) for word in kind or ()]
    states = [one_of(word, "state", AUDIT_STATES) for word in state or ()]
    board, day = board_of(ctx), day_of(as_of)
    known = theme_names(board.profile)
    wanted = {theme_called(board, one) for one in theme or ()}
    themes = sorted(wanted | {name for name, one in known.items() if one in wanted})
    agencies = with_ids(board, {"agencies": agency})["agencies"] if agency else ()
    asked = AuditsAsked(kinds, themes, years, states, agencies, (words or "").split())
    standing = [stands for one in board.of("audit") if (stands := audit_standing(one.record, day))]
    found = in_order(matching(standing, asked, day), order)
    match form:
        case ListForm.json:
            content = {"asOf": day.isoformat(), "audits": [audit_data(one) for one in found]}
            say.result_json("audits", content)
        case ListForm.csv:
            from lif.exchange.csv_out import csv_text

            titles = Titles(board)
            say.result(csv_text(COLUMNS, [audit_row(one, titles) for one in found]))
        case ListForm.text if not standing:
            say.result("No audit yet. Record one: lif audit log")
        case ListForm.text:
            rows = [
                (
                    one.audit.id,
                    KIND_WORDS[one.audit.kind],
                    f"{one.stage} {one.since}",
                    _revisit(one),
                    one.audit.theme,
                )
                for one in found
            ]
            say.result(
                say.table(("Audit", "Kind", "Where it stands", "Second look", "Theme"), rows)
                or "No such audit."
            )
            everything = counted(len(standing), "audit")
            count = f"{len(found)} of {everything}" if len(found) < len(standing) else everything
            say.aside(f"{count} on {day_words(day)}.")
    if asked.anything and not found:
        raise typer.Exit(4)


def year_of(text: str) -> int:
    """The year in which a financial year begins: 2017 for `2017/18` and for `2017`. Raises WrongUse."""
    match = _YEAR.fullmatch(text.strip())
    if not match or (match[2] and int(match[2]) != (int(match[1]) + 1) % 100):
        raise WrongUse(f"{text} is no financial year.", "Write it as 2017/18, or as 2017 for the same.")
    return int(match[1])


def _revisit(stands: "AuditStanding") -> str:
    from lif.insight.audits.data import outcomes_words
    from lif.insight.wording import counted

    parts = [outcomes_words(stands)] if stands.revisits else []
    if stands.revisit_due:
        late = f", {counted(stands.revisit_late, 'day')} late" if stands.revisit_late else ""
        parts.append(f"due {stands.revisit_due}{late}")
    return "; ".join(filter(None, parts)) or "–"
