"""Whatever accent colour a Board may choose, all that is written in it, on it and beside it can be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lif.publish.errors import PublishError
from lif.publish.style.colours import LEAST_CONTRAST, check_accent, contrast, tint_of

_INK, _MUTED, _WHITE = "#1b1b1b", "#4d545c", "#ffffff"


@given(st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}"))
def test_an_accent_colour_is_refused_or_every_pair_can_be_read(colour: str) -> None:
    try:
        accent = check_accent(colour)
    except PublishError:
        assert contrast(colour, tint_of(colour)) < LEAST_CONTRAST
        return
    tint = tint_of(accent)
    for words, behind in ((accent, _WHITE), (_WHITE, accent), (accent, tint), (_INK, tint), (_MUTED, tint)):
        assert contrast(words, behind) >= LEAST_CONTRAST, (words, behind)


def test_what_can_be_read_on_white_alone_is_not_enough() -> None:
    assert contrast("#767676", _WHITE) > LEAST_CONTRAST
    with pytest.raises(PublishError, match=r"4\.17 to 1"):
        check_accent("#767676")
