"""What words say, whatever words say it: wordings that mean the same have the same sense.

Only what never turns a statement is left out or made one: articles, links between sentences, who of the office speaks,
bounds and times said in another way, plain synonyms. Every other word counts, so that silence can be trusted.
"""

import re
from functools import cache

from letterkit.language.measures import in_one_measure
from letterkit.language.normal_forms import normal_form
from letterkit.language.synonyms import SAME

NOTHING = """
a, an, the, this, that, these, those, such, which, who, whom, whose, of, to, in, on, at, for, with, as, into, upon,
it, its, and, but, so, then, also, too, as well, as well as, in addition, in addition to, additionally, moreover,
furthermore, besides, however, just as, nevertheless, nonetheless, even so, that said, having said that, although,
though, even though, while, whilst, whereas, therefore, thus, hence, consequently, accordingly, as a result, indeed,
in fact, of course, clearly, please, kindly, very, really, quite, truly, simply, particularly, especially, again,
there, here, own, itself, themselves, i, me, my, myself, we, us, our, ours, ourselves, be, been, being, having, do,
does, did, in order to, so as to, with regard to, with regards to, in regard to, in relation to, regarding,
concerning, in respect of, with respect to, in terms of, in the case of, in line with, on the part of, by way of, in
particular, above all, i am pleased to say, i am glad to say, it should be noted, i can confirm, i can report, i
should say, particularly so, especially so, on behalf of, in the name of,
yet, together with, along with
"""
"""What means nothing of its own."""

SHORTENED = {
    "can't": "can not",
    "cannot": "can not",
    "won't": "will not",
    "shan't": "will not",
    "i'm": "i is",
    "it's": "it is",
    "that's": "that is",
    "there's": "there is",
    "let's": "let",
}
ENDINGS = (("n't", " not"), ("'re", " is"), ("'ve", " has"), ("'ll", " will"))
GOING_ON = re.compile(
    r" (?:(?:keep|keeps|go on|goes on|carry on|continue|continues) (\w+?)ing|continues? to (\w+)"
    r"|not (?:cease|stop) to (\w+)) "
)
POSSESSIVE = re.compile(r"\b(\w+)'s (\w+)")
COMPOUND = re.compile("(?<=[a-z])-(?=[a-z])")
BETWEEN_FIGURES = re.compile("(?<=[0-9%])\0(?=[-+0-9£$€])")
AMERICAN = re.compile(r"(?<=[a-z]{3})i[sz](e|es|ed|ing|ation|ations)\b|(?<=[a-z]{3})y[sz](e|es|ed|ing)\b")


ALL_OF = r"(?:once )?(?:again )?(?:and )?"
COURTESY = re.compile(
    rf"{ALL_OF}(?:(?:i|we) )?(?:(?:would|should) like to |want to |wish to |must )?(?:thanks?|appreciate)\b.{{0,100}}"
    rf"|{ALL_OF}many thanks\b.{{0,100}}"
    rf"|{ALL_OF}(?:i|we) (?:am|are|remain) (?:very |most |ever )?(?:grateful|thankful|obliged)\b.{{0,100}}"
    r"|(?:i|we) (?:look|am looking|are looking) forward to .{1,90}"
    r"|(?:i|we) (?:hope|trust)(?: that)? (?:this|these|the above|my|our|you)\b.{1,60}"
    r"|(?:please|should you|if you)\b.{0,60}(?:hesitate to|in touch|contact|let (?:me|us) know|questions)\b.{0,60}"
    r"|yours (?:sincerely|faithfully|truly|ever).{0,20}"
    r"|(?:with )?(?:kind|best|warm)(?:est)? (?:regards|wishes).{0,20}"
)
"""A sentence, without its punctuation, that is polite and says nothing else."""


UNDERTAKEN = frozenset(("will", "must", "should", "plan", "no", "only"))


def sense_of(text: str) -> tuple[str, ...]:
    """Return what a text says: its words that count, each as the first of those that say the same."""
    words = in_one_measure(" ".join(_in_full(word) for word in normal_form(text)))
    words = GOING_ON.sub(
        lambda found: f" continue {(found[1] or found[2] or found[3]).removesuffix('e')} ", f" {words} "
    ).strip()
    words = POSSESSIVE.sub(r"\2 of \1", words)
    plain = _phrases().sub(lambda found: _meanings()[found[0]], f" {words} ")
    return tuple(AMERICAN.sub(_british, plain).split())


def says_the_same(text: str, other: str) -> bool:
    """Tell whether two texts mean the same; compound words may be written together, apart or with a hyphen."""
    return run_together(sense_of(text)) == run_together(sense_of(other))


def is_courtesy(text: str) -> bool:
    """Tell whether a sentence is polite and says nothing else."""
    return COURTESY.fullmatch(" ".join(normal_form(text))) is not None and UNDERTAKEN.isdisjoint(sense_of(text))


def run_together(words: tuple[str, ...]) -> str:
    """Return words as one, without the hyphens of compounds; figures stay apart."""
    return BETWEEN_FIGURES.sub(" ", "\0".join(COMPOUND.sub("", word) for word in words)).replace("\0", "")


def _in_full(word: str) -> str:
    if word in SHORTENED:
        return SHORTENED[word]
    for short, full in ENDINGS:
        if word.endswith(short):
            return word.removesuffix(short) + full
    return word


def _british(match: re.Match[str]) -> str:
    return f"is{match[1]}" if match[1] else f"ys{match[2]}"


@cache
def _meanings() -> dict[str, str]:
    """Return what each phrase means: the first of its row, or of the first of the rows that share a phrase.

    What means nothing goes on meaning nothing.
    """
    nothing = frozenset(_listed(NOTHING))
    rows: list[tuple[str, set[str]]] = []
    for row in SAME.strip().splitlines():
        first, _, others = row.partition(": ")
        phrases = {first, *_listed(others)} - nothing
        touched = [known for known in rows if not known[1].isdisjoint(phrases)]
        rows = [known for known in rows if known not in touched]
        rows.append((touched[0][0] if touched else first, phrases.union(*(known for _, known in touched))))
    same = {phrase: first.replace(" ", "_") for first, phrases in rows for phrase in phrases}
    return same | dict.fromkeys(nothing, "")


@cache
def _phrases() -> re.Pattern[str]:
    longest_first = sorted(_meanings(), key=len, reverse=True)
    return re.compile(rf"(?<= )(?:{'|'.join(map(re.escape, longest_first))})(?= )")


def _listed(text: str) -> list[str]:
    return [phrase for phrase in re.split(r"\s*,\s*", text.strip()) if phrase]
