"""The register of homes, the road of carers, and the search for a home."""

from kith.homes.models.carers import (
    CarerReview,
    Enquiry,
    EnquiryStep,
    Leaving,
    Member,
    PanelRule,
    Part,
    ReviewOutcome,
    Stage,
    WhyLeft,
    WhyStopped,
)
from kith.homes.models.done import Done, HomeFact, What
from kith.homes.models.happened import Happened, Happening, Notified
from kith.homes.models.home import Home, HomeKind, HomePlace, Provider, ProviderKind
from kith.homes.models.lawful import (
    Approval,
    Exclusion,
    ExclusionBy,
    Exemption,
    Grade,
    Inspection,
    Registration,
)
from kith.homes.models.price import Price
from kith.homes.models.profile import Profile
from kith.homes.models.search import (
    Choice,
    Level,
    Met,
    Need,
    Said,
    Search,
    SearchStep,
    Speaker,
    State,
    WhyRefused,
)
from kith.homes.models.shown import Shown, Wish

__all__ = [
    "Approval",
    "CarerReview",
    "Choice",
    "Done",
    "Enquiry",
    "EnquiryStep",
    "Exclusion",
    "ExclusionBy",
    "Exemption",
    "Grade",
    "Happened",
    "Happening",
    "Home",
    "HomeFact",
    "HomeKind",
    "HomePlace",
    "Inspection",
    "Leaving",
    "Level",
    "Member",
    "Met",
    "Need",
    "Notified",
    "PanelRule",
    "Part",
    "Price",
    "Profile",
    "Provider",
    "ProviderKind",
    "Registration",
    "ReviewOutcome",
    "Said",
    "Search",
    "SearchStep",
    "Shown",
    "Speaker",
    "Stage",
    "State",
    "What",
    "WhyLeft",
    "WhyRefused",
    "WhyStopped",
    "Wish",
]
