"""The directory and the local offers: what is kept, and the copies of it that everybody may read."""

from kith.offer.models.freshness import Nudge, Report, ReportKind
from kith.offer.models.incoming import Feed, Held, Outcome, Why
from kith.offer.models.offers import (
    Asked,
    OfferAsking,
    OfferDraft,
    OfferKind,
    OfferPromise,
    OfferSection,
    OfferVersion,
)
from kith.offer.models.parts import Contact, Cost, Hours, Phone
from kith.offer.models.place import Place, ServicePlace
from kith.offer.models.provider import Provider
from kith.offer.models.published import Published, Revision, Spot, Word
from kith.offer.models.service import Service, Status

__all__ = [
    "Asked", "Contact", "Cost", "Feed", "Held", "Hours", "Nudge", "OfferAsking", "OfferDraft", "OfferKind",
    "OfferPromise", "OfferSection", "OfferVersion", "Outcome", "Phone", "Place", "Provider", "Published",
    "Report", "ReportKind", "Revision", "Service", "ServicePlace", "Spot", "Status", "Why", "Word",
]  # fmt: skip
