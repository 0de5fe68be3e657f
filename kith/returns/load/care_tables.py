"""SSDA903: which column of the return fills which of the record. Source: the DfE guide's layouts."""

from __future__ import annotations

from kith.returns.load.shapes import Beside, FactTable, day, digits, flag, number, partial, text

DURING = (
    "during",
    'CASE WHEN s."DEC" IS NULL THEN daterange(s."DECOM", NULL)'
    ' WHEN s."DEC" > s."DECOM" THEN daterange(s."DECOM", s."DEC") END',
)
SAME_HOME = ("same_home_as_before", "NULL::boolean")
"""Worked out in `same_home`, once it is known which episodes come before."""
SAME_DAY = (
    'coalesce(s."DEC" = s."DECOM", false)',
    "coalesce(t.ceased_on = t.started_on, false)",
)
"""An episode that held no night, and one that began when it ended, begin on one day: two facts."""

PLACES = Beside(
    "care_episodeplace",
    "episode_id",
    values=(
        text("home_postcode", "HOME_POST"),
        text("placement_postcode", "PL_POST"),
        text("urn", "URN"),
    ),
)
EPISODES = FactTable(
    "ssda903",
    "Episodes",
    "care_episode",
    key=(day("started_on", "DECOM"),),
    values=(
        day("ceased_on", "DEC"),
        text("reason_new_episode", "RNE"),
        text("legal_status", "LS"),
        text("need", "CIN"),
        text("placement_type", "PLACE"),
        text("provider", "PLACE_PROVIDER"),
        text("reason_ceased", "REC"),
        text("reason_place_change", "REASON_PLACE_CHANGE"),
    ),
    needs=("DECOM",),
    span=("DECOM", "DEC"),
    unique=False,
    rivals="episode",
    derived=(DURING, SAME_HOME),
    apart=SAME_DAY,
    beside=PLACES,
)
MOTHERHOOD = FactTable(
    "ssda903",
    "Header",
    "care_motherhood",
    key=(),
    values=(flag("is_mother", "MOTHER"), day("first_child_born_on", "MC_DOB")),
    where='s."MOTHER" IS NOT NULL',
)
CARE_TABLES = (
    EPISODES,
    FactTable(
        "ssda903",
        "Reviews",
        "care_review",
        key=(day("reviewed_on", "REVIEW"),),
        values=(text("participation", "REVIEW_CODE"),),
        needs=("REVIEW",),
    ),
    FactTable(
        "ssda903",
        "UASC",
        "care_unaccompaniedperiod",
        key=(),
        values=(day("ceased_on", "DUC"),),
    ),
    FactTable(
        "ssda903",
        "OC2",
        "care_healthyear",
        key=(),
        values=(
            number("sdq_score", "SDQ_SCORE"),
            text("sdq_reason", "SDQ_REASON"),
            flag("convicted", "CONVICTED"),
            flag("health_check", "HEALTH_CHECK"),
            flag("immunisations", "IMMUNISATIONS"),
            flag("teeth_check", "TEETH_CHECK"),
            flag("health_assessment", "HEALTH_ASSESSMENT"),
            flag("substance_misuse", "SUBSTANCE_MISUSE"),
            flag("intervention_received", "INTERVENTION_RECEIVED"),
            flag("intervention_offered", "INTERVENTION_OFFERED"),
        ),
        yearly=True,
        remembers_year=False,
    ),
    FactTable(
        "ssda903",
        "OC3",
        "care_careleavercontact",
        key=(),
        values=(text("in_touch", "IN_TOUCH"), text("activity", "ACTIV"), text("accommodation", "ACCOM")),
        yearly=True,
        remembers_year=False,
    ),
    FactTable(
        "ssda903",
        "AD1",
        "care_adoption",
        key=(),
        values=(
            day("decided_on", "DATE_INT"),
            day("matched_on", "DATE_MATCH"),
            flag("by_foster_carer", "FOSTER_CARE"),
            digits("adopters", "NB_ADOPTR"),
            text("adopters_sex", "SEX_ADOPTR"),
            text("adopters_legal_status", "LS_ADOPTR"),
        ),
        yearly=True,
        remembers_year=False,
    ),
    FactTable(
        "ssda903",
        "PlacedAdoption",
        "care_placedforadoption",
        key=(day("decided_on", "DATE_PLACED"),),
        values=(day("ceased_on", "DATE_PLACED_CEASED"), text("reason_ceased", "REASON_PLACED_CEASED")),
        needs=("DATE_PLACED",),
        span=("DATE_PLACED", "DATE_PLACED_CEASED"),
    ),
    FactTable(
        "ssda903",
        "PrevPerm",
        "care_previouspermanence",
        key=(),
        values=(
            text("kind", "PREV_PERM"),
            text("authority", "LA_PERM"),
            text("date_as_given", "DATE_PERM", 10),
            partial("ordered_on", "DATE_PERM"),
        ),
        yearly=True,
        remembers_year=False,
    ),
    FactTable(
        "ssda903",
        "Missing",
        "care_missingepisode",
        key=(day("began_on", "MIS_START"),),
        values=(text("kind", "MISSING"), day("ended_on", "MIS_END")),
        needs=("MIS_START",),
        span=("MIS_START", "MIS_END"),
        unique=False,
    ),
    FactTable(
        "ssda903",
        "SWEpisodes",
        "care_socialworkerepisode",
        key=(day("started_on", "SW_DECOM"), text("worker_number", "SW_ID", 20)),
        values=(day("ended_on", "SW_DEC"), text("reason", "SW_REASON")),
        needs=("SW_DECOM",),
        span=("SW_DECOM", "SW_DEC"),
    ),
    FactTable(
        "ssda903",
        "DoLo",
        "care_deprivationofliberty",
        key=(day("started_on", "DOLO_START"),),
        values=(day("ended_on", "DOLO_END"),),
        needs=("DOLO_START",),
        span=("DOLO_START", "DOLO_END"),
    ),
)
