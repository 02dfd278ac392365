"""JSON Schemas of the evidence files, so that editors complete and check while somebody types."""

import json
from typing import Any

from letterkit.models import REPORT_KINDS, SHARED_KINDS

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
