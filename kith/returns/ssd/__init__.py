"""The Standard Safeguarding Dataset: tables of the record for those who count, one CSV file each.

One file a table in `tables/`; tables of which no room records anything are in `waiting.toml`.
"""

from kith.returns.extract import listings
from kith.returns.ssd.hiding import Hiding
from kith.returns.ssd.writing import FOLDER, waiting, write_tables

__all__ = ["FOLDER", "Hiding", "listings", "waiting", "write_tables"]
