"""A pack that is built is killed: the last good one stays until the new one is whole."""

from bisect import bisect_left
from pathlib import Path

from tests.soak.faulty import KILLED, content, copy, faulty
from tests.support import path_of, replace_text

_BUILD = ("pack", "build", "MT-2017-001", "--as-of", "2017-06-10", "--format", "html")
_PACKS = "build/packs"


def pack_in(root: Path) -> dict[str, bytes | None]:
    """The files of the pack; of one that was killed while the folders changed places, those that wait beside it."""
    (folder,) = [path for path in (root / _PACKS).glob("2017-*") if path.is_dir()] or (root / _PACKS).glob(
        ".*~*/last"
    )
    return content(folder)


def test_the_last_pack_stays_until_the_new_one_is_whole(tiny_repository: Path, tmp_path: Path) -> None:
    with faulty(tmp_path / "runner") as runner:
        assert runner.run(tiny_repository, *_BUILD).code == 0
        last = pack_in(tiny_repository)
        replace_text(path_of(tiny_repository, "meeting", "MT-2017-001"), "title: ", "title: Another ")
        work = copy(tiny_repository, tmp_path / "work")
        whole = runner.run(work, *_BUILD)
        assert whole.code == 0, whole.said
        new = pack_in(work)
        assert new != last

        def killed_at(call: int) -> bool:
            """Whether the new pack stands there after a kill at a call; the last one does otherwise."""
            root = copy(tiny_repository, tmp_path / "work")
            assert runner.run(root, *_BUILD, kill_at=call).code == KILLED
            found = pack_in(root)
            assert found in (last, new), call
            return found == new

        assert not killed_at(0)
        turn = bisect_left(range(whole.calls), True, key=killed_at)
        for call in range(
            turn - 2, min(turn + 3, whole.calls)
        ):  # around the call from which the new one counts
            assert killed_at(call) is (call >= turn)
            assert runner.run(tmp_path / "work", *_BUILD).code == 0
            assert pack_in(tmp_path / "work") == new
            there = {path.name for path in (tmp_path / "work" / _PACKS).iterdir()} - {".lock"}
            assert there == {"2017-06-15-strategic-board"}
