"""Plain spellings: held against YAML 1.2 core, as its specification writes it, and against ruamel.yaml."""

import itertools
import re

import pytest

from lif.store.yaml_scalars import Ambiguous, resolve

# YAML 1.2.2, section 10.3.2, word for word.
CORE_INT = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", re.ASCII)
CORE_FLOAT = re.compile(
    r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"
)
# ruamel.yaml 0.19, resolver.py, its rules for YAML 1.2 and the characters that make it look at them.
RUAMEL_FLOAT = re.compile(
    r"""[-+]?(?:[0-9][0-9_]*)\.[0-9_]*(?:[eE][-+]?[0-9]+)?
    |[-+]?(?:[0-9][0-9_]*)(?:[eE][-+]?[0-9]+)
    |[-+]?\.[0-9_]+(?:[eE][-+][0-9]+)?
    |[-+]?\.(?:inf|Inf|INF)
    |\.(?:nan|NaN|NAN)""",
    re.VERBOSE,
)
RUAMEL_INT = re.compile(r"[-+]?0b[0-1_]+|[-+]?0o?[0-7_]+|[-+]?[0-9_]+|[-+]?0x[0-9a-fA-F_]+", re.VERBOSE)


def core_kind(spelling: str) -> type:
    return int if CORE_INT.fullmatch(spelling) else float if CORE_FLOAT.fullmatch(spelling) else str


def ruamel_kind(spelling: str) -> type:
    if spelling[0] not in "-+0123456789.":
        return str
    if RUAMEL_FLOAT.fullmatch(spelling):
        return float
    return int if spelling[0] != "." and RUAMEL_INT.fullmatch(spelling) else str


@pytest.mark.parametrize("alphabet", ["01_.e+8", "0xobF_-1", "1e9._+-"])
def test_a_spelling_is_read_as_the_core_says_or_refused_because_tools_differ(alphabet: str) -> None:
    for length in range(1, 6):
        for characters in itertools.product(alphabet, repeat=length):
            spelling = "".join(characters)
            meaning = resolve(spelling)
            zeros = re.fullmatch(r"[-+]?0[0-9]+|0o[0-7]+", spelling)
            if isinstance(meaning, Ambiguous):
                not_finite = core_kind(spelling) is float and float(spelling) == float("inf")
                assert zeros or not_finite or core_kind(spelling) is not ruamel_kind(spelling), spelling
            else:
                assert not zeros, spelling
                assert type(meaning) is core_kind(spelling) is ruamel_kind(spelling), spelling
                if isinstance(meaning, int | float):
                    assert meaning == (int(spelling, 0) if isinstance(meaning, int) else float(spelling))


@pytest.mark.parametrize(
    ("spelling", "meaning"),
    [
        ("", None),
        ("~", None),
        ("null", None),
        ("true", True),
        ("False", False),
        ("yes", "yes"),
        ("No", "No"),
        ("on", "on"),
        ("off", "off"),
        ("y", "y"),
        ("2017-11-24", "2017-11-24"),
        ("2017-11", "2017-11"),
        ("12:30", "12:30"),
        ("2017", 2017),
        ("2017.10", 2017.1),
        ("1e5", 100000.0),
        ("0x1F", 31),
        ("+5", 5),
        ("CR-2017-001", "CR-2017-001"),
        ("٣", "٣"),
        ("-", "-"),
        ("nULL", "nULL"),
    ],
)
def test_what_words_mean(spelling: str, meaning: object) -> None:
    assert resolve(spelling) == meaning
    assert type(resolve(spelling)) is type(meaning)


@pytest.mark.parametrize(
    ("spelling", "mend"),
    [
        ("1_000", 'Write 1000, or put it in quotes: "1_000".'),
        ("012", 'Write 12, or put it in quotes: "012".'),
        ("0o14", 'Put it in quotes: "0o14".'),
        (".inf", 'Put it in quotes: ".inf".'),
        ("-.INF", 'Put it in quotes: "-.INF".'),
        (".NaN", 'Put it in quotes: ".NaN".'),
        ("=", 'Put it in quotes: "=".'),
        ("<<", 'Put it in quotes: "<<".'),
        ("1e999", 'Put it in quotes: "1e999".'),
        ("9007199254740992", 'Put it in quotes: "9007199254740992".'),
        ("9" * 100_000, "Put it in quotes."),
    ],
)
def test_what_is_refused_comes_with_its_mend(spelling: str, mend: str) -> None:
    meaning = resolve(spelling)
    assert isinstance(meaning, Ambiguous)
    assert meaning.mend == mend


def test_a_long_text_that_begins_like_a_number_is_text() -> None:
    assert resolve("3 children " * 50) == "3 children " * 50
