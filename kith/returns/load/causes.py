"""The words by which a reason tells why a row waits; what can be chosen about it depends on that."""

from __future__ import annotations

OVERLAPS = " overlaps "
WRITTEN = "Somebody has written this otherwise in the record"
TWIN = " as well, and not the same: only one can be taken."
FAULTY_TWIN = " as well, and has a fault. Correct"
BACKWARDS = ": one of them is wrong. Correct it in the file."
ORPHAN = "It belongs to row "
NO_YEAR = "Nothing tells the collection year that this is about."
KINDS = {
    "same_start": "both begin on the same day",
    "open": "that one has no end date, so it is still going on",
    "inside": "this one lies wholly within that one",
    "around": "that one lies wholly within this one",
    "across": "that one had not ended when this one began",
    "before": "this one had not ended when that one began",
}
"""Of two spans that overlap, how they lie to each other."""

_SAID = {
    WRITTEN: "a worker or the family has written otherwise",
    TWIN: "two rows of a file tell of one fact, and differ",
    FAULTY_TWIN: "an earlier row of the file tells of the same fact, and has a fault",
    BACKWARDS: "its dates run backwards",
    ORPHAN: "it belongs to a row that waits",
    NO_YEAR: "nothing tells its collection year",
}


def kind_of(reason: str) -> str:
    """The reason without its rows, days and names: what is counted."""
    if OVERLAPS in reason:
        return "overlaps another: " + next((words for words in KINDS.values() if words in reason), "")
    return next((said for words, said in _SAID.items() if words in reason), "another reason")
