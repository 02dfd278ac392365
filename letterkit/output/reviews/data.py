"""A review as data for other programs: JSON, and JUnit XML with a case a value or finding."""

import json
from dataclasses import asdict
from typing import Any

from lxml import etree

from letterkit.language import plainly
from letterkit.output.standings.data import as_data, finding_data
from letterkit.output.standings.junit import add_case
from letterkit.review import Compared, Review, Verdict


def write_json(review: Review) -> str:
    """Return a JSON object: verdicts, findings, coverage, comments and what was not read."""
    data = {
        "file": review.file,
        "report": review.report_id,
        "record": review.recorded,
        "claims": review.claims,
        "verdicts": [_verdict(one) for one in review.comparison.verdicts],
        "findings": [finding_data(finding) for finding in review.findings()],
        "coverage": [as_data(standing) for standing in review.standings],
        "comments": [asdict(comment) for comment in review.manuscript.comments],
        "not_read": list(review.manuscript.not_read),
    }
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


def write_junit(review: Review) -> str:
    """Return the XML: a case for each value that stands, and for each finding."""
    root = etree.Element("testsuites", name="letterkit review")
    suite = etree.SubElement(root, "testsuite", name=plainly(review.file))
    for one in review.comparison.verdicts:
        if one.verdict in (Verdict.SAME, Verdict.EQUIVALENT):
            add_case(suite, f"{one.reference}: {one.record}", ())
    for finding in review.findings():
        add_case(suite, f"{finding.check}: {finding.subject}", [finding])
    suite.set("tests", str(len(suite)))
    suite.set("failures", str(sum(case.find("failure") is not None for case in suite)))
    return etree.tostring(root, pretty_print=True, xml_declaration=True, encoding="UTF-8").decode()


def _verdict(one: Compared) -> dict[str, Any]:
    return {
        "reference": one.reference,
        "verdict": one.verdict,
        "record": one.record,
        "draft": one.draft,
        "evidence": one.evidence,
        "tracked": one.change is not None,
        "author": one.change.author if one.change else None,
        "date": one.change.date if one.change else None,
        "place": one.place,
    }
