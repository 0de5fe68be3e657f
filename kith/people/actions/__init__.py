"""Every write about people, as a verb."""

from kith.people.actions.common import Recorded
from kith.people.actions.conflicts import CannotBeError
from kith.people.actions.create import LikelyDuplicatesError, create_person, likely_duplicates
from kith.people.actions.identifiers import record_identifier
from kith.people.actions.link import keep_apart, link_identity, undo_link
from kith.people.actions.names import change_born, record_name
from kith.people.actions.needs import record_disability, record_language, record_need, take_out_disability
from kith.people.actions.relationships import end_relationship, record_relationship
from kith.people.actions.themselves import change_sex, record_death, record_ethnicity
from kith.people.actions.whereabouts import (
    look_again_at_ruling,
    record_address,
    record_contact_point,
    rule_who_may_know,
)

__all__ = [
    "CannotBeError",
    "LikelyDuplicatesError",
    "Recorded",
    "change_born",
    "change_sex",
    "create_person",
    "end_relationship",
    "keep_apart",
    "likely_duplicates",
    "link_identity",
    "look_again_at_ruling",
    "record_address",
    "record_contact_point",
    "record_death",
    "record_disability",
    "record_ethnicity",
    "record_identifier",
    "record_language",
    "record_name",
    "record_need",
    "record_relationship",
    "rule_who_may_know",
    "take_out_disability",
    "undo_link",
]
