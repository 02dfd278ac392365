"""A command starts with what it needs and no more; what that takes is measured by benchmarks/start_up.py."""

import json
import os
import subprocess
import sys

import pytest

from letterkit.workspace.commands.draft import draft
from tests.builders import ROOT

REPORT = "getting-a-grip-2023"
RUN = """
import atexit, gc, json, sys

def tell():
    from letterkit.language.claims import _grammar
    imported = sorted({name.partition(".")[0] for name in sys.modules})
    print(json.dumps([imported, _grammar.cache_info().currsize, gc.get_freeze_count()]))

atexit.register(tell)  # comes last, since what is registered after it goes first
from letterkit.__main__ import run
run()
"""
EVIDENCE_AND_TEMPLATES = {"pydantic", "ruamel", "jinja2", "markdown_it"}
TABLES, WORD, OTHERS = {"rich"}, {"lxml"}, {"icalendar", "docx", "asyncio", "multiprocessing"}
SPARED = {
    "--help": EVIDENCE_AND_TEMPLATES | TABLES | WORD | OTHERS,
    f"coverage {REPORT}": WORD | OTHERS,
    f"validate {REPORT}": TABLES | OTHERS,
    f"draft {REPORT}": TABLES | OTHERS,
    f"review drafts/{REPORT}.docx": TABLES | OTHERS,
}
"""What each command, as it is typed, does without."""
WITHOUT_CLAIMS = ("--help", f"coverage {REPORT}")


@pytest.mark.parametrize("typed", SPARED)
def test_a_command_starts_with_what_it_needs(workspace, typed):
    if typed.startswith("review"):
        draft(workspace, [REPORT], out=workspace.drafts)
    done = subprocess.run(
        [sys.executable, "-c", RUN, *typed.split()],
        cwd=workspace.root, env=os.environ | {"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    imported, grammars, frozen = json.loads(done.stdout.splitlines()[-1])
    assert SPARED[typed] & set(imported) == set()
    assert grammars == (typed not in WITHOUT_CLAIMS), (
        "the expressions for claims are compiled only where claims are read"
    )
    assert frozen, "nothing looks for dead objects at the end"
