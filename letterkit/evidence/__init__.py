"""The YAML files of an office, checked, and their values with their references."""

from letterkit.evidence.kinds import REPORT_KINDS, SHARED_KINDS, schema_text, schemas
from letterkit.evidence.letter_context import context_for, sourced_at
from letterkit.evidence.loading import load_evidence, readable_reports
from letterkit.evidence.models.addressees import Addressee
from letterkit.evidence.models.fact import Fact, Frequency, Period, Quantity, Tenure
from letterkit.evidence.models.fields import PARTIAL_DATE, PartialDate
from letterkit.evidence.models.office import BankHoliday, Letterhead, Office
from letterkit.evidence.models.reports import ITEM_KINDS, InspectionReport, Item
from letterkit.evidence.models.responses import Action, Answer, Particulars, Response
from letterkit.evidence.models.statistics import Statistic
from letterkit.evidence.pack import EvidencePack
from letterkit.evidence.printed_forms import (
    HOUSE_FORMS,
    NONE,
    NoHouseForm,
    day,
    due,
    house_form,
    in_words,
    listing,
    number,
    partial_date,
    weekday,
)
from letterkit.evidence.sourced import NotForTemplates, Sourced, plain_value, references_of, written_form

__all__ = [
    "HOUSE_FORMS",
    "ITEM_KINDS",
    "NONE",
    "PARTIAL_DATE",
    "REPORT_KINDS",
    "SHARED_KINDS",
    "Action",
    "Addressee",
    "Answer",
    "BankHoliday",
    "EvidencePack",
    "Fact",
    "Frequency",
    "InspectionReport",
    "Item",
    "Letterhead",
    "NoHouseForm",
    "NotForTemplates",
    "Office",
    "PartialDate",
    "Particulars",
    "Period",
    "Quantity",
    "Response",
    "Sourced",
    "Statistic",
    "Tenure",
    "context_for",
    "day",
    "due",
    "house_form",
    "in_words",
    "listing",
    "load_evidence",
    "number",
    "partial_date",
    "plain_value",
    "readable_reports",
    "references_of",
    "schema_text",
    "schemas",
    "sourced_at",
    "weekday",
    "written_form",
]
