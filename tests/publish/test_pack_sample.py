"""The sample Board's pack, word for word.

After a change that is meant: pytest tests/publish --snapshot-update
"""

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from lif.insight.audience import visible_to
from lif.publish.build import choose_meeting
from lif.publish.environment import Templates
from lif.publish.markdown import to_markdown
from lif.publish.pack import pack_of
from lif.publish.parse import parse
from lif.publish.shipped import shipped_templates
from lif.store.load import load
from tests.insight.samples import day
from tests.support import CHECKOUT


class MarkdownFile(SingleFileSnapshotExtension):
    """Keeps the pack as a file that reads as the pack does."""

    _write_mode = WriteMode.TEXT
    file_extension = "md"


@pytest.fixture
def markdown_file(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    return snapshot.use_extension(MarkdownFile)


def test_the_pack_of_the_sample_is_as_it_was(markdown_file: SnapshotAssertion) -> None:
    board = load(CHECKOUT)
    meeting = choose_meeting(board, None, day("2018-03-01"))
    pack = pack_of(visible_to(board, "board"), meeting, day("2018-03-01"))
    document = parse(Templates([shipped_templates()]).render("pack.md", pack.context), pack.images)

    assert to_markdown(document, pack.meta, pack.images) == markdown_file
