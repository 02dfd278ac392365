"""Is each abbreviation of the field spelled out where the letter first uses it?"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from letterkit.checks.checked_letter import CheckedLetter, CheckedParagraph
from letterkit.findings import Note, Severity
from letterkit.language import normal_form

OF_THE_FIELD = {
    "AFI": "area for improvement",
    "AFIs": "areas for improvement",
    "ASB": "anti-social behaviour",
    "BWV": "body-worn video",
    "CJS": "criminal justice system",
    "CPS": "Crown Prosecution Service",
    "CSP": "community safety partnership",
    "EDI": "equality, diversity and inclusion",
    "HMIC": "Her Majesty\N{RIGHT SINGLE QUOTATION MARK}s Inspectorate of Constabulary",
    "HMICFRS": "His Majesty\N{RIGHT SINGLE QUOTATION MARK}s Inspectorate of Constabulary and Fire & Rescue Services",
    "IOPC": "Independent Office for Police Conduct",
    "LCJB": "local criminal justice board",
    "MARAC": "multi-agency risk assessment conference",
    "MASH": "multi-agency safeguarding hub",
    "NCA": "National Crime Agency",
    "NPCC": "National Police Chiefs\N{RIGHT SINGLE QUOTATION MARK} Council",
    "OPCC": "office of the police and crime commissioner",
    "PCC": "police and crime commissioner",
    "PCSO": "police community support officer",
    "PCSOs": "police community support officers",
    "PEEL": "police effectiveness, efficiency and legitimacy",
    "PFCC": "police, fire and crime commissioner",
    "PSED": "public sector equality duty",
    "RASSO": "rape and serious sexual offences",
    "ROCU": "regional organised crime unit",
    "SARC": "sexual assault referral centre",
    "VAWG": "violence against women and girls",
}
"""What a reader of letters on policing may not know; names in evidence with a short form go before these."""

ABBREVIATION = re.compile(r"(?<![\w/@.&-])[A-Z]{2,}s?(?![\w/@]|[.-]\d|\.\w)")
SALUTATION = re.compile(r"Dear\b")
BEHIND = 120
"""How far behind an abbreviation its words may stand."""


def check(letter: CheckedLetter) -> Iterator[Note]:
    """Find the first use, after the salutation, of each abbreviation whose words do not stand there or before."""
    known = _known(letter)
    said, seen = "", set[str]()
    for paragraph in _after_salutation(letter):
        for match in ABBREVIATION.finditer(_without_titles(paragraph)):
            short = match[0] if match[0] in known else match[0].removesuffix("s")
            if short in seen or short not in known:
                continue
            seen |= {short, short.removesuffix("s"), f"{short}s"}
            around = f"{said} {paragraph.text[: match.end() + BEHIND]}"
            if not _spelled_out(known, short, around):
                message = f"It is not spelled out where it first stands. Write '{known[short][0]} ({short})'."
                yield letter.note("abbreviations", Severity.NOTE, paragraph, match.span(), message)
        said = f"{said} {paragraph.text}"


def _after_salutation(letter: CheckedLetter) -> Iterator[CheckedParagraph]:
    begun = not any(SALUTATION.match(paragraph.text) for paragraph in letter.paragraphs)
    for paragraph in letter.paragraphs:
        if begun:
            yield paragraph
        begun = begun or bool(SALUTATION.match(paragraph.text))


def _without_titles(paragraph: CheckedParagraph) -> str:
    """Return what the office itself says, with quotations, titles and numbers of items left blank."""
    text = paragraph.own_words
    for one in paragraph.sourced:
        if one.references[0].kind == "sources" or one.references[0].name in ("title", "id"):
            text = text[: one.start] + " " * (one.end - one.start) + text[one.end :]
    return text


def _known(letter: CheckedLetter) -> Mapping[str, list[str]]:
    """Return what each abbreviation stands for, that of the letter's day first; the office itself needs no words."""
    known = defaultdict(list, {short: [words] for short, words in OF_THE_FIELD.items()})
    for body in letter.pack.office.bodies.values():
        if body.short:
            known[body.short].insert(0 if body.covers(letter.day) else len(known[body.short]), body.name)
    return {short: names for short, names in known.items() if short != letter.pack.office.short}


def _spelled_out(known: Mapping[str, list[str]], short: str, text: str) -> bool:
    said = f" {' '.join(normal_form(text))} "
    names = (*known[short], *known.get(short.removesuffix("s"), ()))
    return any(f" {' '.join(normal_form(name))}" in said for name in names)
