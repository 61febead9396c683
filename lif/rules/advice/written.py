"""What is hard to read in a narrative: vague words, jargon, abbreviations, length, figures that do not agree."""

from collections.abc import Iterator, Mapping

from lif.rules.advice.narrative import Narrative, Remark
from lif.rules.wording.abbreviations import unexplained
from lif.rules.wording.cues import sentences
from lif.rules.wording.figures import contradictions, gives_bare_share, gives_share
from lif.rules.wording.lists import Vague, empty_words, jargon, longest, office_abbreviations
from lif.rules.wording.quoting import better_words, quoted
from lif.rules.wording.vague import found_in
from lif.store.faults import Path


def written_remarks(narrative: Narrative) -> Iterator[Remark]:
    """What is worth a look in each piece as it is written."""
    for path, text in narrative.pieces:
        yield from _words(narrative.name, path, text)
        yield from _length(narrative.name, path, text)
        yield from _figures(narrative.name, path, text)
    yield from _abbreviations(narrative)
    yield from _bare_shares(narrative)


def _bare_shares(narrative: Narrative) -> Iterator[Remark]:
    """Where most percentages stand alone. One beside others that are explained is easily understood."""
    shares = [(path, one) for path, text in narrative.pieces for one in sentences(text) if gives_share(one)]
    bare = [path for path, one in shares if gives_bare_share(one)]
    if 2 * len(bare) > len(shares):
        message = f"{narrative.name} gives percentages without the numbers behind them."
        yield bare[0], "D571", message, "Say how many of how many (66 of 69, 96%), and who is counted."


def _words(name: str, path: Path, text: str) -> Iterator[Remark]:
    for code, entries, verb in (("D581", empty_words(), "says"), ("D588", jargon(), "uses")):
        if found := found_in(text.translate(_APOSTROPHES), entries):
            yield path, code, f"{name} {verb} {quoted(found)}{_why(found)}", better_words(found)


_APOSTROPHES = str.maketrans("‘’ʼ", "'''")


def _why(found: Mapping[str, Vague]) -> str:
    whys = {each.why for each in found.values()}
    if len(whys) > 1:
        return ", which tell a reader little."
    why = whys.pop()
    return f": {why[0].lower()}{why[1:]}"


def _length(name: str, path: Path, text: str) -> Iterator[Remark]:
    words = len(text.split())
    if words > longest("field"):
        message = f"{name} uses {words} words here; {longest('field')} are read to the end."
        yield path, "D583", message, "Keep what the Board is to know or decide; attach the rest."
    elif any(len(sentence.split()) > longest("sentence") for sentence in sentences(text)):
        message = f"{name} has a sentence of more than {longest('sentence')} words."
        yield path, "D583", message, "Say one thing in each sentence."


def _figures(name: str, path: Path, text: str) -> Iterator[Remark]:
    for number, sentence in enumerate(sentences(text), start=1):
        for what in dict.fromkeys(contradictions(sentence)):
            where = f"{name}, sentence {number} of this text"
            if what == "part":
                message = f"{where}: a part is larger than what it is a part of."
                yield path, "D587", message, "Look both numbers up again."
            else:
                message = f"{where}: a percentage does not follow from the two numbers beside it."
                yield (
                    path,
                    "D587",
                    message,
                    "Work it out again: the first number, divided by the second, times 100.",
                )


def _abbreviations(narrative: Narrative) -> Iterator[Remark]:
    """Explained once anywhere in it is enough."""
    left = unexplained(narrative.written)
    for path, text in narrative.pieces:
        here = [short for short in left if short in text]
        left = tuple(short for short in left if short not in here)
        if here:
            them = "it" if len(here) == 1 else "them"
            message = (
                f"{narrative.name} does not say what {quoted(here)} {'is' if len(here) == 1 else 'are'}."
            )
            known = [(short, office_abbreviations().get(short.upper())) for short in here]
            meant = "; ".join(f"{short}: {words}" for short, words in known if words)
            hint = f"Write {them} out the first time" + (f" ({meant})." if meant else ".")
            yield path, "D582", message, hint
