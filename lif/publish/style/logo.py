"""A logo from a file: a PNG, or an SVG that holds a drawing and nothing that runs or is fetched."""

import base64
import re
import struct
import zlib
from pathlib import Path
from xml.etree import ElementTree
from xml.parsers import expat

from lif.publish.errors import PublishError
from lif.publish.style.house_style import Logo

_LARGEST = 1_000_000
_MOST_PIXELS = 4_000
_PNG = b"\x89PNG\r\n\x1a\n"
_SVG = "{http://www.w3.org/2000/svg}"
_DRAWING = frozenset({
    "a", "circle", "clipPath", "defs", "desc", "ellipse", "g", "line", "linearGradient", "marker", "mask", "metadata",
    "path", "pattern", "polygon", "polyline", "radialGradient", "rect", "stop", "style", "svg", "switch", "symbol",
    "text", "textPath", "title", "tspan", "use",
})  # fmt: skip
_ELSEWHERE = re.compile(r"url\(\s*['\"]?(?!#)|@import|expression\(|javascript:", re.IGNORECASE)
_LENGTH = re.compile(r"\s*([0-9.]+)(?:px|pt|mm|cm|in)?\s*")


def logo_from(path: Path) -> Logo:
    """The logo in a file. Raises PublishError with a sentence where it is none that can be used."""
    if path.stat().st_size > _LARGEST:
        raise PublishError("the logo is larger than 1 MB; save it smaller.")
    data = path.read_bytes()
    return _png(data) if data.startswith(_PNG) else _svg(data)


def _png(data: bytes) -> Logo:
    if not _is_whole(data):
        raise PublishError("the logo is a damaged PNG file.")
    width, height = struct.unpack(">II", data[16:24])
    if not (0 < width <= _MOST_PIXELS and 0 < height <= _MOST_PIXELS):
        raise PublishError(
            f"the logo is larger than {_MOST_PIXELS:,} points across or down; save it smaller."
        )
    encoded = base64.b64encode(data).decode("ascii")
    return Logo(
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="{width}" '
        f'height="{height}" viewBox="0 0 {width} {height}"><image width="{width}" height="{height}" '
        f'xlink:href="data:image/png;base64,{encoded}"/></svg>',
        width / height,
    )


def _is_whole(data: bytes) -> bool:
    """Whether every part of a PNG is there and as it was written, from the first to the last."""
    place, kinds = len(_PNG), []
    while place + 12 <= len(data):
        (length,) = struct.unpack(">I", data[place : place + 4])
        body = data[place + 4 : place + 8 + length]
        if data[place + 8 + length : place + 12 + length] != struct.pack(">I", zlib.crc32(body)):
            return False
        kinds.append(body[:4])
        place += 12 + length
    return kinds[:1] == [b"IHDR"] and b"IDAT" in kinds and kinds[-1] == b"IEND"


def _svg(data: bytes) -> Logo:
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise PublishError("the logo's SVG has a document type of its own; save it as plain SVG.")
    try:
        root = ElementTree.fromstring(data)  # noqa: S314 - it has no entities, which is what is feared of XML
    except (ElementTree.ParseError, expat.ExpatError, UnicodeError, ValueError, LookupError):
        raise PublishError("the logo is neither a PNG nor an SVG picture.") from None
    if root.tag != f"{_SVG}svg":
        raise PublishError("the logo is neither a PNG nor an SVG picture.")
    for element in root.iter():
        _must_be_drawing(element)
    ElementTree.register_namespace("", _SVG.strip("{}"))
    return Logo(ElementTree.tostring(root, encoding="unicode"), _ratio(root))


def _must_be_drawing(element: ElementTree.Element) -> None:
    """What a program that draws adds of its own, under its own names, is not shown and may stay."""
    tag = element.tag if isinstance(element.tag, str) else ""
    if tag.startswith(_SVG) and tag.removeprefix(_SVG) not in _DRAWING:
        name = tag.removeprefix(_SVG)
        raise PublishError(
            f"the logo's SVG holds “{name[:40]}”, which a logo may not; save it as plain paths."
        )
    for name, value in element.attrib.items():
        bare = name.rpartition("}")[2].lower()
        if bare.startswith("on") or (bare in ("href", "src") and not value.startswith("#")):
            raise PublishError("the logo's SVG runs or fetches something, which a logo may not.")
        if _ELSEWHERE.search(value):
            raise PublishError("the logo's SVG fetches something, which a logo may not.")
    if tag == f"{_SVG}style" and _ELSEWHERE.search(element.text or ""):
        raise PublishError("the logo's SVG fetches something, which a logo may not.")


def _ratio(root: ElementTree.Element) -> float:
    box = root.get("viewBox", "").replace(",", " ").split()
    sizes = [_LENGTH.fullmatch(root.get(side, "")) for side in ("width", "height")]
    try:
        width, height = (
            (float(box[2]), float(box[3]))
            if len(box) == 4
            else [float(size[1]) if size else 0.0 for size in sizes]
        )
    except ValueError:
        width = height = 0.0
    if not (width > 0 and height > 0 and 0.1 <= width / height <= 20):
        raise PublishError("the logo's SVG does not say how wide and high it is; give it a viewBox.")
    return width / height
