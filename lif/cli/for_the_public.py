"""The look through the files of a paper before the public is handed them."""

from collections.abc import Callable, Mapping
from pathlib import Path

from lif.cli import say
from lif.store.errors import Refusal

NO_PROOF = (
    "Nothing in it looks as if it identified somebody. That is no proof: somebody who knows the cases should read it "
    "before it goes out."
)


def must_identify_nobody(root: Path) -> Callable[[Mapping[str, bytes]], None]:
    """What looks through files, says what it finds and raises Refusal where it finds anything."""

    def look(files: Mapping[str, bytes]) -> None:
        from lif.operations.identifiers.identifying import looking_in

        looking = looking_in(root)
        found = [finding for name, data in files.items() for finding in looking.through(name, data)]
        for finding in found:
            say.aside_finding(finding)
        if found:
            raise Refusal(
                "Nothing was written for the public, because something in it looks as if it identified somebody.",
                "Mend what is named above in its record, or keep that part back (restricted:), and try again.",
            )

    return look
