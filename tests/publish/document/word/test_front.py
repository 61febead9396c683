import pytest

from lif.publish.document.metrics import text_width
from lif.publish.document.paper import LANDSCAPE, PORTRAIT
from lif.publish.document.word.front import header
from lif.publish.document.word.xml import NAMESPACES
from tests.publish.document.word.reading import ElementTree, text_of
from tests.publish.samples import meta


@pytest.mark.parametrize("width", [PORTRAIT, LANDSCAPE])
@pytest.mark.parametrize("marking", ["", "OFFICIAL", "M" * 200])
@pytest.mark.parametrize("title", ["Board pack", "W" * 200])
def test_the_header_stays_on_one_line(width: float, marking: str, title: str) -> None:
    written = header(meta(marking=marking, title=title), width)
    root = ElementTree.fromstring(f"<w:hdr {NAMESPACES}>{written}</w:hdr>")
    left, right = text_of(root).split("\t")
    assert text_width(left, 8.5, bold=True) + text_width(right, 8.5) <= width
    assert left[:8] == marking[:8]
