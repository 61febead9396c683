import pytest

from lif.publish.document.parse import parse
from lif.publish.document.word.lines import bookmark_names, is_address


@pytest.mark.parametrize(
    "link",
    [
        "https://example.org",
        "HTTP://example.org:80/a%20b?c=d&e#f",
        "mailto:board@example.org",
        "http://a/~x;y=(1)",
    ],
)
def test_addresses_that_word_can_follow(link: str) -> None:
    assert is_address(link)


@pytest.mark.parametrize(
    "link",
    [
        "http://exa[mple", "https://example.org/a b", "https://example.org/%zz", "http://example.org:port/",
        "javascript:alert(1)", "file:///etc/passwd", "https://example.org/é", "https://a/\\b", "https://a/{b}", "",
    ],
)  # fmt: skip
def test_what_word_would_take_for_a_broken_file_is_no_address(link: str) -> None:
    assert not is_address(link)


def test_bookmarks_have_names_that_word_takes_and_no_two_alike() -> None:
    long = "a very long heading that goes on and on for ever"
    names = bookmark_names(
        parse(f"# {long}\n\n# {long}\n\n# {long} more\n\n# Kurz & gut {{: #cr-2017-001}}\n")
    )
    assert len(set(names.values())) == 4
    assert all(len(name) <= 40 and name.replace("_", "").isalnum() for name in names.values())
    assert names["cr-2017-001"] == "h4_cr_2017_001"
