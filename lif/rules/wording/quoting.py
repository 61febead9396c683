"""Words that were found, as remarks name them."""

from collections.abc import Iterable, Mapping

from lif.rules.wording.lists import Vague


def quoted(words: Iterable[str]) -> str:
    """Words that were found, as they are named in a sentence."""
    *others, last = [f"`{word}`" for word in words]
    return f"{', '.join(others)} and {last}" if others else last


def better_words(found: Mapping[str, Vague]) -> str:
    """How each of them can be written instead, said once for those that are alike."""
    like: dict[str, list[str]] = {}
    for word, each in found.items():
        like.setdefault(each.better, []).append(word)
    if len(like) == 1:
        return f"Better: {next(iter(like))}"
    return " ".join(f"Better than {quoted(words)}: {better}" for better, words in like.items())
