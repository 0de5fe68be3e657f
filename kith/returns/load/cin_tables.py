"""CIN census: which table and column fills which of the record. Source: the DfE's schema of the census."""

from __future__ import annotations

from kith.returns.load.shapes import FactTable, Parent, day, flag, number, text

REFERRAL = (Parent("referral_id", "CINdetails", "CINdetailsRow"),)

DISABILITIES = FactTable(
    "cin",
    "Disabilities",
    "people_disability",
    key=(text("code", "Disability", 4),),
    needs=("Disability",),
    remembers_year=False,
)
FACTORS = FactTable(
    "cin",
    "AssessmentFactors",
    "help_assessmentfactor",
    key=(text("code", "AssessmentFactors"),),
    needs=("AssessmentFactors",),
    remembers_year=False,
    parents=(Parent("assessment_id", "Assessments", "AssessmentsRow", needed=True),),
)
CIN_TABLES = (
    DISABILITIES,
    FactTable(
        "cin",
        "CINdetails",
        "help_referral",
        key=(day("referred_on", "CINreferralDate"),),
        values=(
            text("referral_source", "ReferralSource"),
            text("primary_need", "PrimaryNeedCode"),
            day("closed_on", "CINclosureDate"),
            text("reason_closed", "ReasonForClosure"),
            flag("no_further_action", "ReferralNFA"),
            day("transfer_conference_on", "DateOfInitialCPC"),
        ),
        needs=("CINreferralDate",),
        span=("CINreferralDate", "CINclosureDate"),
        unique=False,
    ),
    FactTable(
        "cin",
        "Assessments",
        "help_assessment",
        key=(day("started_on", "AssessmentActualStartDate"),),
        values=(
            day("review_due_on", "AssessmentInternalReviewDate"),
            day("authorised_on", "AssessmentAuthorisationDate"),
        ),
        needs=("AssessmentActualStartDate",),
        span=("AssessmentActualStartDate", "AssessmentAuthorisationDate"),
        unique=False,
        parents=REFERRAL,
    ),
    FACTORS,
    FactTable(
        "cin",
        "CINplanDates",
        "help_childinneedplan",
        key=(day("started_on", "CINPlanStartDate"),),
        values=(day("ended_on", "CINPlanEndDate"),),
        needs=("CINPlanStartDate",),
        span=("CINPlanStartDate", "CINPlanEndDate"),
        unique=False,
        parents=REFERRAL,
    ),
    FactTable(
        "cin",
        "Section47",
        "protection_section47",
        key=(day("started_on", "S47ActualStartDate"),),
        values=(
            day("conference_target_on", "InitialCPCtarget"),
            day("conference_on", "DateOfInitialCPC"),
            flag("conference_not_required", "ICPCnotRequired"),
        ),
        needs=("S47ActualStartDate",),
        unique=False,
        parents=REFERRAL,
    ),
    FactTable(
        "cin",
        "ChildProtectionPlans",
        "protection_childprotectionplan",
        key=(day("started_on", "CPPstartDate"),),
        values=(
            day("ended_on", "CPPendDate"),
            text("initial_category", "InitialCategoryOfAbuse"),
            text("latest_category", "LatestCategoryOfAbuse"),
            number("previous_plans", "NumberOfPreviousCPP"),
        ),
        needs=("CPPstartDate",),
        span=("CPPstartDate", "CPPendDate"),
        unique=False,
        parents=REFERRAL,
        rivals="child protection plan",
    ),
    FactTable(
        "cin",
        "Reviews",
        "protection_protectionplanreview",
        key=(day("reviewed_on", "CPPreviewDate"),),
        needs=("CPPreviewDate",),
        remembers_year=False,
        parents=(Parent("plan_id", "ChildProtectionPlans", "ChildProtectionPlansRow", needed=True),),
    ),
    FactTable(
        "cin",
        "PreProceedings",
        "protection_preproceedings",
        key=(day("started_on", "PPStartDate"),),
        values=(
            day("letter_sent_on", "LBPSentDate"),
            flag("family_meeting_offered", "FGDMMeetingOffer"),
            flag("family_meeting_held", "FGDMMeetingFac"),
            day("first_meeting_on", "InitialPPMeetingDate"),
            number("review_meetings", "ReviewMeetingsCount"),
            day("decided_on", "StepDecisionDate"),
            text("outcome", "PPOutcome"),
            day("applied_to_court_on", "CourtAppDate"),
            day("letter_of_issue_on", "LetterInitCPDate"),
        ),
        needs=("PPStartDate",),
        unique=False,
        parents=REFERRAL,
    ),
)
