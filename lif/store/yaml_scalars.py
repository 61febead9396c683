"""What a plain (unquoted) word of YAML means: the core schema of YAML 1.2, less what tools read differently.

A record must mean the same here, in the editor and in check-jsonschema. So a spelling is refused, not
guessed, when YAML 1.2 itself and a widely used 1.2 reader (ruamel.yaml, which check-jsonschema uses) read it
differently: `1_000`, `0b1`, `0o14`, `+0x1F`, `.5e3`, `=`, `<<`. Also refused are whole numbers with leading
zeros (`012` is 12 in YAML 1.2 and 10 in YAML 1.1), numbers that no JSON file can hold (`.inf`, `.nan`,
`1e999`) and whole numbers beyond 2^53, which editors round.

`2017-11-24`, `2017-11` and `12:30` are text in every YAML 1.2 reader and stay allowed; so are `yes`, `no`,
`on` and `off`. A boolean is `true` or `false`.
"""

import math
import re
from dataclasses import dataclass
from functools import lru_cache

Scalar = bool | int | float | str | None

LARGEST_WHOLE_NUMBER = 2**53 - 1

_WORDS: dict[str, bool | None] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True,
    "false": False, "False": False, "FALSE": False,
}  # fmt: skip
LONGEST_WORD = max(map(len, _WORDS))
"""A plain spelling that begins with a letter and is longer is always text."""

_NUMBER_STARTS = frozenset("0123456789+-.")
_LONGEST_NUMBER = 64
_WHOLE = re.compile(r"[-+]?(?:0|[1-9][0-9]*)|0x[0-9a-fA-F]+", re.ASCII)
_REAL = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", re.ASCII)
_ZEROS = re.compile(r"^(-?)0+(?=[0-9])", re.ASCII)
_NOT_FINITE = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)", re.ASCII)
_READ_DIFFERENTLY = re.compile(
    r"""  [-+]?0b[01_]+                                           # binary: a number only to ruamel.yaml
        | [-+]?0o[0-7_]+                                          # octal: text with a sign, and in YAML 1.1
        | [-+]0x[0-9a-fA-F_]+ | 0x(?=[0-9a-fA-F]*_)[0-9a-fA-F_]+  # text to YAML 1.2
        | [-+]?0[0-9]+                                            # 12 or 10: leading zeros
        | [-+]?(?=[0-9]*_)[0-9_]+                                 # underscores among digits
        | [-+]?(?=[0-9.]*_)[0-9][0-9_]*\.[0-9_]*(?:[eE][-+]?[0-9]+)?
        | [-+]?(?=[0-9]*_)[0-9][0-9_]*[eE][-+]?[0-9]+
        | [-+]?(?=\.[0-9]*_)\.[0-9_]+(?:[eE][-+][0-9]+)?
        | [-+]?\.[0-9]+[eE][0-9]+                                 # text to ruamel.yaml without a sign""",
    re.ASCII | re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """A plain spelling that is refused: `why` it is, and `mend`, what to write in its stead, as sentences."""

    spelling: str
    why: str
    mend: str


def resolve(spelling: str) -> Scalar | Ambiguous:
    """The value of a plain spelling, or why it has none that all YAML 1.2 tools share."""
    if spelling in _WORDS:
        return _WORDS[spelling]
    if spelling[0] in _NUMBER_STARTS:
        return _number_like(spelling) if len(spelling) <= _LONGEST_NUMBER else _long(spelling)
    if spelling in ("=", "<<"):
        return Ambiguous(
            spelling, f"`{spelling}` alone has a special meaning in some YAML tools.", _quote(spelling)
        )
    return spelling


@lru_cache(maxsize=4096)
def _number_like(spelling: str) -> Scalar | Ambiguous:
    """What a spelling means that begins like a number; the same dates come again and again."""
    for pattern, meaning in _NUMBERS:
        if pattern.fullmatch(spelling):
            return meaning(spelling)
    return spelling


def _differing(spelling: str) -> Ambiguous:
    why = f"Some tools read `{spelling}` as a number and others as text, or as another number."
    plain = _ZEROS.sub(r"\1", spelling.replace("_", "").removeprefix("+"))
    if _WHOLE.fullmatch(plain):
        return Ambiguous(spelling, why, f'Write {plain}, or put it in quotes: "{spelling}".')
    return Ambiguous(spelling, why, _quote(spelling))


def _not_finite(spelling: str) -> Ambiguous:
    return Ambiguous(spelling, f"`{spelling}` is not a number that every tool can hold.", _quote(spelling))


def _whole(spelling: str) -> int | Ambiguous:
    value = int(spelling, 16 if spelling.startswith("0x") else 10)
    if abs(value) > LARGEST_WHOLE_NUMBER:
        return Ambiguous(spelling, f"Some tools round so large a number (`{spelling}`).", _quote(spelling))
    return value


def _real(spelling: str) -> float | Ambiguous:
    value = float(spelling)
    return value if math.isfinite(value) else _not_finite(spelling)


def _long(spelling: str) -> str | Ambiguous:
    """A number of great length is refused unread: to turn it into one could take very long."""
    if any(pattern.fullmatch(spelling) for pattern, _ in _NUMBERS):
        return Ambiguous(spelling, "This number is longer than tools can hold.", "Put it in quotes.")
    return spelling


def _quote(spelling: str) -> str:
    return f'Put it in quotes: "{spelling}".'


_NUMBERS = (
    (_READ_DIFFERENTLY, _differing),
    (_NOT_FINITE, _not_finite),
    (_WHOLE, _whole),
    (_REAL, _real),
)
