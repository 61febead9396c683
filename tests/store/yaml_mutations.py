"""Files in many layouts, and what slips of the hand make of them: to hold two readers against each other."""

import random
from typing import Any

from hypothesis import strategies as st

from tests.store.yaml_samples import NASTY

_PIECES = [
    *(character.encode() for character in "-?:,[]{}#&*!|>'\"%@`=<~\\ \n\t.0_x"), b"- ", "\u00a0".encode(),
    "\u2028".encode(), b"\xef\xbb\xbf", b"\r", b"\r\n", "é".encode(), "\x85".encode(), b"\x00", b": ",
    b" #", b" # ", b"- - ", b"? ", b"---\n", b"...\n", b"\n---\n", b"\n...\n", b"  ", b"    ", b"\n\n",
    b" \n", b"  \n", b"\n ", b"|\n", b">\n", b"|-\n", b">-\n", b"|+\n", b"|2\n", b"[", b"]", b"[]", b"{}",
    b"''", b'""', b"null", b"true", b"012", b"1_0", b".5", b"-", b"<<", b"a: b", b"a: 1\n", b"- a\n",
    b"&a ", b"*a", b"!a ", b"\\n", b"# c\n", b":\n", b": |\n", b": >-\n", b"- |\n", b"a:\n",
]  # fmt: skip


def mutate(data: bytes, chance: random.Random, times: int = 1) -> bytes:
    """The file after so many slips: characters put in, lost or flipped, lines lost, doubled or shifted."""
    for _ in range(times):
        data = chance.choice(_SLIPS)(data, chance)
    return data


def _insert(data: bytes, chance: random.Random) -> bytes:
    place = chance.randint(0, len(data))
    return data[:place] + chance.choice(_PIECES) + data[place:]


def _insert_by_a_sign(data: bytes, chance: random.Random) -> bytes:
    """Beside a colon, a dash, a line end: where it matters most."""
    places = [place for place, byte in enumerate(data) if byte in b":-\n#'\"|>[]"]
    place = chance.choice(places or [0]) + chance.randint(0, 2)
    return data[:place] + chance.choice(_PIECES) + data[place:]


def _replace(data: bytes, chance: random.Random) -> bytes:
    place = chance.randint(0, len(data))
    return data[:place] + chance.choice(_PIECES) + data[place + chance.choice((1, 1, 2, 5)) :]


def _flip(data: bytes, chance: random.Random) -> bytes:
    if not data:
        return data
    place = chance.randrange(len(data))
    return data[:place] + bytes([data[place] ^ (1 << chance.randrange(8))]) + data[place + 1 :]


def _delete(data: bytes, chance: random.Random) -> bytes:
    place = chance.randint(0, len(data))
    return data[:place] + data[place + chance.choice((1, 1, 2, 4, 40)) :]


def _on_lines(data: bytes, chance: random.Random) -> bytes:
    lines = data.splitlines(keepends=True) or [b"\n"]
    place = chance.randrange(len(lines))
    line = lines[place]
    other = chance.choice(lines)
    bare = line.lstrip(b" ")
    lines[place : place + 1] = chance.choice(
        (
            [],
            [line, line],
            [line, other],
            [line, b"\n"],
            [line, b"   \n"],
            [b" " * chance.randint(1, 4) + line],
            [bare],
            [line[1:]],
            [line[2:]],
            [b" " * (len(line) - len(bare)) + b"- " + bare],
            [b" " * chance.randint(0, 8) + bare],
            [line.rstrip(b"\r\n") + b" \n"],
            [line.rstrip(b"\r\n") + b" # c\n"],
            [line, b" " * chance.randint(0, 8) + b"# c\n"],
            [line.rstrip(b"\r\n")],
            [line.partition(b":")[0] + b":\n"],
            [line.rstrip(b"\r\n") + b"\r\n"],
        )
    )
    return b"".join(lines)


_SLIPS = (_insert, _insert_by_a_sign, _replace, _flip, _delete, _on_lines, _on_lines)

_keys = st.sampled_from(["a", "b", "id", "due_day", "k-1", "null", "yes", "Title", "x" * 99, "x" * 101])
_WORDS = [
    'word', 'several words of text', '2017-11-24', '12', '-3.5', 'no', 'true', 'null', '~', 'a:b', 'x#y',
    '[]', '{}', '[a, b c]', "''", "'it''s'", '"q: #"', '"\\\\"', 'é', '“x”', '10:30', '012', 'a: b', 'x ',
    'x # c', '"\\e[31m"', '"a\\u2028b"', '"\\x9b"',
]  # fmt: skip
_plain = st.one_of(
    st.sampled_from(_WORDS),
    st.sampled_from([text for text in NASTY if "\n" not in text]),
    st.text("ab :#-'\"|>[]{},&*!%@`?\\=<~.0_", max_size=12),
)
_texts = st.lists(
    st.sampled_from(["words", "  more", "a: b", "- x", "# c", "", "", " ", "tail  ", "---", "'"]), max_size=6
)


@st.composite
def _layout(draw: Any, depth: int = 0, column: int = 0) -> list[str]:
    """The lines of a mapping or a list in the given column."""
    is_list = depth > 0 and draw(st.booleans())
    lines: list[str] = []
    for _ in range(draw(st.integers(1, 3))):
        opening = f"-{' ' * draw(st.sampled_from([1, 1, 1, 3]))}" if is_list else f"{draw(_keys)}:"
        form = draw(st.sampled_from(["plain", "plain", "block", "nested", "nothing"]))
        begin = " " * column + opening
        space = "" if is_list else " " * draw(st.sampled_from([1, 1, 1, 0, 3]))
        if form == "plain":
            lines.append(begin + space + draw(_plain))
        elif form == "block":
            lines.append(begin + space + draw(st.sampled_from(["|", "|-", ">", ">-", "|+", "|1", "| # c"])))
            deeper = column + draw(st.sampled_from([2, 2, 2, 4, 1, 0]))
            lines += [line and " " * deeper + line for line in draw(_texts)]
        elif form == "nested" and depth < 4:
            if is_list:
                inner = draw(_layout(depth + 1, column + len(opening)))
                lines += [begin + inner[0].lstrip(" "), *inner[1:]]
            else:
                lines.append(begin)
                lines += draw(_layout(depth + 1, column + draw(st.sampled_from([2, 2, 0, 4, 3]))))
        else:
            lines.append(begin)
        lines += draw(st.sampled_from([[], [], [], [""], ["# c"], ["     # c"], ["  "]]))
    return lines


layouts = st.tuples(_layout(), st.sampled_from(["\n", "\n", "\n", "\r\n"])).map(
    lambda made: "".join(line + made[1] for line in made[0])
)
"""Texts of files in many layouts, most of them valid."""
