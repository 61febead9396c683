"""Whether the title of an indicator speaks of something good while less of it is said to be better, or of the reverse."""

import re
from functools import cache
from importlib.resources import files

from lif.rules.wording.lists import any_of
from lif.store.yaml_reader import read

_LOWER, _HIGHER = "lower-is-better", "higher-is-better"
_WITHIN = (
    r"within (?:\d+|two|three|four|five|six|seven|ten|fifteen|twenty) (?:hours?|(?:working )?days?|weeks?)"
)


def spoken_against(title: str, polarity: str) -> str:
    """The words of a title that tell the other way than the polarity; "" where none do, or words of both sorts."""
    said = " ".join(title.lower().split())
    lower = _pattern(_LOWER).findall(said)
    # What is denied speaks for the other side, so it is taken out before that is looked for.
    higher = _pattern(_HIGHER).findall(_pattern(_LOWER).sub(" ", said))
    if lower and not higher and polarity == _HIGHER:
        return str(lower[0])
    if higher and not lower and polarity == _LOWER:
        return str(higher[0])
    return ""


@cache
def _pattern(side: str) -> re.Pattern[str]:
    value = read((files("lif.rules.figures") / "polarity.yaml").read_bytes()).value
    if value is None:
        raise ValueError("figures/polarity.yaml cannot be read")
    within = f"|{_WITHIN}" if side == _HIGHER else ""
    return re.compile(rf"\b(?:{any_of(value[side])}{within})\b")
