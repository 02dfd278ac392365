"""Does another letter print another value of the same fact?"""

from letterkit.workspace.commands.draft import draft
from tests.reviews import REPORT, reviewed


def test_a_figure_that_another_letter_prints_otherwise_is_told(drafted):
    draft(drafted, ["getting-a-grip-2023"], out=drafted.drafts)
    drafted.edit("evidence/peel.yaml", "  name: 2021/22\n", "  name: 2022/23\n")
    draft(drafted, [REPORT], out=drafted.drafts, force=True)
    (finding,) = reviewed(drafted).findings()
    assert (finding.check, finding.subject, finding.reference) == ("elsewhere", "'2022/23'", "peel.cycle_2021_22.name")
    assert "The letter on getting-a-grip-2023 was generated with '2021/22'." in finding.message
