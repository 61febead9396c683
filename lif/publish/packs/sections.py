"""The sections of a pack: a new one is a row here, its name in `lif.records.sections`, and its template."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from lif.publish.charts.figures import audit_charts, grades_chart, indicator_charts, moderation_charts
from lif.publish.contexts.actions import actions_context
from lif.publish.contexts.assurance import assurance_context
from lif.publish.contexts.audits import audits_context
from lif.publish.contexts.changes import changes_context, sources_context
from lif.publish.contexts.data import data_context
from lif.publish.contexts.glance import glance_context
from lif.publish.contexts.learning import learning_context
from lif.publish.contexts.meeting import meeting_context
from lif.publish.contexts.names import Context
from lif.publish.contexts.papers import papers_context
from lif.publish.contexts.public import public_reviews_context
from lif.publish.contexts.registers import challenges_context, risks_context, voices_context
from lif.publish.contexts.reports import reports_context
from lif.publish.contexts.reviews import reviews_context
from lif.publish.meta import Image
from lif.publish.packs.basis import Basis
from lif.records.sections import SectionName

Given: TypeAlias = tuple[Context, dict[str, Image]]
"""What a section's template receives, and the pictures that it shows."""


@dataclass(frozen=True)
class Section:
    """One section of a pack."""

    title: str
    """As its heading says it."""
    template: str
    """The template that writes it."""
    key: str
    """Under which name the template receives what `gives` gives. Sections may share it."""
    gives: Callable[[Basis], Given]
    kinds: tuple[str, ...] = ()
    """The kinds of record that it is about: all that were there on the day count as parts of the pack."""


def _glance(basis: Basis) -> Given:
    return glance_context(basis), {}


def _meeting(basis: Basis) -> Given:
    return meeting_context(basis.board, basis.meeting, basis.day, basis.decisions), {}


def _papers(basis: Basis) -> Given:
    return papers_context(basis.board, basis.meeting, basis.day), {}


def _reviews(basis: Basis) -> Given:
    return reviews_context(basis.board, basis.since, basis.day, basis.answering), {}


def _audits(basis: Basis) -> Given:
    shown, results = audit_charts(basis.audits)
    moderated, pairs = moderation_charts(basis.board, basis.audits)
    context = audits_context(basis.board, basis.day, basis.answering, shown, moderated)
    return context, results | pairs


def _actions(basis: Basis) -> Given:
    tracker = actions_context(basis.board, basis.actions, basis.day)
    if not basis.actions:
        return tracker, {}
    tracker["chart"], images = grades_chart(tracker["key"])
    return tracker, images


def _learning(basis: Basis) -> Given:
    return learning_context(basis.board, basis.day), {}


def _risks(basis: Basis) -> Given:
    return risks_context(basis.board, basis.since, basis.day)


def _challenges(basis: Basis) -> Given:
    return challenges_context(basis.board, basis.since, basis.day), {}


def _voices(basis: Basis) -> Given:
    return voices_context(basis.board, basis.day), {}


def _assurance(basis: Basis) -> Given:
    return assurance_context(basis.board, basis.assured, basis.day), {}


def _reports(basis: Basis) -> Given:
    return reports_context(basis.board, basis.since, basis.day), {}


def _data(basis: Basis) -> Given:
    charts, images = indicator_charts(basis.readings, basis.board.profile)
    return data_context(basis.board, basis.meeting, basis.readings, charts, basis.day), images


def _changes(basis: Basis) -> Given:
    # What the Chair judged of the framework is told to every group.
    told = {"framework", *(kind for name in basis.sections for kind in SECTIONS[name].kinds)}
    return changes_context(basis.board, basis.last, basis.day, told), {}


def _sources(basis: Basis) -> Given:
    return sources_context(basis.board, basis.parts, figures="data" in basis.sections), {}


def _public_reviews(basis: Basis) -> Given:
    return public_reviews_context(basis.board, basis.day), {}


SECTIONS: Mapping[SectionName, Section] = {
    "glance": Section("At a glance", "pack/glance.md", "glance", _glance),
    "agenda": Section("Agenda", "pack/agenda.md", "meeting", _meeting),
    "decisions": Section("Decisions needed", "pack/decisions.md", "meeting", _meeting, kinds=("meeting",)),
    "papers": Section("Cover sheets", "pack/papers.md", "papers", _papers, kinds=("meeting",)),
    "reviews": Section(
        "Reviews and where they stand", "pack/reviews.md", "reviews", _reviews, kinds=("review",)
    ),
    "audits": Section("Audits", "pack/audits.md", "audits", _audits, kinds=("audit",)),
    "actions": Section("Action tracker", "pack/actions.md", "actions", _actions, kinds=("plan",)),
    "learning": Section("Learning", "pack/learning.md", "learning", _learning, kinds=("learning",)),
    "risks": Section("Risks", "pack/risks.md", "risks", _risks, kinds=("risk",)),
    "challenges": Section(
        "Challenge and escalation", "pack/challenges.md", "challenges", _challenges, kinds=("challenge",)
    ),
    "voice": Section("What people said", "pack/voice.md", "voices", _voices, kinds=("voice",)),
    "assurance": Section("Assurance", "pack/assurance.md", "assurance", _assurance),
    "reports": Section("What agencies report", "pack/reports.md", "reports", _reports, kinds=("report",)),
    "data": Section("Performance", "pack/data.md", "data", _data, kinds=("indicator",)),
    "changes": Section("What has changed since the last meeting", "pack/changes.md", "changes", _changes),
    "sources": Section("Where the figures come from", "pack/sources.md", "sources", _sources),
}
"""Every section by its name."""

PUBLIC_SECTIONS: Mapping[SectionName, Section] = {
    "reviews": Section("Reviews", "pack/public/reviews.md", "reviews", _public_reviews, kinds=("review",)),
    "agenda": SECTIONS["agenda"],
    "audits": SECTIONS["audits"],
    "actions": SECTIONS["actions"],
    "learning": SECTIONS["learning"],
    "voice": SECTIONS["voice"],
    "data": SECTIONS["data"],
    "sources": SECTIONS["sources"],
}
"""What the public is shown, as far as anything in it is cleared. The other sections say what is lacking, late or high
over all of the Board's records, which would not be so of those that are cleared."""
