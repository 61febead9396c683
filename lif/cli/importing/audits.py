"""`lif import audits`: the register of audits that an office has kept so far."""

from pathlib import Path
from typing import Annotated

import typer

from lif.cli import say
from lif.cli.forms import Form, FormOption
from lif.cli.importing.bringing import (
    USUALLY_BY,
    ApplyOption,
    Asked,
    ByOption,
    DateOption,
    PartialOption,
    again,
    bring_in,
)
from lif.cli.importing.telling import HeaderOption, MapOption, MeansOption, SheetOption, SplitOption
from lif.cli.noun import single
from lif.cli.writing import DryRun

app = single()


@app.command("audits")
def audits(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE.xlsx|csv", help="The register.")],
    apply: ApplyOption = False,
    partial: PartialOption = False,
    kind: Annotated[
        str | None,
        typer.Option(
            "--kind",
            help="The kind where the file does not say. One of: multi-agency-thematic, single-agency, section-11, "
            "section-175, dip-sample.",
        ),
    ] = None,
    lead: Annotated[
        str, typer.Option("--lead", help="Who leads where the file names nobody of the Board.")
    ] = "business-manager",
    sheet: SheetOption = None,
    header: HeaderOption = None,
    map: MapOption = None,
    means: MeansOption = None,
    split: SplitOption = None,
    by: ByOption = USUALLY_BY,
    date: DateOption = None,
    dry_run: DryRun = False,
    form: FormOption = Form.text,
) -> int:
    """Bring in a register of audits, from Excel or CSV.

    Finds the columns by their headings and shows what each is taken for, what every row becomes, and what could
    not be read, with its cell. Nothing is written without --apply. What has no field is kept in a note with its
    heading. An audit that the file calls closed is not closed here, because nobody here has looked at it again.

    What you say about columns and words is kept with the Board, so that the next version needs no questions. Ends
    with 1 where something is left to do.
    """
    from lif.cli.entry import one_of
    from lif.cli.importing.showing import audits_content, show_audits
    from lif.operations.audits.brought import KINDS, BringingAudits, audits_proposal, bring_audits

    default = one_of(kind, "kind", KINDS) if kind else ""
    asked = Asked(sheet, header, map, means, split, by, date, apply, partial, dry_run)
    done = bring_in(
        ctx, file, asked, audits_proposal,
        lambda board, grids, telling, day: bring_audits(
            board, grids, BringingAudits(day, by, default, lead, telling, partial)
        ),
    )  # fmt: skip
    if form == Form.json:
        say.result_json("audit-import", {**audits_content(done.change), "applied": done.outcome.written})
    else:
        own = [f"--kind {kind}"] if kind else []
        own += [f"--lead {lead}"] if lead != USUALLY_BY else []
        words = again("audits", file, own, asked, done)
        show_audits(done.change, done.register, done.outcome, words, dry_run=dry_run)
    return done.exit_code
