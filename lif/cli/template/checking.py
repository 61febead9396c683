"""`lif template check`: try the Board's own templates."""

import typer

from lif.cli import say
from lif.cli.forms import AsOf, Form, FormOption
from lif.cli.lines import wrapped
from lif.cli.noun import single
from lif.cli.reporters import show
from lif.cli.reporters.report import Report
from lif.cli.state import day_of, whole_board_of

app = single()


@app.command()
def check(ctx: typer.Context, as_of: AsOf = None, form: FormOption = Form.text) -> int:
    """Try your own templates and theme, and say what is wrong where.

    Each is read, every name in it is held against what it is given, and the papers that it is for are tried, with
    this Board and with one that has nothing on record yet. Nothing is written. Ends with 1 if something is wrong.
    """
    from lif.insight.wording import counted, listed
    from lif.publish.checking.templates import check_templates

    board = whole_board_of(ctx)
    checked = check_templates(board, day_of(as_of))
    if not checked.files and form is Form.text:
        say.result("There are no templates of your own, and no theme. To begin: lif template copy NAME")
        return 0
    show(form.value, Report(checked.findings, 0, checked.files))
    if form is Form.text:
        if checked.papers:
            say.aside(wrapped(f"Tried with: {listed(checked.papers)}."))
        if checked.untried:
            say.aside(
                wrapped(
                    f"Read but not tried, because nothing on record leads to "
                    f"{counted(len(checked.untried), 'of them', 'of them')}: {', '.join(checked.untried)}."
                )
            )
    return 1 if any(one.severity != "remark" for one in checked.findings) else 0
