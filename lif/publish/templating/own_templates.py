"""The templates that there are: the shipped ones, and those that a Board has in their place or besides."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from lif import __version__
from lif.publish.templating.shipped import shipped_templates

PURPOSES: Final[Mapping[str, str]] = {
    "annual/report.md": "The annual report.",
    "assurance/matrix.md": "The assurance matrix: each obligation of the framework and how it stands.",
    "audit/register.md": "The register of audits.",
    "audit/results.md": "The results of one audit.",
    "calendar/calendar.md": "The calendar of the year.",
    "chase/email.md": "The e-mail to an agency about what waits on it.",
    "chase/letter.md": "The letter to an agency about what waits on it.",
    "chase/words.md": "What that letter and e-mail say in the same words.",
    "data/lines.md": "The lines of indicators, in the pack and on the scorecard.",
    "data/scorecard.md": "The scorecard.",
    "inspection/index.md": "The first page of the folder for inspectors.",
    "inspection/register.md": "A register in the folder for inspectors.",
    "learning/briefing.md": "A briefing on a lesson, on one or two pages.",
    "meeting/minutes.md": "The minutes of a meeting.",
    "pack.md": "The board pack as a whole: it takes in the sections in their order.",
    "pack/actions.md": "Section of the pack: actions.",
    "pack/agenda.md": "Section of the pack: agenda and papers.",
    "pack/assurance.md": "Section of the pack: assurance.",
    "pack/audits.md": "Section of the pack: audits.",
    "pack/challenges.md": "Section of the pack: challenge and escalation.",
    "pack/changes.md": "Section of the pack: what has changed since the last meeting.",
    "pack/data.md": "Section of the pack: performance.",
    "pack/decisions.md": "Section of the pack: decisions needed.",
    "pack/diff.md": "What changed between two meetings, as a paper of its own.",
    "pack/glance.md": "Section of the pack: the front page.",
    "pack/learning.md": "Section of the pack: learning.",
    "pack/links.md": "Links and short phrases that sections of the pack share.",
    "pack/papers.md": "Section of the pack: cover sheets of the agenda's items.",
    "pack/public/reviews.md": "Section of the pack for the public: reviews.",
    "pack/reports.md": "Section of the pack: what agencies report.",
    "pack/reviews.md": "Section of the pack: reviews.",
    "pack/risks.md": "Section of the pack: risks.",
    "pack/sources.md": "Section of the pack: where it all comes from.",
    "pack/voice.md": "Section of the pack: what people said.",
    "reminder/email.md": "The e-mail that reminds an agency of a report.",
    "reminder/letter.md": "The letter that reminds an agency of a report.",
    "reminder/words.md": "What that letter and e-mail say in the same words.",
    "review/decision.md": "The middle of letters about the decision on a case.",
    "review/letter-national-panel.md": "The letter to the national panel about the decision on a case.",
    "review/letter-ofsted.md": "The letter to Ofsted about the decision on a case.",
    "review/letter-referrer.md": "The letter to whoever brought a case, about the decision on it.",
    "review/letter.md": "Head, reasons and signature of letters about a decision.",
    "review/sheet.md": "The decision sheet of a review.",
    "theme/page.md": "The page on a theme, from every side.",
    "trace/matrix.md": "The trace matrix: what was asked, and what became of it.",
}
"""What each shipped template is for."""

Copied = Literal["", "current", "older", "unknown"]
"""Whether a Board's own template was copied from the shipped one as it is now, or as it was; "" for one that is
not the Board's."""
_COPIED = re.compile(r"\{# Copied from the template (\S+) of lif (\S+), ([0-9a-f]{12})\.")
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_/-]*\.md")


@dataclass(frozen=True)
class Template:
    """One template."""

    name: str
    purpose: str
    """What it is for; "" for one of the Board's own that lif does not ship."""
    own: bool
    """Whether the Board has it in its `templates/`."""
    copied: Copied = ""


def templates_there(root: Path) -> list[Template]:
    """Every template that papers of the Board can use, by name."""
    shipped, own = shipped_templates(), root / "templates"
    names = set(own_names(root))
    return [
        Template(
            name, PURPOSES.get(name, ""), name in names, _copied(own, shipped, name) if name in names else ""
        )
        for name in sorted(names | set(names_in(shipped)))
    ]


def own_names(root: Path) -> list[str]:
    """The templates that a Board has itself, by name. In a checkout of lif the shipped ones lie in the same place."""
    own = root / "templates"
    return [] if own.resolve() == shipped_templates().resolve() else names_in(own)


def names_in(folder: Path) -> list[str]:
    """The templates in a folder, by name; a README tells people about them."""
    if not folder.is_dir():
        return []
    found = [path.relative_to(folder).as_posix() for path in folder.rglob("*.md") if path.is_file()]
    return sorted(name for name in found if _NAME.fullmatch(name) and not name.endswith("README.md"))


def copy_of(name: str) -> bytes:
    """A shipped template as a Board takes it over: with a comment at its head that says what it was copied from."""
    text = _shipped_text(shipped_templates(), name)
    head = (
        f"{{# Copied from the template {name} of lif {__version__}, {_digest(text)}. Change it as you like: this one\n"
        "   is used in its place. What it may use: lif template show NAME. Try it: lif template check #}\n"
    )
    return (head + text).encode("utf-8")


def shipped_text(name: str) -> str:
    """The text of a shipped template."""
    return _shipped_text(shipped_templates(), name)


def _shipped_text(folder: Path, name: str) -> str:
    return (folder / name).read_text(encoding="utf-8")


def _copied(own: Path, shipped: Path, name: str) -> Copied:
    try:
        head = (own / name).read_text(encoding="utf-8-sig")[:400]
    except (OSError, UnicodeDecodeError):
        return "unknown"
    match = _COPIED.match(head)
    if match is None or not (shipped / name).is_file():
        return "unknown"
    return "current" if match[3] == _digest(_shipped_text(shipped, name)) else "older"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:12]
