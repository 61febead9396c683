"""Writes lines of text for Word: runs with their marks, links, bookmarks, status words."""

import re
from collections.abc import Callable, Mapping
from itertools import groupby
from urllib.parse import urlsplit

from lif.publish.document import tree
from lif.publish.document.word.xml import field, run, w, words

_ADDRESS = re.compile(r"(?:https?://|mailto:)[\w.~:/?#@!$&'()*+,;=%-]+", re.ASCII | re.IGNORECASE)


class Lines:
    """Writes runs. ``relate`` gives the name under which the file knows an address outside it.

    ``places`` are the pages of the headings in the PDF, which stand as pages until Word works them out anew.
    """

    def __init__(
        self, relate: Callable[[str], str], bookmarks: Mapping[str, str], places: Mapping[str, int]
    ) -> None:
        self._relate = relate
        self._bookmarks = bookmarks
        self._places = places

    def line(self, runs: tree.Runs) -> str:
        """The runs as XML; neighbours with the same link share one."""
        if len(runs) == 1 and runs[0].status:
            return _status(runs[0].status, runs[0].text)
        return "".join(
            self._linked(link, "".join(self._run(each, link) for each in group))
            for link, group in groupby(runs, key=self._link)
        )

    def _run(self, each: tree.Run, link: str) -> str:
        if not each.page:
            return _marked(each, link=link)
        page = field(f"PAGEREF {self._bookmarks[each.page]} \\h", str(self._places[each.page]))
        return run(words(each.text)) + page

    def _link(self, each: tree.Run) -> str:
        """Where a run leads, as far as Word can follow: it takes an address that is none for a broken file."""
        known = each.link[1:] in self._bookmarks if each.link.startswith("#") else is_address(each.link)
        return each.link if known else ""

    def _linked(self, link: str, inner: str) -> str:
        if not link:
            return inner
        if link.startswith("#"):
            return w("hyperlink", inner, anchor=self._bookmarks[link[1:]], history=1)
        return f'<w:hyperlink r:id="{self._relate(link)}" w:history="1">{inner}</w:hyperlink>'


def is_address(link: str) -> bool:
    """Whether the link is a web or mail address in every part."""
    if not _ADDRESS.fullmatch(link):
        return False
    try:
        parts = urlsplit(link)
        _ = parts.port
    except ValueError:
        return False
    return not re.search(r"%(?![0-9A-Fa-f]{2})", link)


def status_of(runs: tree.Runs) -> str:
    """The colour of the status word, where the line holds nothing else; otherwise nothing."""
    return runs[0].status if len(runs) == 1 else ""


def bookmark_names(document: tree.Document) -> dict[str, str]:
    """From the anchors of headings to names that Word takes: 40 letters, digits and underscores, no two alike."""
    names: dict[str, str] = {}
    for number, heading in enumerate(headings(document), 1):
        plain = re.sub(r"[^a-z0-9]+", "_", heading.anchor)
        names[heading.anchor] = f"h{number}_{plain}"[:40]
    return names


def headings(document: tree.Document) -> list[tree.Heading]:
    """The headings in reading order."""
    return [block for block in tree.walk(document.blocks) if isinstance(block, tree.Heading)]


def _marked(each: tree.Run, *, link: str) -> str:
    if each.text == "\n":
        return run(w("br"))
    # Zero-width spaces were put into long words for the PDF. Word breaks such words by itself.
    text = each.text.replace("\u200b", "")
    if each.status:
        return _status(each.status, f"\u00a0{text}\u00a0")
    style = w("rStyle", val="Hyperlink") if link else ""
    bold = w("b") + w("bCs") if each.strong else ""
    italic = w("i") + w("iCs") if each.emphasis else ""
    return run(words(text), properties=style + bold + italic)


def _status(colour: str, text: str) -> str:
    style = w("rStyle", val=f"Status{colour.capitalize()}")
    return run(words(text), properties=style + w("b") + w("bCs"))
