"""Drafts as they come back: each fault with what a review must tell of it, no more and no less.

`python -m tests.edited_drafts` writes the folders under tests/edited/ anew: read what changed before you commit it.
"""

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from letterkit.workspace import Workspace
from letterkit.workspace.commands.draft import draft
from letterkit.workspace.commands.review import review
from tests.builders import ROOT
from tests.edits import EditedDraft

FOLDER = ROOT / "tests" / "edited"
REPORT = "race-and-policing-2023"
TODAY = date(2023, 10, 10)


@dataclass(frozen=True)
class Fault:
    """What was done to a draft, and the findings it must give: the check, and words that stand in the finding."""

    edit: Callable[[EditedDraft], object]
    tells: tuple[tuple[str, str], ...] = ()


def _several(*edits):
    def apply(file):
        for edit in edits:
            edit(file)

    return apply


COSMETIC = _several(
    lambda file: file.restyle("Your report returns"), EditedDraft.change_typography, EditedDraft.shatter_runs
)
MONITORING = "There is always more to do, and we will go on monitoring how often the ethnicity of victims is recorded."
STOPPED = "The Home Office published"

FAULTS = {
    # values
    "figure-typed-over": Fault(
        lambda file: file.replace("1,433", "1,533"),
        (("edited", "'1,533': It was changed silently"), ("arithmetic", "1,533 of 6,466 is 24%")),
    ),
    "figure-typed-over-tracked": Fault(
        lambda file: file.replace("1,433", "1,533", tracked=True),
        (
            ("edited", "by Policy officer on 20 November 2026, as a tracked change"),
            ("arithmetic", "1,533 of 6,466 is 24%"),
        ),
    ),
    "digit-typed-before-a-figure": Fault(
        lambda file: file.insert_after("the ethnicity of ", "2", within="6,466"), (("edited", "'21,433'"),)
    ),
    "unit-typed-after-a-figure": Fault(
        lambda file: file.insert_after("2,300", " thousand"), (("edited", "'2,300 thousand'"),)
    ),
    "half-a-figure-deleted": Fault(lambda file: file.delete("6,4", within="people stopped"), (("edited", "'66'"),)),
    "deletion-across-the-edge-of-a-control": Fault(
        lambda file: file.delete("of 1,433 of the 6,4", tracked=True),
        (
            ("edited", "'66': It was changed by Policy officer"),
            ("missing", "'1,433': It was taken out by Policy officer"),
            ("reworded", "'of the' was taken out"),
        ),
    ),
    "percentage-typed-over": Fault(lambda file: file.replace("37.5%", "35.7%"), (("edited", "'35.7%'"),)),
    "date-of-the-letter-typed-over": Fault(
        lambda file: file.replace("10 October 2023", "12 October 2023"), (("edited", "'12 October 2023'"),)
    ),
    "month-of-a-period-typed-over": Fault(
        lambda file: file.replace("the year ending March 2023", "the year ending March 2022", within="6,466"),
        (("edited", "'the year ending March 2022'"),),
    ),
    "count-in-words-typed-over": Fault(
        lambda file: file.replace("three", "four", within="Public Sector Equality"), (("edited", "'four'"),)
    ),
    "grade-typed-over": Fault(lambda file: file.replace("outstanding", "good"), (("edited", "'good'"),)),
    "addressee-typed-over": Fault(
        lambda file: file.replace("Roy Wilsher", "Andy Cooke"), (("edited", "'Andy Cooke'"),)
    ),
    "values-swapped": Fault(
        lambda file: file.swap("45.3%", "31.6%"),
        (
            ("swapped", "it is statistics.ethnic_minority_recruits.value"),
            ("swapped", "it is statistics.female_recruits.value"),
        ),
    ),
    "names-swapped": Fault(
        lambda file: file.swap("Hindu Association", "LGBTQ+ network"),
        (("swapped", "it is programmes.hindu_association.name"), ("swapped", "it is programmes.lgbtq_network.name")),
    ),
    "value-in-the-wrong-slot": Fault(
        lambda file: file.replace("45.3%", "37.5%"), (("wrong-slot", "it is statistics.unrecorded_ethnicity.value"),)
    ),
    "quotation-changed": Fault(
        lambda file: file.replace("should ensure", "must ensure"), (("quotation", "'should' became 'must'"),)
    ),
    "word-dropped-from-a-quotation": Fault(
        lambda file: file.delete("practical ", tracked=True), (("quotation", "by Policy officer on 20 November 2026"),)
    ),
    "panel-renamed": Fault(
        lambda file: file.replace("Corporate Governance Board", "Corporate Oversight Board"),
        (("edited", "'Corporate Oversight Board'"),),
    ),
    "name-misspelt": Fault(
        lambda file: file.replace("Rupert Matthews", "Rupert Mathews"), (("edited", "'Rupert Mathews'"),)
    ),
    "value-deleted": Fault(lambda file: file.delete("1,433"), (("missing", "'1,433': It was taken out silently"),)),
    "value-struck-through": Fault(lambda file: file.strike("1,433"), (("missing", "'1,433'"),)),
    "value-hidden": Fault(lambda file: file.hide("1,433"), (("hidden", "'1,433'"), ("missing", "'1,433'"))),
    "table-cell-typed-over": Fault(
        lambda file: file.replace(
            "Two large", "Three large", within="Two large public consultations have been carried"
        ),
        (("edited", "'Three large public consultations"),),
    ),
    "table-cells-swapped": Fault(
        lambda file: file.swap("Observation consultation", "Observation workforce_data"),
        (("swapped", "'Observation consultation'"), ("swapped", "'Observation workforce_data'")),
    ),
    "sentence-rewritten-around-a-wrong-figure": Fault(
        lambda file: file.replace(
            "the ethnicity of 1,433 of the 6,466 people stopped and searched here was",
            "for 1,434 out of 6,466 people searched the ethnicity was",
        ),
        (("edited", "'1,434'"), ("reworded", "'the ethnicity of' became 'for'")),
    ),
    # wording
    "sentence-added-without-support": Fault(
        lambda file: file.insert_after("most similar forces.", " Complaints fell by 12% last year."),
        (("unsupported", "Nothing in evidence supports '12%'"),),
    ),
    "sentence-added-tracked": Fault(
        lambda file: file.insert_after(
            "most similar forces.", " I am grateful to all who helped with this.", tracked=True
        ),
        (("added", "'I am grateful to all who helped with this"),),
    ),
    "sentence-added-against-evidence": Fault(
        lambda file: file.insert_after("most similar forces.", " The share of female recruits rose by 54.3%."),
        (("contradicted", "evidence says '45.3' in statistics.female_recruits.value"),),
    ),
    "sentence-added-with-support": Fault(
        lambda file: file.insert_after(
            "most similar forces.", " The share of female recruits rose by 45.3%.", tracked=True
        ),
        (("added", "'45.3%' is supported by statistics.female_recruits.value"),),
    ),
    "paragraph-added-on-an-unknown-panel": Fault(
        lambda file: file.add_paragraph("Your report returns", "The Rural Crime Panel met with great success."),
        (("unsupported", "Nothing in evidence supports 'Rural Crime Panel'"),),
    ),
    "sense-reversed": Fault(
        lambda file: file.replace("is still making", "is not making"), (("reworded", "may now say the opposite"),)
    ),
    "sentence-taken-out": Fault(
        lambda file: file.delete(f" {MONITORING}"), (("taken-out", "'There is always more to do"),)
    ),
    "paragraph-deleted": Fault(
        lambda file: file.delete_paragraph(STOPPED),
        (("taken-out", "This sentence and 2 after it were taken out silently"),),
    ),
    "paragraph-deleted-tracked": Fault(
        lambda file: file.delete_paragraph(STOPPED, tracked=True),
        (("taken-out", "This sentence and 2 after it were taken out by Policy officer"),),
    ),
    "paragraph-copied": Fault(
        lambda file: file.copy_paragraph(STOPPED, after="Your report returns"), (("copied", "'Home Office'"),)
    ),
    # answers
    "answer-lost": Fault(
        _several(
            lambda file: file.delete_paragraph("It troubles me to hear"),
            lambda file: file.delete_paragraph("Ethnicity in crime data"),
        ),
        (("in-letter", "Observation ethnicity_in_crime_data"), ("taken-out", "This sentence and 6 after it")),
    ),
    "answer-turned-into-a-refusal": Fault(
        lambda file: file.insert_after("It troubles me to hear", " and I do not accept"),
        (("in-substance", "The letter says 'not accepted'"), ("reworded", "may now say the opposite")),
    ),
    # beside the text
    "header-changed": Fault(
        lambda file: file.edit_header("Your Communities - Your Commissioner", "Your Communities First"),
        (("margin", "'Your Communities First': It was changed by hand"),),
    ),
    "footnote-added": Fault(
        lambda file: file.add_footnote("most similar forces", "The national average was 19%."),
        (("unsupported", "Nothing in evidence supports '19%'"),),
    ),
    "text-box-added": Fault(
        lambda file: file.add_text_box("Your report returns", "Draft for the Chief Finance Officer"),
        (("added", "'Draft for the Chief Finance Officer'"),),
    ),
    "comment-left-open-on-a-figure": Fault(
        lambda file: file.comment("1,433", "Is this right?", reply="Checking."),
        (("comment", "Policy officer replied: 'Checking.'. It stands on statistics.stop_search_not_stated.count"),),
    ),
    "comment-resolved": Fault(lambda file: file.comment("1,433", "Is this right?", resolved=True)),
    # what must make no noise
    "cosmetic-only": Fault(COSMETIC),
    "runs-shattered": Fault(EditedDraft.shatter_runs),
    "controls-stripped": Fault(lambda file: file.strip(keep_record=True)),
    "equivalent-forms": Fault(
        _several(
            lambda file: file.replace("37.5%", "37.5 per cent"),
            lambda file: file.replace("25 August 2023", "25/08/2023"),
            lambda file: file.replace("three", "3", within="Public Sector Equality"),
            lambda file: file.replace("6,466", "6466"),
        ),
        (
            ("number-style", "percentages with their sign: write '37.5%'"),
            ("date-style", "'25 August 2023'"),
            ("number-style", "write 'three'"),
            ("number-style", "write '6,466'"),
        ),
    ),
    "paragraph-moved": Fault(
        lambda file: file.move_paragraph(STOPPED, before="It troubles me to hear"),
        (("moved", "stood under 'Stop and search records'"),),
    ),
    "paragraph-moved-tracked": Fault(
        lambda file: file.move_paragraph(STOPPED, before="It troubles me to hear", tracked=True),
        (("moved", "stands under 'Ethnicity in crime data' now, moved by Policy officer"),),
    ),
    "paragraph-split": Fault(lambda file: file.split_paragraph("Even so, in ")),
    "paragraph-split-tracked": Fault(lambda file: file.split_paragraph("Even so, in ", tracked=True)),
    "paragraphs-joined": Fault(lambda file: file.join_paragraphs("The Home Office published")),
    "paragraphs-joined-tracked": Fault(lambda file: file.join_paragraphs("The Home Office published", tracked=True)),
}


def annexed(folder: Path) -> Workspace:
    """The shipped workspace, with the checklist as an annex of the letter, so that there is a table in it."""
    for name in ("evidence", "templates"):
        shutil.copytree(ROOT / name, folder / name)
    response = folder / "evidence" / "responses" / f"{REPORT}.yaml"
    text = response.read_text(encoding="utf-8")
    response.write_text(text.replace("letter:\n", "letter:\n  annex_checklist: true\n", 1), encoding="utf-8")
    return Workspace(folder)


def generated() -> bytes:
    """The draft that all are made from."""
    with tempfile.TemporaryDirectory() as folder:
        workspace = annexed(Path(folder))
        draft(workspace, [REPORT], out=workspace.drafts)
        return (workspace.drafts / f"{REPORT}.docx").read_bytes()


def edited(fault: Fault, data: bytes, *, tags: bool = True) -> bytes:
    file = EditedDraft(data)
    fault.edit(file)
    if not tags:
        file.strip()
    return file.to_bytes()


def told(path: Path, workspace: Workspace) -> list[str]:
    """The findings of a review, as people read them."""
    found = review(workspace, path, report_id=REPORT, today=TODAY).findings()
    return sorted(str(finding) for finding in found)


def main() -> None:
    shutil.rmtree(FOLDER, ignore_errors=True)
    data = generated()
    with tempfile.TemporaryDirectory() as place:
        workspace = annexed(Path(place))
        for name, fault in FAULTS.items():
            folder = FOLDER / name
            folder.mkdir(parents=True)
            (folder / "draft.docx").write_bytes(edited(fault, data))
            found = told(folder / "draft.docx", workspace)
            (folder / "findings.txt").write_text("".join(f"{line}\n" for line in found), encoding="utf-8")


if __name__ == "__main__":
    main()
