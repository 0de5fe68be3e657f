"""What the census of 2026-27 calls its block on pre-proceedings and family group decision making.

The names are those of one public source (the validator csc-validator-be-cin, January 2026); no schema of DfE's with
the block was found. So the name of the block can be set, for reading, checking and writing alike.
"""

from __future__ import annotations

import os
import re

SETTING = "KITH_CIN_PRE_PROCEEDINGS"
BLOCK = "PreProceedingsandFGDM"
ONE_SOURCE = (
    "This block rests on one public source, not on a schema of DfE's: compare it with the specification of "
    f"2026-27. {SETTING} sets what the block is called."
)


def pre_proceedings_element() -> str:
    """The block's name: as the environment sets it, else BLOCK. Raises ValueError for no name of an XML element."""
    name = os.environ.get(SETTING, "").strip() or BLOCK
    if not re.fullmatch(r"[A-Za-z_][A-Za-z0-9_.-]*", name):
        raise ValueError(
            f"{SETTING} is “{name[:40]}”, which cannot be the name of an XML element. Correct it."
        )
    return name
