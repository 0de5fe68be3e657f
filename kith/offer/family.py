"""Help near me, behind the family's door: the same directory, and nothing of the record.

Only what the person types is asked for: no address of the record fills a box, orders a list or narrows it, so the page
is the same for everybody, byte by byte.
"""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse

from kith.access.gates import ActingRequest, family
from kith.offer.public.views import directory_page, service_page


@family
def my_near(request: ActingRequest) -> HttpResponse:
    """What help is there near me?"""
    return directory_page(request, "offer/my_near.html", "my_near_service")


@family
def my_near_service(request: ActingRequest, service_id: UUID) -> HttpResponse:
    """One service."""
    return service_page(request, service_id, "offer/my_service.html")
