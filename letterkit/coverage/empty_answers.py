"""What an answer says, once labels, held places, positions, pointers and the item itself are left out.

A response sets out comments, what is done or will be done, or why nothing is (Police Act 1996, section 55(5) and (5B)).
Words that every answer may have are listed by what they do; one clause with another word says something.
"""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import cache

from rapidfuzz import fuzz

from letterkit.language import in_common, is_courtesy, sentences


class SaysNothing(StrEnum):
    """In what way words say nothing, as a message goes on after them; of several ways, the last of these is told."""

    SCRAP = "says neither what is done nor why nothing is"
    LABEL = "is only a label or a heading"
    ITEM = "only repeats the item"
    POSITION = "takes a position, and says nothing of what is done"
    INTENDED = "says neither what is done or will be done, nor by whom"
    HANDED_ON = "hands the item on, and says nothing of what is done"
    POINTER = "points elsewhere, and says nothing here"
    AWAITED = "says only that an answer is to come"
    HELD = "holds a place for the answer"


LISTED = {
    SaysNothing.SCRAP: """
        a an the of to in into on onto at for with within by from and or but as it its this that these those such both
        we i our my us me you your they them their he she his her who which whom whose what how there here am is are
        was were be been being has have had having do does did will shall would can could may might must should if so
        also too then not no none nil nothing any all each other another others same one own very much more most fully
        full part partly partially entirely wholly completely duly currently now present time stage moment yet still
        while when where than just only n na yes ok okay mr mrs ms dr sir lord lady
        relevant applicable known unknown available regard respect relation connection view light please kindly
        january february march april may june july august september october november december monday tuesday wednesday
        thursday friday saturday sunday week month year next early late spring summer autumn winter
        mid""",
    SaysNothing.LABEL: """
        label heading status drafting lines lead owner deadline due evidence outcome outcomes background summary
        narrative rationale timescale timescales next steps q a ref reference number no lines date""",
    SaysNothing.ITEM: """
        recommendation recommendations recommend recommends recommended area areas improvement improvements cause causes
        concern concerns afi afis finding findings observation observations point points item items issue issues
        report reports matter matters paragraph says state states read reads asks require requires found ensure ensures
        ensuring following follows namely quote quoted wording""",
    SaysNothing.POSITION: """
        accept accepts accepted accepting acceptance agree agrees agreed agreement welcome welcomes welcomed note notes
        noted noting support supports supported supportive endorse endorses endorsed acknowledge acknowledges
        acknowledged recognise recognises recognised recognize recognizes reject rejects rejected disagree disagrees
        disagreed take takes taken taking understand understands understood receive received grateful thank thanks
        thankful appreciate appreciates principle gladly formally strongly broadly wholeheartedly carefully content
        contents comments comment feedback work importance important spirit aim thrust conclusion conclusions reasoning
        pleased glad seriously serious interest careful great close attention commend commends share shares value values
        valuable useful helpful priority key vital critical essential crucial significant confident assured satisfied
        believe think feel concur concurs position commitment committed commit opportunity right gets get""",
    SaysNothing.INTENDED: """
        action actions act update updates progress response respond change changes activity measures step
        appropriate necessary needed need needs required planned proposed suitable relevant proper reasonable possible
        consider considers considered considering consideration reflect reflects reflecting reflection thought
        thoughts look looks looking looked bear bearing mind give gives given giving due further new additional
        specific make made making ensure address addressed addresses addressing deal dealt tackle resolve progressed
        under way underway ongoing continue continues continuing continued hand track open want wants wish wishes
        course hope hopes hoped able say more deserves deserved merits intend intends expect expects expected try trying
        everything anything something whatever else best discuss discusses discussed discussion explore explored
        exploring options working worked identified started aware""",
    SaysNothing.HANDED_ON: """
        force chief constable constables deputy assistant police commissioner commissioners crime fire rescue mayor
        office opcc pcc pfcc service inspectorate hmicfrs hmic hmi inspector inspectors inspection majesty majestys fire
        secretary home minister college policing npcc government council councils panel partners partner
        colleague colleagues team department directorate board head director executive officer staff hr
        somebody someone anybody
        responsibility responsible remit operational operationally purely primarily solely falls fall lies lie rests
        rest remains remain sits belongs directed addressed assigned allocated pass passed referred refer forwarded
        forward
        sent send leave left hand handed task question decision mine ours owned led leads rather directly ask asked
        answerable business best placed""",
    SaysNothing.POINTER: """
        see above below overleaf before previous previously earlier elsewhere attached enclosed annex appendix letter
        document answer answers reply replies covering cover covered main page section link website set out described
        stated said mentioned ditto idem per cf last first second third separate separately consult find""",
    SaysNothing.AWAITED: """
        await awaits awaiting awaited pending wait waiting follow come coming soon later shortly outstanding chase
        chased chasing provide provided provides providing supply supplied submitted submit revert detail
        details detailed information info input contribution text figures fuller substantive statement watch space
        email emailed reminder requested chaser""",
    SaysNothing.HELD: """
        tbc tbd tba tbx todo placeholder insert inserted click tap type enter add choose select fill blank empty
        draft drafted holding interim sample text here complete confirm sending field""",
}
"""Words that say nothing alone, by what they do."""
UNTIL = r"[^,;:]*?(?=[,;:]|$|\s(?:who|which|where|but|because|since|and (?:has|have|is|are|will|in the)|until)\b)"
UNTIL_SERIOUSLY = r"[^,;:.]{1,80}? seriously\b"
SWALLOWED: dict[SaysNothing, re.Pattern[str]] = {
    SaysNothing.HELD: re.compile(
        r"^draft(?:ing)? notes?\b.*|\[[^\]]*\]|<[^>]*>+|\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}"
        r"[^\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}]*.|\{\{.*?\}\}|_{3,}|\.{4,}|\?{2,}|\bx{2,}\b"
        r"|\b(?:tbc|tbd|tba|todo|placeholder)\b|\blorem ipsum\b.*|\bdolor sit amet\b.*"
        r"|^(?:please )?(?:click|tap|type|enter|insert|add|choose|select|complete|fill in)\b"
        r".*\b(?:here|text|item|date|response|answer|wording)\b.*"
        r"|\bto be (?:confirmed|determined|decided|advised|completed|added|supplied|provided|inserted|drafted|written"
        r"|announced|finalised|updated|filled in|agreed|done)\b"
        rf"(?: by {UNTIL})?",
        re.IGNORECASE,
    ),
    SaysNothing.AWAITED: re.compile(
        rf"\b(?:await(?:s|ing)?|pending|wait(?:ing)? (?:for|on|to)|chasing)\b{UNTIL}|\b(?:to|will) follow\b{UNTIL}"
        rf"|\b(?:response|reply|answer)s? (?:is|are|will|shall|to)\b{UNTIL}",
        re.IGNORECASE,
    ),
    SaysNothing.POSITION: re.compile(
        rf"\btakes? {UNTIL_SERIOUSLY}|\b(?:is|are|am|remains?) (?:fully |wholly |firmly )?committed to {UNTIL}",
        re.IGNORECASE,
    ),
    SaysNothing.POINTER: re.compile(
        rf"^(?:please )?(?:see|refer to|as (?:per|in)|cf"
        rf"|(?:this is |as )?(?:covered|set out|dealt with|described) in)\b{UNTIL}",
        re.IGNORECASE,
    ),
    SaysNothing.HANDED_ON: re.compile(
        rf"\b(?:matter|question|issue|decision|one) for {UNTIL}"
        rf"|\b(?:directed|addressed|assigned|allocated|passed|referred|forwarded|sent|handed)(?: on)? to {UNTIL}",
        re.IGNORECASE,
    ),
}
"""What says nothing whatever it is said of: it and its object are left out before a sentence is judged."""
NO_CONTENT = re.compile(r"\b[A-Z]\w+(?= (?:Police|Constabulary)\b)|\b(?:the )?(?:end|start|beginning|middle) of (?=\S)")
AT_A_MEETING = re.compile(r"\bat (?:my|our|the|its) (?!next\b|last\b)\w+ (?:board|meeting|panel)\b", re.IGNORECASE)
HOW_OFTEN = re.compile(r"\b(?:each|every|per) \w+|\b(?:once|twice|times) an? \w+|\b\w+(?:monthly|quarterly|weekly)\b")
WORD = re.compile(r"[^\W\d_][\w\N{RIGHT SINGLE QUOTATION MARK}'-]*")
VERB = re.compile(
    r"[a-z]{3,}(?:ed|ing)|done|met|held|put|took|made|gave|ran|wrote|rewrote|rewritten|built|brought|bought|taught|went"
    r"|came|saw|seen|kept|grew|fell|rose|chose|chosen|spoke|told|paid|sought|spent|set|began|begun|cut|won|lost|shown"
)
AUXILIARY = re.compile(
    r"\b(?:am|is|are|was|were|be|been|has|have|had|will|shall|can|do|does|did|would|must|may|cannot|\w+n.t)\b",
    re.IGNORECASE,
)
REPEATED_WORDS, MOST_LEFT, ALIKE, FEWEST_WITHOUT_A_VERB = 4, 0.6, 90, 2


def nothing_said(lines: Sequence[str], item: str) -> tuple[str, SaysNothing] | None:
    """Tell in what way the lines of an answer say nothing, with the words that show it; None if they say something.

    `item` is the item's own text, which says nothing here either.
    """
    found: list[tuple[str, SaysNothing]] = []
    for sentence in _sentences(lines):
        kind = _kind_of(sentence, item)
        if kind is None:
            return None
        found.append((sentence, kind))
    gravity = list(SaysNothing)
    return max(found, key=lambda one: gravity.index(one[1])) if found else None


def _sentences(lines: Sequence[str]) -> Iterator[str]:
    for line in lines:
        for start, end in sentences(line):
            sentence = line[start:end].strip()
            if sentence:
                yield sentence


def _kind_of(sentence: str, item: str) -> SaysNothing | None:
    """Tell in what way a sentence says nothing; None if it says something."""
    if is_courtesy(sentence):
        return SaysNothing.POSITION
    rest, swallowed = sentence, None
    for kind, pattern in SWALLOWED.items():
        left = pattern.sub(" ", rest)
        swallowed, rest = swallowed or (kind if left != rest else None), left
    without_item = _without(NO_CONTENT.sub(" ", rest), item)
    repeats = len(WORD.findall(without_item)) < MOST_LEFT * len(WORD.findall(rest))
    if not sentence.endswith(":") and _says_something(without_item, at_least=3 if repeats else 1):
        return None
    if swallowed or repeats:
        return swallowed or SaysNothing.ITEM
    if sentence.endswith(":"):
        return SaysNothing.LABEL
    found = {kind for word in WORD.findall(rest.lower()) for kind in _listed().get(word, ())}
    return next((kind for kind in TOLD_FIRST if kind in found), SaysNothing.SCRAP)


TOLD_FIRST = (
    SaysNothing.AWAITED, SaysNothing.POINTER, SaysNothing.INTENDED, SaysNothing.POSITION, SaysNothing.HANDED_ON,
    SaysNothing.LABEL,
)  # fmt: skip
"""Of what the words of one sentence do, what is told."""


def _says_something(text: str, at_least: int) -> bool:
    """Tell whether a text says more than the words that say nothing: with a verb, or in several words."""
    if HOW_OFTEN.search(text) or AT_A_MEETING.search(text):
        return True
    words = WORD.findall(text)
    telling = [word for word in words if word.lower() not in _listed()]
    are_names = all(word[0].isupper() and not VERB.fullmatch(word.lower()) for word in telling)
    if len(telling) < at_least or are_names or len(words) == 1:
        return False
    return (
        len(telling) >= FEWEST_WITHOUT_A_VERB
        or any(VERB.fullmatch(word.lower()) for word in telling)
        or bool(AUXILIARY.search(text))
    )


def _without(text: str, item: str) -> str:
    """Return a text without what it repeats of an item: runs of words, or all of it but a word here and there."""
    words = WORD.findall(text)
    plain, whole = [word.lower() for word in words], [word.lower() for word in WORD.findall(item)]
    if len(words) * 2 > len(whole) and fuzz.partial_ratio(" ".join(plain), " ".join(whole)) >= ALIKE:
        return ""
    repeated = {
        place
        for start, end, _ in in_common(plain, whole)
        if end - start >= REPEATED_WORDS
        for place in range(start, end)
    }
    return " ".join(word for place, word in enumerate(words) if place not in repeated)


@cache
def _listed() -> dict[str, tuple[SaysNothing, ...]]:
    """Return what each listed word does."""
    found: dict[str, tuple[SaysNothing, ...]] = {}
    for kind, words in LISTED.items():
        for word in words.split():
            found[word] = (*found.get(word, ()), kind)
    return found
