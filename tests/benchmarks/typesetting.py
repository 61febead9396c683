"""What Typst alone takes: `python -m tests.benchmarks.typesetting FILE DAY` sets a content that was gathered before."""

import sys
from datetime import date
from pathlib import Path

from lif.publish.document.typesetter import set_document

if __name__ == "__main__":
    set_document(Path(sys.argv[1]).read_text(encoding="utf-8"), date.fromisoformat(sys.argv[2]))
