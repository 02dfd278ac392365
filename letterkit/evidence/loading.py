"""Evidence from disk into an EvidencePack, or every problem at once."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from letterkit.errors import EvidenceError, Place, Problem
from letterkit.evidence.consistency import inconsistencies
from letterkit.evidence.kinds import REPORT_KINDS, SHARED_KINDS
from letterkit.evidence.model_messages import problem_of
from letterkit.evidence.models.reports import InspectionReport
from letterkit.evidence.odd_blanks import with_odd_blanks
from letterkit.evidence.pack import EvidencePack
from letterkit.evidence.yaml_reader import KeyPath, LocatedYaml, load
from letterkit.files import MOST_BYTES, as_on_disk, read_whole
from letterkit.letter import Reference

EVIDENCE = "evidence"


def load_evidence(workspace: Path, report_ids: Iterable[str]) -> EvidencePack:
    """Read the shared evidence and that of the reports named; raises EvidenceError."""
    loader = _Loader(workspace)
    for kind, model in SHARED_KINDS.items():
        loader.read(Reference.of(kind), model, f"{kind}.yaml")
    wanted = list(report_ids)
    for report_id in wanted:
        for kind, model in REPORT_KINDS.items():
            loader.read(Reference.of(kind, report_id), model, f"{kind}/{report_id}.yaml")
        wanted += [other for other in loader.linked_to(report_id) if other not in wanted]
    if loader.problems:
        raise EvidenceError(loader.problems)
    pack = loader.pack()
    problems = [
        Problem(pack.place_of(found.reference) or Place(EVIDENCE), found.what, found.remedy)
        for found in inconsistencies(pack)
    ]
    if problems:
        raise EvidenceError(problems)
    return pack


def readable_reports(workspace: Path, report_ids: Iterable[str]) -> Iterator[tuple[str, InspectionReport]]:
    """Go through those of the reports named that can be read, each by itself."""
    for report_id in report_ids:
        loader, reference = _Loader(workspace), Reference.of("reports", report_id)
        loader.read(reference, InspectionReport, f"reports/{report_id}.yaml")
        if reference in loader.models:
            yield report_id, loader.models[reference]


@dataclass(slots=True)
class _Loader:
    workspace: Path
    problems: list[Problem] = field(default_factory=list)
    models: dict[Reference, Any] = field(default_factory=dict)
    places: dict[Reference, Place] = field(default_factory=dict)
    digests: dict[Reference, str] = field(default_factory=dict)

    def read(self, reference: Reference, model: type[BaseModel], name: str) -> None:
        """Read one file into its model, noting the problems."""
        path, shown_as = as_on_disk(self.workspace / EVIDENCE / name), f"{EVIDENCE}/{name}"
        if path.is_symlink() and not path.exists():
            self.problems.append(
                Problem(Place(shown_as), "It is a link that leads nowhere.", "Put the file itself there.")
            )
            return
        if ".." in path.parts or not path.exists():
            self.problems.append(
                Problem(Place(shown_as), "The file is missing.", "Create it; docs/reference shows what belongs in it.")
            )
            return
        try:
            located = load(path, shown_as=shown_as)
            self.digests[reference] = located.digest
            self.models[reference] = model.model_validate({} if located.content is None else located.content)
            self.places.update(_references(reference, located))
        except EvidenceError as error:
            self.problems.extend(with_odd_blanks(error.problems, _lines(path)))
        except ValidationError as error:
            told = [problem_of(details, located, model) for details in error.errors(include_url=False)]
            self.problems.extend(with_odd_blanks(told, _lines(path)))

    def linked_to(self, report_id: str) -> list[str]:
        """Return the reports that share a letter with one just read."""
        response = self.models.get(Reference.of("responses", report_id))
        if response is None:
            return []
        others = response.letter.also_answers if response.letter else ()
        return [*others, *([response.answered_with] if response.answered_with else [])]

    def pack(self) -> EvidencePack:
        """Return everything read; only when there were no problems."""
        shared = {kind: self.models[Reference.of(kind)] for kind in SHARED_KINDS}
        by_report: dict[str, dict[str, Any]] = {kind: {} for kind in REPORT_KINDS}
        for reference, model in self.models.items():
            if reference.kind in REPORT_KINDS:
                by_report[reference.kind][reference.name] = model
        return EvidencePack(shared, **by_report, places=self.places, digests=self.digests)


def _lines(path: Path) -> list[str]:
    """Return the lines of a file as far as it is text."""
    try:
        return read_whole(path, most=MOST_BYTES).decode("utf-8", errors="replace").split("\n")
    except OSError:
        return []


def _references(top: Reference, located: LocatedYaml) -> Iterator[tuple[Reference, Place]]:
    """Go through the file as references name its parts: list entries by their id where they have one."""

    def walk(node: Any, reference: Reference, path: KeyPath) -> Iterator[tuple[Reference, Place]]:
        yield reference, located.values[path]
        if isinstance(node, Mapping):
            for key, child in node.items():
                yield from walk(child, reference.child(key), (*path, key))
        elif isinstance(node, tuple):
            for index, child in enumerate(node):
                name = child.get("id", index) if isinstance(child, Mapping) else index
                yield from walk(child, reference.child(name), (*path, index))

    yield from walk(located.content, top, ())
