"""Who people are and who they are to each other."""

from __future__ import annotations

from uuid import UUID

from kith.demo.loading.days import ALWAYS, days
from kith.demo.loading.sheet import Sheet
from kith.demo.shapes import DemoPerson, DemoRelationship

KINDS = {
    "aunt_or_uncle": "aunt_uncle",
    "kinship_foster_carer": "foster_carer",
    "adopter": "adoptive_parent",
}
MUTUAL = frozenset({"sibling", "half_sibling", "partner"})
TRACED = {"traced": "traced", "untraced": "not_traced", "": ""}


def load_people(sheet: Sheet) -> None:
    """Persons with their names, identifiers, languages and needs; then the ties between them."""
    for person in sheet.family.people:
        known = person.dob_kind if person.dob else "unknown"
        sheet.put("people_person", person.id, known, person.dob, person.sex, person.ethnicity)
        _names(sheet, person)
        _identifiers(sheet, person)
        _needs(sheet, person)
    seen: set[tuple[UUID, UUID, str]] = set()
    for tie in sheet.family.relationships:
        if tie.kind in MUTUAL and (tie.other, tie.person, tie.kind) in seen:
            continue  # one row says it for both
        seen.add((tie.person, tie.other, tie.kind))
        _tie(sheet, tie)


def _names(sheet: Sheet, person: DemoPerson) -> None:
    preferred = next((one for one in person.names if one.kind == "known_as"), person.names[0])
    for one in person.names:
        during = days(one.start, one.end)
        sheet.add("people_personname", person.id, one.kind, one.given, one.family, one is preferred, during)


def _identifiers(sheet: Sheet, person: DemoPerson) -> None:
    for one in person.identifiers:
        if one.scheme == "upn_unknown":
            sheet.add("people_identifier", person.id, "upn", "", "", one.value)
        else:
            sheet.add("people_identifier", person.id, one.scheme, one.value, TRACED[one.status], "")


def _needs(sheet: Sheet, person: DemoPerson) -> None:
    for place, language in enumerate(person.languages):
        sheet.add("people_language", person.id, language, "also" if place else "first")
    if person.needs_interpreter:
        sheet.add("people_language", person.id, person.languages[0], "interpreter")
    if person.communication:
        sheet.add("people_personneed", person.id, person.communication)
    asked = person.part == "child" and person.dob_kind != "expected"
    for code in person.disabilities or (("NONE",) if asked else ()):
        sheet.add("people_disability", person.id, code)


def _tie(sheet: Sheet, tie: DemoRelationship) -> None:
    kind = KINDS.get(tie.kind, tie.kind)
    one, other = sheet.people[tie.person], sheet.people[tie.other]
    if kind == "sibling" and one.dob_kind == "exact" and one.dob == other.dob:
        kind = "twin"
    # A mother has parental responsibility by birth (Children Act 1989 s2); of others it is not known here.
    responsible = True if kind == "mother" else None
    sheet.add(
        "people_relationship",
        tie.person,
        tie.other,
        kind,
        tie.words,
        responsible,
        "birth" if responsible else "",
        days(tie.start, tie.end) if tie.start or tie.end else ALWAYS,
    )
