"""The kinds of evidence, one a file, and where in `evidence/` each stands."""

from pydantic import BaseModel

from letterkit.models.addressees import Addressees
from letterkit.models.office import Office
from letterkit.models.peel import Peel
from letterkit.models.programmes import Programmes
from letterkit.models.quotations import Quotations
from letterkit.models.reports import InspectionReport
from letterkit.models.responses import Response
from letterkit.models.scrutiny import Scrutiny
from letterkit.models.sources import Sources
from letterkit.models.statistics import Statistics
from letterkit.models.wellbeing import Wellbeing

SHARED_KINDS: dict[str, type[BaseModel]] = {
    "office": Office,
    "addressees": Addressees,
    "peel": Peel,
    "wellbeing": Wellbeing,
    "scrutiny": Scrutiny,
    "statistics": Statistics,
    "quotations": Quotations,
    "programmes": Programmes,
    "sources": Sources,
}
"""One file each, `evidence/<kind>.yaml`; every report draws on them."""

REPORT_KINDS: dict[str, type[BaseModel]] = {"reports": InspectionReport, "responses": Response}
"""One folder each, `evidence/<kind>/<report>.yaml`."""
