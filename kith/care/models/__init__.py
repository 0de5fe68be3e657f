"""Being looked after: episodes, reviews, missing, health, adoption and leaving care."""

from kith.care.models.adoption import Adoption, PlacedForAdoption, PreviousPermanence
from kith.care.models.care_leaver import CareLeaverContact
from kith.care.models.decision import CareDecision, LeftCare
from kith.care.models.episode import Episode
from kith.care.models.episode_place import EpisodePlace
from kith.care.models.health import HealthYear
from kith.care.models.legal import Agreement, LegalBasis
from kith.care.models.liberty import DeprivationOfLiberty
from kith.care.models.missing import MissingEpisode
from kith.care.models.motherhood import Motherhood
from kith.care.models.review import Review
from kith.care.models.social_worker import SocialWorkerEpisode
from kith.care.models.stay import Stay, StayPlace
from kith.care.models.unaccompanied import UnaccompaniedPeriod
from kith.care.models.whereabouts import Away, Correction, Slept, SleptPlace

__all__ = [
    "Adoption",
    "Agreement",
    "Away",
    "CareDecision",
    "CareLeaverContact",
    "Correction",
    "DeprivationOfLiberty",
    "Episode",
    "EpisodePlace",
    "HealthYear",
    "LeftCare",
    "LegalBasis",
    "MissingEpisode",
    "Motherhood",
    "PlacedForAdoption",
    "PreviousPermanence",
    "Review",
    "Slept",
    "SleptPlace",
    "SocialWorkerEpisode",
    "Stay",
    "StayPlace",
    "UnaccompaniedPeriod",
]
