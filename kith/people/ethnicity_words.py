"""DfE codes of ethnic group (SSDA903 ETHNIC, children in need census) in plain words."""

from __future__ import annotations

ETHNICITIES = [
    ("WBRI", "White British"),
    ("WIRI", "White Irish"),
    ("WIRT", "Traveller of Irish heritage"),
    ("WROM", "Gypsy or Roma"),
    ("WOTH", "Another White background"),
    ("MWBC", "White and Black Caribbean"),
    ("MWBA", "White and Black African"),
    ("MWAS", "White and Asian"),
    ("MOTH", "Another mixed background"),
    ("AIND", "Indian"),
    ("APKN", "Pakistani"),
    ("ABAN", "Bangladeshi"),
    ("AOTH", "Another Asian background"),
    ("BCRB", "Black Caribbean"),
    ("BAFR", "Black African"),
    ("BOTH", "Another Black background"),
    ("CHNE", "Chinese"),
    ("OOTH", "Another ethnic group"),
    ("REFU", "They did not want to say"),
    ("NOBT", "Not asked yet"),
]
WORDS = dict(ETHNICITIES)
