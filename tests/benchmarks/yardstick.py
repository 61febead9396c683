"""The yardstick: list the records of a Board, read them, and let libyaml parse them to bare events."""

import os
import sys

from yaml._yaml import CParser


def main(folder: str) -> None:
    """Do just that, in this process."""
    for place, _, names in os.walk(os.path.join(folder, "records")):  # noqa: PTH118 - the fastest listing there is
        for name in names:
            if name.endswith(".yaml"):
                with open(os.path.join(place, name), "rb") as file:  # noqa: PTH118, PTH123
                    CParser(file.read()).raw_parse()


if __name__ == "__main__":
    main(sys.argv[1])
