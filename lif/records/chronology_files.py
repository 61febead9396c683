"""Where the chronologies of a review are kept, told from names alone.

The agencies' chronologies of `CR-2017-001` stand in the folder `CR-2017-001.chronology` beside its record, one
file for each agency, called by the agency's id.
"""

import re

_FILE = re.compile(r"records/reviews/([0-9]{4})/(CR-\1-[0-9]{3,})\.chronology/([^/]+)\.csv")


def chronology_file(review_id: str, agency: str) -> str:
    """The file of one agency's chronology, under the root, with forward slashes."""
    return f"records/reviews/{review_id[3:7]}/{review_id}.chronology/{agency}.csv"


def chronology_of(file: str) -> tuple[str, str] | None:
    """The review and the agency that a file under the root is the chronology of; None where it is none."""
    match = _FILE.fullmatch(file)
    return (match[2], match[3]) if match else None
