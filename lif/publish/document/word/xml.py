"""Writes WordprocessingML: every value escaped, nothing in it that XML refuses."""

import re
from html import escape

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
_REFUSED = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def w(tag: str, *content: str, **values: str | int) -> str:
    """One element of WordprocessingML with its attributes; ``content`` is finished XML."""
    written = "".join(f' w:{name.rstrip("_")}="{attribute(value)}"' for name, value in values.items())
    inner = "".join(content)
    return f"<w:{tag}{written}>{inner}</w:{tag}>" if inner else f"<w:{tag}{written}/>"


def words(text: str) -> str:
    """The text within a run; white space at its ends is kept."""
    return f'<w:t xml:space="preserve">{escape(_REFUSED.sub("", text), quote=False)}</w:t>'


def attribute(value: str | int) -> str:
    """The value as it stands between the quotation marks of an attribute."""
    return escape(_REFUSED.sub("", str(value))).replace("\n", " ").replace("\t", " ")


def paragraph(
    style: str,
    *content: str,
    keep: bool = False,
    new_page: bool = False,
    number: str = "",
    tabs: str = "",
    before: int | None = None,
    after: int | None = None,
    indent: str = "",
    align: str = "",
    section: str = "",
) -> str:
    """A paragraph of a style. ``keep`` holds it on one page with what follows; lengths are twentieths of a point.

    ``number``, ``tabs``, ``indent`` and ``section`` are finished XML. What goes into the properties stands in the order
    that Word insists on.
    """
    space = {name: value for name, value in (("before", before), ("after", after)) if value is not None}
    properties = w(
        "pPr",
        w("pStyle", val=style) if style else "",
        w("keepNext") if keep else "",
        w("pageBreakBefore") if new_page else "",
        number,
        tabs,
        w("spacing", **space) if space else "",
        indent,
        w("jc", val=align) if align else "",
        section,
    )
    return w("p", properties if properties != "<w:pPr/>" else "", *content)


def run(*content: str, properties: str = "") -> str:
    """A run of text or of what stands in its place."""
    return w("r", w("rPr", properties) if properties else "", *content)


def field(code: str, shown: str) -> str:
    """A field of ours with the result that is shown until Word works it out anew."""
    return field_begin(code) + run(words(shown)) + field_end()


def field_begin(code: str) -> str:
    """The beginning of a field, up to its result."""
    return (
        run(w("fldChar", fldCharType="begin"))
        + run(f'<w:instrText xml:space="preserve"> {escape(code, quote=False)} </w:instrText>')
        + run(w("fldChar", fldCharType="separate"))
    )


def field_end() -> str:
    """The end of a field, after its result."""
    return run(w("fldChar", fldCharType="end"))


def table(
    style: str, widths: list[int], rows: list[str], *, left: int = 0, look: str = "0000", name: str = ""
) -> str:
    """A table of finished rows with columns of fixed ``widths``; ``name`` says what it holds."""
    properties = w(
        "tblPr",
        w("tblStyle", val=style),
        w("tblW", w=sum(widths), type="dxa"),
        w("tblInd", w=left, type="dxa") if left else "",
        w("tblLayout", type="fixed"),
        w("tblLook", val=look),
        w("tblCaption", val=name) if name else "",
    )
    grid = w("tblGrid", *(w("gridCol", w=width) for width in widths))
    return w("tbl", properties, grid, *rows)


def cell(width: int, *content: str, fill: str = "", margins: str = "", bottom: bool = False) -> str:
    """A cell of a table; ``fill`` is a colour such as ``#1d4d7a``, ``margins`` finished XML."""
    properties = w(
        "tcPr",
        w("tcW", w=width, type="dxa"),
        w("shd", val="clear", color="auto", fill=fill.lstrip("#")) if fill else "",
        margins,
        w("vAlign", val="bottom") if bottom else "",
    )
    return w("tc", properties, *content)


def row(*cells: str, whole: bool = True, head: bool = False, height: int = 0) -> str:
    """A row; a ``whole`` one does not run over to the next page, a ``head`` is repeated on each page."""
    properties = w(
        "trPr",
        w("cantSplit") if whole else "",
        w("trHeight", val=height, hRule="atLeast") if height else "",
        w("tblHeader") if head else "",
    )
    return w("tr", properties if properties != "<w:trPr/>" else "", *cells)
