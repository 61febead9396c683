"""What a pseudonym looks like, as far as a machine can tell it from a name."""

import re

_WORDS = (
    "adult|baby|carer|case|child|family|father|grandmother|grandfather|infant|mother|parent|person|pupil|sibling|"
    "student|subject|teenager|twin|young person"
)
_PSEUDONYM = re.compile(
    rf"(?:(?:{_WORDS}) )?(?:[a-z]{{1,2}}-?[0-9]{{0,4}}|[0-9]{{1,4}}[a-z]?)", re.IGNORECASE
)


def looks_like_a_pseudonym(code: str) -> bool:
    """Whether it is a letter or two, a number or both, with or without a word such as Child before it."""
    return bool(_PSEUDONYM.fullmatch(" ".join(code.split())))
