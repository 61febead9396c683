"""The one place where templates run: Jinja2 in a sandbox, strict about names, writing Markdown.

A template is trusted to lay out a document and with nothing else: it reads what its context offers, through
the filters listed here, and cannot reach Python, files, the clock or large amounts of memory.
"""

import difflib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from types import CodeType

from jinja2 import (
    BaseLoader,
    Environment,
    StrictUndefined,
    TemplateNotFound,
    TemplateSyntaxError,
    nodes,
)
from jinja2.bccache import Bucket, BytecodeCache
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import SecurityError, TemplateRuntimeError, UndefinedError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from lif.publish.document.escape import Markdown, Text
from lif.publish.errors import TemplateError
from lif.publish.templating.filters import FILTERS, GLOBALS, joined, markdown
from lif.publish.templating.limits import LONGEST_LIST, LONGEST_SOURCE, Limits, Spent, flat, number
from lif.publish.templating.values import Value, prepare
from lif.publish.templating.watch import COUNTED, FLAT, Watched

_TEMPLATE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*(?:/[A-Za-z0-9][A-Za-z0-9_-]*)*(?:\.[A-Za-z0-9]+)+")
_METHODS: Mapping[type, frozenset[str]] = {
    str: frozenset({"startswith", "endswith"}),
    dict: frozenset({"items", "keys", "values", "get"}),
}
_STOCK_FILTERS = frozenset(
    {
        "abs",
        "capitalize",
        "count",
        "default",
        "d",
        "dictsort",
        "first",
        "groupby",
        "int",
        "last",
        "length",
        "list",
        "lower",
        "map",
        "max",
        "min",
        "reject",
        "rejectattr",
        "reverse",
        "select",
        "selectattr",
        "sort",
        "trim",
        "unique",
        "upper",
    }
)


class Templates:
    """The templates of one run: a Board's own folder first, the shipped one after it."""

    def __init__(
        self,
        folders: Sequence[Path],
        limits: Limits | None = None,
        watch: Callable[[str, Mapping[str, Value]], None] | None = None,
    ) -> None:
        """`watch` is told of each template that is rendered, and what it is given."""
        self._watch = watch
        self._environment = _Sandbox(_Folders(folders), Spent(limits or Limits()))

    def render(self, name: str, context: Mapping[str, object]) -> str:
        """The Markdown that the template ``name`` writes from ``context``.

        Raises TemplateError, with the template's name and line, when it is missing, broken, or asks for
        something it is not given; TypeError when the context holds something that is not data.
        """
        given = {key: prepare(value) for key, value in context.items()}
        if self._watch:
            self._watch(name, given)
        self._environment.spent.begin()
        try:
            return self._environment.get_template(name).render(given)
        except TemplateSyntaxError as error:
            known = self._environment.names.get(error.filename or "", error.name or name)
            raise TemplateError(known, error.lineno, _sentence(error.message or "")) from None
        except TemplateNotFound as error:
            raise TemplateError(
                name, None, f"there is no template “{error.name}” in the template folders."
            ) from None
        except UndefinedError as error:
            place = self._place(error, name)
            raise TemplateError(*place, _missing_name(error.message or "", given)) from None
        except SecurityError as error:
            reason = "this is not allowed in a template: " + _sentence(error.message or "")
            raise TemplateError(*self._place(error, name), reason) from None
        except RecursionError as error:
            raise TemplateError(*self._place(error, name), "the template calls itself without end.") from None
        except (
            TemplateRuntimeError,
            TypeError,
            ValueError,
            ArithmeticError,
            LookupError,
            AttributeError,
        ) as error:
            # Whatever the template did with its values. The message could quote a record: it is not repeated.
            reason = (
                "this line cannot be worked out from what it is given "
                "(a filter or a sum on the wrong kind of value)."
            )
            raise TemplateError(*self._place(error, name), reason) from None

    def parsed(self, name: str) -> nodes.Template:
        """A template as it is read, before it is given anything. Raises TemplateError where it cannot be."""
        environment = self._environment
        try:
            source, file, _ = environment.folders.get_source(environment, name)
            environment.compile(source, name, file)
            return environment.parse(source, name, file)
        except TemplateSyntaxError as error:
            raise TemplateError(name, error.lineno, _sentence(error.message or "")) from None
        except TemplateNotFound:
            raise TemplateError(
                name, None, f"there is no template “{name}” in the template folders."
            ) from None

    def _place(self, error: BaseException, name: str) -> tuple[str, int | None]:
        """The innermost template and line that the error came through."""
        place: tuple[str, int | None] = (name, None)
        trace = error.__traceback__
        while trace is not None:
            known = self._environment.names.get(trace.tb_frame.f_code.co_filename)
            if known is not None:
                place = (known, trace.tb_lineno)
            trace = trace.tb_next
        return place


class _Folders(BaseLoader):
    """Finds a template by name in the first folder that has it, and never outside the folders."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = [folder.resolve() for folder in folders]
        self.names: dict[str, str] = {}

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        if not _TEMPLATE_NAME.fullmatch(template):
            raise TemplateNotFound(template)
        for folder in self._folders:
            path = (folder / template).resolve()
            if path.is_relative_to(folder) and path.is_file():
                try:
                    source = path.read_text(encoding="utf-8-sig")
                except UnicodeDecodeError:
                    raise TemplateSyntaxError("the file is not UTF-8 text", 1, template) from None
                if len(source) > LONGEST_SOURCE:
                    raise TemplateSyntaxError("the file is longer than 500,000 characters", 1, template)
                self.names[str(path)] = template
                return source, str(path), lambda: True
        raise TemplateNotFound(template)


class _Compiled(BytecodeCache):
    """The templates that were compiled since the program began, by what they say: it takes as long as to render them.

    What they run in is handed to them each time, so nothing of one run stays for the next.
    """

    def __init__(self) -> None:
        self._code: dict[tuple[str, str], CodeType | None] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._code.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._code[bucket.key, bucket.checksum] = bucket.code


_COMPILED = _Compiled()


class _Missing(StrictUndefined):
    """A name that is not there: using it in any way is an error that lists what is."""

    @property
    def _undefined_message(self) -> str:
        owner = self._undefined_obj
        near = ""
        if isinstance(owner, Mapping):
            near = _nearest(str(self._undefined_name), owner)
        return self._undefined_hint or f"“{self._undefined_name}” is not among the things given here.{near}"


class _Generator(CodeGenerator):
    """Makes ``~`` ask the environment, so that what it joins is escaped for Markdown and not for HTML."""

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802 - named by Jinja2
        self.write("environment.join((")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write("))")


class _Sandbox(ImmutableSandboxedEnvironment):
    code_generator_class = _Generator
    intercepted_binops = frozenset({"+", "*", "**", "%", "//", "/", "-"})

    def __init__(self, loader: _Folders, spent: Spent) -> None:
        self.spent = spent
        super().__init__(
            loader=loader,
            autoescape=True,
            undefined=_Missing,
            finalize=markdown,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
            bytecode_cache=_COMPILED,
        )
        self.folders = loader
        self.names = loader.names
        self.filters = {name: self.filters[name] for name in sorted(_STOCK_FILTERS)} | dict(FILTERS)
        self.globals = {"namespace": self.globals["namespace"], **GLOBALS}
        self.filters = {name: spent.charged(name, one) for name, one in self.filters.items()}
        self.filters |= {COUNTED: spent.loop, FLAT: flat, "join": self._join_all, "sum": _total}
        self.tests.pop("filter", None)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """The template with every loop counted and every list watched."""
        template = super()._parse(source, name, filename)
        Watched(name, filename).visit(template)
        template.set_environment(self)
        return template

    def concat(self, pieces: Iterable[str]) -> str:
        """What a template, a macro or a block of it has written."""
        return self.spent.text(pieces)

    def call(self, context: Context, obj: object, /, *args: object, **kwargs: object) -> object:
        """Calls a macro or one of the few functions there are."""
        self.spent.rounds(1)
        return super().call(context, obj, *args, **kwargs)

    def _join_all(self, values: Iterable[object], separator: object = "") -> Markdown:
        return Markdown(self.spent.text(joined(values, separator)))

    def join(self, parts: Iterable[object]) -> str:
        """What ``~`` gives: Markdown if a part is Markdown, else text still to be escaped."""
        given = list(parts)
        if any(isinstance(part, Markup) for part in given):
            return Markdown(self.spent.text(joined(given)))
        return Text(self.spent.text(map(str, map(markdown, given))))

    def call_binop(self, context: object, operator: str, left: object, right: object) -> object:
        """Adds texts as ``~`` does; refuses the sums that could fill the memory."""
        for operand in (left, right):
            if isinstance(operand, _Missing):
                operand._fail_with_undefined_error()
        if operator == "+" and isinstance(left, str) and isinstance(right, str):
            return self.join((left, right))
        if operator == "+" and isinstance(left, list) and isinstance(right, list):
            if len(left) + len(right) > LONGEST_LIST:
                raise SecurityError("a list of more than a million items is put together")
        elif operator == "**" or not (isinstance(left, int | float) and isinstance(right, int | float)):
            raise SecurityError(f"“{operator}” works on two numbers only")
        return number(self.binop_table[operator](left, right))

    def getattr(self, obj: object, attribute: str) -> object:
        """``plan.items`` is the item of that name where the mapping has one, and its method otherwise."""
        if isinstance(obj, Mapping) and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)

    def wrap_str_format(self, value: object) -> None:
        """Gives no safe form of ``str.format``: a width of a thousand million is unsafe in any form."""

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        for kind, allowed in _METHODS.items():
            if isinstance(obj, kind):
                return attr in allowed
        return not isinstance(obj, list | tuple | int | float) and super().is_safe_attribute(obj, attr, value)


def _total(values: Iterable[object], attribute: str | None = None) -> object:
    """The sum of numbers, or of what each item has under that name. Raises TypeError for anything else."""
    total: int | float = 0
    for value in values:
        one = value[attribute] if attribute is not None and isinstance(value, Mapping) else value
        if not isinstance(one, int | float):
            raise TypeError("only numbers can be added up")
        total += one
    return number(total)


def _missing_name(message: str, given: Mapping[str, object]) -> str:
    """The sentence for a missing name, with the nearest name that the context holds."""
    if match := re.fullmatch(r"“(.+)” is not among the things given here\.", message):
        return message + _nearest(match[1], given)
    return message


def _nearest(name: str, known: Iterable[object]) -> str:
    near = difflib.get_close_matches(name, [str(item) for item in known], n=1)
    return f" Did you mean “{near[0]}”?" if near else ""


def _sentence(message: str) -> str:
    return message if message.endswith((".", "?")) else f"{message}."
