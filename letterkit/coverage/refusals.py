"""Answers that say that nothing will be done, which no answer that accepts an item can."""

import re
from collections.abc import Iterator, Sequence

from letterkit.coverage.empty_answers import nothing_said
from letterkit.language import sentences

STEPS = r"(?:actions?|steps?|measures?|changes?|work|activity)"
NOTHING = rf"(?:nothing|none|no (?:such )?{STEPS})(?: at all)?"
IS = r"(?:is|are|was|were|has been|have been|(?:will|shall|can|should|is to|are to|(?:is|are) going to) be)(?: being)?"
DONE = (
    r"(?:\w+ly )?(?:considered )?(?:taken|done|made|proposed|planned|intended|envisaged|scheduled|undertaken|introduced"
    r"|carried out|needed|required|necessary|expected|foreseen|warranted|justified|appropriate)"
)
WILL_NOT = (
    r"(?:(?:will|shall) not|won.t|(?:do|does|is|are|am|has|have) not (?:been )?(?:intend|propose|plan|intending"
    r"|proposing|proposed|planning|planned|going|prepared|willing|minded) to"
    r"|(?:decided|chosen|chose|resolved|agreed|prefers?) not to|(?:decline|refuse)[sd]? to)"
)
THIS = r"(?:this|it|them|these|so|anything|(?:any )?(?:actions?|steps)|the (?:recommendation|proposal|suggestion)s?)"
VERB = (
    r"(?:do|take|make|implement|adopt|pursue|progress|follow|introduce|carry out|proceed with|act on|act upon"
    r"|doing|taking|making|(?:implement|adopt|pursu|progress|follow|introduc)ing|(?:carrying|proceeding|acting) \w+)"
)
ACT = (
    rf"(?:be )?(?:{VERB} {THIS}\b|acting\b|act\b(?! (?:as|like|for|alone))|(?:implement|adopt|pursu|progress)ed\b"
    r"|taken forward|acted upon|change (?:its|our|the|my|this) (?:approach|procedures?|polic\w+|practices?))"
)
FORMS = (
    rf"{NOTHING} {IS} {DONE}",
    rf"{NOTHING} (?:will|shall) (?:change|happen|follow)",
    rf"there (?:will|shall) be no {STEPS}",
    r"no (?:plans?|intention) (?:to|of)\b(?! (?:stop|end|reduce|cut|close|rest|wait|paus)\w*)",
    rf"(?:will|shall|to) (?:take|make) no {STEPS}",
    r"(?:will|shall|to|propose|proposes|intend|intends) do nothing\b(?! (?:that|which|to|but))",
    rf"{WILL_NOT} {ACT}",
    rf"(?:we|i|force|police|office) takes? no {STEPS}",
    rf"{STEPS} (?:will|shall) not be taken",
    rf"(?:do|does) not (?:propose|intend|plan|consider that) any {STEPS}",
    r"see no need to (?:act|change)",
    r"there is nothing (?:to be done|(?:we|i|it|they|the \w+) can do)",
    r"(?:leave|left|stays?|remains?) (?:\w+ )?(?:unchanged|as (?:it|they) (?:is|are))",
    r"neither .{3,40} will (?:act|take|do)",
)
REFUSAL = re.compile(rf"\b(?:{'|'.join(FORMS)})\b", re.IGNORECASE)
"""What refuses whatever else an answer says."""
NEGATED = re.compile(
    r"\b(?:no|not|never|nothing|none|neither|nor|cannot|\w+n.t|unable|declin\w+|refus\w+|unchanged"
    r"|as (?:it|they) (?:is|are))\b",
    re.IGNORECASE,
)
OF_ACTION = re.compile(
    r"\b(?:actions?|steps|measures|change[sd]?|work|plans?|proposals?|do|done|doing|act|acting|take|taking|taken|make"
    r"|implement\w*|adopt\w*|pursu\w+|progress\w*|introduc\w+|propos\w+|planned|forward|respon\w+|follow\w*|amend\w*|nothing"
    r"|none|unchanged|leave|left|stay|stays|remain|remains)\b",
    re.IGNORECASE,
)
REASON = re.compile(r"(?:because|since|as|given|although|though|while|for)\b", re.IGNORECASE)
CLAUSE_END = re.compile(r"[,;:] ?|\s(?=(?:but|and|so|although|though|because|since|while)\b)")
JOINED = re.compile(r"^(?:but|and|so)\s+", re.IGNORECASE)
OF_SOMETHING_ELSE = re.compile(
    r"\b(?:where|when|whenever|which|who|whose|so that|if|whether|in case|unless|once|officers?|members of staff"
    r"|(?:check|ensur|ask|mak\w+ sure|see|sees|report)\w* that)\b",
    re.IGNORECASE,
)
"""What, before the words, says that they are of one case, or of somebody, and not of the item."""
EXCUSED = re.compile(
    r"\b(?:already|completed?|in place since|without|unless|except|other than|apart from|beyond|besides|alone|twice"
    r"|previously|in the past|last year|before (?:then|that|this)|at the time)\b",
    re.IGNORECASE,
)


def refusal_in(lines: Sequence[str], item: str, *, in_part: bool) -> str | None:
    """Return the sentence of an answer that says that nothing will be done, or None.

    It does where it says so in as many words, or says nothing but what is not done; who accepts `in_part` may refuse
    the rest.
    """
    said = [line[start:end].strip() for line in lines for start, end in sentences(line)]
    clauses = [(sentence, clause) for sentence in said for clause in _clauses(sentence)]
    refusing = [sentence for sentence, clause in clauses if _is_negated(clause)]
    if refusing and all(
        _is_negated(clause) or REASON.match(clause) or nothing_said([clause], item) for _, clause in clauses
    ):
        return refusing[0]
    return next((sentence for sentence in said if not in_part and _refuses(sentence)), None)


def _clauses(sentence: str) -> Iterator[str]:
    for clause in [sentence] if EXCUSED.search(sentence) else CLAUSE_END.split(sentence):
        if plain := JOINED.sub("", clause.strip()):
            yield plain


def _is_negated(clause: str) -> bool:
    if EXCUSED.search(clause) or OF_SOMETHING_ELSE.search(clause):
        return False
    return bool(NEGATED.search(clause) and OF_ACTION.search(clause))


def _refuses(sentence: str) -> bool:
    found = REFUSAL.search(sentence)
    if found is None or EXCUSED.search(sentence):
        return False
    return OF_SOMETHING_ELSE.search(sentence, 0, found.start()) is None
