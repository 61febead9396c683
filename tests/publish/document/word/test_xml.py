from xml.etree import ElementTree

from lif.publish.document.word.xml import NAMESPACES, paragraph, run, w, words
from tests.publish.document.word.reading import W, out_of_order


def test_what_xml_refuses_and_what_it_would_read_as_markup_does_no_harm() -> None:
    text = "a\x00b\x0b<w:p/>&amp; \ud800\ufffe ]]> \"'"
    written = paragraph("Normal", run(words(text)), w("x", val=text))
    read = ElementTree.fromstring(f"<w:body {NAMESPACES}>{written}</w:body>")
    shown = read.find(f".//{W}t")
    assert shown is not None
    assert shown.text == "ab<w:p/>&amp;  ]]> \"'"
    assert [each.get(f"{W}val") for each in read.iter(f"{W}x")] == ["ab<w:p/>&amp;  ]]> \"'"]


def test_a_paragraph_with_everything_stands_in_order() -> None:
    written = paragraph(
        "Normal",
        keep=True,
        new_page=True,
        number=w("numPr", w("ilvl", val=0), w("numId", val=1)),
        tabs=w("tabs"),
        before=1,
        after=2,
        indent=w("ind", left=1),
        align="right",
        section=w("sectPr"),
    )
    read = ElementTree.fromstring(f"<w:body {NAMESPACES}>{written}</w:body>")
    assert out_of_order(read) == []
    assert len(read[0][0]) == 9
