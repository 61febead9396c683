"""Reads what stands within a line of Markdown into runs of plain text with their marks."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from markdown_it.tree import SyntaxTreeNode

from lif.publish.document.clean import clean
from lif.publish.document.syntax import LINK
from lif.publish.document.tree import Run, Runs

PAGE = ", page "
"""What stands before the number of a page."""


def read_runs(nodes: Sequence[SyntaxTreeNode]) -> Runs:
    """The runs of a line, neighbours with the same marks joined."""
    joined: Runs = []
    for run in _runs(nodes, Run("")):
        last = joined[-1] if joined else None
        if (
            last
            and "\n" not in (last.text, run.text)
            and not run.status
            and not run.page
            and last.saying(run.text) == run
        ):
            joined[-1] = last.saying(last.text + run.text)
        elif run.text:
            joined.append(run)
    return joined


def _runs(nodes: Sequence[SyntaxTreeNode], marks: Run) -> Iterator[Run]:
    for node in nodes:
        match node.type:
            case "text":
                yield marks.saying(clean(node.content, None))
            case "softbreak":
                yield marks.saying(" ")
            case "hardbreak":
                yield marks.saying("\n")
            case "code_inline":
                yield replace(marks, text=clean(node.content, None), code=True)
            case "status":
                yield Run(clean(node.content, None), strong=True, status=node.meta["colour"])
            case "page":
                yield replace(marks, text=PAGE, page=node.content, link="")
            case "image":
                yield marks.saying("".join(run.text for run in _runs(node.children, marks)))
            case "strong":
                yield from _runs(node.children, replace(marks, strong=True))
            case "em":
                yield from _runs(node.children, replace(marks, emphasis=True))
            case "link":
                address = str(node.attrs["href"])
                yield from _runs(
                    node.children, replace(marks, link=address if LINK.fullmatch(address) else "")
                )
            case _:
                yield from _runs(node.children, marks)
