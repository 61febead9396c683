"""Puts a document's headings in order: levels without gaps, an anchor each, no link that leads nowhere."""

from dataclasses import replace

from lif.publish.document.tree import (
    Block,
    Callout,
    Group,
    Heading,
    ListBlock,
    Paragraph,
    Quote,
    all_runs,
    plain,
    walk,
)
from lif.publish.words import slug

DEEPEST = 5


def arrange_headings(blocks: list[Block]) -> list[Block]:
    """The same blocks, their headings renumbered and anchored in place.

    A heading within a list, a quotation or a callout is no part of the outline: it becomes a bold paragraph.
    """
    blocks = [_without_inner_headings(block) for block in blocks]
    headings = [block for block in walk(blocks) if isinstance(block, Heading)]
    _renumber(headings)
    _name(headings)
    _drop_dead_links(blocks, {heading.anchor for heading in headings})
    return blocks


def _without_inner_headings(block: Block, inside: bool = False) -> Block:
    if isinstance(block, Heading) and inside:
        return Paragraph([replace(run, strong=True) for run in block.runs])
    if isinstance(block, ListBlock):
        block.items = [[_without_inner_headings(part, True) for part in item] for item in block.items]
    elif isinstance(block, Quote | Callout):
        block.blocks = [_without_inner_headings(part, True) for part in block.blocks]
    elif isinstance(block, Group):
        block.blocks = [_without_inner_headings(part, inside) for part in block.blocks]
    return block


def _renumber(headings: list[Heading]) -> None:
    """A heading's level is how many headings of a higher rank it stands under."""
    above: list[int] = []
    for heading in headings:
        while above and above[-1] >= heading.level:
            above.pop()
        above.append(heading.level)
        heading.level = min(len(above), DEEPEST)


def _name(headings: list[Heading]) -> None:
    """Anchors asked for come first; the others follow the words, numbered where they meet again."""
    taken: set[str] = set()
    asked = [heading for heading in headings if heading.anchor]
    for heading in asked + [heading for heading in headings if not heading.anchor]:
        heading.anchor = _free(heading.anchor or slug(plain(heading.runs)), taken)
        taken.add(heading.anchor)


def _free(wanted: str, taken: set[str]) -> str:
    number, name = 1, wanted
    while name in taken:
        number += 1
        name = f"{wanted}-{number}"
    return name


def _drop_dead_links(blocks: list[Block], anchors: set[str]) -> None:
    for runs in all_runs(blocks):
        runs[:] = [run for run in runs if not run.page or run.page in anchors]
        for index, run in enumerate(runs):
            if run.link.startswith("#") and run.link[1:] not in anchors:
                runs[index] = replace(run, link="")
