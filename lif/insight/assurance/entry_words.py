"""The entries of the framework's own log, in words."""

from lif.insight.titles import Titles
from lif.insight.wording import sentence
from lif.records.framework import ClauseJudged, ClauseRecorded, Framework, Judged

JUDGED_WORDS: dict[Judged, str] = {"met": "met", "partly-met": "partly met", "not-met": "not met"}


def framework_words(entry: ClauseJudged | ClauseRecorded, framework: Framework, titles: Titles) -> str:
    """What was judged of an obligation, of which of its points and by whom; or what was done for it."""
    who = titles.who(entry.by)
    if isinstance(entry, ClauseRecorded):
        return f"Recorded by {who}: {sentence(entry.what)}"
    of = f"{_point(entry, framework)}: judged" if entry.point else "Judged"
    return f"{of} {JUDGED_WORDS[entry.result]} by {who}: {sentence(entry.why)}"


def obligation_title(clause: str, framework: Framework) -> str:
    """An obligation in a few words; "" where the framework has none of the id."""
    return next((one.title for one in framework.obligations if one.id == clause), "")


def _point(entry: ClauseJudged, framework: Framework) -> str:
    for one in framework.obligations:
        if one.id == entry.clause and one.judgement:
            texts = {point.id: point.text for point in one.judgement.points}
            return texts.get(entry.point or "", entry.point or "")
    return entry.point or ""
