"""Every read of this room, as typed projections."""

from kith.decisions.queries.counting import CountsAs, counts_as
from kith.decisions.queries.fgdm import Fgdm, fgdm

__all__ = ["CountsAs", "Fgdm", "counts_as", "fgdm"]
