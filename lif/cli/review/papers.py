"""How written papers are listed: where they are, how many pages they have, and as of which day."""

from datetime import date
from typing import TYPE_CHECKING

from lif.insight.wording import counted, day_words

if TYPE_CHECKING:
    from lif.publish.papers.review import Papers


def listing(what: str, papers: "Papers", day: date) -> str:
    """What was written, one file in each line."""
    shows = "shows" if what.startswith("The decision") else "show"
    lines = [f"{what} {shows} things as they stood on {day_words(day)}. Marking: {papers.marking}."]
    for name in papers.files:
        pages = f"  {counted(papers.pages[name], 'page')}" if name in papers.pages else ""
        lines.append(f"  {papers.folder}/{name}{pages}")
    return "\n".join(lines)
