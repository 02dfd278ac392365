"""Pages from Jinja files: all that is printed is escaped, and nothing in a page may ask for anything or run unseen.

A page is complete in one file. Its template stands in this package beside its style and script, each named by its path
in the package, and extends `formats/html/page.html.j2`.
"""

from base64 import b64encode
from functools import cache
from hashlib import sha256

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from letterkit.letter import printed_references


def render(template: str, **values: object) -> str:
    """Return a page from its template and the values that are named there."""
    return _environment().get_template(template).render(values) + "\n"


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("letterkit", ""),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,  # the files of a package do not change
    )
    made.globals = {"inlined": _inlined}
    made.filters |= {"sha256": _sha256, "printed_references": printed_references}
    return made


def _inlined(*files: str) -> Markup:
    """Return files of style, or of script, as they stand in a page, one after the other."""
    environment = _environment()
    assert environment.loader
    texts = [environment.loader.get_source(environment, file)[0] for file in files]
    return Markup("\n" + "".join(texts))  # noqa: S704 - files of this package, with nothing of anybody else's in them


def _sha256(text: str) -> str:
    """Return the digest by which a content policy (CSP level 3) lets a style or script run."""
    return b64encode(sha256(text.encode()).digest()).decode()
