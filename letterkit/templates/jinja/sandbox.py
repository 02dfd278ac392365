"""What a letter template may do: print evidence by name, choose, loop, and mark the parts of a letter.

There are no globals and no calls. Each printed value becomes a mark (see `markup`), and what is missing is
noted down with its template and line, so that one run tells all of it.
"""

from collections.abc import Collection, Sequence
from typing import Any

from jinja2 import TemplateError, nodes, pass_context
from jinja2.exceptions import TemplateRuntimeError
from jinja2.runtime import BlockReference, Context, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from letterkit.errors import InputError
from letterkit.evidence import NoHouseForm, Sourced, house_form, plain_value, written_form
from letterkit.letter import Origin, Span
from letterkit.templates.jinja.filters import letter_filters, letter_tests
from letterkit.templates.jinja.limits import filled_in, prepare
from letterkit.templates.jinja.loader import TemplateFolder
from letterkit.templates.jinja.render_log import Missing, notes_of, steps_through
from letterkit.templates.jinja.tags import LetterTags, as_markup
from letterkit.templates.markers import MARKS, span_mark

BLOCK_TEXT = "is block text, which cannot be filtered or joined: use the value itself"
LARGEST = 10**30


class Sandbox(ImmutableSandboxedEnvironment):
    """Evidence by name, the office's forms as filters, the parts of a letter as tags."""

    def __init__(self, folder: TemplateFolder) -> None:
        super().__init__(
            loader=folder,
            undefined=Missing,
            autoescape=True,  # tells the text of macros and blocks (Markup) from values, which become marks
            trim_blocks=True,
            lstrip_blocks=True,
            extensions=[LetterTags],
            finalize=_finalize,
            optimized=False,  # works out nothing ahead, so that what constants do is counted, too
            auto_reload=False,  # a run reads each template once
        )
        self._filling: dict[str | None, str | None] = {}
        self._being_read: set[str] = set()
        self.globals = {}
        self.filters = letter_filters(self.filters)
        self.tests = letter_tests(self.tests)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Look evidence up by name; a name under a missing one is missing too."""
        if isinstance(obj, Sourced):
            return self._child(obj, attribute)
        return obj if isinstance(obj, Missing) else super().getattr(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Look evidence up by an id that is no word, such as an item's number; no list or record is one."""
        if isinstance(obj, Missing):
            return obj
        name = plain_value(argument)
        if not isinstance(name, str | int):
            return self.undefined(obj=obj, name=name)
        return self._child(obj, name) if isinstance(obj, Sourced) else super().getitem(obj, name)

    def _child(self, obj: Sourced, name: Any) -> Any:
        """Look up what is below a value; of a fact that the office does not publish, only that it does not."""
        if obj.is_withheld and name != "publish":
            told = f"{obj.reference}.{name} is marked 'publish: false', so no letter may print it or hang on it"
            raise TemplateRuntimeError(f"{told}. Take it out of the template, or publish the fact")
        try:
            return obj.child(name)
        except KeyError:
            return self.undefined(obj=obj, name=name)

    intercepted_binops = frozenset(("*", "**", "+", "-", "/", "//"))

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Calculate with numbers only: text or lists added again and again, or a great power, would fill the memory."""
        values = (plain_value(left), plain_value(right))
        if operator == "**" or any(isinstance(value, str | Sequence) for value in values):
            message = f"'{operator}' is for numbers only. Write the values one after the other"
            raise TemplateRuntimeError(message)
        if any(isinstance(value, int) and abs(value) > LARGEST for value in values):
            message = "No letter calculates with numbers of more than 30 digits"
            raise TemplateRuntimeError(message)
        notes_of(context).count(0, steps_through(left) + steps_through(right))
        return super().call_binop(context, operator, left, right)

    def _generate(
        self,
        source: nodes.Template,
        name: str | None,
        filename: str | None,
        defer_init: bool = False,  # noqa: FBT001, FBT002 - as Jinja has it
    ) -> str:
        """Make a template's code once it is prepared."""
        self._filling[name] = filled_in(source)
        prepare(source, name, filename, blocks_of=self._blocks_of)
        return super()._generate(source, name, filename, defer_init)

    def _blocks_of(self, name: str) -> Collection[str] | None:
        """Return the blocks of a template and of those it fills in; None if it cannot be read, which is told later."""
        known: set[str] = set()
        seen: set[str | None] = set()
        base: str | None = name
        while base and base not in seen and base not in self._being_read:
            seen.add(base)
            self._being_read.add(base)
            try:
                known |= self.get_template(base).blocks.keys()
            except (TemplateError, InputError):
                return None
            finally:
                self._being_read.discard(base)
            base = self._filling.get(base)
        return None if base else known

    def call(self, context: Context, obj: Any, /, *args: Any, **kwargs: Any) -> Any:
        """Call what a template calls; the letter's tags, which it can only write as tags, without guarding them."""
        if isinstance(getattr(obj, "__self__", None), LetterTags):
            return obj(*args)
        notes_of(context).count(0, sum(map(steps_through, args)))
        return super().call(context, obj, *args, **kwargs)

    def is_safe_callable(self, obj: Any) -> bool:
        """Allow what the template itself defines and `super()`; nothing else."""
        owner = getattr(obj, "__self__", None)
        return isinstance(obj, Macro | BlockReference) or isinstance(owner, LoopContext)


@pass_context
def _finalize(context: Context, value: Any) -> Any:
    """Turn each printed value into a mark; the text of macros and blocks is already markup."""
    notes = notes_of(context)
    if isinstance(value, Markup):
        notes.count(len(value))
        return value
    if isinstance(value, Missing):
        notes.report(value.says(), lambda: value.remedy(context.parent))
        return as_markup("")
    try:
        span = _span(value)
    except NoHouseForm as reason:
        what = value.reference if isinstance(value, Sourced) else "This value"
        no_value = "Give it a value in the evidence, or print it only {% if %} it has one."
        notes.report(
            f"{what} {reason}.", no_value if plain_value(value) is None else "See docs/reference/templates.md."
        )
        return as_markup("")
    notes.count(len(span.text), len(span.origin.references) if span.origin else 0)
    notes.spans.append(span)
    return as_markup(span_mark(len(notes.spans) - 1))


def _span(value: Any) -> Span:
    if not isinstance(value, Sourced):
        text = house_form(value)
        if not MARKS.isdisjoint(text):
            raise NoHouseForm(BLOCK_TEXT)
        return Span(text)
    if isinstance(value.value, Markup) or not value.references:
        raise NoHouseForm(BLOCK_TEXT)
    text = value.printed if value.printed is not None else house_form(value.value)
    return Span(text, Origin(value.references, type(value.value).__name__, written_form(value.value)))
