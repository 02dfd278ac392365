"""What the office has undertaken to do: in the evidence behind each answer, and in the words of each letter."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from letterkit.errors import Place
from letterkit.evidence import Action, EvidencePack, Office, partial_date
from letterkit.language import ClaimKind, claims_in, plain_words, sentences
from letterkit.letter import Answer, Letter, Paragraph, Reference, Role, lines_of, printed_references, text_of

UNDERTAKES = r"\b(?P<who>I|[Ww]e|[Mm]y office|{others}) (?:also )?(?P<will>will|shall)\b"
ARTICLE = "the "
THE_OFFICE = "the office"
SETTLED = ("complete", "closed by HMICFRS", "superseded", "not applicable")
NO_UNDERTAKING = re.compile(
    r"\b(?:will|shall) (?:not|never|no doubt|all|know|see that|recall|remember|appreciate|agree|understand|notice|say"
    r"|admit|benefit|begin by|turn to|confine"
    r"|be (?:aware|glad|pleased|happy|grateful|delighted|interested|sorry|proud|able|familiar))\b"
)
"""What is said with will and undertakes nothing."""
AS_OBJECT = re.compile(r"\b(?:who|that|which) \w+ $")
STEM, SAME_SHARE = 5, 0.5
WHEN = (ClaimKind.DATE, ClaimKind.MONTH, ClaimKind.PERIOD)


class State(IntEnum):
    """How a commitment stands, the most urgent first."""

    OVERDUE = 0
    OPEN = 1
    ONGOING = 2
    DONE = 3

    @property
    def label(self) -> str:
        """The word people read."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Commitment:
    """An undertaking: to which report and item, what, by whom, by when, and how it stands.

    `reference` and `place` are those of the evidence, None for what the letter says in its own words.
    """

    report_id: str
    item: str
    what: str
    who: str
    when: str
    state: State
    due: date | None = None
    reference: Reference | None = None
    place: Place | None = None


def find_commitments(pack: EvidencePack, report_id: str, letter: Letter, today: date) -> list[Commitment]:
    """Return what a report's response and letter undertake, the most urgent first."""
    in_evidence = list(_in_evidence(pack, report_id, today))
    in_letter = _in_letter(report_id, letter, _undertaking(pack.office))
    found = [*in_evidence, *(one for one in in_letter if not any(_repeats(one, known) for known in in_evidence))]
    return sorted(found, key=lambda one: (one.state, one.due or date.max))


def _repeats(said: Commitment, known: Commitment) -> bool:
    """Tell whether a sentence of a letter says an undertaking that evidence has, in whatever words."""
    if known.item and known.item not in said.item.split(", "):
        return False
    what, sentence = _stems(known.what), _stems(said.what)
    return len(what & sentence) >= SAME_SHARE * len(what)


def _stems(text: str) -> set[str]:
    """Return how the longer words of a text begin, which say what it is about."""
    return {word[:STEM] for word in plain_words(text).split() if len(word) >= STEM}


def _in_evidence(pack: EvidencePack, report_id: str, today: date) -> Iterator[Commitment]:
    response = pack.responses[report_id]
    root = Reference.of("responses", report_id)
    for item, answer in response.answers.items():
        for number, action in enumerate(answer.action_proposed):
            reference = root.child("answers", item, "action_proposed", number)
            settled = answer.delivery in SETTLED
            yield _commitment(pack, report_id, item, action, reference, today=today, settled=settled)
    for name, action in response.commitments.items():
        yield _commitment(pack, report_id, "", action, root.child("commitments", name), today=today, settled=False)


def _commitment(
    pack: EvidencePack, report_id: str, item: str, action: Action, reference: Reference, *, today: date, settled: bool
) -> Commitment:
    due = action.due.last_day() if action.due else None
    state = State.OPEN
    if action.done or settled:
        state = State.DONE
    elif due and due < today:
        state = State.OVERDUE
    elif action.ongoing:
        state = State.ONGOING
    when = partial_date(action.due) if action.due else ""
    return Commitment(
        report_id,
        item,
        action.what,
        action.owner or "",
        when or ("ongoing" if action.ongoing else ""),
        state,
        due,
        reference,
        pack.place_of(reference),
    )


def _undertaking(office: Office) -> re.Pattern[str]:
    """Return how it is said that those who answer for an area will do something, by their short names in evidence."""
    posts = (holder.short_post for holder in office.office_holders.values())
    names = {*posts, office.short, office.force.short, THE_OFFICE}
    others = "|".join(_name_in_a_sentence(name) for name in sorted(names, key=len, reverse=True))
    return re.compile(UNDERTAKES.format(others=others))


def _name_in_a_sentence(name: str) -> str:
    """Return a pattern for a name: one with an article keeps it, since others have such posts, too."""
    bare = re.escape(name.removeprefix(ARTICLE))
    return f"[Tt]he {bare}" if name.startswith(ARTICLE) else f"(?:[Tt]he )?{bare}"


def _in_letter(report_id: str, letter: Letter, undertaking: re.Pattern[str]) -> Iterator[Commitment]:
    """Go through the sentences in which somebody says that they will; quotations are others' words."""
    for block in letter.blocks:
        items = printed_references(block.items) if isinstance(block, Answer) else ""
        for inner in block.blocks if isinstance(block, Answer) else (block,):
            if isinstance(inner, Paragraph) and inner.role is not Role.BODY:
                continue
            for line in lines_of(inner):
                text = text_of(line)
                for start, end in sentences(text):
                    sentence = text[start:end].strip()
                    match = undertaking.search(sentence)
                    if match and _undertakes(sentence, match):
                        when = next((claim.text for claim in claims_in(sentence) if claim.kind in WHEN), "")
                        yield Commitment(report_id, items, sentence, match["who"], when, State.OPEN)


def _undertakes(sentence: str, match: re.Match[str]) -> bool:
    """Tell whether a sentence undertakes something: `those who watch the Force will find it` does not."""
    if sentence.endswith("?") or NO_UNDERTAKING.match(sentence, match.start("will")):
        return False
    return not AS_OBJECT.search(sentence, 0, match.start("who"))
