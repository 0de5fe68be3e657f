"""What each fact of a return is called."""

from __future__ import annotations

FACTS = {
    "care_adoption": "Adoption",
    "care_careleavercontact": "Contact with a care leaver",
    "care_deprivationofliberty": "Order depriving of liberty",
    "care_episode": "Time looked after",
    "care_healthyear": "Health in the year",
    "care_missingepisode": "Time missing",
    "care_motherhood": "Motherhood",
    "care_placedforadoption": "Placed for adoption",
    "care_previouspermanence": "Permanence before",
    "care_review": "Review",
    "care_socialworkerepisode": "Social worker",
    "care_unaccompaniedperiod": "Unaccompanied asylum-seeking child",
    "help_assessment": "Assessment",
    "help_assessmentfactor": "Factor of an assessment",
    "help_childinneedplan": "Child in need plan",
    "help_referral": "Referral",
    "people_disability": "Disability",
    "people_person": "The child",
    "protection_childprotectionplan": "Child protection plan",
    "protection_preproceedings": "Pre-proceedings",
    "protection_protectionplanreview": "Review of a child protection plan",
    "protection_section47": "Section 47 enquiry",
}
