"""The kinds of evidence, where in `evidence/` each stands, and each as JSON Schema for editors."""

import json
from typing import Any

from pydantic import BaseModel

from letterkit.evidence.models.addressees import Addressees
from letterkit.evidence.models.office import Office
from letterkit.evidence.models.peel import Peel
from letterkit.evidence.models.programmes import Programmes
from letterkit.evidence.models.quotations import Quotations
from letterkit.evidence.models.reports import InspectionReport
from letterkit.evidence.models.responses import Response
from letterkit.evidence.models.scrutiny import Scrutiny
from letterkit.evidence.models.sources import Sources
from letterkit.evidence.models.statistics import Statistics
from letterkit.evidence.models.wellbeing import Wellbeing

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

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> dict[str, dict[str, Any]]:
    """Return the schema of each kind of evidence, by kind."""
    return {kind: _schema(kind) for kind in (*SHARED_KINDS, *REPORT_KINDS)}


def schema_text(kind: str) -> str:
    """Return a kind's schema as the file that letterkit writes."""
    return json.dumps(_schema(kind), indent=1, ensure_ascii=False) + "\n"


def _schema(kind: str) -> dict[str, Any]:
    model = (SHARED_KINDS | REPORT_KINDS)[kind]
    return {"$schema": DIALECT, **model.model_json_schema(mode="validation")}
