"""Sealing: every row of the audit, the view log and change history, in a signed chain anchored off the host.

`seal_once` seals what was committed since the last link; `run_forever` does so until it is stopped;
`verify` finds what was altered, removed or slipped in; `destroy` removes content lawfully.
"""

from __future__ import annotations

from kith.core.seal.anchor import Anchor, FileAnchor, anchors
from kith.core.seal.destroy import destroy
from kith.core.seal.findings import Finding, Report
from kith.core.seal.forever import run_forever
from kith.core.seal.sealing import seal_once
from kith.core.seal.verify import verify, walk

__all__ = [
    "Anchor",
    "FileAnchor",
    "Finding",
    "Report",
    "anchors",
    "destroy",
    "run_forever",
    "seal_once",
    "verify",
    "walk",
]
