"""What was loaded, what waits to be settled, where a file and a worker differ, and what the rules of a return find."""

from kith.returns.models.child_in_return import ChildInReturn
from kith.returns.models.difference import Difference
from kith.returns.models.finding import Finding, FindingFigure, Severity, ToCheck
from kith.returns.models.loaded_file import LoadedFile
from kith.returns.models.settling import Choice, Settling, Standing
from kith.returns.models.staged_row import StagedRow

__all__ = [
    "ChildInReturn",
    "Choice",
    "Difference",
    "Finding",
    "FindingFigure",
    "LoadedFile",
    "Settling",
    "Severity",
    "StagedRow",
    "Standing",
    "ToCheck",
]
