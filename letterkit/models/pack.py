"""All the evidence that a run works on."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, cast

from pydantic import RootModel

from letterkit.location import Place
from letterkit.models import REPORT_KINDS
from letterkit.models.addressees import Addressee
from letterkit.models.fact import Fact
from letterkit.models.office import Letterhead, Office
from letterkit.models.reports import InspectionReport
from letterkit.models.responses import Response
from letterkit.models.scrutiny import Panel


@dataclass(frozen=True, slots=True)
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

    def digest_for(self, report_id: str) -> str:
        """Return the SHA-256 of the evidence that the letter on a report may draw on."""
        own = {f"{kind}.{report_id}" for kind in REPORT_KINDS}
        used = [self.digests[name] for name in sorted(self.digests) if "." not in name or name in own]
        return hashlib.sha256("".join(used).encode()).hexdigest()

    def letterhead_on(self, day: date) -> Letterhead | None:
        """Return the letterhead that letters of that day go out on, if there is one."""
        return next((head for head in self.office.letterheads.values() if head.covers(day)), None)

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
