"""What every code in a finding means: one source for `lif explain`, `docs/codes.md` and SARIF.

The text stands as data in `lif/rules/codes/`. Its examples are tried by the tests: the wrong one brings about
its code at the place it says, the mended one does not. `python -m lif.rules.catalogue` prints the page.
"""

import difflib
import sys
import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from lif.rules.wording.lists import MARKS as WORDING_MARKS
from lif.rules.wording.lists import Vague, empty_words, jargon, vague_words
from lif.store.findings import Severity
from lif.store.yaml_reader import read

SECTIONS = (
    "files",
    "text",
    "values",
    "names",
    "content",
    "criteria",
    "courses",
    "actions",
    "action_courses",
    "learning",
    "registers",
    "framework",
    "meetings",
    "annual",
    "audits",
    "instruments",
    "chronologies",
    "figures",
    "doubts",
    "advice",
    "ignores",
    "saving",
    "templates",
)
"""The files of the catalogue, in the order in which they are shown."""

Shape = Literal["keys", "file", "name", "words"]
"""What an example shows: some keys of a record, a whole file, the name of a file, or a situation in words."""


@dataclass(frozen=True, slots=True)
class Example:
    """How it looks when it is wrong, and the same mended."""

    shape: Shape
    file: str
    """The file that `wrong` and `right` belong to; "" for words."""
    base: str
    """The file whose other keys go with them; most often the same."""
    wrong: str
    right: str
    place: tuple[int, int] | None
    """Line and column within `wrong`, from 1; None where it concerns the file as a whole."""
    content: str
    """What stands in a file of which only the name is shown, where no other example has it."""


@dataclass(frozen=True, slots=True)
class Listed:
    """Words that a code goes by, in the order of their list."""

    words: tuple[str, ...]
    why: str
    better: str
    source: str
    """Where the advice comes from, with its mark in words."""


@dataclass(frozen=True, slots=True)
class Code:
    """One code that findings carry."""

    code: str
    severity: Severity
    title: str
    means: str
    why: str
    fix: str
    """What `lif fix` does about it; "" where it has to be mended by hand."""
    example: Example
    listed: tuple[Listed, ...] = ()
    """The words that it goes by, where it goes by a list."""


@dataclass(frozen=True, slots=True)
class Section:
    """Codes of one sort, under a heading."""

    heading: str
    codes: tuple[Code, ...]


@cache
def sections() -> tuple[Section, ...]:
    """The whole catalogue."""
    return tuple(_section(name) for name in SECTIONS)


def codes() -> dict[str, Code]:
    """Every code with its explanation, in the order of the catalogue."""
    return {code.code: code for section in sections() for code in section.codes}


def nearest_codes(given: str) -> list[str]:
    """Up to three codes that begin with `given`, or are spelt like it."""
    begun = [code for code in codes() if given and code.startswith(given.upper())]
    return begun[:3] or difflib.get_close_matches(given.upper(), codes(), n=3, cutoff=0.5)


def page() -> str:
    """The catalogue as a page of Markdown."""
    lines = [
        "# What the codes mean",
        "",
        "Every finding of `lif validate` carries a code. `lif explain CODE` says the same in the terminal.",
        "This page is made by `python -m lif.rules.catalogue`; the texts stand in `lif/rules/codes/`.",
    ]
    for section in sections():
        lines += ["", f"## {section.heading}"]
        for code in section.codes:
            lines += ["", f"### {code.code}: {code.title}", "", explained_in_markdown(code)]
    return "\n".join(lines) + "\n"


def explained(code: Code) -> str:
    """What a code means, why it matters, an example and the mend, as text for the terminal."""
    example = code.example
    where = f", in {example.file}" if example.file else ""
    paragraphs = [
        textwrap.fill(code.means, 88),
        textwrap.fill(f"Why it matters: {code.why}", 88),
        f"For example{where}:\n{_indented(example.wrong)}",
        f"Mended:\n{_indented(example.right)}",
    ]
    if code.fix:
        paragraphs.append(textwrap.fill(f"lif fix: {code.fix}", 88))
    if code.listed:
        paragraphs.append("\n".join(["The words:", *map(_listed, code.listed)]))
    return "\n\n".join(paragraphs)


def _listed(one: Listed) -> str:
    """Words of a list, what they leave open and how to write it instead."""
    said = f"{', '.join(one.words)}: {one.why} Better: {one.better} ({one.source})"
    return textwrap.fill(said, 88, initial_indent="  ", subsequent_indent="      ", break_on_hyphens=False)


def explained_in_markdown(code: Code) -> str:
    """The same as Markdown."""
    lines = [code.means, "", f"**Why it matters.** {code.why}", *_example_lines(code.example)]
    if code.fix:
        lines += ["", f"**`lif fix`.** {code.fix}"]
    if code.listed:
        lines += ["", "| Words | What they leave open | Better | Source |", "|---|---|---|---|"]
        lines += [
            f"| {', '.join(one.words)} | {one.why} | {one.better} | {one.source} |" for one in code.listed
        ]
    return "\n".join(lines)


def _indented(text: str) -> str:
    return textwrap.indent(text.rstrip("\n"), "    ")


def _example_lines(example: Example) -> list[str]:
    if example.shape == "words":
        return ["", f"**For example.** {example.wrong}", "", f"**Mended.** {example.right}"]
    where = f" in `{example.file}`" if example.shape != "name" else ""
    kind = "csv" if example.file.endswith(".csv") and where else "yaml" if where else "text"
    return [
        "", f"**For example**{where}:", "", f"```{kind}", *example.wrong.splitlines(), "```",
        "", "**Mended:**", "", f"```{kind}", *example.right.splitlines(), "```",
    ]  # fmt: skip


def _section(name: str) -> Section:
    data = (files("lif.rules") / "codes" / f"{name}.yaml").read_bytes()
    value = read(data).value
    if value is None:
        raise ValueError(f"codes/{name}.yaml cannot be read")
    return Section(value["heading"], tuple(_code(code, text) for code, text in value["codes"].items()))


def _code(code: str, text: dict[str, Any]) -> Code:
    shown = text["example"]
    file = shown.get("file", "")
    place = shown.get("at")
    example = Example(
        shape=shown.get("shape", "keys"),
        file=file,
        base=shown.get("base", file),
        wrong=shown["wrong"],
        right=shown["right"],
        place=(place[0], place[1]) if place else None,
        content=shown.get("content", ""),
    )
    severity = text.get("severity", "error")
    listed = _shown(_LISTS[text["shows"]]()) if "shows" in text else ()
    return Code(
        code, severity, text["title"], text["means"], text["why"], text.get("fix", ""), example, listed
    )


def _shown(entries: tuple[Vague, ...]) -> tuple[Listed, ...]:
    return tuple(
        Listed(each.say, each.why, each.better, f"{each.source}; {WORDING_MARKS[each.mark]}")
        for each in entries
    )


_LISTS: dict[str, Callable[[], tuple[Vague, ...]]] = {
    "vague words": vague_words,
    "empty words": empty_words,
    "jargon": jargon,
}


if __name__ == "__main__":
    sys.stdout.buffer.write(page().encode("utf-8"))
