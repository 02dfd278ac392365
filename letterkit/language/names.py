"""Names in prose: those that evidence knows, and what looks like a name by its letters."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import cast

from letterkit.language.numerals import MONTHS
from letterkit.language.words import without_typography


def any_of(words: Iterable[str]) -> str:
    """Return a pattern for any of some words, the longest first."""
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")"


BODY_WORDS = any_of(
    (
        "Board", "Panel", "Committee", "Forum", "Scheme", "Unit", "Network", "Strategy", "Plan", "Group", "Team",
        "Programme", "Council", "Association", "Partnership", "Charter", "Commission", "Police", "Constabulary",
        "College", "Inspectorate", "Office", "Department", "Service", "Services", "Conference", "Day", "Policy",
        "Framework", "Fund", "Project", "Academy", "Supporters", "Pride", "Groups", "Boards", "Panels", "Forums",
        "Networks", "Practice", "Ombudsman", "Federation", "Union", "University", "Centre", "Agency", "Authority",
        "Campaign", "Initiative", "Award", "Awards", "Model", "Hub", "Institute", "Trust", "Court", "Tribunal",
        "Conduct",
    )
)  # fmt: skip
SMALL_BODY_WORDS = "(?:board|panel|strategy|plan|network|scheme)"
TITLED = r"[A-Z][\w'&+-]{0,30}"
PART = rf"(?:Police, Fire and Crime|{TITLED})"
"""A word of a name; the only names of this field with a comma in them are parts of longer ones."""
LINKS = r"(?: (?:and|of|for|the|in|&)){0,3}"
HONOURS = (
    r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Baroness|Prof|Cllr|Rt Hon|PC|DC|Sgt)\.?|Right Honourable|Professor|Mayor"
    r"|Councillor|Chief Constable|(?:Chief )?Superintendent|Sergeant|Inspector)"
)
MAJESTY = re.compile("(?:His|Her) Majesty")
ROLE_WORDS = any_of(
    (
        "Constable", "Constables", "Commissioner", "Commissioners", "Secretary", "Inspector", "Inspectors", "Minister",
        "Officer", "Officers", "Superintendent", "Sergeant", "Head", "Chair", "Chairs", "Director", "Manager", "Chief",
        "Leader", "Lead", "Deputy", "Assistant", "Member", "Mayor", "Mayors", "Government", "State", "Parliament",
        "Majesty's", "Madam", "Sir",
    )
)  # fmt: skip
SENTENCE_STARTS = frozenset(
    (
        "A", "All", "Also", "An", "And", "As", "At", "Both", "By", "During", "Each", "For", "From", "He", "Her", "His",
        "In", "It", "Its", "My", "Of", "On", "Our", "Referring", "She", "Since", "That", "The", "Their", "These",
        "This", "Those", "Through", "To", "Under", "Until", "We", "When", "While", "With", "Within", "Your", "Dear",
        "Re", "Yours", "Copies", "Although", "However", "I", "If", "Following", "There", "Action", "After", "Before",
    )
)  # fmt: skip
POSTS_IN_LAW = ("PCC", "DPCC", "PFCC", "DPFCC", "DMPC")
"""The posts that the law has for the oversight of police forces.

They are police and crime commissioners and their deputies (Police Reform and Social Responsibility Act 2011, sections 1
and 18), commissioners who answer for fire and rescue, too (Fire and Rescue Services Act 2004, section 4A), and deputy
mayors for policing and crime (for London, section 19 of the Act of 2011; for combined authorities, section 107F of the
Local Democracy, Economic Development and Construction Act 2009). Evidence of the office that writes would not do, since
letters speak of the posts of others, too.
"""
NO_ACRONYMS = frozenset(
    (
        *POSTS_IN_LAW, *(f"{post}S" for post in POSTS_IN_LAW),
        "UK", "EU", "IT", "HR", "MP", "MPS", "QPM", "DL", "OBE", "CBE", "MBE", "PM", "AM", "TV", "ID", "OK", "CEO",
        "AFI", "AFIS", "CC", "DCC", "ACC", "HM", "RE", "NB", "PC", "PCS", "PCSO", "PCSOS", "FAO",
        "CV", "II", "III", "IV", "VI", "XI", "BAME", "BME", "LGBT", "LGBTQ", "VAWG", "ASB", "CC'D", "EDI",
        "KPI", "KPIS",
    )
)  # fmt: skip
"""What is written in capitals and names no body: countries, posts, honours, subjects."""
HONOURED = re.compile(rf"(?:{HONOURS} ){{1,3}}(.+)")
IN_CAPITALS = re.compile(r"(?<![\w/.-])[A-Z]{3,8}(?![\w/.-]\w|\w)")
PROPER = re.compile(rf"(?<![.!?:] )(?<!\n)(?<=[a-z,] )\b{TITLED}(?:(?: (?:and|of|for|&))? {PART}){{1,7}}")
GOES_ON = "(?!(?:, Fire)? and Crime| for Policing and Crime)"
"""What makes of a body the name of a post: Office of the Police and Crime Commissioner, or of the Mayor."""
LOOKS = (
    re.compile(rf"\b(?:{HONOURS} ){{1,3}}(?!I\b){TITLED}(?: {TITLED}){{0,3}}"),
    re.compile(rf"\b(?:{PART}{LINKS} ){{1,8}}{BODY_WORDS}\b{GOES_ON}"),
    re.compile(rf"\b(?:{PART}{LINKS} ){{0,6}}{TITLED} {SMALL_BODY_WORDS}\b"),
)
"""The looks of names that evidence may not know: with a title, with a word such as Board."""
AROUND = 30
A_BODY = re.compile(rf"\b(?:{BODY_WORDS}|{SMALL_BODY_WORDS})$")
A_ROLE = re.compile(rf"\b{ROLE_WORDS}(?: of (?:Constabulary|Fire (?:&|and) Rescue Services))?$")
A_MINISTER = re.compile(r"(?:Secretary|Minister) of ")
CALENDAR = any_of(name.capitalize() for name in MONTHS)
SUBJECTS = any_of(
    (
        "Stop and Search", "Stop Search", "Violence Against Women", "Violence", "Domestic Abuse", "Behaviour",
        "Hate Crime", "Organised Crime", "Serious Crime", "Neighbourhood Policing", "Mental Health", "Sexual Offences",
        "Knife Crime", "Home Department",
    )
)  # fmt: skip
"""Subjects that letters often write with large letters and that name no body."""
ADDRESS_WORDS = any_of(("Floor", "House", "Square", "Street", "Road", "Lane", "Avenue", "Way", "Close", "Drive"))
NO_NAME = re.compile(rf"\b(?:{ROLE_WORDS}|{CALENDAR}|{ADDRESS_WORDS}|I|{SUBJECTS})\b")


BODY_AFTER = re.compile(
    rf"(?: (?!{ROLE_WORDS}\b|{CALENDAR}\b){TITLED}){{0,3}} (?:{BODY_WORDS}"
    r"|[Ss]ub-?(?:[Gg]roup|[Cc]ommittee)|Secretariat|Task ?[Ff]orce|Directorate|Division|Branch)\b"
)
QUALIFIED = re.compile(
    rf"(?<![.!?:] )(?<!\n)(?<=[a-z,] )(?!{ROLE_WORDS}\b|{CALENDAR}\b){TITLED} $"
    r"|(?<!\w)(?:National|Regional|Local|Joint|Independent|Strategic|Youth|Midlands|(?:North|South|East|West)\w*) $"
)
WHOLE = re.compile(".*", re.DOTALL)


def names_a_body(text: str) -> bool:
    """Tell whether a name ends like that of a body: Board, Panel, Strategy ..."""
    return " " in text and A_BODY.search(text) is not None


def known_names(plain: str, names: Sequence[str]) -> Iterator[re.Match[str]]:
    """Go through the names that evidence knows; one word by itself is none in small letters."""
    if names:
        for match in _pattern(tuple(names)).finditer(plain):
            if (match[0] != match[0].lower() or " " in match[0]) and match[0].upper() not in NO_ACRONYMS:
                yield match


def longer_names(plain: str, known: Sequence[re.Match[str]]) -> Iterator[re.Match[str]]:
    """Go through names of which a known one is only the beginning or the end: Home Office Review Panel.

    What stands beside it belongs to the name unless it is a known name itself, a post, a month, or the first word of
    a sentence, which is large anyhow.
    """
    starts, ends = {match.start() for match in known}, {match.end() for match in known}
    for match in known:
        start, end = match.span()
        if match[0] == match[0].lower():
            continue
        after = BODY_AFTER.match(plain, end)
        if after and after.end() not in ends and not starts.intersection(range(end, after.end())):
            end = after.end()
        before = QUALIFIED.search(plain, max(0, start - AROUND), start)
        if before and not ends.intersection(range(before.start() + 1, start)) and names_a_body(match[0]):
            start = before.start()
        if (start, end) != match.span():
            yield cast("re.Match[str]", WHOLE.match(plain, start, end))


@lru_cache(maxsize=4)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    known = any_of(re.escape(" ".join(without_typography(name).split())).replace(":", ":?") for name in names)
    return re.compile(rf"(?<!\w)(?i:{known})(?:(?<= Act) (?:19|20)\d\d\b)?(?!\w|/\w)")


def seeming_names(plain: str) -> Iterator[re.Match[str]]:
    """Go through what looks like a name: by its title, its last word, its capitals."""
    for pattern in LOOKS:
        for found in pattern.finditer(plain):
            named = _without_first_words(pattern, plain, found)
            if named is not None and not A_ROLE.search(named[0]) and not A_MINISTER.match(named[0]):
                yield named
    for found in PROPER.finditer(plain):
        if not NO_NAME.search(found[0]) and found[0].split()[0] not in SENTENCE_STARTS:
            yield found
    for found in IN_CAPITALS.finditer(plain):
        if found[0] not in NO_ACRONYMS and not _in_a_line_of_capitals(plain, found):
            yield found


def _in_a_line_of_capitals(plain: str, found: re.Match[str]) -> bool:
    start, end = found.span()
    before = re.search(r"(\w+)\W*$", plain[max(0, start - AROUND) : start])
    after = re.match(r"\W*(\w+)", plain[end : end + AROUND])
    return any(word and len(word[1]) > 1 and word[1].isalpha() and word[1].isupper() for word in (before, after))


def _without_first_words(pattern: re.Pattern[str], plain: str, match: re.Match[str]) -> re.Match[str] | None:
    """Leave out words that are large only because they begin a sentence: As, In, The, Within ..."""
    found = match
    while (first := re.match(r"(\w+)[ ']", found[0])) and first[1] in SENTENCE_STARTS and not MAJESTY.match(found[0]):
        rest = pattern.match(plain, found.start() + len(first[0]), match.end())
        if rest is None:
            return None
        found = rest
    return found if " " in found[0] or found[0].isupper() or "+" in found[0] else None
