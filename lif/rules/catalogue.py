"""What every code in a finding means: one source for `lif explain` and for `docs/codes.md`.

The text stands as data in `lif/rules/codes/`. Its examples are tried by the tests: the wrong one brings about
its code at the place it says, the mended one does not. `python -m lif.rules.catalogue` prints the page.
"""

import difflib
import sys
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from lif.store.findings import Severity
from lif.store.yaml_reader import read

SECTIONS = ("files", "text", "values", "names", "content", "figures")
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
class Code:
    """One code that findings carry."""

    code: str
    severity: Severity
    title: str
    means: str
    why: str
    example: Example


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
    """Up to three codes that are spelt like `given`."""
    return difflib.get_close_matches(given.upper(), codes(), n=3, cutoff=0.5)


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
            lines += [
                "",
                f"### {code.code}: {code.title}",
                "",
                code.means,
                "",
                f"**Why it matters.** {code.why}",
            ]
            lines += _example_lines(code.example)
    return "\n".join(lines) + "\n"


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
    return Code(code, text.get("severity", "error"), text["title"], text["means"], text["why"], example)


if __name__ == "__main__":
    sys.stdout.buffer.write(page().encode("utf-8"))
