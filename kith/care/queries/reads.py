"""What the page of a child in care reads: one row of each kind of thing, newest first, by all ids of a person."""

from __future__ import annotations

from typing import Any

from kith.access.models import Involvement
from kith.care.models import (
    AboutMe,
    Adoption,
    Agreement,
    Ask,
    Away,
    CareMatter,
    CarePlanPart,
    Correction,
    Episode,
    HealthCheck,
    IroChallenge,
    LeftCare,
    LegalBasis,
    Memory,
    MissingEpisode,
    NotDelegated,
    PlacedForAdoption,
    PlacementPlan,
    PreviousPermanence,
    ReturnTalk,
    ReviewPlanned,
    ReviewWish,
    Slept,
    SleptPlace,
    SocialWorkerEpisode,
    Stay,
    StayPlace,
)
from kith.core.reads import AS_IT_IS, DAY, ID, IDS, Called, Read

LEADS = ("social_worker", "lead_practitioner")


def _of(model: Any, order: str, *columns: str) -> Read:
    return lambda: model.objects.filter(person_id__among=IDS).order_by(order, "id").values_list(*columns)


PAGE: dict[str, Read] = {
    "stays": _of(
        Stay, "-began_on", "id", "kind", "began_on", "ended_on", "unlawful", "child_says", "planned"
    ),
    # Since when the register lets no child live in a home that it let this one come to.
    "no_homes": lambda: Called(
        "SELECT u.stay, min(lower(u.nights)), u.why FROM care_homes_unlawful(%s::uuid[]) u"
        " WHERE upper(u.nights) > kith_today() GROUP BY u.stay, u.why",
        (ID, DAY, AS_IT_IS),
        (IDS,),
    ),
    "places": _of(StayPlace, "recorded_at", "stay_id", "called", "lines", "postcode"),
    "laws": _of(LegalBasis, "-began_on", "id", "kind", "began_on", "ended_on", "ends_by", "court"),
    "agreements": _of(
        Agreement,
        "-on",
        "id",
        "name",
        "agrees",
        "on",
        "taken_back_on",
        "looked_at_on",
        "words",
        "taken_back_words",
        "capacity",
        "basis_id",
    ),
    "leaving": _of(LeftCare, "-proposed_on", "id", "proposed_on", "approved_on", "left_on"),
    "away": _of(Away, "-began_on", "id", "kind", "began_on", "back_on", "words"),
    "slept": _of(Slept, "-first_on", "id", "first_on", "last_on", "unlawful", "child_says"),
    "slept_places": _of(SleptPlace, "recorded_at", "slept_id", "where"),
    "asks": _of(
        Ask,
        "-asked_on",
        "id",
        "matter",
        "words",
        "asked_on",
        "answer_by",
        "answer",
        "reason",
        "unfair_words",
        "seen_on",
    ),
    "exceptions": lambda: (
        NotDelegated.objects.filter(person_id__among=IDS, until__isnull=True)
        .order_by("matter")
        .values_list("id", "matter", "decides", "reason", "since", "told_on")
    ),
    "plans": _of(
        PlacementPlan, "-made_on", "id", "stay_id", "made_on", "carer_agreed_on", "delegated_on", "days"
    ),
    "parts": _of(CarePlanPart, "part", "id", "part", "words", "on"),
    "reviews": _of(
        ReviewPlanned,
        "-planned_for",
        "id",
        "planned_for",
        "held_on",
        "chairs",
        "child_told_on",
        "participation",
        "decided",
        "decisions_sent_on",
    ),
    "wishes": _of(ReviewWish, "-said_on", "id", "kind", "words", "said_on", "answer"),
    "challenges": _of(
        IroChallenge,
        "-raised_on",
        "id",
        "about",
        "wants",
        "raised_on",
        "step",
        "stops",
        "settle_by",
        "settled_on",
        "outcome",
    ),
    "health": _of(HealthCheck, "-on", "id", "kind", "on", "score", "words"),
    "matters": _of(CareMatter, "-on", "id", "kind", "on", "done_on", "words"),
    "missing": _of(MissingEpisode, "-began_on", "id", "kind", "began_on", "ended_on"),
    "talks": _of(ReturnTalk, "-offered_on", "missing_id", "offered_on", "held_on", "not_wanted", "words"),
    "about": _of(AboutMe, "said_on", "id", "topic", "words", "said_on", "source"),
    "memories": _of(Memory, "-recorded_at", "id", "title", "words", "happened", "for_child"),
    "corrections": _of(Correction, "-since", "id", "of", "why", "said", "since"),
    "episodes": _of(
        Episode,
        "started_on",
        "started_on",
        "ceased_on",
        "same_home_as_before",
        "reason_new_episode",
        "placement_type",
        "legal_status",
    ),
    "placed": _of(PlacedForAdoption, "-decided_on", "id", "decided_on", "ceased_on", "reason_ceased"),
    "adopted": _of(
        Adoption, "-collection_year", "collection_year", "matched_on", "adopters_sex", "adopters_legal_status"
    ),
    "before": _of(
        PreviousPermanence, "-collection_year", "collection_year", "kind", "authority", "date_as_given"
    ),
    "social_workers": _of(
        SocialWorkerEpisode, "-started_on", "id", "worker_number", "started_on", "ended_on", "reason"
    ),
    "shown": lambda: Called("SELECT item FROM care_shown_to(%s::uuid[])", (ID,), (IDS,)),
    "leads": lambda: (
        Involvement.objects.filter(person_id__among=IDS, role__in=LEADS)
        .order_by("account_id")
        .values_list("account_id")
        .distinct()
    ),
}
