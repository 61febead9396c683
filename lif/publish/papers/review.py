"""The papers of a decision: the sheet that the Chair signs, and the letters that tell of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import get_args

from lif.insight.audience import audience_of, highest_marking, visible_to
from lif.insight.entries import until
from lif.insight.titles import Titles
from lif.insight.wording import day_words
from lif.publish.contexts.case import case_context, marks_in
from lif.publish.contexts.decision import decision_context, last_decision
from lif.publish.contexts.names import Context
from lif.publish.document.parse import parse
from lif.publish.paper_files import (
    in_formats,
    meta_of,
    must_be_sound,
    pages_of,
    put_in_place,
    refusing,
    templates_of,
)
from lif.records.base import Audience
from lif.records.review import Review
from lif.records.review_log import ReviewType
from lif.statute.courses import knows_type
from lif.statute.deciding import accepted_roles, deciding, deciding_roles
from lif.store.board import Board, Loaded
from lif.store.errors import Refusal

PAPERS = "build/reviews"
"""Where the papers of reviews are put, under the Board's root, each review in a folder of its own."""
LETTERS = ("ofsted", "national-panel", "referrer")
"""Who is written to about a decision."""
_LINES = (3, 30, 24, 18, 12, 8, 5)
"""Lines for the reasons on a sheet: the fewest, then what is tried in its place, from the most."""


@dataclass(frozen=True)
class Papers:
    """What was written."""

    folder: str
    """Relative to the root, with forward slashes."""
    pages: dict[str, int]
    """How many pages each PDF has, by its name."""
    files: tuple[str, ...]
    marking: str
    left_out: tuple[str, ...] = ()
    """What the referrer's letter leaves out, in words."""
    asked_for: bool = True
    """Whether law and guidance ask, or may ask, that Ofsted or the national panel be told of the decision."""


def write_sheet(board: Board, loaded: Loaded, day: date) -> Papers:
    """The decision sheet of a case on a day, as Markdown, PDF and Word, in the place of the last one.

    Raises Refusal where there is nothing to decide, or was not yet on that day, where the record does not hold
    together, where a template is at fault or where the files cannot be put in place.
    """
    review: Review = loaded.record
    if review.type == "inspection":
        raise Refusal(
            f"{review.id} holds the recommendations of an inspection; nothing is decided on a sheet.",
            f"See what they are: lif review show {review.id}",
        )
    must_be_sound(board, f"the record of {loaded.id} does", lambda one: one.file == loaded.file)
    board, loaded = _shown(board, loaded, "board")
    review = loaded.record
    if not until(review.log, day):
        raise Refusal(
            f"Nothing of {review.id} had happened by {day_words(day)}; its log begins on "
            f"{day_words(min(entry.date for entry in review.log))}.",
            "Give a later day with --as-of.",
        )
    case = case_context(board, review, day)
    titles = Titles(board)
    roles = deciding_roles(review, board.profile.settings.regime_switch) or accepted_roles(review)
    decided = last_decision(review, day)
    screening = case["screening"]
    context: Context = {
        "as_of": day,
        "case": case,
        "decider": " or ".join(titles.who(role) for role in roles),
        "types": [_named(kind) for kind in _offered(review)],
        "methods": list(deciding().types["multi-agency-case-review"].methods),
        "decision": decision_context(board, review, decided, day) if decided else None,
        "marks": marks_in(
            [one["source"] for one in (*screening["tests"], *screening["answered"], *case["clocks"])]
        ),
        "fictional": board.profile.fictional,
    }
    title = f"{review.id} {review.title}: decision sheet"
    subtitle = f"For the decision of the {context['decider']}; as recorded on {day_words(day)}"
    papers = [
        _Paper("sheet", "review/sheet.md", title, subtitle, {**context, "lines": [None] * lines})
        for lines in _LINES
    ]
    return _written(board, loaded, day, papers[:1], papers[1:])


def _shown(board: Board, loaded: Loaded, readers: Audience) -> tuple[Board, Loaded]:
    """What the papers of a case may show: of other records what the Board may see, unless the case itself is kept for
    the office; of no record the parts that are kept from these readers."""
    reader: Audience = "office" if audience_of(loaded) == "office" else "board"
    shown = visible_to(board, reader, readers)
    return shown, shown.by_id[loaded.id]


def _offered(review: Review) -> list[str]:
    """The types of review that a decision may give a case, as far as its regime knows them."""
    kinds = [kind for kind in get_args(ReviewType) if kind in deciding().types]
    return [kind for kind in kinds if not review.regime or knows_type(review.regime, kind)]


def _named(kind: str) -> str:
    return (
        kind.replace("-", " ")
        .replace("multi agency", "multi-agency")
        .replace("single agency", "single-agency")
    )


def write_letters(board: Board, loaded: Loaded, day: date) -> Papers:
    """The letters about the decision that holds on a day, in the same forms, in the place of the last ones.

    Raises Refusal where nothing is decided, and as `write_sheet` does.
    """
    must_be_sound(board, f"the record of {loaded.id} does", lambda one: one.file == loaded.file)
    board, loaded = _shown(board, loaded, "agencies")
    review: Review = loaded.record
    decided = last_decision(review, day)
    if decided is None:
        raise Refusal(
            f"{review.id} is not decided by {day_words(day)}, so there is nothing to tell anybody of.",
            f"Record the decision first: lif review decide {review.id}",
        )
    case = case_context(board, review, day)
    decision = decision_context(board, review, decided, day)
    context: Context = {
        "as_of": day,
        "case": case,
        "decision": decision,
        "board": board.profile.name,
        "fictional": board.profile.fictional,
    }
    papers = [
        _Paper(
            f"letter-{reader}", f"review/letter-{reader}.md", f"{review.id}: decision on a case", "",
            {**context, "reader": reader, "clocks": [one for one in case["clocks"] if _tells(one, reader)]},
        )
        for reader in LETTERS
    ]  # fmt: skip
    written = _written(board, loaded, day, papers)
    return replace(
        written,
        left_out=tuple(decision["left_out"]),
        asked_for=any(_tells(one, reader) for one in case["clocks"] for reader in LETTERS),
    )


def _tells(clock: Context, reader: str) -> bool:
    return {"ofsted": "ofsted", "national-panel": "panel"}.get(reader, "-") + "-told-of-decision" in clock[
        "ends"
    ]


@dataclass(frozen=True)
class _Paper:
    """One document to be written."""

    name: str
    template: str
    title: str
    subtitle: str
    context: Context


def _written(
    board: Board, loaded: Loaded, day: date, papers: list[_Paper], roomier: Sequence[_Paper] = ()
) -> Papers:
    """The papers as files, put beside those of other sorts that are there.

    Of a single paper the roomiest version is taken that needs no more pages.
    """
    marking = highest_marking([loaded], board.profile.settings)
    with refusing():
        files: dict[str, bytes] = {}
        for paper in papers:
            files |= _files(board, paper, marking, day)
        for paper in roomier:
            larger = _files(board, paper, marking, day)
            if _pages(larger) == _pages(files):
                files = larger
                break
    folder = f"{PAPERS}/{loaded.id}"
    sort = papers[0].name.partition("-")[0]
    put_in_place(board.root, folder, files, "papers", lambda name: not _is_of(name, sort))
    return Papers(folder, _pages(files), tuple(files), marking)


def _pages(files: dict[str, bytes]) -> dict[str, int]:
    return {name: pages_of(data) for name, data in files.items() if name.endswith(".pdf")}


def _files(board: Board, paper: _Paper, marking: str, day: date) -> dict[str, bytes]:
    title = paper.title + (" (fictional Board)" if board.profile.fictional else "")
    meta = meta_of(board, title, marking, day, subtitle=paper.subtitle)
    document = parse(templates_of(board).render(paper.template, paper.context))
    return in_formats(paper.name, document, meta, ("md", "pdf", "docx"))


def _is_of(name: str, sort: str) -> bool:
    return re.fullmatch(rf"{sort}(-[a-z-]+)?\.(md|pdf|docx)", name) is not None
