"""What a shell offers when Tab is pressed: ids with their titles, the words of enumerations, clocks, facts and codes.

The shells are set up by `lif --install-completion`. What an option offers is what the field of its name may hold
in the kind of record that its noun stands for, so a new option needs nothing here. Nothing is validated and
nothing written, and no error is shown: a shell would print it into the line that is being typed.
"""

import contextlib
import io
import os
import re
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

from typer._click import Context, Parameter
from typer._click.shell_completion import CompletionItem, ShellComplete, _resolve_context, _resolve_incomplete
from typer._completion_classes import BashComplete, FishComplete, PowerShellComplete, ZshComplete

from lif.cli.nameable import Nameable, Offer
from lif.cli.program import program
from lif.records.base import Answer, Model
from lif.records.kinds import BY_NAME, KINDS, model_of
from lif.records.references import names_of_fields
from lif.store.root import find_root

VARIABLE = "_LIF_COMPLETE"
"""The environment variable in which a shell says which shell it is, such as `complete_bash`."""
_LISTED = re.compile(r"\bOne of: ([\w-]+(?:, [\w-]+)*)\.")
"""The words of a list in the help of an option."""
_KIND_OF_NOUN = {kind.name: kind.name for kind in KINDS} | {
    "action": "plan",
    "assure": "framework",
    "data": "indicator",
    "import": "plan",
    "pack": "meeting",
}


def answer() -> int:
    """Print what can stand where the cursor is, and give the exit code that the shell expects."""
    instruction, _, shell = os.environ.get(VARIABLE, "").partition("_")
    if instruction != "complete" or shell not in _SHELLS:
        return 1
    out = io.StringIO()
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
            text = _SHELLS[shell](program(), {}, "lif", VARIABLE).complete()
    except SystemExit as end:  # with which fish is told whether there is anything
        return end.code if isinstance(end.code, int) else 1
    except Exception:  # noqa: BLE001 - whatever is wrong here is no help to somebody who types
        return 1
    sys.stdout.write(text + "\n")
    return 0


class _Offering(ShellComplete):
    """What all shells share: where the words come from, and that they carry nothing that a shell obeys."""

    files_will_do = False
    """Whether the name of a file may stand there, where nothing is offered."""

    def get_completions(self, args: list[str], incomplete: str) -> list[CompletionItem]:
        context = _resolve_context(self.cli, self.ctx_args, self.prog_name, args)
        asked, incomplete = _resolve_incomplete(context, args, incomplete)
        offers = _offered(context, asked, incomplete) if isinstance(asked, Parameter) else None
        self.files_will_do = offers is None
        if offers is None:
            items = [(item.value, item.help or "") for item in asked.shell_complete(context, incomplete)]
        else:
            items = [offer for offer in offers if offer[0].startswith(incomplete)]
        return [CompletionItem(value, help=_plain(text)) for value, text in items]


class _Bash(_Offering, BashComplete):
    pass


class _Zsh(_Offering, ZshComplete):
    def complete(self) -> str:
        text = super().complete()
        return text if text != "_files" or self.files_will_do else ""

    def format_completion(self, item: CompletionItem) -> str:
        return f'"{item.value}":"{item.help}"' if item.help else f'"{item.value}"'


class _Fish(_Offering, FishComplete):
    def format_completion(self, item: CompletionItem) -> str:
        return f"{item.value}\t{item.help}" if item.help else str(item.value)


class _PowerShell(_Offering, PowerShellComplete):
    def format_completion(self, item: CompletionItem) -> str:
        return f"{item.value}:::{item.help or ' '}"


_SHELLS: dict[str, type[_Offering]] = {
    "bash": _Bash,
    "zsh": _Zsh,
    "fish": _Fish,
    "powershell": _PowerShell,
    "pwsh": _PowerShell,
}


def _plain(text: str) -> str:
    """A text without any sign that a shell could obey, for some of them run what they are given through `eval`."""
    kept = (
        character if unicodedata.category(character)[0] in "LNM" or character in " ,./-–’" else " "
        for character in text.replace("'", "’")
    )
    return " ".join("".join(kept).split())[:100]


def _offered(context: Context, asked: Parameter, incomplete: str) -> Iterable[Offer] | None:
    """What is offered for an argument or an option; None where the command line itself knows, or nobody does."""
    words = context.command_path.split()
    noun = words[1] if len(words) > 1 else ""
    name = re.sub(r"(_id|^name)s$", r"\1", str(asked.name))  # of those that may be given several times
    metavar = str(getattr(asked, "metavar", None) or "").strip("[]")
    board = Nameable(_root(context))
    if name in _OUTSIDE:
        return _OUTSIDE[name]()
    if name == "action_id":
        return board.items(BY_NAME["plan"], incomplete)
    if name == "recommendation_id":
        items = board.items(BY_NAME["review"], incomplete)
        return (offer for offer in items if ".R" in offer[0])
    if name == "decision_id":
        return (offer for offer in board.items(BY_NAME["meeting"], incomplete) if ".D" in offer[0])
    if name == "traced_id":
        return board.named("record", incomplete) or board.named("indicator", incomplete)
    if name == "clause":
        return board.clauses()
    if name == "record_id":
        return board.records(KINDS, incomplete)
    if name.endswith("_id") and name.removesuffix("_id") in BY_NAME:
        return board.records([BY_NAME[name.removesuffix("_id")]], incomplete)
    if metavar == "MEETING":
        return board.records([BY_NAME["meeting"]], incomplete)
    if noun == "annual" and name == "section":
        return _sections()
    if name == "meeting" or (name == "plan" and noun == "import"):
        return board.records([BY_NAME[name]], incomplete)
    if noun == "data" and name == "name" and words[-1] != "new":
        # In its place the file may stand that is imported.
        return board.records([BY_NAME["indicator"]], incomplete) or (None if words[-1] == "import" else ())
    if metavar.lower() in ("agency", "group", "priority", "theme"):
        return board.named(metavar.lower(), incomplete)
    if noun == "calendar" and name == "owner":
        return [*board.named("role", incomplete), *board.named("group", incomplete)]
    if metavar == "ANSWER":
        return ((word, "") for word in get_args(Answer))
    if asked.param_type_name == "argument" or noun not in _KIND_OF_NOUN or metavar.startswith("COLUMN"):
        return None
    # Fields of one name may hold different words in different places; the help of an option says which it takes.
    if listed := _LISTED.search(str(getattr(asked, "help", None) or "")):
        return ((word, "") for word in listed[1].split(", "))
    return _of_fields(board, model_of(BY_NAME[_KIND_OF_NOUN[noun]]), _field_names(asked), incomplete)


def _field_names(option: Parameter) -> tuple[str, ...]:
    """The field that an option may fill: `--sign-off` fills `sign_off`, and `--priority` adds to `priorities`."""
    name = option.opts[0].lstrip("-").replace("-", "_")
    return name, f"{name}s", f"{name.removesuffix('y')}ies"


def _of_fields(
    board: Nameable, model: type[Model], fields: Sequence[str], incomplete: str
) -> Iterable[Offer] | None:
    """What the fields of these names may hold, in a model or in those that it is made of."""
    words: dict[str, None] = {}
    for part in _models(model):
        for field in part.model_fields.keys() & set(fields):
            if names := names_of_fields(part).get(field):
                return board.named(names.what, incomplete)
            words.update(dict.fromkeys(_words(part.model_fields[field].annotation)))
    return ((word, "") for word in words) if words else None


def _models(model: type[Any]) -> list[type[Any]]:
    """A model and all that it is made of, each once, the outer ones first."""
    found: dict[type[Any], None] = {}
    pending: list[Any] = [model]
    while pending:
        annotation = pending.pop(0)
        if not (isinstance(annotation, type) and hasattr(annotation, "model_fields")):
            pending.extend(get_args(annotation))
        elif annotation not in found:
            found[annotation] = None
            pending.extend(field.annotation for field in annotation.model_fields.values())
    return list(found)


def _words(annotation: Any) -> Iterator[str]:
    if get_origin(annotation) is Literal:
        yield from (word for word in get_args(annotation) if isinstance(word, str))
    else:
        for inner in get_args(annotation):
            yield from _words(inner)


def _clocks() -> Iterator[Offer]:
    from lif.statute.clocks import clocks

    return ((one.id, f"{one.start} – {one.end}") for one in clocks().values())


def _codes() -> Iterator[Offer]:
    from lif.rules.catalogue import codes

    return ((one.code, one.title) for one in codes().values())


def _sections() -> Iterator[Offer]:
    from lif.insight.annual.sections import SECTIONS

    return ((one.id, one.title) for one in SECTIONS)


def _facts() -> Iterator[Offer]:
    from lif.statute.facts import facts

    return ((name, one.question) for name, one in facts().items())


def _templates() -> Iterator[Offer]:
    from lif.publish.templating.own_templates import PURPOSES

    return iter(PURPOSES.items())


def _regimes() -> Iterator[Offer]:
    from lif.statute.regimes import regimes

    return ((one.id, one.title) for one in regimes())


_OUTSIDE: dict[str, Callable[[], Iterator[Offer]]] = {
    "clock_id": _clocks,
    "code": _codes,
    "fact_id": _facts,
    "regime_id": _regimes,
    "template_id": _templates,
}
"""What is the same for every Board, and outside one."""


def _root(context: Context) -> Path | None:
    given = context.find_root().params.get("root") or os.environ.get("LIF_ROOT")
    try:
        return find_root(Path.cwd(), given)
    except Exception:  # noqa: BLE001 - outside a Board there is nothing to offer, and nothing to say
        return None
