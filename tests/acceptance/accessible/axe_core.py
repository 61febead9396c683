"""axe-core, which finds where a web page shuts people out: a tool of the tests alone (MPL-2.0).

It is installed into build/ of the checkout, at the version and with the digest of axe/package-lock.json.
"""

import shutil
import subprocess
from pathlib import Path

from filelock import FileLock

from tests.support import CHECKOUT

_LOCKED = Path(__file__).parent / "axe"
_FOLDER = CHECKOUT / "build" / "axe"
_SCRIPT = _FOLDER / "node_modules" / "axe-core" / "axe.min.js"
_NAMES = ("package.json", "package-lock.json")


def axe_script() -> str | None:
    """The script, installed first where it is not; None where it cannot be had: without npm, or without a network."""
    npm = shutil.which("npm")
    _FOLDER.mkdir(parents=True, exist_ok=True)
    with FileLock(_FOLDER / ".lock"):
        same = all((_FOLDER / name).is_file() for name in _NAMES) and all(
            (_FOLDER / name).read_bytes() == (_LOCKED / name).read_bytes() for name in _NAMES
        )
        if not (same and _SCRIPT.is_file()):
            if npm is None:
                return None
            for name in _NAMES:
                shutil.copyfile(_LOCKED / name, _FOLDER / name)
            command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", str(_FOLDER)]
            try:
                subprocess.run(command, capture_output=True, timeout=120, check=True)
            except subprocess.SubprocessError:  # refused, or no answer
                return None
        return _SCRIPT.read_text(encoding="utf-8")


if __name__ == "__main__":
    raise SystemExit(0 if axe_script() else "axe-core could not be installed")
