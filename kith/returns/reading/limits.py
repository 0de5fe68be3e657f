"""The limits that keep a hostile or broken file from harming the machine."""

from __future__ import annotations

MIB = 1024 * 1024

HEAD_BYTES = 256 * 1024
"""How much of a file is looked at to tell what it is."""

CHUNK_BYTES = 2 * MIB
"""How much of a CSV is held and parsed at a time: memory does not grow with the file."""

MAX_LINE_BYTES = 1 * MIB
"""A line longer than this is not a row of a return."""

MAX_LINES_IN_ROW = 50
"""A quoted value may hold line breaks; past this many the quote was never closed."""

MAX_ID_LENGTH = 64
"""DfE allows 20; some older systems write more. Longer than this is not an id."""

DFE_ID_LENGTH = 20

MAX_TEXT_LENGTH = 256
"""No column of either return holds long text."""

EARLIEST_YEAR, LATEST_YEAR = 1900, 2100
"""Calendar years that a date in a return may have: outside them it stands for "no date"."""

MAX_ZIP_MEMBERS = 5_000
MAX_ZIP_MEMBER_BYTES = 8 * 1024 * MIB
MAX_ZIP_TOTAL_BYTES = 16 * 1024 * MIB
MAX_ZIP_RATIO = 250
"""Returns shrink 5 to 40 times in a zip; a bomb shrinks a thousand times or more."""
ZIP_RATIO_FLOOR = 4 * MIB
"""Below this size a file can do no harm, whatever its ratio."""

XML_ROWS_PER_BATCH = 20_000

MAX_FILES = 20_000
MAX_FOLDER_DEPTH = 8

YEAR_SAMPLE_ROWS = 20_000
"""Rows of Episodes looked at to tell the collection year."""

MAX_DISTINCT_NOTICES = 50
"""Different odd values listed for one column of one file; the rest are counted."""
