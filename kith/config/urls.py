"""Every address of Kith. Each view has one gate (kith.access.gates); a test walks this list."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("kith.access.urls_sign_in")),
    path("", include("kith.access.urls_looked")),
    path("", include("kith.access.restricting.urls")),
    path("", include("kith.access.allocating.urls")),
    path("", include("kith.people.urls")),
    path("", include("kith.story.urls")),
    path("", include("kith.law.urls")),
    path("", include("kith.plan.urls")),
    path("", include("kith.care.urls")),
    path("", include("kith.kinship.urls")),
    path("", include("kith.help.urls")),
    path("", include("kith.protection.urls")),
    path("", include("kith.decisions.urls")),
    path("", include("kith.bonds.urls")),
    path("", include("kith.money.urls")),
    path("", include("kith.offer.urls")),
    path("", include("kith.journeys.urls")),
    path("", include("kith.letters.urls")),
    path("", include("kith.returns.urls")),
    path("", include("kith.insight.urls")),
    path("", include("kith.pages.urls")),
]

handler400 = "kith.pages.errors.bad_request"
handler403 = "kith.pages.errors.forbidden"
handler404 = "kith.pages.errors.not_found"
handler500 = "kith.pages.errors.server_error"
