"""`lif template list`: the templates, and which are the Board's own."""

import typer

from lif.cli import say
from lif.cli.forms import Form, FormOption
from lif.cli.lines import wrapped_after
from lif.cli.noun import single
from lif.cli.state import root_of

app = single()
_STATES = {
    "": "",
    "current": " [your own]",
    "older": " [your own; lif's has changed since it was copied]",
    "unknown": " [your own]",
}


@app.command("list")
def list_(ctx: typer.Context, form: FormOption = Form.text) -> None:
    """List the templates: what each is for, and which are your own.

    A file in templates/ of the same name is used in the place of a shipped one. How all papers look, their colour,
    logo and font, stands in templates/theme.yaml.
    """
    from lif.publish.templating.own_templates import templates_there

    root = root_of(ctx)
    found = templates_there(root)
    themed = (root / "templates" / "theme.yaml").is_file()
    if form is Form.json:
        rows = [
            {"name": one.name, "purpose": one.purpose, "own": one.own, "copied": one.copied or None}
            for one in found
        ]
        say.result_json("templates", {"templates": rows, "theme": themed})
        return
    size = max(len(one.name) for one in found) + 2
    lines = [
        wrapped_after(f"  {one.name:<{size}}", (one.purpose or "Your own.") + _STATES[one.copied])
        for one in found
    ]
    say.result("\n".join(lines))
    look = "The look is that of templates/theme.yaml." if themed else "There is no templates/theme.yaml."
    say.aside(
        f"{look} To change a template: lif template copy NAME; what it is given: lif template show NAME"
    )
