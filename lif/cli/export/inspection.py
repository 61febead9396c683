"""`lif export inspection`: one folder with what inspectors ask for."""

import typer

from lif.cli import say
from lif.cli.forms import AsOf, Form, FormOption
from lif.cli.noun import single
from lif.cli.progress import Progress
from lif.cli.state import day_of, whole_board_of
from lif.insight.wording import counted, day_words

app = single()


@app.command()
def inspection(ctx: typer.Context, as_of: AsOf = None, form: FormOption = Form.text) -> None:
    """Write the folder for inspectors: every register as PDF and workbook.

    It holds the register of audits and their forward plan, the results of the rounds of returns, the reviews with
    their decisions and notifications, the history of actions, the logs of challenges and risks, the assurance of the
    framework and the last annual report, with a page that says what there is and what is missing. It is put in
    build/inspection/ in a folder of its day. What is kept for the Board's office alone is not in it.
    """
    from lif.publish.papers.inspection import write_inspection

    board, day = whole_board_of(ctx), day_of(as_of)
    with Progress() as progress:
        written = write_inspection(board, day, progress)
    if form is Form.json:
        say.result_json("inspection", {
            "asOf": day.isoformat(), "folder": written.folder, "marking": written.marking,
            "parts": [{"name": part.name, "title": part.title, "holds": part.holds, "files": sorted(part.files),
                       "marking": part.marking, "leftOut": list(part.left_out)} for part in written.parts],
            "missing": list(written.missing),
        })  # fmt: skip
        return
    say.result("\n".join([
        f"The folder for inspectors shows things as they stood on {day_words(day)}. Marking: {written.marking}.",
        f"  {written.folder}/index.html   what there is",
        *(f"  {part.name}: {part.holds}" for part in written.parts),
        f"{counted(len(written.files), 'file')} in all.",
        *written.missing,
    ]))  # fmt: skip
    if written.left_out:
        say.aside(f"Left out, because it is kept for the office alone: {', '.join(written.left_out)}.")
