"""What must hold of a workbook or a Word document before a library opens it: both are zipped XML."""

import io
import zipfile
import zlib

from lif.store.errors import Refusal

_LARGEST_UNFOLDED = 200 * 1024 * 1024
"""Bytes. What a year of a Board's papers comes to; a file that unfolds to more was made to do harm."""
_MOST_PARTS = 5000
DAMAGED_PACKAGE = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, ValueError)
"""What reading a zipped file that is damaged or locked raises."""


def checked_parts(data: bytes, file: str) -> frozenset[str]:
    """The names of the parts of a zipped file. Raises Refusal for one that is damaged or unfolds without end."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as zipped:
            parts = zipped.infolist()
            if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _LARGEST_UNFOLDED:
                raise Refusal(f"{file} unfolds to more than 200 MiB and was not read.", "Save it anew.")
            for part in parts:
                # Office never writes entities of its own; where there are some, they could unfold as well.
                if part.filename.endswith((".xml", ".rels")) and _declares(zipped.read(part)):
                    raise Refusal(
                        f"{file} holds what no Office program writes, and was not read.",
                        "Open it in Word or Excel and save it anew.",
                    )
    except DAMAGED_PACKAGE:
        raise damaged(file) from None
    return frozenset(part.filename for part in parts)


def damaged(file: str) -> Refusal:
    """The refusal of a file that cannot be opened."""
    return Refusal(
        f"{file} is damaged or has a password, and could not be read.",
        "Open it in Word or Excel, take the password away and save it anew.",
    )


def _declares(xml: bytes) -> bool:
    # Without the NUL characters, so that text of two bytes for each character is seen as well.
    return b"<!doctype" in xml.replace(b"\0", b"").lower()
