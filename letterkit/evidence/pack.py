"""All the evidence that a run works on."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, cast

from pydantic import RootModel

from letterkit.errors import Place
from letterkit.evidence.kinds import REPORT_KINDS
from letterkit.evidence.models.addressees import Addressee
from letterkit.evidence.models.fact import Fact
from letterkit.evidence.models.office import Letterhead, Office
from letterkit.evidence.models.reports import InspectionReport
from letterkit.evidence.models.responses import Particulars, Response
from letterkit.evidence.models.scrutiny import Panel
from letterkit.evidence.models.sources import Source
from letterkit.letter import Reference


@dataclass(frozen=True, eq=False)
class EvidencePack:
    """The shared evidence, by kind, with the reports and responses asked for.

    `places` maps each reference to where it stands on disk; `digests` has the SHA-256 of each file by the
    reference of what it holds.
    """

    shared: Mapping[str, Any]
    reports: Mapping[str, InspectionReport] = field(default_factory=dict)
    responses: Mapping[str, Response] = field(default_factory=dict)
    places: Mapping[Reference, Place] = field(default_factory=dict)
    digests: Mapping[Reference, str] = field(default_factory=dict)

    @property
    def office(self) -> Office:
        """The policing body."""
        return cast("Office", self.shared["office"])

    @property
    def addressees(self) -> Mapping[str, Addressee]:
        """Whom the office writes to, by id."""
        return cast("Mapping[str, Addressee]", self.shared["addressees"].root)

    @property
    def panels(self) -> Mapping[str, Panel]:
        """Panels and boards, by id."""
        return cast("Mapping[str, Panel]", self.shared["scrutiny"].root)

    def place_of(self, reference: Reference) -> Place | None:
        """Return where a reference, or the nearest thing it is part of, stands on disk."""
        while reference and reference not in self.places:
            reference = reference.parent
        return self.places.get(reference)

    def main_of(self, report_id: str) -> str:
        """Return the report in whose letter this one is answered: itself, unless another is named."""
        return self.responses[report_id].answered_with or report_id

    def particulars(self, report_id: str) -> Particulars:
        """Return the particulars of the letter that answers a report."""
        letter = self.responses[self.main_of(report_id)].letter
        if letter is None:
            raise LookupError(f"the letter on {report_id} has no particulars")  # refused when evidence is read
        return letter

    def together_with(self, report_id: str) -> tuple[str, ...]:
        """Return the reports that the letter answers, the one it is named after first."""
        return (self.main_of(report_id), *self.particulars(report_id).also_answers)

    def digest_for(self, report_id: str) -> str:
        """Return the SHA-256 of the evidence that the letter on a report may draw on."""
        own = {Reference.of(kind, name) for kind in REPORT_KINDS for name in self.together_with(report_id)}
        used = [self.digests[file] for file in sorted(self.digests, key=str) if len(file) == 1 or file in own]
        return hashlib.sha256("".join(used).encode()).hexdigest()

    def letterhead_on(self, day: date) -> Letterhead | None:
        """Return the letterhead that letters of that day go out on, if there is one."""
        return next((head for head in self.office.letterheads.values() if head.covers(day)), None)

    def source_of(self, reference: Reference) -> tuple[Fact, Source] | None:
        """Return the fact that a reference is part of, with the source it rests on, if it is part of one."""
        held: Any = self.shared.get(reference.kind)
        for name in reference[1:]:
            entries = held.root if isinstance(held, RootModel) else held
            held = entries.get(name) if isinstance(entries, Mapping) else getattr(entries, name, None)
            if isinstance(held, Fact):
                return held, self.shared["sources"].root[held.source]
        return None

    @cached_property
    def withheld(self) -> tuple[Reference, ...]:
        """The references of the facts that the office does not publish."""
        return tuple(reference for reference, fact in self.facts() if not fact.publish)

    def facts(self) -> Iterator[tuple[Reference, Fact]]:
        """Go through every dated fact with its reference."""
        entries: dict[Reference, Mapping[str, Any]] = {
            Reference.of(kind): model.root for kind, model in self.shared.items() if isinstance(model, RootModel)
        }
        entries[Reference.of("office", "office_holders")] = self.office.office_holders
        entries[Reference.of("office", "bodies")] = self.office.bodies
        for where, found in entries.items():
            for name, fact in found.items():
                if isinstance(fact, Fact):
                    yield where.child(name), fact
