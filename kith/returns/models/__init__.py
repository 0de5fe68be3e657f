"""What was loaded, what waits in staging to be settled and how it was, and where a file and a worker differ."""

from kith.returns.models.child_in_return import ChildInReturn
from kith.returns.models.difference import Difference
from kith.returns.models.loaded_file import LoadedFile
from kith.returns.models.settling import Choice, Settling, Standing
from kith.returns.models.staged_row import StagedRow

__all__ = ["ChildInReturn", "Choice", "Difference", "LoadedFile", "Settling", "StagedRow", "Standing"]
