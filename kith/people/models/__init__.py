"""Persons and what makes them findable and known: the record of people, never of forms."""

from kith.people.models.address import Address, ContactPoint, MayKnow
from kith.people.models.duplicate import PossibleDuplicate
from kith.people.models.family import Family, FamilyMember
from kith.people.models.identifier import Identifier
from kith.people.models.identity import PersonIdentity
from kith.people.models.name import PersonName
from kith.people.models.needs import Disability, Language, PersonNeed
from kith.people.models.person import Person
from kith.people.models.relationship import Relationship

__all__ = [
    "Address",
    "ContactPoint",
    "Disability",
    "Family",
    "FamilyMember",
    "Identifier",
    "Language",
    "MayKnow",
    "Person",
    "PersonIdentity",
    "PersonName",
    "PersonNeed",
    "PossibleDuplicate",
    "Relationship",
]
