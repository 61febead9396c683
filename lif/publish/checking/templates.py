"""Checks a Board's own templates and its theme: read, held against what papers give, and tried."""

import difflib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from jinja2 import nodes

from lif.publish.checking.every_paper import Paper
from lif.publish.checking.names import Shape, names_set, shape_of, unknown_names
from lif.publish.checking.trying import Tried, empty, papers_with, tried
from lif.publish.document.parse import parse
from lif.publish.document.pdf import to_pdf
from lif.publish.errors import PublishError, TemplateError
from lif.publish.meta import Meta
from lif.publish.style.theme_file import THEME_FILE, read_theme
from lif.publish.templating.environment import Templates
from lif.publish.templating.own_templates import names_in, own_names, templates_there
from lif.publish.templating.shipped import shipped_templates
from lif.store.board import Board
from lif.store.findings import Finding

FOLDER: Final = "templates"


@dataclass(frozen=True)
class Checked:
    """What came of the check."""

    files: tuple[str, ...]
    """What was checked, relative to the root."""
    findings: tuple[Finding, ...]
    papers: tuple[str, ...]
    """The papers that were tried with them."""
    untried: tuple[str, ...]
    """Own templates that no paper of this Board came to: nothing on record leads to them."""


def check_templates(board: Board, day: date) -> Checked:
    """Check what the Board has in its `templates/`, with its records as on a day and with none."""
    folder = board.root / FOLDER
    own = own_names(board.root)
    templates = Templates([folder, shipped_templates()])
    findings = _theme(folder)
    read: dict[str, nodes.Template] = {}
    for name in own:
        try:
            read[name] = templates.parsed(name)
        except TemplateError as error:
            findings.append(_finding(error, "T102"))
    used = _used(own, read)
    findings += _unused(sorted(set(own) - used))
    findings += _older(board.root)
    papers = papers_with(used.intersection(own))
    outcome = tried([board, empty(board, day)], papers, day)
    for fault in outcome.wrong:
        findings.append(_finding(_among(own, fault), "T101" if fault.is_name else "T102"))
    untried = []
    for name in sorted(used.intersection(read)):
        shape = shape_given(name, papers, outcome)
        if shape is None:
            untried.append(name)
            continue
        others = _set_beside(name, papers, templates)
        findings += [_finding(one, "T101") for one in unknown_names(name, read[name], shape, others)]
    files = [f"{FOLDER}/{name}" for name in own]
    if (folder / THEME_FILE).is_file():
        files.append(f"{FOLDER}/{THEME_FILE}")
    # What cannot be worked out in the one line may be said twice: by its name, and when it was tried.
    return Checked(
        tuple(sorted(files)),
        tuple(sorted(set(findings))),
        tuple(paper.title for paper in papers if any(paper.uses(name) for name, _ in outcome.given)),
        tuple(untried),
    )


def shape_given(name: str, papers: Iterable[Paper], outcome: Tried) -> Shape | None:
    """What a template receives; None where no paper came to it."""
    begins = {begun for begun, _ in outcome.given}
    if name in begins:
        return shape_of(given for begun, given in outcome.given if begun == name)
    beginnings = {begun for begun in begins for paper in papers if paper.uses(name) and paper.uses(begun)}
    given = [one for begun, one in outcome.given if begun in beginnings and begun != "pack/diff.md"]
    return shape_of(given) if given else None


def _among(own: Sequence[str], fault: TemplateError) -> TemplateError:
    """The fault of one of the Board's own templates: only those changed. Of a document as a whole none is known to be
    at fault, and the one that begins it is named."""
    if fault.template in own:
        return fault
    nearest = [one for paper in papers_with([fault.template]) for one in own if paper.uses(one)]
    return TemplateError(nearest[0], None, fault.sentence) if nearest else fault


def _theme(folder: Path) -> list[Finding]:
    style, wrong = read_theme(folder)
    findings = [_finding(one, "T104") for one in wrong]
    if (not wrong and style.logo) or style.font.files:
        about = Meta(title="A", board="A", as_of=date(2018, 1, 1), style=style)
        try:
            to_pdf(parse("# A"), about, {})
        except PublishError as error:
            findings.append(_finding(TemplateError(THEME_FILE, None, str(error)), "T104"))
    return findings


def _used(own: Collection[str], read: Mapping[str, nodes.Template]) -> set[str]:
    """The templates that a paper or another template asks for by name."""
    used = set(names_in(shipped_templates()))
    for template in read.values():
        for one in template.find_all((nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends)):
            asked = getattr(one, "template", None)  # which all four have, and their base has not
            if isinstance(asked, nodes.Const) and isinstance(asked.value, str):
                used.add(asked.value)
    return used.intersection([*own, *names_in(shipped_templates())])


def _unused(names: Sequence[str]) -> list[Finding]:
    known = names_in(shipped_templates())
    findings = []
    for name in names:
        near = difflib.get_close_matches(name, known, n=1)
        hint = f"Did you mean templates/{near[0]}? " if near else ""
        findings.append(
            Finding(
                f"{FOLDER}/{name}", 1, 1, "T103", "No paper and no other template uses this file.",
                f"{hint}See their names with: lif template list", severity="warning",
            )
        )  # fmt: skip
    return findings


def _older(root: Path) -> list[Finding]:
    return [
        Finding(
            f"{FOLDER}/{one.name}", 1, 1, "T105",
            "The template that lif ships has changed since this one was copied from it.",
            f"Compare them: lif template show {one.name} --text. Then copy it again, or put the new head on yours.",
            severity="remark",
        )
        for one in templates_there(root)
        if one.copied == "older"
    ]  # fmt: skip


def _set_beside(name: str, papers: Iterable[Paper], templates: Templates) -> set[str]:
    """The names that other templates of the same papers set: one that is taken in by them knows those too."""
    names: set[str] = set()
    shipped = shipped_templates()
    for paper in papers:
        if paper.uses(name):
            for other in names_in(shipped):
                if other != name and paper.uses(other):
                    try:
                        names |= names_set(templates.parsed(other))
                    except TemplateError:
                        continue  # it has a finding of its own
    return names


def _finding(error: TemplateError, code: str) -> Finding:
    hint = "See what it is given with: lif template show " + error.template if code == "T101" else ""
    sentence = error.sentence[:1].upper() + error.sentence[1:]
    return Finding(f"{FOLDER}/{error.template}", error.line or 1, 1, code, sentence, hint)
