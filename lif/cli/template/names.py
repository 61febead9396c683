"""The names of templates, as they are typed."""

from lif.publish.own_templates import PURPOSES
from lif.rules.names import nearest
from lif.store.errors import NothingFound


def known_template(name: str) -> str:
    """The name, if lif ships such a template. Raises NothingFound, with the nearest, where it does not."""
    if name not in PURPOSES:
        near = nearest(name, list(PURPOSES))
        raise NothingFound(f"lif has no template {name}.", near or "See their names with: lif template list")
    return name
