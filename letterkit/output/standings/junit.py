"""Coverage as JUnit XML, for build servers: a suite a report, a case an item."""

from collections.abc import Sequence

from lxml import etree

from letterkit.coverage import Standing
from letterkit.findings import Finding, Severity
from letterkit.language import plainly


def write(standings: Sequence[Standing]) -> str:
    """Return the XML; an error is a failure, a warning or note is told with a case that passes."""
    root = etree.Element("testsuites", name="letterkit coverage")
    for standing in standings:
        suite = etree.SubElement(root, "testsuite", name=plainly(standing.report_id))
        for item in standing.coverage.items:
            add_case(suite, item.item.label, item.findings)
        add_case(suite, "The letter as a whole", standing.coverage.findings)
        add_case(suite, "Clock and duties", standing.duties)
        suite.set("tests", str(len(suite)))
        suite.set("failures", str(sum(case.find("failure") is not None for case in suite)))
    return etree.tostring(root, pretty_print=True, xml_declaration=True, encoding="UTF-8").decode()


def add_case(suite: etree._Element, name: str, findings: Sequence[Finding]) -> None:
    """Add a case to a suite; an error among its findings makes it a failure."""
    case = etree.SubElement(suite, "testcase", classname=suite.get("name", ""), name=plainly(name))
    for severity, tag in ((Severity.ERROR, "failure"), (Severity.WARNING, "system-out"), (Severity.NOTE, "system-err")):
        told = plainly("\n".join(str(finding) for finding in findings if finding.severity is severity))
        if told:
            element = etree.SubElement(case, tag)
            element.text = told
            if tag == "failure":
                element.set("message", told.splitlines()[0])
