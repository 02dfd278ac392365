"""What words say, whatever words say it: wordings that mean the same have the same sense.

Only what never turns a statement is left out or made one: articles, links between sentences, who of the office speaks,
bounds and times said in another way, plain synonyms. Every other word counts, so that silence can be trusted.
"""

import re
from functools import cache

from letterkit.language.measures import in_one_measure
from letterkit.language.normal_forms import normal_form

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
should say
"""
"""What means nothing of its own."""

SAME = """
over: more than, above, in excess of, exceeding, greater than, upwards of, higher than
under: less than, fewer than, below, lower than
at least: no fewer than, no less than, not fewer than, not less than, a minimum of, minimum of
up to: at most, no more than, not more than, a maximum of, maximum of, as many as
about: around, approximately, roughly, circa, c, in the region of, or so
nearly: almost, just under, close to, not quite
exactly: precisely
less: fewer
all: all of, every, each, every one of, each of, every single
most: most of, the majority of, majority of, a majority of
mostly: mainly, chiefly, for the most part, largely
some: some of, several, several of, a number of, certain
few: a few, a handful of
many: many of, a lot of, lots of, numerous, a great many, much
only: solely, exclusively, just
no: none of, not any, no one, nobody, none
weekly: every week, each week, once a week, 1 times a week, per week, a week
fortnightly: every 14 day, every 2 weeks, every fortnight, every other week
monthly: every month, each month, once a month, per month, a month
q1: 1th quarter
q2: 2th quarter
q3: 3th quarter
q4: 4th quarter
quarterly: every quarter, each quarter, every 3 month, once a quarter, 4 times a year
2 times a year: twice a year, every 6 month, half-yearly, six-monthly, 6-monthly, twice yearly, biannually
yearly: annually, every year, each year, once a year, per year, per annum, annual, a year, every 12 month
daily: every day, each day, once a day, per day, a day
2 times: twice
will: shall, is to, are to, am going to, is going to, are going to
may: might, could
must: has to, have to, is required to, are required to, needs to, need to, is obliged to, are obliged to
should: ought to
can: is able to, are able to, am able to
plan: intend, intended, meant, intends, plans, aim, aims, propose, proposes, mean to, means to, am planning, is planning
is: am, are
was: were
has: have
not: never
accept: agree with, agree to, concur with
thank: grateful, i am grateful, we are grateful, thanks, thank you, many thanks, would be grateful, appreciate
encourage: would encourage, would like to encourage, should like to encourage
welcome: would welcome, would like to welcome
urge: would urge, would like to urge
ask: would ask, would like to ask, request, requests
invite: would invite, would like to invite
say: would say, would like to say, state
hope: would hope, very much hope
they: them, their, theirs
now: currently, at present, at the moment, presently, at this time, nowadays
soon: shortly, before long, in due course
recently: lately, of late
before: prior to, ahead of, in advance of
after: following, subsequent to, subsequently, afterwards, later than
until: till, up until
during: throughout, in the course of, over the course of
because: due to, owing to, on account of, given that, because of, since because, as a result of
if: provided that, where
through: via, by means of, by way of
for example: for instance, e.g, e.g., eg
namely: that is, i.e, i.e., ie
without: with no
begin: start, commence
begins: starts, commences
began: begun, started, commenced
help: assist, aid
helps: assists, aids
helped: assisted, aided
helping: assisting, aiding
show: demonstrate, indicate
shows: demonstrates, indicates
showed: demonstrated, indicated
ensure: make sure, see to it
ensures: makes sure
ensured: made sure
ensuring: making sure
use: utilise, make use of
used: utilised, made use of
using: utilising, making use of
set up: established, create, created, establish, formed
carry out: conduct, undertake, perform
carried out: conducted, undertaken, performed
carrying out: conducting, undertaking, performing
give: provide, offer
gives: provides, offers
gave: provided, offered
given: supplied
giving: providing, offering
tell: inform, notify
told: informed, notified
buy: purchase
bought: purchased
keep: maintain, retain
kept: maintained, retained
rose: increased, grew, went up, climbed, has risen, has increased, has grown, has gone up
rise: increase, growth
fell: decreased, dropped, declined, went down, reduced, has fallen, has decreased, has dropped, has declined
fall: decrease, drop, decline, reduction
improve: enhance
improved: enhanced
improving: enhancing
need: require
needs: requires
big: large
enough: sufficient
often: frequently
pleased: glad, delighted, happy
important: key, vital, essential, crucial
significant: substantial, considerable, marked
whole: entire
last: past, previous
people: persons, individuals
the public: members of the public
towards: toward
among: amongst
goal: objective
report: document
answer: reply, response
answers: replies, responses
letter: correspondence
email: e-mail
per cent: percent
wellbeing: well-being, well being
programme: program
learnt: learned
focused: focussed
judgement: judgment
"""
"""What says the same, by the first of each row; numbers are as `normal_form` has them."""

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
GOING_ON = re.compile(r" (?:(?:keep|keeps|go on|goes on|carry on|continue|continues) (\w+?)ing|continues? to (\w+)) ")
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
    words = GOING_ON.sub(lambda found: f" continue {(found[1] or found[2]).removesuffix('e')} ", f" {words} ").strip()
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
    meanings = dict.fromkeys(_listed(NOTHING), "")
    for row in SAME.strip().splitlines():
        first, _, others = row.partition(": ")
        meanings |= dict.fromkeys((first, *_listed(others)), first.replace(" ", "_"))
    return meanings


@cache
def _phrases() -> re.Pattern[str]:
    longest_first = sorted(_meanings(), key=len, reverse=True)
    return re.compile(rf"(?<= )(?:{'|'.join(map(re.escape, longest_first))})(?= )")


def _listed(text: str) -> list[str]:
    return [phrase for phrase in re.split(r"\s*,\s*", text.strip()) if phrase]
