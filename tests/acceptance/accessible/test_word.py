"""Every Word document that lif makes of a document, as a screen reader meets it."""

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from tests.publish.document.word.reading import WP, W, parts, style_of, text_of, value

_CORE = "{http://purl.org/dc/elements/1.1/}"


def test_every_word_document_can_be_read_aloud(papers: Path) -> None:
    files = sorted(papers.glob("build/**/*.docx"))
    assert len(files) > 10
    found = [f"{path.name}: {one}" for path in files for one in faults(path.read_bytes())]
    assert not found


def faults(file: bytes) -> Iterator[str]:
    """What would stop or mislead somebody who listens to the document."""
    held = {name: ElementTree.fromstring(data) for name, data in parts(file).items() if name.endswith(".xml")}
    body = held["word/document.xml"]
    core = held["docProps/core.xml"]
    if not (core.findtext(f"{_CORE}title") or "").strip():
        yield "it has no title"
    if value(held["word/styles.xml"], "docDefaults/rPrDefault/rPr/lang") != "en-GB":
        yield "its language is not said"
    shown = [style_of(paragraph) for paragraph in body.iter(f"{W}p")]
    levels = [int(style.removeprefix("Heading")) for style in shown if style.startswith("Heading")]
    if any(after > before + 1 for before, after in zip([0, *levels], levels, strict=False)):
        yield f"a level of its headings is skipped: {levels}"
    for paragraph in body.iter(f"{W}p"):
        if style_of(paragraph).startswith("Heading") and not text_of(paragraph).strip():
            yield "a heading says nothing"
    for table in body.iter(f"{W}tbl"):
        # Columns and notes are laid out with tables that have nothing to head.
        if value(table, "tblPr/tblStyle") in ("Columns", "Callout"):
            continue
        if table.find(f"{W}tr/{W}trPr/{W}tblHeader") is None:
            yield "a table has no head"
        if not value(table, "tblPr/tblCaption"):
            yield "a table has no name"
    for picture in body.iter(f"{WP}docPr"):
        if not picture.get("descr", "").strip():
            yield "a picture has no words"
