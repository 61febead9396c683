"""Puts a watch on what a template could let grow without end: its loops, and the lists that it writes out."""

from typing import Final, cast

from jinja2 import TemplateSyntaxError, nodes
from jinja2.visitor import NodeTransformer

COUNTED: Final = "counted"
"""A filter that is put on what every loop goes through; a template that names it itself gains nothing."""
FLAT: Final = "flat"
"""A filter that is put on every list that is written out."""


class Watched(NodeTransformer):
    """Changes a template as it was read; what it may not have at all is refused with its line."""

    def __init__(self, name: str | None, filename: str | None) -> None:
        self._name, self._filename = name, filename

    def visit_For(self, node: nodes.For) -> nodes.For:  # noqa: N802 - named by Jinja2, as are those below
        self.generic_visit(node)
        node.iter = _with(COUNTED, cast(nodes.Expr, node.iter))
        return node

    def visit_List(self, node: nodes.List) -> nodes.Filter:  # noqa: N802
        self.generic_visit(node)
        return _with(FLAT, node)

    def visit_Tuple(self, node: nodes.Tuple) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        return _with(FLAT, node) if node.ctx == "load" else node

    def visit_Dict(self, node: nodes.Dict) -> nodes.Node:  # noqa: N802
        raise self._refused(node, "keys with values cannot be written in a template")

    def visit_Name(self, node: nodes.Name) -> nodes.Name:  # noqa: N802
        if node.name in ("varargs", "kwargs"):
            raise self._refused(node, f"“{node.name}” cannot be used; name what the macro is given")
        return node

    def _refused(self, node: nodes.Node, sentence: str) -> TemplateSyntaxError:
        return TemplateSyntaxError(sentence, node.lineno, self._name, self._filename)


def _with(filter_name: str, node: nodes.Expr) -> nodes.Filter:
    return nodes.Filter(node, filter_name, [], [], None, None, lineno=node.lineno)
