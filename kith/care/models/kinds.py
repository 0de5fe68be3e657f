"""By what law a child is looked after and in what kind of home they live, with the return's code for each.

Source: Children Act 1989 ss20, 31, 38, 44, 46; SSDA903 guide, LS, PLACE, PLACE_PROVIDER and REASON_PLACE_CHANGE.
"""

from __future__ import annotations

from django.db import models


class LegalKind(models.TextChoices):
    """By what law. The value is the return's own code (LS)."""

    PLACEMENT_ORDER = "E1", "a placement order: a court agreed that the child may be placed for adoption"
    CARE_ORDER = "C2", "a care order"
    INTERIM_ORDER = "C1", "an interim care order"
    EMERGENCY = "L2", "an emergency protection order"
    POLICE = "L1", "police protection"
    ASSESSMENT_ORDER = "L3", "a child assessment order"
    REMAND = "J1", "a remand by a youth court"
    POLICE_DETENTION = "J2", "police detention, in the council’s care"
    YOUTH_REHABILITATION = "J3", "a youth rehabilitation order with a place to live"
    AGREEMENT = "V2", "by agreement (section 20)"
    SHORT_BREAKS = "V4", "a series of short breaks by agreement"


RANK = ("E1", "D1", "C2", "C1", "L2", "L1", "L3", "J1", "J2", "J3", "V2", "V3", "V4")
"""Of several on one night, the first of these is what the return reports: who holds responsibility by an order comes
before an emergency, an emergency before a remand, and agreement last. Recalled from the guide; see docs/adr/0206."""
LONGEST = {"L1": 3, "L2": 8, "L3": 7}
"""Days for which the law lets each last, unless a court gives more (Children Act 1989 ss43(5), 45(1), 46(6))."""


class HomeKind(models.TextChoices):
    """What kind of home. The value is the return's own code (PLACE), of those that it takes for a night of today."""

    KIN_LONG = "U1", "with family or friends who foster them, to stay until 18"
    KIN_EARLY = "U2", "with family or friends who foster them and may adopt"
    KIN = "U3", "with family or friends who foster them"
    FOSTER_LONG = "U4", "with foster carers, to stay until 18"
    FOSTER_EARLY = "U5", "with foster carers who may adopt"
    FOSTER = "U6", "with foster carers"
    ADOPTERS_FOSTERED = "A3", "with adopters who fostered them, the parents agreeing"
    ADOPTERS = "A4", "with adopters, the parents agreeing"
    ADOPTERS_FOSTERED_ORDER = "A5", "with adopters who fostered them, by a placement order"
    ADOPTERS_ORDER = "A6", "with adopters, by a placement order"
    PARENTS = "P1", "at home with parents"
    CHILDRENS_HOME = "K2", "in a children’s home"
    SECURE = "K1", "in a secure children’s home"
    SUPPORTED = "K3", "in supported accommodation"
    WORK = "P3", "in a home that goes with work"
    SCHOOL = "S1", "in a residential school"
    FAMILY_CENTRE = "R3", "in a family centre"
    CARE_HOME = "R1", "in a care home"
    HEALTH = "R2", "in a health home"
    YOUNG_OFFENDERS = "R5", "in a young offender institution"
    ELSEWHERE = "Z14", "somewhere else, or living independently"


GONE = {"H5": "in supported accommodation", "P2": "living independently", "Z1": "somewhere else"}
"""Codes of nights before April 2024 (H5, P2) and April 2025 (Z1), which stay with those nights and are chosen no more."""


class Provider(models.TextChoices):
    PARENT = "PR0", "a parent"
    OWN = "PR1", "our own council"
    COUNCIL = "PR2", "another council"
    PUBLIC = "PR3", "another public body"
    PRIVATE = "PR4", "a private provider"
    VOLUNTARY = "PR5", "a charity"


class WhyMoved(models.TextChoices):
    PLAN = "CARPL", "it was in the care plan"
    CHILD = "CHILD", "the child asked"
    CARER_OTHER = "CREQO", "the carer asked, for another reason"
    CARER_CHILD = "CREQB", "the carer asked: it was too hard"
    COUNCIL = "LAREQ", "the council asked"
    CLOSED = "CLOSE", "the home closed"
    ALLEGATION = "ALLEG", "an allegation"
    STANDARDS = "STAND", "the home was not good enough"
    APPROVAL = "APPRR", "the carer is no longer approved"
    SAME = "PLACE", "only the kind of home changed"
    CUSTODY = "CUSTOD", "custody"
    OTHER = "OTHER", "something else"


class Goes(models.TextChoices):
    """What goes on from the home before."""

    NEW = "new", "another home, with other people"
    CARERS = "carers", "another home, with the same carers"
    HOME = "home", "the same home: only its kind changes"


class Unlawful(models.TextChoices):
    """Why nobody should have slept there. Never a reason not to write it down."""

    UNDER_16 = "under_16", "they are under 16, and this kind of home is for 16 and over"
    NOT_REGISTERED = "registered", "the home is not registered"
    NOT_APPROVED = "approved", "the carers are not approved for this child"
    NO_AUTHORITY = "authority", "no law or agreement stood for this night"
    NOT_A_HOME = "no_home", "it is no home at all: an office, a hotel, a police cell"
    OTHER = "other", "another reason"
