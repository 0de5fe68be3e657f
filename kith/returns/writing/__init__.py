"""The statutory returns written from the record, for any collection year since 2017-18.

    with acting(by): frames("ssda903", window_of("2026-27", today=today))   # table name to Arrow, for a check
    write_return(by=..., kind="cin", window=..., folder=..., progress=...)  # files, logged

Read by the worker's login alone, on the word of an account that may write returns. Records that are restricted to
named people are left out unless the account is named; protected homes keep their postcodes: both are counted and said.
"""

from __future__ import annotations

from kith.returns.writing.frames import frames
from kith.returns.writing.run import Form, Written, write_return
from kith.returns.writing.window import Window, WriteError, window_of

__all__ = ["Form", "Window", "WriteError", "Written", "frames", "window_of", "write_return"]
