"""What each post of the workforce is in the record: role of the account and of the involvement, employer."""

from __future__ import annotations

from dataclasses import dataclass

from kith.access.models.account import OrganisationKind as Kind


@dataclass(frozen=True, slots=True)
class Post:
    """account: code of kith.access.roles; involvement: as the family is told, blank where there is none."""

    account: str
    involvement: str
    title: str
    works_for: str = "Kithshire Council"


HEALTH, SCHOOLS, CHARITY = "Kithshire Community Health", "Kithshire Schools", "Kithshire Family Friends"
ORGANISATIONS: dict[str, str] = {
    "Kithshire Council": Kind.COUNCIL.value,
    HEALTH: Kind.HEALTH.value,
    SCHOOLS: Kind.SCHOOL.value,
    CHARITY: Kind.CHARITY.value,
}
POSTS: dict[str, Post] = {
    "front_door": Post("front_door", "screener", "Front door worker"),
    "family_help_lead": Post("lead", "lead_practitioner", "Family Help lead practitioner"),
    "protection_practitioner": Post("protection", "lead_protection", "Lead child protection practitioner"),
    "social_worker": Post("social_worker", "social_worker", "Social worker"),
    "personal_adviser": Post("lead", "personal_adviser", "Personal adviser"),
    "reviewing_officer": Post("reviewing", "reviewing_officer", "Independent reviewing officer"),
    "conference_chair": Post("reviewing", "conference_chair", "Conference chair"),
    "meeting_coordinator": Post("coordinator", "coordinator", "Family group conference coordinator"),
    # A manager opens what the team opens: through the team, with no involvement of their own.
    "team_manager": Post("manager", "", "Team manager"),
    "supervising_social_worker": Post("social_worker", "social_worker", "Supervising social worker"),
    "family_support_worker": Post("lead", "family_support", "Family support worker"),
    "school_lead": Post("school", "school", "Designated safeguarding lead", SCHOOLS),
    "health_worker": Post("health", "health", "Health visitor", HEALTH),
    "charity_worker": Post("partner", "partner", "Family friend", CHARITY),
    "school_family_lead": Post("lead", "lead_practitioner", "Family Help lead practitioner", SCHOOLS),
    "health_family_lead": Post("lead", "lead_practitioner", "Family Help lead practitioner", HEALTH),
    "charity_family_lead": Post("lead", "lead_practitioner", "Family Help lead practitioner", CHARITY),
    "director": Post("director", "", "Director of children's services"),
    "returns_officer": Post("returns", "", "Returns officer"),
    "payments_officer": Post("payments", "", "Payments officer"),
    "analyst": Post("analyst", "", "Analyst"),
    "auditor": Post("auditor", "", "Auditor"),
    "administrator": Post("admin", "", "Administrator"),
}
