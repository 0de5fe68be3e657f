"""What a form cannot show of a service stays as it was when somebody saves the form."""

from __future__ import annotations

from dataclasses import replace

from kith.offer.forms import initial_of
from kith.offer.shapes import PlaceFacts, ServiceFacts


def with_the_unseen(told: ServiceFacts, before: ServiceFacts) -> ServiceFacts:
    """`told` by the form, with contacts, counties, points and the like of `before`, which its boxes do not hold.

    Hours and costs that read the same are those of before, which may say more. To what is secret nothing is added.
    """
    told = replace(told, assured_on=told.assured_on or before.assured_on)
    was, now = initial_of(before), initial_of(told)
    if was["hours"] == now["hours"]:
        told = replace(told, hours=before.hours)
    if was["cost"] == now["cost"]:
        told = replace(told, costs=before.costs)
    if told.confidential:
        return told
    places = tuple(_place(each, before.places, access=was["access"] == now["access"]) for each in told.places)
    return replace(told, contacts=before.contacts, places=places)


def _place(told: PlaceFacts, before: tuple[PlaceFacts, ...], *, access: bool) -> PlaceFacts:
    for was in before:
        if _where(was) == _where(told):
            more = replace(told, county=was.county, latitude=was.latitude, longitude=was.longitude)
            return replace(more, access=was.access) if access else more
    return told


def _where(place: PlaceFacts) -> tuple[str, str, str, str]:
    return place.name, place.address, place.town, place.postcode
