"""Writes small SVG pictures: numbers with two decimals, every string cleaned and escaped."""

from html import escape

from lif.publish.document.clean import clean
from lif.publish.document.metrics import FAMILY, text_width


def element(name: str, content: str = "", **attributes: str | float) -> str:
    """One element; ``_`` in an attribute's name is a hyphen; ``content`` is finished SVG."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_attribute(value)}"' for key, value in attributes.items()
    )
    return f"<{name}{written}>{content}</{name}>" if content else f"<{name}{written}/>"


def text(
    words: str,
    x: float,
    y: float,
    size: float,
    *,
    anchor: str = "start",
    bold: bool = False,
    fill: str = "#1b1b1b",
) -> str:
    """A line of text with its baseline at ``y``; nothing where there are no words."""
    if not shown(words):
        return ""
    return element(
        "text",
        escape(shown(words)),
        x=x,
        y=y,
        font_size=size,
        text_anchor=anchor,
        font_weight="bold" if bold else "normal",
        fill=fill,
    )


def picture(width: float, height: float, title: str, description: str, parts: list[str]) -> str:
    """A whole picture with title and description; it holds no ids, so that many can stand on one page."""
    head = element("title", escape(shown(title))) + element("desc", escape(shown(description)))
    body = "\n".join(
        [head, element("rect", width=width, height=height, fill="#ffffff"), *filter(None, parts)]
    )
    box = f"0 0 {_number(width)} {_number(height)}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="{box}" '
        f'font-family="{FAMILY}, Arial, Helvetica, sans-serif">\n{body}\n</svg>\n'
    )


def shown(words: str) -> str:
    """The words on one line, cleaned."""
    return " ".join(clean(words, 400).split())


def wrap(words: str, room: float, size: float, *, bold: bool = False, most: int) -> list[str]:
    """The words on lines no wider than ``room``; at most ``most`` lines, "…" where more is left."""
    lines: list[str] = []
    for word in shown(words).split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, size, bold=bold) <= room:
            lines[-1] = longer
        else:
            lines.append(_shortened(word, room, size, bold))
    if len(lines) > most:
        lines = [*lines[: most - 1], _shortened(f"{lines[most - 1]}…", room, size, bold)]
    return lines


def _shortened(word: str, room: float, size: float, bold: bool) -> str:
    if text_width(word, size, bold=bold) <= room:
        return word
    while word and text_width(f"{word}…", size, bold=bold) > room:
        word = word[:-1]
    return f"{word}…"


def _attribute(value: str | float) -> str:
    return escape(value) if isinstance(value, str) else _number(value)


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
