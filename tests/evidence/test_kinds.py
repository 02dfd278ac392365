"""The JSON Schemas: editors accept what letterkit accepts, and refuse misspelt keys."""

import json
from datetime import date

import pytest
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

from letterkit.evidence import schemas
from tests.builders import ROOT

SCHEMAS = schemas()
FILES = sorted((ROOT / "evidence").rglob("*.yaml"))


def kind_of(path):
    return path.parent.name if path.parent.name in ("reports", "responses") else path.stem


def as_an_editor_reads(path):
    return json.loads(json.dumps(YAML(typ="safe").load(path), default=date.isoformat))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT / "evidence")))
def test_shipped_evidence_is_valid_in_an_editor(path):
    Draft202012Validator(SCHEMAS[kind_of(path)]).validate(as_an_editor_reads(path))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT / "evidence")))
def test_each_file_names_a_schema_that_is_there(path):
    first = path.read_text(encoding="utf-8").splitlines()[0]
    assert first.startswith("# yaml-language-server: $schema=")
    assert (path.parent / first.partition("=")[2]).is_file()


def test_a_misspelt_key_is_marked():
    statistics = {"a": {"what": "x", "unit": "percent", "valeu": 1, "source": "s", "as_of": "2023"}}
    errors = [error.message for error in Draft202012Validator(SCHEMAS["statistics"]).iter_errors(statistics)]
    assert any("'valeu' was unexpected" in error for error in errors)


@pytest.mark.parametrize("kind", SCHEMAS)
def test_the_schemas_in_the_repository_know_the_same_keys(kind):
    """Mend with: letterkit schema."""
    shipped = json.loads((ROOT / "evidence" / "schemas" / f"{kind}.schema.json").read_text(encoding="utf-8"))
    assert keys_of(shipped) == keys_of(SCHEMAS[kind])


def keys_of(schema):
    definitions = {"": schema, **schema.get("$defs", {})}
    return {name: sorted(part.get("properties", {})) for name, part in definitions.items()}
