import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lif.publish.document.clean import _PLAIN, _visible, clean
from lif.publish.document.metrics import coverage
from tests.publish.samples import HOSTILE


@pytest.mark.parametrize("name", HOSTILE)
def test_shows_literally_or_by_name(name: str) -> None:
    held, seen = HOSTILE[name]
    assert " ".join(clean(held).split()) == seen


@given(st.text())
def test_what_is_left_can_be_printed_and_stays_as_it_is(text: str) -> None:
    once = clean(text, None)
    assert set(once) - {"\n"} <= coverage()
    assert clean(once, None) == once


def test_a_long_field_is_cut_with_a_visible_mark() -> None:
    cut = clean("x" * 200_000)
    assert cut == "x" * 20_000 + " … [cut here: 180,000 more characters are in the record]"
    assert clean("x" * 20_000) == "x" * 20_000


def test_names_count_towards_the_length() -> None:
    cut = clean("中" * 20_000)
    assert len(cut) < 20_100
    shown = cut.count("[cjk unified ideograph-4e2d]")
    assert f"[cut here: {20_000 - shown:,} more" in cut


def test_ten_megabytes_in_one_field_take_no_time() -> None:
    started = time.perf_counter()
    assert "more characters are in the record" in clean("é\u200b" * 5_000_000)
    assert time.perf_counter() - started < 1.0


def test_what_is_known_quickly_is_printed_as_it_is() -> None:
    known = [character for character in map(chr, range(0x3000)) if _PLAIN.fullmatch(character)]
    assert coverage().issuperset(set(known) - {"\n"})
    assert unicodedata.normalize("NFC", "".join(known)) == "".join(known)
    assert all(_visible(character) == character for character in known)
