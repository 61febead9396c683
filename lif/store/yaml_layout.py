"""How a file is laid out, so that what is added to it looks like what is there."""

from collections import Counter

from lif.store.yaml_locate import Located, Place
from lif.store.yaml_render import Layout


def layout_of(located: Located) -> Layout:
    """The indentation that a file uses most; where it shows none, two columns."""
    steps: Counter[int] = Counter()
    offsets: Counter[int] = Counter()
    widths: Counter[int] = Counter()
    for place in located.places.values():
        if not place.path:
            continue
        in_mapping = located.places[place.path[:-1]].kind == "mapping"
        if place.kind == "list" and place.style == "block":
            widths.update(dash_widths(place))
            if in_mapping:
                offsets[place.column - place.key_column] += 1
        elif in_mapping and place.kind == "mapping" and place.style == "block":
            steps[place.column - place.key_column] += 1
        elif in_mapping and place.style in ("|", ">"):
            indentation = body_indentation(located.text, place)
            if indentation is not None:
                steps[indentation - place.key_column + 1] += 1
    common_offset = _most_common(offsets)
    step = _most_common(steps) or common_offset or 2
    return Layout(
        step=step,
        list_offset=step if common_offset is None else common_offset,
        dash_width=_most_common(widths) or 2,
    )


def dash_widths(block_list: Place) -> list[int]:
    """How far behind its dash each item of a block list begins, for those on the line of their dash."""
    widths = (item.column - block_list.column for item in block_list.items if item.end > item.start)
    return [width for width in widths if width >= 2]


def body_indentation(text: str, block: Place) -> int | None:
    """The column, from 0, of the lines of a block text; None when it has none, or states its indentation."""
    header, _, body = text[block.start : block.end].partition("\n")
    if any(character.isdigit() for character in header.partition("#")[0]):
        return None
    for line in body.split("\n"):
        if line.strip():
            return len(line) - len(line.lstrip(" "))
    return None


def _most_common(counts: Counter[int]) -> int | None:
    return counts.most_common(1)[0][0] if counts else None
