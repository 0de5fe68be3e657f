"""Being looked after: episodes, reviews, missing, health, adoption and leaving care."""

from kith.care.models.adoption import Adoption, PlacedForAdoption, PreviousPermanence
from kith.care.models.asking import Ask, NotDelegated, PlacementPlan
from kith.care.models.care_leaver import CareLeaverContact
from kith.care.models.decision import CareDecision, LeftCare
from kith.care.models.episode import Episode
from kith.care.models.episode_place import EpisodePlace
from kith.care.models.fact import CareFact
from kith.care.models.health import HealthYear
from kith.care.models.legal import Agreement, LegalBasis
from kith.care.models.liberty import DeprivationOfLiberty
from kith.care.models.living import AboutMe, CarePlanPart, HealthCheck, Memory, ReturnTalk
from kith.care.models.matter import CareMatter
from kith.care.models.missing import MissingEpisode
from kith.care.models.motherhood import Motherhood
from kith.care.models.review import Review
from kith.care.models.reviewing import IroChallenge, ReviewPlanned, ReviewWish
from kith.care.models.social_worker import SocialWorkerEpisode
from kith.care.models.stay import Stay, StayPlace
from kith.care.models.unaccompanied import UnaccompaniedPeriod
from kith.care.models.whereabouts import Away, Correction, Slept, SleptPlace

__all__ = [
    "AboutMe",
    "Adoption",
    "Agreement",
    "Ask",
    "Away",
    "CareDecision",
    "CareFact",
    "CareLeaverContact",
    "CareMatter",
    "CarePlanPart",
    "Correction",
    "DeprivationOfLiberty",
    "Episode",
    "EpisodePlace",
    "HealthCheck",
    "HealthYear",
    "IroChallenge",
    "LeftCare",
    "LegalBasis",
    "Memory",
    "MissingEpisode",
    "Motherhood",
    "NotDelegated",
    "PlacedForAdoption",
    "PlacementPlan",
    "PreviousPermanence",
    "ReturnTalk",
    "Review",
    "ReviewPlanned",
    "ReviewWish",
    "Slept",
    "SleptPlace",
    "SocialWorkerEpisode",
    "Stay",
    "StayPlace",
    "UnaccompaniedPeriod",
]
