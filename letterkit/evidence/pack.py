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


@dataclass(frozen=True)
class EvidencePack:
    """The shared evidence, by kind, with the reports and responses asked for.

    `places` maps each reference to where it stands on disk; `digests` has the SHA-256 of each file by the
    reference of what it holds.
    """

    shared: Mapping[str, Any]
    reports: Mapping[str, InspectionReport] = field(default_factory=dict)
    responses: Mapping[str, Response] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    digests: Mapping[str, str] = field(default_factory=dict)

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

    def place_of(self, reference: str) -> Place | None:
        """Return where a reference, or the nearest thing it is part of, stands on disk."""
        while reference:
            if reference in self.places:
                return self.places[reference]
            reference = reference.rpartition(".")[0]
        return None

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
        own = {f"{kind}.{name}" for kind in REPORT_KINDS for name in self.together_with(report_id)}
        used = [self.digests[name] for name in sorted(self.digests) if "." not in name or name in own]
        return hashlib.sha256("".join(used).encode()).hexdigest()

    def letterhead_on(self, day: date) -> Letterhead | None:
        """Return the letterhead that letters of that day go out on, if there is one."""
        return next((head for head in self.office.letterheads.values() if head.covers(day)), None)

    def source_of(self, reference: str) -> tuple[Fact, Source] | None:
        """Return the fact that a reference is part of, with the source it rests on, if it is part of one."""
        kind, _, rest = reference.partition(".")
        held: Any = self.shared.get(kind)
        for name in rest.split("."):
            entries = held.root if isinstance(held, RootModel) else held
            held = entries.get(name) if isinstance(entries, Mapping) else getattr(entries, name, None)
            if isinstance(held, Fact):
                return held, self.shared["sources"].root[held.source]
        return None

    @cached_property
    def withheld(self) -> tuple[str, ...]:
        """The references of the facts that the office does not publish."""
        return tuple(reference for reference, fact in self.facts() if not fact.publish)

    def facts(self) -> Iterator[tuple[str, Fact]]:
        """Go through every dated fact with its reference."""
        entries: dict[str, Mapping[str, Any]] = {
            kind: model.root for kind, model in self.shared.items() if isinstance(model, RootModel)
        }
        entries["office.office_holders"] = self.office.office_holders
        entries["office.bodies"] = self.office.bodies
        for where, found in entries.items():
            for name, fact in found.items():
                if isinstance(fact, Fact):
                    yield f"{where}.{name}", fact
