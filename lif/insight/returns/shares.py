"""Shares in words. Every percentage carries the number it is a share of."""


def percent(count: int, of: int) -> str:
    """`97.6 %`. What is not quite all or nothing is never rounded to it. `of` is more than 0."""
    if count in (0, of):
        return f"{100 * count // of} %"
    return f"{min(max(100 * count / of, 0.1), 99.9):.1f} %"


def share_words(count: int, of: int) -> str:
    """`97.6 % (n = 41)`; `none answered (n = 0)` where it is a share of nothing."""
    return f"{percent(count, of)} (n = {of})" if of else "none answered (n = 0)"
