"""`lif sync`: fetch what others saved, and send what was saved here."""

import typer

from lif.cli import say
from lif.cli.noun import single
from lif.cli.state import root_of
from lif.cli.writing import DryRun
from lif.insight.wording import counted, listed

app = single()
_NAMED = 8


@app.command()
def sync(ctx: typer.Context, dry_run: DryRun = False) -> int:
    """Fetch what others saved, join it with yours, and send what you saved.

    Records that two people changed in different places are joined by themselves. Where both changed the same
    thing, both versions are shown and nothing is chosen. If something is wrong after joining, nothing is sent, and
    what is wrong is shown. Ends with 1 where something is left to do.
    """
    from lif.operations.keeping.syncing import sync as sync_

    done = sync_(root_of(ctx), dry_run=dry_run)
    where = done.place.remote
    came, sent = counted(done.fetched, "save"), counted(done.sent, "save")
    about = listed(done.records[:_NAMED]) + (
        f" and {len(done.records) - _NAMED} more" if done.records[_NAMED:] else ""
    )
    about = f" ({about})" if about else ""
    if dry_run:
        say.result(f"From {where}: {came} of others{about} would come; {sent} of yours would go there.")
        say.aside("This was a dry run; nothing was joined or sent.")
        return 0
    if done.findings:
        say.result(f"From {where}: {came} of others{about} came in, but the two together are not right yet:")
        for finding in done.findings:
            say.result_finding(finding)
        twice = any(finding.code in ("R301", "R303") for finding in done.findings)
        mend = "lif renumber --apply" if twice else "what is shown"
        say.aside(f'Nothing was sent. Mend it ({mend}), then: lif save "…" and lif sync')
        return 1
    if not done.fetched and not done.sent:
        say.result(f"Here and in {where} is the same already.")
    else:
        say.result(f"From {where}: {came} of others came in{about}; {sent} of yours went there.")
    return 0
