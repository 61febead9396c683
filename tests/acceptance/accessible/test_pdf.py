"""Every PDF that lif makes, as a screen reader meets it: title, language, headings, tables, pictures and links.

That it is PDF/UA-1 and PDF/A-2a is enforced where it is written; here stands what that does not see, or not yet.
"""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, NameObject

from lif.publish.charts.drawing import line_chart
from lif.publish.document.parse import parse
from lif.publish.document.pdf import to_pdf
from lif.publish.meta import Image
from tests.publish.samples import chart, meta

_HEADINGS = ("H1", "H2", "H3", "H4", "H5", "H6")
_LONG = 4
"""Pages from which on nobody should have to find the way without bookmarks."""


def test_every_pdf_can_be_read_aloud(papers: Path) -> None:
    files = sorted(papers.glob("build/**/*.pdf"))
    assert len(files) > 20
    found = [f"{path.name}: {one}" for path in files for one in faults(PdfReader(path))]
    assert not found


def test_faults_are_found() -> None:
    drawn = {"a.svg": Image(line_chart(chart()), "A line that rises")}
    text = '# Head\n\n[Away](https://example.org)\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n![](a.svg "A line")\n'
    pdf = PdfReader(BytesIO(to_pdf(parse(text, drawn), meta(), drawn)))
    assert list(faults(pdf)) == []
    for _, element, _ in list(_elements(pdf.trailer["/Root"]["/StructTreeRoot"], {})):
        element.pop("/Alt", None)
        if element["/S"] == "/TH":
            element[NameObject("/S")] = NameObject("/TD")
        if element["/S"] == "/H1":
            element[NameObject("/S")] = NameObject("/H2")
    for page in pdf.pages:
        for annotation in page.get("/Annots", ()):
            annotation.get_object().pop("/Contents", None)
    assert {
        "a picture has no words",
        "a table has no head",
        "a level of its headings is skipped",
        "a link does not say where it leads",
    } == {one.partition(":")[0] for one in faults(pdf)}


def faults(pdf: PdfReader) -> Iterator[str]:
    """What would stop or mislead somebody who listens to the document."""
    root: Any = pdf.trailer["/Root"]
    if not (root.get("/MarkInfo", {}).get("/Marked") and "/StructTreeRoot" in root):
        yield "it has no tags"
        return
    if root.get("/Lang") != "en-GB":
        yield "its language is not said"
    if not (
        root.get("/ViewerPreferences", {}).get("/DisplayDocTitle") and pdf.metadata and pdf.metadata.title
    ):
        yield "its title is not shown"
    said = root["/Metadata"].get_data().decode("utf-8")
    for declared in ("<pdfuaid:part>1<", "<pdfaid:part>2<", "<pdfaid:conformance>A<"):
        if declared not in said:
            yield f"it does not say {declared}"
    elements = list(_elements(root["/StructTreeRoot"], {}))
    roles = [role for role, _, _ in elements]
    headed = {id(each) for role, _, above in elements if role == "TH" for each in above}
    levels = [_HEADINGS.index(role) + 1 for role in roles if role in _HEADINGS]
    if any(after > before + 1 for before, after in zip([0, *levels], levels, strict=False)):
        yield f"a level of its headings is skipped: {levels}"
    if len(pdf.pages) >= _LONG and not (levels and pdf.outline):
        yield "it is long, and has no headings or no bookmarks"
    for role, element, above in elements:
        if role == "Figure" and not str(element.get("/Alt", "")).strip():
            yield "a picture has no words"
        if role == "Table" and id(element) not in headed:
            yield "a table has no head"
        if role == "TH" and not _scope(element):
            yield "a head of a table does not say of what"
        if role == "TR" and not any(each.get("/S") == "/Table" for each in above):
            yield "a row is in no table"
    if any(order != sorted(order) for order in _order(root["/StructTreeRoot"]).values()):
        yield "a page is read in another order than it stands"
    for page in pdf.pages:
        for annotation in page.get("/Annots", ()):
            link = annotation.get_object()
            if link["/Subtype"] == "/Link" and not ("/StructParent" in link and link.get("/Contents")):
                yield "a link does not say where it leads"
        if page.get("/Annots") and page.get("/Tabs") != "/S":
            yield "its links are not in the order of its text"


def _elements(
    element: Any, roles: dict[str, str], above: tuple[DictionaryObject, ...] = ()
) -> Iterator[tuple[str, DictionaryObject, tuple[DictionaryObject, ...]]]:
    """The role of each element of the tree, the element, and those that it stands in."""
    roles = roles or {key.removeprefix("/"): str(to) for key, to in element.get("/RoleMap", {}).items()}
    children = element.get("/K", ())
    for child in children if isinstance(children, ArrayObject) else [children]:
        held = child.get_object()
        if isinstance(held, DictionaryObject) and "/S" in held:
            name = str(held["/S"]).removeprefix("/")
            yield roles.get(name, name).removeprefix("/"), held, above
            yield from _elements(held, roles, (*above, held))


def _order(root: Any) -> dict[int, list[int]]:
    """The numbers of what stands on each page, in the order of the tree; they are given as it is drawn."""
    found: dict[int, list[int]] = {}
    pending: list[tuple[Any, int]] = [(root, 0)]
    while pending:
        element, page = pending.pop()
        page = element.raw_get("/Pg").idnum if "/Pg" in element else page
        if "/MCID" in element:
            found.setdefault(page, []).append(int(element["/MCID"]))
            continue
        held = element.get("/K", ArrayObject())
        for child in reversed(held if isinstance(held, ArrayObject) else [held]):
            part = child.get_object()
            pending.append((part if isinstance(part, DictionaryObject) else _number(part), page))
    return found


def _number(number: Any) -> DictionaryObject:
    return DictionaryObject({NameObject("/MCID"): number})


def _scope(element: DictionaryObject) -> bool:
    said = element.get("/A", ())
    given = said.get_object() if hasattr(said, "get_object") else said
    return any(
        "/Scope" in each.get_object() for each in (given if isinstance(given, ArrayObject) else [given])
    )
