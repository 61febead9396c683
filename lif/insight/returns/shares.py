"""Shares in words. Every percentage carries the number it is a share of."""


def share(count: int, of: int) -> float:
    """Per cent, to one place. What is not quite all or nothing is never rounded to it. `of` is more than 0."""
    exact = 100 * count / of
    return exact if count in (0, of) else min(max(round(exact, 1), 0.1), 99.9)


def percent(count: int, of: int) -> str:
    """`97.6 %`; all and nothing without a place behind the point."""
    return f"{share(count, of):.{0 if count in (0, of) else 1}f} %"


def share_words(count: int, of: int) -> str:
    """`97.6 % (n = 41)`; `none answered (n = 0)` where it is a share of nothing."""
    return f"{percent(count, of)} (n = {of})" if of else "none answered (n = 0)"
