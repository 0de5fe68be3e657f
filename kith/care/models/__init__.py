"""Being looked after: episodes, reviews, missing, health, adoption and leaving care."""

from kith.care.models.adoption import Adoption, PlacedForAdoption, PreviousPermanence
from kith.care.models.care_leaver import CareLeaverContact
from kith.care.models.episode import Episode
from kith.care.models.episode_place import EpisodePlace
from kith.care.models.health import HealthYear
from kith.care.models.liberty import DeprivationOfLiberty
from kith.care.models.missing import MissingEpisode
from kith.care.models.motherhood import Motherhood
from kith.care.models.review import Review
from kith.care.models.social_worker import SocialWorkerEpisode
from kith.care.models.unaccompanied import UnaccompaniedPeriod

__all__ = [
    "Adoption",
    "CareLeaverContact",
    "DeprivationOfLiberty",
    "Episode",
    "EpisodePlace",
    "HealthYear",
    "MissingEpisode",
    "Motherhood",
    "PlacedForAdoption",
    "PreviousPermanence",
    "Review",
    "SocialWorkerEpisode",
    "UnaccompaniedPeriod",
]
