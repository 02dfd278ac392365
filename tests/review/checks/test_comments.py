"""Is a comment left open?"""

from letterkit.findings import Severity
from tests.reviews import reviewed


def test_an_open_comment_in_an_answer_matters_more_than_one_elsewhere(drafted):
    found = reviewed(
        drafted,
        lambda file: file.comment("Victims, too", "Is that so?"),
        lambda file: file.comment("The report is welcome", "Too warm?"),
    )
    assert [finding.severity for finding in found.findings()] == [Severity.WARNING, Severity.NOTE]
    assert "It stands in the answer to ethnicity_in_crime_data." in found.findings()[0].message
