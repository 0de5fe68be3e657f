"""The other side of each tie, and what it is called.

If Mara is Ada's mother, Ada is Mara's child: both rows are written, so that either page shows the tie.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from kith.people.models.relationship import RelationshipKind as Kind

INVERSE: Mapping[Kind, Kind] = MappingProxyType(
    {
        Kind.MOTHER: Kind.CHILD,
        Kind.FATHER: Kind.CHILD,
        Kind.PARENT: Kind.CHILD,
        Kind.STEP_PARENT: Kind.STEP_CHILD,
        Kind.ADOPTIVE_PARENT: Kind.CHILD,
        Kind.CHILD: Kind.PARENT,
        Kind.STEP_CHILD: Kind.STEP_PARENT,
        Kind.SIBLING: Kind.SIBLING,
        Kind.HALF_SIBLING: Kind.HALF_SIBLING,
        Kind.STEP_SIBLING: Kind.STEP_SIBLING,
        Kind.TWIN: Kind.TWIN,
        Kind.GRANDPARENT: Kind.GRANDCHILD,
        Kind.GRANDCHILD: Kind.GRANDPARENT,
        Kind.AUNT_UNCLE: Kind.NIECE_NEPHEW,
        Kind.NIECE_NEPHEW: Kind.AUNT_UNCLE,
        Kind.COUSIN: Kind.COUSIN,
        Kind.RELATIVE: Kind.RELATIVE,
        Kind.PARTNER: Kind.PARTNER,
        Kind.SPOUSE: Kind.SPOUSE,
        Kind.FORMER_PARTNER: Kind.FORMER_PARTNER,
        # Field practice has no word for the other side of these; the tie itself is what matters.
        Kind.GODPARENT: Kind.OTHER,
        Kind.MENTOR: Kind.OTHER,
        Kind.CULTURAL_KIN: Kind.CULTURAL_KIN,
        Kind.FRIEND: Kind.FRIEND,
        Kind.NEIGHBOUR: Kind.NEIGHBOUR,
        Kind.FOSTER_CARER: Kind.FOSTER_CHILD,
        Kind.FOSTER_CHILD: Kind.FOSTER_CARER,
        Kind.FOSTER_SIBLING: Kind.FOSTER_SIBLING,
        Kind.SPECIAL_GUARDIAN: Kind.WARD,
        Kind.WARD: Kind.SPECIAL_GUARDIAN,
        Kind.SCHOOL_FRIEND: Kind.SCHOOL_FRIEND,
        Kind.OTHER: Kind.OTHER,
    }
)

PARENTS = frozenset({Kind.MOTHER, Kind.FATHER, Kind.PARENT})


def inverse(kind: str, *, sex_of_person: str = "U") -> Kind:
    """What the person is to the other. `sex_of_person` (M, F or U) tells mother from father.

    Raises ValueError for a kind that is none.
    """
    other_side = INVERSE[Kind(kind)]
    if other_side is Kind.PARENT:
        return {"F": Kind.MOTHER, "M": Kind.FATHER}.get(sex_of_person, Kind.PARENT)
    return other_side


def sides(kind: str) -> frozenset[Kind]:
    """Every kind that the other side of a tie may bear, whatever the person's sex. Raises ValueError as `inverse`."""
    return frozenset(inverse(kind, sex_of_person=sex) for sex in ("U", "F", "M"))
