"""Questions that a letter must stand up to, one a file."""

from collections.abc import Callable, Iterable

from letterkit.checks import expired, superseded, unbalanced, unsourced
from letterkit.findings import Finding
from letterkit.letter import Letter
from letterkit.models.pack import EvidencePack

Check = Callable[[Letter, EvidencePack, str], Iterable[Finding]]

CHECKS: dict[str, Check] = {
    "superseded": superseded.check,
    "expired": expired.check,
    "unbalanced": unbalanced.check,
    "unsourced": unsourced.check,
}
"""Every check by the name that its findings carry; each is given letter, evidence and report id."""
