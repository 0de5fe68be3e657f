"""Every address of the advice service. Each view has one gate (kith.advice.web.gates); a test walks this list."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("kith.advice.urls")),
    path("", include("kith.advice.urls_read_and_talk")),
]

handler400 = "kith.advice.web.errors.bad_request"
handler403 = "kith.advice.web.errors.csrf_failed"
handler404 = "kith.advice.web.errors.not_found"
handler500 = "kith.advice.web.errors.server_error"
