"""The office's response to a report: the letter's particulars and the answer to each item."""

from typing import Literal, Self

from pydantic import Field, model_validator

from letterkit.evidence.models.fact import Evidence, refusal
from letterkit.evidence.models.fields import (
    AddresseeId,
    Day,
    EvidenceReference,
    Flag,
    Identifier,
    OfficeHolderId,
    ReportId,
    Text,
    When,
)

Position = Literal["accepted", "accepted in part", "not accepted", "noted", "supported"]
Delivery = Literal[
    "not started", "in progress", "complete", "awaiting HMICFRS", "closed by HMICFRS", "superseded", "not applicable"
]
Assurance = Literal["assured", "partly assured", "not assured"]


class ChiefConstableComments(Evidence):
    """The chief officer's comments, invited under section 55(4) of the Police Act 1996."""

    invited: Day | None = None
    comments_due: Day | None = None
    received: Day | None = None
    enclosed: Flag = False
    reply: Text | None = None


class Particulars(Evidence):
    """What heads and ends the letter.

    `also_answers` names the reports that it answers as well; `annex_checklist` asks for an annex that lists
    each item's answer.
    """

    reference: Text | None = None
    date: Day
    addressee: AddresseeId
    signatory: OfficeHolderId
    copies: tuple[AddresseeId, ...]
    basis: Literal["s55", "voluntary"]
    sent: Day | None = None
    sent_by: Literal["post", "e-mail"] | None = None
    also_answers: tuple[ReportId, ...] = ()
    annex_checklist: Flag = False
    chief_constable: ChiefConstableComments = ChiefConstableComments()


class Action(Evidence):
    """Something done, or to be done, in answer to an item; `ongoing` says that it has no end to name."""

    what: Text
    owner: Text | None = None
    due: When | None = None
    ongoing: Flag = False
    done: When | None = None


class Answer(Evidence):
    """The answer to one item: a position, and action taken or proposed or the reason for none.

    Section 55(5B) of the Police Act 1996 knows no third way.
    """

    position: Position
    action_taken: tuple[Action, ...] = ()
    action_proposed: tuple[Action, ...] = ()
    reason_for_none: Text | None = None
    delivery: Delivery | None = None
    assurance: Assurance | None = None
    evidence: tuple[EvidenceReference, ...] = ()
    note: Text | None = None


class Response(Evidence):
    """`evidence/responses/<report>.yaml`: everything in a letter that is not evidence from elsewhere.

    `commitments` are undertakings of the letter as a whole; those that answer an item stand with its answer.
    A report that is answered in the letter on another has `answered_with` in the place of `letter`.
    """

    letter: Particulars | None = None
    answered_with: ReportId | None = None
    answers: dict[Text, Answer]
    commitments: dict[Identifier, Action] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _has_one_letter(self) -> Self:
        if (self.letter is None) == (self.answered_with is None):
            raise refusal("A response has either 'letter' or 'answered_with': write the one that holds.")
        return self
