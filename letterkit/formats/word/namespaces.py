"""XML namespaces of Word, and qualified names."""

from functools import cache

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
}
"""The namespaces that letters are written in."""

READ_NAMESPACES = NAMESPACES | {
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
    "v": "urn:schemas-microsoft-com:vml",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "cx": "http://schemas.microsoft.com/office/drawing/2014/chartex",
    "lc": "http://schemas.openxmlformats.org/drawingml/2006/lockedCanvas",
}
"""Those of what other programs put into Word files, too."""

WORD_EXTENSIONS = (
    "2006/wordml", "2008/9/12/wordml", "2010/wordprocessingDrawing", "2010/wordprocessingCanvas",
    "2010/wordprocessingGroup", "2010/wordprocessingInk", "2010/wordprocessingShape", "2012/wordprocessingDrawing",
    "2015/wordml/symex", "2016/wordml/cid", "2018/wordml", "2018/wordml/cex", "2020/wordml/sdtdatahash",
    "2023/wordml/word16du", "2024/wordml/sdtformatlock",
)  # fmt: skip
DRAWING_EXTENSIONS = (
    "2010/main", "2012/chart", "2013/main/command", "2014/chart", "2014/chartex", "2014/main", "2015/9/8/chartex",
    "2015/10/21/chartex", "2016/5/9/chartex", "2016/5/10/chartex", "2016/5/11/chartex", "2016/5/12/chartex",
    "2016/5/13/chartex", "2016/5/14/chartex", "2016/11/main", "2016/ink", "2016/SVG/main", "2017/model3d",
)  # fmt: skip
_MICROSOFT = "http://schemas.microsoft.com/office"
UNDERSTOOD = frozenset(
    (
        *READ_NAMESPACES.values(),
        "urn:schemas-microsoft-com:office:office",
        "urn:schemas-microsoft-com:office:word",
        *(f"{_MICROSOFT}/word/{name}" for name in WORD_EXTENSIONS),
        *(f"{_MICROSOFT}/drawing/{name}" for name in DRAWING_EXTENSIONS),
    )
)
"""The namespaces that Word knows; of alternatives it shows the first that needs no others."""

RELATIONSHIP_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
RECORD_NAMESPACE = "urn:letterkit:draft-record:1"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@cache
def w(name: str) -> str:
    """Return a WordprocessingML name as lxml wants it: `w("p")`."""
    return f"{{{NAMESPACES['w']}}}{name}"


@cache
def qualified(name: str) -> str:
    """Return a prefixed name as lxml wants it: `qualified("w15:appearance")`."""
    prefix, _, local = name.partition(":")
    return f"{{{READ_NAMESPACES[prefix]}}}{local}"
