"""Where the home of an episode is: kept apart from the episode, for those who may know addresses."""

from __future__ import annotations

from django.db import models

from kith.care.models.episode import Episode
from kith.core.models_base import Record, tracked
from kith.people.models import Person


@tracked()
class EpisodePlace(Record):
    """The parts of an episode that tell where a child lives or came from. Protected as an address is.

    What the law must know of them, whether the home is the one before, the episode says itself.
    """

    episode = models.OneToOneField(Episode, on_delete=models.PROTECT, related_name="place")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="episode_places")
    home_postcode = models.CharField(
        max_length=12, blank=True, help_text="Postcode of the home the child came from (HOME_POST)."
    )
    placement_postcode = models.CharField(
        max_length=12, blank=True, help_text="Postcode of the placement (PL_POST)."
    )
    urn = models.CharField(
        max_length=12, blank=True, help_text="Ofsted unique reference number of the home or agency (URN)."
    )
