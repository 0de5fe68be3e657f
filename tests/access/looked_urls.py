"""The addresses that these tests need, and no more."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [
    path("", include("kith.access.urls_sign_in")),
    path("", include("kith.access.urls_looked")),
]
handler404 = "kith.pages.errors.not_found"
handler500 = "kith.pages.errors.server_error"
