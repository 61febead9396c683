"""Where the shipped templates are: beside the package in a checkout, inside it in a wheel."""

from pathlib import Path

from lif.publish.errors import PublishError

_PACKAGE = Path(__file__).resolve().parents[2]


def shipped_templates() -> Path:
    """The folder of the shipped templates. Raises PublishError where the installation lacks them."""
    for folder in (_PACKAGE / "_shipped" / "templates", _PACKAGE.parent / "templates"):
        if (folder / "pack.md").is_file():
            return folder
    raise PublishError("the templates are missing from this installation of lif; install it again.")
