import pytest

from lif.publish.document.parse import parse
from lif.publish.document.pdf import set_on_paper
from lif.publish.document.typesetter import draw
from lif.publish.errors import PublishError
from tests.publish.samples import images, meta


def test_it_tells_on_which_page_each_heading_stands() -> None:
    source = "# One\n\n::: page-break\n:::\n\n# Two {: #two}\n\n:::: landscape\n## Three\n::::\n"
    made = set_on_paper(parse(source), meta(), {})
    assert dict(made.places) == {"one": 3, "two": 4, "three": 5}
    assert made.pages == 5


def test_pictures_are_drawn_in_their_order_and_at_their_width() -> None:
    wide, flat = (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 {high}"/>' for high in (40, 20))
    drawn = draw([wide, flat, images()["chart.svg"].svg], 72)
    sizes = [(int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big")) for png in drawn]
    assert all(png.startswith(b"\x89PNG") for png in drawn)
    assert sizes[:2] == [(200, 200), (200, 100)]
    assert sizes[2][0] == 200
    assert draw([], 72) == []


def test_a_picture_that_is_none_is_a_plain_error() -> None:
    with pytest.raises(PublishError, match="the charts could not be made"):
        draw(["<svg"], 72)
