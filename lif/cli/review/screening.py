"""`lif review screen`: the tests of a regime over the answers of a case."""

from typing import Annotated

import typer

from lif.cli.forms import Form, FormOption
from lif.cli.noun import single

app = single()


@app.command()
def screen(
    given_from: Annotated[
        str, typer.Option("--from", metavar="FILE", help="Answers as YAML or JSON; - reads standard input.")
    ],
    form: FormOption = Form.text,
) -> None:
    """Evaluate answers against the tests of their regime; nothing is written."""
    from lif.cli.screening import screen_given

    screen_given(given_from, form)
