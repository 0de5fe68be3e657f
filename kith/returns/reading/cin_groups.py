"""The groups of elements that make the rows of a CIN census. Structure: DfE CIN census schema."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from kith.returns.codes import layout
from kith.returns.codes.pre_proceedings import pre_proceedings_element
from kith.returns.reading.shapes import UnreadableError


@dataclass(frozen=True, slots=True)
class Group:
    """An element that makes a row of `table`; a `listing` makes a row of each `item` inside it instead."""

    table: str
    groups: dict[str, Group] = field(default_factory=dict)
    item: str | None = None


DETAILS = Group(
    "CINdetails",
    {
        "assessments": Group(
            "Assessments",
            {"factorsidentifiedatassessment": Group("AssessmentFactors", item="AssessmentFactors")},
        ),
        "cinplandates": Group("CINplanDates"),
        "section47": Group("Section47"),
        "childprotectionplans": Group(
            "ChildProtectionPlans", {"reviews": Group("Reviews", item="CPPreviewDate")}
        ),
    },
)
CHILD = {
    "childidentifiers": Group("ChildIdentifiers"),
    "childcharacteristics": Group(
        "ChildCharacteristics", {"disabilities": Group("Disabilities", item="Disability")}
    ),
    "cindetails": DETAILS,
}
COLUMNS = {
    name: {column.name.lower(): column.name for column in table.columns if column.kind != "parent"}
    for name, table in layout("cin").items()
}


def groups_of_a_child() -> dict[str, Group]:
    """Those in Child by lower-case name. Raises UnreadableError where KITH_CIN_PRE_PROCEEDINGS names no element."""
    try:
        block = pre_proceedings_element().lower()
    except ValueError as error:
        raise UnreadableError(str(error)) from error
    inner = {**DETAILS.groups, block: Group("PreProceedings")}
    return {**CHILD, "cindetails": replace(DETAILS, groups=inner)}
