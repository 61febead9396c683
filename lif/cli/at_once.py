"""A plain `lif validate` where nothing is wrong, as editors and hooks ask all day.

What the command prints with is not imported for it: that takes longer than to find out that nothing changed.
"""

import os
import sys
from pathlib import Path

from lif.rules.right import records_if_right
from lif.store.errors import Refusal
from lif.store.places import findings_file
from lif.store.root import find_root


def said_at_once() -> bool:
    """Whether nothing is wrong; then it is said, in the words of the command itself. Else nothing is said.

    What was found is kept, so that the command, asked next, need not look at the records once more.
    """
    try:
        root = find_root(Path.cwd(), os.environ.get("LIF_ROOT"))
        file = findings_file(root)
        records = records_if_right(root, file) if file else 0
        if not records:
            return False
        said = f"{records} record{'s' if records != 1 else ''} read; nothing is wrong.\n"
        os.write(sys.stderr.fileno(), said.encode("ascii"))
    except (OSError, Refusal):  # which the command itself explains
        return False
    except Exception:  # noqa: BLE001 - the command itself comes to the same, and ends with it in a plain sentence
        return False
    return True
