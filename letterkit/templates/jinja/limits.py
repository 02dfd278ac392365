"""What a template is before it runs: refused where no letter needs it, and made to count its own steps."""

from collections.abc import Callable, Collection, Iterator

from jinja2 import TemplateSyntaxError, nodes

from letterkit.language import did_you_mean
from letterkit.templates.jinja.tags import LetterTags

OUTSIDE = "This stands outside {% block body %}, where no letter prints it. Move it before {% endblock %}"
COLLECTIONS = (nodes.List, nodes.Tuple, nodes.Dict)
REPEATED = (nodes.Template, nodes.For, nodes.Macro, nodes.CallBlock, nodes.Block)


BlocksOf = Callable[[str], "Collection[str] | None"]
"""Tells the blocks that a template has, by its name; None if that cannot be told."""


def prepare(template: nodes.Template, name: str | None, filename: str | None, *, blocks_of: BlocksOf) -> None:
    """Refuse what no letter needs and let the rest count itself; raises TemplateSyntaxError."""
    for line, message in _refused(template, blocks_of):
        raise TemplateSyntaxError(message, line, name, filename)
    _let_count(template)


def filled_in(template: nodes.Template) -> str | None:
    """Return the template whose blocks one fills in, if it says so by its name."""
    extends = template.find(nodes.Extends)
    named = extends.template if extends else None
    return str(named.value) if isinstance(named, nodes.Const) else None


def _refused(template: nodes.Template, blocks_of: BlocksOf) -> Iterator[tuple[int, str]]:
    if template.find(nodes.Extends):
        yield from _lost(template)
        base = filled_in(template)
        known = blocks_of(base) if base else None
        for block in template.body if known is not None else ():
            if isinstance(block, nodes.Block) and block.name not in (known or ()):
                message = f"There is no block '{block.name}' in {base}, so no letter prints this one"
                yield block.lineno, f"{message}. {did_you_mean(block.name, sorted(known or ()))}"
    for reference in template.find_all(nodes.NSRef):
        dotted = f"{reference.name}.{reference.attr}"
        yield reference.lineno, f"'{dotted}' cannot be set: a template changes no value. Set a name without a dot"


def _let_count(node: nodes.Node) -> tuple[int, int]:
    """Let every turn of a loop, and every run of a macro, block or template, count itself as it begins.

    Return how many characters stand in a node, and how many steps it takes to run it once.
    """
    if isinstance(node, nodes.TemplateData):
        return len(node.data), 1
    below = [_let_count(child) for child in node.iter_child_nodes()]
    characters, steps = sum(own for own, _ in below), 1 + sum(own for _, own in below)
    if isinstance(node, REPEATED):
        counting = _tagged("count_turn", nodes.Const(characters), nodes.Const(steps))
        node.body.insert(0, nodes.ExprStmt(counting).set_lineno(node.lineno))
        if isinstance(node, nodes.For) and node.test is not None:
            node.test = nodes.And(_tagged("count_turn", nodes.Const(0), nodes.Const(steps)), node.test)
    _let_values_count(node)
    return characters, steps


def _let_values_count(node: nodes.Node) -> None:
    """Let values count what it takes to compare, cut or hold them; they could be long, or lists of lists of lists."""
    match node:
        case nodes.Compare():
            node.expr = _checked("gone_through", node.expr)
            for operand in node.ops:
                operand.expr = _checked("gone_through", operand.expr)
        case nodes.Getitem(arg=nodes.Slice()):
            node.node = _checked("gone_through", node.node)
        case nodes.List() | nodes.Tuple(ctx="load"):
            node.items = [_checked("single", item) for item in node.items]  # written out, lists of lists end
        case nodes.Pair():
            node.key, node.value = _checked("single", node.key), _checked("single", node.value)


def _checked(check: str, value: nodes.Expr) -> nodes.Expr:
    written_out = isinstance(value, nodes.Const) or (check == "single" and isinstance(value, COLLECTIONS))
    return value if written_out else _tagged(check, value)


def _tagged(method: str, *arguments: nodes.Expr) -> nodes.Call:
    """Return the call of a method of the letter's tags, which is given the context first."""
    called = nodes.ExtensionAttribute(LetterTags.identifier, method)
    return nodes.Call(called, [nodes.ContextReference(), *arguments], [], None, None)


def _lost(template: nodes.Node) -> Iterator[tuple[int, str]]:
    """Find what a template that fills in another one has outside its blocks: it is lost, or printed out of place."""
    for node in template.iter_child_nodes():
        if isinstance(node, nodes.Output | nodes.Include):
            for line in _printed_at(node):
                yield line, OUTSIDE
        elif isinstance(node, nodes.Block) and not isinstance(template, nodes.Template):
            yield node.lineno, "This block is printed whatever stands around it. Put that inside the block"
        elif not isinstance(node, nodes.Block | nodes.Macro | nodes.AssignBlock):
            yield from _lost(node)


def _printed_at(node: nodes.Output | nodes.Include) -> Iterator[int]:
    for part in node.nodes if isinstance(node, nodes.Output) else (node,):
        text = part.data if isinstance(part, nodes.TemplateData) else "a value"
        if text.strip():
            yield part.lineno + text[: len(text) - len(text.lstrip())].count("\n")
