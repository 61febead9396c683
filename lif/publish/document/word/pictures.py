"""Writes a picture into a line of a Word document, with what it shows in words."""

from dataclasses import dataclass

from lif.publish.document.word.xml import attribute

_EMU = 12_700  # Word measures pictures in these; so many are a point
_NAMESPACE = "http://schemas.openxmlformats.org/drawingml/2006/picture"


@dataclass(frozen=True)
class Picture:
    """A picture in the file: the name it goes by there, and its height as a part of its width."""

    relation: str
    ratio: float


def inline_picture(picture: Picture, number: int, width: float, alternative: str, what: str = "Chart") -> str:
    """The picture ``width`` points wide; ``number`` is unique in the document, among all that it shows."""
    across, down = round(width * _EMU), round(width * picture.ratio * _EMU)
    named = f'id="{number}" name="{what} {number}" descr="{attribute(alternative)}"'
    return (
        "<w:r><w:drawing>"
        '<wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{across}" cy="{down}"/>'
        f"<wp:docPr {named}/>"
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic><a:graphicData uri="{_NAMESPACE}"><pic:pic>'
        f"<pic:nvPicPr><pic:cNvPr {named}/><pic:cNvPicPr/></pic:nvPicPr>"
        f'<pic:blipFill><a:blip r:embed="{picture.relation}"/>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{across}" cy="{down}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
