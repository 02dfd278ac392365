"""A command loads evidence once, reads and opens each file once and finds the claims of each text once."""

import sys
from collections import Counter
from datetime import date

import pytest

from letterkit.evidence import load_evidence
from letterkit.files import read_whole
from letterkit.formats.word.opc.zip_reader import unpack
from letterkit.language import claims_in
from letterkit.workspace.commands.commitments import commitments_of
from letterkit.workspace.commands.coverage import coverage
from letterkit.workspace.commands.coverage_of_draft import coverage_of_draft
from letterkit.workspace.commands.draft import draft
from letterkit.workspace.commands.redline import redline_draft, redline_files
from letterkit.workspace.commands.review import review
from letterkit.workspace.commands.status import status
from letterkit.workspace.commands.validate import validate
from tests.edited_drafts import FAULTS, edited

REPORT = "race-and-policing-2023"
TODAY = date(2023, 12, 1)
LOADING, READING, OPENING = load_evidence.__code__, read_whole.__code__, unpack.__code__
CLAIMS = claims_in.__wrapped__.__code__


def _returned(office):
    return office.root / f"{REPORT}-returned.docx"


def _redline(office):
    return {"out": office.root / "redline.docx", "dated": TODAY, "force": False}


COMMANDS = {
    "commitments": lambda at: commitments_of(at, [REPORT], today=TODAY),
    "coverage": lambda at: coverage(at, [REPORT], today=TODAY),
    "coverage of a draft": lambda at: coverage_of_draft(at, _returned(at), report_id=None, today=TODAY),
    "draft": lambda at: draft(at, [REPORT], out=at.root / "new"),
    "draft over a draft": lambda at: draft(at, [REPORT], out=at.drafts, force=True),
    "redline of a draft": lambda at: redline_draft(at, _returned(at), report_id=None, **_redline(at)),
    "redline of two files": lambda at: redline_files(at.drafts / f"{REPORT}.docx", _returned(at), **_redline(at)),
    "review": lambda at: review(at, _returned(at), report_id=None, today=TODAY),
    "status": lambda at: status(at, [REPORT], today=TODAY),
    "validate": lambda at: validate(at, [REPORT]),
}
LOADS_NOTHING = ("redline of two files",)
OPENS_NOTHING = ("commitments", "coverage")


@pytest.fixture
def office(drafted):
    """A workspace with a draft and what came back of it, with a value typed over."""
    original = (drafted.drafts / f"{REPORT}.docx").read_bytes()
    _returned(drafted).write_bytes(edited(FAULTS["figure-typed-over"], original))
    return drafted


@pytest.fixture(params=COMMANDS)
def command(request):
    return request.param


def counted(run):
    """Run a command; return how often each of the functions was called with the same first argument."""
    calls = {code: Counter() for code in (LOADING, READING, OPENING, CLAIMS)}

    def count(frame, event, _argument):
        code = frame.f_code
        if event == "call" and code in calls:
            calls[code][frame.f_locals[code.co_varnames[0]]] += 1

    claims_in.cache_clear()
    before = sys.getprofile()
    sys.setprofile(count)
    try:
        run()
    finally:
        sys.setprofile(before)
    return calls


def test_a_command_does_nothing_twice(office, command):
    calls = counted(lambda: COMMANDS[command](office))
    assert calls[LOADING].total() == (command not in LOADS_NOTHING)
    assert bool(calls[OPENING]) == (command not in OPENS_NOTHING)
    assert [(given, times) for done in calls.values() for given, times in done.items() if times > 1] == []
