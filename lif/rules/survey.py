"""Everything that is wrong with a Board's records, looking only at those that changed since the last time."""

from collections.abc import Collection, Mapping, Sequence
from functools import partial

from lif.records.board import BoardRecord
from lif.rules.check import faults_across
from lif.rules.looking import Look, look
from lif.rules.register import Outline, Register
from lif.rules.remembering import Found, Memory, outlines_from
from lif.store.board import Loaded
from lif.store.faults import located
from lif.store.findings import Finding
from lif.store.found_before import Seen, digest_of
from lif.store.listing import RecordFile
from lif.store.load import Contents, bytes_of, load_file, read_all_values, read_chronologies, read_returns
from lif.store.processes import processes_for, shared_out


def survey(contents: Contents, before: Memory | None, *, keep: bool) -> Memory:
    """What is wrong with the records, and, to be kept, what was seen of their files.

    `before` is what was kept the last time; without it, or where it cannot be used, all files are looked at.
    """
    known = before.seen if before else {}
    fresh = [file for file in contents.files if not is_known(file, known)]
    digests = {file.name: known[file.name].digest for file in fresh if file.name in known}
    work = partial(look, contents, digests if keep else None)
    looks = shared_out(work, fresh, processes_for(len(fresh)))
    changed = {file.name for file in fresh}.difference(*(each.same for each in looks))
    seen = _seen(contents, known, looks, changed) if keep else {}
    surface = _surface(contents, seen)
    within = [finding for each in looks for finding in each.findings]
    ignoring = [outline.file for each in looks for outline in each.outlines.values() if outline.ignores]
    if before:
        still = {file.name for file in contents.files} - changed
        within += [finding for finding in before.found.within if finding.file in still]
        ignoring += [name for name in before.found.ignoring if name in still]
    if (
        before
        and surface
        and surface == before.found.surface
        and _are_elsewhere(before.found.across, changed)
    ):
        values, across = before.found.values, before.found.across
    else:
        values = []
        try:
            outlines, broken = _outlines(contents, looks, seen, changed)
        except ValueError:
            return survey(contents, None, keep=keep)
        across = _across(contents, outlines, broken, values)
    return Memory(Found(surface, sorted(within), sorted(values), across, sorted(ignoring)), seen)


def is_known(file: RecordFile, known: Mapping[str, Seen]) -> bool:
    """Whether a file is as it was when it was seen, by its stamp."""
    about = known.get(file.name)
    return about is not None and about.stamp == file.stamp != ""


def _seen(
    contents: Contents, known: Mapping[str, Seen], looks: Sequence[Look], changed: Collection[str]
) -> dict[str, Seen]:
    """What was seen of each file that could be read."""
    kept = {name: said for each in looks for name, said in each.kept.items()}
    seen: dict[str, Seen] = {}
    for file in contents.files:
        if file.name not in changed:
            about = known[file.name]
            seen[file.name] = about if about.stamp == file.stamp else about._replace(stamp=file.stamp)
        elif file.name in kept:
            seen[file.name] = Seen(file.stamp, *kept[file.name])
    for file in contents.value_files:
        if is_known(file, known):
            seen[file.name] = known[file.name]
        elif (data := bytes_of(contents, file, [])) is not None:
            seen[file.name] = Seen(file.stamp, digest_of(data), "")
    return seen


def _surface(contents: Contents, seen: Mapping[str, Seen]) -> str:
    """A digest of all that the rules across records look at; "" where a file could not be read."""
    if len(seen) < len(contents.files) + len(contents.value_files):
        return ""
    # These rules read the Board's own record and the values as a whole, of all others the outline.
    whole = [file for file in contents.files if file.kind.name == "board"] + list(contents.value_files)
    parts = [f"{file.name}\0{seen[file.name].outline}" for file in contents.files]
    parts += [f"{file.name}\0{seen[file.name].digest}" for file in whole]
    return digest_of("\0".join(parts).encode("utf-8", "surrogatepass"))


def _are_elsewhere(findings: Sequence[Finding], changed: Collection[str]) -> bool:
    """Whether no finding has its place in a file that changed, where its line may have moved."""
    return all(finding.file not in changed for finding in findings)


def _outlines(
    contents: Contents, looks: Sequence[Look], seen: Mapping[str, Seen], changed: Collection[str]
) -> tuple[list[Outline], frozenset[str]]:
    """The outlines of all records, in order of their files' names, and the ids that should be there and are not.

    Raises ValueError where what was kept says something else.
    """
    found = {name: outline for each in looks for name, outline in each.outlines.items()}
    odd = {name for each in looks for name in each.odd}
    known = [file.name for file in contents.files if file.name not in changed]
    kept = outlines_from(seen[name].outline for name in known)
    for name, (is_odd, outline) in zip(known, kept, strict=True):
        if outline:
            found[name] = outline
        if is_odd:
            odd.add(name)
    outlines = [found[file.name] for file in contents.files if file.name in found]
    stems = {file.stem for file in contents.files if file.name in odd}
    return outlines, frozenset(stems.difference(outline.id for outline in outlines))


def _across(
    contents: Contents, outlines: Sequence[Outline], broken: frozenset[str], findings: list[Finding]
) -> list[Finding]:
    """What is wrong between records; what is wrong with CSV files is added to `findings`."""
    files = {file.name: file for file in contents.files}

    def record_of(name: str) -> Loaded | None:
        return load_file(contents, files[name])[0]

    values = read_all_values(contents, findings)
    chronologies = [(review, agency) for review, agency, _ in read_chronologies(contents, findings)]
    returns = {(audit, agency): rows for audit, agency, rows in read_returns(contents, findings)}
    register = Register(outlines, _profile(contents), values, broken, record_of, chronologies, returns)
    return located(faults_across(register), contents.read)


def _profile(contents: Contents) -> BoardRecord | None:
    for file in contents.files:
        if file.kind.name == "board":
            loaded, _ = load_file(contents, file)
            return loaded.record if loaded else None
    return None
