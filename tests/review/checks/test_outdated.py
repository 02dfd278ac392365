"""Would the letter now be worded otherwise?"""

from letterkit.findings import Severity
from tests.reviews import reviewed

STATISTICS = "evidence/statistics.yaml"


def test_a_word_that_hangs_on_evidence_is_told_when_it_would_be_another(drafted):
    drafted.edit(
        STATISTICS,
        "  value: 37.5\n  unit: percent\n  direction: down\n",
        "  value: 37.5\n  unit: percent\n  direction: up\n",
    )
    (found,) = reviewed(drafted).findings()
    assert (found.check, found.severity) == ("outdated", Severity.WARNING)
    assert "'fewer' became 'more'" in found.message
