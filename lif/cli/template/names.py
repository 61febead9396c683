"""The names of templates, as they are typed."""

from lif.publish.style.theme_file import THEME_FILE
from lif.publish.templating.own_templates import PURPOSES
from lif.rules.names import nearest
from lif.store.errors import NothingFound


def known_template(name: str) -> str:
    """The name, if lif ships such a template. Raises NothingFound, with the nearest, where it does not."""
    if name in (THEME_FILE, THEME_FILE.removesuffix(".yaml")):
        raise NothingFound(
            f"{THEME_FILE} is no template: it says how all papers look, with which colour, logo and font.",
            "Write templates/theme.yaml in an editor, such as the one line accent: '#1d4d7a'. "
            "Then try it: lif template check",
        )
    if name not in PURPOSES:
        near = nearest(name, list(PURPOSES))
        raise NothingFound(f"lif has no template {name}.", near or "See their names with: lif template list")
    return name
