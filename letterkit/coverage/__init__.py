"""Is every item answered, in evidence, in the letter and in substance, and in time?"""

from letterkit.coverage.checklist import is_checklist, make_checklist
from letterkit.coverage.commitments import Commitment, State, find_commitments
from letterkit.coverage.empty_headings import find_empty_headings
from letterkit.coverage.items import ItemCoverage, cover
from letterkit.coverage.lost_answers import with_answers_found
from letterkit.coverage.offices import OfficeCoverage, summed, total
from letterkit.coverage.section_55 import Clock
from letterkit.coverage.standing import Standing, check_date, judge_standing

__all__ = [
    "Clock",
    "Commitment",
    "ItemCoverage",
    "OfficeCoverage",
    "Standing",
    "State",
    "check_date",
    "cover",
    "find_commitments",
    "find_empty_headings",
    "is_checklist",
    "judge_standing",
    "make_checklist",
    "summed",
    "total",
    "with_answers_found",
]
