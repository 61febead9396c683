"""Which findings are shown: those of some codes, or all but some. A code may be given by its beginning."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lif.rules.catalogue import codes, nearest_codes
from lif.store.errors import WrongUse
from lif.store.findings import Finding


@dataclass(frozen=True, slots=True)
class Selection:
    """Beginnings of codes: `D` is all of them that begin so, `D4` some, `D402` one."""

    select: tuple[str, ...] = ()
    """None means all."""
    ignore: tuple[str, ...] = ()

    def shows(self, code: str) -> bool:
        """Whether findings of a code are shown. The longer of two beginnings counts; of two alike, ignore.

        What keeps a record from being read is always shown, because nothing else was looked for in it.
        """
        if _always_shown(code):
            return True
        selected = _longest(code, self.select) if self.select else 0
        return selected is not None and (
            (ignored := _longest(code, self.ignore)) is None or ignored < selected
        )

    def of(self, findings: Iterable[Finding]) -> list[Finding]:
        """The findings that are shown."""
        return [finding for finding in findings if self.shows(finding.code)]


def selection(select: Sequence[str], ignore: Sequence[str]) -> Selection:
    """A selection from options, each a list with commas. Raises WrongUse for what begins no code."""
    wanted, unwanted = _beginnings("--select", select), _beginnings("--ignore", ignore)
    for given in unwanted:
        always = [code for code in codes() if code.startswith(given) and _always_shown(code)]
        if always:
            raise WrongUse(
                f"--ignore {given}: {always[0]} keeps a record from being read, so it is always shown.",
                f"Mend what it is about: lif explain {always[0]}",
            )
    return Selection(wanted, unwanted)


def _beginnings(option: str, given: Sequence[str]) -> tuple[str, ...]:
    words = [word.strip().upper() for text in given for word in text.split(",")]
    for word in words:
        if not word:
            raise WrongUse(f"{option}: a code is missing.", f"Write it so: {option} D402,R3")
        if not any(code.startswith(word) for code in codes()):
            near = nearest_codes(word)
            hint = f"Did you mean {' or '.join(near)}? " if near else ""
            raise WrongUse(f"{option}: no code begins with {word}.", f"{hint}All codes: lif explain")
    return tuple(words)


def _longest(code: str, beginnings: Iterable[str]) -> int | None:
    return max((len(one) for one in beginnings if code.startswith(one)), default=None)


def _always_shown(code: str) -> bool:
    return code[0] in "FYS" and codes()[code].severity == "error"
