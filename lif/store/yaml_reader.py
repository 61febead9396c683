"""Reads one YAML file to plain Python values, or says everything that is wrong with its text."""

from lif.store.yaml_plain import read_plain
from lif.store.yaml_problems import ReadResult
from lif.store.yaml_text import decode

__all__ = ["ReadResult", "read"]


def read(data: bytes) -> ReadResult:
    """The value of one YAML file, read as YAML 1.2 core with the restrictions of `CODES`. Never raises.

    Mappings are dicts in the order of the file, their keys always text as spelt; values are dict, list, str,
    int, float, bool or None. Dates are text.
    """
    text, problems = decode(data)
    if problems:
        return ReadResult(None, tuple(sorted(problems)))
    value = read_plain(text)
    if value is not None:
        return ReadResult(value)
    # Imported here because most Boards need none of it: the files that `lif` writes are plain.
    from lif.store.yaml_full import read_text  # noqa: PLC0415

    return read_text(text)
