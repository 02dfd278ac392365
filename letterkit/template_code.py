"""What a template is before it runs: refused where no letter needs it, and made to count its own steps."""

from collections.abc import Iterator

from jinja2 import TemplateSyntaxError, nodes

from letterkit.letter_tags import LetterTags

REPEATED = (nodes.Template, nodes.For, nodes.Macro, nodes.CallBlock, nodes.Block)


def prepare(template: nodes.Template, name: str | None, filename: str | None) -> None:
    """Refuse what no letter needs and let the rest count itself; raises TemplateSyntaxError."""
    for line, message in _refused(template):
        raise TemplateSyntaxError(message, line, name, filename)
    _let_count(template)


def _refused(template: nodes.Template) -> Iterator[tuple[int, str]]:
    for line in _lost_lines(template):
        yield line, "This stands outside {% block body %}, where no letter prints it. Move it before {% endblock %}"
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
            node.items = [_checked("single", item) for item in node.items]
        case nodes.Pair():
            node.key, node.value = _checked("single", node.key), _checked("single", node.value)


def _checked(check: str, value: nodes.Expr) -> nodes.Expr:
    return value if isinstance(value, nodes.Const) else _tagged(check, value)


def _tagged(method: str, *arguments: nodes.Expr) -> nodes.Call:
    """Return the call of a method of the letter's tags, which is given the context first."""
    called = nodes.ExtensionAttribute(LetterTags.identifier, method)
    return nodes.Call(called, [nodes.ContextReference(), *arguments], [], None, None)


def _lost_lines(template: nodes.Template) -> Iterator[int]:
    """Find what a template that fills in another one prints outside its blocks, from where nothing reaches a letter."""
    for output in _outside_blocks(template) if template.find(nodes.Extends) else ():
        for part in output.nodes:
            text = part.data if isinstance(part, nodes.TemplateData) else "a value"
            if text.strip():
                yield part.lineno + text[: len(text) - len(text.lstrip())].count("\n")


def _outside_blocks(node: nodes.Node) -> Iterator[nodes.Output]:
    for child in node.iter_child_nodes():
        if isinstance(child, nodes.Output):
            yield child
        elif not isinstance(child, nodes.Block | nodes.Macro | nodes.AssignBlock):
            yield from _outside_blocks(child)
