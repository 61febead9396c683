"""Finds names in a template that nothing gives it: in every line, also those that no record leads to today."""

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from jinja2 import nodes

from lif.publish.errors import TemplateError
from lif.publish.templating.values import Value

_METHODS = frozenset({"items", "keys", "values", "get"})
_SAME = frozenset(
    {"counted", "default", "d", "list", "reject", "rejectattr", "reverse", "select", "selectattr", "sort"}
)
_SAME_ITEMS = _SAME | {"unique"}
_ITEM = frozenset({"first", "last", "max", "min"})
_ALWAYS = frozenset({"loop", "self", "super", "caller", "varargs", "kwargs", "figure", "namespace"})
_DATE = re.compile(r"[12][0-9]{3}(-[0-9]{2}){0,2}")


@dataclass
class Shape:
    """What is known of a value that templates receive, from all times that it was given."""

    kinds: set[str] = field(default_factory=set)
    """Such as `text`, `date`, `number`, `list`, `keys`, `nothing`."""
    keys: dict[str, "Shape"] = field(default_factory=dict)
    """Of a mapping: what stands under each name."""
    item: "Shape | None" = None
    """Of a list: what its items are; None while every one that was given was empty."""

    def add(self, value: Value) -> None:
        """One more value is known."""
        match value:
            case dict():
                self.kinds.add("keys")
                for key, inner in value.items():
                    self.keys.setdefault(key, Shape()).add(inner)
            case list():
                self.kinds.add("list")
                for inner in value:
                    self.item = self.item or Shape()
                    self.item.add(inner)
            case None:
                self.kinds.add("nothing")
            case bool():
                self.kinds.add("yes or no")
            case str():
                self.kinds.add("date" if _DATE.fullmatch(value) else "text")
            case _:
                self.kinds.add("number")


def shape_of(given: Iterable[Mapping[str, Value]]) -> Shape:
    """The shape of what a template was given, all times together."""
    shape = Shape({"keys"})
    for one in given:
        shape.add(dict(one))
    return shape


Scope: TypeAlias = dict[str, Shape | None]
"""What each name stands for; None where that cannot be told."""


def unknown_names(
    name: str, template: nodes.Template, shape: Shape, others: Iterable[str]
) -> list[TemplateError]:
    """A fault for each name in a template that is not in `shape`, nor set in the template or among `others`.

    `others` are names that templates which include this one may set.
    """
    scope: Scope = {**dict.fromkeys(others), **dict.fromkeys(_ALWAYS), **shape.keys}
    found: dict[tuple[int, str], TemplateError] = {}
    for line, missing, known in _Walk().within(template.body, scope):
        near = difflib.get_close_matches(missing, sorted(known), n=1)
        better = f" Did you mean “{near[0]}”?" if near else ""
        fault = TemplateError(name, line, f"“{missing}” is not among the things given here.{better}")
        found.setdefault((line, missing), fault)
    return [found[place] for place in sorted(found)]


def names_set(template: nodes.Template) -> set[str]:
    """The names that a template sets anywhere: by `set`, `for`, `macro` and `import`."""
    names = {one.name for one in template.find_all(nodes.Name) if one.ctx in ("store", "param")}
    names |= {one.name for one in template.find_all(nodes.Macro)}
    names |= {one.target for one in template.find_all(nodes.Import)}
    for one in template.find_all(nodes.FromImport):
        names |= {part if isinstance(part, str) else part[1] for part in one.names}
    return names


_Missing: TypeAlias = tuple[int, str, Iterable[str]]


class _Walk:
    def within(self, parts: Iterable[nodes.Node], scope: Scope) -> Iterator[_Missing]:
        """What is missing in statements one after the other; what they set is known to those that follow."""
        for part in parts:
            yield from self._statement(part, scope)

    def _statement(self, node: nodes.Node, scope: Scope) -> Iterator[_Missing]:
        match node:
            case nodes.For():
                yield from self._missing(node.iter, scope)
                inner: Scope = {**scope, "loop": None}
                self._bind(node.target, self._item(node.iter, scope), inner)
                if node.test:
                    yield from self._missing(node.test, inner)
                yield from self.within(node.body, inner)
                yield from self.within(node.else_, dict(scope))
            case nodes.Macro() | nodes.CallBlock():
                inner = {**scope, **{one.name: None for one in node.args}}
                if isinstance(node, nodes.Macro):
                    scope[node.name] = inner[node.name] = None
                else:
                    yield from self._missing(node.call, scope)
                yield from self.within(node.body, inner)
            case nodes.Assign():
                yield from self._missing(node.node, scope)
                self._bind(node.target, self._shape(node.node, scope), scope)
            case nodes.AssignBlock():
                self._bind(node.target, None, scope)
                yield from self.within(node.body, dict(scope))
            case nodes.If():
                yield from self._missing(node.test, scope)
                for branch in (node.body, node.elif_, node.else_):
                    yield from self.within(branch, scope)
            case nodes.Import() | nodes.FromImport():
                for one in names_set(nodes.Template([node])):
                    scope[one] = None
                yield from self._missing(node.template, scope)
            case nodes.Expr():
                yield from self._missing(node, scope)
            case _:
                yield from self.within(node.iter_child_nodes(), scope)

    def _missing(self, node: nodes.Node, scope: Scope) -> Iterator[_Missing]:
        """What is missing in an expression."""
        match node:
            case nodes.Name():
                if node.ctx == "load" and node.name not in scope:
                    yield node.lineno, node.name, scope
                return
            case nodes.Filter() if node.name in ("default", "d"):
                return
            case nodes.Test() if node.name in ("defined", "undefined"):
                return
            case nodes.Getattr() | nodes.Getitem():
                wanted = _wanted(node)
                owner = self._shape(node.node, scope)
                if wanted is not None and owner is not None and _lacks(owner, wanted):
                    yield node.lineno, wanted, owner.keys
        for child in node.iter_child_nodes():
            yield from self._missing(child, scope)

    def _shape(self, node: nodes.Node, scope: Scope) -> Shape | None:
        """What an expression gives, as far as that can be told."""
        match node:
            case nodes.Name():
                return scope.get(node.name)
            case nodes.Getattr() | nodes.Getitem():
                owner, wanted = self._shape(node.node, scope), _wanted(node)
                if owner is None:
                    return None
                if wanted is None:
                    return owner.item if owner.kinds == {"list"} else None
                return owner.keys.get(wanted)
            case nodes.Filter() if node.node is not None and node.name in _SAME_ITEMS:
                return self._shape(node.node, scope)
            case nodes.Filter() if node.node is not None and node.name in _ITEM:
                return self._item(node.node, scope)
        return None

    def _item(self, node: nodes.Node, scope: Scope) -> Shape | None:
        shape = self._shape(node, scope)
        return shape.item if shape and shape.kinds <= {"list", "nothing"} else None

    def _bind(self, target: nodes.Node, shape: Shape | None, scope: Scope) -> None:
        if isinstance(target, nodes.Name):
            scope[target.name] = shape
            return
        for one in target.find_all(nodes.Name):
            scope[one.name] = None


def _wanted(node: nodes.Getattr | nodes.Getitem) -> str | None:
    """The name that is asked for; None where it is worked out, or a number."""
    if isinstance(node, nodes.Getattr):
        return node.attr
    constant = node.arg.value if isinstance(node.arg, nodes.Const) else None
    return constant if isinstance(constant, str) else None


def _lacks(owner: Shape, wanted: str) -> bool:
    """Whether a mapping of which all is known has no such name."""
    return (
        owner.kinds <= {"keys", "nothing"}
        and bool(owner.keys)
        and wanted not in owner.keys
        and wanted not in _METHODS
    )
