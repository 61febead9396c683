"""The annual report as a paper: PDF, Word, web page and Markdown; for the Board, or for the public."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from lif.insight.annual.newer import names_in, newer_than, words_of
from lif.insight.annual.part import Look
from lif.insight.annual.report import (
    AnnualStanding,
    SectionStanding,
    annual_standing,
    look_of,
    missing_words,
    sections_of,
)
from lif.insight.audience import highest_marking, visible_to
from lif.insight.figures.readings import read_indicator
from lif.insight.wording import day_words, listed
from lif.publish.charts.figures import indicator_charts
from lif.publish.contexts.names import Context
from lif.publish.document import tree
from lif.publish.document.parse import parse
from lif.publish.formats import FORMATS, Edition
from lif.publish.meta import Image
from lif.publish.paper_files import (
    in_formats,
    meta_of,
    must_be_sound,
    pages_of,
    put_in_place,
    refusing,
    templates_of,
)
from lif.records.annual import Annual
from lif.records.naming import ids_in, owner_of
from lif.store.board import Board, Loaded
from lif.store.errors import Refusal

FOLDER = "build/annual"
"""Where it is put, under the Board's root; each year and edition in a folder of its own."""


@dataclass(frozen=True)
class AnnualWritten:
    """What was written."""

    folder: str
    """Relative to the root, with forward slashes."""
    files: tuple[str, ...]
    pages: int | None
    """How many pages the PDF has; None where none was made."""
    marking: str
    standing: AnnualStanding
    """What is missing, for the whole Board and not the edition."""
    left_out: tuple[str, ...]
    """Records that the readers of this edition may not see, and that would otherwise be in it."""


@dataclass(frozen=True)
class AnnualPapers:
    """The annual report in some formats, not yet put anywhere."""

    name: str
    """What its files are called, without their endings."""
    files: dict[str, bytes]
    marking: str
    standing: AnnualStanding
    left_out: tuple[str, ...]


def write_annual(
    board: Board,
    loaded: Loaded,
    day: date,
    edition: Edition = "board",
    *,
    formats: Sequence[str] = FORMATS,
    progress: Callable[[str], None] = lambda step: None,
) -> AnnualWritten:
    """The annual report as things stand on a day, in the place of the last one.

    The edition for the public holds only what is cleared for everybody. Raises Unsound where the records do not hold
    together; Refusal for a public edition of a report that is not cleared or not complete, or that names what is
    not; and where a template is at fault or the files cannot be put in place.
    """
    progress("Checking the records")
    must_be_sound(board, "the records do")
    made = annual_papers(board, loaded, day, edition, formats=formats, progress=progress)
    folder = f"{FOLDER}/{loaded.id}" + ("-public" if edition == "public" else "")
    put_in_place(board.root, folder, made.files, "annual report")
    pdf = made.files.get(f"{made.name}.pdf")
    pages = pages_of(pdf) if pdf else None
    return AnnualWritten(folder, tuple(made.files), pages, made.marking, made.standing, made.left_out)


def annual_papers(
    board: Board,
    loaded: Loaded,
    day: date,
    edition: Edition = "board",
    *,
    formats: Sequence[str] = FORMATS,
    progress: Callable[[str], None] = lambda step: None,
) -> AnnualPapers:
    """The annual report as files that are not yet put anywhere. Raises Refusal as `write_annual` does."""
    whole = look_of(board, loaded, day)
    standing = annual_standing(loaded.id, whole)
    if edition == "public":
        _must_be_cleared(board, loaded, standing)
    shown = visible_to(board, edition)
    loaded = shown.by_id.get(loaded.id, loaded)  # one that is kept for the office is built for the office
    progress("Gathering what they say")
    look = look_of(shown, loaded, day, public=edition == "public")
    sections = sections_of(look)
    used = {owner_of(name) for text in _texts(sections) for name in ids_in(text)}
    used |= {name for one in sections for name in names_in(one.parts)}
    if edition == "public":
        _must_not_name(shown, look.annual, sections)
    parts = [loaded, *(one for one in shown.loaded if one.id in used and one.id != loaded.id)]
    marking = highest_marking(parts, board.profile.settings)
    state = "" if whole.annual.agreed else "Draft · "
    subtitle = (
        f"{state}April {whole.first.year} to March {whole.last.year} · as recorded on {day_words(look.day)}"
    )
    meta = meta_of(board, f"Annual report {whole.period}", marking, look.day, subtitle=subtitle, report=True)
    with refusing():
        context, images = _context(shown, look, sections, standing, edition)
        document = parse(templates_of(board).render("annual/report.md", context), images)
        _share(document, sections)
        name = f"annual-report-{loaded.id}"
        files = in_formats(name, document, meta, formats, images=images, progress=progress)
    everything = {owner_of(one) for text in _texts(sections_of(whole)) for one in ids_in(text)}
    left_out = [one.id for one in board.loaded if one.id in everything and one.id not in shown.by_id]
    return AnnualPapers(name, files, marking, standing, tuple(left_out))


def _must_be_cleared(board: Board, loaded: Loaded, standing: AnnualStanding) -> None:
    annual: Annual = loaded.record
    if annual.audience != "public":
        raise Refusal(
            f"{loaded.id} is not cleared for the public (audience: {annual.audience}), so there is no public edition.",
            f"When the Board has cleared what is written in it, put audience: public: lif edit {loaded.id}",
        )
    wanting = missing_words(standing)
    if wanting:
        raise Refusal(
            "\n".join(
                [
                    f"{loaded.id} is not complete, so no public edition was built:",
                    *(f"  {one}" for one in wanting),
                ]
            ),
            f"Build it for the Board until then: lif annual build {loaded.id}",
        )
    lowest = board.profile.settings.markings[0].id
    marked = [
        one.id
        for one in (loaded, *visible_to(board, "public").loaded)
        if getattr(one.record, "marking", None) not in (None, lowest)
    ]
    if marked:
        raise Refusal(
            f"These are for the public, and carry a marking above the lowest: {listed(dict.fromkeys(marked))}.",
            "Correct either: lif edit ID",
        )


def _must_not_name(shown: Board, annual: Annual, sections: Sequence[SectionStanding]) -> None:
    """Raise Refusal where a text names a record that the public may not see."""
    written = [("what was written for " + name, one.text) for name, one in annual.texts.items()]
    written += [
        (f"weakness {one.id}", " ".join([one.text, *one.causes, one.action or ""]))
        for one in annual.weaknesses
    ]
    written += [
        (f"the section {one.section.id}", text)
        for one in sections
        for part in one.parts
        for text in words_of(part)
    ]
    named: dict[str, str] = {}
    for where, text in written:
        for name in ids_in(text):
            if not shown.knows(name):
                named.setdefault(name, where)
    if named:
        raise Refusal(
            "\n".join([
                "No public edition was built, because it would name what is not cleared for the public:",
                *(f"  {name}, in {where}" for name, where in named.items()),
            ]),
            "Take the number out of the text, or clear the record itself: audience: public.",
        )  # fmt: skip


def _texts(sections: Iterable[SectionStanding]) -> Iterator[str]:
    for one in sections:
        if one.text:
            yield one.text.text
        yield from (words for part in one.parts for words in words_of(part))


def _context(
    shown: Board, look: Look, sections: Sequence[SectionStanding], standing: AnnualStanding, edition: Edition
) -> tuple[Context, dict[str, Image]]:
    wanted = {name for one in sections for part in one.parts for name in part.charts}
    readings = {
        one.id: read_indicator(one.id, one.record, shown.values.get(one.id, ()), shown.profile, look.day)
        for one in shown.of("indicator")
        if one.id in wanted
    }
    charts, images = indicator_charts(readings, shown.profile)
    newer = {}
    if not (look.public or look.annual.agreed):
        newer = {
            one.section: one.words(look)
            for one in newer_than(look, {one.section.id: one.parts for one in sections})
        }
    rows = []
    for one in sections:
        parts = []
        for part in one.parts:
            named = [charts[name] for name in part.charts if name in charts]
            pairs = [named[first : first + 2] for first in range(0, len(named), 2)]
            said = [words for words in part.text if words]
            if look.public and not (part.points or part.rows or named or (part.minor and said)):
                continue  # what the edition shows is said once, at its beginning
            parts.append({
                "title": part.title, "text": said, "points": part.points, "head": part.head, "rows": part.rows,
                "minor": part.minor, "charts": pairs,
            })  # fmt: skip
        text = one.text
        rows.append({
            "id": one.section.id, "title": one.section.title, "asks": one.section.asks, "parts": parts,
            "text": text.text if text else "",
            "by": look.titles.who(text.by) if text else "", "date": text.date if text else None,
            "newer": newer.get(one.section.id, ""),
        })  # fmt: skip
    annual = look.annual
    context: Context = {
        "board": shown.profile.name, "fictional": shown.profile.fictional, "name": standing.name,
        "public": edition == "public", "sections": rows, "agreed": annual.agreed, "published": annual.published,
        # Sections that nobody has written are marked where they stand.
        "unwritten": len(standing.missing), "missing": missing_words(standing)[len(standing.missing) :],
    }  # fmt: skip
    return context, images


def _share(document: tree.Document, sections: Iterable[SectionStanding]) -> None:
    """Give each table the widths of its columns, so that tables of the same kind look alike."""
    widths = {part.head: part.widths for one in sections for part in one.parts if part.widths}
    for block in tree.walk(document.blocks):
        if isinstance(block, tree.Table):
            shares = widths.get(tuple("".join(run.text for run in cell) for cell in block.head), ())
            if len(shares) == len(block.columns):
                block.columns = [
                    replace(column, share=width / sum(shares))
                    for column, width in zip(block.columns, shares, strict=True)
                ]
