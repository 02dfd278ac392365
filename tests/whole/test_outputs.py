"""What is for the office alone stays there: notes, paths, who is at the computer, and facts marked `publish: false`."""

import base64
import getpass
import hashlib
import io
import re
import socket
import zipfile
from datetime import date

import pytest

from letterkit.cli.parts import PARTS, part
from letterkit.errors import TemplateError
from letterkit.evidence import load_evidence
from letterkit.formats.word.reading import read_draft
from letterkit.workspace.commands.commitments import commitments_of
from letterkit.workspace.commands.coverage import coverage
from letterkit.workspace.commands.draft import draft
from letterkit.workspace.commands.redline import redline_files
from letterkit.workspace.commands.review import review
from tests.edits import EditedDraft

REPORT, TODAY = "getting-a-grip-2023", date(2026, 11, 22)
NOTE = "Xyzzy: ask the Chief Constable in private"
WITHHELD = "987654321"


@pytest.fixture
def outputs(workspace):
    """Everything that letterkit makes of an office with notes and a withheld fact, by name, zips unpacked."""
    workspace.edit("evidence/wellbeing.yaml", "  run_by: Oscar Kilo", f"  run_by: Oscar Kilo\n  note: '{NOTE}'")
    statistics = workspace.root / "evidence/statistics.yaml"
    first = statistics.read_text(encoding="utf-8").index("\n\n")
    text = statistics.read_text(encoding="utf-8")
    withheld = f"withheld_count:\n  what: arrests\n  value: {WITHHELD}\n  unit: arrests\n  as_of: 2023-01\n  source: letter_2023_08_24\n  publish: false\n"
    statistics.write_text(f"{text[:first]}\n\n{withheld}{text[first:]}", encoding="utf-8")
    made = {}
    for form in (part(name) for name in PARTS if name.startswith("draft --format")):
        draft(workspace, [REPORT], out=workspace.drafts, write=form)
    file = EditedDraft((workspace.drafts / f"{REPORT}.docx").read_bytes())
    file.replace("progressive", "regressive")
    path = workspace.root / "back.docx"
    path.write_bytes(file.to_bytes())
    redline_files(
        workspace.drafts / f"{REPORT}.docx", path, out=workspace.drafts / "redline.docx", dated=TODAY, force=False
    )
    standings = coverage(workspace, [REPORT], today=TODAY)
    found = review(workspace, path, report_id=REPORT, today=TODAY)
    undertaken = commitments_of(workspace, [REPORT], today=TODAY)
    for command, told in (
        ("coverage", standings),
        ("status", standings),
        ("review", found),
        ("commitments", undertaken),
    ):
        shown = {name: part(name)(told) for name in PARTS if name.startswith(f"{command} --format")}
        made |= {
            f"{name.replace(' --format ', '.')}": text.encode() for name, text in shown.items() if isinstance(text, str)
        }
    for written in workspace.drafts.iterdir():
        data = written.read_bytes()
        if written.suffix == ".docx":
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                made |= {f"{written.name}/{name}": archive.read(name) for name in archive.namelist()}
        else:
            made[written.name] = data
    return made


def test_no_output_holds_a_note_a_withheld_fact_a_path_or_a_user(outputs, workspace):
    assert len(outputs) > 40
    kept = [NOTE[:5], WITHHELD, "987,654,321", str(workspace.root), socket.gethostname()]
    kept += [f">{getpass.getuser()}<", f'"{getpass.getuser()}"']
    for name, data in outputs.items():
        told = [secret for secret in kept if secret.encode() in data]
        assert not told, f"{name} holds {told}"


def test_pages_carry_a_policy_that_lets_nothing_run(outputs):
    pages = [data.decode() for name, data in outputs.items() if name.endswith(".html")]
    assert len(pages) >= 3
    for page in pages:
        policy = re.search('Content-Security-Policy" content="([^"]*)"', page)[1]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        for inline in re.findall("<(?:script|style)[^>]*>(.*?)</", page, re.DOTALL):
            assert base64.b64encode(hashlib.sha256(inline.encode()).digest()).decode() in policy


def test_a_withheld_fact_cannot_be_printed(workspace):
    workspace.edit("evidence/wellbeing.yaml", "  run_by: Oscar Kilo", "  run_by: Oscar Kilo\n  publish: false")
    with pytest.raises(TemplateError, match=r"md.j2:\d+: wellbeing.oscar_kilo.name is marked 'publish: false'"):
        draft(workspace, [REPORT], out=workspace.drafts)
    assert not workspace.drafts.exists()


@pytest.mark.parametrize(
    "hanging",
    [
        '{% if statistics.attrition.direction == "stable" %}It has not risen.{% endif %}',
        '{% if "stable" in statistics.attrition.direction %}It has not risen.{% endif %}',
        "{% set shown = statistics.attrition.value %}",
        "{{ [statistics.attrition] | map(attribute='value') | listing }}",
        "{{ statistics | tally('unit', 'percent') }}",
    ],
)
def test_no_letter_hangs_on_a_withheld_fact(workspace, hanging):
    workspace.edit("evidence/statistics.yaml", "\nattrition:\n", "\nattrition:\n  publish: false\n")
    template = workspace.root / f"templates/letters/{REPORT}.md.j2"
    said = '{%% extends "_base.md.j2" %%}{%% block body %%}Text.\n\n%s\n{%% endblock %%}'
    template.write_text(said % hanging, encoding="utf-8")
    with pytest.raises(TemplateError, match=r"statistics.attrition.\w+,? (which )?is marked 'publish: false'"):
        draft(workspace, [REPORT], out=workspace.drafts)


def test_a_letter_may_leave_out_what_is_not_published(workspace):
    workspace.edit("evidence/statistics.yaml", "\nattrition:\n", "\nattrition:\n  publish: false\n")
    template = workspace.root / f"templates/letters/{REPORT}.md.j2"
    hanging = "Text.{% if statistics.attrition.publish %} It has not risen.{% endif %}"
    template.write_text('{% extends "_base.md.j2" %}{% block body %}' + hanging + "{% endblock %}", encoding="utf-8")
    draft(workspace, [REPORT], out=workspace.drafts)


def test_the_checklist_does_not_name_a_withheld_fact(workspace):
    statistics = (workspace.root / "evidence/statistics.yaml").read_text(encoding="utf-8")
    start = statistics.index("\nattrition:")
    at = statistics.index("  unit:", start)
    changed = f"{statistics[:at]}  publish: false\n{statistics[at:]}"
    (workspace.root / "evidence/statistics.yaml").write_text(changed, encoding="utf-8")
    template = workspace.root / f"templates/letters/{REPORT}.md.j2"
    kept = [line for line in template.read_text(encoding="utf-8").splitlines() if "statistics.attrition" not in line]
    template.write_text("\n".join(kept), encoding="utf-8")
    draft(workspace, [REPORT], out=workspace.drafts)
    text = read_draft((workspace.drafts / f"{REPORT}-checklist.docx").read_bytes(), shown_as="x").letter
    said = "".join(span.text for span in text.spans())
    assert "not published (statistics)" in said
    assert "attrition rate" not in said


def test_the_description_of_a_signature_is_not_withheld(workspace):
    workspace.edit("evidence/wellbeing.yaml", "  run_by: Oscar Kilo", "  run_by: Oscar Kilo\n  publish: false")
    template = workspace.root / f"templates/letters/{REPORT}.md.j2"
    named = next(name for name in load_evidence(workspace.root, [REPORT]).withheld)
    template.write_text(
        f'{{% extends "_base.md.j2" %}}{{% block body %}}Text.\n\n{{% signature "s.png", {named}.name %}}\nA\n\nB\n'
        "{% endsignature %}{% endblock %}",
        encoding="utf-8",
    )
    with pytest.raises(TemplateError, match=f"{named}.name is marked 'publish: false'"):
        draft(workspace, [REPORT], out=workspace.drafts)
