"""How often something may be tried from one place: counted under a digest of the address that changes every day."""

from __future__ import annotations

import ipaddress

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

from kith.core.cache_connections import cache_cursor


def place_of(request: HttpRequest) -> str:
    """The network address that the request came from, past as many proxies as are ours."""
    hops = [each.strip() for each in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if each.strip()]
    trusted = int(getattr(settings, "ALLAUTH_TRUSTED_PROXY_COUNT", 0))
    said = hops[-trusted] if trusted and len(hops) >= trusted else request.META.get("REMOTE_ADDR", "")
    try:
        address = ipaddress.ip_address(said)
    except ValueError:
        return "unknown"
    # One household has a whole network of the newer kind.
    if isinstance(address, ipaddress.IPv6Address):
        return str(ipaddress.ip_network((int(address), 64), strict=False).network_address)
    return str(address)


def may_try(what: str, who: str, *, most: int, minutes: int) -> bool:
    """Count one try of `what` by `who` and say whether it is among the first `most` of these minutes.

    It is kept at once, whatever becomes of the request.
    """
    key = salted_hmac(f"advice.{what}", f"{timezone.now():%Y-%m-%d} {who}", algorithm="sha256").hexdigest()
    with cache_cursor() as cursor:
        cursor.execute("SELECT advice_tried(%s, %s)", [key, minutes * 60])
        return bool(cursor.fetchone()[0] <= most)
