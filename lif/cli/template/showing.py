"""`lif template show`: what a template is given."""

from typing import Annotated

import typer

from lif.cli import say
from lif.cli.forms import AsOf, Form, FormOption
from lif.cli.lines import wrapped
from lif.cli.noun import single
from lif.cli.state import day_of, whole_board_of

app = single()


@app.command()
def show(
    ctx: typer.Context,
    template_id: Annotated[str, typer.Argument(metavar="NAME", help="A template, such as pack/reviews.md.")],
    text: Annotated[
        bool, typer.Option("--text", help="Instead, the text of the template that lif ships.")
    ] = False,
    as_of: AsOf = None,
    form: FormOption = Form.text,
) -> None:
    """Show what a template is given, and of what kind each thing is.

    What lif's own template makes use of comes first; a list is written name[], and what each of its items holds below
    it. Seen from the records of this Board. Filters and blocks are told of in docs/templates.md.
    """
    from lif.cli.template.names import known_template
    from lif.publish.checking.docs import received
    from lif.publish.templating.own_templates import PURPOSES, shipped_text

    known_template(template_id)
    if text:
        say.result(shipped_text(template_id).rstrip("\n"))
        return
    given = received(whole_board_of(ctx), [template_id], day_of(as_of))[template_id]
    rows = given.used if given else ()
    if form is Form.json:
        used = [{"name": path, "is": kind} for path, kind in rows]
        besides = list(given.besides) if given else []
        say.result_json(
            "template",
            {"name": template_id, "purpose": PURPOSES[template_id], "uses": used, "givenBesides": besides},
        )
        return
    lines = [f"{template_id}: {PURPOSES[template_id]}"]
    size = min(max((len(path) for path, _ in rows), default=0), 60) + 2
    lines += [f"  {path:<{size}}{kind}" for path, kind in rows]
    if given is None:
        lines.append(
            wrapped(
                "Nothing on record leads to it, so what it is given cannot be shown. How lif's own uses it: "
                f"lif template show {template_id} --text",
                2,
            )
        )
    elif given.besides:
        lines.append(wrapped(f"Given besides: {', '.join(given.besides)}.", 2))
    say.result("\n".join(lines))
