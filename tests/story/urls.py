"""The story's addresses and sign-in, for tests of this room alone."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [path("", include("kith.access.urls_sign_in")), path("", include("kith.story.urls"))]
handler400 = "kith.pages.errors.bad_request"
handler403 = "kith.pages.errors.forbidden"
handler404 = "kith.pages.errors.not_found"
handler500 = "kith.pages.errors.server_error"
