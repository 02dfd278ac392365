"""The styles part: what a style is, and how Word has it (ECMA-376 part 1, 17.7.4)."""

from collections.abc import Iterable
from dataclasses import dataclass

from letterkit.formats.word.letterhead_maker.markup import Element, element, part, value
from letterkit.formats.word.letterhead_maker.properties import size, spacing, theme_font

LANGUAGE = "en-GB"
TEXT_SIZE = 12
"""Points: the least that GOV.UK allows documents that everybody can read."""
OWN_IDS = {"annotation": "Comment", "Normal Table": "TableNormal"}
BUILT_IN_STYLES = 376
LAST_PRIORITY = 99


@dataclass(frozen=True, slots=True)
class Style:
    """One style; `priority` is its place in Word's list, `own` is for names that Word does not have built in.

    `quick` styles stand in Word's gallery; `hidden` ones are shown only once they are used.
    """

    name: str
    kind: str = "paragraph"
    based_on: str = "Normal"
    next: str = ""
    priority: int = LAST_PRIORITY
    quick: bool = True
    hidden: bool = False
    own: bool = False
    default: bool = False
    paragraph: tuple[Element, ...] = ()
    text: tuple[Element, ...] = ()
    table: tuple[Element, ...] = ()


def style_id(name: str) -> str:
    """Return the id that Word gives a style of this name: the words capitalised and joined."""
    if name in OWN_IDS:
        return OWN_IDS[name]
    return "".join(OWN_IDS.get(word, word[0].upper() + word[1:]) for word in name.split())


def styles_part(styles: Iterable[Style], typeface: str) -> bytes:
    """Return the styles part, with document defaults; built-in styles not listed stay hidden until used."""
    latent = element(
        "latentStyles",
        defLockedState=0,
        defUIPriority=LAST_PRIORITY,
        defSemiHidden=1,
        defUnhideWhenUsed=1,
        defQFormat=0,
        count=BUILT_IN_STYLES,
    )
    return part(element("styles", _defaults(typeface), latent, *map(_style, styles)))


def _defaults(typeface: str) -> Element:
    language = element("lang", val=LANGUAGE, eastAsia=LANGUAGE, bidi="ar-SA")
    text = element("rPrDefault", element("rPr", theme_font("minor", typeface), *size(TEXT_SIZE), language))
    return element("docDefaults", text, element("pPrDefault", element("pPr", spacing())))


def _style(style: Style) -> Element:
    told: list[Element] = [value("name", style.name)]
    told += [value("basedOn", style_id(style.based_on))] if style.based_on else []
    told += [value("next", style_id(style.next))] if style.next else []
    told += [value("uiPriority", style.priority)]
    told += [element("semiHidden"), element("unhideWhenUsed")] if style.hidden else []
    told += [element("qFormat")] if style.quick and not style.hidden else []
    told += [element("pPr", *style.paragraph)] if style.paragraph else []
    told += [element("rPr", *style.text)] if style.text else []
    marks = {"default": 1} if style.default else {"customStyle": 1} if style.own else {}
    return element("style", *told, *style.table, type=style.kind, **marks, styleId=style_id(style.name))
