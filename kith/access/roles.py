"""Roles as classes: who holds each, what it sees and does, and what it must never see.

Source: the role table of the service's access design, drawn from Working Together 2026, the
Children Act 1989 and the Caldicott principles. A role alone opens no record: a grant does.
"""

from __future__ import annotations

from kith.access.permissions import Permission
from kith.core.labels import Label

EVERYDAY = Label.NORMAL | Label.FAMILY_ONLY | Label.THIRD_PARTY | Label.HEALTH
NEVER_BY_REASON = (
    Label.ADOPTION_SEALED | Label.LEGAL_PRIVILEGE | Label.COUNSELLING | Label.LADO | Label.CHILD_PRIVATE
)
"""A reason never opens these, whoever gives it (ROLES_ACCESS section 1, break glass)."""


class Role:
    """Base of the roles. `opens` is the label mask of a grant that comes with this role's involvement."""

    code: str = ""
    name: str = ""
    held_by: str = ""
    must_not: str = ""
    family: bool = False
    opens: Label = Label(0)
    may: frozenset[Permission] = frozenset()
    # The broad role under which a look is shown behind the family door (one of six).
    seen_as: str = "Somebody from the council"


_PRACTICE = frozenset(
    {
        Permission.FIND,
        Permission.OPEN_WITH_REASON,
        Permission.CREATE_PERSON,
        Permission.EDIT_PERSON,
        Permission.LINK_IDENTITY,
        Permission.WRITE_STORY,
        Permission.RELEASE,
        Permission.ANSWER_FOR,
        Permission.PLAN,
        Permission.OFFER_MEETING,
    }
)


class FamilyHelpLead(Role):
    code = "lead"
    name = "Family Help lead practitioner"
    held_by = (
        "A council, health, school or charity worker who leads for the family, with social-work oversight."
    )
    must_not = "Sealed adoption records, allegations against professionals, other families."
    opens = EVERYDAY | Label.ADDRESS_PROTECTED
    may = _PRACTICE | {Permission.START_NOT_YET_TOLD, Permission.LIFT_NOT_YET_TOLD}
    seen_as = "Your worker"


class SocialWorker(Role):
    code = "social_worker"
    name = "social worker"
    held_by = "A registered social worker with children who are looked after or in court."
    must_not = "Changing what others wrote in the past."
    opens = EVERYDAY | Label.ADDRESS_PROTECTED | Label.LEGAL_PRIVILEGE
    may = _PRACTICE | {
        Permission.START_NOT_YET_TOLD,
        Permission.LIFT_NOT_YET_TOLD,
        Permission.PROTECT,
        Permission.READ_HOMES,
        Permission.KEEP_HOMES,
    }
    seen_as = "Your worker"


class LeadChildProtection(Role):
    code = "protection"
    name = "lead child protection practitioner"
    held_by = "The experienced social worker who leads section 47 enquiries and protection plans."
    must_not = "Changing the Family Help lead alone."
    opens = EVERYDAY | Label.ADDRESS_PROTECTED | Label.POLICE_SENSITIVE | Label.LEGAL_PRIVILEGE
    may = _PRACTICE | {Permission.START_NOT_YET_TOLD, Permission.LIFT_NOT_YET_TOLD, Permission.PROTECT}
    seen_as = "Somebody who keeps children safe"


class TeamManager(Role):
    code = "manager"
    name = "team manager"
    held_by = "Who supervises a team; sees the team's children through the team's involvements."
    must_not = "Approving their own work; overriding a statutory clock."
    opens = EVERYDAY | Label.ADDRESS_PROTECTED | Label.LEGAL_PRIVILEGE
    may = _PRACTICE | {
        Permission.ALLOCATE,
        Permission.RESTRICT,
        Permission.UNMASK,
        Permission.SEE_ACCOUNTABILITY,
        Permission.AGREE_PLAN,
        Permission.SET_MONEY,
        Permission.SET_WORDS,
        Permission.SET_LETTERS,
        Permission.SCREEN,
        Permission.KEEP_DIRECTORY,
        Permission.EXEMPT_MEETING,
        Permission.PROTECT,
        Permission.READ_HOMES,
        Permission.KEEP_HOMES,
        Permission.APPROVE_CARERS,
        Permission.SEE_PRICES,
        Permission.START_NOT_YET_TOLD,
        Permission.LIFT_NOT_YET_TOLD,
    }
    seen_as = "A manager"


class ReviewingOfficer(Role):
    code = "reviewing"
    name = "independent reviewing officer"
    held_by = (
        "Chairs reviews of children looked after, and conferences; independent of the line that decides."
    )
    must_not = "Managing the child's day-to-day work."
    opens = EVERYDAY | Label.ADDRESS_PROTECTED
    may = frozenset({Permission.FIND, Permission.WRITE_STORY, Permission.RELEASE, Permission.ANSWER_FOR})
    seen_as = "Somebody who checks how we are doing"


class ConferenceCoordinator(Role):
    code = "coordinator"
    name = "family group conference coordinator"
    held_by = "An independent person who prepares family meetings."
    must_not = "The full record; the detail of enquiries; deciding."
    opens = Label.NORMAL | Label.FAMILY_ONLY
    may = frozenset({Permission.WRITE_STORY, Permission.COORDINATE})
    seen_as = "Your worker"


class PartnerWorker(Role):
    code = "partner"
    name = "charity worker"
    held_by = "A worker of a commissioned charity, for its own referrals."
    must_not = "Other agencies' notes; other families."
    opens = Label.NORMAL
    may = frozenset({Permission.WRITE_STORY, Permission.PLAN})
    seen_as = "Somebody from another service"


class HealthWorker(Role):
    code = "health"
    name = "health colleague"
    held_by = "A health visitor, school nurse or doctor working beside the family."
    must_not = "Copying onward into their own system without a share being recorded."
    opens = Label.NORMAL | Label.HEALTH
    may = frozenset({Permission.WRITE_STORY, Permission.PLAN})
    seen_as = "Somebody from health"


class SchoolWorker(Role):
    code = "school"
    name = "school colleague"
    held_by = "A designated safeguarding lead or designated teacher."
    must_not = "Detail of abuse beyond what the school needs."
    opens = Label.NORMAL
    may = frozenset({Permission.WRITE_STORY, Permission.PLAN})
    seen_as = "Somebody from school"


class FrontDoor(Role):
    code = "front_door"
    name = "front door and out-of-hours worker"
    held_by = "Screens contacts; the contact is the reason for each look, sampled weekly."
    must_not = "Sealed and relocated identities, legal advice, allegations against professionals."
    opens = EVERYDAY | Label.ADDRESS_PROTECTED
    may = _PRACTICE | {
        Permission.SEE_INDEX_LINE,
        Permission.START_NOT_YET_TOLD,
        Permission.SCREEN,
        Permission.KEEP_DIRECTORY,
    }
    seen_as = "Somebody who keeps children safe"


class Analyst(Role):
    code = "analyst"
    name = "analyst"
    held_by = "Works with de-identified views, small numbers suppressed."
    must_not = "Names, free text, anything that would identify somebody."
    may = frozenset({Permission.READ_AGGREGATES})


class ReturnsOfficer(Role):
    code = "returns"
    name = "returns officer"
    held_by = "Answers for the statutory returns; reads identified return rows and findings."
    must_not = "Free text; protected addresses."
    may = frozenset({Permission.WRITE_RETURNS, Permission.READ_AGGREGATES})


class PaymentsOfficer(Role):
    code = "payments"
    name = "payments officer"
    held_by = "Pays carers on time and explains each payment; sees what is paid, by reference."
    must_not = "Records of children and families; agreeing to their own work."
    may = frozenset({Permission.PREPARE_PAYMENTS, Permission.AGREE_PAYMENTS})


class Director(Role):
    code = "director"
    name = "director of children's services"
    held_by = "Answers for every child; opens a record for a stated purpose only."
    must_not = "Routine browsing without a logged reason."
    opens = EVERYDAY | Label.ADDRESS_PROTECTED | Label.LEGAL_PRIVILEGE
    may = frozenset(
        {
            Permission.FIND,
            Permission.OPEN_WITH_REASON,
            Permission.ANSWER_FOR,
            Permission.RESTRICT,
            Permission.UNMASK,
            Permission.LIFT_NOT_YET_TOLD,
            Permission.EXEMPT_MEETING,
            Permission.READ_HOMES,
            Permission.SEE_PRICES,
            Permission.DUTIES_OF_ALL,
            Permission.SET_DUTIES,
            Permission.SET_WORDS,
            Permission.SET_LETTERS,
            Permission.READ_AGGREGATES,
            Permission.SEE_ACCOUNTABILITY,
            Permission.AGREE_ROLE,
            Permission.AGREE_PAYMENTS,
        }
    )
    seen_as = "A manager"


class Auditor(Role):
    code = "auditor"
    name = "auditor"
    held_by = "An auditor, inspector or data protection officer: all logs, sampled records."
    must_not = "Changing records."
    may = frozenset({Permission.READ_LOGS, Permission.SEE_ACCOUNTABILITY})


class Administrator(Role):
    code = "admin"
    name = "administrator"
    held_by = "Runs the system: accounts, settings, key rotation."
    must_not = "Reading content or keys."
    may = frozenset({Permission.MANAGE_ACCOUNTS, Permission.AGREE_ROLE})


class FamilyRole(Role):
    family = True
    opens = Label.DOOR
    may = frozenset({Permission.WRITE_OWN_WORDS})


class Parent(FamilyRole):
    code = "parent"
    name = "parent"
    held_by = "A mother or father. What they see is what was released to them by name."
    must_not = "The other parent's address, contact, worker or health; who made a referral; the child's private words."


class YoungPerson(FamilyRole):
    code = "young_person"
    name = "young person"
    held_by = "A child or young person with an account of their own."
    may = FamilyRole.may | {Permission.OWN_CARE}
    must_not = "Other people's private facts."


class Carer(FamilyRole):
    code = "carer"
    name = "kinship carer"
    held_by = "Family or friend, or a foster carer, who cares for the child."
    may = FamilyRole.may | {Permission.OWN_HOME}
    must_not = "A parent's confidential health or criminal detail beyond what care needs."


ROLES: dict[str, type[Role]] = {
    role.code: role
    for role in (
        FamilyHelpLead, SocialWorker, LeadChildProtection, TeamManager, ReviewingOfficer, ConferenceCoordinator,
        PartnerWorker, HealthWorker, SchoolWorker, FrontDoor, Analyst, ReturnsOfficer, PaymentsOfficer, Director, Auditor,
        Administrator, Parent, YoungPerson, Carer,
    )
}  # fmt: skip


def role_named(code: str) -> type[Role]:
    """The role class of a code. Raises KeyError for a code that is none."""
    return ROLES[code]
