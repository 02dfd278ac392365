"""All the evidence that a run works on."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from letterkit.location import Place
from letterkit.models import REPORT_KINDS
from letterkit.models.addressees import Addressees
from letterkit.models.fact import Fact
from letterkit.models.office import Letterhead, Office
from letterkit.models.peel import Peel
from letterkit.models.programmes import Programmes
from letterkit.models.quotations import Quotations
from letterkit.models.reports import InspectionReport
from letterkit.models.responses import Response
from letterkit.models.scrutiny import Scrutiny
from letterkit.models.sources import Sources
from letterkit.models.statistics import Statistics
from letterkit.models.wellbeing import Wellbeing


@dataclass(frozen=True, slots=True)
class EvidencePack:
    """The shared evidence with the reports and responses asked for.

    `places` maps each reference to where it stands on disk; `digests` has the SHA-256 of each file by the
    reference of what it holds.
    """

    office: Office
    addressees: Addressees
    peel: Peel
    wellbeing: Wellbeing
    scrutiny: Scrutiny
    statistics: Statistics
    quotations: Quotations
    programmes: Programmes
    sources: Sources
    reports: Mapping[str, InspectionReport] = field(default_factory=dict)
    responses: Mapping[str, Response] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    digests: Mapping[str, str] = field(default_factory=dict)

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
        shared: dict[str, Mapping[str, Fact]] = {
            "office.office_holders": self.office.office_holders,
            "office.bodies": self.office.bodies,
            "addressees": self.addressees.root,
            "peel": self.peel.root,
            "wellbeing": self.wellbeing.root,
            "scrutiny": self.scrutiny.root,
            "statistics": self.statistics.root,
            "quotations": self.quotations.root,
            "programmes": self.programmes.root,
        }
        for where, facts in shared.items():
            yield from ((f"{where}.{name}", fact) for name, fact in facts.items())
