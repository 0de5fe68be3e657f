"""Lists taken out of the record, as at a day: what each column is stands in a file of its own.

`record/` gives the record's tables as they stood on the day, with linked records as one person; a listing
(`annex_a/lists`, `ssd/tables`) says which rows it has and what each column is.
"""

from kith.returns.extract.listing import NOT_RECORDED, Column, Listing, ListingError, listings
from kith.returns.extract.reading import Extract, as_of

__all__ = ["NOT_RECORDED", "Column", "Extract", "Listing", "ListingError", "as_of", "listings"]
