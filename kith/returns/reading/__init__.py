"""Reading the statutory returns: from paths to typed rows, flat in memory, nothing dropped in silence.

    for batch in read(["/data/903/2017-18", "cin.xml"]):
        batch.typed      # pyarrow.Table: `row`, then the table's columns, dates and whole numbers typed
        batch.raw        # pyarrow.Table: `row`, then the same columns as text, refused rows too
        batch.refusals   # rows (or a whole file) that could not be read: file, row, field, reason
        batch.notices    # read, but worth a person's eye; in the last batch of a file, counted

What is read: a folder, a zip of CSV, one CSV, the one-file XML of the SSDA903, a CIN census XML, or any mix,
over any years from 2017-18 on. Content tells what a file is; names are hints. Tables and columns are those of
`kith.returns.codes`, in DfE's order, whatever order, case and encoding the file has.

How values come out:
- date: date32, from DD/MM/YYYY or YYYY-MM-DD (a time of day is dropped); years 1900 to 2100.
- integer: int32, "1.0" as 1. parent (CIN): int32, the row number of the CINdetails, Assessments or
  ChildProtectionPlans row that it sits in.
- code: text in capitals, "1.0" as "1"; SEX as M, F, U (from the 1, 2, 0 and 9 of older years); yes and no as
  "1" and "0" (from true and false too). A code that is not in its set is kept, with a notice.
- id: text as written, trimmed, without a spreadsheet's ".0".
- postcode: capitals, one space before the last three. partial_date (DATE_PERM): text DD/MM/YYYY in which zz
  stands for what is not known.
- blank is null. A value that cannot be read as its kind refuses its row: half a row would be half a fact.

`batch.year` is "2017-18", or None with a notice when it cannot be told (see `years`). Row numbers count data
rows from 1, blank lines not counted; in XML, a table's rows in the order of the document. A CIN child's sex
is in GenderCurrent to 2023-24 and in Sex after it. For COPY: `copy_csv(batch.typed)`, or
`copy_csv(with_raw_json(batch, connect()))` for the row's own text in one jsonb column more.
"""

from __future__ import annotations

from kith.returns.reading.cleaning import connect
from kith.returns.reading.copying import copy_csv, raw_of_yielded, with_raw_json
from kith.returns.reading.reader import read
from kith.returns.reading.shapes import Batch, Notice, Refusal
from kith.returns.reading.tally import FileCount, Tally, tally

__all__ = [
    "Batch",
    "FileCount",
    "Notice",
    "Refusal",
    "Tally",
    "connect",
    "copy_csv",
    "raw_of_yielded",
    "read",
    "tally",
    "with_raw_json",
]
