"""Where the forms of an audit are put, and that none which somebody filled in is lost there."""

from collections.abc import Iterable
from pathlib import Path

from lif.store.errors import Refusal


def keep_filled_in(root: Path, folder: str, agencies: Iterable[str]) -> None:
    """Raise Refusal where a form of one of the agencies would take the place of one with something filled in."""
    from lif.exchange.audit_return import is_blank_form

    names = [f"{folder}/{agency}{ending}" for agency in agencies for ending in (".xlsx", ".docx")]
    for name in names:
        if (root / name).exists() and not is_blank_form(root / name):
            raise Refusal(
                f"Something is filled in in {name}, and a new form would take its place. Nothing was written.",
                "Move it to a folder of its own for what came back, and collect it from there.",
            )


def put_form(root: Path, folder: str, agency: str, workbook: bytes, document: bytes) -> None:
    """Put both forms of an agency in their folder, each whole."""
    from lif.publish.replace import replace_file

    place = root / folder
    place.mkdir(parents=True, exist_ok=True)
    for ending, data in ((".xlsx", workbook), (".docx", document)):
        replace_file(place / f"{agency}{ending}", data)
